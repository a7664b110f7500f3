package rehearse

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

func TestSectionList_TellsWhatRunsTook(t *testing.T) {
	bars := func(b *bench) (all []*widgets.SpreadBar) {
		for _, row := range b.ready.sections.rows.Objects {
			all = append(all, row.(*fyne.Container).Objects[1].(*widgets.SpreadBar))
		}
		return all
	}
	b := open(t, bread)
	b.misses("last time", "shortest")
	b.SetRuns([]talk.Run{ran("a", bread, 0, 1)})
	b.sees("last time 3:00", "last time 4:00")
	if bars(b)[0].Visible() {
		t.Error("one run has a spread")
	}
	b.SetRuns([]talk.Run{ran("a", bread, 0, 1), ran("b", bread, 1, 1, 1.9, 1.9)})
	b.sees("3:00", "swings: 4:00–7:36", "from your shortest to your longest")
	all := bars(b)
	if last := all[1]; !last.Visible() || last.Tone != theme.Take || last.Shortest != 240 || last.Longest != 456 || last.Last != 456 || last.Planned != 240 || last.Most != 456 {
		t.Errorf("the bar is %+v", last)
	}
	if first := all[0]; first.Tone != theme.Clarity || first.Shortest != 180 || first.Most != 456 {
		t.Errorf("the bar is %+v", first)
	}
}

// TestSectionList_KeepsTheLastTime does not forget what a section took because of a
// drill of another one, or of a run that was broken off.
func TestSectionList_KeepsTheLastTime(t *testing.T) {
	b := open(t, bread)
	whole, drill, broken := ran("a", bread, 0, 1), ran("b", bread, 1, 1), ran("c", bread, 2, 1)
	drill.Kind = talk.RunDrill
	for i := range drill.Spoken {
		if i > 0 {
			drill.Spoken[i], broken.Spoken[i] = 0, 0
		}
	}
	drill.Spoken[0] = 3*time.Minute + 7*time.Second
	drill.Slide, broken.Slide = 0, 0
	drill.Plan.Slides, drill.Spoken = drill.Plan.Slides[:1], drill.Spoken[:1]
	broken.Spoken[0] = time.Second
	b.SetRuns([]talk.Run{whole, drill, broken})
	if got := b.lastHere("Flour is cheap"); got == 0 {
		t.Error("the drilled section has no last time")
	}
	if got := b.lastHere("Time does the work"); got != 4*time.Minute {
		t.Errorf("the other section took %v last time, want 4m", got)
	}
}

func TestReady_HabitsStandWhereThereIsRoom(t *testing.T) {
	long := "---\nslot: 20m\n---\n"
	for range fewSections + 1 {
		long += "\n## More (1m)\n\nWords.\n"
	}
	for text, left := range map[string]bool{bread: true, long: false} {
		b := open(t, text)
		b.Update(parse(text))
		in := func(c *fyne.Container) (n int) {
			for _, o := range c.Objects {
				if o == b.ready.habits.card {
					n++
				}
			}
			return n
		}
		if l, r := in(b.ready.page.left), in(b.ready.page.right); l+r != 1 || (l == 1) != left {
			t.Errorf("%d at the left and %d at the right", l, r)
		}
	}
}

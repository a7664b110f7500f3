package rehearse

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/ui/widgets"
)

// chips are the chips of that text in an object, in their order.
func chips(o fyne.CanvasObject, text string) []*widgets.Chip {
	var all []*widgets.Chip
	switch o := o.(type) {
	case *widgets.Chip:
		if o.Text == text {
			all = append(all, o)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, chips(child, text)...)
		}
	}
	return all
}

func TestReport_DrillsWhatDrifted(t *testing.T) {
	run := ran("a", bread, 0, 1, 1.5)
	b := reported(t, []talk.Run{run})
	drills := chips(b.report.figures.rows, "drill")
	if len(drills) != 1 {
		t.Fatalf("%d sections can be drilled, want the one that took a minute longer", len(drills))
	}
	test.Tap(drills[0])
	if b.mode != modeStage || b.run.start.Kind != talk.RunDrill {
		t.Fatalf("the mode is %v and the run of kind %q", b.mode, b.run.start.Kind)
	}
	b.sees("drill 1") // though it is the second run
	if got := b.run.start.Plan.Sections[b.plan.Slides[0].Section]; got != "Time does the work" {
		t.Errorf("%q is drilled", got)
	}
	b.wait(3 * time.Second)
	b.press("End", "k")
	if b.mode != modeReport || len(b.written()) != 1 || b.written()[0].Kind != talk.RunDrill {
		t.Errorf("the mode is %v, the journal has %+v", b.mode, b.written())
	}
}

func TestReport_NothingToDrill(t *testing.T) {
	for name, run := range map[string]talk.Run{
		"on time":           ran("a", bread, 0, 1),
		"of another talk":   ran("a", "## By another name (1m)\n\nWords.\n\n## And more (2m)\n\nWords.\n", 0, 2),
		"broken off before": brokenOffIn("a"),
	} {
		b := reported(t, []talk.Run{run})
		if got := chips(b.report.figures.rows, "drill"); len(got) != 0 {
			t.Errorf("%s: %d sections can be drilled", name, len(got))
		}
		b.misses("Drill “")
	}
}

// brokenOffIn is a run that ended after seven seconds.
func brokenOffIn(id string) talk.Run {
	run := ran(id, bread, 0, 1)
	clear(run.Spoken)
	run.Slide, run.Spoken[0] = 0, 7*time.Second
	return run
}

func TestReport_OfARunThatWasBrokenOff(t *testing.T) {
	b := reported(t, []talk.Run{brokenOffIn("a")}, func(c *Config) { c.Do = nil })
	b.sees("0:07 of 3:00 · broken off", "not spoken", "on time until there.")
	b.misses("You made up", "−2:53", "ahead of the plan", "You were ahead")
}

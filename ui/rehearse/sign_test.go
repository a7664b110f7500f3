package rehearse

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

func TestSign_SaysWhatIsMostUrgent(t *testing.T) {
	b := open(t, "---\nslot: 4m\n---\n\n## One (2m)\n\nWords.\n\n## Two (2m)\n\nMore words.\n")
	b.begin()
	sign := func(shape widgets.Drift, tone theme.Tone, text string, waits bool) {
		t.Helper()
		s := b.stage.sign
		if s.Drift != shape || s.Tone != tone || s.Text != text {
			t.Errorf("the sign is %v, %v, %q, want %v, %v, %q", s.Drift, s.Tone, s.Text, shape, tone, text)
		}
		if got := b.stage.edge.Visible(); got != waits {
			t.Errorf("at %q the edge is %v", text, got)
		}
	}
	sign(widgets.OnTime, theme.Give, "on time", false)
	b.wait(130 * time.Second)
	sign(widgets.Behind, theme.Message, "0:10 behind", false)
	b.press("p")
	b.wait(3200 * time.Millisecond)
	sign(widgets.Halted, theme.Clarity, "paused 0:03", true)
	b.press("p")
	b.wait(time.Second)
	b.press("q")
	b.wait(5200 * time.Millisecond)
	sign(widgets.Asked, theme.Clarity, "question 0:05", true)
	b.press("q")
	b.wait(192*time.Second + 300*time.Millisecond - b.reading().Spoken)
	sign(widgets.Warning, theme.Message, "0:43 left", false)
	b.wait(10 * time.Second)
	sign(widgets.Behind, theme.Message, "1:27 behind", false)
	b.wait(252*time.Second + 300*time.Millisecond - b.reading().Spoken)
	sign(widgets.Warning, theme.Take, "0:17 over", false)
}

func TestStage_GrowsWithTheScreen(t *testing.T) {
	b := open(t, "## One (2m)\n\nWords.\n")
	b.begin()
	clock := b.stage.talk.MinSize().Height
	for _, step := range []struct {
		width, height, by float32
	}{{1920, 1080, 1.35}, {1280, 800, 1}, {900, 600, 1}, {3840, 2160, 2}, {2560, 900, 1.1}} {
		b.window.Resize(fyne.NewSize(step.width, step.height))
		if got := b.stage.grown(); got != step.by {
			t.Errorf("%vx%v: it grows by %v, want %v", step.width, step.height, got, step.by)
		}
		if got, want := b.stage.talk.MinSize().Height, clock*step.by; got < want-3 || got > want+3 {
			t.Errorf("%vx%v: the clock has a height of %v, want %v", step.width, step.height, got, want)
		}
		if got, want := b.stage.script.look.Size(theme.SizeNameScript), 34*step.by; got < want-0.1 || got > want+0.1 {
			t.Errorf("%vx%v: the script is of %v, want %v", step.width, step.height, got, want)
		}
	}
	b.press("+")
	if got, want := b.stage.script.look.Size(theme.SizeNameScript), float32(34*1.1*scaleStep); got < want-0.1 || got > want+0.1 {
		t.Errorf("larger is %v, want %v", got, want)
	}
	if got := b.scales[len(b.scales)-1]; got < scaleStep-0.01 || got > scaleStep+0.01 {
		t.Errorf("what is kept is %v: the screen must not count into it", got)
	}
}

func TestStage_LargeTextInASmallWindow(t *testing.T) {
	b := open(t, bread)
	b.begin()
	large := theme.New(theme.Light)
	large.TextScale = 1.6
	fyne.CurrentApp().Settings().SetTheme(large)
	b.window.Resize(fyne.NewSize(900, 600))
	if b.stage.hints.Visible() {
		t.Error("the hints take room from the words")
	}
	b.press("?")
	b.sees("Keys", "these keys", "any key closes this")
	sheet := b.stage.keys.Objects[1].(*fyne.Container).Objects[0]
	if bottom := sheet.Position().Y + sheet.Size().Height; sheet.Position().Y < 0 || bottom > 600 {
		t.Errorf("the list of keys goes from %v to %v", sheet.Position().Y, bottom)
	}
	list := sheet.(*widgets.Card).Content.(*container.ThemeOverride).Content
	if need, has := list.MinSize(), list.Size(); need.Height > has.Height+0.5 || need.Width > has.Width+0.5 {
		t.Errorf("the list of keys needs %v and has %v", need, has)
	}
	b.window.Resize(fyne.NewSize(1400, 1000))
	if !b.stage.hints.Visible() {
		t.Error("there is room for the hints")
	}
	left := b.stage.hints.Objects[0].(*fyne.Container)
	for _, width := range []float32{700, 900, 1400} {
		b.window.Resize(fyne.NewSize(width, 1000))
		right := b.stage.hints.Objects[1].Position().X
		for _, hint := range left.Objects {
			if end := hint.Position().X + hint.Size().Width; hint.Visible() && end > right {
				t.Errorf("at %v a hint ends at %v, and the ones at the right begin at %v", width, end, right)
			}
		}
	}
}

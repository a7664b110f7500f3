package rehearse

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
)

func TestKeys_Begin(t *testing.T) {
	for _, key := range []string{"Right", "Next", "Space", "Return", "KP_Enter", "F5"} {
		t.Run(key, func(t *testing.T) {
			b := open(t, bread)
			b.sees("Bake one loaf", "Begin")
			b.press(key)
			if !b.UnderWay() || b.slide() != 0 {
				t.Fatalf("under way %v on slide %d, want the first", b.UnderWay(), b.slide())
			}
			b.sees("Flour is cheap", "slide 1 of 4")
		})
	}
	t.Run("not by going back", func(t *testing.T) {
		b := open(t, bread)
		b.press("Left", "Prior", "Escape", "p", "q", "m", "b", "3")
		if b.UnderWay() || len(b.events) > 0 {
			t.Error("a key that says nothing of beginning began the run")
		}
	})
}

func TestKeys_Move(t *testing.T) {
	for _, key := range []string{"Right", "Next", "Space", "Return", "KP_Enter", "Down"} {
		t.Run(key, func(t *testing.T) {
			b := open(t, bread)
			b.begin()
			b.wait(2 * time.Second)
			b.press(key)
			if b.slide() != 1 {
				t.Fatalf("on slide %d, want 1", b.slide())
			}
			b.sees("Time does the work", "Wait. That is the recipe.")
			b.wait(time.Second)
			for _, back := range []string{"Left", "Prior", "Up"} {
				b.press(back)
				if b.slide() != 0 {
					t.Fatalf("%s went to slide %d, want 0", back, b.slide())
				}
				b.wait(time.Second)
				b.press(key)
				b.wait(time.Second)
			}
		})
	}
}

func TestKeys_AClickerThatBounces(t *testing.T) {
	b := open(t, bread)
	b.press("Next", "Next") // begins, and bounces
	b.wait(20 * time.Millisecond)
	b.press("Next")
	if b.slide() != 0 {
		t.Fatalf("the bounce of the first press went to slide %d", b.slide())
	}
	b.wait(5 * time.Second)
	b.press("Next")
	b.wait(30 * time.Millisecond)
	b.press("Next")
	b.wait(60 * time.Millisecond)
	b.press("Next")
	if b.slide() != 1 {
		t.Errorf("a press that bounced went to slide %d, want 1", b.slide())
	}
	b.wait(time.Second)
	b.press("Next") // the last slide, but for what is kept for questions
	b.wait(40 * time.Millisecond)
	b.press("Next")
	if b.slide() != 2 || b.overlay != overlayNone {
		t.Errorf("slide %d, overlay %v: a bounce must not ask for the end", b.slide(), b.overlay)
	}
	b.wait(time.Second)
	b.press("Next")
	b.sees("End this run?")
}

func TestKeys_Jump(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.wait(time.Second)
	b.press("3")
	b.sees("go to slide 3 with Enter")
	b.press("Return")
	if b.slide() != 2 {
		t.Fatalf("on slide %d, want 2", b.slide())
	}
	b.sees("In the cold", "slide 3 of 4")
	b.press("12", "BackSpace", "KP_Enter")
	if b.slide() != 0 {
		t.Fatalf("on slide %d after 1, want 0", b.slide())
	}
	b.press("9", "Return")
	b.sees("The slides go from 1 to 4")
	b.press("1", "Return") // there is one
	b.misses("The slides go from")
	b.press("0", "Return")
	if b.slide() != 0 {
		t.Errorf("slide 0 is slide %d", b.slide())
	}
	b.press("4", "Escape", "Return")
	b.wait(time.Second)
	if b.slide() != 1 {
		t.Errorf("Escape left digits behind: on slide %d, want 1", b.slide())
	}
	b.press("4", "p", "p", "Left")
	if b.slide() != 0 || b.digits != "" {
		t.Errorf("another key left digits behind: on slide %d, digits %q", b.slide(), b.digits)
	}
	b.press("123456789")
	if b.digits != "1234" {
		t.Errorf("digits are %q", b.digits)
	}
}

func TestKeys_PauseAndQuestion(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.wait(10 * time.Second)
	b.press("p")
	b.wait(5 * time.Second)
	b.sees("paused 0:05", "P goes on")
	b.press("P")
	b.wait(time.Second)
	b.misses("paused")
	b.press("Escape")
	if b.run.clock.State() != engine.Paused {
		t.Error("Escape does not pause")
	}
	b.press("F5")
	if b.run.clock.State() != engine.Running {
		t.Error("F5 does not go on")
	}
	b.press("q")
	b.wait(30 * time.Second)
	b.sees("question 0:30", "1:30 of 2:00 kept for questions left")
	b.wait(100 * time.Second)
	b.sees("question 2:10", "Q goes on")
	b.misses("kept for questions left")
	b.press("Q")
	b.wait(time.Second)
	r := b.reading()
	if r.Questions != 130*time.Second || r.Paused != 5*time.Second {
		t.Errorf("questions %v, paused %v", r.Questions, r.Paused)
	}
	if want := 12 * time.Second; r.Spoken != want {
		t.Errorf("spoken %v, want %v", r.Spoken, want)
	}
}

func TestKeys_Mark(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.wait(75 * time.Second)
	b.press("m")
	b.sees("stumbled at 1:15")
	b.wait(3 * time.Second)
	b.misses("stumbled at")
	b.sees("slide 1 of 4")
	b.press("l")
	b.sees("landed at 1:18")
	b.wait(time.Second)
	b.press("LeftShift", "M")
	b.wait(60 * time.Millisecond)
	b.press("M") // bounces
	want := []talk.RunMark{
		{Kind: talk.MarkStumbled, Slide: 0, At: 75 * time.Second},
		{Kind: talk.MarkLanded, Slide: 0, At: 78 * time.Second},
		{Kind: talk.MarkLanded, Slide: 0, At: 79 * time.Second},
	}
	if got := b.run.clock.Run().Marks; !slices.Equal(got, want) {
		t.Errorf("marks are %v, want %v", got, want)
	}
}

func TestKeys_Blank(t *testing.T) {
	b := open(t, bread)
	b.begin()
	for _, on := range []string{"b", "B", "."} {
		for _, off := range []string{"b", ".", "Right", "Left", "Space", "Escape", "p", "7", "x"} {
			b.wait(time.Second)
			b.press(on)
			if b.overlay != overlayBlank || !b.stage.blank.Visible() {
				t.Fatalf("%q does not blank", on)
			}
			b.wait(5 * time.Second)
			b.press("LeftShift")
			if b.overlay != overlayBlank {
				t.Fatal("Shift alone brings the stage back")
			}
			b.press(off)
			if b.overlay != overlayNone || b.stage.blank.Visible() {
				t.Fatalf("%q does not bring it back", off)
			}
			if r := b.reading(); r.State != engine.Running || r.Slide != 0 || b.digits != "" {
				t.Fatalf("%q did more than to bring it back: %+v", off, r)
			}
		}
	}
}

func TestKeys_List(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.press("LeftShift", "?")
	b.sees("Keys", "next slide", "pause, and go on", "blank the screen")
	b.press("LeftShift", "?")
	b.misses("pause, and go on")
	b.press("?", "Right")
	if b.overlay != overlayNone || b.slide() != 0 {
		t.Error("a key that closes the list does something else, too")
	}
	// Every key that the stage knows is in the list, by its group.
	listed := 0
	for _, c := range stageCommands() {
		if c.key != "" {
			listed++
			if c.does == "" {
				t.Errorf("%s is listed without a word", c.key)
			}
		}
	}
	if listed != 19 {
		t.Errorf("%d rows of keys, want 19", listed)
	}
}

func TestKeys_Size(t *testing.T) {
	b := open(t, bread, func(c *Config) { c.ScriptScale = 1.15 })
	b.begin()
	if b.stage.script.look.scale != 1.15 {
		t.Fatalf("the script starts at %v", b.stage.script.look.scale)
	}
	before := b.stage.script.override.MinSize().Height
	b.press("+", "=", "-", "−", "-")
	if len(b.scales) != 5 || b.scales[4] != 1 {
		t.Errorf("scales told: %v, want five that end at 1", b.scales)
	}
	if after := b.stage.script.override.MinSize().Height; after >= before {
		t.Errorf("smaller words take %v, larger ones took %v", after, before)
	}
	for range 30 {
		b.press("+")
	}
	if got := b.stage.script.look.scale; got > scaleMost || got < scaleMost/scaleStep {
		t.Errorf("the largest scale is %v", got)
	}
	for range 40 {
		b.press("-")
	}
	if got := b.stage.script.look.scale; got < scaleLeast || got > scaleLeast*scaleStep {
		t.Errorf("the smallest scale is %v", got)
	}
}

func TestKeys_Scroll(t *testing.T) {
	long := "## A long one (5m)\n\n"
	for range 40 {
		long += "This paragraph is one of many that do not fit on a screen together with the others.\n\n"
	}
	b := open(t, long+"## And then (1m)\n\nDone.\n")
	b.begin()
	b.wait(time.Second)
	b.press("Down")
	first := b.stage.script.scroll.Offset.Y
	b.press("Down")
	second := b.stage.script.scroll.Offset.Y
	if b.slide() != 0 || first <= 0 || second <= first {
		t.Fatalf("slide %d, scrolled to %v and %v", b.slide(), first, second)
	}
	for range 100 {
		b.press("Down")
		b.wait(time.Second)
	}
	if b.slide() != 0 {
		t.Error("scrolling past the end left the slide")
	}
	b.press("Up")
	if b.stage.script.scroll.Offset.Y >= b.stage.script.override.Size().Height-b.stage.script.scroll.Size().Height {
		t.Error("Up does not scroll back")
	}
	b.press("Right")
	b.wait(time.Second)
	if b.slide() != 1 || b.stage.script.scroll.Offset.Y != 0 {
		t.Errorf("slide %d begins at %v", b.slide(), b.stage.script.scroll.Offset.Y)
	}
	b.press("Up")
	if b.slide() != 0 {
		t.Error("Up goes back where there is nothing to scroll")
	}
}

func TestKeys_EndAsks(t *testing.T) {
	for _, ask := range []string{"End"} {
		b := open(t, bread)
		b.begin()
		b.wait(20 * time.Second)
		b.press(ask)
		b.sees("End this run?", "Keep it", "Go on")
		b.misses("Throw it away") // where nobody can ask nothing can be lost
		b.wait(8 * time.Second)
		b.press("Right", "Next", "Space", "q", "p", "End", "5")
		if b.overlay != overlayEnd {
			t.Fatal("a key that is no answer closed the question")
		}
		for _, on := range []string{"g", "G", "Escape", "Left", "Prior"} {
			b.press(on)
			if r := b.reading(); r.State != engine.Running || r.Spoken != 20*time.Second || b.overlay != overlayNone {
				t.Fatalf("%q: %v with %v spoken, want to go on with 20s", on, r.State, r.Spoken)
			}
			b.press(ask)
		}
		b.press("k")
		if b.UnderWay() || b.mode != modeReport {
			t.Fatal("the run has not ended")
		}
		if runs := b.written(); len(runs) != 1 || runs[0].Total() != 20*time.Second || runs[0].Ended.IsZero() {
			t.Errorf("the journal has %+v", runs)
		}
	}
	t.Run("Enter keeps", func(t *testing.T) {
		b := open(t, bread)
		b.begin()
		b.press("End", "Return")
		if b.mode != modeReport {
			t.Error("it does not")
		}
	})
	t.Run("out of a pause it stays paused", func(t *testing.T) {
		b := open(t, bread)
		b.begin()
		b.press("p", "End", "g")
		if b.run.clock.State() != engine.Paused {
			t.Error("going on ended a pause that was there before")
		}
	})
	t.Run("out of a question it stays one", func(t *testing.T) {
		b := open(t, bread)
		b.begin()
		b.press("q", "End", "g")
		if b.run.clock.State() != engine.Question {
			t.Error("going on ended the question from the audience")
		}
	})
}

func TestKeys_ThrowAway(t *testing.T) {
	var asked []string
	var yes func()
	b := open(t, bread, func(c *Config) {
		c.Ask = func(title, _, _ string, then func()) { asked, yes = append(asked, title), then }
	})
	b.begin()
	b.wait(20 * time.Second)
	b.press("End")
	b.sees("Throw it away…")
	b.press("t", "T") // the stage's key for the time, late
	if len(asked) != 0 || b.overlay != overlayEnd {
		t.Fatalf("T asked %q", asked)
	}
	b.press("d", "d") // bounces
	if len(asked) != 1 || !b.UnderWay() || len(b.written()) != 1 {
		t.Fatalf("after the key the run is under way: %v; asked %q", b.UnderWay(), asked)
	}
	yes()
	if b.UnderWay() || b.mode != modeReady {
		t.Fatal("the place is not ready for another run")
	}
	if len(b.written()) != 0 {
		t.Error("the journal still counts the run")
	}
	if len(b.events) < 3 {
		t.Error("what was measured is gone from the journal: it must only not count")
	}
	b.sees("None yet.")
	b.press("Right")
	b.sees("run 1")
}

// TestKeys_NoneLosesARun presses every key in the question about the end and in the
// report, and no run is ever gone by that alone.
func TestKeys_NoneLosesARun(t *testing.T) {
	b := open(t, bread, func(c *Config) { c.Ask = func(string, string, string, func()) {} })
	b.begin()
	for r := rune('!'); r < unicode.MaxASCII; r++ {
		b.wait(time.Second)
		b.press("End", string(r))
		if runs := b.written(); len(runs) != 1 {
			t.Fatalf("after %q the journal has %d runs", r, len(runs))
		}
		if b.mode == modeReport { // it was the key that keeps the run
			b.press("!\"#$%&'()*+,-./:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
			if b.mode != modeReport || len(b.written()) != 1 {
				t.Fatal("a key in the report lost the run")
			}
			b.events = nil
			b.press("Escape")
			b.begin()
		}
	}
}

// TestKeys_DigitsAreForgotten does not add up what was typed a while apart.
func TestKeys_DigitsAreForgotten(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.wait(time.Second)
	b.press("3")
	b.wait(digitsFor - time.Millisecond)
	b.sees("go to slide 3 with Enter")
	b.wait(2 * time.Millisecond)
	b.misses("go to slide")
	b.press("4")
	b.wait(digitsFor - time.Second)
	b.press("4") // each one waits anew
	b.wait(digitsFor - time.Second)
	b.sees("go to slide 44 with Enter")
	b.press("Return")
	b.wait(saidFor - 100*time.Millisecond)
	b.sees("The slides go from 1 to 4")
	b.wait(200 * time.Millisecond)
	b.misses("The slides go from")
	b.press("p", "2")
	b.wait(digitsFor)
	if b.digits != "" || b.slide() != 0 {
		t.Errorf("in a pause the digits are %q, on slide %d", b.digits, b.slide())
	}
}

func TestKeys_EscapeNeverLeaves(t *testing.T) {
	b := open(t, bread)
	b.begin()
	for range 51 {
		b.press("Escape")
		b.wait(300 * time.Millisecond)
		if !b.UnderWay() || b.mode != modeStage || b.drafts > 0 {
			t.Fatal("Escape left the stage")
		}
	}
}

func TestKeys_Report(t *testing.T) {
	b := open(t, bread)
	for range 3 {
		b.begin()
		b.wait(time.Second)
		b.press("End", "k", "Right", "Space", "Next") // a clicker begins no new run by itself
		if b.mode != modeReport {
			t.Fatal("a clicker left the report")
		}
		b.press("F5")
	}
	b.begin()
	b.press("End", "k")
	b.sees("Run 4: 0:00")
	b.press("Down")
	b.sees("Run 3: 0:01")
	b.press("Up", "Up")
	b.sees("Run 4: 0:00")
}

// Who goes through the answers about the end with Tab sees at each step where the
// keys are, and before the first one what Enter does.
func TestEnd_TheFocusIsSeen(t *testing.T) {
	b := open(t, bread, func(c *Config) { c.Ask = func(string, string, string, func()) {} })
	rings := func() int {
		return strings.Count(test.RenderObjectToMarkup(b.stage.ask.content), `strokeWidth="2"`)
	}
	b.begin()
	b.wait(time.Second)
	b.press("End")
	for step := range 6 {
		if n := rings(); n != 1 {
			t.Errorf("after %d steps %d answers have a ring", step, n)
		}
		b.window.Canvas().FocusNext()
	}
	b.Focus()
	b.press("g")
	b.press("End")
	if n := rings(); n != 1 {
		t.Errorf("asked again, %d answers have a ring", n)
	}
}

// The number that the stage shows is the one that digits lead to, and that of the
// deck: with a title the first slide of the talk is the second one.
func TestKeys_JumpByTheNumberThatIsShown(t *testing.T) {
	b := open(t, bread, func(c *Config) {
		c.Numbers = func(t *talk.Talk, slides []engine.Place) (numbers []int, of int) {
			for i := range slides {
				numbers = append(numbers, i+2)
			}
			return numbers, 1 + len(slides)
		}
	})
	b.begin()
	b.sees("slide 2 of 5")
	for _, step := range []struct {
		digits string
		slide  int
	}{{"4", 2}, {"2", 0}, {"5", 3}, {"3", 1}} {
		b.wait(time.Second)
		b.press(step.digits, "Return")
		if b.slide() != step.slide {
			t.Errorf("%s leads to slide %d of the plan, want %d", step.digits, b.slide(), step.slide)
		}
		b.sees("slide " + step.digits + " of 5")
	}
	for _, digits := range []string{"1", "6"} {
		b.press(digits, "Return")
		b.sees("The slides go from 2 to 5")
	}
}

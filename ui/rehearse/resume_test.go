package rehearse

import (
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	engine "talkgiver/talk/rehearse"
)

// killedIn rehearses until the program is killed, and opens the talk anew with
// the journal that is left. later is the talk by then.
func killedIn(t *testing.T, later string, rehearse func(*bench)) *bench {
	t.Helper()
	first := open(t, bread)
	rehearse(first)
	b := open(t, later)
	b.events = append(b.events, first.events...)
	b.to(b.mono + time.Hour)
	b.SetRuns(b.written())
	b.SetCutOff(journal.CutOff(b.events))
	return b
}

func threeMinutes(b *bench) {
	b.begin()
	b.wait(2 * time.Minute)
	b.press("Right")
	b.wait(time.Minute)
}

func TestResume_GoesOn(t *testing.T) {
	b := killedIn(t, bread, threeMinutes)
	b.sees("A run was cut off", "It stopped at 14:0", "on slide 2 of 4, with 3:00 spoken")
	before := b.written()[0]
	b.press("r")
	b.sees("paused", "Time does the work", "→ or P goes on")
	b.wait(20 * time.Second)
	b.press("p")
	b.wait(30 * time.Second)
	b.press("End", "k")
	runs := b.written()
	if len(runs) != 1 || runs[0].ID != before.ID || runs[0].Ended.IsZero() {
		t.Fatalf("the journal has %+v", runs)
	}
	if got, want := runs[0].Total(), before.Total()+30*time.Second; got != want || runs[0].Slide != 1 {
		t.Errorf("spoken %v on slide %d, want %v", got, runs[0].Slide, want)
	}
	if len(b.runs) != 1 {
		t.Errorf("%d runs are listed", len(b.runs))
	}
}

// TestResume_ByClicker ends the pause of a resume, but none that was made by hand.
func TestResume_ByClicker(t *testing.T) {
	b := killedIn(t, bread, threeMinutes)
	b.press("r", "Next")
	if b.run.clock.State() != engine.Running || b.slide() != 1 {
		t.Fatalf("state %v on slide %d", b.run.clock.State(), b.slide())
	}
	b.wait(10 * time.Second)
	b.press("Next")
	if b.slide() != 2 {
		t.Errorf("the second press leads to slide %d", b.slide())
	}
	b.press("2", "Return", "Escape")
	b.sees("P goes on")
	b.misses("→ or P")
	b.wait(time.Second)
	b.press("Next")
	if b.run.clock.State() != engine.Paused || b.slide() != 2 {
		t.Errorf("in a pause by hand: state %v on slide %d", b.run.clock.State(), b.slide())
	}
}

// TestResume_OnStage goes on at once, and what passed meanwhile is gone from the slot.
func TestResume_OnStage(t *testing.T) {
	first := open(t, bread)
	first.press("g", "Return", "Right")
	first.wait(time.Minute)
	first.press("Right")
	first.wait(time.Minute)
	b := open(t, bread)
	b.events = append(b.events, first.events...)
	b.to(first.mono + 39*time.Second)
	b.SetRuns(b.written())
	b.SetCutOff(journal.CutOff(b.events))
	b.sees("with 2:00 spoken. The slot", "goes on meanwhile.")
	b.press("r")
	b.misses("paused", "P goes on")
	// The last that went to the journal was measured a frame before the second was full.
	if r := b.reading(); r.State != engine.Running || r.Left != 8*time.Minute-2*time.Minute-39*time.Second || r.Spoken != 2*time.Minute-lead {
		t.Errorf("%v, left %v, spoken %v", r.State, r.Left, r.Spoken)
	}
	b.sees("5:21")
	b.wait(time.Second)
	b.press("Next")
	if b.slide() != 2 {
		t.Errorf("the clicker leads to slide %d", b.slide())
	}
	if got := b.written()[0].Suspended; got != 39*time.Second+lead {
		t.Errorf("the journal has %v between", got)
	}
}

func TestResume_KeepsThePlanThatCounted(t *testing.T) {
	b := killedIn(t, bread, func(b *bench) {
		threeMinutes(b)
		b.press("t", "2", "Return")
	})
	b.press("r", "p")
	b.wait(time.Second)
	r := b.reading()
	if left := r.Planned - r.Spoken + r.QuestionsLeft; left > 2*time.Minute || left < 110*time.Second {
		t.Errorf("%v are planned for what is left", left)
	}
	if got := b.plan.Total(); got != r.Planned {
		t.Errorf("the stage has a plan of %v, the clock one of %v", got, r.Planned)
	}
}

func TestResume_KeepsWhatWasMeasured(t *testing.T) {
	b := killedIn(t, bread, threeMinutes)
	before := b.written()[0]
	_, last, _ := journal.CutOff(b.events)
	b.press("k")
	b.misses("A run was cut off")
	runs := b.written()
	if len(runs) != 1 || runs[0].Total() != before.Total() || !runs[0].Ended.Equal(last) {
		t.Errorf("the journal has %+v, cut off at %v", runs, last)
	}
	if _, _, ok := journal.CutOff(b.events); ok {
		t.Error("it would be offered again")
	}
	b.begin()
	if b.slide() != 0 || b.run.runID == before.ID {
		t.Error("the next run is the old one")
	}
}

func TestResume_ADrill(t *testing.T) {
	b := killedIn(t, bread, func(b *bench) {
		b.press("d", "d", "Return")
		b.wait(10 * time.Second)
	})
	b.press("r", "p")
	b.wait(time.Second)
	b.sees("Time does the work", "slide 1 of 2")
	if start := b.run.clock.Run().RunStart; start.Kind != talk.RunDrill {
		t.Errorf("it goes on as %q", start.Kind)
	}
}

func TestResume_NotWithOtherSlides(t *testing.T) {
	b := killedIn(t, bread+"\n## One more\n\nWords.\n", threeMinutes)
	b.sees("with 3:00 spoken. The talk has other slides", "Keep what was measured")
	b.misses("Go on with it")
	b.press("r")
	if b.UnderWay() {
		t.Error("it goes on with slides that are not there")
	}
	b.press("k")
	if runs := b.written(); runs[0].Ended.IsZero() {
		t.Error("it is not kept")
	}
}

func TestResume_OffersNothingElse(t *testing.T) {
	b := killedIn(t, bread, func(b *bench) {
		threeMinutes(b)
		b.Finish()
	})
	b.misses("cut off")
	b.press("r", "k")
	if b.UnderWay() {
		t.Error("a run that has ended goes on")
	}
	b.begin() // the journal is read while a run goes: it is no run that was cut off
	b.SetRuns(b.written())
	b.SetCutOff(journal.CutOff(b.events))
	b.press("End", "k", "Escape")
	b.misses("cut off")
}

func TestDrill(t *testing.T) {
	b := open(t, bread)
	b.press("d")
	b.sees("▸ Flour is cheap", "Begin with this section alone")
	b.press("Down", "d", "Down", "Down") // the last one
	b.sees("▸ What if it does not rise?")
	b.press("Up")
	b.sees("▸ Time does the work")
	b.press("Escape")
	b.misses("▸")
	b.press("Up", "Up")
	b.sees("▸ Time does the work")
	b.press("Return")
	b.sees("Time does the work", "slide 1 of 2", "left of 4:00")
	b.wait(10 * time.Second)
	b.press("Right")
	b.sees("In the cold", "the last slide")
	b.wait(10 * time.Second)
	b.Update(parse(strings.Replace(bread, "Overnight it", "Over night, it", 1)))
	b.sees("Over night, it learns")
	b.press("Right", "k")
	run := b.written()[0]
	if run.Kind != talk.RunDrill || run.Total() != 20*time.Second || len(run.Spoken) != 2 {
		t.Errorf("the journal has %+v", run)
	}
	b.press("F5")
	if b.mode != modeReady || len(b.plan.Slides) != 4 || b.ready.chosen != -1 {
		t.Error("the next run is not the whole talk")
	}
	b.begin()
	if b.run.clock.State() != engine.Running || len(b.run.clock.Run().Spoken) != 4 {
		t.Error("it does not begin")
	}
}

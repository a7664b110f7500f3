package rehearse

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

func TestStage_Shows(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.sees("section", "3:00", "left of 3:00", "talk", "8:00", "left · ends 14:08", "on time",
		"on the screen: One bowl", "Two spoons", "Take a bowl.", "[pause 3]", "[click]", "next", "Time does the work", "4:00", "run 1")
	if s := b.texts(); strings.Contains(s, "[pause 3] Any") {
		t.Error("a cue looks like what is said")
	}
	b.wait(90 * time.Second)
	b.sees("1:30", "6:30", "on time")
	b.wait(138 * time.Second)
	b.sees("+0:48", "over 3:00", "0:48 behind", "4:12")
	b.wait(time.Second)
	b.sees("0:49 behind")
	b.press("Right")
	b.sees("Time does the work", "left of 4:00", "slide 2 of 4", "In the cold")
	b.wait(time.Second)
	b.press("Right")
	b.sees("ahead", "the last slide", "for questions: 4 and Enter")
	b.wait(time.Second)
	b.press("4", "Return")
	b.sees("What if it does not rise?", "on the screen: Old yeast", "the last slide", "so far")
	b.wait(6 * time.Minute)
	b.sees("over · slot ends 14:10")
}

// TestStage_NowAndWhatIsLeftMakeTheEnd looks at the words beside the talk's clock:
// the time for questions is kept free behind that end, and moves it where it is used.
func TestStage_NowAndWhatIsLeftMakeTheEnd(t *testing.T) {
	for _, given := range []bool{false, true} {
		b := open(t, bread)
		if given {
			b.press("g", "Return")
		}
		b.begin()
		agrees := func(words string) {
			t.Helper()
			b.sees(words)
			r := b.reading()
			if end := b.wall.Add(r.Left); !end.Equal(r.SpokenEnd()) || words != "left · ends "+end.Format("15:04") {
				t.Errorf("given %v: %q with %v left at %v", given, words, r.Left, b.wall)
			}
		}
		agrees("left · ends 14:08")
		b.wait(30 * time.Second)
		b.press("q")
		b.wait(90 * time.Second)
		agrees("left · ends 14:09")
		b.press("q")
		b.wait(time.Minute)
		b.press("p")
		b.wait(65 * time.Second)
		b.press("p")
		if given {
			agrees("left · ends 14:09")
		} else {
			agrees("left · ends 14:10")
		}
	}
}

func TestStage_Warns(t *testing.T) {
	b := open(t, bread) // 8 minutes for speaking
	b.begin()
	for _, step := range []struct {
		wait time.Duration
		want theme.Tone
	}{{383 * time.Second, theme.Neutral}, {2 * time.Second, theme.Message}, {94 * time.Second, theme.Message}, {2 * time.Second, theme.Take}} {
		b.wait(step.wait)
		if b.stage.talk.Tone != step.want {
			t.Errorf("after %v spoken the talk's clock has the tone %v, want %v", b.reading().Spoken, b.stage.talk.Tone, step.want)
		}
	}
}

// TestStage_EverySecondIsShownWhenItIsDue rehearses for 90 minutes. Whenever one
// looks, both clocks show what will be true with the next picture, and the bar does.
func TestStage_EverySecondIsShownWhenItIsDue(t *testing.T) {
	b := open(t, "---\nslot: 100m\nquestions: 10m\n---\n\n## One (40m)\n\nWords.\n\n## Two (50m)\n\nMore.\n")
	random := rand.New(rand.NewPCG(1, 2))
	b.begin()
	began := b.mono
	sectionBegan, planned := b.mono, 40*time.Minute
	const late = 2 * time.Millisecond
	for b.mono < began+90*time.Minute {
		b.wait(time.Duration(random.Int64N(int64(7 * time.Second))))
		if spoken := b.mono - began; planned == 40*time.Minute && spoken > 39*time.Minute {
			b.press("Right")
			sectionBegan, planned = b.mono, 50*time.Minute
		}
		if b.mono >= began+90*time.Minute {
			break
		}
		for _, clock := range []struct {
			shown string
			left  time.Duration
		}{
			{b.stage.section.Time, planned - (b.mono + lead - sectionBegan)},
			{b.stage.talk.Time, 90*time.Minute - (b.mono + lead - began)},
		} {
			if clock.shown != shownAt(clock.left) && clock.shown != shownAt(clock.left+late) {
				t.Fatalf("%v into it a clock shows %s with %v left, want %s", b.mono-began, clock.shown, clock.left, shownAt(clock.left))
			}
		}
		if now := int((b.mono + lead - began - late) / time.Second); b.stage.bar.Plan < now {
			t.Fatalf("the bar is at %d s, want %d", b.stage.bar.Plan, now)
		}
	}
	b.press("End", "k")
	if run := b.runs[0]; run.Total() != b.mono-began {
		t.Errorf("measured %v of %v", run.Total(), b.mono-began)
	}
}

// shownAt is the figure for what is left, rounded up.
func shownAt(left time.Duration) string {
	if left < 0 {
		return "+" + talk.Clock((-left).Truncate(time.Second))
	}
	return talk.Clock((left + time.Second - 1).Truncate(time.Second))
}

// TestJournal_HasWhatWasMeasured presses keys at random, and at every moment the
// journal has all but the last second.
func TestJournal_HasWhatWasMeasured(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	keys := []string{"Right", "Left", "p", "q", "m", "Right", "Right", "Escape", "1", "Return", "b", "?", "+", "Down"}
	for run := range 20 / fewer {
		b := open(t, bread)
		b.begin()
		for range 60 {
			b.wait(time.Duration(random.Int64N(int64(3 * time.Second))))
			b.press(keys[random.IntN(len(keys))])
			if !b.UnderWay() {
				break
			}
			if b.overlay == overlayEnd {
				b.press("g")
			}
			truth, kept := b.run.clock.Run(), b.written()
			if len(kept) != 1 {
				t.Fatalf("the journal has %d runs", len(kept))
			}
			if missing := truth.Total() - kept[0].Total(); missing < 0 || missing > time.Second {
				t.Fatalf("run %d: %v of %v are missing in the journal", run, missing, truth.Total())
			}
			if missing := truth.Questions - kept[0].Questions; missing < 0 || missing > time.Second {
				t.Fatalf("run %d: %v of the questions are missing", run, missing)
			}
		}
		b.Finish()
		if b.mode != modeReport || len(b.runs) != 1 {
			t.Fatalf("run %d is not kept", run)
		}
		got, want := b.written()[0], b.runs[0]
		want.Started, want.Ended = got.Started, got.Ended
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("the journal has\n%v\nmeasured was\n%v", got, want)
		}
		if d := b.runs[0].Ended.Sub(b.runs[0].Started); d != b.runs[0].Whole() {
			t.Errorf("run %d: %v from start to end, %v measured", run, d, b.runs[0].Whole())
		}
		kinds := map[string]int{}
		for _, e := range b.events {
			kinds[e.Body.EventKind()]++
		}
		if kinds[talk.EventRunStart] != 1 || kinds[talk.EventRunEnd] != 1 || b.events[0].Body.EventKind() != talk.EventRunStart {
			t.Errorf("run %d: events are %v", run, kinds)
		}
		start := b.events[0].Body.(talk.RunStart)
		if start.Kind != talk.RunPractice || start.Title != "Bake one loaf" || start.Plan.Total() != 7*time.Minute {
			t.Errorf("the run starts with %+v", start)
		}
	}
}

func TestJournal_ALongPauseStaysSmall(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.press("p")
	before := len(b.events)
	b.wait(3 * time.Hour)
	if n := len(b.events) - before; n > 200 {
		t.Errorf("a pause of three hours wrote %d events", n)
	}
	if r := b.reading(); r.Paused != 3*time.Hour || r.Spoken != 0 {
		t.Errorf("paused %v, spoken %v", r.Paused, r.Spoken)
	}
}

func TestPlace_TellsTheWindow(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.press("p", "p", "q", "q", "End", "g", "End", "k", "F5")
	if want := []bool{true, false, true, false, true, false}; !slices.Equal(b.awake, want) {
		t.Errorf("kept awake: %v, want %v", b.awake, want)
	}
	if want := []bool{true, false}; !slices.Equal(b.stages, want) {
		t.Errorf("on stage: %v, want %v", b.stages, want)
	}
	b.wait(time.Second)
	if len(b.ticks) != 0 {
		t.Errorf("%d ticks go on after the run", len(b.ticks))
	}
}

func TestPlace_LeaveAndComeBack(t *testing.T) {
	b := open(t, bread)
	b.Leave() // nothing is under way
	b.begin()
	b.wait(10 * time.Second)
	b.press("End")
	b.Leave()
	if b.run.clock.State() != engine.Paused || b.overlay != overlayNone || !b.UnderWay() {
		t.Fatal("leaving does not pause")
	}
	if want := []bool{true, false}; !slices.Equal(b.stages, want) {
		t.Errorf("on stage: %v, want %v", b.stages, want)
	}
	b.wait(time.Minute)
	b.Update(parse(strings.Replace(bread, "Any bowl.", "The blue bowl.", 1)))
	b.Focus()
	b.sees("The blue bowl.", "paused")
	b.press("p")
	b.wait(10 * time.Second)
	if got := b.reading().Spoken; got != 20*time.Second {
		t.Errorf("spoken %v, want 20s", got)
	}
	b.Update(parse("## Another talk (1m)\n\nWith one slide.\n"))
	b.sees("The blue bowl.")
	if want := []bool{true, false, true}; !slices.Equal(b.stages, want) {
		t.Errorf("on stage: %v, want %v", b.stages, want)
	}
	b.Leave()
	b.Begin(parse("## Another talk (1m)\n\nWith one slide.\n"))
	b.sees("Another talk", "1:00 planned. The talk has no slot yet.", "None yet.")
	if runs := b.written(); len(runs) != 1 || runs[0].Ended.IsZero() || runs[0].Total() != 20*time.Second {
		t.Errorf("the run before is %+v", runs)
	}
	if want := []bool{true, false, true, false}; !slices.Equal(b.stages, want) {
		t.Errorf("on stage: %v, want %v", b.stages, want)
	}
}

func TestPlace_LeaveAReport(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.press("End", "k")
	b.Update(parse(bread))
	b.sees("Run 1: 0:00")
	b.Leave()
	b.Update(parse(bread))
	b.sees("Begin", "Earlier runs", "today 14:00")
}

func TestPlace_DriftInTheWordsOfTheWindow(t *testing.T) {
	var asked []time.Duration
	b := open(t, bread, func(c *Config) {
		c.Drift = func(d time.Duration) string { asked = append(asked, d); return "in der Zeit" }
	})
	b.begin()
	b.wait(186 * time.Second)
	b.sees("in der Zeit")
	b.press("Right")
	b.wait(time.Second)
	b.press("Right")
	if want := []time.Duration{0, 6 * time.Second}; !slices.Equal(asked[:2], want) || asked[len(asked)-1] >= 0 {
		t.Errorf("asked for the words of %v", asked)
	}
}

func TestPlace_UpdateBeforeARun(t *testing.T) {
	b := open(t, bread)
	b.Update(parse(strings.Replace(bread, "(3m)", "(5m)", 1)))
	b.sees("9:00 planned: 1:00 more than fit in your 10:00, with 2:00 kept for questions.")
	b.Update(parse(""))
	b.sees("There is nothing to say yet")
	b.Update(parse(bread))
	b.sees("7:00 planned, 1:00 to spare in your 10:00, with 2:00 kept for questions.")
}

func TestPlace_FitWords(t *testing.T) {
	m := time.Minute
	for _, c := range []struct {
		slot, questions, planned time.Duration
		want                     string
	}{
		{0, 0, 7 * m, "7:00 planned. The talk has no slot yet."},
		{10 * m, 0, 7 * m, "7:00 planned, 3:00 to spare in your 10:00."},
		{10 * m, 0, 12 * m, "12:00 planned: 2:00 more than fit in your 10:00."},
		{10 * m, 0, 10 * m, "10:00 planned: all of your slot."},
		{10 * m, 2 * m, 8 * m, "8:00 planned: all of your 10:00 but the 2:00 kept for questions."},
	} {
		got := fitWords(talk.RunPlan{Slot: c.slot, Questions: c.questions, Slides: []talk.PlannedSlide{{Planned: c.planned}}})
		if got != c.want {
			t.Errorf("%v of %v: %q, want %q", c.planned, c.slot, got, c.want)
		}
	}
}

func TestPlace_NothingToSay(t *testing.T) {
	for _, text := range []string{"", "# Only a title\n", "## Left out #skip\n\nWords.\n"} {
		b := open(t, text)
		b.sees("There is nothing to say yet", "Back to the draft")
		b.press("Right", "Space", "F5", "End", "p", "b", "?", "3", "Escape")
		if b.UnderWay() || len(b.events) > 0 || b.mode != modeEmpty {
			t.Errorf("%q: a key did something", text)
		}
		test.Tap(find[*widgets.Button](t, b.empty.content))
		if b.drafts != 1 {
			t.Errorf("%q: no way back", text)
		}
	}
}

// find returns the first widget of a kind below o.
func find[W fyne.CanvasObject](t *testing.T, o fyne.CanvasObject) W {
	t.Helper()
	var found W
	ok := false
	var look func(fyne.CanvasObject)
	look = func(o fyne.CanvasObject) {
		if w, is := o.(W); is && !ok {
			found, ok = w, true
		}
		if c, is := o.(*fyne.Container); is {
			for _, child := range c.Objects {
				look(child)
			}
		}
	}
	look(o)
	if !ok {
		t.Fatalf("there is no %T", found)
	}
	return found
}

// TestPlace_AnyTalk rehearses talks at the edges of what a talk can be, at the
// sizes that a window can have.
func TestPlace_AnyTalk(t *testing.T) {
	word := strings.Repeat("incomprehensibilities", 12)
	talks := map[string]string{
		"no slot and no times": "## One\n\nWords to say.\n\n## Two\n\n- shown only\n",
		"backup only":          "## For later #backup\n\n- shown\n",
		"no headings":          "Just words.\n\n---\n\nMore words.\n",
		"a slide of a picture": "## See (1m)\n\n![a cat](cat.jpg)\n",
		"no script":            "## Nothing (1m)\n",
		"a word too long":      "## " + word + " (1m)\n\n" + word + "\n\n- " + word + "\n",
		"a very long script":   "## Long (5m)\n\n" + strings.Repeat("Words and words and words. ", 800) + "\n",
		"hours":                "---\nslot: 3h\n---\n\n## Long (2h 30m)\n\nWords.\n",
		"a hundred sections":   strings.Repeat("## Again (10s)\n\nWords.\n\n", 100),
		"a slot of questions":  "---\nslot: 5m\nquestions: 10m\n---\n\n## One (1m)\n\nWords.\n",
		"odd blocks":           "## Odd (1m)\n\n> a quote\n\n```go\nfunc main() {}\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n1. one\n   - two\n\n<!-- say -->\n- said\n- as a list [pause]\n<!-- /say -->\n",
	}
	for name, text := range talks {
		t.Run(name, func(t *testing.T) {
			b := open(t, text)
			sizes := []fyne.Size{{Width: 300, Height: 200}, {Width: 900, Height: 600}, {Width: 1280, Height: 800}}
			for _, size := range sizes[:len(sizes)/fewer] {
				b.window.Resize(size)
				b.begin()
				b.wait(30 * time.Second)
				b.press("Right", "Left", "3", "Return", "Down", "Up", "+", "-", "q")
				b.wait(2 * time.Minute)
				if b.overlay == overlayEnd {
					b.press("g")
				}
				if got, want := b.reading(), 150*time.Second; got.Spoken+got.Questions+got.Paused != want {
					t.Errorf("%v measured of %v", got.Spoken+got.Questions+got.Paused, want)
				}
				b.press("End", "k")
				b.sees("against the plan")
				b.press("F5")
			}
		})
	}
}

func TestPlace_ThemeAndSizeOfText(t *testing.T) {
	b := open(t, bread)
	b.begin()
	before := b.stage.script.override.MinSize().Height
	light := theme.New(theme.Light)
	light.TextScale = 1.5
	fyne.CurrentApp().Settings().SetTheme(light)
	b.wait(time.Second)
	if after := b.stage.script.override.MinSize().Height; after <= before {
		t.Errorf("larger text takes %v, smaller took %v", after, before)
	}
}

func TestEarlierRuns(t *testing.T) {
	b := open(t, bread)
	earlier := func(took time.Duration) talk.Run {
		plan := b.plan
		run := talk.Run{ID: took.String(), RunStart: talk.RunStart{Plan: plan}, Started: b.wall.AddDate(0, 0, -1), Ended: b.wall.AddDate(0, 0, -1).Add(took)}
		run.Slide, run.Spoken = 2, []time.Duration{took, 0, time.Minute, 0}
		return run
	}
	b.SetRuns([]talk.Run{earlier(400 * time.Second)})
	b.sees("Run 1", "yesterday 14:00", "7:40")
	b.begin()
	b.sees("run 2", "an earlier run took 6:40 here")
	b.SetRuns([]talk.Run{earlier(302 * time.Second), earlier(391 * time.Second)})
	b.sees("run 3", "earlier runs took 5:02 and 6:31 here")
	b.press("End", "k")
	b.sees("Run 3: 0:00")

	t.Run("the journal is read again", func(t *testing.T) {
		own := b.run.runID
		b.SetRuns([]talk.Run{earlier(302 * time.Second)}) // read before the end was written
		if len(b.runs) != 2 || b.runs[1].ID != own {
			t.Fatalf("the run that has just ended is gone: %d runs", len(b.runs))
		}
		b.SetRuns(append([]talk.Run{earlier(302 * time.Second)}, journal.Runs(b.events)...))
		if len(b.runs) != 2 {
			t.Fatalf("%d runs, want 2", len(b.runs))
		}
		b.sees("Run 2: 0:00")
	})
	t.Run("many", func(t *testing.T) {
		many := make([]talk.Run, 30)
		for i := range many {
			many[i] = earlier(time.Duration(i) * time.Minute)
		}
		b.SetRuns(many)
		b.sees("and 19 earlier")
	})
	t.Run("choosing one", func(t *testing.T) {
		b.Begin(parse(bread))
		b.SetRuns([]talk.Run{earlier(302 * time.Second), earlier(391 * time.Second)})
		row := find[*widgets.CardButton](t, b.ready.runs.rows)
		test.Tap(row)
		b.sees("Run 2: 7:31")
		second := b.report.runs.rows.Objects[1].(*widgets.CardButton)
		test.Tap(second)
		b.sees("Run 1: 6:02")
	})
	t.Run("one whose start was lost", func(t *testing.T) {
		b.Begin(parse(bread))
		b.SetRuns([]talk.Run{{ID: "x", Spoken: []time.Duration{time.Minute, time.Hour}, Marks: []talk.RunMark{{Kind: "marked", Slide: 7}}}})
		test.Tap(find[*widgets.CardButton](t, b.ready.runs.rows))
		b.sees("cut off", "This talk has no times to be measured against.")
		b.press("F5", "Right")
		b.sees("run 2")
	})
}

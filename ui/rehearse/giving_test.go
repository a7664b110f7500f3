package rehearse

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/ui/widgets"
)

// hall notes what the audience sees.
type hall struct {
	saw    []string
	closed func()
	open   bool
}

func (h *hall) Title()                  { h.saw = append(h.saw, "title") }
func (h *hall) Show(section, slide int) { h.saw = append(h.saw, fmt.Sprintf("%d.%d", section, slide)) }
func (h *hall) Close()                  { h.saw, h.open = append(h.saw, "closed"), false }
func (h *hall) Front()                  { h.saw = append(h.saw, "front") }
func (h *hall) Blank(on bool)           { h.saw = append(h.saw, fmt.Sprint("blank ", on)) }

// inHall is a place with an audience, and one more display or not.
func inHall(t *testing.T, second bool) (*bench, *hall, *[]Screen) {
	t.Helper()
	h, screens := &hall{}, &[]Screen{}
	text := strings.Replace(bread, "slot: 10m", "slot: 10m\nevent: Bakers' night\ndate: 2027-05-04\nlisteners: 40", 1)
	b := open(t, text, func(c *Config) {
		c.SecondDisplay = func() bool { return second }
		c.OpenAudience = func(screen Screen, closed func()) Audience {
			*screens = append(*screens, screen)
			h.closed, h.open = closed, true
			return h
		}
		c.OnDebrief = func(string) {}
	})
	return b, h, screens
}

func TestGiving(t *testing.T) {
	b, h, screens := inHall(t, true)
	b.press("g")
	b.sees("Give it", "On the second display", "In a window", "Script only")
	s := b.giving
	if s.event.Text != "Bakers' night" || s.date.Text != "2027-05-04" || s.slot.Text != "10m" || s.listeners.Text != "40" {
		t.Errorf("the form has %q, %q, %q, %q", s.event.Text, s.date.Text, s.slot.Text, s.listeners.Text)
	}
	s.slot.SetText("8")
	b.press("Return")
	b.sees("The audience sees the title.", "The clock starts with your first press")
	if b.UnderWay() || !slices.Equal(h.saw, []string{"title"}) || !slices.Equal(*screens, []Screen{SecondDisplay}) {
		t.Fatalf("the audience saw %q on %v", h.saw, *screens)
	}
	b.wait(time.Minute) // the host says who is to come
	b.press("Next")
	if !b.UnderWay() {
		t.Fatal("the clicker does not begin")
	}
	b.wait(10 * time.Second)
	b.press("Next")
	b.wait(10 * time.Second)
	b.press("b")
	b.sees("the audience sees nothing")
	b.wait(10 * time.Second)
	b.press("b")
	b.misses("the audience sees nothing")
	b.press("b")
	b.press("Next") // which shows it, too
	b.misses("the audience sees nothing")
	b.wait(10 * time.Second)
	b.press("Prior")
	b.wait(time.Second)
	b.press("4", "Return")
	b.wait(time.Second)
	b.press("End", "k")
	want := []string{"title", "0.0", "1.0", "blank true", "blank false", "blank true", "1.1", "1.0", "2.0", "closed"}
	if !slices.Equal(h.saw, want) {
		t.Errorf("the audience saw\n%q, want\n%q", h.saw, want)
	}
	run := b.written()[0]
	if run.Kind != talk.RunGiven || run.Event != "Bakers' night" || run.Date != "2027-05-04" || run.Listeners != 40 || run.Plan.Slot != 8*time.Minute {
		t.Errorf("written is %+v", run.RunStart)
	}
	b.sees("Bakers' night: ", "40 listeners", "Debrief…")
}

// TestGiving_IsToday, on whatever day it was planned: who stands on the stage does so
// now.
func TestGiving_IsToday(t *testing.T) {
	b, _, _ := inHall(t, false)
	b.Update(parse(strings.Replace(bread, "slot: 10m", "slot: 10m\ndate: 2027-06-11", 1)))
	b.wall = time.Date(2027, 5, 5, 0, 30, 0, 0, time.FixedZone("", 2*3600)) // yesterday still in London
	b.press("g")
	if got := b.giving.date.Text; got != "2027-05-05" {
		t.Errorf("the day is %s", got)
	}
	b.press("Return", "Right")
	b.wait(time.Second)
	b.press("End", "k")
	if run := b.written()[0]; run.Date != "2027-05-05" {
		t.Errorf("it was given on %s", run.Date)
	}
}

// TestGiving_TheEndDialogSaysThatTheSlotGoesOn, which in a rehearsal it does not.
func TestGiving_TheEndDialogSaysThatTheSlotGoesOn(t *testing.T) {
	b, _, _ := inHall(t, false)
	b.press("g", "Return", "Right")
	b.wait(time.Second)
	b.sees("on stage")
	b.misses("run 1")
	b.press("End")
	b.sees("Your slot goes on while you decide.")
	b.misses("stands still")
	before := b.reading().Left
	b.wait(10 * time.Second)
	if got := b.reading().Left; got != before-10*time.Second {
		t.Errorf("left %v of %v", got, before)
	}
	// What happens once only is not thrown away with one key.
	b.misses("Throw it away")
	b.press("d")
	b.sees("Your slot goes on while you decide.")
	b.press("k")
	if runs := b.written(); len(runs) != 1 || runs[0].Ended.IsZero() {
		t.Fatalf("the journal has %+v", runs)
	}
	b.press("Escape")
	b.begin()
	b.press("End")
	b.sees("The clock stands still while you decide.")
}

func TestGiving_WithOneDisplay(t *testing.T) {
	b, h, screens := inHall(t, false)
	b.press("g")
	b.misses("On the second display")
	b.press("Return", "Right")
	b.wait(time.Second)
	h.closed() // the window is closed by hand
	b.press("b")
	if b.overlay != overlayBlank {
		t.Error("without an audience this screen is blanked")
	}
	b.press("Right")
	b.wait(time.Second)
	b.press("Right")
	if !b.UnderWay() || !slices.Equal(*screens, []Screen{OwnWindow}) || !slices.Equal(h.saw, []string{"title", "0.0"}) {
		t.Errorf("it goes on: %v, on %v, the audience saw %q", b.UnderWay(), *screens, h.saw)
	}
}

// TestGiving_ADisplayIsPluggedIn takes it, unless the speaker chose otherwise.
func TestGiving_ADisplayIsPluggedIn(t *testing.T) {
	second := false
	var screens []Screen
	b := open(t, bread, func(c *Config) {
		c.SecondDisplay = func() bool { return second }
		c.OpenAudience = func(screen Screen, _ func()) Audience {
			screens = append(screens, screen)
			return &hall{}
		}
	})
	b.press("g")
	second = true
	b.press("Return", "Escape")
	for _, o := range b.giving.screens.Objects {
		if chip := o.(*widgets.Chip); chip.Text == "In a window" {
			test.Tap(chip)
		}
	}
	b.giving.arm()
	if !slices.Equal(screens, []Screen{SecondDisplay, OwnWindow}) {
		t.Errorf("the slides were on %v", screens)
	}
}

// TestGiving_ADisplayComesAndGoes keeps the slides where the audience sees them,
// and never over the script. Slide, blank and clock go on without them.
func TestGiving_ADisplayComesAndGoes(t *testing.T) {
	second := false
	b, h, screens := inHall(t, false)
	b.config.SecondDisplay = func() bool { return second }
	plug := func(in bool) {
		second = in
		b.wait(displayBeat)
	}
	b.press("g")
	b.misses("On the second display")
	plug(true)
	b.sees("On the second display")
	plug(false)
	b.misses("On the second display")
	b.press("Return") // in a window
	plug(true)        // which it leaves
	b.sees("The audience sees the title.")
	plug(false)
	b.sees("The second display is gone.")
	plug(true)
	want := []string{"title", "closed", "title", "closed", "title"}
	if !slices.Equal(h.saw, want) || !slices.Equal(*screens, []Screen{OwnWindow, SecondDisplay, SecondDisplay}) {
		t.Fatalf("the audience saw %q on %v", h.saw, *screens)
	}
	b.press("Next")
	b.wait(time.Second)
	b.press("Next")
	b.wait(time.Second)
	h.saw = nil
	plug(false)
	b.sees("the second display is gone")
	if h.open || !b.UnderWay() || b.overlay != overlayNone {
		t.Fatal("the speaker's view does not go on alone")
	}
	b.press("b") // before they see anything
	if b.overlay != overlayNone {
		t.Error("the script is blanked, and nobody else sees anything anyway")
	}
	b.sees("the audience sees nothing")
	plug(true)
	b.misses("the second display is gone")
	b.press("b")
	plug(false)
	b.press("Next")
	b.wait(time.Second)
	plug(true)
	b.wait(time.Second)
	b.press("End", "k")
	want = []string{"closed", "title", "1.0", "blank true", "blank false", "closed", "title", "1.1", "closed"}
	if !slices.Equal(h.saw, want) {
		t.Errorf("the audience saw\n%q, want\n%q", h.saw, want)
	}
	if run := b.written()[0]; run.Spoken[2] == 0 || run.Ended.IsZero() {
		t.Errorf("the run is %+v", run)
	}
	plug(false)
	if n := len(h.saw); n != len(want) {
		t.Error("displays are looked for when nothing is given")
	}
}

// TestGiving_WhatTheSpeakerChoseStays, whatever is plugged in, as long as it is there.
func TestGiving_WhatTheSpeakerChoseStays(t *testing.T) {
	second := true
	b, h, screens := inHall(t, false)
	b.config.SecondDisplay = func() bool { return second }
	choose := func(name string) {
		t.Helper()
		for _, o := range b.giving.screens.Objects {
			if chip := o.(*widgets.Chip); chip.Text == name {
				test.Tap(chip)
				return
			}
		}
		t.Fatalf("%q is not offered", name)
	}
	b.press("g")
	choose("In a window")
	second = false
	b.wait(displayBeat)
	second = true
	b.wait(displayBeat)
	b.giving.arm()
	b.wait(displayBeat)
	if !slices.Equal(*screens, []Screen{OwnWindow}) || !h.open {
		t.Errorf("the slides were on %v", *screens)
	}
	b.press("Escape")
	choose("On the second display")
	second = false
	b.wait(displayBeat)
	if b.giving.screen != OwnWindow {
		t.Errorf("the slides go to screen %d, which is gone", b.giving.screen)
	}
}

// TestGiving_GoesOnAfterAKill brings the slides back, too.
func TestGiving_GoesOnAfterAKill(t *testing.T) {
	first, _, _ := inHall(t, true)
	first.press("g", "Return", "Next")
	first.wait(time.Second)
	first.press("Next")
	first.wait(time.Second)
	b, h, screens := inHall(t, true)
	b.events = first.events
	b.to(b.mono + time.Minute)
	b.SetRuns(b.written())
	b.SetCutOff(journal.CutOff(b.events))
	b.press("r")
	b.misses("paused")
	if !slices.Equal(h.saw, []string{"title", "1.0"}) || !slices.Equal(*screens, []Screen{SecondDisplay}) {
		t.Errorf("the audience saw %q on %v", h.saw, *screens)
	}
}

func TestGiving_ScriptOnly(t *testing.T) {
	b := open(t, bread)
	b.press("g")
	b.misses("In a window")
	b.press("Return")
	b.misses("The audience sees")
	b.press("Space")
	b.wait(time.Second)
	if run := b.run.clock.Run(); run.Kind != talk.RunGiven || !b.UnderWay() {
		t.Errorf("it is %+v", run.RunStart)
	}
}

func TestGiving_Back(t *testing.T) {
	b, h, _ := inHall(t, true)
	b.press("g", "Escape")
	if b.mode != modeReady || len(h.saw) != 0 {
		t.Errorf("mode %d, the audience saw %q", b.mode, h.saw)
	}
	b.press("g", "Return", "Escape")
	if b.mode != modeGive || b.giving.armed || !slices.Equal(h.saw, []string{"title", "closed"}) {
		t.Errorf("mode %d, the audience saw %q", b.mode, h.saw)
	}
	b.press("Return")
	b.Leave() // to another place
	if b.mode != modeReady || h.open {
		t.Errorf("mode %d, the slides are up: %v", b.mode, h.open)
	}
	b.Focus()
	b.press("Right")
	b.wait(time.Second)
	if run := b.run.clock.Run(); run.Kind != talk.RunPractice {
		t.Error("a rehearsal after it counts as given")
	}
}

func TestGiving_TheTalkIsEdited(t *testing.T) {
	b, h, _ := inHall(t, true)
	b.press("g", "Return")
	b.Update(parse(strings.Replace(bread, "One bowl", "Two bowls", 1)))
	if !b.giving.armed || !h.open {
		t.Error("another word took the slides away")
	}
	b.Update(parse("## Only one\n\n- shown\n"))
	if b.mode != modeReady || h.open {
		t.Error("the plan of another talk stands")
	}
}

func TestGiving_WhatIsWrong(t *testing.T) {
	b, h, _ := inHall(t, true)
	for _, c := range []struct{ date, slot, listeners, want string }{
		{"May 4", "10m", "40", "The date is written like"},
		{"2027-05-04", "soon", "40", "The slot is a time"},
		{"2027-05-04", "10m", "many", "Listeners are a number."},
		{"2027-05-04", "10m", "-1", "Listeners are a number."},
	} {
		b.openGiving()
		b.giving.date.SetText(c.date)
		b.giving.slot.SetText(c.slot)
		b.giving.listeners.SetText(c.listeners)
		b.press("Return")
		b.sees(c.want)
		if b.giving.armed || len(h.saw) != 0 {
			t.Fatalf("%+v was taken", c)
		}
	}
	b.openGiving()
	b.misses("Listeners are a number.")
	for _, f := range []*givingField{b.giving.event, b.giving.date, b.giving.slot, b.giving.listeners} {
		f.SetText(" ")
	}
	if start, wrong := b.giving.start(); wrong != "" || start.Plan.Slot != 0 || start.Plan.Questions != 0 || start.Listeners != 0 || start.Date != "" {
		t.Errorf("nothing at all is %+v, %q", start, wrong)
	}
}

// TestGiving_Golden shows the form and the screen behind it.
func TestGiving_Golden(t *testing.T) {
	b, _, _ := inHall(t, true)
	b.window.Resize(fyne.NewSize(900, 600))
	b.press("g")
	b.golden("give_900")
	b.press("Return")
	b.golden("armed_900")
}

// TestGiving_WhatIsAskedIsInFront asks for the time while the slides lie before the
// script: the question comes to the front, and the slides do when it is answered.
func TestGiving_WhatIsAskedIsInFront(t *testing.T) {
	for _, second := range []bool{false, true} {
		b, h, _ := inHall(t, second)
		asked := 0
		b.config.Front = func() { asked++ }
		b.press("g", "Return", "Next")
		for i, keys := range [][]string{{"t", "5", "Return"}, {"t", "Escape"}, {"e", "Escape"}, {"?", "?"}, {"End", "g"}} {
			h.saw = nil
			b.press(keys[0])
			if asked != i+1 || len(h.saw) > 0 {
				t.Fatalf("%v: after %s it came to the front %d times, and the audience saw %q", second, keys[0], asked, h.saw)
			}
			b.press(keys[1:]...)
			if back := slices.Contains(h.saw, "front"); asked != i+1 || back == second {
				t.Errorf("%v: after %v the slides are in front: %v", second, keys, back)
			}
		}
	}
}

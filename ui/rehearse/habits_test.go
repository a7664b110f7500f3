package rehearse

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
)

func TestClock_ByHand(t *testing.T) {
	b := open(t, bread, func(c *Config) { c.Habits.ByHand = true })
	b.sees("The clock starts with F5 or Enter")
	b.press("Right", "Next", "Space")
	if b.mode != modeReady || len(b.events) != 0 {
		t.Fatal("a clicker started the clock")
	}
	b.press("F5")
	if !b.UnderWay() {
		t.Fatal("F5 does not start the clock")
	}
}

func TestClock_CountsIn(t *testing.T) {
	b := open(t, bread, func(c *Config) { c.Habits.CountIn = 3 * time.Second })
	b.press("F5")
	b.wait(30 * time.Millisecond)
	b.press("F5") // bounces
	for _, figure := range []string{"3", "2", "1"} {
		if b.overlay != overlayCount || b.stage.count.figure.Text != figure {
			t.Fatalf("overlay %v shows %q, want %q", b.overlay, b.stage.count.figure.Text, figure)
		}
		if b.UnderWay() || len(b.events) != 0 {
			t.Fatal("it counts already")
		}
		b.wait(time.Second)
	}
	b.wait(970 * time.Millisecond)
	if r := b.reading(); r.State != engine.Running || r.Spoken != time.Second || b.overlay != overlayNone {
		t.Errorf("overlay %v with %+v", b.overlay, r)
	}
}

func TestClock_CountInIsCutShortOrTakenBack(t *testing.T) {
	in3 := func(c *Config) { c.Habits.CountIn = 3 * time.Second }
	b := open(t, bread, in3)
	b.press("F5")
	b.wait(time.Second)
	b.press("Right")
	b.wait(time.Second)
	if r := b.reading(); r.Spoken != time.Second || r.Slide != 0 {
		t.Errorf("it has %+v", r)
	}
	for name, back := range map[string]func(*bench){
		"Escape": func(b *bench) { b.press("Escape") },
		"Leave":  func(b *bench) { b.Leave() },
		"Finish": func(b *bench) { b.Finish() },
		"Update": func(b *bench) { b.Update(parse(bread)) },
	} {
		b := open(t, bread, in3)
		b.press("F5")
		b.wait(time.Second)
		back(b)
		b.wait(10 * time.Second)
		if b.mode != modeReady || b.overlay != overlayNone || len(b.events) != 0 {
			t.Errorf("%s: mode %v, overlay %v, %d events", name, b.mode, b.overlay, len(b.events))
		}
		if n := len(b.stages); n != 2 || b.stages[1] {
			t.Errorf("%s: the stage went %v", name, b.stages)
		}
		b.Focus()
		b.press("Right") // a move needs no count-in
		if !b.UnderWay() {
			t.Errorf("%s: it does not begin again", name)
		}
	}
}

func TestCards(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.sees("Stir until your arm complains.")
	b.press("c")
	b.sees("on the screen: One bowl", "Take a bowl. ", "[pause 3]", "[click]", "Any bowl. …", "Stir until your arm complains.", "cue cards")
	b.misses("Now the flour.")
	if len(b.liked) != 1 || !b.liked[0].Cards {
		t.Errorf("told was %+v", b.liked)
	}
	b.wait(time.Second)
	b.press("C")
	b.sees("Now the flour.", "the whole script")
}

func TestCardOf(t *testing.T) {
	for text, want := range map[string]string{
		"One two three four five six.":            "One two three four five…",
		"One two three four five.":                "One two three four five.",
		"One [pause] two three *four* five.":      "One <[pause]> two three *four* five.",
		"One two three four *five six* end":       "One two three four *five…*",
		"One two three four five six [click]":     "One two three four five… <[click]>",
		"One two three four five. [click] Six":    "One two three four five. … <[click]>",
		"[click] One two three four five six":     "<[click]> One two three four five…",
		"One two. Three four five. Six seven.":    "One two. Three four five. …",
		"One two three four *five!* Six. [click]": "One two three four *five! … *<[click]>",
		"One two *three four five* six":           "One two *three four five … *",
	} {
		p := passagesOf(parse("## S\n\n" + text + "\n").Sections[0].Slides[0])[0]
		if got := strings.TrimSpace(line(cardOf(p).parts)); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestScroll_AtTheSpeakersPace(t *testing.T) {
	long := "## A long one (10m)\n\n" + strings.Repeat("Ten words that are said one after the other here.\n\n", 60) + "## And then (1m)\n\n" +
		strings.Repeat("word ", 120) + "\n"
	b := open(t, "---\npace: 120\n---\n\n"+long, func(c *Config) { c.Habits.Scroll = true })
	b.begin() // 600 words are five minutes, 120 one
	b.sees("at your pace you end at 14:06")
	script := b.stage.script
	whole := script.override.Size().Height
	b.wait(5 * time.Second)
	if script.scroll.Offset.Y != 0 {
		t.Error("the first line leaves while it is said")
	}
	b.wait(145 * time.Second)
	line := script.scroll.Size().Height / 3
	if got := script.scroll.Offset.Y + line; got < 0.49*whole || got > 0.51*whole {
		t.Errorf("half way the line that is read is at %v of %v", got, whole)
	}
	b.press("p")
	at := script.scroll.Offset.Y
	b.wait(time.Minute)
	if script.scroll.Offset.Y != at {
		t.Error("it scrolls in a pause")
	}
	b.press("p", "Up")
	up := script.scroll.Offset.Y
	b.wait(2 * time.Second)
	if got := script.scroll.Offset.Y; up >= at || got <= up || got >= at {
		t.Errorf("from %v up to %v, then to %v: it must go on from there", at, up, got)
	}
	b.press("a")
	b.sees("scrolls no longer by itself")
	at = script.scroll.Offset.Y
	b.wait(10 * time.Second)
	if script.scroll.Offset.Y != at || b.liked[0].Scroll {
		t.Error("A does not stop it")
	}
	b.misses("at your pace")
	b.press("a")
	b.sees("scrolls at 120 words a minute")
	b.press("Right")
	if b.slide() != 1 || script.scroll.Offset.Y != 0 {
		t.Errorf("slide %d begins at %v", b.slide(), script.scroll.Offset.Y)
	}
}

func TestWarnings_OfTheSpeakersChoice(t *testing.T) {
	alarms := engine.Alarms{{Percent: 50, Level: engine.Near, Flash: true}, {Left: time.Minute, Level: engine.Over}, {Left: -30 * time.Second, Level: engine.Urgent}}
	b := open(t, "---\nslot: 4m\n---\n\n## One (4m)\n\nWords.\n", func(c *Config) { c.Habits.Alarms = alarms })
	b.begin()
	ground := func() fyne.ThemeColorName {
		if !b.stage.ground.Visible() {
			return ""
		}
		return b.stage.ground.color
	}
	for _, step := range []struct {
		until  time.Duration
		tone   theme.Tone
		words  string
		ground fyne.ThemeColorName
	}{
		{119 * time.Second, theme.Neutral, "", ""},
		{120300 * time.Millisecond, theme.Message, "2:00 left", theme.Message.Soft()},
		{121100 * time.Millisecond, theme.Message, "1:59 left", ""},
		{130 * time.Second, theme.Message, "", ""},
		{180300 * time.Millisecond, theme.Take, "1:00 left", ""},
		{190 * time.Second, theme.Take, "", ""},
		{250 * time.Second, theme.Take, "0:10 over", ""},
		{270300 * time.Millisecond, theme.Take, "0:30 over", theme.Take.Tint()},
		{300 * time.Second, theme.Take, "1:00 over", theme.Take.Tint()},
	} {
		b.wait(step.until - b.reading().Spoken)
		if b.stage.talk.Tone != step.tone {
			t.Errorf("at %v the clock has the tone %v, want %v", step.until, b.stage.talk.Tone, step.tone)
		}
		if got := b.stage.warningWords(); got != step.words {
			t.Errorf("at %v it says %q, want %q", step.until, got, step.words)
		}
		if step.words != "" {
			b.sees(step.words)
		}
		if got := ground(); got != step.ground {
			t.Errorf("at %v the ground is %q, want %q", step.until, got, step.ground)
		}
	}
	b.sees("+1:00", "Come to the end") // overtime counts on
}

func TestHabitsCard(t *testing.T) {
	b := open(t, bread)
	card := b.ready.habits
	card.times[engine.Near].SetText("70%, 2m")
	card.times[engine.Over].SetText("0")
	card.times[engine.Urgent].SetText("-90s")
	card.flash.SetChecked(true)
	want := engine.Alarms{
		{Percent: 70, Level: engine.Near, Flash: true}, {Left: 2 * time.Minute, Level: engine.Near, Flash: true},
		{Level: engine.Over, Flash: true}, {Left: -90 * time.Second, Level: engine.Urgent, Flash: true},
	}
	if got := b.liked[len(b.liked)-1].Alarms; !reflect.DeepEqual(got, want) {
		t.Fatalf("the warnings are %+v\nwant %+v", got, want)
	}
	card.times[engine.Over].SetText("soon")
	b.sees("“soon” is no time")
	if !reflect.DeepEqual(b.habits.Alarms, want) {
		t.Error("what cannot be read changed the warnings")
	}
	for _, f := range card.times {
		f.SetText("")
	}
	b.misses("is no time")
	if got := b.liked[len(b.liked)-1].Alarms; got == nil || len(got) != 0 {
		t.Errorf("without any time the warnings are %+v", got)
	}
	again := newBench(t, func(c *Config) { c.Habits.Alarms = want })
	for level, text := range map[engine.Level]string{engine.Near: "70%, 2m", engine.Over: "0s", engine.Urgent: "-1m30s"} {
		if got := again.ready.habits.times[level].Text; got != text {
			t.Errorf("level %v is shown as %q, want %q", level, got, text)
		}
	}
}

// TestHabitsCard_NoTime says below its field that a word is no time and what
// holds, takes the other fields, and puts the old time back when it is left.
func TestHabitsCard_NoTime(t *testing.T) {
	want := engine.Alarms{{Percent: 80, Level: engine.Near}, {Left: time.Minute, Level: engine.Over}}
	b := open(t, bread, func(c *Config) { c.Habits.Alarms = want })
	card := b.ready.habits
	near := card.times[engine.Near]
	near.focus()
	near.SetText("abc")
	b.sees("“abc” is no time: write 80%, 5m, 90s or -1m. Still warned at 80%.")
	if why := card.whys[engine.Near]; !why.Visible() || card.whys[engine.Over].Visible() {
		t.Error("it does not stand below its own field")
	}
	card.times[engine.Urgent].SetText("abc")
	b.sees("There is still no such warning.")
	card.times[engine.Over].SetText("2m")
	want[1].Left = 2 * time.Minute
	if !reflect.DeepEqual(b.habits.Alarms, want) {
		t.Errorf("the warnings are %+v", b.habits.Alarms)
	}
	b.press("Return")
	if near.Text != "80%" || card.whys[engine.Near].Visible() {
		t.Errorf("the field that was left says %q", near.Text)
	}
	card.times[engine.Urgent].focus()
	b.Focus()
	b.misses("is no time")
	if !reflect.DeepEqual(b.habits.Alarms, want) {
		t.Errorf("in the end the warnings are %+v", b.habits.Alarms)
	}
}

package rehearse

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/markdown"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
)

// The talk of most tests: three sections, four slides, one of them for questions.
const bread = `---
title: Bake one loaf
slot: 10m
questions: 2m
---

## Flour is cheap (3m)

- One bowl #demo

Take a bowl. [pause 3] Any bowl. [click] Now the flour.

- Two spoons

Stir until your arm complains.

## Time does the work (4m)

Wait. That is the recipe.

### In the cold

Overnight it learns to taste.

## What if it does not rise? #backup

- Old yeast
`

// bench is a place with a clock that is moved by hand.
type bench struct {
	*Place
	tb     testing.TB
	window fyne.Window

	mono   time.Duration
	wall   time.Time
	ticks  []*tick
	events []talk.Event
	awake  []bool
	stages []bool
	drafts int
	scales []float32
	liked  []Habits
	doc    *markdown.Document // what an edit of the stage changes
	steps  int                // of undo that came of it
}

type tick struct {
	due, period time.Duration
	f           func()
	stopped     bool
}

func newBench(tb testing.TB, change ...func(*Config)) *bench {
	tb.Helper()
	uitest.App(tb, theme.Dark)
	b := &bench{tb: tb, mono: 7 * time.Second, wall: time.Date(2027, 5, 4, 14, 0, 0, 0, time.UTC)}
	config := Config{
		Now: func() (time.Duration, time.Time) { return b.mono, b.wall },
		Every: func(period time.Duration, f func()) func() {
			if period <= 0 {
				b.tb.Fatalf("Every was asked for a period of %v", period)
			}
			t := &tick{due: b.mono + period, period: period, f: f}
			b.ticks = append(b.ticks, t)
			return func() { t.stopped = true }
		},
		Append:        func(events ...talk.Event) { b.events = append(b.events, events...) },
		KeepAwake:     func(on bool) { b.awake = append(b.awake, on) },
		OnStage:       func(on bool) { b.stages = append(b.stages, on) },
		OnDraft:       func() { b.drafts++ },
		OnScriptScale: func(scale float32) { b.scales = append(b.scales, scale) },
		OnHabits:      func(habits Habits) { b.liked = append(b.liked, habits) },
		Do: func(edit markdown.Edit) bool {
			after, _, err := edit.Apply(b.doc)
			if err != nil {
				return false
			}
			b.doc = after
			b.steps++
			b.Update(after.Talk())
			return true
		},
		Focus: func(f fyne.Focusable) { b.window.Canvas().Focus(f) },
	}
	for _, f := range change {
		f(&config)
	}
	b.Place = New(config)
	b.window = uitest.Window(tb, fyne.NewSize(1280, 800), b.Content())
	return b
}

func open(tb testing.TB, text string, change ...func(*Config)) *bench {
	tb.Helper()
	b := newBench(tb, change...)
	b.doc = markdown.Parse([]byte(text))
	b.Begin(b.doc.Talk())
	b.Focus()
	return b
}

func parse(text string) *talk.Talk { return markdown.Parse([]byte(text)).Talk() }

// wait lets time pass, and every tick happen when it is due.
func (b *bench) wait(d time.Duration) {
	end := b.mono + d
	for {
		b.ticks = slices.DeleteFunc(b.ticks, func(t *tick) bool { return t.stopped })
		var first *tick
		for _, t := range b.ticks {
			if t.due <= end && (first == nil || t.due < first.due) {
				first = t
			}
		}
		if first == nil {
			break
		}
		b.to(first.due)
		first.due += first.period
		first.f()
	}
	b.to(end)
}

func (b *bench) to(mono time.Duration) {
	b.wall = b.wall.Add(mono - b.mono)
	b.mono = mono
}

// press gives keys to what has the focus, as a keyboard does: a name as a key,
// anything else sign by sign, first its key and then its rune.
func (b *bench) press(keys ...string) {
	b.tb.Helper()
	focused := b.window.Canvas().Focused()
	if focused == nil {
		b.tb.Fatal("nothing has the focus")
	}
	named := map[string]bool{"Right": true, "Left": true, "Up": true, "Down": true, "Prior": true, "Next": true, "Space": true,
		"Return": true, "KP_Enter": true, "Escape": true, "End": true, "F5": true, "BackSpace": true, "LeftShift": true}
	for _, key := range keys {
		if named[key] {
			b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(key)})
			if key == "Space" {
				b.window.Canvas().Focused().TypedRune(' ')
			}
			continue
		}
		for _, r := range key {
			b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(strings.ToUpper(string(r)))})
			b.window.Canvas().Focused().TypedRune(r)
		}
	}
}

// begin starts a run and leaves the moment in which a clicker may bounce.
func (b *bench) begin() {
	b.tb.Helper()
	b.press("Right")
	if !b.UnderWay() {
		b.tb.Fatal("the run did not begin")
	}
}

func (b *bench) slide() int { return b.run.clock.Read().Slide }

// reading is what the clock measured until now.
func (b *bench) reading() engine.Reading {
	b.run.do(nil)
	return b.run.clock.Read()
}

// written rebuilds the runs from what went to the journal.
func (b *bench) written() []talk.Run { return journal.Runs(b.events) }

// texts returns all words that can be seen, in the order in which they are drawn.
func (b *bench) texts() string {
	return strings.Join(visibleTexts(b.Content()), "\n")
}

func visibleTexts(o fyne.CanvasObject) []string {
	var all []string
	for _, line := range strings.Split(test.RenderObjectToMarkup(o), "<text") {
		_, rest, ok := strings.Cut(line, ">")
		if !ok {
			continue
		}
		if text, _, ok := strings.Cut(rest, "</text>"); ok {
			all = append(all, text)
		}
	}
	return all
}

func (b *bench) sees(words ...string) {
	b.tb.Helper()
	all := b.texts()
	for _, w := range words {
		if !strings.Contains(all, w) {
			b.tb.Errorf("%q is not to be seen in\n%s", w, all)
		}
	}
}

func (b *bench) misses(words ...string) {
	b.tb.Helper()
	all := b.texts()
	for _, w := range words {
		if strings.Contains(all, w) {
			b.tb.Errorf("%q is to be seen in\n%s", w, all)
		}
	}
}

// golden compares what the window shows with testdata/name.xml.
func (b *bench) golden(name string) {
	b.tb.Helper()
	uitest.GoldenMarkup(b.tb, name, b.window)
}

func parseDocument(text string) *markdown.Document { return markdown.Parse([]byte(text)) }

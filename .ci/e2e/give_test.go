package e2e

import (
	"bytes"
	"testing"
	"time"

	"talkgiver/assets"
	"talkgiver/talk"
)

// The monitors as they stand on the desk.
var (
	left  = area{0, 0, 1024, 768}
	right = area{1024, 0, 1024, 768}
)

// ground is what stands in the four corners of a slide, where it shows nothing
// else; nothing where the corners differ.
func (p *pixels) ground(screen area) string {
	p.t.Helper()
	colour := p.colour(screen.x+4, screen.y+4)
	for _, x := range []int{screen.x + 4, screen.x + screen.width - 5} {
		for _, y := range []int{screen.y + 4, screen.y + screen.height - 5} {
			if p.colour(x, y) != colour {
				return ""
			}
		}
	}
	return colour
}

// isBlack reports whether nothing at all is to be seen.
func isBlack(pixels []byte) bool { return bytes.Count(pixels, []byte{0}) == len(pixels) }

// untilSlide waits until a slide fills a screen that does not show what it showed
// before, and stays; and returns it. A window that fills a screen is drawn more
// than once until it has found its size.
func (w *window) untilSlide(p *pixels, screen area, what string, before []byte) []byte {
	w.t.Helper()
	var slide []byte
	until(w.t, what, func() bool {
		slide = w.untilCalm(p, screen, what)
		return p.ground(screen) == "ffffff" && !bytes.Equal(slide, before)
	})
	return slide
}

// untilCalm waits until something is to be seen in a part of the screen, and
// stays; and returns it.
func (w *window) untilCalm(p *pixels, part area, what string) []byte {
	w.t.Helper()
	const rounds = 40 // that it must stay, of ten milliseconds
	var seen []byte
	calm := 0
	until(w.t, what, func() bool {
		now := p.of(part)
		if !bytes.Equal(now, seen) {
			seen, calm = now, 0
		}
		calm++
		return calm >= rounds && !isOne(now)
	})
	return seen
}

// isOne reports whether all pixels are the same.
func isOne(pixels []byte) bool { return bytes.Equal(pixels[4:], pixels[:len(pixels)-4]) }

// give opens the talk's form and says that one is on stage: the audience sees the
// title, in a window that covers their screen.
func (w *window) give(screen area) {
	w.t.Helper()
	w.press("ctrl+2", "g", "Return")
	w.untilSlidesCover(screen)
}

func (w *window) untilSlidesCover(screen area) {
	w.t.Helper()
	until(w.t, "the slides are a window over "+screen.String(), func() bool {
		id := w.slides()
		return id != "" && w.where(id) == screen
	})
}

// TestGivingOnTwoDisplays gives a talk with the slides over all of the second
// display, wherever it stands, and the speaker's view on the first one.
func TestGivingOnTwoDisplays(t *testing.T) {
	for side, at := range map[string]struct{ speaker, audience area }{
		"right": {left, right},
		"left":  {right, left},
	} {
		t.Run(side, func(t *testing.T) {
			d := newMonitors(t)
			d.plug(t, side)
			file := d.sample(t, assets.FirstSample)
			w, p := d.open(t, talkgiver, file), d.pixels(t)
			w.give(at.audience)
			if here := w.where(w.id); !here.within(at.speaker) {
				t.Fatalf("the speaker's view is on %v, their screen is %v", here, at.speaker)
			}
			title := w.untilSlide(p, at.audience, "the audience sees the title", nil)
			if runs := runsOf(t, file); len(runs) != 0 {
				t.Fatalf("it counts already: %+v", runs)
			}

			w.press("Next") // starts the clock
			untilRun(t, file, 1, "the clock goes on the first slide", func(r talk.Run) bool { return r.Slide == 0 && r.Spoken[0] >= hand })
			first := w.untilSlide(p, at.audience, "the audience sees the first slide", title)
			w.press("Next")
			untilRun(t, file, 1, "the clock goes on the second slide", func(r talk.Run) bool { return r.Slide == 1 && r.Spoken[1] >= hand })
			second := w.untilSlide(p, at.audience, "the audience sees the second slide", first)
			w.press("b")
			until(t, "the audience sees nothing", func() bool { return isBlack(p.of(at.audience)) })
			if isBlack(p.of(at.speaker)) {
				t.Error("the speaker sees nothing either")
			}
			w.press("period")
			until(t, "the slide is back", func() bool { return bytes.Equal(p.of(at.audience), second) })
			w.press("Prior")
			until(t, "the slide before is back", func() bool { return bytes.Equal(p.of(at.audience), first) })
			on := untilRun(t, file, 1, "the first slide counts on", func(r talk.Run) bool { return r.Slide == 0 })
			untilRun(t, file, 1, "the first slide counts on", func(r talk.Run) bool { return r.Spoken[0] >= on.Spoken[0]+hand })
			w.endGiving(file, 1)
		})
	}
}

// endGiving ends a talk that is given: the slides go, its run is in the journal,
// and the report is on the screen.
func (w *window) endGiving(file string, slides int) {
	w.t.Helper()
	w.press("End", "k")
	run := untilRun(w.t, file, 1, "the talk has ended", func(r talk.Run) bool { return !r.Ended.IsZero() })
	if run.Kind != talk.RunGiven || run.Event == "" || run.Listeners == 0 {
		w.t.Errorf("the run is %+v", run.RunStart)
	}
	for slide := range slides + 1 {
		if run.Spoken[slide] < hand {
			w.t.Errorf("slide %d has %v", slide, run.Spoken[slide])
		}
	}
	if whole := run.Ended.Sub(run.Started).Round(0); (whole - run.Whole()).Abs() > time.Second {
		w.t.Errorf("it took %v from start to end, and %v were measured", whole, run.Whole())
	}
	until(w.t, "the slides are gone", func() bool { return w.slides() == "" })
	w.focus()
	// Only the report keeps a clicker from beginning and needs F5 before.
	w.press("Right")
	report := w.picture("")
	w.press("F5")
	until(w.t, "the plan takes the place of the report", func() bool { return !bytes.Equal(w.picture(""), report) })
	w.press("Right")
	untilRun(w.t, file, 2, "a rehearsal goes", func(r talk.Run) bool { return r.Kind == talk.RunPractice && r.Slide == 0 })
}

// TestADisplayComesAndGoes plugs a display in after the start, takes it away in
// the middle of the talk, and brings it back.
func TestADisplayComesAndGoes(t *testing.T) {
	d := newMonitors(t)
	file := d.sample(t, assets.FirstSample)
	w, p := d.open(t, talkgiver, file), d.pixels(t)
	w.press("ctrl+2", "g")
	choice := area{260, 440, 504, 60} // of screens, in the middle of the form, below the cursor that blinks
	one := w.untilCalm(p, choice, "the form is there")
	d.plug(t, "right")
	until(t, "the second display is offered", func() bool { return !bytes.Equal(p.of(choice), one) })
	w.press("Return")
	w.untilSlidesCover(right)
	title := w.untilSlide(p, right, "the audience sees the title", nil)
	w.press("Next")
	untilRun(t, file, 1, "the clock goes", func(r talk.Run) bool { return r.Spoken[0] > 0 })
	first := w.untilSlide(p, right, "the audience sees the first slide", title)

	d.unplug(t)
	until(t, "the slides are gone", func() bool { return w.slides() == "" })
	w.focus()
	before := untilRun(t, file, 1, "the clock goes", func(r talk.Run) bool { return r.Spoken[0] > 0 })
	untilRun(t, file, 1, "the clock goes on", func(r talk.Run) bool { return r.Spoken[0] >= before.Spoken[0]+time.Second })
	w.press("Next") // the speaker's view goes on
	untilRun(t, file, 1, "the second slide", func(r talk.Run) bool { return r.Slide == 1 && r.Spoken[1] >= hand })

	d.plug(t, "right")
	w.untilSlidesCover(right)
	w.untilSlide(p, right, "the audience sees the second slide", first)
	w.endGiving(file, 1)
}

// TestGivingOnOneDisplay gives a talk with the slides in a window, which fills
// the screen at the press of a key.
func TestGivingOnOneDisplay(t *testing.T) {
	d := newDisplay(t, "1280x800")
	file := d.sample(t, assets.FirstSample)
	w, p := d.open(t, talkgiver, file), d.pixels(t)
	w.press("ctrl+2", "g", "Return")
	until(t, "the slides are in a window", func() bool { return w.slides() != "" })
	speaker, slides := *w, *w
	slides.id = w.slides()
	w.press("Next")
	untilRun(t, file, 1, "the clock goes", func(r talk.Run) bool { return r.Spoken[0] >= hand })

	slides.press("f") // it lies in front, and the keys go to it
	screen := area{0, 0, 1280, 800}
	w.untilSlidesCover(screen)
	first := w.untilSlide(p, screen, "the first slide fills the screen", nil)
	slides.press("Next") // a clicker works wherever the keyboard is
	untilRun(t, file, 1, "the clock goes on the second slide", func(r talk.Run) bool { return r.Slide == 1 && r.Spoken[1] >= hand })
	w.untilSlide(p, screen, "the second slide", first)
	slides.press("t") // which is asked in front of them, and takes the keys
	until(t, "the script is in front", func() bool { return w.hasKeys(speaker.id) })
	speaker.press("5", "Return")
	until(t, "the slides are in front again", func() bool { return w.hasKeys(slides.id) })
	untilRun(t, file, 1, "the plan is another", func(r talk.Run) bool { return len(r.Replans) == 1 })
	slides.press("f")
	until(t, "the slides are in a window again", func() bool { return w.where(slides.id) != screen })
	speaker.focus()
	w.endGiving(file, 1)
}

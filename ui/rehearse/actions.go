package rehearse

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
)

// next goes one slide on, or begins. Behind the last slide it asks for the end,
// as a clicker has no key for that.
func (p *Place) next() {
	if p.mode == modeReady {
		if p.habits.ByHand {
			return
		}
		if p.ready.chosen >= 0 {
			p.startChosen()
		} else {
			p.start((*engine.Clock).Next)
		}
		return
	}
	_, more := p.after(p.run.read().Slide)
	if p.do((*engine.Clock).Next) || more || !p.rested() {
		return
	}
	if p.run.start.Kind == talk.RunGiven { // the question would stand before the audience, for one press too many
		p.stage.say(lang.L("That was the last slide. End ends the talk."))
		return
	}
	p.askEnd()
}

// begin starts the clock by hand.
func (p *Place) begin() { p.start((*engine.Clock).Start) }

// enterReady is Enter before a run: a clicker has it, too, but a hand means what
// is chosen.
func (p *Place) enterReady() {
	if p.habits.ByHand || p.ready.chosen >= 0 {
		p.startChosen()
		return
	}
	p.next()
}

// rested reports whether the last slide is up for longer than a clicker bounces.
func (p *Place) rested() bool {
	now, _ := p.config.Now()
	return now-p.stage.slideSince > engine.Debounce
}

func (p *Place) back() { p.do((*engine.Clock).Back) }

// down and up scroll where there is something to scroll.
func (p *Place) down() {
	if !p.stage.script.move(scrollShare) {
		p.next()
	}
}

func (p *Place) up() {
	if !p.stage.script.move(-scrollShare) {
		p.back()
	}
}

// scrollShare is how much of the screen a key scrolls: the last lines stay in
// sight.
const scrollShare = 0.6

// pause pauses, and goes on.
func (p *Place) pause() {
	if !p.do((*engine.Clock).Pause) {
		p.resume()
	}
}

func (p *Place) resume() { p.do((*engine.Clock).Resume) }

// escape pauses; a speaker who has paused already may want to leave, which the
// question about the end answers.
func (p *Place) escape() {
	if !p.do((*engine.Clock).Pause) {
		p.askEnd()
	}
}

func (p *Place) question() { p.do((*engine.Clock).Question) }

func (p *Place) stumbled() {
	if p.mark(talk.MarkStumbled) {
		p.stage.say(lang.L("stumbled at {{.Time}}", map[string]any{"Time": clockOf(p.stage.shown.total)}))
	}
}

func (p *Place) landed() {
	if p.mark(talk.MarkLanded) {
		p.stage.say(lang.L("landed at {{.Time}}", map[string]any{"Time": clockOf(p.stage.shown.total)}))
	}
}

func (p *Place) mark(kind string) bool {
	return p.do(func(c *engine.Clock) bool { return c.Mark(kind) })
}

func (p *Place) toggleCards() {
	p.setHabits(func(h *Habits) { h.Cards = !h.Cards })
	p.stage.showSlide(false)
	if p.habits.Cards {
		p.stage.say(lang.L("cue cards"))
	} else {
		p.stage.say(lang.L("the whole script"))
	}
}

func (p *Place) toggleScroll() {
	p.setHabits(func(h *Habits) { h.Scroll = !h.Scroll })
	p.follow()
	if p.habits.Scroll {
		p.stage.say(lang.L("scrolls at {{.Pace}} words a minute", map[string]any{"Pace": p.stage.scroller.pace}))
	} else {
		p.stage.say(lang.L("scrolls no longer by itself"))
	}
}

// blank blanks the screen that the audience sees: this one where there is no other.
func (p *Place) blank() {
	if p.audience != nil || p.lost {
		p.blankAudience()
		return
	}
	p.cover(overlayBlank)
}

func (p *Place) listKeys() { p.cover(overlayKeys) }

// askEnd asks before a run ends. The clock stops for the question.
func (p *Place) askEnd() {
	p.resumes = p.do((*engine.Clock).Pause)
	p.cover(overlayEnd)
}

func (p *Place) keep() {
	p.resumes = false
	p.cover(overlayNone)
	p.end()
	p.Focus()
}

// discard throws the run away, after a question: no key alone may lose what was
// measured.
func (p *Place) discard() {
	if !p.stage.ask.discard.Visible() {
		return
	}
	id := p.run.id()
	p.config.Ask(lang.L("Throw this run away?"),
		lang.L("It counts for nothing then: not in the forecast, not in the journey. The journal keeps the line that it is deleted."),
		lang.L("Throw it away"), func() {
			if !p.UnderWay() || p.run.id() != id {
				return
			}
			p.resumes = false
			p.cover(overlayNone)
			p.throwAway()
			p.Focus()
		})
}

// goOn closes the question about the end; the clock goes on if that had stopped it.
func (p *Place) goOn() {
	p.closeOverlay()
	p.Focus()
}

// closeOverlay uncovers the stage.
func (p *Place) closeOverlay() {
	p.cover(overlayNone)
	if p.resumes {
		p.resumes = false
		p.resume()
	}
}

func (p *Place) cover(o overlay) {
	was := p.overlay
	p.overlay = o
	p.covers, _ = p.config.Now()
	p.stage.cover(o)
	p.markAnswer()
	p.inFront(was)
}

// markAnswer marks the answer that Enter gives.
func (p *Place) markAnswer() { p.stage.ask.mark(p.overlay == overlayEnd && p.root.focused) }

// leaveOverlay uncovers the stage and gives it the keys.
func (p *Place) leaveOverlay() {
	p.closeOverlay()
	p.Focus()
}

// jump goes to the slide of the digits that were typed, by the number that the
// stage shows.
func (p *Place) jump() {
	number, err := strconv.Atoi(p.digits)
	p.setDigits("")
	slide := p.counted.slide(number)
	if err != nil || slide < 0 {
		first, last := p.counted.ends()
		p.stage.say(lang.L("The slides go from {{.First}} to {{.Last}}", map[string]any{"First": first, "Last": last}))
		return
	}
	p.stage.say("") // that there is none, of another number
	p.do(func(c *engine.Clock) bool { return c.Jump(slide) })
}

const (
	// digitsMost is more than any talk has slides.
	digitsMost = 4
	// digitsFor is how long digits wait for the next one, or for Enter.
	digitsFor = 3 * time.Second
)

func (p *Place) setDigits(digits string) {
	if digits == p.digits || len(digits) > digitsMost {
		return
	}
	p.digits = digits
	p.digitsUntil, _ = p.config.Now()
	p.digitsUntil += digitsFor
	p.stage.showNote()
	p.tick() // and once more when they are forgotten
}

func (p *Place) larger() { p.setScale(scaleStep) }

func (p *Place) smaller() { p.setScale(1 / scaleStep) }

// The script grows and shrinks by a sixth, which is seen at once, within what
// can still be read from a step away and what still holds a sentence.
const (
	scaleStep  = 1.15
	scaleLeast = 0.5
	scaleMost  = 2.4
)

func (p *Place) setScale(factor float32) {
	scale := p.stage.script.look.scale * factor
	if scale < scaleLeast || scale > scaleMost {
		return
	}
	if scale > 0.99 && scale < 1.01 { // back at the theme's own, without what rounding leaves
		scale = 1
	}
	p.stage.script.setScale(scale, p.stage.grown())
	p.stage.frame.Refresh() // its lines may be longer now
	p.config.OnScriptScale(scale)
}

// Home puts a report away, or the form before a giving, and shows the plan again,
// with all that is set before a run. A run under way goes on, and so does a giving
// whose first slide the audience sees.
func (p *Place) Home() {
	if p.mode == modeReport || p.mode == modeGive && !p.giving.armed {
		p.again()
	}
}

// again prepares another run.
func (p *Place) again() {
	p.prepare(p.talk)
	p.Focus()
}

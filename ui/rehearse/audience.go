package rehearse

import "time"

// Audience is what the listeners see while a talk is given.
type Audience interface {
	// Title shows the title slide.
	Title()
	// Show shows a slide, by indexes into the talk's sections and their slides,
	// also where nothing was to be seen.
	Show(section, slide int)
	// Blank shows nothing, or the slide again.
	Blank(on bool)
	// Front brings the slides before all else on their display.
	Front()
	// Close takes the slides away.
	Close()
}

// Screen is where the slides of a talk are shown.
type Screen int

// The screens, in the order in which they are offered.
const (
	SecondDisplay Screen = iota // all of the display that is not the speaker's
	OwnWindow                   // a window that can be dragged to where it belongs
	NoScreen                    // somebody else shows slides, or nobody
)

// displayBeat is how often displays are looked for while slides are shown, or
// are about to be. No system tells of a display in a way that Fyne passes on, and
// one that shows the same as the first is told of by none when that changes.
const displayBeat = 500 * time.Millisecond

// openAudience shows the title to the audience.
func (p *Place) openAudience(screen Screen) {
	p.closeAudience()
	if screen == NoScreen || p.config.OpenAudience == nil {
		return
	}
	p.audience = p.config.OpenAudience(screen, func() { // its window was closed: the talk goes on
		p.audience, p.blanked = nil, false
		if p.UnderWay() {
			p.stage.showNote()
		}
	})
	p.seen = -1
	p.audience.Title()
}

// closeAudience takes the slides away.
func (p *Place) closeAudience() {
	if p.audience != nil {
		p.audience.Close()
	}
	p.audience, p.blanked, p.lost = nil, false, false
}

// showAudience brings the audience to the slide of the plan that is spoken.
func (p *Place) showAudience(slide int) {
	if p.audience == nil || slide == p.seen {
		return
	}
	p.seen, p.blanked = slide, false
	at := p.slides[slide]
	p.audience.Show(at.Section, at.Slide)
	p.stage.showNote()
}

// blankAudience hides the slides from the audience, or brings them back. The
// speaker goes on reading. Where the display is gone it is for when it is back.
func (p *Place) blankAudience() {
	p.blanked = !p.blanked
	if p.audience != nil {
		p.audience.Blank(p.blanked)
	}
	p.stage.showNote()
}

// inFront brings what is asked before the slides, with the keys, and the slides
// back when it is answered: where both share a display one covers the other, and a
// click on the slides has taken the keys along wherever they are.
func (p *Place) inFront(was overlay) {
	if p.audience == nil || p.overlay.asks() == was.asks() {
		return
	}
	switch {
	case p.overlay.asks():
		p.config.Front()
	case p.giving.screen == OwnWindow:
		p.audience.Front()
	}
}

// watchDisplays looks for displays that come and go, as long as it matters.
func (p *Place) watchDisplays(on bool) {
	if !on {
		p.displays.stopTicking()
		return
	}
	p.displays.next(displayBeat, p.followDisplays)
}

// followDisplays brings the slides to where they belong when a display has come
// or gone. A window that filled the second display would cover the speaker's
// script once that is gone, so it is closed; it comes back with the display.
// Slides that are in a window only because there was one display go to the second
// one as it is plugged in.
func (p *Place) followDisplays() {
	s, second := p.giving, p.hasSecond()
	switch {
	case p.mode == modeGive && !s.armed:
		if second != s.second {
			s.offerScreens()
		}
		return
	case !second && s.screen == SecondDisplay && p.audience != nil:
		p.audience.Close()
		p.audience, p.lost = nil, true
	case second && p.lost, second && s.screen == OwnWindow && !s.byHand && p.audience != nil:
		s.screen = SecondDisplay
		p.showAgain()
	default:
		return
	}
	if p.mode == modeGive {
		s.showHow()
	} else {
		p.stage.showNote()
	}
}

// showAgain opens the slides anew, where the talk is.
func (p *Place) showAgain() {
	blanked, seen := p.blanked, p.seen
	p.openAudience(p.giving.screen)
	if !p.UnderWay() {
		return
	}
	slide := p.run.read().Slide
	p.showAudience(slide)
	if blanked && slide == seen {
		p.blankAudience()
	}
}

// hasSecond reports whether there is a display for the slides alone.
func (p *Place) hasSecond() bool {
	return p.config.SecondDisplay != nil && p.config.SecondDisplay()
}

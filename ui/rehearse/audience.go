package rehearse

// Audience is what the listeners see while a talk is given.
type Audience interface {
	// Title shows the title slide.
	Title()
	// Show shows a slide, by indexes into the talk's sections and their slides,
	// also where nothing was to be seen.
	Show(section, slide int)
	// Blank shows nothing, or the slide again.
	Blank(on bool)
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
	p.audience, p.blanked = nil, false
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
// speaker goes on reading.
func (p *Place) blankAudience() {
	p.blanked = !p.blanked
	p.audience.Blank(p.blanked)
	p.stage.showNote()
}

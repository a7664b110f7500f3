package slides

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/slides"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
	"talkgiver/ui/work"
)

// Target is where a deck goes.
type Target int

// The targets of an export.
const (
	ToFile      Target = iota // a file that the person names
	ToFolder                  // a folder, with the pictures that the talk shows
	ToClipboard               // the clipboard
	ToBrowser                 // the browser of this machine
)

// Config is what the place needs of the window.
type Config struct {
	// Runner computes away from the UI goroutine.
	Runner *work.Runner
	// Folder is the talk's own, from which its pictures are found; "" when it has
	// no file yet.
	Folder func() string
	// Pace is the speaker's own, in words a minute.
	Pace func() int
	// Export writes a deck.
	Export func(f slides.Flavour, opt slides.Options, to Target)
	// Import asks for a deck of another tool to make a talk of; nil offers none.
	Import func()
	// Edit goes to the draft of a section.
	Edit func(section int)
	// Counted hears that Summary has something else to say.
	Counted func()
	// Choice is what was chosen last, and Chosen keeps it. The deck has followed by
	// then.
	Choice func() Choice
	Chosen func(Choice)
}

// Choice is what a person has chosen for the export.
type Choice struct {
	Flavour                               string // its name
	NoNotes, Times, Closing, Split, Title bool
}

// Tool returns the flavour that is chosen, the first one where there is none.
func (c Choice) Tool() slides.Flavour {
	if f, ok := slides.ByName(c.Flavour); ok {
		return f
	}
	return slides.Flavours()[0]
}

// Options makes options of a choice, for a speaker of so many words a minute.
func (c Choice) Options(pace int) slides.Options {
	return slides.Options{NoNotes: c.NoNotes, NoTitle: !c.Title, Times: c.Times, Closing: c.Closing, Split: c.Split, Pace: pace}
}

// Place shows the deck of the open talk. It is for the UI goroutine.
type Place struct {
	cfg     Config
	talk    *talk.Talk
	deck    *slides.Deck
	current int // index of the slide that is looked at
	missing int // how many pictures are not there
	choice  Choice
	album   *album

	strip   *strip
	stage   *widgets.Slide
	notes   *notes
	warning *warning
	exports *exports
	below   *fyne.Container // of the slide: the warning and the notes
	content *fyne.Container
}

// New makes the place, without a talk.
func New(cfg Config) *Place {
	p := &Place{cfg: cfg, choice: cfg.Choice(), deck: &slides.Deck{}}
	p.album = newAlbum(cfg.Runner, p.showSlides)
	p.strip = newStrip(p)
	p.stage = &widgets.Slide{OnTapped: p.next}
	p.notes = newNotes()
	p.warning = newWarning(p)
	p.exports = newExports(p)
	p.below = container.New(&belowSlide{}, p.warning.object, p.notes.object)
	p.content = container.New(&placeLayout{}, p.strip.object, p.stage, p.below, p.exports.object)
	return p
}

// Content is what the window shows.
func (p *Place) Content() fyne.CanvasObject { return p.content }

// Begin opens another talk from its first slide.
func (p *Place) Begin(t *talk.Talk) {
	p.current, p.missing, p.deck = 0, 0, &slides.Deck{}
	p.album.clear()
	p.Update(t)
}

// Update shows the same talk after an edit, and the slide that was looked at.
func (p *Place) Update(t *talk.Talk) {
	p.talk = t
	p.album.open(p.cfg.Folder())
	at := spotOf(p.deck, p.current)
	p.deck = slides.New(t, p.choice.Options(p.cfg.Pace()))
	p.current = at.in(p.deck)
	p.countMissing()
	p.showSlides()
	p.exports.show()
}

// GoToSection shows the first slide of a section: the strip follows the draft.
func (p *Place) GoToSection(section int) {
	if s := p.slide(); s != nil && s.Section == section {
		return
	}
	for i, s := range p.deck.Slides {
		if s.Section == section && !s.Backup {
			p.goTo(i)
			return
		}
	}
}

// slide is the one that is looked at, or nil.
func (p *Place) slide() *slides.Slide {
	if p.current < len(p.deck.Slides) {
		return p.deck.Slides[p.current]
	}
	return nil
}

func (p *Place) next()     { p.goTo(p.current + 1) }
func (p *Place) previous() { p.goTo(p.current - 1) }

// TypedKey gets the keys that no field has taken: those of a clicker, and Enter
// to the slide's place in the draft.
func (p *Place) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown, fyne.KeySpace:
		p.next()
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyBackspace:
		p.previous()
	case fyne.KeyHome:
		p.goTo(0)
	case fyne.KeyEnd:
		p.goTo(len(p.deck.Slides) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.edit()
	}
}

// edit goes to the draft of the slide that is looked at.
func (p *Place) edit() {
	if s := p.slide(); s != nil && s.Section > 0 {
		p.cfg.Edit(s.Section)
	}
}

// Summary says how many slides there are, how many of them are too full, and how
// many pictures are missing.
func (p *Place) Summary() string {
	n, full := len(p.deck.Slides), 0
	for _, s := range p.deck.Slides {
		if s.Overflows() {
			full++
		}
	}
	text := lang.N("{{.Count}} slides", n, map[string]any{"Count": n})
	if full > 0 {
		text += " · " + lang.N("{{.Count}} too full", full, map[string]any{"Count": full})
	}
	if p.missing > 0 {
		text += " · " + lang.N("{{.Count}} pictures missing", p.missing, map[string]any{"Count": p.missing})
	}
	return text
}

// goTo shows a slide, as far as there is one.
func (p *Place) goTo(i int) {
	i = max(0, min(i, len(p.deck.Slides)-1))
	if i == p.current {
		return
	}
	p.current = i
	p.showSlide()
	p.strip.show()
}

// choose changes what is exported.
func (p *Place) choose(change func(*Choice)) {
	change(&p.choice)
	p.Update(p.talk)
	p.cfg.Chosen(p.choice)
}

// export sends the deck as it is chosen.
func (p *Place) export(to Target) {
	p.cfg.Export(p.choice.Tool(), p.choice.Options(p.cfg.Pace()), to)
}

// ExportAs asks for a file to write the deck to, as it is chosen.
func (p *Place) ExportAs() { p.export(ToFile) }

// showSlides draws everything anew.
func (p *Place) showSlides() {
	p.strip.show()
	p.showSlide()
}

// showSlide draws the slide that is looked at, with what is said to it.
func (p *Place) showSlide() {
	s := p.slide()
	if s == nil {
		p.stage.Title, p.stage.Parts, p.stage.Number = nil, []widgets.SlidePart{{Spans: []widgets.Span{{Text: lang.L("What you show in your talk will stand here."), ColorName: theme.ColorNameSoftInk}}}}, ""
		p.stage.Refresh()
		p.notes.show(nil, false)
		p.warning.show(nil, 0)
		p.below.Refresh()
		return
	}
	pageOf(s, p.album.picture).draw(p.stage, s, itoa(p.current+1)+" / "+itoa(len(p.deck.Slides)))
	p.notes.show(s, p.saidBefore())
	p.warning.show(s, p.stage.Scale())
	p.below.Refresh() // the warning has another height now
}

// saidBefore reports whether the slide that is looked at goes on from one to which
// something is said.
func (p *Place) saidBefore() bool {
	for i := p.current; i > 0 && goesOn(p.deck.Slides[i-1], p.deck.Slides[i]); i-- {
		if len(p.deck.Slides[i-1].Notes) > 0 {
			return true
		}
	}
	return false
}

// time is how long a slide takes, in words.
func slideTime(d time.Duration) string {
	if d <= 0 {
		return ""
	}
	return talk.Clock(d)
}

func itoa(n int) string { return strconv.Itoa(n) }

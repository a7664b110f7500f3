package slides

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"talkgiver/talk"
	"talkgiver/talk/slides"
	"talkgiver/ui/widgets"
	"talkgiver/ui/work"
)

// Show draws the slides of a talk for its audience: one at a time, filling its
// room, without anything that could be clicked or typed into.
type Show struct {
	deck    *slides.Deck
	album   *album
	section int // of the talk, by its number; 0 for the title
	part    int // of its slides
	paper   *widgets.Slide
	blank   *canvas.Rectangle // over it: in a dark hall white would be a lamp
	content *fyne.Container
}

// NewShow makes a show of a talk, at its title. Its pictures are found from a
// folder and read by a runner, all of them before they are needed.
func NewShow(runner *work.Runner, folder string, t *talk.Talk) *Show {
	s := &Show{paper: &widgets.Slide{Bare: true}, blank: canvas.NewRectangle(color.Transparent)}
	s.content = container.NewStack(s.paper, s.blank)
	s.album = newAlbum(runner, s.draw)
	s.album.open(folder)
	s.Update(t)
	return s
}

// Content is what a window shows.
func (s *Show) Content() fyne.CanvasObject { return s.content }

// Update shows the talk as it is after an edit, where it was.
func (s *Show) Update(t *talk.Talk) {
	s.deck = slides.New(t, slides.Options{NoNotes: true})
	for _, slide := range s.deck.Slides {
		pageOf(slide, s.album.picture)
	}
	s.draw()
}

// Title shows the title slide.
func (s *Show) Title() { s.GoTo(0, 0) }

// GoTo shows a slide of the talk: a section by its number, from 1, and one of
// its slides, from 0.
func (s *Show) GoTo(section, part int) {
	s.section, s.part = section, part
	s.veil(color.Transparent)
	s.draw()
}

// Blank shows nothing until it is told otherwise or goes to a slide.
func (s *Show) Blank(on bool) {
	if on {
		s.veil(color.Black)
	} else {
		s.veil(color.Transparent)
	}
}

// veil lays a colour over the slide. It is never hidden: Fyne does not draw by
// itself when something is shown.
func (s *Show) veil(c color.Color) {
	s.blank.FillColor = c
	s.blank.Refresh()
}

// draw draws the slide that the talk is at.
func (s *Show) draw() {
	i := s.deck.At(s.section, s.part)
	if i < 0 {
		s.paper.Title, s.paper.Parts = nil, nil
		s.paper.Refresh()
		return
	}
	pageOf(s.deck.Slides[i], s.album.picture).draw(s.paper, s.deck.Slides[i], "")
}

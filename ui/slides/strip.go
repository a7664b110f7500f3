package slides

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/widgets"
)

// strip is the column of small slides at the left. Only those that are seen are
// drawn, so that a talk of a hundred slides costs no more than one of ten.
type strip struct {
	place  *Place
	list   *widget.List
	object fyne.CanvasObject
}

const thumbGap = 10 // between the small slides

func newStrip(p *Place) *strip {
	s := &strip{place: p}
	s.list = widget.NewList(
		func() int { return len(p.deck.Slides) },
		func() fyne.CanvasObject { return newThumb() },
		func(id widget.ListItemID, o fyne.CanvasObject) { s.draw(id, o.(*thumb)) },
	)
	s.list.HideSeparators = true
	s.list.OnSelected = func(id widget.ListItemID) { // by the keyboard
		s.list.Unselect(id)
		p.goTo(id)
	}
	s.object = s.list
	return s
}

// draw shows a slide in a row of the list.
func (s *strip) draw(id int, t *thumb) {
	if id >= len(s.place.deck.Slides) {
		return
	}
	slide := s.place.deck.Slides[id]
	t.slide.OnTapped = func() { s.place.goTo(id) }
	t.slide.Selected = id == s.place.current
	pageOf(slide, s.place.album.picture).draw(t.slide, slide, "")
}

// show draws the strip anew.
func (s *strip) show() {
	s.list.Refresh()
	if len(s.place.deck.Slides) > 0 {
		s.list.ScrollTo(s.place.current)
	}
}

// thumb is a row of the strip.
type thumb struct {
	widget.BaseWidget
	slide *widgets.Slide
}

func newThumb() *thumb {
	t := &thumb{slide: &widgets.Slide{}}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *thumb) CreateRenderer() fyne.WidgetRenderer { return &thumbRenderer{t} }

type thumbRenderer struct{ thumb *thumb }

func (r *thumbRenderer) Destroy()                     {}
func (r *thumbRenderer) Refresh()                     { r.thumb.slide.Refresh() }
func (r *thumbRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.thumb.slide} }

func (r *thumbRenderer) MinSize() fyne.Size {
	return fyne.NewSize(stripLeast-2*thumbGap, (stripLeast+24)/widgets.SlideAspect+thumbGap)
}

func (r *thumbRenderer) Layout(size fyne.Size) {
	r.thumb.slide.Move(fyne.NewPos(2, thumbGap/2))
	r.thumb.slide.Resize(fyne.NewSize(size.Width-4, size.Height-thumbGap))
}

package slides

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/widgets"
)

// strip is the column of small slides at the left. Only those that are seen are
// drawn, so that a talk of a hundred slides costs no more than one of ten.
type strip struct {
	place  *Place
	list   *widget.List
	width  float32
	object fyne.CanvasObject
}

const (
	thumbGap    = 10 // between the small slides
	thumbMargin = 12 // at their right, for the bar of the list
)

func newStrip(p *Place) *strip {
	s := &strip{place: p}
	s.list = widget.NewList(
		func() int { return len(p.deck.Slides) },
		func() fyne.CanvasObject { return newThumb(s.width) },
		func(id widget.ListItemID, o fyne.CanvasObject) { s.draw(id, o.(*thumb)) },
	)
	s.list.HideSeparators = true
	s.list.OnSelected = func(id widget.ListItemID) { // by the keyboard
		s.list.Unselect(id)
		p.goTo(id)
	}
	s.object = container.New(&stripLayout{strip: s}, s.list)
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
	s.follow()
}

// follow scrolls to the slide that is looked at. Where the list has no height
// yet it would scroll past it.
func (s *strip) follow() {
	if len(s.place.deck.Slides) > 0 && s.list.Size().Height > 0 {
		s.list.ScrollTo(s.place.current)
	}
}

// stripLayout gives the list all of the room, and the small slides the height that
// goes with its width.
type stripLayout struct{ strip *strip }

// MinSize implements fyne.Layout.
func (l *stripLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

// Layout implements fyne.Layout.
func (l *stripLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	s := l.strip
	first := o[0].Size().Height == 0
	o[0].Resize(size)
	if s.width != size.Width {
		s.width = size.Width
		s.list.Refresh()
		first = true
	}
	if first {
		s.follow()
	}
}

// thumb is a row of the strip.
type thumb struct {
	widget.BaseWidget
	slide *widgets.Slide
	width float32 // of the strip
}

func newThumb(width float32) *thumb {
	t := &thumb{slide: &widgets.Slide{}, width: max(width, stripLeast)}
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
	return fyne.NewSize(stripLeast-2*thumbGap, (r.thumb.width-thumbMargin)/widgets.SlideAspect+thumbGap)
}

func (r *thumbRenderer) Layout(size fyne.Size) {
	r.thumb.slide.Move(fyne.NewPos(2, thumbGap/2))
	r.thumb.slide.Resize(fyne.NewSize(size.Width-thumbMargin, size.Height-thumbGap))
}

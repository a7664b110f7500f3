package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// SlideForm is what a part of a slide is.
type SlideForm int

// The forms of a slide's parts.
const (
	SlideText    SlideForm = iota // words, perhaps a point of a list
	SlideHeading                  // a heading inside the slide
	SlideCode                     // lines in a monospaced face, in a box
	SlideImage                    // a picture
	SlideTable                    // rows and columns
)

// SlidePart is one thing on a slide below its title.
type SlidePart struct {
	Form SlideForm
	// Spans are the words; their sizes are the slide's to choose.
	Spans []Span
	// Marker stands before a point of a list, such as "•" or "3."; Indent is how
	// deep it stands, from 0.
	Marker string
	Indent int
	// Quoted parts stand beside a bar, in the face of what is said.
	Quoted bool
	// By parts of a quote say who has said it.
	By bool
	// Close parts keep less room to the part above them.
	Close bool
	// Picture is drawn by a SlideImage; without one the Spans stand in a box.
	Picture Picture
	// Rows of a SlideTable, the header first; Align has an entry a column.
	Rows  [][][]Span
	Align []fyne.TextAlign

	rtl bool // its side is the right one
}

// Picture is one picture in several sizes, the largest first and each of the others
// half as wide as the one before. To make it smaller takes many times longer than a
// frame: that is done before, and the one that comes closest is drawn.
type Picture []image.Image

// fitting returns the smallest size that has at least so many pixels in a row, or
// the largest one there is.
func (p Picture) fitting(pixels float32) image.Image {
	for i := len(p) - 1; i > 0; i-- {
		if float32(p[i].Bounds().Dx()) >= pixels {
			return p[i]
		}
	}
	return p[0]
}

// Slide draws one slide as the audience sees it: 16 to 9, in the middle of its
// room, with its text as large as it can be and never cut off. It is for
// thumbnails and for whole screens alike.
type Slide struct {
	widget.BaseWidget

	Title   []Span
	Parts   []SlidePart
	Opening bool   // the title slide
	Number  string // at the lower right, such as "4 / 6"; may be empty
	Blank   bool   // shows nothing: the audience looks at the speaker
	Bare    bool   // without an edge and corners: it fills a screen

	// Selected draws the ring of what is chosen.
	Selected bool
	OnTapped func()
}

var _ fyne.Widget = (*Slide)(nil)
var _ fyne.Tappable = (*Slide)(nil)

// SlideAspect is a slide's width over its height.
const SlideAspect = 16.0 / 9

// Tapped implements fyne.Tappable.
func (s *Slide) Tapped(*fyne.PointEvent) {
	if s.OnTapped != nil {
		s.OnTapped()
	}
}

// MinSize implements fyne.CanvasObject.
func (s *Slide) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return s.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (s *Slide) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &slideRenderer{slide: s, room: &canvas.Rectangle{}, paper: &canvas.Rectangle{}}
	r.Refresh()
	return r
}

// Scale returns how large the slide's text is drawn in its room: 1 as designed,
// less where it had to be made smaller to fit.
func (s *Slide) Scale() float32 {
	s.ExtendBaseWidget(s)
	p := page{look: lookOf(s), unit: 1}
	return p.fit(s)
}

// slideWidth and slideHeight are the units in which a slide is designed.
const (
	slideWidth  = float32(1280)
	slideHeight = slideWidth / SlideAspect
)

type slideRenderer struct {
	scene
	slide       *Slide
	room, paper *canvas.Rectangle
	drawn       fyne.Size // the size for which the objects are made
}

func (r *slideRenderer) MinSize() fyne.Size { return fyne.NewSize(96, 96/SlideAspect) }

// Layout implements fyne.WidgetRenderer. Fyne asks for it whenever it meets objects
// that it does not know; to make others each time would draw pictures without end.
func (r *slideRenderer) Layout(size fyne.Size) {
	if size != r.drawn {
		r.draw(size)
	}
}

// draw makes what the slide shows anew.
func (r *slideRenderer) draw(size fyne.Size) {
	r.drawn = size
	kept := images(r.objects)
	width := float32(math.Floor(float64(min(size.Width, size.Height*SlideAspect))))
	height := width / SlideAspect
	left, top := (size.Width-width)/2, (size.Height-height)/2
	place(r.room, 0, 0, size.Width, size.Height)
	place(r.paper, left, top, width, height)
	r.objects = []fyne.CanvasObject{r.room, r.paper}
	if r.slide.Blank || width < 1 {
		return
	}
	p := page{look: lookOf(r.slide), unit: width / slideWidth}
	scale := p.fit(r.slide)
	p.kept, p.pixels = kept, pixelsOf(r.slide)
	p.draw(r.slide, scale)
	for _, o := range p.objects {
		o.Move(o.Position().AddXY(left, top))
	}
	r.objects = append(r.objects, p.objects...)
}

// unknownPixels is for what is in no window yet: no screen has more for one.
const unknownPixels = 2

// pixelsOf returns how many pixels of the screen an object has for one of its size.
func pixelsOf(o fyne.CanvasObject) float32 {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return unknownPixels
	}
	const far = 1000 // so that whole pixels are exact enough
	x, _ := c.PixelCoordinateForPosition(fyne.NewPos(far, 0))
	return float32(x) / far
}

// Refresh implements fyne.WidgetRenderer.
func (r *slideRenderer) Refresh() {
	l, s := lookOf(r.slide), r.slide
	r.paper.FillColor = l.color(theme.ColorNameCard)
	r.paper.StrokeWidth, r.paper.CornerRadius = 1, l.size(theme.SizeNameRadius)
	r.paper.StrokeColor = l.color(theme.ColorNameLine)
	r.room.FillColor = color.Transparent
	if s.Selected {
		r.paper.StrokeWidth, r.paper.StrokeColor = 2, l.color(theme.ColorNameClarity)
	}
	if s.Bare {
		r.paper.StrokeWidth, r.paper.CornerRadius = 0, 0
		r.room.FillColor = l.color(theme.ColorNameCard)
	}
	r.draw(s.Size())
	canvas.Refresh(s)
}

package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
)

// Shade is how strongly a segment shows its tone.
type Shade int

const (
	ShadeFull  Shade = iota // what is meant now
	ShadeSoft               // done, or only detected
	ShadeEmpty              // still to come
)

func (s Shade) colorName(tone theme.Tone) fyne.ThemeColorName {
	switch s {
	case ShadeSoft:
		return tone.Soft()
	case ShadeEmpty:
		return theme.ColorNameLine
	default:
		return tone.Fill()
	}
}

// Segment is a stretch of time in a PaceBar.
type Segment struct {
	Seconds int
	Tone    theme.Tone
	Shade   Shade
	// Estimated shows an outline: nobody has planned this time.
	Estimated bool
	// Filled, if not 0, is how many of the seconds are filled; the rest is still to come.
	Filled int
}

// PaceBar is a talk as one strip: its sections one after the other against the slot, and where the speaker is. What takes is lower than
// what gives, so that it does not rest on the colour.
type PaceBar struct {
	widget.BaseWidget

	Segments []Segment
	// Slot is the length of the whole strip in seconds; segments that need more lengthen it. 0 is as long as the segments.
	Slot int
	// Limit, if not 0, is a line across at these seconds: where the talk has to end.
	Limit int
	// Questions is how many seconds at the slot's end are kept for questions: an empty frame, not to be filled.
	Questions int
	// Live shows the marks of a running talk: Now and, thinner, where Plan says the speaker should be (both in seconds).
	Live      bool
	Now, Plan int
	// Height is that of the strip; 0 is 10.
	Height float32

	// OnSegment is called with the index of a segment that is tapped.
	OnSegment func(index int)
}

var (
	_ fyne.Widget   = (*PaceBar)(nil)
	_ fyne.Tappable = (*PaceBar)(nil)
)

const (
	paceHeight = 10
	paceGap    = 2 // between segments
	paceOver   = 2 // how thick the line is under what goes past the limit, and how far below
	paceMark   = 6 // how far the mark of now stands out of the strip
)

// Tapped implements fyne.Tappable.
func (p *PaceBar) Tapped(e *fyne.PointEvent) {
	if p.OnSegment == nil || p.Size().Width <= 0 {
		return
	}
	at, end := e.Position.X/p.Size().Width*float32(p.length()), 0
	for i, s := range p.Segments {
		end += s.Seconds
		if at < float32(end) {
			p.OnSegment(i)
			return
		}
	}
}

// length is the seconds of the whole strip.
func (p *PaceBar) length() int { return max(p.total(), p.Slot, p.Limit, 1) }

// total is the seconds of all segments.
func (p *PaceBar) total() int {
	sum := 0
	for _, s := range p.Segments {
		sum += max(0, s.Seconds)
	}
	return sum
}

// MinSize implements fyne.CanvasObject.
func (p *PaceBar) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	return p.BaseWidget.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (p *PaceBar) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &paceRenderer{bar: p, track: &canvas.Rectangle{}, limit: &canvas.Rectangle{}, plan: &canvas.Rectangle{}, now: &canvas.Rectangle{},
		questions: &canvas.Rectangle{}, over: &canvas.Rectangle{}}
	r.now.CornerRadius = 1.5
	r.Refresh()
	return r
}

type paceRenderer struct {
	scene
	bar              *PaceBar
	track            *canvas.Rectangle
	strips           []*canvas.Rectangle // two a segment: what is filled, and what is not
	limit, plan, now *canvas.Rectangle
	questions, over  *canvas.Rectangle // the frame for questions; the line under what goes past the limit
}

func (r *paceRenderer) height() float32 {
	if r.bar.Height > 0 {
		return r.bar.Height
	}
	return paceHeight
}

func (r *paceRenderer) MinSize() fyne.Size {
	height := r.height()
	if r.bar.Live || r.bar.Limit > 0 {
		height += 2 * paceMark
	}
	return fyne.NewSize(4*paceHeight, height)
}

func (r *paceRenderer) Layout(size fyne.Size) {
	if len(r.strips) != 2*len(r.bar.Segments) {
		return // the segments have changed, and a Refresh is still to come
	}
	bar, height := r.bar, r.height()
	top := (size.Height - height) / 2
	perSecond := size.Width / float32(bar.length())
	at := func(seconds int) float32 { return float32(clamp(seconds, 0, bar.length())) * perSecond }
	end, last := 0, len(bar.Segments)-1
	sum := bar.total()
	full := sum == bar.length() // no empty rest behind the last segment
	for i, s := range bar.Segments {
		left := at(end)
		end += max(0, s.Seconds)
		right := at(end)
		if i < last && right-left > 2*paceGap {
			right -= paceGap
		}
		y, h := top, height
		if s.Tone == theme.Take && height >= 6 {
			y, h = top+height*0.3, height*0.7
		}
		split := right
		if s.Filled > 0 && s.Filled < s.Seconds {
			split = left + (right-left)*float32(s.Filled)/float32(s.Seconds)
		}
		filled, rest := r.strips[2*i], r.strips[2*i+1]
		place(filled, left, y, split-left, h)
		place(rest, split, y, right-split, h)
		for _, strip := range []*canvas.Rectangle{filled, rest} {
			roundEnds(strip, 0, 0)
		}
		roundEnds(filled, r.corner(i == 0, h, filled), r.corner(full && i == last && split == right, h, filled))
		roundEnds(rest, 0, r.corner(full && i == last, h, rest))
	}
	left := at(end)
	if left > 0 && left < size.Width {
		left += paceGap
	}
	place(r.track, left, top, max(0, size.Width-left), height)
	roundEnds(r.track, r.corner(left == 0, height, r.track), r.corner(true, height, r.track))
	if from := max(bar.Slot-bar.Questions, sum); bar.Questions > 0 && from < bar.Slot {
		questions := at(from)
		place(r.track, left, top, max(0, questions-left-paceGap), height)
		roundEnds(r.track, r.corner(left == 0, height, r.track), r.corner(false, height, r.track))
		place(r.questions, questions, top, at(bar.Slot)-questions, height)
		roundEnds(r.questions, r.corner(false, height, r.questions), r.corner(true, height, r.questions))
	} else {
		place(r.questions, 0, 0, 0, 0)
	}
	place(r.over, at(bar.Limit), top+height+paceOver, max(0, at(sum)-at(bar.Limit)), paceOver)
	place(r.limit, clamp(at(bar.Limit)-1, 0, size.Width-2), top-4, 2, height+8)
	place(r.plan, clamp(at(bar.Plan)-1, 0, size.Width-2), top-3, 2, height+6)
	place(r.now, clamp(at(bar.Now)-1.5, 0, size.Width-3), top-paceMark, 3, height+2*paceMark)
}

// corner is the radius of a strip's end: round where the bar ends, just softened between segments.
func (r *paceRenderer) corner(outer bool, height float32, strip *canvas.Rectangle) float32 {
	radius := min(2, height/2)
	if outer {
		radius = height / 2
	}
	return min(radius, strip.Size().Width)
}

func roundEnds(r *canvas.Rectangle, left, right float32) {
	r.TopLeftCornerRadius, r.BottomLeftCornerRadius = left, left
	r.TopRightCornerRadius, r.BottomRightCornerRadius = right, right
}

func (r *paceRenderer) Refresh() {
	bar, l := r.bar, lookOf(r.bar)
	for len(r.strips) < 2*len(bar.Segments) {
		r.strips = append(r.strips, &canvas.Rectangle{})
	}
	r.strips = r.strips[:2*len(bar.Segments)]
	r.objects = append(r.objects[:0], r.track)
	for i, s := range bar.Segments {
		filled, rest := r.strips[2*i], r.strips[2*i+1]
		filled.FillColor = l.color(s.Shade.colorName(s.Tone))
		rest.FillColor = l.color(theme.ColorNameLine)
		filled.StrokeWidth = 0
		if s.Estimated {
			filled.FillColor = l.color(s.Tone.Tint())
			filled.StrokeColor, filled.StrokeWidth = l.color(s.Tone.Soft()), 1.5
		}
		r.objects = append(r.objects, filled, rest)
	}
	if bar.Questions > 0 {
		r.questions.FillColor, r.questions.StrokeColor, r.questions.StrokeWidth = color.Transparent, l.color(theme.ColorNameBridge), 1
		r.objects = append(r.objects, r.questions)
	}
	if bar.Limit > 0 && bar.total() > bar.Limit {
		r.over.FillColor = l.color(theme.ColorNameTake)
		r.objects = append(r.objects, r.over)
	}
	r.objects = append(r.objects, r.limit, r.plan, r.now)
	r.track.FillColor = l.color(theme.ColorNameLine)
	r.limit.FillColor = l.color(theme.ColorNameSoftInk)
	r.plan.FillColor = l.color(theme.ColorNameMessage)
	r.now.FillColor = l.color(theme.ColorNameInk)
	show(r.limit, bar.Limit > 0)
	show(r.plan, bar.Live)
	show(r.now, bar.Live)
	r.Layout(bar.Size())
	canvas.Refresh(bar)
}

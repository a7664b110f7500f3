package widgets

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkgiver/ui/theme"
)

// The design of a slide, in units of 1/1280 of its width. Body text of 36 is
// what reads well from the last row: a twentieth of the slide's height.
const (
	slideMargin      = 84
	slideTop         = 76
	slideBottom      = 64
	slideTitleSize   = 54
	slideOpeningSize = 76
	slideAloneSize   = 72 // a title with nothing below it
	slideHeadingSize = 40
	slideTextSize    = 36
	slideCodeSize    = 27
	slideNumberSize  = 18
	slideIndent      = 46
	slideQuoteIndent = 34
	slideQuoteAlone  = 1.3  // how much larger a quote is that has the slide to itself
	slideCodeLeast   = 0.6  // of the size of code; longer lines are broken
	slideBySize      = 0.78 // of the size of a quote, for who has said it
	slideGap         = 24   // between parts
	slideCloseGap    = 12   // between the points of a tight list
	slideTitleGap    = 44
	slideLeading     = 1.2
	slideImageLeast  = 0.35 // of the room below the title is kept for pictures
	slideWhole       = 9    // letters in sizes between whole ones stand unevenly; smaller ones nobody reads
	slideSmallest    = 0.02 // smaller than this nothing is drawn: no screen shows it
)

// page is a slide while it is laid out.
type page struct {
	look    look
	unit    float32 // how large a unit of the design is drawn
	objects []fyne.CanvasObject
	kept    []*canvas.Image // pictures that are on the screen already
	pixels  float32         // of the screen, for one of a size
}

// fit returns the greatest scale of the text, 1 at most, with which all of the
// slide has room.
func (p *page) fit(s *Slide) float32 {
	scale := float32(1)
	for scale > slideSmallest {
		over := p.measure(s, scale)
		if over <= 1 {
			return scale
		}
		// Text needs room by the square of its size; lines that break otherwise
		// make that a guess, from which small steps go on.
		guess := scale / float32(math.Sqrt(float64(over)))
		scale = min(scale*0.95, guess*1.03)
	}
	return slideSmallest
}

// measure returns how much of the slide's height its parts need at a scale: 1
// is all of it.
func (p *page) measure(s *Slide, scale float32) float32 {
	probe := page{look: p.look, unit: p.unit}
	return probe.draw(s, scale)
}

// draw lays the slide out and returns the share of the height that it needs.
func (p *page) draw(s *Slide, scale float32) float32 {
	u := p.unit
	left, width := slideMargin*u, (slideWidth-2*slideMargin)*u
	top, bottom := slideTop*u, (slideHeight-slideBottom)*u
	p.objects = nil
	y := top
	switch {
	case s.Opening:
		y = p.drawOpening(s, scale, left, width, top, bottom)
	case len(s.Parts) == 0 && len(s.Title) > 0:
		y += p.text(p.sized(s.Title, slideAloneSize*u*scale, true), left, y, width, slideLeading, fyne.TextAlignLeading)
		p.center(y, bottom)
	case len(s.Title) == 0 && isQuote(s.Parts):
		y = p.drawParts(s.Parts, scale*slideQuoteAlone, left, width, y, bottom)
		p.center(y, bottom)
	default:
		if len(s.Title) > 0 {
			y += p.text(p.sized(s.Title, slideTitleSize*u*min(1, 0.4+0.6*scale), true), left, y, width, slideLeading, fyne.TextAlignLeading)
			y += slideTitleGap * u * scale
		}
		y = p.drawParts(s.Parts, scale, left, width, y, bottom)
	}
	if s.Number != "" {
		p.text([]Span{{Text: s.Number, ColorName: theme.ColorNameSoftInk, size: slideNumberSize * u}}, left, (slideHeight-44)*u, width, 1, fyne.TextAlignTrailing)
	}
	return (y - top) / (bottom - top)
}

// drawOpening puts the title in the middle of the slide's height, and what
// stands below it under a short line.
func (p *page) drawOpening(s *Slide, scale, left, width, top, bottom float32) float32 {
	u := p.unit
	y := p.text(p.sized(s.Title, slideOpeningSize*u*scale, true), left, top, width, slideLeading, fyne.TextAlignLeading) + top
	y += 30 * u * scale
	line := &canvas.Rectangle{FillColor: p.look.color(theme.ColorNameGive), CornerRadius: 3 * u}
	place(line, left, y, 96*u, 6*u)
	p.objects = append(p.objects, line)
	y += 36 * u * scale
	for _, part := range s.Parts {
		spans := p.sized(part.Spans, 32*u*scale, false)
		for i := range spans {
			spans[i].ColorName = theme.ColorNameSoftInk
		}
		y += p.text(spans, left, y, width, slideLeading, fyne.TextAlignLeading) + slideCloseGap*u*scale
	}
	p.center(y, bottom)
	return y
}

// center moves what is drawn, which ends at y, to the middle of the height.
func (p *page) center(y, bottom float32) {
	for _, o := range p.objects {
		o.Move(o.Position().AddXY(0, max(0, (bottom-y)/2)))
	}
}

// drawParts stacks the parts from y on and returns where they end. One picture
// stands beside the words; several share what the words leave.
func (p *page) drawParts(parts []SlidePart, scale, left, width, y, bottom float32) float32 {
	if words, picture, first := besides(parts); picture != nil {
		return p.drawBeside(words, picture, first, scale, left, width, y, bottom)
	}
	pictures := 0
	for _, part := range parts {
		if part.Form == SlideImage {
			pictures++
		}
	}
	share := float32(0)
	if pictures > 0 {
		words := page{look: p.look, unit: p.unit}
		end := words.stack(parts, scale, left, width, y, 0)
		share = max(bottom-end, (bottom-y)*slideImageLeast) / float32(pictures)
	}
	return p.stack(parts, scale, left, width, y, share)
}

// stack draws the parts one below another; each picture is at most as high as
// its share.
func (p *page) stack(parts []SlidePart, scale, left, width, y, share float32) float32 {
	sides := sidesOf(parts)
	for i, part := range parts {
		part.rtl = sides[i]
		if i > 0 {
			gap := float32(slideGap)
			if part.Close {
				gap = slideCloseGap
			}
			gap *= p.unit * scale
			if part.Quoted && parts[i-1].Quoted {
				p.quoteBar(part, left, width, y, gap) // one bar for all of a quote
			}
			y += gap
		}
		y += p.part(part, scale, left, width, y, share)
	}
	return y
}

// part draws one part, with its marker and the bar of a quotation, and returns
// its height. A picture needs no marker. Words that run from right to left have
// theirs at the right.
func (p *page) part(part SlidePart, scale, left, width, y, share float32) float32 {
	u := p.unit * scale
	if part.Form == SlideImage {
		return p.picture(part, u, left, width, y, share)
	}
	indent := min(float32(part.Indent)*slideIndent*u, width/2)
	if part.Quoted {
		indent += slideQuoteIndent * u
	}
	at := func() float32 {
		if part.rtl {
			return left
		}
		return left + indent
	}
	if part.Marker != "" {
		marker := []Span{{Text: part.Marker, ColorName: theme.ColorNameGiveInk, size: slideTextSize * u}}
		align := fyne.TextAlignLeading
		if part.rtl {
			align = fyne.TextAlignTrailing
		}
		if height := p.text(marker, at(), y, width-indent, slideLeading, align); len(part.Spans) == 0 {
			return height
		}
		indent += slideIndent * u
		if extra := len(part.Marker) - len("10."); extra > 0 { // "100." needs more room
			indent += float32(extra) * slideTextSize * 0.6 * u
		}
	}
	height := p.content(part, u, at(), width-indent, y)
	if part.Quoted {
		p.quoteBar(part, left, width, y, height)
	}
	return height
}

// quoteBar draws the bar beside a quote.
func (p *page) quoteBar(part SlidePart, left, width, y, height float32) {
	bar := &canvas.Rectangle{FillColor: p.look.color(theme.ColorNameMessage)}
	thick := 5 * p.unit
	if part.rtl {
		left += width - thick
	}
	place(bar, left, y, thick, height)
	p.objects = append(p.objects, bar)
}

// content draws what a part holds and returns its height.
func (p *page) content(part SlidePart, u, left, width, y float32) float32 {
	switch part.Form {
	case SlideHeading:
		return p.text(p.sized(part.Spans, slideHeadingSize*u, true), left, y, width, slideLeading, fyne.TextAlignLeading)
	case SlideCode:
		return p.code(part, u, left, width, y)
	case SlideTable:
		return p.table(part, u, left, width, y)
	}
	size := float32(slideTextSize)
	if part.By {
		size *= slideBySize
	}
	spans := p.sized(part.Spans, size*u, false)
	if part.Quoted {
		for i := range spans {
			if part.By {
				spans[i].ColorName = theme.ColorNameSoftInk
			} else if !spans[i].Style.Monospace {
				spans[i].Style = theme.SerifStyle()
			}
		}
	}
	align := fyne.TextAlignLeading
	if part.rtl {
		align = fyne.TextAlignTrailing
	}
	return p.set(spans, left, y, width, slideLeading, align)
}

// code draws lines in a box.
func (p *page) code(part SlidePart, u, left, width, y float32) float32 {
	box := &canvas.Rectangle{FillColor: p.look.color(theme.ColorNamePanel), CornerRadius: 12 * p.unit}
	p.objects = append(p.objects, box)
	pad := 22 * u
	size := slideCodeSize * u * p.straight(part.Spans, slideCodeSize*u, width-2*pad)
	height := p.text(p.sized(part.Spans, size, false), left+pad, y+pad*0.8, width-2*pad, 1.25, fyne.TextAlignLeading) + 1.6*pad
	place(box, left, y, width, height)
	return height
}

// straight returns how much smaller code must be for its lines to stay unbroken,
// or 1 where they would be too small.
func (p *page) straight(spans []Span, size, width float32) float32 {
	if len(spans) == 0 {
		return 1
	}
	longest := float32(0)
	for _, line := range breakLines(measure(p.sized(spans, size, false), p.look), unbounded, 0) {
		longest = max(longest, line.width)
	}
	if fits := width / longest; longest > width && fits >= slideCodeLeast {
		return fits * 0.98 // sizes are rounded
	}
	return 1
}

// picture draws an image as large as its room allows, or its words in a box
// where there is none to draw.
func (p *page) picture(part SlidePart, u, left, width, y, share float32) float32 {
	if share == 0 {
		return 0 // the words are measured first
	}
	if len(part.Picture) == 0 {
		box := &canvas.Rectangle{FillColor: p.look.color(theme.ColorNamePanel), CornerRadius: 12 * p.unit, StrokeColor: p.look.color(theme.ColorNameLine), StrokeWidth: 1}
		p.objects = append(p.objects, box)
		spans := p.sized(part.Spans, 28*u, false)
		for i := range spans {
			spans[i].ColorName = theme.ColorNameSoftInk
		}
		height := p.text(spans, left+24*u, y+18*u, width-48*u, slideLeading, fyne.TextAlignLeading) + 36*u
		place(box, left, y, width, height)
		return height
	}
	bounds := part.Picture[0].Bounds()
	natural := fyne.NewSize(float32(bounds.Dx()), float32(bounds.Dy()))
	if natural.Width < 1 || natural.Height < 1 {
		return 0
	}
	factor := min(width/natural.Width, share/natural.Height, 2*p.unit) // small pictures are not blown up
	size := fyne.NewSize(natural.Width*factor, natural.Height*factor)
	img := p.image(part.Picture, size)
	place(img, left+(width-size.Width)/2, y, size.Width, size.Height)
	p.objects = append(p.objects, img)
	return size.Height
}

// image returns the object that shows a picture in a size: the one that does so
// already, or a new one. The screen scales it, in no time and well enough for what
// is at most twice as large.
func (p *page) image(picture Picture, size fyne.Size) *canvas.Image {
	fits := picture.fitting(size.Width * p.pixels)
	for i, img := range p.kept {
		if img.Image == fits && img.Size() == size {
			p.kept = slices.Delete(p.kept, i, i+1)
			return img
		}
	}
	img := canvas.NewImageFromImage(fits)
	img.FillMode, img.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleFastest
	return img
}

// images returns those of the objects that are pictures.
func images(objects []fyne.CanvasObject) (all []*canvas.Image) {
	for _, o := range objects {
		if img, ok := o.(*canvas.Image); ok {
			all = append(all, img)
		}
	}
	return all
}

// sized returns spans in one size, and bold throughout when wanted.
func (p *page) sized(spans []Span, size float32, bold bool) []Span {
	if size > slideWhole {
		size = float32(math.Floor(float64(size)))
	}
	out := make([]Span, len(spans))
	for i, s := range spans {
		s.size = size
		if s.ColorName == "" {
			s.ColorName = theme.ColorNameInk
		}
		if bold {
			s.Style.Bold = true
		}
		if s.Style.Monospace {
			s.size *= 0.92 // its letters stand taller than Inter's
			s.Style = fyne.TextStyle{Monospace: true, Bold: s.Style.Bold}
		}
		out[i] = s
	}
	return out
}

// text sets spans in a width and returns their height. Where they lead is the side
// from which they run.
func (p *page) text(spans []Span, x, y, width, leading float32, align fyne.TextAlign) float32 {
	if align == fyne.TextAlignLeading && runsRightToLeft(spans) {
		align = fyne.TextAlignTrailing
	}
	return p.set(spans, x, y, width, leading, align)
}

// set sets spans on a side of a width, whichever way they run, and returns their height.
func (p *page) set(spans []Span, x, y, width, leading float32, align fyne.TextAlign) float32 {
	if len(spans) == 0 {
		return 0
	}
	rtl := runsRightToLeft(spans)
	lines := breakLines(measure(spans, p.look), max(width, 1), 0)
	height := float32(0)
	for _, line := range lines {
		line.seen(rtl)
		at := x
		switch align {
		case fyne.TextAlignTrailing:
			at += width - line.width
		case fyne.TextAlignCenter:
			at += (width - line.width) / 2
		}
		for _, piece := range line.pieces {
			if piece.text == "" {
				continue
			}
			t := &canvas.Text{Text: piece.text, TextStyle: piece.span.Style, TextSize: piece.size, Color: p.look.color(piece.span.ColorName)}
			place(t, at, y+height+line.baseline-piece.baseline, piece.width, piece.height)
			p.objects = append(p.objects, t)
			if piece.span.Struck {
				p.strike(at, y+height+line.baseline-piece.size*0.3, piece.width, piece.size)
			}
			at += piece.width
		}
		height += line.height * leading
	}
	return height
}

// strike draws the line through struck words.
func (p *page) strike(x, y, width, size float32) {
	line := &canvas.Rectangle{FillColor: p.look.color(theme.ColorNameInk)}
	place(line, x, y, width, max(0.5, size/16))
	p.objects = append(p.objects, line)
}

package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// dashes is a dashed outline with round corners, which Fyne has no shape for. It is one picture, drawn anew when its size or colour changes.
type dashes struct {
	*canvas.Raster
	color  color.NRGBA
	radius float32 // as a share of the height
	size   fyne.Size
}

const (
	dashOn    = 3.0 // the length of a dash
	dashOff   = 2.2
	dashWidth = 1.0
)

func newDashes(radius float32) *dashes {
	d := &dashes{radius: radius}
	d.Raster = canvas.NewRaster(d.draw)
	return d
}

// set gives the outline its colour; the picture is drawn again only for another one.
func (d *dashes) set(c color.Color) {
	to := color.NRGBAModel.Convert(c).(color.NRGBA)
	if d.color == to {
		return
	}
	d.color = to
	d.Refresh()
}

func (d *dashes) place(x, y, w, h float32) {
	d.size = fyne.NewSize(w, h)
	place(d.Raster, x, y, w, h)
}

func (d *dashes) draw(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	if d.size.Height <= 0 || w == 0 || h == 0 {
		return img
	}
	scale := float64(h) / float64(d.size.Height) // pixels of the screen for one of Fyne's
	stroke := dashWidth * scale
	outline := roundRect{width: float64(w) - stroke, height: float64(h) - stroke, radius: float64(d.radius)*float64(h) - stroke/2}
	count := math.Max(1, math.Round(outline.length()/((dashOn+dashOff)*scale)))
	period := outline.length() / count
	on := period * dashOn / (dashOn + dashOff)
	for y := range h {
		for x := range w {
			away, along := outline.nearest(float64(x)+0.5-stroke/2, float64(y)+0.5-stroke/2)
			cover := clamp(float32(stroke/2+0.5-away), 0, 1)
			if cover == 0 {
				continue
			}
			at := math.Mod(along, period)
			cover *= clamp(float32(math.Min(at, on-at)+0.5), 0, 1)
			c := d.color
			c.A = uint8(float32(c.A)*cover + 0.5)
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

// roundRect is the middle line of an outline whose top left is 0, 0.
type roundRect struct{ width, height, radius float64 }

func (r roundRect) length() float64 {
	return 2*(r.width+r.height-4*r.radius) + 2*math.Pi*r.radius
}

// nearest returns how far a point is from the line, and where along the line its nearest point lies, clockwise from the left end of the top.
func (r roundRect) nearest(x, y float64) (away, along float64) {
	top, side, arc := r.width-2*r.radius, r.height-2*r.radius, math.Pi/2*r.radius
	cx, cy := math.Max(r.radius, math.Min(x, r.width-r.radius)), math.Max(r.radius, math.Min(y, r.height-r.radius))
	dx, dy := x-cx, y-cy
	if dx != 0 && dy != 0 { // in a corner
		away = math.Abs(math.Hypot(dx, dy) - r.radius)
		turn := math.Atan2(dx, -dy) // clockwise from straight up, -π to π
		if turn < 0 {
			turn += 2 * math.Pi
		}
		before := [4]float64{top, top + side, 2*top + side, 2*top + 2*side}[int(turn/(math.Pi/2))%4]
		return away, before + float64(turn*r.radius)
	}
	type edge struct{ away, along float64 }
	best := edge{math.Abs(y), x - r.radius}
	for _, e := range []edge{
		{math.Abs(r.width - x), top + arc + y - r.radius},
		{math.Abs(r.height - y), top + side + 2*arc + r.width - r.radius - x},
		{math.Abs(x), 2*top + side + 3*arc + r.height - r.radius - y},
	} {
		if e.away < best.away {
			best = e
		}
	}
	return best.away, best.along
}

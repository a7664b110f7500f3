package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2/canvas"
)

// strip is one column of an area: from top to bottom in a colour, both as a
// share of the height.
type strip struct {
	top, bottom float32
	fill        color.Color
}

// newArea paints an area column by column, in the pixels of the screen: shapes
// beside each other would show a seam. at is called with the middle of each
// column, from 0 to 1.
func newArea(at func(x float32) strip) *canvas.Raster {
	return canvas.NewRaster(func(w, h int) image.Image {
		img := image.NewNRGBA(image.Rect(0, 0, w, h))
		for x := range w {
			s := at((float32(x) + 0.5) / float32(w))
			top, bottom := float64(s.top)*float64(h), float64(s.bottom)*float64(h)
			if bottom <= top || s.fill == nil {
				continue
			}
			fill := color.NRGBAModel.Convert(s.fill).(color.NRGBA)
			alpha := float64(fill.A)
			for y := max(0, int(top)); y < min(h, int(math.Ceil(bottom))); y++ {
				covered := math.Min(bottom, float64(y+1)) - math.Max(top, float64(y))
				fill.A = uint8(math.Round(alpha * covered))
				img.SetNRGBA(x, y, fill)
			}
		}
		return img
	})
}

package widgets

import (
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/theme"
)

// TestSlide_Rests looks that a slide with a picture makes nothing anew while nothing
// changes: Fyne lays out what it does not know yet and draws again for a picture that
// it has not seen, so that new ones would come of each other without end.
func TestSlide_Rests(t *testing.T) {
	picture := Picture{image.NewRGBA(image.Rect(0, 0, 160, 90))}
	slide := &Slide{Title: []Span{{Text: "A title"}}, Parts: []SlidePart{{Form: SlideImage, Picture: picture}}}
	inWindow(t, theme.Light, fyne.NewSize(640, 360), slide)
	renderer := test.WidgetRenderer(slide)
	before := slices.Clone(renderer.Objects())
	if len(images(before)) != 1 {
		t.Fatalf("%d pictures are drawn", len(images(before)))
	}
	for range 3 {
		renderer.Layout(slide.Size())
	}
	if !slices.Equal(renderer.Objects(), before) {
		t.Error("laid out again in the same size, it has other objects")
	}
	slide.Title = []Span{{Text: "Another title"}}
	slide.Refresh()
	after := renderer.Objects()
	if slices.Equal(after, before) {
		t.Error("with another title it has the same objects")
	}
	if !slices.Equal(images(after), images(before)) {
		t.Error("with another title the same picture is made again")
	}
	slide.Resize(fyne.NewSize(320, 180))
	if small := images(renderer.Objects()); len(small) != 1 || small[0] == images(before)[0] || small[0].Size().Width >= images(before)[0].Size().Width {
		t.Error("in another size the picture is not made for it")
	}
	slide.Parts = append(slide.Parts, slide.Parts[0])
	slide.Refresh()
	if two := images(renderer.Objects()); len(two) != 2 || two[0] == two[1] {
		t.Error("a picture that is there twice is not drawn twice")
	}
}

// TestSlide_PicturesNeedNoScaling looks that of a picture's sizes the one is drawn
// that fits, by the screen: the painter, which makes a picture smaller on the UI
// goroutine, has nothing to do.
func TestSlide_PicturesNeedNoScaling(t *testing.T) {
	var picture Picture
	for width := 1920; width > 200; width /= 2 {
		picture = append(picture, image.NewRGBA(image.Rect(0, 0, width, width*3/4)))
	}
	slide := &Slide{Title: []Span{{Text: "A title"}}, Parts: []SlidePart{{Form: SlideImage, Picture: picture}}}
	w := inWindow(t, theme.Light, fyne.NewSize(2600, 1400), slide)
	for width, want := range map[float32]int{2400: 1920, 1280: 960, 640: 480, 400: 240, 160: 240} {
		for scale, times := range map[float32]int{1: 1, 2: 2} {
			w.Canvas().(interface{ SetScale(float32) }).SetScale(scale)
			slide.Resize(fyne.NewSize(width, width*9/16))
			slide.Refresh()
			drawn := images(test.WidgetRenderer(slide).Objects())
			if len(drawn) != 1 {
				t.Fatalf("%d pictures are drawn", len(drawn))
			}
			want := min(1920, want*times)
			if width == 160 {
				want = 240
			}
			if got := drawn[0].Image.Bounds().Dx(); got != want || drawn[0].ScaleMode != canvas.ImageScaleFastest {
				t.Errorf("a picture %v wide, with %v pixels for one, is one of %d, want %d", drawn[0].Size().Width, scale, got, want)
			}
		}
	}
}

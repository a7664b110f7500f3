package widgets

import (
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/theme"
)

// TestSlide_Rests looks that a slide with a picture makes nothing anew while nothing
// changes: Fyne lays out what it does not know yet and draws again for a picture that
// it has not seen, so that new ones would come of each other without end.
func TestSlide_Rests(t *testing.T) {
	picture := image.NewRGBA(image.Rect(0, 0, 160, 90))
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

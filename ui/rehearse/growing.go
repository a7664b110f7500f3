package rehearse

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"

	"talkgiver/ui/theme"
)

// growing makes the stage as large as the screen allows: what is drawn for a
// laptop is to be read from further away where there is more room.
type growing struct{ stage *stage }

// The stage is drawn for this size, and grows by steps of a twentieth to at most
// twice that. On a smaller screen it stays as it is.
const (
	grownWidth, grownHeight = 1280, 800
	grownStep               = 20
	grownMost               = 2

	hintsLeast = 10 // clocks that a stage is high at least for the hints to be shown
)

// grown is how many times as large as designed the stage is.
func (s *stage) grown() float32 { return s.look.by }

func (growing) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (g growing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s := g.stage
	whole := s.content.Size()
	by := min(whole.Width/grownWidth, whole.Height/grownHeight)
	by = float32(math.Floor(float64(by)*grownStep)) / grownStep
	if by = max(1, min(by, grownMost)); by != s.look.by {
		s.look.by = by
		s.script.setScale(s.script.look.scale, by)
		s.frame.Refresh()
	}
	// Large letters in a small window: the words to say come first.
	if roomy := whole.Height >= hintsLeast*s.look.Size(theme.SizeNameClock); roomy != s.hints.Visible() {
		setVisible(s.hints, roomy)
		s.frame.Refresh()
	}
	place(objects[0], 0, 0, size.Width, size.Height)
}

// fitting makes its object smaller where it were higher than its place.
type fitting struct {
	look *enlarged
	// refresh draws the object in another size.
	refresh func()
}

// fittingSteps bring the height within a line of what there is.
const fittingSteps = 4

func (fitting) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (f fitting) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.look.by = 1
	f.refresh()
	least := objects[0].MinSize()
	for range fittingSteps { // what is around the words does not shrink with them
		by := min((size.Height-2*gapBetween)/least.Height, size.Width/least.Width)
		if by <= 0 || by >= 1 {
			break
		}
		f.look.by *= by
		f.refresh()
		least = objects[0].MinSize()
	}
	place(objects[0], (size.Width-least.Width)/2, (size.Height-least.Height)/2, least.Width, least.Height)
}

// enlarged is the theme of the window with everything larger.
type enlarged struct{ by float32 }

var _ fyne.Theme = (*enlarged)(nil)

func (*enlarged) base() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Size implements fyne.Theme.
func (e *enlarged) Size(name fyne.ThemeSizeName) float32 { return e.base().Size(name) * e.by }

// Color implements fyne.Theme.
func (e *enlarged) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	return e.base().Color(name, variant)
}

// Font implements fyne.Theme.
func (e *enlarged) Font(style fyne.TextStyle) fyne.Resource { return e.base().Font(style) }

// Icon implements fyne.Theme.
func (e *enlarged) Icon(name fyne.ThemeIconName) fyne.Resource { return e.base().Icon(name) }

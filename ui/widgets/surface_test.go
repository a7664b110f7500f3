package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/theme"
)

func TestSurfaceHasItsLineAtItsEdge(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	for edge, want := range map[Edge][2]fyne.Position{ // top left and bottom right of the line
		EdgeLeft:   {fyne.NewPos(0, 0), fyne.NewPos(1, 60)},
		EdgeRight:  {fyne.NewPos(99, 0), fyne.NewPos(100, 60)},
		EdgeBottom: {fyne.NewPos(0, 59), fyne.NewPos(100, 60)},
	} {
		s := &Surface{ColorName: theme.ColorNamePanel, Edge: edge}
		s.Resize(fyne.NewSize(100, 60))
		parts := test.WidgetRenderer(s).Objects()
		line := parts[1]
		end := line.Position().AddXY(line.Size().Width, line.Size().Height)
		if line.Position() != want[0] || end != want[1] || !line.Visible() {
			t.Errorf("edge %d: the line goes from %v to %v, want %v", edge, line.Position(), end, want)
		}
	}

	plain := &Surface{}
	plain.Resize(fyne.NewSize(100, 60))
	parts := test.WidgetRenderer(plain).Objects()
	if parts[1].Visible() {
		t.Error("a surface without an edge has a line")
	}
	light := parts[0].(*canvas.Rectangle).FillColor
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark))
	plain.Refresh()
	if dark := parts[0].(*canvas.Rectangle).FillColor; dark == light {
		t.Errorf("the surface is %v in light and dark", dark)
	}
}

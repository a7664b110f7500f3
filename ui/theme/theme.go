// Package theme is the look of Talkgiver: its colours in light and dark, its type scale, its spacing and its fonts. Widgets ask for
// colours by meaning (what is given, what is taken) and never by value.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"talkgiver/assets"
)

// Mode chooses between light and dark.
type Mode int

const (
	System Mode = iota // as the desktop has it
	Light
	Dark
)

// Theme is the theme of the window. Change a field on the UI goroutine and set the theme again to have it seen.
type Theme struct {
	// Mode forces light or dark, or follows the system.
	Mode Mode
	// TextScale enlarges all text; 0 and 1 are the sizes as designed. Spacing and lines stay.
	TextScale float32

	regular, bold, italic, boldItalic, figures, serif fyne.Resource
}

var _ fyne.Theme = (*Theme)(nil)

// New returns the theme with the app's fonts.
func New(mode Mode) *Theme {
	files := assets.Fonts()
	return &Theme{
		Mode:       mode,
		regular:    fyne.NewStaticResource("Inter-Regular.otf", files.Regular),
		bold:       fyne.NewStaticResource("Inter-SemiBold.otf", files.Bold),
		italic:     fyne.NewStaticResource("Inter-Italic.otf", files.Italic),
		boldItalic: fyne.NewStaticResource("Inter-SemiBoldItalic.otf", files.BoldItalic),
		figures:    fyne.NewStaticResource("Inter-SemiBold-Figures.otf", files.Figures),
		serif:      fyne.NewStaticResource("NotoSerif-Regular.ttf", files.Serif),
	}
}

// SerifStyle is the text style of the script, as it is said aloud. Fyne knows one text face only; nobody asks it for an italic symbol, so
// this pair of flags names the second face, and text in it measures, wraps and falls back like any other.
func SerifStyle() fyne.TextStyle {
	return fyne.TextStyle{Symbol: true, Italic: true}
}

// FiguresStyle is the text style of clocks: bold, and every figure as wide as any other. It is a bold symbol to Fyne; see SerifStyle.
func FiguresStyle() fyne.TextStyle {
	return fyne.TextStyle{Symbol: true, Bold: true}
}

// Color returns the colour for a name of this package or of Fyne.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	p := lightPalette
	if t.Dark(variant) {
		p = darkPalette
	}
	if c, ok := p[name]; ok {
		return c
	}
	return fynetheme.DefaultTheme().Color(name, variant)
}

// Dark reports whether the theme is dark when the system asks for variant.
func (t *Theme) Dark(variant fyne.ThemeVariant) bool {
	if t.Mode == System {
		return variant == fynetheme.VariantDark
	}
	return t.Mode == Dark
}

// Font returns Inter, or what SerifStyle and FiguresStyle ask for; code keeps Fyne's monospaced face.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace:
		return fynetheme.DefaultTheme().Font(style)
	case style.Symbol && style.Bold:
		return t.figures
	case style.Symbol && style.Italic:
		return t.serif
	case style.Symbol:
		return fynetheme.DefaultTheme().Font(style)
	case style.Bold && style.Italic:
		return t.boldItalic
	case style.Bold:
		return t.bold
	case style.Italic:
		return t.italic
	default:
		return t.regular
	}
}

// Icon returns Fyne's icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}

// Size returns the size for a name of this package or of Fyne.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := textSizes[name]; ok {
		if t.TextScale > 0 {
			size *= t.TextScale
		}
		return size
	}
	if size, ok := sizes[name]; ok {
		return size
	}
	return fynetheme.DefaultTheme().Size(name)
}

package theme_test

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"talkgiver/ui/theme"
)

func TestTheme_AllColorNamesDefined(t *testing.T) {
	for name, mode := range map[string]theme.Mode{"system": theme.System, "light": theme.Light, "dark": theme.Dark} {
		test.AssertAllColorNamesDefined(t, theme.New(mode), name)
	}
}

// contrast is WCAG 2.2's contrast ratio of two opaque colours.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

func TestTheme_Contrast(t *testing.T) {
	const (
		text  = 4.5 // WCAG AA for text
		shape = 3.0 // WCAG AA for large text and for what a graphic says
		faint = 1.8 // shapes that words repeat, or that lie on a track
	)
	surfaces := []fyne.ThemeColorName{theme.ColorNameBackground, theme.ColorNamePanel, theme.ColorNameCard}
	type pair struct {
		front, back fyne.ThemeColorName
		least       float64
	}
	var pairs []pair
	for _, surface := range surfaces {
		for _, ink := range []fyne.ThemeColorName{
			theme.ColorNameInk, theme.ColorNameSoftInk, theme.ColorNameGiveInk, theme.ColorNameTakeInk, theme.ColorNameMessageInk,
			theme.ColorNameClarityInk, fynetheme.ColorNameForeground, fynetheme.ColorNamePlaceHolder, fynetheme.ColorNameHyperlink,
			fynetheme.ColorNameError, fynetheme.ColorNameSuccess, fynetheme.ColorNameWarning,
		} {
			pairs = append(pairs, pair{ink, surface, text})
		}
		for _, fill := range []fyne.ThemeColorName{theme.ColorNameGive, theme.ColorNameTake, theme.ColorNameClarity} {
			pairs = append(pairs, pair{fill, surface, shape})
		}
		pairs = append(pairs, pair{fynetheme.ColorNameInputBorder, surface, shape})
		pairs = append(pairs, pair{theme.ColorNameMessage, surface, 2.8}, pair{theme.ColorNameBridge, surface, faint})
	}
	for _, tone := range []theme.Tone{theme.Neutral, theme.Give, theme.Take, theme.Bridge, theme.Message, theme.Clarity} {
		pairs = append(pairs, pair{tone.Ink(), tone.Tint(), text}, pair{theme.ColorNameInk, tone.Tint(), text})
	}
	for _, tone := range []theme.Tone{theme.Give, theme.Take, theme.Clarity} {
		pairs = append(pairs, pair{theme.ColorNameOnTone, tone.Fill(), text})
		pairs = append(pairs, pair{tone.Fill(), theme.ColorNameLine, shape})
	}
	pairs = append(pairs,
		pair{fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNamePrimary, text},
		pair{fynetheme.ColorNameForegroundOnError, fynetheme.ColorNameError, text},
		pair{fynetheme.ColorNameForegroundOnSuccess, fynetheme.ColorNameSuccess, text},
		pair{fynetheme.ColorNameForegroundOnWarning, fynetheme.ColorNameWarning, text},
		pair{fynetheme.ColorNameForeground, fynetheme.ColorNameInputBackground, text},
		pair{fynetheme.ColorNameForeground, fynetheme.ColorNameMenuBackground, text},
		pair{fynetheme.ColorNameForeground, fynetheme.ColorNameOverlayBackground, text},
		pair{fynetheme.ColorNameForeground, fynetheme.ColorNameButton, text},
	)
	for name, mode := range map[string]theme.Mode{"light": theme.Light, "dark": theme.Dark} {
		th := theme.New(mode)
		for _, p := range pairs {
			if got := contrast(th.Color(p.front, 0), th.Color(p.back, 0)); got < p.least {
				t.Errorf("%s: %s on %s has %.2f:1, want %.1f:1", name, p.front, p.back, got, p.least)
			}
		}
	}
}

func TestTheme_Mode(t *testing.T) {
	background := func(mode theme.Mode, variant fyne.ThemeVariant) string {
		return fmt.Sprintf("%X", theme.New(mode).Color(theme.ColorNameBackground, variant))
	}
	light, dark := background(theme.Light, 0), background(theme.Dark, 0)
	if light == dark {
		t.Fatal("light and dark are the same")
	}
	for _, test := range []struct {
		mode    theme.Mode
		variant fyne.ThemeVariant
		want    string
	}{
		{theme.System, fynetheme.VariantLight, light},
		{theme.System, fynetheme.VariantDark, dark},
		{theme.Light, fynetheme.VariantDark, light},
		{theme.Dark, fynetheme.VariantLight, dark},
	} {
		if got := background(test.mode, test.variant); got != test.want {
			t.Errorf("mode %d in variant %d: background %s, want %s", test.mode, test.variant, got, test.want)
		}
	}
}

func TestTheme_TextScale(t *testing.T) {
	th := theme.New(theme.Light)
	th.TextScale = 1.5
	if got := th.Size(theme.SizeNameBody); got != 19.5 {
		t.Errorf("body text is %v, want 19.5", got)
	}
	if got := th.Size(fynetheme.SizeNameText); got != 19.5 {
		t.Errorf("Fyne's text is %v, want 19.5", got)
	}
	if got := th.Size(theme.SizeNameSpace2); got != 8 {
		t.Errorf("spacing is %v, want 8", got)
	}
	if got, want := th.Size(fynetheme.SizeNameWindowButtonHeight), fynetheme.DefaultTheme().Size(fynetheme.SizeNameWindowButtonHeight); got != want {
		t.Errorf("a size that is not ours is %v, want Fyne's %v", got, want)
	}
}

// Clocks stand still because every figure is as wide as any other.
func TestTheme_TabularFigures(t *testing.T) {
	test.NewTempApp(t)
	test.ApplyTheme(t, theme.New(theme.Light))
	for _, style := range []fyne.TextStyle{theme.FiguresStyle(), theme.SerifStyle()} {
		want := fyne.MeasureText("0000", 44, style).Width
		for _, s := range []string{"1111", "2222", "3333", "4444", "5555", "6666", "7777", "8888", "9999"} {
			if got := fyne.MeasureText(s, 44, style).Width; math.Abs(float64(got-want)) > 0.01 {
				t.Errorf("style %+v: %s is %v wide, 0000 is %v", style, s, got, want)
			}
		}
	}
}

func TestTheme_Fonts(t *testing.T) {
	th := theme.New(theme.Light)
	for style, want := range map[fyne.TextStyle]string{
		{}:                            "Inter-Regular.otf",
		{Bold: true}:                  "Inter-SemiBold.otf",
		{Italic: true}:                "Inter-Italic.otf",
		{Bold: true, Italic: true}:    "Inter-SemiBoldItalic.otf",
		{Bold: true, Underline: true}: "Inter-SemiBold.otf",
		theme.FiguresStyle():          "Inter-SemiBold-Figures.otf",
		theme.SerifStyle():            "NotoSerif-Regular.ttf",
		{Monospace: true}:             fynetheme.DefaultTextMonospaceFont().Name(),
		{Symbol: true}:                fynetheme.DefaultSymbolFont().Name(),
	} {
		if got := th.Font(style).Name(); got != want {
			t.Errorf("font of %+v is %s, want %s", style, got, want)
		}
	}
	test.NewTempApp(t)
	test.ApplyTheme(t, th)
	sans, serif := fyne.MeasureText("what I say", 34, fyne.TextStyle{}), fyne.MeasureText("what I say", 34, theme.SerifStyle())
	if sans == serif {
		t.Error("the serif measures like the sans: it is not in use")
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		theme.New(theme.System)
	}
}

package assets

import _ "embed"

// The faces were subset by fonts/subset.py; their licences lie beside them.
var (
	//go:embed fonts/Inter-Regular.otf
	interRegular []byte
	//go:embed fonts/Inter-SemiBold.otf
	interSemiBold []byte
	//go:embed fonts/Inter-Italic.otf
	interItalic []byte
	//go:embed fonts/Inter-SemiBoldItalic.otf
	interSemiBoldItalic []byte
	//go:embed fonts/Inter-SemiBold-Figures.otf
	interFigures []byte
	//go:embed fonts/NotoSerif-Regular.ttf
	notoSerifRegular []byte
)

// FontFiles are the font files of the app, to be read and not written to.
type FontFiles struct {
	Regular    []byte // Inter
	Bold       []byte // Inter semi-bold
	Italic     []byte // Inter
	BoldItalic []byte // Inter semi-bold
	Figures    []byte // Inter semi-bold with figures of one width, for clocks; letters without accents
	Serif      []byte // Noto Serif, for what is said aloud
}

// Fonts returns the embedded font files.
func Fonts() FontFiles {
	return FontFiles{
		Regular:    interRegular,
		Bold:       interSemiBold,
		Italic:     interItalic,
		BoldItalic: interSemiBoldItalic,
		Figures:    interFigures,
		Serif:      notoSerifRegular,
	}
}

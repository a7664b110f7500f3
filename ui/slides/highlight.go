package slides

import (
	"strings"

	"fyne.io/fyne/v2"

	"talkgiver/talk/slides"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// highlight returns the lines of code with comments, strings, numbers and
// keywords in colours.
func highlight(info, code string) []widgets.Span {
	code = strings.ReplaceAll(strings.ReplaceAll(code, "\r\n", "\n"), "\t", "    ")
	parts := slides.ColourCode(info, code)
	spans := make([]widgets.Span, len(parts))
	for i, part := range parts {
		span := widgets.Span{Text: part.Text, Style: fyne.TextStyle{Monospace: true}}
		switch part.Look {
		case slides.CodeComment:
			span.ColorName = theme.ColorNameSoftInk
		case slides.CodeString:
			span.ColorName = theme.ColorNameGiveInk
		case slides.CodeNumber:
			span.ColorName = theme.ColorNameMessageInk
		case slides.CodeKeyword:
			span.ColorName, span.Style.Bold = theme.ColorNameClarityInk, true
		case slides.PlainCode:
		}
		spans[i] = span
	}
	return spans
}

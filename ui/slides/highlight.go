package slides

import (
	"strings"

	"fyne.io/fyne/v2"
	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// mostHighlighted is how much code is coloured: more than fits on any slide.
// Beyond it colours cost time and nobody could read them.
const mostHighlighted = 8 << 10

// highlight returns the lines of code with its words in colours. Code in a
// language that is not named, or not known, has one colour.
func highlight(info, code string) []widgets.Span {
	mono := fyne.TextStyle{Monospace: true}
	code = strings.ReplaceAll(strings.ReplaceAll(code, "\r\n", "\n"), "\t", "    ")
	plain := []widgets.Span{{Text: code, Style: mono}}
	language, _, _ := strings.Cut(strings.TrimSpace(info), " ")
	if language == "" || len(code) > mostHighlighted {
		return plain
	}
	lexer := lexers.Get(strings.Trim(language, "{}."))
	if lexer == nil {
		return plain
	}
	tokens, err := chroma.Coalesce(lexer).Tokenise(nil, code)
	if err != nil {
		return plain
	}
	var spans []widgets.Span
	for token := range tokens.Stdlib() {
		span := widgets.Span{Text: token.Value, Style: mono}
		switch t := token.Type; {
		case t.InCategory(chroma.Comment):
			span.ColorName = theme.ColorNameSoftInk
		case t.InCategory(chroma.Keyword):
			span.ColorName, span.Style.Bold = theme.ColorNameClarityInk, true
		case t.InSubCategory(chroma.LiteralString):
			span.ColorName = theme.ColorNameGiveInk
		case t.InSubCategory(chroma.LiteralNumber):
			span.ColorName = theme.ColorNameMessageInk
		case t.InCategory(chroma.Error):
			span.ColorName = theme.ColorNameInk
		}
		if n := len(spans); n > 0 && spans[n-1].ColorName == span.ColorName && spans[n-1].Style == span.Style {
			spans[n-1].Text += span.Text
			continue
		}
		spans = append(spans, span)
	}
	if n := len(spans); n > 0 { // the lexer may end the last line
		spans[n-1].Text = strings.TrimSuffix(spans[n-1].Text, "\n")
	}
	return spans
}

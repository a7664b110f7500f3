package ui

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
)

// isWhole reports whether no merge has left two versions of something in the talk,
// which its slides would show with the marks, and else says where.
func (w *Window) isWhole() bool {
	t := w.session.Talk()
	i := slices.IndexFunc(t.Problems, func(p talk.Problem) bool { return p.Key == talk.MergeMarks })
	if i < 0 {
		return true
	}
	p := t.Problems[i]
	w.ask(lang.L("Two versions stand in the talk"), lang.L("Line {{.Line}}: {{.Problem}}", map[string]any{"Line": t.Position(p.Span.Start).Line, "Problem": w.words.Problem(p)}),
		answer{text: lang.L("Go there"), main: true, run: func() {
			w.show(placeDraft)
			w.draft.GoTo(p.Span, w.draft.Current())
		}},
		answer{text: lang.L("Close")})
	return false
}

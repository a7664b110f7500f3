package slides

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/slides"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// notes is what is said to a slide, below it.
type notes struct {
	head   *widgets.Text
	text   *widgets.Text
	scroll *container.Scroll
	object fyne.CanvasObject
}

func newNotes() *notes {
	n := &notes{head: widgets.Caption(""), text: &widgets.Text{Flow: widgets.FlowWrap}}
	n.scroll = container.NewVScroll(n.text)
	n.object = &widgets.Card{Content: container.New(&headed{}, n.head, n.scroll), Inset: 14}
	return n
}

// show brings up what is said to a slide; nil is none. To one that goes on from a
// slide before it, what is said there may go on too.
func (n *notes) show(s *slides.Slide, goesOn bool) {
	n.scroll.ScrollToTop()
	if s == nil {
		n.head.SetText(lang.L("notes"))
		n.text.SetSpans()
		n.text.SetText("")
		return
	}
	head := lang.L("notes")
	if t := slideTime(s.Time); t != "" {
		head += " · " + t
	}
	if s.Backup {
		head += " · " + lang.L("only for questions")
	}
	n.head.SetText(head)
	spans := noteSpans(s.Notes)
	if len(spans) == 0 {
		text := lang.L("Nothing is said here.")
		if goesOn {
			text = lang.L("What you say to the slide before goes on.")
		}
		spans = []widgets.Span{{Text: text, ColorName: theme.ColorNameSoftInk}}
	}
	n.text.SetSpans(spans...)
	n.scroll.Refresh()
}

// noteSpans returns what is said, a paragraph for each block, with the cues in
// the colour of the message.
func noteSpans(blocks []talk.Block) []widgets.Span {
	var spans []widgets.Span
	for _, b := range blocks {
		var words []widgets.Span
		if p, ok := b.(*talk.Paragraph); ok {
			words = saidSpans(p.Inlines)
		} else if text := talk.BlockText(b); strings.TrimSpace(text) != "" {
			words = []widgets.Span{{Text: text}}
		}
		if len(words) == 0 {
			continue
		}
		if len(spans) > 0 {
			spans = append(spans, widgets.Span{Text: "\n\n"})
		}
		spans = append(spans, words...)
	}
	return spans
}

// saidSpans returns a spoken line with its cues.
func saidSpans(inlines []talk.Inline) []widgets.Span {
	var spans []widgets.Span
	for _, in := range inlines {
		if cue, ok := in.(*talk.Cue); ok {
			spans = append(spans, widgets.Span{Text: strings.ReplaceAll(cue.String(), " ", "\u00a0"), ColorName: theme.ColorNameMessageInk, Style: fyne.TextStyle{Bold: true}})
			continue
		}
		for _, s := range spansOf([]talk.Inline{in}, look{}) {
			s.ColorName = "" // a link is words when it is said
			spans = append(spans, s)
		}
	}
	return spans
}

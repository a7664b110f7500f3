package slides

import (
	"talkgiver/talk"
	"talkgiver/talk/slides"
)

// paragraph returns a paragraph of inlines.
func paragraph(inlines ...talk.Inline) *talk.Paragraph { return &talk.Paragraph{Inlines: inlines} }

func text(s string) *talk.Text { return &talk.Text{Text: s} }

func list(items ...[]talk.Block) *talk.List {
	l := &talk.List{Tight: true}
	for _, blocks := range items {
		l.Items = append(l.Items, &talk.ListItem{Blocks: blocks})
	}
	return l
}

// places are where a text can stand on a slide and in its notes.
var places = map[string]func(s string) *slides.Slide{
	"title": func(s string) *slides.Slide {
		return &slides.Slide{Level: 2, Title: []talk.Inline{text(s)}}
	},
	"list": func(s string) *slides.Slide {
		return body(list(
			[]talk.Block{paragraph(text(s))},
			[]talk.Block{paragraph(text("before")), list([]talk.Block{paragraph(text(s))}, []talk.Block{paragraph(text("after"))})}))
	},
	"numbers": func(s string) *slides.Slide {
		l := list([]talk.Block{paragraph(text(s))}, []talk.Block{paragraph(text("after"))})
		l.Ordered, l.Start = true, 9
		return body(l)
	},
	"paragraph": func(s string) *slides.Slide {
		return body(paragraph(text("before")), paragraph(text(s)), paragraph(text("after")))
	},
	"lines": func(s string) *slides.Slide {
		return body(paragraph(text("before"), &talk.LineBreak{Hard: true}, text(s), &talk.LineBreak{}, text(s), &talk.LineBreak{Hard: true}, text("after")))
	},
	"note": func(s string) *slides.Slide {
		return &slides.Slide{Level: 2, Title: []talk.Inline{text("noted")}, Notes: []talk.Block{paragraph(text(s))}}
	},
	"notes": func(s string) *slides.Slide {
		return &slides.Slide{Notes: []talk.Block{paragraph(text("Say this.")), paragraph(text(s)), &talk.Code{Text: s}, paragraph(text("Then this."))}}
	},
	"code": func(s string) *slides.Slide {
		return body(&talk.Code{Info: s, Text: s + "\n"}, list([]talk.Block{&talk.Code{Text: s}}), paragraph(text("after")))
	},
	"quote": func(s string) *slides.Slide {
		return body(&talk.Quote{Blocks: []talk.Block{paragraph(text(s)), paragraph(text("after"))}}, &talk.Quote{Blocks: []talk.Block{paragraph(text(s))}})
	},
	"table": func(s string) *slides.Slide {
		cell, word := []talk.Inline{text(s)}, []talk.Inline{text("word")}
		return body(&talk.Table{
			Align:  []talk.Align{talk.AlignNone, talk.AlignCenter},
			Header: [][]talk.Inline{cell, word},
			Rows:   [][][]talk.Inline{{word, cell}, {cell, {&talk.CodeSpan{Text: s}}}, {word, word}},
		})
	},
	"link": func(s string) *slides.Slide {
		return body(paragraph(text("see "), &talk.Anchor{Destination: "https://example.com/", Children: []talk.Inline{text(s)}}, text(" there")),
			paragraph(text("word"), &talk.Anchor{Destination: s, Title: s, Children: []talk.Inline{text("shown")}}, text("word")))
	},
	"image": func(s string) *slides.Slide {
		return body(paragraph(&talk.Image{Destination: "a.png", Alt: s}), paragraph(text("word"), &talk.Image{Destination: s, Title: s, Alt: "shown"}, text("!")))
	},
	"span": func(s string) *slides.Slide {
		return body(paragraph(text("a "), &talk.CodeSpan{Text: s}, text(" b"), &talk.CodeSpan{Text: s}))
	},
	"emphasised": func(s string) *slides.Slide {
		em := func(level int) *talk.Emphasis { return &talk.Emphasis{Level: level, Children: []talk.Inline{text(s)}} }
		return body(paragraph(em(1), text("x"), em(2), text(" "), em(0), em(1), text(s), em(2), text(s)),
			paragraph(&talk.Emphasis{Level: 2, Children: []talk.Inline{text("a "), em(1), text("b"), em(2)}}))
	},
}

func body(blocks ...talk.Block) *slides.Slide { return &slides.Slide{Blocks: blocks} }

package htmldeck

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"talkgiver/talk"
	"talkgiver/talk/slides"
)

// hostile returns texts that mean something to a browser: each way to leave the
// place where a text stands, with each way to do harm outside.
func hostile() []string {
	const harm = "window.pwned=1;alert(1)"
	var all []string
	for _, way := range []string{"", `"`, "'", ">", `">`, "'>", "-->", "--!>", "<!--", "]]>", "</title>", "</style>", "</script>", "</textarea>",
		"</section></main>", "`", "\\", `\u003c`, "&quot;>", "&#34;&#62;", "%22%3E", "\x00", "\u2028", "</p></li></td></pre>"} {
		for _, does := range []string{
			"<script>" + harm + "</script>",
			"<img src=x onerror=" + harm + ">",
			"<svg/onload=" + harm + ">",
			"<a href=javascript:" + harm + ">x</a>",
			"javascript:" + harm + "//",
			"data:text/html,<script>" + harm + "</script>",
			"<iframe srcdoc='<script>parent." + harm + "</script>'>",
			" onmouseover=" + harm + " autofocus onfocus=" + harm + " x=",
			"<style>@import 'https://example.com/x.css';*{background:url(https://example.com/x)}</style>",
			"<meta http-equiv=refresh content='0;url=https://example.com/'>",
			"<details open ontoggle=" + harm + "><summary>x</summary>",
			"<form action=https://example.com/><button autofocus>x",
			"{{constructor.constructor('" + harm + "')()}}",
			"<link rel=dns-prefetch href=//example.com><link rel=preload as=image href=https://example.com/x><base href=https://example.com/>",
			"<object data=https://example.com/x></object><embed src=https://example.com/x><video src=https://example.com/x autoplay onerror=" + harm + ">",
			"<template shadowrootmode=open><script>" + harm + "</script></template>",
			" srcset=\"https://example.com/x 2x\" style=\"background:url(https://example.com/x)\" ping=https://example.com/",
			"${" + harm + "}",
			"<math><mtext><table><mglyph><style><img src=x onerror=" + harm + ">",
		} {
			all = append(all, way+does)
		}
	}
	return append(all,
		" JaVaScRiPt:"+harm, "java\tscript:"+harm, "java\nscript:"+harm, "\x01javascript:"+harm, "javascript&colon;"+harm, "&#106;avascript:"+harm,
		"vbscript:msgbox(1)", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg onload="+harm+">", "file:///etc/passwd",
		"https://example.com/?a=1&copy=2&lt=3", "https://example.com/\"onclick=\""+harm, "//example.com/x", "#7", "mailto:a@example.com",
		"&amp; &lt;b&gt; &nbsp; &#x22; &notanentity; AT&T &", "a < b > c", "plain words", "  two  spaces  ", "a\tb", "both\r\nof them", "a\rb", "---", "a\n\nb",
		"emoji 👩‍👩‍👧 ❤️ 🇩🇪", "שלום עולם", "مرحبا", "\u202eoverride\u202c", "é é Z͑ͫ", "a\u200bb\ufeff", "bell \x07 escape \x1b[31m", "bad \xff utf-8",
		strings.Repeat("x", 10_000), strings.Repeat("word ", 2000), strings.Repeat("<b>", 500), strings.Repeat("</div>", 100), strings.Repeat("&", 500),
	)
}

func paragraph(inlines ...talk.Inline) *talk.Paragraph { return &talk.Paragraph{Inlines: inlines} }

func text(s string) *talk.Text { return &talk.Text{Text: s} }

func list(tight bool, blocks ...[]talk.Block) *talk.List {
	l := &talk.List{Tight: tight}
	for _, b := range blocks {
		l.Items = append(l.Items, &talk.ListItem{Blocks: b})
	}
	return l
}

func body(blocks ...talk.Block) *slides.Slide { return &slides.Slide{Blocks: blocks} }

// places are where a text can stand in a deck.
var places = map[string]func(s string) *slides.Slide{
	"title": func(s string) *slides.Slide {
		return &slides.Slide{Level: 2, Title: []talk.Inline{text(s), &talk.CodeSpan{Text: s}}}
	},
	"list": func(s string) *slides.Slide {
		numbers := list(true, []talk.Block{paragraph(text("zero"))}, []talk.Block{paragraph(text(s)), paragraph(text(s))})
		numbers.Ordered = true
		return body(list(true, []talk.Block{paragraph(text(s))}, []talk.Block{paragraph(text("before")), numbers}), list(false, []talk.Block{paragraph(text(s))}))
	},
	"note": func(s string) *slides.Slide {
		return &slides.Slide{Notes: []talk.Block{paragraph(text("Say:")), paragraph(text(s)), &talk.Code{Text: s}, list(true, []talk.Block{paragraph(text(s))})}}
	},
	"code": func(s string) *slides.Slide {
		return body(&talk.Code{Info: s, Text: s + "\n"}, paragraph(text("a "), &talk.CodeSpan{Text: s}), list(true, []talk.Block{&talk.Code{Text: s}}))
	},
	"quote": func(s string) *slides.Slide {
		return body(&talk.Quote{Blocks: []talk.Block{paragraph(text(s)), &talk.Heading{Level: 4, Inlines: []talk.Inline{text(s)}}}})
	},
	"cell": func(s string) *slides.Slide {
		cell := []talk.Inline{text(s)}
		return body(&talk.Table{Align: []talk.Align{talk.AlignLeft, talk.AlignRight}, Header: [][]talk.Inline{cell, {text("word")}}, Rows: [][][]talk.Inline{{cell, {&talk.CodeSpan{Text: s}}}}})
	},
	"link": func(s string) *slides.Slide {
		return body(paragraph(&talk.Anchor{Destination: "https://example.com/", Title: s, Children: []talk.Inline{text(s)}}),
			paragraph(text("see "), &talk.Anchor{Destination: s, Title: s, Children: []talk.Inline{text("this")}}, text(" there")))
	},
	"image": func(s string) *slides.Slide {
		return body(paragraph(&talk.Image{Destination: "gone.png", Alt: s}), paragraph(text("word "), &talk.Image{Destination: s, Title: s, Alt: "shown"}, text("!")))
	},
	"emphasised": func(s string) *slides.Slide {
		return body(paragraph(&talk.Emphasis{Level: 2, Children: []talk.Inline{text(s), &talk.Emphasis{Level: 1, Children: []talk.Inline{text(s)}}}}, &talk.LineBreak{Hard: true}, &talk.Emphasis{Children: []talk.Inline{text(s)}}))
	},
}

// shown is a piece of text and the innermost thing it stands in.
type shown struct{ In, Text string }

// reader is what a person reads on the slides and in the notes, in order.
const reader = `(() => {
	const places = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'TD', 'TH', 'PRE', 'BLOCKQUOTE'])
	const blocks = new Set([...places, 'P', 'UL', 'OL', 'TABLE', 'THEAD', 'TBODY', 'TR'])
	return [...document.querySelectorAll('.slide')].map((slide) => ['.flow', '.notes'].map((part) => {
		const found = []
		let text = ''
		const flush = (place) => {
			if (text.trim()) found.push({ In: place.toLowerCase(), Text: text })
			text = ''
		}
		const walk = (at, place) => {
			for (const child of at.childNodes) {
				if (child.nodeType === Node.TEXT_NODE) text += child.data
				else if (child.tagName === 'BR') text += ' '
				else if (child.tagName === 'IMG') text += child.alt
				else if (blocks.has(child.tagName)) {
					flush(place)
					const inner = places.has(child.tagName) ? child.tagName : place
					walk(child, inner)
					flush(inner)
				} else walk(child, place)
			}
		}
		const root = slide.querySelector(part)
		if (root) {
			walk(root, 'p')
			flush('p')
		}
		return found
	}))
})()`

// compare reports each slide that the browser shows differently from the deck.
func (p *page) compare(deck *slides.Deck) {
	p.t.Helper()
	var got [][2][]shown
	p.eval(reader, &got)
	if len(got) != len(deck.Slides) {
		p.t.Fatalf("%d slides are there, want %d", len(got), len(deck.Slides))
	}
	wrong := 0
	for i, slide := range deck.Slides {
		want := [2][]shown{{}, {}}
		w := &want[0]
		add := func(in, s string) {
			if s = visible(s); s != "" {
				*w = append(*w, shown{in, s})
			}
		}
		add(fmt.Sprint("h", slide.Level), talk.PlainText(slide.Title))
		for _, b := range slide.Blocks {
			holds(add, "p", b)
		}
		w = &want[1]
		for _, b := range slide.Notes {
			holds(add, "p", b)
		}
		for part := range want {
			var now []shown
			for _, s := range got[i][part] {
				if s.Text = visible(s.Text); s.Text != "" {
					now = append(now, shown{strings.ReplaceAll(s.In, "th", "td"), s.Text})
				}
			}
			if !slices.Equal(now, want[part]) {
				p.t.Errorf("slide %d shows\n\t%.300q, want\n\t%.300q", i+1, now, want[part])
				if wrong++; wrong > 8 {
					p.t.Fatal("and so on")
				}
			}
		}
	}
}

// holds adds what a block has to show. The only headings are those of level 4
// on slides without a title, which stand one below the second level.
func holds(add func(in, s string), in string, block talk.Block) {
	switch b := block.(type) {
	case *talk.Paragraph:
		add(in, talk.PlainText(b.Inlines))
	case *talk.Heading:
		add("h3", talk.PlainText(b.Inlines))
	case *talk.Code:
		add("pre", b.Text)
	case *talk.Quote:
		for _, inner := range b.Blocks {
			holds(add, "blockquote", inner)
		}
	case *talk.List:
		for _, item := range b.Items {
			for _, inner := range item.Blocks {
				holds(add, "li", inner)
			}
		}
	case *talk.Table:
		for _, row := range append([][][]talk.Inline{b.Header}, b.Rows...) {
			for _, cell := range row {
				add("td", talk.PlainText(cell))
			}
		}
	}
}

// visible makes two texts equal that look the same.
func visible(s string) string {
	s = strings.NewReplacer("\u200b", "", "\ufeff", "", "\x00", "\ufffd").Replace(strings.ToValidUTF8(s, "\ufffd"))
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

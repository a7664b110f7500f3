package slides

import (
	"regexp"
	"slices"
	"strings"

	"talkgiver/talk/markdown"
)

// Detect returns the flavour that a deck is most likely written in, or Outline,
// and whether it is sure: the signs are many, and speak for one tool alone.
func Detect(deck []byte) (name string, sure bool) {
	text, ok := markdown.ReadText(deck)
	if !ok || webPage.MatchString(text) {
		return Outline, false
	}
	return detect(clean(lineEnds.Replace(text)))
}

// clue is a sign that a deck is written for a tool.
type clue struct {
	flavour string
	points  int
	in      clueIn
	sign    *regexp.Regexp
	parts   []string // one of which is in every text with the sign; none when that is not known
}

type clueIn int

const (
	inFront clueIn = iota // the front matter
	atTop                 // the first line
	inBody                // anywhere outside of code
	atSlide               // the lines at the top of a slide
)

func clueOf(flavour string, points int, in clueIn, sign string, parts ...string) clue {
	return clue{flavour, points, in, regexp.MustCompile("(?m)" + sign), parts}
}

// isIn reports whether the sign is in a text. Where its parts are known it is looked
// for around them alone, which takes a hundredth of the time where there are none, as
// in most texts.
func (c clue) isIn(text string) bool {
	if len(c.parts) == 0 {
		return c.sign.MatchString(text)
	}
	return slices.ContainsFunc(c.parts, func(part string) bool { return c.isAround(part, text) })
}

// isAround reports whether the sign is where a part of it is: on its line, or with one
// of those beside it, as a comment can be.
func (c clue) isAround(part, text string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], part)
		if at < 0 {
			return false
		}
		at += from + len(part) - 1 // where it ends: a part may begin with the line's end before
		start := max(0, strings.LastIndexByte(text[:at], '\n'))
		start = max(0, strings.LastIndexByte(text[:start], '\n'))
		next := endOfLine(text, at)
		if c.sign.MatchString(text[start:endOfLine(text, next+1)]) {
			return true
		}
		if from = next; from >= len(text) {
			return false
		}
	}
}

// endOfLine returns where the line ends that holds text[at].
func endOfLine(text string, at int) int {
	if at >= len(text) {
		return len(text)
	}
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}

// clues are the signs of each tool. One that is certain has ten points, one that
// others have too a few.
func clues() []clue {
	return []clue{
		clueOf("marp", 10, inFront, `^marp:\s*true\b`),
		clueOf("marp", 3, inFront, `^(?:paginate|headingDivider|backgroundColor|_class|_paginate|size):`),
		clueOf("marp", 5, inBody, `<!--\s*(?:_?(?:class|paginate|backgroundColor|backgroundImage|color|header|footer|theme|headingDivider)):`, "<!--"),
		clueOf("marp", 4, inBody, `!\[bg\b`),
		clueOf("marp", 3, inBody, `<!--\s*fit\s*-->`),

		clueOf("slidev", 6, inFront, `^(?:drawings|highlighter|lineNumbers|routerMode|canvasWidth|colorSchema|monaco|mdc|clicks|htmlAttrs|themeConfig|exportFilename|fonts|layout|selectable|aspectRatio):`),
		clueOf("slidev", 4, inFront, `^theme:\s*["']?(?:default|seriph|apple-basic|bricks|shibainu)\b`),
		clueOf("slidev", 2, inFront, `^duration:`),
		clueOf("slidev", 5, inBody, `<v-clicks?\b|\sv-click\b|^::(?:right|left|default|bottom)::\s*$|<(?:Tweet|Youtube|Toc|SlidevVideo)\b`, "v-click", "\n::right", "\n::left", "\n::default", "\n::bottom", "<T", "<Youtube", "<SlidevVideo"),
		clueOf("slidev", 6, inBody, `\n---\n(?:layout|class|background|transition|clicks|src|hideInToc|level|image|name|hide):[^\n]*\n(?:[^\n]+\n)*---\n`),

		clueOf("reveal", 5, inBody, `<!--\s*\.(?:slide|element):`),
		clueOf("reveal", 4, inBody, `^[Nn]otes?:`, "ote:", "otes:"),
		clueOf("reveal", 2, inBody, `^----$`, "\n----\n"),
		clueOf("reveal", 1, inBody, `^---$`, "\n---\n"),
		clueOf("reveal-md", 8, inFront, `^(?:revealOptions|highlightTheme|verticalSeparator|notesSeparator|separator|preprocessor|scripts):`),

		clueOf("remark", 6, inBody, `^\?\?\?$`, "\n???\n"),
		clueOf("remark", 4, atSlide, `^(?:class|layout|name|template|count|exclude|background-image|background-color):`),
		clueOf("remark", 3, inBody, `(?:^|\s)\.[a-zA-Z][\w-]*\[`, "\n.", " .", "\t."),
		clueOf("remark", 2, inBody, `^--$`, "\n--\n"),

		clueOf("pandoc", 7, inBody, `^:{3,}\s*(?:notes|\{\.notes\})\s*$`, ":::"),
		clueOf("pandoc", 6, atTop, `\A%\s`),
		clueOf("pandoc", 6, inFront, `^slide-level:`),
		clueOf("pandoc", 3, inBody, `^:{3,}\s*\{?\.?(?:columns|column|incremental|nonincremental)\b`, "column", "incremental"),
		clueOf("pandoc", 3, inBody, `^\. \. \.$`, "\n. . ."),
		clueOf("pandoc", 2, inFront, `^(?:author|institute|aspectratio|revealjs-url|header-includes):`),
		clueOf("quarto", 20, inFront, `^format:\s*(?:\n\s+)?(?:revealjs|pptx|beamer)\b`),

		clueOf("deckset", 7, atTop, `\A(?:slidenumbers|autoscale|build-lists|footer|theme|slide-dividers|slidecount|slide-transition):`),
		clueOf("deckset", 4, inBody, `^\^ ?\S`, "\n^"),
		clueOf("deckset", 5, inBody, `^\[\.[a-z-]+(?::[^\]\n]*)?\]\s*$`, "\n[."),
		clueOf("deckset", 4, inBody, `^#+\s+\[fit\]|!\[(?:inline|fit)\b`, "[fit]", "![inline", "![fit"),

		clueOf("presenterm", 10, inBody, `^<!--\s*end_slide\s*-->`, "end_slide"),
		clueOf("presenterm", 6, inBody, `<!--\s*speaker_note:`),
		clueOf("presenterm", 4, inBody, `^<!--\s*(?:pause|column_layout|reset_layout|jump_to_middle|incremental_lists|column:)`, "\n<!--"),
		clueOf("presenterm", 4, inFront, `^(?:sub_title|options):`),

		clueOf("patat", 10, inFront, `^patat:`),
		clueOf("patat", 8, inBody, `<!--\s*config:`),

		// A talk of ours is none of these.
		clueOf(Outline, 30, inFront, `^(?:audience|listeners|needs|message|promises|truths|stance|slot|questions):`),
		clueOf(Outline, 12, inBody, `^(?:gives|meets|makes):\s|<!-- /?say -->| #show$`, "gives:", "meets:", "makes:", "say -->", " #show"),
	}
}

// hasSlides finds a heading or what parts slides: a text without either is no deck,
// unless one sign alone is enough for a tool.
var hasSlides = regexp.MustCompile(`\n {0,3}(?:#{1,6}[ \t]|(?:-{3,}|={3,}|\*{3,}|_{3,})[ \t]*(?:\n|$))`)

// enough is how many points make a tool sure, when no other has half as many.
const enough = 5

// maxClues is how much of a deck is looked at for the signs of its tool.
const maxClues = 1 << 20

func detect(text string) (name string, sure bool) {
	text = text[:min(len(text), maxClues)]
	front, body, _ := cutFront(text)
	body = withoutCode(body)
	places := map[clueIn]string{inFront: front, atTop: text[:min(len(text), 200)], inBody: "\n" + body + "\n", atSlide: tops(body)}
	points := map[string]int{}
	slides := front != "" || hasSlides.MatchString("\n"+body)
	for _, c := range clues() {
		if where := places[c.in]; where != "" && c.isIn(where) {
			points[c.flavour] += c.points
			slides = slides || c.points >= enough
		}
	}
	if !slides { // what may be a sign of a tool is a mail's, or a list's
		return Outline, false
	}
	// reveal-md is reveal.js with a front matter.
	if points["reveal-md"] > 0 || front != "" && points["reveal"] >= enough {
		points["reveal-md"] += points["reveal"]
		delete(points, "reveal")
	}
	// Quarto is Pandoc with its own.
	if points["quarto"] > 0 {
		points["quarto"] += points["pandoc"]
		delete(points, "pandoc")
	}
	if front != "" && points["reveal"] == 1 { // nothing but rules behind a front matter
		delete(points, "reveal")
		points["marp"]++
	}
	best, second := Outline, 0
	for _, f := range Flavours() { // in an order that is always the same
		if n := points[f.Name]; n > points[best] || n == points[best] && n > 0 && best == Outline {
			second = points[best]
			best = f.Name
		} else if f.Name != best {
			second = max(second, n)
		}
	}
	second = max(second, points[Outline])
	if best == Outline {
		return Outline, false
	}
	return best, points[best] >= enough && points[best] >= 2*second
}

// withoutCode returns a text without its fences.
func withoutCode(text string) string {
	var b strings.Builder
	var f fence
	for line := range strings.Lines(text) {
		if !f.code(strings.TrimSuffix(line, "\n")) {
			b.WriteString(line)
		}
	}
	return b.String()
}

// tops returns the first lines of all slides that are parted by rules.
func tops(body string) string {
	var b strings.Builder
	for slide := range strings.SplitSeq("\n"+body, "\n---\n") {
		slide = strings.TrimLeft(slide, "\n")
		head, _, _ := strings.Cut(slide, "\n\n")
		b.WriteString(head[:min(len(head), 300)] + "\n")
	}
	return b.String()
}

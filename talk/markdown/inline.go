package markdown

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"talkgiver/talk"
)

// Where tags count in a text: nowhere, at its end, or at the end of each line.
type tagPlaces int

const (
	noTags tagPlaces = iota
	tagsAtEnd
	tagsAtLineEnds
)

// inlineReader turns goldmark's inline nodes of one block into a talk's. It
// takes what is not shown off their ends: tags, a heading's time, comments.
type inlineReader struct {
	*reader
	places tagPlaces
	cues   bool // read [click] and [pause]
	timed  bool // a heading: its last parenthesis may be a time

	tags talk.Tags
	time talk.Duration
	tail int // offset of the comments that end the block; -1 without any

	comments ast.Node // the first of the nodes that end the block and are only comments; nil without any
	run      commentRun
}

// read returns the inlines of a block.
func (r *inlineReader) read(parent ast.Node) []talk.Inline {
	r.tail = -1
	for n := parent.LastChild(); n != nil && isCommentOrBlank(n, r.source); n = n.PreviousSibling() {
		r.comments = n
	}
	return r.children(parent, true)
}

// children converts the children of n. Only a block's own children (outer) can
// end with tags.
func (r *inlineReader) children(n ast.Node, outer bool) []talk.Inline {
	var out []talk.Inline
	var run talk.Span // text nodes that follow each other without a gap
	flush := func(lineEnds, blockEnds bool) {
		if !run.Empty() {
			atLineStart := len(out) == 0
			if !atLineStart {
				_, atLineStart = out[len(out)-1].(*talk.LineBreak)
			}
			if outer && (r.places == tagsAtLineEnds && lineEnds || r.places != noTags && blockEnds) {
				run = r.takeEnd(run, atLineStart, blockEnds)
			}
			if outer && (lineEnds || blockEnds) {
				run.End = r.trimSpace(run)
			}
			out = r.text(out, run)
		}
		run = talk.Span{}
	}
	atEnd := false // only comments follow
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if outer {
			next := c.NextSibling()
			atEnd = atEnd || next == nil || next == r.comments || c == r.comments
		}
		if t, ok := c.(*ast.Text); ok {
			seg := t.Segment
			if run.Empty() {
				run = talk.Span{Start: seg.Start, End: seg.Stop}
			} else if run.End == seg.Start {
				run.End = seg.Stop
			} else {
				flush(false, false)
				run = talk.Span{Start: seg.Start, End: seg.Stop}
			}
			if t.SoftLineBreak() || t.HardLineBreak() {
				flush(true, atEnd)
				if c.NextSibling() != nil || !outer {
					out = append(out, &talk.LineBreak{Hard: t.HardLineBreak() && hardBreak(r.source, seg.Stop)})
				}
			} else if atEnd {
				flush(true, true)
			} else if outer && c.NextSibling().Kind() == ast.KindRawHTML {
				flush(r.endsLine(c.NextSibling()), false)
			}
			continue
		}
		flush(false, false)
		out = r.node(out, c)
	}
	flush(true, true)
	if !outer { // in a link or emphasis, white space at the ends is seen
		return out
	}
	return trimBreaks(out)
}

// hardBreak reports whether the line that holds text up to end is broken by its
// writer: with a backslash, or with two spaces.
func hardBreak(source []byte, end int) bool {
	rest := source[end:lineEnd(source, end)]
	return bytes.HasSuffix(rest, []byte(`\`)) || bytes.HasSuffix(rest, []byte("  "))
}

// node converts one inline node that is no text and appends it to out.
func (r *inlineReader) node(out []talk.Inline, n ast.Node) []talk.Inline {
	switch n := n.(type) {
	case *ast.CodeSpan:
		return append(out, r.codeSpan(n))
	case *ast.Emphasis:
		out = append(out, &talk.Emphasis{Level: n.Level, Children: r.children(n, false)})
	case *extast.Strikethrough:
		out = append(out, &talk.Emphasis{Children: r.children(n, false)})
	case *ast.Link:
		out = append(out, &talk.Anchor{Destination: destination(n.Destination), Title: linkTitle(n.Title), Children: r.children(n, false)})
	case *ast.AutoLink:
		label := clean(string(n.Label(r.source)))
		url := clean(string(n.URL(r.source)))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(url, "mailto:") {
			url = "mailto:" + url
		}
		out = append(out, &talk.Anchor{Destination: url, Children: []talk.Inline{&talk.Text{Text: label}}})
	case *ast.Image:
		alt := inlineReader{reader: r.reader}
		out = append(out, &talk.Image{Destination: destination(n.Destination), Title: linkTitle(n.Title),
			Alt: talk.PlainText(alt.children(n, false))})
	case *ast.RawHTML:
		raw := rawText(n, r.source)
		if isComment(raw) {
			if n == r.comments || r.comments != nil && r.comments.NextSibling() == n {
				r.tail = rawSpan(n).Start
			}
			r.comment(raw, rawSpan(n))
			return out
		}
		return append(out, literal(raw, rawSpan(n))...)
	}
	return out
}

// codeSpan converts code. Where goldmark has taken white space off both its ends,
// of a CRLF that was one half.
func (r *inlineReader) codeSpan(n *ast.CodeSpan) *talk.CodeSpan {
	var b strings.Builder
	span := talk.Span{}
	taken := byte('`') // what stands before the code
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		if span.Empty() {
			span.Start = t.Segment.Start
		}
		if c == n.FirstChild() {
			taken = r.content[t.Segment.Start-1]
		}
		span.End = t.Segment.Stop
		b.WriteString(clean(r.content[t.Segment.Start:t.Segment.Stop]))
	}
	text := b.String()
	if taken == '\r' {
		text = strings.TrimPrefix(text, "\n")
	}
	if taken != '`' {
		text = strings.TrimSuffix(text, "\r")
	}
	return &talk.CodeSpan{Text: strings.ReplaceAll(oneEnding(text), "\n", " "), Span: span}
}

// cueMark is a stage direction in what is said.
var cueMark = regexp.MustCompile(`^\[(?:click|pause(?: (\d{1,4}))?)\]`)

// text appends the words of a run, with escapes and entities resolved and cues
// taken out. Where nothing had to be resolved, the text is the source's.
func (r *inlineReader) text(out []talk.Inline, run talk.Span) []talk.Inline {
	raw := r.content[run.Start:run.End]
	from := 0
	flush := func(to int) {
		if to > from {
			out = append(out, &talk.Text{Text: clean(raw[from:to]), Span: talk.Span{Start: run.Start + from, End: run.Start + to}})
		}
	}
	resolved := func(at, size int, text string) {
		flush(at)
		out = append(out, &talk.Text{Text: text, Span: talk.Span{Start: run.Start + at, End: run.Start + at + size}})
		from = at + size
	}
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '\\', '&':
			if sign, size := signAt(raw[i:]); size > 0 {
				resolved(i, size, sign)
				i += size - 1
			}
		case '[':
			if !r.cues {
				continue
			}
			if m := cueMark.FindStringSubmatchIndex(raw[i:]); m != nil {
				flush(i)
				cue := &talk.Cue{Click: raw[i+1] == 'c', Span: talk.Span{Start: run.Start + i, End: run.Start + i + m[1]}}
				if m[2] >= 0 {
					// Four digits at most, so this cannot fail.
					cue.Seconds, _ = strconv.Atoi(raw[i+m[2] : i+m[3]])
				}
				out = append(out, cue)
				from = i + m[1]
				i = from - 1
			}
		}
	}
	flush(len(raw))
	return out
}

// lineEndSpace is what stands before a line's end without being seen.
var lineEndSpace = regexp.MustCompile(`[ \t]*\n`)

// destination makes text of where a link or an image leads.
func destination(raw []byte) string { return clean(unescape(string(raw))) }

// linkTitle makes text of a link's title. goldmark takes it from the copy that
// it reads, in which the CR of a CRLF is a space.
func linkTitle(title []byte) string {
	text := clean(unescape(string(title)))
	if strings.ContainsAny(text, "\r\n") {
		text = lineEndSpace.ReplaceAllString(oneEnding(text), "\n")
	}
	return text
}

// clean makes text of bytes: what is no UTF-8, and NUL, becomes the sign that
// stands for an unreadable character.
func clean(s string) string {
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "\uFFFD")
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	return s
}

// trimBreaks takes the line breaks off both ends of a line's inlines, where a
// tag or a comment left them behind.
func trimBreaks(in []talk.Inline) []talk.Inline {
	isBreak := func(i talk.Inline) bool { _, ok := i.(*talk.LineBreak); return ok }
	for len(in) > 0 && isBreak(in[0]) {
		in = in[1:]
	}
	for len(in) > 0 && isBreak(in[len(in)-1]) {
		in = in[:len(in)-1]
	}
	if len(in) > 0 {
		if t, ok := in[len(in)-1].(*talk.Text); ok && strings.TrimSpace(t.Text) == "" {
			in = in[:len(in)-1]
		}
	}
	return in
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' }

func isTagByte(b byte) bool {
	return 'a' <= b && b <= 'z' || '0' <= b && b <= '9' || b == '-'
}

// isPunctuation reports whether CommonMark lets a backslash escape b.
func isPunctuation(b byte) bool {
	return '!' <= b && b <= '/' || ':' <= b && b <= '@' || '[' <= b && b <= '`' || '{' <= b && b <= '~'
}

// escaped reports whether the byte at i has an odd number of backslashes before it.
func escaped(text []byte, i int) bool {
	n := 0
	for i > n && text[i-1-n] == '\\' {
		n++
	}
	return n%2 == 1
}

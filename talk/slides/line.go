package slides

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gomarkdown/markdown/ast"
)

// line collects the text of one block, a table's cell or a heading, and writes
// it in one go, since a mark of emphasis means something only by what stands on
// both sides of it.
type line struct {
	dialect
	heading bool // the text of a heading
	cell    bool // the text of a table's cell
	pieces  []piece
	links   []string // what closes the links that are open
}

// piece is a part of a line.
type piece struct {
	kind pieceKind
	text []byte // of prose and code as it is read, of verbatim as it is written
	mark byte   // of begin and end: '*' emphasis, 'S' strong emphasis, '~' struck out; of verbatim: '!' an image
}

type pieceKind int

const (
	prose pieceKind = iota
	verbatim
	code
	begin
	end
	lineBreak
)

// render adds an inline node.
func (l *line) render(node ast.Node, entering bool) ast.WalkStatus {
	switch n := node.(type) {
	case *ast.Text:
		l.prose(collapse(string(n.Literal)))
	case *ast.Softbreak:
		l.prose(" ")
	case *ast.Hardbreak:
		l.lineBreak()
	case *ast.Code:
		l.code(string(n.Literal))
	case *ast.Emph:
		l.mark('*', n, entering)
	case *ast.Strong:
		l.mark('S', n, entering)
	case *ast.Del:
		l.mark('~', n, entering)
	case *ast.Link:
		return l.link(n, entering)
	case *ast.Image:
		if entering {
			l.image(n)
		}
		return ast.SkipChildren
	}
	return ast.GoToNext
}

func (l *line) last() *piece {
	if len(l.pieces) == 0 {
		return &piece{kind: lineBreak}
	}
	return &l.pieces[len(l.pieces)-1]
}

func (l *line) add(p piece) { l.pieces = append(l.pieces, p) }

// prose adds text. White space goes before the marks that it would follow,
// since "** a**" is no emphasis.
func (l *line) prose(text string) {
	if last := l.last(); last.kind == prose {
		if bytes.HasSuffix(last.text, []byte(" ")) {
			text = strings.TrimPrefix(text, " ")
		}
		last.text = append(last.text, text...)
		return
	}
	if (l.last().kind == begin || l.opensLink(l.last())) && strings.HasPrefix(text, " ") {
		l.beforeMarks(piece{kind: prose, text: []byte(" ")})
		text = text[1:]
	}
	if text != "" {
		l.add(piece{kind: prose, text: []byte(text)})
	}
}

// opensLink reports whether a link begins in which the white space at the ends
// would be lost.
func (l *line) opensLink(p *piece) bool {
	return l.trimsLinks() && p.kind == verbatim && string(p.text) == "["
}

// trimsLinks reports whether the tool loses the white space at the ends of links.
func (l *line) trimsLinks() bool { return l.noTags || l.trimsTags }

func (l *line) lineBreak() {
	if l.last().kind == begin || l.opensLink(l.last()) {
		l.beforeMarks(piece{kind: lineBreak})
	} else if l.last().kind != lineBreak {
		l.add(piece{kind: lineBreak})
	}
}

// beforeMarks adds white space before the marks at the end of the line.
func (l *line) beforeMarks(space piece) {
	at := len(l.pieces)
	for at > 0 && (l.pieces[at-1].kind == begin || l.opensLink(&l.pieces[at-1])) {
		at--
	}
	marks := append([]piece(nil), l.pieces[at:]...)
	l.pieces = l.pieces[:at]
	l.putSpace(space)
	l.pieces = append(l.pieces, marks...)
}

// mark begins or ends emphasis, unless the tool has nothing but Markdown for it
// and might take it for something else.
func (l *line) mark(mark byte, n ast.Node, entering bool) {
	if !l.noTags || standsAlone(n) {
		l.emphasis(mark, entering)
	}
}

// emphasis begins or ends emphasis. White space goes behind the mark that it
// would precede.
func (l *line) emphasis(mark byte, entering bool) {
	if entering {
		l.add(piece{kind: begin, mark: mark})
		return
	}
	space := l.takeSpace()
	l.add(piece{kind: end, mark: mark})
	l.putSpace(space)
}

// takeSpace takes the white space off the end of what was collected, which is
// a line break if there is one in it, and nothing where there is none.
func (l *line) takeSpace() piece {
	space := piece{}
	for len(l.pieces) > 0 {
		last := l.last()
		switch {
		case last.kind == lineBreak:
			space = piece{kind: lineBreak}
			l.pieces = l.pieces[:len(l.pieces)-1]
			continue
		case last.kind == prose && bytes.HasSuffix(last.text, []byte(" ")):
			if space.kind != lineBreak {
				space = piece{kind: prose, text: []byte(" ")}
			}
			if last.text = last.text[:len(last.text)-1]; len(last.text) == 0 {
				l.pieces = l.pieces[:len(l.pieces)-1]
				continue
			}
		}
		break
	}
	return space
}

// putSpace adds the white space that was taken.
func (l *line) putSpace(space piece) {
	switch {
	case space.kind == lineBreak:
		l.lineBreak()
	case len(space.text) > 0:
		l.prose(string(space.text))
	}
}

// code adds a code span. Two beside each other are one, since their backticks
// would be one run.
func (l *line) code(text string) {
	text = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, text)
	if l.trimsCode { // the white space at its ends is taken off, and is seen outside
		if inner := strings.TrimSpace(text); inner != text {
			before, after, _ := strings.Cut(text, inner)
			if before != "" {
				l.prose(" ")
			}
			if inner != "" {
				l.addCode(inner)
			}
			if after != "" {
				l.prose(" ")
			}
			return
		}
	}
	l.addCode(text)
}

func (l *line) addCode(text string) {
	if last := l.last(); last.kind == code {
		last.text = append(last.text, text...)
		return
	}
	l.add(piece{kind: code, text: []byte(text)})
}

// codeMarks writes code with more backticks around it than there are inside.
func (l *line) codeMarks(text string) string {
	if l.spoils(text) {
		return "<code>" + l.escaped(collapse(text), false, false, true) + "</code>"
	}
	if l.cell {
		text = strings.ReplaceAll(text, "|", l.cellPipe)
	}
	fence := strings.Repeat("`", 1+longestRun(text, '`'))
	pad := ""
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") ||
		strings.HasPrefix(text, " ") && strings.HasSuffix(text, " ") && strings.Trim(text, " ") != "" {
		pad = " " // one space at both ends is taken off by the reader
	}
	return fence + pad + text + pad + fence
}

func (l *line) link(n *ast.Link, entering bool) ast.WalkStatus {
	if !entering {
		last := len(l.links) - 1
		if closing := l.links[last]; closing != "" {
			space := piece{}
			if l.trimsLinks() {
				space = l.takeSpace()
			}
			if l.opensLink(l.last()) { // around nothing
				l.pieces = l.pieces[:len(l.pieces)-1]
			} else {
				l.add(piece{kind: verbatim, text: []byte(closing)})
			}
			l.putSpace(space)
		}
		l.links = l.links[:last]
		return ast.GoToNext
	}
	destination := string(n.Destination)
	if l.refuses(destination) {
		l.links = append(l.links, "")
		return ast.GoToNext
	}
	if len(n.Children) == 1 && len(n.Title) == 0 {
		if text, ok := n.Children[0].(*ast.Text); ok && bytes.Equal(text.Literal, n.Destination) && isPlainURL(destination) {
			l.add(piece{kind: verbatim, text: []byte("<" + destination + ">")})
			l.links = append(l.links, "")
			return ast.SkipChildren
		}
	}
	title := string(n.Title)
	if l.untitled(destination) {
		title = ""
	}
	l.add(piece{kind: verbatim, text: []byte("[")})
	l.links = append(l.links, "]("+l.target(destination, title)+")")
	return ast.GoToNext
}

func (l *line) image(n *ast.Image) {
	alt := ""
	if text, ok := ast.GetFirstChild(n).(*ast.Text); ok {
		alt = collapse(string(text.Literal))
	}
	if l.noImages || l.refuses(string(n.Destination)) {
		if alt != "" && strings.TrimSpace(alt) == "" {
			alt = " " // so that nobody takes it for words
		}
		l.prose(alt)
		return
	}
	// White space at its ends is seen, and would be taken off.
	before, alt, after := cutSpace(alt)
	if before != "" {
		l.prose(before)
	}
	if alt != "" && after != "" {
		defer l.prose(after)
	}
	if l.noTags && len(l.links) > 0 && !isPicture(string(n.Destination)) {
		l.prose(alt)
		return
	}
	if l.noTags && !isPicture(string(n.Destination)) { // which the tool would play or embed
		l.add(piece{kind: verbatim, text: []byte("[")})
		l.prose(alt)
		l.add(piece{kind: verbatim, text: []byte("](" + l.target(string(n.Destination), "") + ")")})
		return
	}
	written := l.escaped(alt, false, true, true)
	if source := l.source(string(n.Destination)); source != "" || l.bareImages && written != alt {
		// On a line of its own a tag begins a block of HTML, so something follows it.
		l.add(piece{kind: verbatim, text: []byte(imageTag(source, string(n.Destination), alt, string(n.Title)) + zeroWidth)})
		return
	}
	l.add(piece{kind: verbatim, mark: '!', text: []byte("![" + l.imagePrefix + l.withoutKeywords(written) + "](" + l.target(string(n.Destination), string(n.Title)) + ")")})
}

// cutSpace cuts the white space off both ends of a text, as JavaScript knows it,
// but not the byte order mark, which is not seen.
func cutSpace(s string) (before, text, after string) {
	isSpace := func(r rune) bool { return r == ' ' || r != '\uFEFF' && trimmed(r) }
	text = strings.TrimLeftFunc(s, isSpace)
	before = s[:len(s)-len(text)]
	inner := strings.TrimRightFunc(text, isSpace)
	return before, inner, text[len(inner):]
}

// notPicture is the end of a file's name, or of an address, that is none of an
// image's.
var notPicture = regexp.MustCompile(`(?i)\.[a-z0-9]{1,8}$`)

var picture = regexp.MustCompile(`(?i)\.(?:png|jpe?g|jfif|gif|svgz?|webp|avif|heic|bmp|tiff?|ico|emf|wmf|eps|pdf)$`)

// isPicture reports whether a destination may be an image's.
func isPicture(destination string) bool {
	path, _, _ := strings.Cut(destination, "?")
	path, _, _ = strings.Cut(path, "#")
	return !notPicture.MatchString(path) || picture.MatchString(path)
}

// lines writes what was collected and begins anew. Each line but the last ends
// with lineEnd, which the next one follows in the same block.
func (l *line) lines(lineEnd string) []string {
	l.trim()
	if len(l.pieces) == 1 && l.pieces[0].mark == '!' && !l.heading && !l.cell {
		l.pieces[0].text = append(l.pieces[0].text, l.loneImage...)
	}
	written := make([]string, len(l.pieces))
	linked := false
	for i, p := range l.pieces {
		starts := i == 0 || l.pieces[i-1].kind == lineBreak
		ends := i == len(l.pieces)-1 || l.pieces[i+1].kind == lineBreak
		switch p.kind {
		case prose:
			written[i] = l.escaped(string(p.text), starts, ends, linked)
		case verbatim:
			written[i] = string(p.text)
			if written[i] == "[" || strings.HasPrefix(written[i], "](") {
				linked = written[i] == "["
			}
		case code:
			written[i] = l.codeMarks(string(p.text))
			if starts && l.noTags && !l.heading && !l.cell && strings.HasPrefix(written[i], "```") {
				written[i] = zeroWidth + written[i] // Pandoc takes it for a fence, whatever follows
			}
		}
	}
	l.marks(written)
	var lines []string
	var b strings.Builder
	for i, p := range l.pieces {
		if p.kind == lineBreak {
			lines = append(lines, b.String()+lineEnd)
			b.Reset()
			continue
		}
		b.WriteString(written[i])
	}
	if b.Len() > 0 || len(lines) == 0 {
		lines = append(lines, b.String())
	}
	l.pieces = l.pieces[:0]
	return lines
}

// trim takes white space off both ends of each line, and line breaks off both
// ends of the whole: a mark for a break at the end would be seen.
func (l *line) trim() {
	kept := l.pieces[:0]
	for i, p := range l.pieces {
		if p.kind == prose {
			if len(kept) == 0 || kept[len(kept)-1].kind == lineBreak {
				p.text = bytes.TrimPrefix(p.text, []byte(" "))
			}
			if i == len(l.pieces)-1 || l.pieces[i+1].kind == lineBreak {
				p.text = bytes.TrimSuffix(p.text, []byte(" "))
			}
			if len(p.text) == 0 {
				continue
			}
		}
		if p.kind == lineBreak && (len(kept) == 0 || kept[len(kept)-1].kind == lineBreak) {
			continue
		}
		kept = append(kept, p)
	}
	for len(kept) > 0 && kept[len(kept)-1].kind == lineBreak {
		kept = kept[:len(kept)-1]
	}
	l.pieces = kept
}

// marks writes the marks of emphasis: as Markdown where CommonMark is sure to
// read them, else as the tags that they stand for.
func (l *line) marks(written []string) {
	var open []int
	for i, p := range l.pieces {
		switch p.kind {
		case begin:
			open = append(open, i)
		case end:
			from := open[len(open)-1]
			open = open[:len(open)-1]
			nested := slices.ContainsFunc(open, func(outer int) bool { return l.pieces[outer].mark == p.mark })
			written[from], written[i] = l.pair(written, from, i, nested)
		}
	}
}

// pair returns the marks for the emphasis between two pieces. One that is
// nested in its own kind could end the outer one, and marks beside each other
// must not be one run.
func (l *line) pair(written []string, from, to int, nested bool) (opening, closing string) {
	kind := l.pieces[from].mark
	touches, same := false, nested
	for _, i := range []int{from - 1, from + 1, to - 1, to + 1} {
		if l.isMark(i) {
			touches = true
			same = same || l.pieces[i].mark == kind
		}
	}
	var markdown, tag string
	switch kind {
	case '*':
		markdown, tag = "*", "em"
		if touches {
			markdown = "_"
		}
	case 'S':
		markdown, tag = "**", "strong"
	case '~':
		markdown, tag = "~~", "del"
	}
	before, _ := utf8.DecodeLastRuneInString(l.text(written, from-1))
	first, _ := utf8.DecodeRuneInString(l.text(written, from+1))
	last, _ := utf8.DecodeLastRuneInString(l.text(written, to-1))
	after, _ := utf8.DecodeRuneInString(l.text(written, to+1))
	sure := flanks(before, first) && flanks(after, last)
	if markdown == "_" { // which is no mark inside a word
		sure = sure && separates(before) && separates(after)
	}
	switch {
	case !same && sure:
		return markdown, markdown
	case l.noTags:
		return "", ""
	}
	return "<" + tag + ">", "</" + tag + ">"
}

// isMark reports whether the piece is a mark of emphasis.
func (l *line) isMark(i int) bool {
	return i >= 0 && i < len(l.pieces) && (l.pieces[i].kind == begin || l.pieces[i].kind == end)
}

// text returns what is written for a piece. Beyond the line there is a space,
// and a mark, whichever it becomes, is punctuation.
func (l *line) text(written []string, i int) string {
	switch {
	case i < 0 || i >= len(written) || l.pieces[i].kind == lineBreak:
		return " "
	case l.isMark(i):
		return "*"
	}
	return written[i]
}

// flanks reports whether a mark between two signs is sure to be read as one by
// CommonMark's rule of flanking runs, whatever a reader takes for punctuation
// beyond ASCII.
func flanks(outside, inside rune) bool {
	switch {
	case unicode.IsLetter(inside), unicode.IsDigit(inside):
		return true
	case unicode.IsSpace(inside):
		return false
	}
	return separates(outside)
}

// separates reports whether r is a space or punctuation to every reader.
func separates(r rune) bool {
	return r == ' ' || r < utf8.RuneSelf && (unicode.IsPunct(r) || unicode.IsSymbol(r))
}

// collapse makes one space of each run of white space.
func collapse(s string) string {
	if !strings.ContainsAny(s, "\t\n\v\f\r") && !strings.Contains(s, "  ") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for i := range len(s) {
		if c := s[i]; c == ' ' || '\t' <= c && c <= '\r' {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteByte(s[i])
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

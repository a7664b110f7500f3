package slides

import (
	"context"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// readMarp reads a deck of Marp. A rule at the top level ends a slide, and so
// does a heading when the settings say so; comments that are no settings are
// notes.
func readMarp(ctx context.Context, text string) *source {
	s := &source{}
	front, body, _ := cutFront(text)
	divider := dividers(s.readFront(front)["headingDivider"])
	g := &grammar{ctx: ctx, engine: newEngine(append(commonInline(), shortcodes)...), keyword: isMarpKeyword, comment: func(p *page, text string) string {
		bare := strings.TrimSpace(text)
		if bare == "_class: lead" {
			p.opening = true
			return ""
		}
		if bare == "fit" && !strings.Contains(text, "\n") || magicComment.MatchString(bare) || bare == "" || isMarpSetting(text) {
			return whole(text)
		}
		p.say(plainNote(uncomment(text))...)
		return ""
	}}
	source := []byte(body)
	s.tree(g, source, g.markdown.ParseUntil(ctx, source), func(n ast.Node, begun bool) (ends, skip bool) {
		switch n := n.(type) {
		case *ast.ThematicBreak:
			return true, true
		case *ast.Heading:
			return begun && divider[n.Level], false
		}
		return false, false
	})
	return s
}

// dividers are the levels of headings that begin a slide: a list of them, or the
// lowest of all that do.
func dividers(setting string) map[int]bool {
	levels := map[int]bool{}
	single := !strings.Contains(setting, ",")
	for word := range strings.SplitSeq(setting, ",") {
		word = strings.TrimSpace(word)
		if len(word) != 1 || word[0] < '1' || word[0] > '6' {
			continue
		}
		level := int(word[0] - '0')
		levels[level] = true
		for i := 1; single && i < level; i++ {
			levels[i] = true
		}
	}
	return levels
}

// isMarpSetting reports whether Marp takes a comment for settings: it is YAML
// with one of its keys.
func isMarpSetting(text string) bool {
	if !strings.Contains(text, ":") {
		return false
	}
	for key := range readSettings(text) {
		switch strings.TrimLeft(key, "_$") {
		case "theme", "style", "headingDivider", "lang", "title", "description", "author", "image", "keywords", "url", "math", "size", "marp",
			"paginate", "header", "footer", "class", "backgroundColor", "backgroundImage", "backgroundPosition", "backgroundRepeat", "backgroundSize", "color", "transition":
			return true
		}
	}
	return false
}

// commentSigns are the signs by which a note is kept from ending its comment, and
// those that they stand in.
var commentSigns = strings.NewReplacer("--"+zeroWidth+">", "-->", "--!"+zeroWidth+">", "--!>", ":"+zeroWidth, ":")

// uncomment takes out the signs by which a note was kept from ending its comment.
func uncomment(text string) string {
	text = strings.TrimSpace(text)
	if strings.Contains(text, zeroWidth) {
		text = commentSigns.Replace(text)
	}
	return strings.TrimPrefix(text, zeroWidth)
}

// tree makes pages of a file that is read as one document. ends reports for each
// block whether a slide begins there, and whether the block is nothing else.
// begun says that something stands on the slide already.
func (s *source) tree(g *grammar, source []byte, root ast.Node, ends func(n ast.Node, begun bool) (ends, skip bool)) {
	slide := ast.NewDocument()
	end := func() {
		p, doc := &page{}, slide
		p.read = func() { g.blocks(p, source, doc) }
		s.pages = append(s.pages, p)
		slide = ast.NewDocument()
	}
	for n := root.FirstChild(); n != nil; {
		next := n.NextSibling()
		ended, skip := ends(n, slide.HasChildren())
		if ended {
			end()
		}
		if !skip {
			slide.AppendChild(slide, n)
		}
		n = next
	}
	end()
}

// readPresenterm reads a deck of presenterm, whose comments are commands.
func readPresenterm(ctx context.Context, text string) *source {
	s := &source{}
	front, body, _ := cutFront(text)
	found := s.readFront(front)
	s.titled = s.title != ""
	for _, key := range []string{"sub_title", "event", "location", "date", "author", "authors"} {
		s.addBelow(found[key])
	}
	source := []byte(body)
	shorthand := found["options.end_slide_shorthand"] == "true"
	g := &grammar{
		ctx:     ctx,
		engine:  newEngine(commonInline()...),
		keyword: func(word string) bool { return strings.HasPrefix(word, "image:") },
		comment: func(p *page, text string) string {
			bare := strings.TrimSpace(text)
			note, ok := strings.CutPrefix(bare, "speaker_note:")
			if !ok {
				return whole(text)
			}
			if _, block, ok := strings.Cut(note, "\n"); ok && blockMark.MatchString(note) {
				note = withoutIndent(block)
			}
			p.say(plainNote(uncomment(note))...)
			return ""
		},
	}
	s.tree(g, source, g.markdown.ParseUntil(ctx, source), func(n ast.Node, _ bool) (ends, skip bool) {
		switch n := n.(type) {
		case *ast.ThematicBreak:
			return shorthand, shorthand
		case *ast.HTMLBlock:
			raw := strings.Join(strings.Fields(blockText(n, source)), " ")
			return raw == "<!-- end_slide -->", raw == "<!-- end_slide -->"
		}
		return false, false
	})
	return s
}

// blockMark is what stands behind a key of YAML whose value is a block of lines.
var blockMark = regexp.MustCompile(`^[ \t]*[|>][-+\d]*[ \t]*\n`)

// withoutIndent takes the indent of the first line off all lines.
func withoutIndent(text string) string {
	indent := text[:len(text)-len(strings.TrimLeft(text, " "))]
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimPrefix(line, indent)
	}
	return strings.Join(lines, "\n")
}

// blockText returns the lines of an HTML block.
func blockText(n *ast.HTMLBlock, source []byte) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(source))
	}
	if n.HasClosure() {
		b.Write(n.ClosureLine.Value(source))
	}
	return b.String()
}

// addBelow adds what stands below the title that a front matter makes.
func (s *source) addBelow(text string) {
	if text = oneLineOf(text); text != "" {
		s.below = append(s.below, text)
	}
}

package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"talkgiver/talk"
)

// html reads an HTML block: comments are kept and not seen, say marks begin and
// end what is said, and other HTML is text, letter by letter.
func (r *reader) html(n *ast.HTMLBlock) {
	start := r.start(n)
	end := r.endOf(n)
	comments, rest := splitComments(htmlText(n, r.source))
	for _, c := range comments {
		switch strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(c, "<!--"), "-->")) {
		case "say":
			r.closeSay()
			r.open(start)
			r.say = talk.Span{Start: start, End: end}
		case "/say":
			if r.say.Empty() {
				r.problem(talk.StraySay, "", talk.Span{Start: start, End: end})
			}
			r.say = talk.Span{}
		default:
			r.comment(c, talk.Span{Start: start, End: end})
		}
	}
	if rest == "" {
		r.unseen(start)
		return
	}
	r.open(start)
	r.add(&talk.Paragraph{
		BlockCommon: talk.BlockCommon{Span: talk.Span{Start: start, End: end}, Said: true},
		Inlines:     literal(rest, talk.Span{Start: start, End: end}),
	})
}

// literal makes text of raw HTML, letter by letter.
func literal(raw string, span talk.Span) []talk.Inline {
	var out []talk.Inline
	for i, line := range strings.Split(oneEnding(clean(raw)), "\n") {
		if i > 0 {
			out = append(out, &talk.LineBreak{})
		}
		out = append(out, &talk.Text{Text: strings.TrimRight(line, " \t"), Span: span})
	}
	return out
}

// closeSay ends what is said at the end of a section, when no mark did.
func (r *reader) closeSay() {
	if !r.say.Empty() {
		r.problem(talk.OpenSay, "", r.say)
	}
	r.say = talk.Span{}
}

func htmlText(n *ast.HTMLBlock, source []byte) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(source[line.Start:line.Stop])
	}
	if n.HasClosure() {
		b.Write(source[n.ClosureLine.Start:n.ClosureLine.Stop])
	}
	return strings.TrimSpace(oneEnding(b.String()))
}

// splitComments takes the comments out of raw HTML.
func splitComments(raw string) (comments []string, rest string) {
	var b strings.Builder
	for {
		i := strings.Index(raw, "<!--")
		if i < 0 {
			break
		}
		b.WriteString(raw[:i])
		end := strings.Index(raw[i:], "-->")
		if end < 0 { // never closed: the rest of the file is a comment
			comments = append(comments, raw[i:])
			raw = ""
			break
		}
		comments = append(comments, raw[i:i+end+3])
		raw = raw[i+end+3:]
	}
	b.WriteString(raw)
	return comments, strings.TrimSpace(b.String())
}

var silenceComment = regexp.MustCompile(`(?s)^<!--\s*silence\b\s*(?:([a-z][a-z0-9.-]*)\s*:)?\s*(.*?)\s*-->$`)

// comment reads a comment. Only one that silences a finding means something:
// it covers its own line, or on a line of its own the block right above.
func (r *reader) comment(raw string, span talk.Span) {
	m := silenceComment.FindStringSubmatch(strings.TrimSpace(raw))
	if m == nil {
		return
	}
	if m[1] == "" || m[2] == "" {
		r.problem(talk.BadSilence, strings.TrimSpace(raw), span)
		return
	}
	line := lineStart(r.source, span.Start)
	covers := talk.Span{Start: line, End: lineEnd(r.source, span.End)}
	if isBlank(r.source[line:span.Start]) && !blankBefore(r.source, line) && r.slide != nil {
		covers.Start = r.slide.Span.Start
		if r.last != nil {
			covers.Start = r.last.Common().Span.Start
		}
	}
	r.talk.Silences = append(r.talk.Silences, talk.Silence{Rule: m[1], Reason: scalarText(m[2]), Span: span, Covers: covers})
}

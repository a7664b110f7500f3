package markdown

import (
	"fmt"
	"strings"
	"time"

	"talkgiver/talk"
)

// describe writes what a talk means, a line for each thing, as the tables of
// these tests have it. What is not there is not written.
func describe(t *talk.Talk) string {
	w := &describer{t: t}
	w.deal(&t.Deal)
	if t.Heading.Level > 0 {
		w.line("title %s%s", w.inlines(t.Heading.Inlines), w.tags(t.Heading.Tags))
	}
	for _, s := range t.Sections {
		w.section(s)
	}
	for _, s := range t.Silences {
		w.line("silence %s: %s %s", s.Rule, s.Reason, w.lines(s.Covers))
	}
	for _, p := range t.Problems {
		pos := t.Position(p.Span.Start)
		w.line("problem %s %q %d:%d", p.Key, p.Arg, pos.Line, pos.Column)
	}
	return w.b.String()
}

type describer struct {
	t *talk.Talk
	b strings.Builder
}

func (w *describer) line(format string, args ...any) {
	fmt.Fprintf(&w.b, format, args...)
	w.b.WriteByte('\n')
}

func (w *describer) deal(d *talk.Deal) {
	value := func(key string, v talk.Value) {
		if v.Given() {
			w.line("%s: %s", key, v.Text)
		}
	}
	list := func(key string, list []talk.Value) {
		for i, v := range list {
			w.line("%s %d: %s", key, i+1, v.Text)
		}
	}
	value("in front: title", d.Title)
	value("event", d.Event)
	if d.Date.Given() {
		w.line("date: %s", d.Date.Day.Format(time.DateOnly))
	}
	if d.Slot.Given() {
		w.line("slot: %v", d.Slot.Duration)
	}
	if d.Questions.Given() {
		w.line("questions: %v", d.Questions.Duration)
	}
	value("audience", d.Audience)
	if d.Listeners.Given() {
		w.line("listeners: %d", d.Listeners.N)
	}
	list("need", d.Needs)
	value("message", d.Message)
	list("promise", d.Promises)
	list("truth", d.Truths)
	if d.Stance.Way != "" {
		w.line("stance: %s", d.Stance.Way)
	}
	list("knows", d.Knows)
	if d.Pace.Given() {
		w.line("pace: %d", d.Pace.N)
	}
	value("lang", d.Lang)
	for _, v := range d.Variants {
		w.line("variant %s: %v", v.Name.Text, v.Slot.Duration)
	}
	for _, s := range d.Silences {
		w.line("silence of the deal %s: %s", s.Rule, s.Reason)
	}
}

func (w *describer) tags(tags talk.Tags) string {
	var b strings.Builder
	for _, t := range tags {
		b.WriteString(" #" + t.Name)
	}
	return b.String()
}

func (w *describer) time(d talk.Duration) string {
	if !d.Given() {
		return ""
	}
	return " (" + talk.FormatDuration(d.Duration) + ")"
}

// lines writes which lines of the file a span is on.
func (w *describer) lines(s talk.Span) string {
	first, last := w.t.Lines.Line(s.Start), w.t.Lines.Line(s.End)
	if first == last {
		return fmt.Sprintf("@%d", first)
	}
	return fmt.Sprintf("@%d-%d", first, last)
}

func (w *describer) section(s *talk.Section) {
	if s.Level == 0 {
		w.line("opening")
	} else {
		w.line("section %s%s%s", w.inlines(s.Inlines), w.time(s.Time), w.tags(s.Tags))
	}
	for _, k := range s.Keys {
		w.line("  %s: %s", k.Key, k.Value.Text)
	}
	for _, l := range s.Meets {
		w.line("  meets %s %d", l.Kind, l.Number)
	}
	for _, l := range s.Makes {
		w.line("  makes %s %d", l.Kind, l.Number)
	}
	for _, a := range s.After {
		w.line("  after section %d", a.Section)
	}
	if s.New.Given() {
		w.line("  new %d", s.New.Points)
	}
	if s.Relevant.Given() {
		w.line("  relevant %d", s.Relevant.Points)
	}
	for i, sl := range s.Slides {
		if i > 0 {
			if sl.Level == 0 {
				w.line("  break")
			} else {
				w.line("  slide %s%s%s", w.inlines(sl.Inlines), w.time(sl.Time), w.tags(sl.Tags))
			}
		}
		for _, it := range sl.Items {
			w.item(it)
		}
	}
}

func (w *describer) item(it *talk.Item) {
	w.line("    item%s", w.tags(it.Tags))
	if it.Shown != nil {
		w.line("      show %s", w.block(it.Shown))
	}
	for _, b := range it.Said {
		w.line("      say %s", w.block(b))
	}
}

func (w *describer) block(b talk.Block) string {
	blocks := func(blocks []talk.Block) string {
		parts := make([]string, len(blocks))
		for i, b := range blocks {
			parts[i] = w.block(b)
		}
		return strings.Join(parts, " ")
	}
	var s string
	switch b := b.(type) {
	case *talk.Paragraph:
		s = w.inlines(b.Inlines)
	case *talk.Heading:
		s = fmt.Sprintf("h%d %s", b.Level, w.inlines(b.Inlines))
	case *talk.Code:
		s = fmt.Sprintf("code(%s) %q", b.Info, b.Text)
	case *talk.Quote:
		s = "quote[" + blocks(b.Blocks) + "]"
	case *talk.ListItem:
		s = "entry[" + blocks(b.Blocks) + "]"
	case *talk.List:
		items := make([]talk.Block, len(b.Items))
		for i, li := range b.Items {
			items[i] = li
		}
		s = "list[" + blocks(items) + "]"
		if b.Ordered {
			s = fmt.Sprintf("list %d[%s]", b.Start, blocks(items))
		}
	case *talk.Table:
		var rows []string
		for _, row := range append([][][]talk.Inline{b.Header}, b.Rows...) {
			var cells []string
			for _, cell := range row {
				cells = append(cells, w.inlines(cell))
			}
			rows = append(rows, strings.Join(cells, "|"))
		}
		s = "table[" + strings.Join(rows, " / ") + "]"
	}
	return s
}

// inlines writes the pieces of a line: a bar for a line break, two for a hard
// one, and cues in braces.
func (w *describer) inlines(inlines []talk.Inline) string {
	var b strings.Builder
	for _, in := range inlines {
		switch in := in.(type) {
		case *talk.Text:
			b.WriteString(strings.ReplaceAll(in.Text, "\n", "␤"))
		case *talk.Emphasis:
			fmt.Fprintf(&b, "<%d %s>", in.Level, w.inlines(in.Children))
		case *talk.CodeSpan:
			b.WriteString("`" + in.Text + "`")
		case *talk.Anchor:
			fmt.Fprintf(&b, "<a %s %q %s>", in.Destination, in.Title, w.inlines(in.Children))
		case *talk.Image:
			fmt.Fprintf(&b, "<img %s %q %s>", in.Destination, in.Title, in.Alt)
		case *talk.LineBreak:
			b.WriteString(map[bool]string{false: "|", true: "||"}[in.Hard])
		case *talk.Cue:
			b.WriteString("{" + strings.Trim(in.String(), "[]") + "}")
		}
	}
	return b.String()
}

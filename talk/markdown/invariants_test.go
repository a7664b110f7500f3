package markdown

import (
	"errors"
	"fmt"
	"time"

	"talkgiver/talk"
)

// checker collects what is wrong with a document: what must hold for every
// sequence of bytes.
type checker struct {
	t    *talk.Talk
	errs []error
}

// invariants returns what is wrong with a document, or nil.
func invariants(d *Document) error {
	c := &checker{t: d.Talk()}
	c.deal()
	c.sections()
	c.timing()
	for i, p := range c.t.Problems {
		c.within(fmt.Sprint("problem ", p.Key), p.Span, talk.Span{End: len(c.t.Source)})
		if i > 0 && p.Span.Start < c.t.Problems[i-1].Span.Start {
			c.bad("problem %s stands before the one before it", p.Key)
		}
	}
	for _, s := range c.t.Silences {
		c.within("silence", s.Span, talk.Span{End: len(c.t.Source)})
		c.within("what a silence covers", s.Covers, talk.Span{End: len(c.t.Source)})
		if s.Rule == "" || s.Reason == "" {
			c.bad("silence without rule or reason")
		}
	}
	c.within("title heading", c.t.Heading.Span, talk.Span{End: len(c.t.Source)})
	if c.t.Heading.Level == 1 {
		c.within("title", c.t.TitleSpan, c.t.Heading.Span)
	}
	return errors.Join(c.errs...)
}

func (c *checker) bad(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf(format, args...))
}

// within checks that a span is one and lies in another.
func (c *checker) within(what string, s, outer talk.Span) {
	if s.Start > s.End || s.Start < outer.Start || s.End > outer.End {
		c.bad("%s %v is not within %v", what, s, outer)
	}
}

func (c *checker) deal() {
	deal := &c.t.Deal
	c.within("deal", deal.Span, talk.Span{End: len(c.t.Source)})
	value := func(what string, given bool, s talk.Span) {
		if given {
			c.within(what, s, deal.Span)
		}
	}
	for what, v := range map[string]talk.Value{"title": deal.Title, "event": deal.Event, "audience": deal.Audience, "message": deal.Message, "lang": deal.Lang} {
		value(what, v.Given(), v.Span)
	}
	for what, list := range map[string][]talk.Value{"needs": deal.Needs, "promises": deal.Promises, "truths": deal.Truths, "knows": deal.Knows} {
		for i, v := range list {
			value(what, true, v.Span)
			if i > 0 && what != "knows" && v.Span.Start < list[i-1].Span.End {
				c.bad("%s %d begins at %d, within the one before it, %v", what, i+1, v.Span.Start, list[i-1].Span)
			}
		}
	}
	value("date", deal.Date.Given(), deal.Date.Span)
	value("slot", deal.Slot.Given(), deal.Slot.Span)
	value("questions", deal.Questions.Given(), deal.Questions.Span)
	value("listeners", deal.Listeners.Given(), deal.Listeners.Span)
	value("pace", deal.Pace.Given(), deal.Pace.Span)
	value("stance", deal.Stance.Way != "", deal.Stance.Span)
	for _, v := range deal.Variants {
		value("variant", true, v.Name.Span)
	}
	for _, s := range deal.Silences {
		value("silence of the deal", true, s.Span)
	}
}

func (c *checker) sections() {
	end := c.t.Deal.Span.End
	for i, s := range c.t.Sections {
		name := fmt.Sprintf("section %d", i+1)
		if s.Number != i+1 {
			c.bad("%s has the number %d", name, s.Number)
		}
		if s.Span.Start < end || i > 0 && s.Span.Start != end {
			c.bad("%s begins at %d, the one before ends at %d", name, s.Span.Start, end)
		}
		end = s.Span.End
		c.within(name, s.Span, talk.Span{End: len(c.t.Source)})
		if (s.Level == 0) != (i == 0 && s.HeadSpan.Empty()) {
			c.bad("%s has level %d and a heading at %v", name, s.Level, s.HeadSpan)
		}
		c.within(name+" head", s.HeadSpan, s.Span)
		c.within(name+" title", s.TitleSpan, s.HeadSpan)
		c.tags(name, s.Tags, s.HeadSpan)
		if s.Time.Given() {
			c.within(name+" time", s.Time.Span, s.HeadSpan)
		}
		at := s.HeadSpan.End
		for _, k := range s.Keys {
			c.within(name+" key "+k.Key, k.Span, talk.Span{Start: at, End: s.Span.End})
			c.within(name+" value of "+k.Key, k.Value.Span, k.Span)
			at = k.Span.End
		}
		c.within(name+" body", s.Body, talk.Span{Start: at, End: s.Span.End})
		whole := talk.Span{Start: s.HeadSpan.End, End: max(at, s.HeadSpan.End)}
		for _, l := range append(append([]talk.Link(nil), s.Meets...), s.Makes...) {
			c.within(name+" link", l.Span, whole)
			if l.Number < 1 || len(c.t.Deal.Entries(l.Kind)) > 1<<20 {
				c.bad("%s link %v", name, l)
			}
		}
		for _, a := range s.After {
			c.within(name+" after", a.Span, whole)
		}
		if !s.Body.Empty() && (isBlank([]byte(firstLine(c.t.Text(s.Body)))) || isSpace(c.t.Source[s.Body.End-1]) && (c.t.Source[s.Body.End-1] == '\n' || c.t.Source[s.Body.End-1] == '\r')) {
			c.bad("%s body %q has blank lines around it", name, c.t.Text(s.Body))
		}
		c.slides(name, s)
	}
	if n := len(c.t.Sections); n > 0 && end != len(c.t.Source) {
		c.bad("the last section ends at %d of %d", end, len(c.t.Source))
	}
}

func firstLine(s string) string { return s[:lineEnd([]byte(s), 0)] }

func (c *checker) slides(name string, s *talk.Section) {
	if len(s.Slides) == 0 {
		c.bad("%s has no slide", name)
	}
	at := s.Span.Start
	words := 0
	for i, sl := range s.Slides {
		name := fmt.Sprintf("%s slide %d", name, i+1)
		if sl.Span.Start != at {
			c.bad("%s begins at %d, not %d", name, sl.Span.Start, at)
		}
		at = sl.Span.End
		c.within(name, sl.Span, s.Span)
		c.tags(name, sl.Tags, sl.Span)
		block := sl.Span.Start
		for _, b := range sl.Blocks {
			c.within(name+" block", b.Common().Span, talk.Span{Start: block, End: sl.Span.End})
			block = b.Common().Span.End
			c.block(name, b)
		}
		item := sl.Span.Start
		for j, it := range sl.Items {
			c.within(fmt.Sprintf("%s item %d", name, j+1), it.Span, talk.Span{Start: item, End: sl.Span.End})
			item = it.Span.End
			c.tags(name+" item", it.Tags, it.Span)
			n := 0
			for _, said := range it.Said {
				n += talk.CountWords(talk.BlockText(said))
				if !said.Common().Said {
					c.bad("%s item %d says what is shown", name, j+1)
				}
			}
			if it.Words != n {
				c.bad("%s item %d has %d words, not %d", name, j+1, it.Words, n)
			}
			if it.Shown == nil && len(it.Said) == 0 {
				c.bad("%s item %d is nothing", name, j+1)
			}
			if !it.Tags.LeftOut("") && !it.Tags.Has(talk.TagBackup) && !(sl.Level == 3 && (sl.Tags.LeftOut("") || sl.Tags.Has(talk.TagBackup))) {
				words += n
			}
		}
	}
	if at != s.Span.End {
		c.bad("%s ends at %d, its slides at %d", name, s.Span.End, at)
	}
	if s.Tags.LeftOut("") || s.Tags.Has(talk.TagBackup) {
		words = 0
	}
	if words != s.Words() {
		c.bad("%s has %d words, its items %d", name, s.Words(), words)
	}
}

func (c *checker) tags(what string, tags talk.Tags, outer talk.Span) {
	for _, t := range tags {
		c.within(what+" #"+t.Name, t.Span, outer)
		if t.Span.End <= len(c.t.Source) && c.t.Text(t.Span) != "#"+t.Name {
			c.bad("%s: #%s stands at %q", what, t.Name, c.t.Text(t.Span))
		}
		if t.Class == talk.LinkTag && t.Link.Span != t.Span {
			c.bad("%s: the link of #%s stands at %v", what, t.Name, t.Link.Span)
		}
	}
}

// block checks that a block's spans hold those of what is in it.
func (c *checker) block(name string, b talk.Block) {
	span := b.Common().Span
	c.tags(name+" block", b.Common().Tags, span)
	inner := func(blocks []talk.Block) {
		for _, in := range blocks {
			c.within(fmt.Sprintf("%s %T in %T", name, in, b), in.Common().Span, span)
			if in.Common().Said != b.Common().Said {
				c.bad("%s: %T and %T in it are not said alike", name, b, in)
			}
			c.block(name, in)
		}
	}
	switch b := b.(type) {
	case *talk.Paragraph:
		c.inlines(name, b.Inlines, span)
	case *talk.Heading:
		c.inlines(name, b.Inlines, span)
		if b.Level < 1 || b.Level > 6 {
			c.bad("%s: heading of level %d", name, b.Level)
		}
	case *talk.List:
		if len(b.Items) == 0 {
			c.bad("%s: list without items", name)
		}
		for _, li := range b.Items {
			inner([]talk.Block{li})
		}
	case *talk.ListItem:
		inner(b.Blocks)
	case *talk.Quote:
		inner(b.Blocks)
	case *talk.Table:
		for _, row := range append([][][]talk.Inline{b.Header}, b.Rows...) {
			if len(row) != len(b.Align) {
				c.bad("%s: table row of %d cells, not %d", name, len(row), len(b.Align))
			}
			for _, cell := range row {
				c.inlines(name, cell, span)
			}
		}
	}
}

func (c *checker) inlines(name string, inlines []talk.Inline, span talk.Span) {
	for _, in := range inlines {
		switch in := in.(type) {
		case *talk.Text:
			if in.Span == (talk.Span{}) {
				continue // an address in angle brackets: nowhere as text
			}
			c.within(fmt.Sprintf("%s text %q", name, in.Text), in.Span, span)
		case *talk.CodeSpan:
			if !in.Span.Empty() {
				c.within(name+" code", in.Span, span)
			}
		case *talk.Cue:
			c.within(name+" cue", in.Span, span)
		case *talk.Emphasis:
			c.inlines(name, in.Children, span)
		case *talk.Anchor:
			c.inlines(name, in.Children, span)
		}
	}
}

// timing checks that the parts of every time are the whole, exactly.
func (c *checker) timing() {
	tm := c.t.Timing(0)
	var total, estimate, at time.Duration
	for i, s := range tm.Sections {
		if s.Start != at {
			c.bad("section %d starts at %v, not %v", i+1, s.Start, at)
		}
		var slides time.Duration
		for j, sl := range s.Slides {
			if sl.Start != at+slides {
				c.bad("section %d slide %d starts at %v, not %v", i+1, j+1, sl.Start, at+slides)
			}
			var items time.Duration
			for _, it := range sl.Items {
				if it.Start != sl.Start+items || it.Length < 0 || it.Out && it.Length != 0 {
					c.bad("section %d slide %d: item %+v", i+1, j+1, it)
				}
				items += it.Length
			}
			if len(sl.Items) > 0 && items != sl.Length && !allOut(sl.Items) {
				c.bad("section %d slide %d: items take %v of %v", i+1, j+1, items, sl.Length)
			}
			slides += sl.Length
		}
		if slides != s.Length {
			c.bad("section %d: slides take %v of %v", i+1, slides, s.Length)
		}
		at += s.Length
		total += s.Length
		estimate += s.Estimate
	}
	if total != tm.Total || estimate != tm.Estimate {
		c.bad("sections take %v of %v, estimated %v of %v", total, tm.Total, estimate, tm.Estimate)
	}
}

func allOut(items []talk.ItemTime) bool {
	for _, it := range items {
		if !it.Out {
			return false
		}
	}
	return true
}

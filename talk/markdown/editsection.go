package markdown

import (
	"strings"
	"time"

	"talkgiver/talk"
)

// section returns a section by its number.
func (d *Document) section(number int) (*talk.Section, error) {
	if number < 1 || number > len(d.talk.Sections) {
		return nil, &EditError{Key: NoSuchSection}
	}
	return d.talk.Sections[number-1], nil
}

// headed returns a section that has a heading.
func (d *Document) headed(number int) (*talk.Section, error) {
	s, err := d.section(number)
	if err == nil && s.Level == 0 {
		return nil, &EditError{Key: NoHeading}
	}
	return s, err
}

// AddSection adds an empty section; Number is the number, from 1, that it gets.
type AddSection struct {
	Number int
	Title  string
	Time   time.Duration // 0 for none
}

// Apply implements Edit.
func (e AddSection) Apply(d *Document) (*Document, Edit, error) {
	n := len(d.talk.Sections)
	if e.Number < 1 || e.Number > n+1 || e.Number == 1 && n > 0 && d.talk.Sections[0].Level == 0 {
		return nil, nil, &EditError{Key: NoSuchSection}
	}
	at := len(d.source)
	if e.Number <= n {
		at = d.talk.Sections[e.Number-1].Span.Start
	}
	nl := d.newline(at)
	heading := "## " + headingText(e.Title)
	if e.Time > 0 {
		heading = strings.TrimRight(heading, " ") + " (" + talk.FormatDuration(e.Time) + ")"
	}
	text := d.blankLineBefore(at) + heading + nl
	if e.Number <= n {
		text += nl
	}
	return structural(d, Change{{At: at, New: text}}, func(i int) int {
		if i >= e.Number {
			return i + 1
		}
		return i
	}, n+1)
}

// blankLineBefore returns what must be written before a heading at offset at so
// that a blank line stands above it.
func (d *Document) blankLineBefore(at int) string {
	nl := d.newline(max(at-1, 0))
	start := d.front.span.End
	switch {
	case at == 0 || isBlank(d.source[:at]):
		return ""
	case lineStart(d.source, at) != at:
		return nl + nl
	case at == start || blankBefore(d.source, at):
		return ""
	}
	return nl
}

// structural applies a change of the sections: to is the new number of the one
// that had the old number, 0 when it is gone. The after-links follow. It
// refuses when the sections do not come out as many as wanted, since then an
// open fence or comment has swallowed some.
func structural(d *Document, c Change, to func(int) int, want int) (*Document, Edit, error) {
	changed, _, err := c.Apply(d)
	if err != nil {
		return nil, nil, err
	}
	if len(changed.talk.Sections) != want || changed.front.span != d.front.span {
		return nil, nil, &EditError{Key: WouldSwallow}
	}
	for _, s := range d.talk.Sections {
		if n := to(s.Number); n > 0 && string(changed.source[changed.talk.Sections[n-1].TitleSpan.Start:changed.talk.Sections[n-1].TitleSpan.End]) != d.talk.Text(s.TitleSpan) {
			return nil, nil, &EditError{Key: WouldSwallow, Arg: s.Title}
		}
	}
	return followSections(d, changed, to)
}

// followSections makes the after-links of the changed document follow their
// sections and returns the whole as one step.
func followSections(d, changed *Document, to func(int) int) (*Document, Edit, error) {
	links := changed.change()
	for _, s := range changed.talk.Sections {
		renumberAfter(links, s, to)
	}
	return then(d, changed, links.done())
}

// renumberAfter makes a section's after-links follow. A link to a section that
// is gone, or to itself, goes too.
func renumberAfter(c *changes, s *talk.Section, to func(int) int) {
	number := map[talk.Span]int{}
	gone := false
	for _, a := range s.After {
		n := to(a.Section)
		if n == s.Number {
			n = 0
		}
		number[a.Span] = n
		gone = gone || n == 0
	}
	if !gone {
		for _, a := range s.After {
			if n := number[a.Span]; n > 0 && n != a.Section {
				c.replace(a.Span.End-len(itoa(a.Section)), a.Span.End, itoa(n))
			}
		}
		return
	}
	for _, k := range s.Keys {
		if k.Key != string(KeyAfter) {
			continue
		}
		var words []string
		eachWord(c.doc.source, k.Value.Span, func(word string, span talk.Span) {
			if n, isLink := number[span]; !isLink {
				words = append(words, word)
			} else if n > 0 {
				words = append(words, "section "+itoa(n))
			}
		})
		c.rewriteKey(k, words)
		return
	}
}

// rewriteKey writes the value of a key line again, and takes the line away when
// nothing is left of it.
func (c *changes) rewriteKey(k talk.KeyLine, words []string) {
	if len(words) == 0 {
		c.replace(k.Span.Start, nextLine(c.doc.source, k.Span.End), "")
	} else {
		c.replace(k.Value.Span.Start, k.Value.Span.End, strings.Join(words, ", "))
	}
}

// DeleteSection takes a section away with all that is in it.
type DeleteSection struct{ Section int }

// Apply implements Edit.
func (e DeleteSection) Apply(d *Document) (*Document, Edit, error) {
	s, err := d.section(e.Section)
	if err != nil {
		return nil, nil, err
	}
	c := d.change()
	c.replace(s.Span.Start, s.Span.End, "")
	return structural(d, c.done(), func(i int) int {
		switch {
		case i == e.Section:
			return 0
		case i > e.Section:
			return i - 1
		}
		return i
	}, len(d.talk.Sections)-1)
}

// MoveSection gives a section another number. An opening without a heading
// stays first.
type MoveSection struct{ From, To int }

// Apply implements Edit.
func (e MoveSection) Apply(d *Document) (*Document, Edit, error) {
	for _, n := range []int{e.From, e.To} {
		if _, err := d.headed(n); err != nil {
			return nil, nil, err
		}
	}
	first, last := min(e.From, e.To), max(e.From, e.To)
	order := make([]*talk.Section, 0, last-first+1)
	for _, s := range d.talk.Sections[first-1 : last] {
		if s.Number != e.From {
			order = append(order, s)
		}
	}
	from := d.talk.Sections[e.From-1]
	if e.To < e.From {
		order = append([]*talk.Section{from}, order...)
	} else {
		order = append(order, from)
	}
	// The sections change places; the blank lines between the places stay.
	var b strings.Builder
	for i, s := range order {
		place := d.talk.Sections[first-1+i]
		b.Write(d.source[s.Span.Start:contentOf(d.source, s.Span)])
		gap := string(d.source[contentOf(d.source, place.Span):place.Span.End])
		if i+1 < len(order) || last < len(d.talk.Sections) {
			gap = withBlankLine(gap, d.newline(place.Span.Start))
		}
		b.WriteString(gap)
	}
	start, end := d.talk.Sections[first-1].Span.Start, d.talk.Sections[last-1].Span.End
	c := d.change()
	c.replace(start, end, b.String())
	return structural(d, c.done(), func(i int) int { return moved(i, e.From, e.To) }, len(d.talk.Sections))
}

// contentOf returns the end of a section's last line that is not blank, without
// its line ending.
func contentOf(source []byte, s talk.Span) int {
	end := s.End
	for end > s.Start && isSpace(source[end-1]) {
		end--
	}
	return lineEnd(source, end)
}

// withBlankLine makes sure that a gap between two sections holds a blank line.
func withBlankLine(gap, nl string) string {
	endings := strings.Count(strings.ReplaceAll(gap, "\r\n", "\n"), "\n") + strings.Count(strings.ReplaceAll(gap, "\r\n", ""), "\r")
	return gap + strings.Repeat(nl, max(0, 2-endings))
}

// DuplicateSection adds a copy of a section right behind it.
type DuplicateSection struct{ Section int }

// Apply implements Edit.
func (e DuplicateSection) Apply(d *Document) (*Document, Edit, error) {
	s, err := d.headed(e.Section)
	if err != nil {
		return nil, nil, err
	}
	end := contentOf(d.source, s.Span)
	gap := withBlankLine(string(d.source[end:s.Span.End]), d.newline(s.Span.Start))
	c := Change{{At: end, New: gap + string(d.source[s.Span.Start:end])}}
	return structural(d, c, func(i int) int {
		if i > e.Section {
			return i + 1
		}
		return i
	}, len(d.talk.Sections)+1)
}

// SplitSection makes two sections of one: what stands behind the place At of
// the section's body becomes a new section.
type SplitSection struct {
	Section int
	At      int    // byte offset in BodyText
	Title   string // of the new section
}

// Apply implements Edit.
func (e SplitSection) Apply(d *Document) (*Document, Edit, error) {
	s, err := d.section(e.Section)
	if err != nil {
		return nil, nil, err
	}
	at := d.bodyOffset(s, e.At)
	nl := d.newline(max(at-1, 0))
	// The white space around the cut becomes the blank lines around the heading.
	start, end := at, at
	for start > s.Body.Start && isSpace(d.source[start-1]) {
		start--
	}
	for end < s.Body.End && isSpace(d.source[end]) {
		end++
	}
	if lineStart(d.source, end) > start { // keep the indent of the line behind the cut
		end = lineStart(d.source, end)
	}
	before := nl + nl
	if start == s.Body.Start {
		before = d.blankLineBefore(start)
	}
	c := d.change()
	c.replace(start, end, before+"## "+headingText(e.Title)+nl+nl)
	return structural(d, c.done(), func(i int) int {
		if i > e.Section {
			return i + 1
		}
		return i
	}, len(d.talk.Sections)+1)
}

// MergeSection joins a section with the one behind it. The second's heading
// becomes a slide of the first; its key lines join those of the first.
type MergeSection struct{ Section int }

// Apply implements Edit.
func (e MergeSection) Apply(d *Document) (*Document, Edit, error) {
	s, err := d.headed(e.Section)
	if err != nil {
		return nil, nil, err
	}
	if e.Section == len(d.talk.Sections) {
		return nil, nil, &EditError{Key: NothingToMerge, Arg: s.Title}
	}
	next := d.talk.Sections[e.Section]
	c := d.change()
	c.replace(next.HeadSpan.Start, next.HeadSpan.End, "### "+c.headingLine(next))
	if keys := next.Keys; len(keys) > 0 {
		c.replace(keys[0].Span.Start, nextLine(d.source, keys[len(keys)-1].Span.End), "")
	}
	merged := mergedKeys(s, next)
	for _, key := range keyOrder() {
		if value, ok := merged[key]; ok {
			c.setKey(s, key, value)
		}
	}
	if s.Time.Given() && next.Time.Given() {
		c.replace(s.Time.Span.Start, s.Time.Span.End, "("+talk.FormatDuration(s.Time.Duration+next.Time.Duration)+")")
	}
	return structuralMerge(d, c.done(), e.Section)
}

// headingLine returns the words, time and tags of a heading on one line,
// without the marks that make it a heading.
func (c *changes) headingLine(s *talk.Section) string {
	line := headingText(c.doc.talk.Text(s.TitleSpan))
	if s.Time.Given() {
		line += " " + c.doc.talk.Text(s.Time.Span)
	}
	for _, t := range s.Tags {
		line += " #" + t.Name
	}
	return strings.TrimSpace(line)
}

// mergedKeys returns the key lines of the first section that the second adds to.
func mergedKeys(s, next *talk.Section) map[string]string {
	keys := map[string]string{}
	if next.Gives.Given() {
		keys["gives"] = next.Gives.Text
		if s.Gives.Given() {
			keys["gives"] = s.Gives.Text + "; " + next.Gives.Text
		}
	}
	if len(next.Meets) > 0 {
		keys["meets"] = formatLinks(joinLinks(s.Meets, next.Meets))
	}
	if len(next.Makes) > 0 {
		keys["makes"] = formatLinks(joinLinks(s.Makes, next.Makes))
	}
	if next.New.Given() && !s.New.Given() {
		keys["new"] = itoa(next.New.Points)
	}
	if next.Relevant.Given() && !s.Relevant.Given() {
		keys["relevant"] = itoa(next.Relevant.Points)
	}
	var after []string
	for _, a := range append(append([]talk.Reference(nil), s.After...), next.After...) {
		if a.Section != s.Number && a.Section != next.Number {
			after = append(after, "section "+itoa(a.Section))
		}
	}
	if len(next.After) > 0 && len(after) > 0 {
		keys["after"] = strings.Join(after, ", ")
	}
	return keys
}

func joinLinks(a, b []talk.Link) []talk.Link {
	out := append([]talk.Link(nil), a...)
next:
	for _, l := range b {
		for _, have := range out {
			if have.Kind == l.Kind && have.Number == l.Number {
				continue next
			}
		}
		out = append(out, l)
	}
	return out
}

func structuralMerge(d *Document, c Change, section int) (*Document, Edit, error) {
	changed, _, err := c.Apply(d)
	if err != nil {
		return nil, nil, err
	}
	if len(changed.talk.Sections) != len(d.talk.Sections)-1 {
		return nil, nil, &EditError{Key: WouldSwallow}
	}
	return followSections(d, changed, func(i int) int {
		if i > section {
			return i - 1
		}
		return i
	})
}

// RenameSection gives a section another title, in Markdown. Its time and tags
// stay. An opening gets a heading.
type RenameSection struct {
	Section int
	Title   string
}

// Apply implements Edit.
func (e RenameSection) Apply(d *Document) (*Document, Edit, error) {
	s, err := d.section(e.Section)
	if err != nil {
		return nil, nil, err
	}
	title := headingText(e.Title)
	c := d.change()
	if s.Level == 0 {
		c.insert(s.Span.Start, d.blankLineBefore(s.Span.Start)+"## "+title+d.newline(s.Span.Start)+d.newline(s.Span.Start))
		after, inverse, err := c.done().Apply(d)
		if err == nil && !after.leavesOthers(d, s.Number) {
			// The talk's title stands inside the opening and would be a section.
			return nil, nil, &EditError{Key: NotReadAgain, Arg: e.Title}
		}
		return after, inverse, err
	}
	text := title
	if s.TitleSpan.Empty() && s.TitleSpan.Start > 0 && d.source[s.TitleSpan.Start-1] == '#' {
		text = " " + text
	}
	if s.TitleSpan.Empty() && !isBlank(d.source[s.TitleSpan.Start:s.HeadSpan.End]) && title != "" {
		text += " "
	}
	c.replace(s.TitleSpan.Start, s.TitleSpan.End, text)
	after, inverse, err := c.done().Apply(d)
	if err != nil {
		return nil, nil, err
	}
	if after.keepsSection(d, s, title) {
		return after, inverse, nil
	}
	// A title that an underlined heading cannot hold: write the heading anew.
	c = d.change()
	line := title
	if s.Time.Given() {
		line += " " + d.talk.Text(s.Time.Span)
	}
	for _, t := range s.Tags {
		line += " #" + t.Name
	}
	c.replace(s.HeadSpan.Start, s.HeadSpan.End, strings.TrimRight(strings.Repeat("#", s.Level)+" "+strings.TrimSpace(line), " "))
	after, inverse, err = c.done().Apply(d)
	if err != nil {
		return nil, nil, err
	}
	if !after.keepsSection(d, s, title) {
		return nil, nil, &EditError{Key: NotReadAgain, Arg: e.Title}
	}
	return after, inverse, nil
}

// keepsSection reports whether a section still stands with its time and tags,
// and with this title.
func (d *Document) keepsSection(before *Document, s *talk.Section, title string) bool {
	if !d.leavesOthers(before, s.Number) {
		return false
	}
	n := d.talk.Sections[s.Number-1]
	return d.talk.Text(n.TitleSpan) == title && n.Time.Duration == s.Time.Duration && len(n.Tags) == len(s.Tags) && len(n.Keys) == len(s.Keys)
}

// headingText makes a title that a heading can hold: one line that does not end
// like a time, a tag or a closing run of # signs.
func headingText(title string) string {
	title = strings.Join(strings.Fields(clean(title)), " ")
	if strings.HasSuffix(title, ")") {
		if i := strings.LastIndexByte(title, '('); i >= 0 && !escaped([]byte(title), i) {
			if inner := title[i+1 : len(title)-1]; talk.LooksLikeDuration(inner) {
				title = title[:i] + `\` + title[i:]
			}
		}
	}
	i := strings.LastIndexByte(title, ' ') + 1
	name, isTag := strings.CutPrefix(title[i:], "#")
	if _, known := talk.ParseTag(name); isTag && (known || strings.Trim(name, "#") == "") {
		title = title[:i] + `\` + title[i:]
	}
	return title
}

// RetimeSection plans a section's time. 0 takes the time away.
type RetimeSection struct {
	Section int
	Time    time.Duration
}

// Apply implements Edit.
func (e RetimeSection) Apply(d *Document) (*Document, Edit, error) { return applyTo(d, e, e.Section) }

func (e RetimeSection) plan(d *Document) (Change, error) {
	s, err := d.headed(e.Section)
	if err != nil {
		return nil, err
	}
	c := d.change()
	switch {
	case s.Time.Given() && e.Time == s.Time.Duration:
	case s.Time.Given() && e.Time > 0:
		c.replace(s.Time.Span.Start, s.Time.Span.End, "("+talk.FormatDuration(e.Time)+")")
	case s.Time.Given():
		start := s.Time.Span.Start
		for start > s.HeadSpan.Start && d.source[start-1] == ' ' {
			start--
		}
		c.replace(start, s.Time.Span.End, "")
	case e.Time > 0:
		c.insert(s.TitleSpan.End, " ("+talk.FormatDuration(e.Time)+")")
	}
	return c.done(), nil
}

// NotATime makes the parenthesis at the end of a heading text: a backslash
// before it says that it is no time.
type NotATime struct {
	Section int
	Slide   int // from 1; 1 is the section's own heading
}

// Apply implements Edit.
func (e NotATime) Apply(d *Document) (*Document, Edit, error) { return applyTo(d, e, e.Section) }

func (e NotATime) plan(d *Document) (Change, error) {
	s, err := d.section(e.Section)
	if err != nil {
		return nil, err
	}
	if e.Slide < 1 || e.Slide > len(s.Slides) || !s.Slides[e.Slide-1].Time.Given() {
		return nil, &EditError{Key: NoSuchItem}
	}
	c := d.change()
	c.insert(s.Slides[e.Slide-1].Time.Span.Start, `\`)
	return c.done(), nil
}

// TagSection puts a tag on a section's heading or takes it off.
type TagSection struct {
	Section int
	Tag     string // its name without the #
	On      bool
}

// Apply implements Edit.
func (e TagSection) Apply(d *Document) (*Document, Edit, error) { return applyTo(d, e, e.Section) }

func (e TagSection) plan(d *Document) (Change, error) {
	s, err := d.headed(e.Section)
	if err != nil {
		return nil, err
	}
	if _, ok := talk.ParseTag(e.Tag); !ok {
		return nil, &EditError{Key: NoPlace, Arg: "#" + e.Tag}
	}
	c := d.change()
	if s.Tags.Has(e.Tag) == e.On {
		return nil, nil
	}
	if e.On {
		end := s.TitleSpan.End
		for _, t := range s.Tags {
			end = max(end, t.Span.End)
		}
		if s.Time.Given() {
			end = max(end, s.Time.Span.End)
		}
		c.insert(end, " #"+e.Tag)
	} else {
		for _, t := range s.Tags {
			if t.Name == e.Tag {
				c.removeTag(t)
			}
		}
	}
	return c.done(), nil
}

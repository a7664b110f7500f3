package talk

import (
	"strings"
	"time"
)

// Talk is a talk as its file holds it: plain data, made by talk/markdown and
// never changed afterwards, so it can be read from any goroutine.
type Talk struct {
	Source  []byte // the file, byte for byte; read-only
	Lines   Lines  // line ends of Source
	Deal    Deal
	Heading Heading // the title heading in the text; level 0 when there is none
	// TitleSpan is the words of the title heading, without marks and tags.
	TitleSpan Span
	Sections  []*Section
	Silences  []Silence // in the text; those of the front matter are the deal's
	Problems  []Problem // in the order of the file
}

// Title returns the title: the front matter's, else the heading's.
func (t *Talk) Title() string {
	if t.Deal.Title.Given() {
		return t.Deal.Title.Text
	}
	return strings.TrimSpace(PlainText(t.Heading.Inlines))
}

// Text returns the bytes of a span as a string.
func (t *Talk) Text(s Span) string { return string(t.Source[s.Start:s.End]) }

// Position returns the line and column of a byte offset.
func (t *Talk) Position(offset int) Position { return t.Lines.Position(offset) }

// Words returns how many words of the talk are said, without sections, slides
// and items that are left out or kept as a backup.
func (t *Talk) Words() int {
	n := 0
	for _, s := range t.Sections {
		n += s.Words()
	}
	return n
}

// Entries returns the deal's list that a link points into.
func (d *Deal) Entries(kind LinkKind) []Value {
	switch kind {
	case ToNeed:
		return d.Needs
	case ToPromise:
		return d.Promises
	case ToTruth:
		return d.Truths
	}
	return nil
}

// Section is a part of the talk: a ## heading and all up to the next one.
type Section struct {
	Number  int    // from 1 in the order of the file
	Level   int    // of its heading: 1 or 2; 0 for an opening without a heading
	Title   string // plain words, without time and tags
	Inlines []Inline
	Tags    Tags
	Time    Duration // the heading's own
	Gives   Value    // what they take home
	Meets   []Link   // needs met, promises kept, truths told
	Makes   []Link   // promises made
	New     Answer
	Keys    []KeyLine // all key lines, in the order of the file
	After   []Reference
	// Relevant is the speaker's own answer; else a met need speaks for it.
	Relevant Answer
	Slides   []*Slide // at least one

	Span      Span // from its heading to the next section's
	HeadSpan  Span // the heading's lines, without the last line ending
	TitleSpan Span // the words of the heading, without marks, time and tags
	Body      Span // what stands below heading and key lines, without the blank lines around it
}

// KeyLine is a line such as "gives: a question to ask" below a section's heading.
type KeyLine struct {
	Key   string
	Value Value
	Span  Span // the line without its line ending
}

// Answer is the speaker's own answer to a question about a section.
type Answer struct {
	Points int // 0 to 4
	Span   Span
}

// Given reports whether the speaker has answered.
func (a Answer) Given() bool { return !a.Span.Empty() }

// Reference is a section that another one leans on.
type Reference struct {
	Section int // its number, from 1
	Span    Span
}

// Words returns how many words of the section are said in the talk.
func (s *Section) Words() int {
	n := 0
	if !s.Tags.LeftOut("") && !s.Tags.Has(TagBackup) {
		for _, sl := range s.Slides {
			n += sl.Words()
		}
	}
	return n
}

// Items returns the section's items in the order of the file.
func (s *Section) Items() []*Item {
	var items []*Item
	for _, sl := range s.Slides {
		items = append(items, sl.Items...)
	}
	return items
}

// Slide is what the audience sees at one time, with what is said to it.
type Slide struct {
	Level   int    // of its heading: 1 or 2 for a section's first, 3; 0 without a heading
	Title   string // plain words, without time and tags
	Inlines []Inline
	Tags    Tags     // those of its heading
	Time    Duration // its own; that of a section's first slide is the section's
	Blocks  []Block  // in the order of the file, shown and said
	Items   []*Item
	Span    Span
}

// Words returns how many words are said to the slide.
func (s *Slide) Words() int {
	n := 0
	if s.Level == 3 && (s.Tags.LeftOut("") || s.Tags.Has(TagBackup)) {
		return 0
	}
	for _, it := range s.Items {
		if !it.Tags.LeftOut("") && !it.Tags.Has(TagBackup) {
			n += it.Words
		}
	}
	return n
}

// Item is the smallest thing that the talk weighs: a top-level list entry or
// another shown block with the paragraphs that follow it, or the paragraphs
// that come before the first shown block of a slide.
type Item struct {
	Shown Block   // *ListItem or another block; nil when the item is only said
	Said  []Block // what is said to it
	Tags  Tags
	Words int  // said words
	Span  Span // from its first line to the end of its last, without the line ending
}

// Links returns the links that the item's tags make.
func (it *Item) Links() []Link {
	var links []Link
	for _, t := range it.Tags {
		if t.Class == LinkTag {
			links = append(links, t.Link)
		}
	}
	return links
}

// Speaking returns the time for speaking: the slot less questions. It is 0 when
// the slot is not known, and never negative.
func (d *Deal) Speaking() time.Duration { return max(0, d.Slot.Duration-d.Questions.Duration) }

package slides

import (
	"slices"
	"strings"
	"time"

	"talkgiver/talk"
)

// Deck is a talk as slides: what is shown and what is said to it, in the order
// in which it is given, without tags, key lines, links and silences.
type Deck struct {
	Title string // plain words
	Lang  string // such as "en"; empty when the talk does not say
	// Speaking is the slot without the time for questions; 0 when there is no slot.
	Speaking time.Duration
	Slides   []*Slide
	Images   map[string]Image // by their destination; filled by Embed
}

// Slide is what the audience sees at one time. Its blocks are the talk's own,
// which never change.
type Slide struct {
	Level  int           // of its heading: 1 to 3; 0 for a slide without one
	Title  []talk.Inline // without time and tags
	Blocks []talk.Block  // what is shown
	Notes  []talk.Block  // what is said; its cues are for the flavour to use or to leave out
	Time   time.Duration // planned or estimated, in whole seconds; 0 outside the talk's time

	Section int  // number of the talk's section, from 1; 0 for the title and the closing slide
	Part    int  // which of the section's slides, from 0; -1 where Section is 0, and for one that goes on or has only what waits for a question
	Opening bool // the title slide
	Closing bool // the closing slide
	Backup  bool // after the end, for questions

	noteAt []int // for each note, how many blocks and list entries are shown before it
}

// Length returns how long the deck takes, in whole seconds.
func (d *Deck) Length() time.Duration {
	var sum time.Duration
	for _, s := range d.Slides {
		sum += s.Time
	}
	return sum
}

// At says which slide of the deck the audience sees while the speaker is on a
// slide of the talk: a section by its number, from 1, and one of its slides, from
// 0. Where the deck has no slide for it, such as for words before the first
// heading, the one before it stays up. It is -1 for a deck without slides.
func (d *Deck) At(section, part int) int {
	before := min(0, len(d.Slides)-1)
	for i, s := range d.Slides {
		switch {
		case s.Section == section && s.Part == part:
			return i
		case s.Part >= 0 && !s.Backup && (s.Section < section || s.Section == section && s.Part < part):
			before = i
		}
	}
	return before
}

// Options say what of a talk becomes slides. The zero Options are what a
// speaker wants who says nothing.
type Options struct {
	NoNotes bool   // only what is shown
	NoTitle bool   // no title slide
	Closing bool   // a closing slide: the message, and what the audience can now do
	Split   bool   // a slide that would overflow goes on on a further one
	Times   bool   // the notes of a slide begin with its time
	Variant string // leave out what is tagged #skip-NAME too
	Pace    int    // the speaker's own, in said words a minute; 0 when it is not known
}

// New makes a deck of a talk. What is tagged #skip is left out, what is tagged
// #backup comes after the end. Lines of words that are shown right below the talk's
// title, before anything is said, stand on its slide.
func New(t *talk.Talk, opt Options) *Deck {
	b := &builder{opt: opt, deck: &Deck{Title: t.Title(), Lang: t.Deal.Lang.Text, Speaking: t.Deal.Speaking()}}
	if !opt.NoTitle && b.deck.Title != "" {
		b.deck.Slides = append(b.deck.Slides, titleSlide(t))
	}
	timing := t.Timing(opt.Pace)
	for i, section := range t.Sections {
		if section.Tags.LeftOut(opt.Variant) {
			continue
		}
		backup := section.Tags.Has(talk.TagBackup)
		for j, slide := range section.Slides {
			// A section's first slide has its heading: those tags are the section's.
			sub := slide.Level == 3
			if sub && slide.Tags.LeftOut(opt.Variant) {
				continue
			}
			b.add(section, j, timing.Sections[i].Slides[j], backup || sub && slide.Tags.Has(talk.TagBackup))
		}
	}
	if closing := closingSlide(t, opt); closing != nil {
		b.deck.Slides = append(b.deck.Slides, closing)
	}
	b.deck.Slides = append(b.deck.Slides, b.backups...)
	if opt.Split {
		b.deck.Slides = split(b.deck.Slides)
	}
	if opt.Times && !opt.NoNotes {
		addTimes(b.deck.Slides)
	}
	return b.deck
}

// dot parts what stands below a title.
const dot = " · "

// titleSlide shows the title, and the event and date below it.
func titleSlide(t *talk.Talk) *Slide {
	s := &Slide{Level: 1, Part: -1, Opening: true, Title: t.Heading.Inlines}
	if t.Deal.Title.Given() || t.Heading.Level == 0 {
		s.Title = words(t.Title())
	}
	var below []string
	if t.Deal.Event.Text != "" { // what stands on lines of their own has dots between
		below = strings.Split(t.Deal.Event.Text, dot)
	}
	if t.Deal.Date.Given() {
		day := t.Deal.Date.Day.Format(time.DateOnly)
		if last := len(below) - 1; last >= 0 {
			below[last] += dot + day
		} else {
			below = []string{day}
		}
	}
	for _, line := range below {
		if strings.TrimSpace(line) != "" {
			s.Blocks = append(s.Blocks, &talk.Paragraph{Inlines: words(line)})
		}
	}
	return s
}

// closingSlide shows the message, and below it what the sections give. There is
// none when the talk says neither.
func closingSlide(t *talk.Talk, opt Options) *Slide {
	if !opt.Closing {
		return nil
	}
	s := &Slide{Level: 2, Part: -1, Closing: true}
	if t.Deal.Message.Given() {
		s.Title = words(t.Deal.Message.Text)
	}
	gives := &talk.List{Tight: true}
	for _, section := range t.Sections {
		if section.Gives.Text == "" || section.Tags.LeftOut(opt.Variant) || section.Tags.Has(talk.TagBackup) {
			continue
		}
		gives.Items = append(gives.Items, &talk.ListItem{Blocks: []talk.Block{&talk.Paragraph{Inlines: words(section.Gives.Text)}}})
	}
	if len(gives.Items) > 0 {
		s.Blocks = []talk.Block{gives}
	}
	if s.Title == nil && s.Blocks == nil {
		return nil
	}
	return s
}

// addTimes begins the notes of each slide with its time.
func addTimes(slides []*Slide) {
	for _, s := range slides {
		if s.Time > 0 {
			s.Notes = append([]talk.Block{&talk.Paragraph{
				BlockCommon: talk.BlockCommon{Said: true},
				Inlines:     words("(" + talk.Clock(s.Time) + ")"),
			}}, s.Notes...)
		}
	}
}

func words(s string) []talk.Inline { return []talk.Inline{&talk.Text{Text: s}} }

// builder collects the slides of a deck.
type builder struct {
	opt     Options
	deck    *Deck
	backups []*Slide
}

// add adds one of a section's slides, and a further one after the end when some of
// its items are for questions only.
func (b *builder) add(section *talk.Section, part int, times talk.SlideTime, backup bool) {
	from := section.Slides[part]
	out, later := b.sort(from)
	s := &Slide{Level: from.Level, Title: from.Inlines, Section: section.Number, Part: part, Backup: backup}
	if !backup {
		// Rounded by their ends, the slides' seconds add up to the talk's.
		s.Time = (times.Start + times.Length).Round(time.Second) - times.Start.Round(time.Second)
	}
	b.fill(s, from.Blocks, func(block talk.Block) bool { return !out[block] && !later[block] })
	empty := s.Level == 0 && len(s.Blocks) == 0 && len(s.Notes) == 0
	switch {
	case empty && len(out)+len(later) > 0:
		// Nothing of it is in this talk.
	case backup:
		b.backups = append(b.backups, s)
	case part == 0 && b.joinsTitle(section, s):
		title := b.deck.Slides[0]
		for i := range s.noteAt {
			s.noteAt[i] += len(title.Blocks)
		}
		title.Blocks = append(title.Blocks, s.Blocks...)
		title.Notes, title.noteAt, title.Time = s.Notes, s.noteAt, s.Time
	default:
		b.deck.Slides = append(b.deck.Slides, s)
	}
	if len(later) == 0 {
		return
	}
	extra := &Slide{Level: from.Level, Title: from.Inlines, Section: section.Number, Part: -1, Backup: true}
	b.fill(extra, from.Blocks, func(block talk.Block) bool { return later[block] })
	b.backups = append(b.backups, extra)
}

// joinsTitle reports whether s is the subtitle, and what the speaker says before
// there is more to see: then the title stands above and behind them.
func (b *builder) joinsTitle(section *talk.Section, s *Slide) bool {
	return section.Level == 0 && s.Level == 0 && len(b.deck.Slides) == 1 && b.deck.Slides[0].Opening &&
		!slices.ContainsFunc(s.Blocks, func(block talk.Block) bool { _, ok := besideTitle(block); return !ok }) &&
		!slices.ContainsFunc(s.noteAt, func(shown int) bool { return shown < len(s.Blocks) })
}

// besideTitle returns the text of a block that a title slide can show below its
// title, and whether it is one: a line of words.
func besideTitle(block talk.Block) (text string, ok bool) {
	switch b := block.(type) {
	case *talk.Heading:
		return talk.PlainText(b.Inlines), true
	case *talk.Paragraph:
		return talk.PlainText(b.Inlines), !lookInto(b).images
	}
	return "", false
}

// sort finds the blocks of a slide, list entries among them, that are left out
// and those that come after the end.
func (b *builder) sort(s *talk.Slide) (out, later map[talk.Block]bool) {
	for _, item := range s.Items {
		var into *map[talk.Block]bool
		switch {
		case item.Tags.LeftOut(b.opt.Variant):
			into = &out
		case item.Tags.Has(talk.TagBackup):
			into = &later
		default:
			continue
		}
		if *into == nil {
			*into = map[talk.Block]bool{}
		}
		if item.Shown != nil {
			(*into)[item.Shown] = true
		}
		for _, said := range item.Said {
			(*into)[said] = true
		}
	}
	return out, later
}

// fill puts those blocks on the slide that it keeps. Lists that only what is
// said stands between become one list: that is how a speaker writes the words
// below each point.
func (b *builder) fill(s *Slide, blocks []talk.Block, keep func(talk.Block) bool) {
	var (
		list *talk.List // what the next list may continue
		next int        // the number with which it would go on
		said bool       // something was said since
		seen int        // how many blocks and entries are shown so far
	)
	for _, block := range blocks {
		if block.Common().Said {
			said = true
			if !b.opt.NoNotes && keep(block) {
				s.addNote(block, seen)
			}
			continue
		}
		from, isList := block.(*talk.List)
		if !isList {
			list = nil
			if keep(block) {
				s.Blocks = append(s.Blocks, block)
				seen++
			}
			continue
		}
		var items []*talk.ListItem
		for _, item := range from.Items {
			if keep(item) {
				items = append(items, item)
			}
		}
		seen += len(items)
		goesOn := list != nil && said && list.Ordered == from.Ordered && (!from.Ordered || from.Start == next)
		said, next = false, from.Start+len(from.Items)
		switch {
		case len(items) == 0:
			// What follows may still go on with the list before it.
		case goesOn:
			list.Items = append(list.Items, items...)
			list.Tight = list.Tight && from.Tight
		default:
			list = &talk.List{BlockCommon: from.BlockCommon, Ordered: from.Ordered, Start: from.Start, Tight: from.Tight, Items: items}
			s.Blocks = append(s.Blocks, list)
		}
	}
}

package score

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// reading is a talk as the score has read it: the facts, and the places that
// they come from. It can be read into again and then uses its memory again.
type reading struct {
	facts
	timing talk.Timing
	lex    *lexicon.Lexicon // nil for a language that we do not know
	known  []talk.Value     // words that this audience knows

	writtenOut bool // the talk's words fill at least a quarter of its time

	sections  []*talk.Section // those that take part, parallel to facts.sections
	titles    []*title        // parallel to sections
	items     []*talk.Item    // those that take part, parallel to facts.items
	texts     []itemText      // parallel to items
	report    []Item          // all items
	passages  []passage
	jargon    []jargonWord
	safeAt    []safePhrase
	messageAt []talk.Span
	hard      []hardPassage // the worst passages
	messages  []MessageChange
	today     time.Time
	first     int // the first item of value; −1 for none

	// What does not depend on where in the talk it stands.
	paragraphs shelf[paragraph]
	headings   shelf[title]
	language   languageGuess
	gist       messageGist

	parts  []textPart      // of all passages
	text   []byte          // of one passage or title
	seen   map[string]bool // the jargon that was met
	met    map[*paragraph]bool
	places []talk.Span // that one criterion looked at
	memory paragraphMemory
}

// itemText is what an item says.
type itemText struct {
	from, to int // its passages
	words    int
	counts   lexicon.Counts
}

// jargonWord is a word that this audience may not know, where it comes first.
type jargonWord struct {
	text    string
	span    talk.Span
	short   bool   // a short form; otherwise an insider word
	plainer string // what says the same; may be empty
}

// title is what has been read of a section's title.
type title struct {
	short    string // as it stands in a sentence
	sentence bool   // it says something
}

// messageGist is what the message says, and its number: each message and each
// language that it is read in has one of its own.
type messageGist struct {
	text   string
	number int
	lex    *lexicon.Lexicon
	gist   lexicon.Gist
}

// read reads a talk.
func (r *reading) read(t *talk.Talk, in Inputs) {
	r.reset(t)
	r.timing, r.messages, r.today = t.Timing(in.Pace), in.Messages, in.Today
	r.writtenOut = 4*r.readAloud(t.Words()) >= r.timing.Total.Milliseconds()
	r.known = t.Deal.Knows
	if lex := r.lexiconOf(t); lex != r.lex {
		r.lex = lex
		r.paragraphs.forget()
		r.headings.forget()
	}
	r.paragraphs.begin()
	r.headings.begin()
	defer r.paragraphs.end()
	defer r.headings.end()
	r.facts.read = r.lex != nil
	d := &t.Deal
	f := &r.facts
	f.slot = d.Slot.Milliseconds()
	f.speaking = d.Speaking().Milliseconds()
	f.total = r.timing.Total.Milliseconds()
	f.way = d.Stance.Way
	for i, s := range t.Sections {
		r.section(s, &r.timing.Sections[i])
	}
	f.rated = d.Slot.Given() && f.slot > 0 && len(f.items) >= MinItems && f.total > 0
	r.readPromises(t)
	r.readMessage(t)
	r.readJargon(t)
	said := r.said()
	r.facts.language = forTheEar(r.lex, &said)
	r.readPassages()
	r.readClose()
	r.readEffort(t, in)
}

// reset empties the reading and keeps its memory, and what is kept of texts.
func (r *reading) reset(t *talk.Talk) {
	f, d := &r.facts, &t.Deal
	*f = facts{
		needs: none(f.needs, len(d.Needs)), promises: none(f.promises, len(d.Promises)), truths: none(f.truths, len(d.Truths)),
		safe: f.safe, sections: f.sections[:0], items: f.items[:0],
	}
	r.sections, r.titles = r.sections[:0], r.titles[:0]
	r.items, r.texts, r.report = r.items[:0], r.texts[:0], r.report[:0]
	r.passages, r.parts, r.jargon, r.messageAt = r.passages[:0], r.parts[:0], r.jargon[:0], r.messageAt[:0]
	r.first = -1
	clear(r.met)
}

// none returns n times false, in the list's memory where it is large enough.
func none(list []bool, n int) []bool {
	list = slices.Grow(list[:0], n)[:n]
	clear(list)
	return list
}

// lexiconOf returns the lexicon of the talk's language: the one it names, else
// the one that its text is written in. An outline of a few words has no function
// words to tell by; it counts as English.
func (r *reading) lexiconOf(t *talk.Talk) *lexicon.Lexicon {
	if t.Deal.Lang.Given() {
		return lexicon.For(t.Deal.Lang.Text)
	}
	text := t.Source[min(t.Deal.Span.End, len(t.Source)):]
	const enough = 4000 // bytes: several hundred words
	g := &r.language
	if start := text[:min(len(text), enough)]; g.start == nil || !bytes.Equal(start, g.start) {
		g.start = append(g.start[:0], start...)
		g.lang = guess(string(start))
	}
	return lexicon.For(g.lang)
}

// languageGuess is the language that the start of a text is written in.
type languageGuess struct {
	start []byte
	lang  string
}

func guess(text string) string {
	const few = 60 // words
	lang := lexicon.Guess(text)
	if lang == "" && talk.CountWords(text) < few {
		return "en"
	}
	return lang
}

// section reads a section with its items.
func (r *reading) section(s *talk.Section, st *talk.SectionTime) {
	f := &r.facts
	index := len(f.sections)
	sf := sectionFacts{
		number: s.Number, time: st.Length.Milliseconds(), estimate: st.Estimate.Milliseconds(), planned: st.Planned,
		new: Range{0, 1000}, gives: r.takesHome(s),
		headed: s.Title != "",
	}
	if s.New.Given() {
		sf.new = Range{Points(answer(s.New)), Points(answer(s.New))}
	}
	if s.Relevant.Given() {
		sf.answered, sf.relevant = true, answer(s.Relevant)
	}
	if sf.headed && r.lex != nil {
		sf.sentence = r.claims(s)
	}
	sf.serves = sf.gives
	took := false
	for j, sl := range s.Slides {
		from, scripted := len(f.items), r.scripted(sl, st.Slides[j].Length.Milliseconds())
		for k, it := range sl.Items {
			times := st.Slides[j].Items[k]
			kind, source := tagOf(it, sl, s)
			if !times.Out {
				took = true
				text := r.readItem(it)
				if source == Plain {
					kind = r.detect(it, text)
					if kind != "" {
						source = Detected
					}
				}
				ownTag := has(talk.TagFirsthand, it, sl, s)
				f.items = append(f.items, itemFacts{
					section: index,
					start:   times.Start.Milliseconds(),
					time:    times.Length.Milliseconds(),
					kind:    kind, from: source, empty: empty(it) || r.copied(&text), unspoken: scripted && it.Words == 0,
					ownTag: ownTag, firstHand: ownTag && r.speaksOfItself(&text),
					tailored: has(talk.TagTailored, it, sl, s),
				})
				r.items = append(r.items, it)
				r.texts = append(r.texts, text)
				r.link(it.Tags, &sf)
			}
			r.report = append(r.report, Item{Span: it.Span, Section: s.Number, Kind: kind, From: source, Time: times.Length, Out: times.Out})
		}
		r.retime(from)
		if took && sl.Level == 3 {
			r.link(sl.Tags, &sf)
		}
	}
	if !took {
		return
	}
	r.link(s.Tags, &sf)
	for _, l := range s.Meets {
		r.follow(l, &sf)
	}
	sf.serves = sf.serves || sf.need
	sf.vivid = r.vividness(index)
	f.sections = append(f.sections, sf)
	r.sections = append(r.sections, s)
	r.titles = append(r.titles, r.title(s))
}

// title reads the title of a section.
func (r *reading) title(s *talk.Section) *title {
	r.text = append(r.text[:0], s.Title...)
	title, text, isNew := r.headings.get(r.text)
	if isNew {
		title.short = short(text)
		title.sentence = text != "" && r.lex != nil && r.lex.Sentence(text)
	}
	return title
}

// answer is the speaker's answer in thousandths of the most.
func answer(a talk.Answer) int { return 250 * min(max(a.Points, 0), 4) }

// tagOf returns the kind that the speaker has given an item, its slide or its
// section.
func tagOf(it *talk.Item, sl *talk.Slide, s *talk.Section) (talk.Kind, From) {
	for _, tags := range []talk.Tags{it.Tags, sl.Tags, s.Tags} {
		if k := tags.Kind(); k != "" {
			return k, Tagged
		}
	}
	return "", Plain
}

func has(name string, it *talk.Item, sl *talk.Slide, s *talk.Section) bool {
	return it.Tags.Has(name) || sl.Tags.Has(name) || s.Tags.Has(name)
}

// link follows the links among tags.
func (r *reading) link(tags talk.Tags, sf *sectionFacts) {
	for _, tag := range tags {
		if tag.Class == talk.LinkTag {
			r.follow(tag.Link, sf)
		}
	}
}

// follow marks what a link meets, keeps or tells. A link to nothing does nothing.
func (r *reading) follow(l talk.Link, sf *sectionFacts) {
	var list []bool
	switch l.Kind {
	case talk.ToNeed:
		list = r.needs
	case talk.ToPromise:
		list = r.promises
	case talk.ToTruth:
		list = r.truths
	}
	if l.Makes || l.Number < 1 || l.Number > len(list) {
		return
	}
	list[l.Number-1] = true
	sf.serves = true
	if l.Kind == talk.ToNeed {
		sf.need = true
	}
}

// readItem reads the words of an item.
func (r *reading) readItem(it *talk.Item) itemText {
	text := itemText{from: len(r.passages), words: it.Words}
	if r.lex == nil {
		text.to = text.from
		return text
	}
	if it.Shown != nil {
		r.block(it.Shown, it.Shown.Common().Said)
	}
	for _, b := range it.Said {
		r.block(b, true)
	}
	text.to = len(r.passages)
	for i := text.from; i < text.to; i++ {
		if p := &r.passages[i]; p.said {
			text.counts.Add(p.counts)
		}
	}
	return text
}

// passagesOf returns what an item says.
func (r *reading) passagesOf(item int) []passage {
	return r.passages[r.texts[item].from:r.texts[item].to]
}

// vividness returns how concrete the words of a section's items are.
func (r *reading) vividness(section int) Range {
	var c lexicon.Counts
	for i := len(r.facts.items) - 1; i >= 0 && r.facts.items[i].section == section; i-- {
		c.Add(r.texts[i].counts)
	}
	return vividWords(r.lex, &c)
}

// readMessage looks for the message in what is said: how often, and whether in
// the first minute. Where nothing is written to be said, what is shown counts.
func (r *reading) readMessage(t *talk.Talk) {
	m := &r.facts.message
	v := t.Deal.Message
	if m.given = v.Given(); !m.given {
		return
	}
	m.words = talk.CountWords(v.Text)
	m.sentences = sentences(v.Text)
	if r.lex == nil {
		return
	}
	if g := &r.gist; g.text != v.Text || g.lex != r.lex {
		*g = messageGist{v.Text, g.number + 1, r.lex, r.lex.NewGist(v.Text)}
	}
	for i := range r.items {
		it := &r.facts.items[i]
		said, words := false, 0 // of this item, before the passage
		for j := range r.passagesOf(i) {
			p := &r.passagesOf(i)[j]
			if !p.said && r.texts[i].words > 0 {
				continue
			}
			for _, at := range p.find(r.gist.number, &r.gist.gist) {
				if !said {
					m.said++
				}
				said = true
				start := it.start
				if all := r.texts[i].words; all > 0 {
					start += it.time * int64(min(words+at, all)) / int64(all)
				}
				m.early = m.early || start <= firstMinute
				r.messageAt = append(r.messageAt, p.span(int(p.tokens[at].Start), int(p.tokens[at].End)))
			}
			words += len(p.tokens)
		}
	}
}

// sentences counts the sentences of a short text.
func sentences(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(".!?", s[i]) >= 0 && (i+1 == len(s) || s[i+1] == ' ') {
			n++
		}
	}
	if s != "" && strings.IndexByte(".!?", s[len(s)-1]) < 0 {
		n++
	}
	return n
}

// readJargon collects the words that this audience may not know, each where it
// comes first. A quotation, code and the words the deal knows are left alone.
func (r *reading) readJargon(t *talk.Talk) {
	if r.lex == nil {
		return
	}
	if r.seen == nil {
		r.seen = make(map[string]bool)
	}
	clear(r.seen)
	for _, v := range t.Deal.Knows {
		r.seen[strings.ToLower(v.Text)] = true
	}
	for i := range r.passages {
		p := &r.passages[i]
		if p.quote {
			continue
		}
		for j := range p.jargon {
			w := &p.jargon[j]
			if r.seen[w.lower] {
				continue
			}
			r.seen[w.lower] = true
			if !w.explained {
				r.jargon = append(r.jargon, jargonWord{w.word, p.span(int(w.start), int(w.end)), w.short, w.plainer})
			}
		}
	}
	slices.SortStableFunc(r.jargon, func(a, b jargonWord) int { return a.span.Start - b.span.Start })
	r.facts.jargon = len(r.jargon)
}

// readClose reads the last section and the last minute.
func (r *reading) readClose() {
	n := len(r.sections)
	if n == 0 {
		return
	}
	end := &r.facts.ends
	end.usable = r.facts.sections[n-1].gives
	lastMinute := r.facts.total - firstMinute
	for i := range r.facts.items {
		it := &r.facts.items[i]
		if it.section == n-1 && !it.empty && (it.kind == talk.HowTo || it.kind == talk.Question && it.from == Tagged) {
			end.usable = true
		}
		// A call to action asks them for something, and may be tagged so; what
		// they do for the speaker is no close.
		ask := it.kind == talk.Ask
		if it.start+it.time <= lastMinute || it.kind.Side() == talk.Take && !ask {
			continue
		}
		for _, p := range r.passagesOf(i) {
			end.doing = end.doing || p.doing && !(ask && p.asks)
		}
	}
}

// readEffort takes over what the journal knows.
func (r *reading) readEffort(t *talk.Talk, in Inputs) {
	e := &r.facts.effort
	e.prep = max(0, in.Preparation.Milliseconds())
	days := make([]int64, 0, len(in.Rehearsals))
	until := in.Today
	if d := t.Deal.Date; d.Given() && (until.IsZero() || d.Day.Before(until)) {
		until = d.Day
	}
	for _, day := range in.Rehearsals {
		if d := dayNumber(day); !slices.Contains(days, d) {
			days = append(days, d)
		}
	}
	e.rehearsals = len(days)
	if len(days) > 0 && !until.IsZero() {
		e.fresh = true
		e.age = int(max(0, dayNumber(until)-slices.Max(days)))
	}
}

// dayNumber numbers the days as a person counts them, in the time's own zone.
func dayNumber(t time.Time) int64 {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400
}

// itemsOf returns the places of items of some kinds.
func (r *reading) itemsOf(is func(talk.Kind) bool) []talk.Span {
	return r.itemsThat(func(_ *facts, it *itemFacts) bool { return is(it.kind) })
}

// itemsThat returns the places of the items that are so.
func (r *reading) itemsThat(are func(*facts, *itemFacts) bool) []talk.Span {
	n := 0
	for i := range r.facts.items {
		if are(&r.facts, &r.facts.items[i]) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]talk.Span, 0, n)
	for i := range r.facts.items {
		if are(&r.facts, &r.facts.items[i]) {
			out = append(out, r.items[i].Span)
		}
	}
	return out
}

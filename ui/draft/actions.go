package draft

import (
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

// sectionAction is something that can be done with a whole section. An empty
// one is a line between groups.
type sectionAction struct {
	Title   string
	Run     func(section int)
	Enabled func(section int) bool
	Checked func(section int) bool
	// Choices is a menu of its own.
	Choices func(section int) []sectionAction
}

// sectionActions lists what can be done with a section, in the order in which
// it is offered.
func (p *Place) sectionActions() []sectionAction {
	headed := func(n int) bool { return p.section(n).Level > 0 }
	toggle := func(tag string) (func(int), func(int) bool) {
		has := func(n int) bool { return p.section(n).Tags.Has(tag) }
		return func(n int) { p.do(markdown.TagSection{Section: n, Tag: tag, On: !has(n)}, "") }, has
	}
	folded := func(n int) bool { return p.cards[n-1].folded }
	core, isCore := toggle(talk.TagCore)
	extra, isExtra := toggle(talk.TagExtra)
	skip, isSkip := toggle(talk.TagSkip)
	backup, isBackup := toggle(talk.TagBackup)
	return []sectionAction{
		{Title: lang.L("Move up"), Run: func(n int) { p.move(n, n-1) },
			Enabled: func(n int) bool { return headed(n) && n > 1 && headed(n-1) }},
		{Title: lang.L("Move down"), Run: func(n int) { p.move(n, n+1) },
			Enabled: func(n int) bool { return headed(n) && n < len(p.cards) }},
		{Title: lang.L("Split at the cursor"), Run: p.split},
		{Title: lang.L("Join with the next"), Run: p.join,
			Enabled: func(n int) bool { return headed(n) && n < len(p.cards) }},
		{Title: lang.L("Duplicate"), Run: p.duplicate, Enabled: headed},
		{},
		{Title: lang.L("Fold to one line"), Run: func(n int) { p.foldCard(p.cards[n-1], !folded(n)) }, Checked: folded},
		{Title: lang.L("This section alone"), Run: func(n int) { p.current = n; p.ToggleAlone() }, Checked: func(int) bool { return p.alone }},
		{},
		{Title: lang.L("Core: never cut"), Run: core, Checked: isCore, Enabled: headed},
		{Title: lang.L("Extra: cut first"), Run: extra, Checked: isExtra, Enabled: headed},
		{Title: lang.L("Leave out"), Run: skip, Checked: isSkip, Enabled: headed},
		{Title: lang.L("Keep for questions"), Run: backup, Checked: isBackup, Enabled: headed},
		{},
		{Title: lang.L("How new is it to them?"), Enabled: headed, Choices: func(n int) []sectionAction {
			return p.answers(n, markdown.KeyNew, p.section(n).New)
		}},
		{Title: lang.L("How relevant is it to them?"), Enabled: headed, Choices: func(n int) []sectionAction {
			return p.answers(n, markdown.KeyRelevant, p.section(n).Relevant)
		}},
		{},
		{Title: lang.L("Delete"), Run: p.remove},
	}
}

// answers offers the answers to a question about a section, from 0 to 4.
func (p *Place) answers(n int, key markdown.Key, now talk.Answer) []sectionAction {
	words := answerWords()
	list := make([]sectionAction, 0, len(words)+1)
	for points, word := range words {
		list = append(list, sectionAction{Title: itoa(points) + " · " + word,
			Run:     func(n int) { p.do(markdown.SetAnswer{Section: n, Key: key, Points: points}, "") },
			Checked: func(int) bool { return now.Given() && now.Points == points }})
	}
	return append(list, sectionAction{Title: lang.L("I do not know"),
		Run:     func(n int) { p.do(markdown.SetAnswer{Section: n, Key: key, Points: -1}, "") },
		Checked: func(int) bool { return !now.Given() }})
}

// AddSection adds a section behind the current one and puts the cursor there.
func (p *Place) AddSection() {
	n := p.Current() + 1
	if p.do(markdown.AddSection{Number: n}, "") {
		p.focusTitle(n)
	}
}

// move gives a section another place and takes the cursor along.
func (p *Place) move(from, to int) {
	inOutline := p.outline.list.Focused()
	switch {
	case !p.do(markdown.MoveSection{From: from, To: to}, ""):
	case inOutline:
		p.current = to
		p.outline.follow()
		p.revealCard(p.cards[to-1])
	default:
		p.focusTitle(to)
	}
}

// MoveCurrent moves the section that has the focus up (-1) or down (+1).
func (p *Place) MoveCurrent(by int) {
	if p.deal.moveFocused(by) {
		return
	}
	n := p.Current()
	if n == 0 || p.section(n).Level == 0 || p.alone || n+by < 1 || n+by > len(p.cards) || p.section(n+by).Level == 0 {
		return
	}
	p.move(n, n+by)
}

// split makes a section of what stands behind the cursor.
func (p *Place) split(n int) {
	if p.do(markdown.SplitSection{Section: n, At: p.cards[n-1].body.cursor()}, "") {
		p.focusTitle(n + 1)
	}
}

// join makes one section of two. The cursor stays in the first.
func (p *Place) join(n int) {
	if p.do(markdown.MergeSection{Section: n}, "") && !p.cards[n-1].hasFocus() {
		p.focus(p.cards[n-1], p.cards[n-1].body.entry)
	}
}

// duplicate adds a copy of a section and puts the cursor there.
func (p *Place) duplicate(n int) {
	if p.do(markdown.DuplicateSection{Section: n}, "") {
		p.focusTitle(n + 1)
	}
}

// remove takes a section away; the cursor goes to the one that takes its place.
func (p *Place) remove(n int) {
	if p.do(markdown.DeleteSection{Section: n}, "") {
		p.focusTitle(min(n, len(p.cards)))
	}
}

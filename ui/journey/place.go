// Package journey is the place that shows how a talk grew: its score, the hours
// that went into it, the runs, the times it was given, and what listeners took
// home.
package journey

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/say"
	"talkgiver/talk/score"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// Config is what the place needs of the window.
type Config struct {
	// Now is the wall clock.
	Now func() time.Time
	// Words makes sentences of findings.
	Words say.Speaker
	// Numbers says whether figures are shown beside the advice.
	Numbers func() bool
	// Append writes into the talk's journal, after which SetLog follows. It
	// reports whether the talk has a journal: a talk without a file has none.
	Append func(events ...talk.Event) bool
	// NewEvent makes an event of now.
	NewEvent func(body talk.EventBody) talk.Event
	// GoTo goes to a finding's place in the draft.
	GoTo func(span talk.Span, section int)
	// Rehearse goes to the next run, OpenRun to the report of one by its ID.
	Rehearse func()
	OpenRun  func(id string)
	// PrintCards makes the cards for the listeners of a run; nil for the talk as
	// it is now.
	PrintCards func(run *talk.Run)
	// Counting says whether the hours of drafting are counted, and SetCounting
	// turns that on and off.
	Counting    func() bool
	SetCounting func(on bool)
	// Focus puts the cursor into a field, which need not be drawn yet.
	Focus func(fyne.Focusable)
}

// Place is the journey of the open talk. It is for the UI goroutine.
type Place struct {
	cfg    Config
	talk   *talk.Talk
	report score.Report
	events []talk.Event // those that count, oldest first
	runs   []talk.Run

	growth    *growthCard
	effort    *effortCard
	runList   *runsCard
	listeners *listenersCard
	before    *beforeCard
	given     *givenCard
	cards     *fyne.Container
	form      *fyne.Container             // lies over the cards while something is typed in
	open      *form                       // what lies there
	kept      map[string]*form            // those of this talk that were left with something typed in them, by what they are about
	left      map[string]map[string]*form // and those of other talks, by the talk's file
	page      *container.Scroll
	content   *fyne.Container
}

// New makes the place, without a talk.
func New(cfg Config) *Place {
	p := &Place{cfg: cfg, talk: &talk.Talk{}, kept: map[string]*form{}, left: map[string]map[string]*form{}}
	p.growth, p.effort, p.runList = newGrowthCard(p), newEffortCard(p), newRunsCard(p)
	p.listeners, p.before, p.given = newListenersCard(p), newBeforeCard(p), newGivenCard(p)
	p.cards = container.New(&board{}, p.growth.card, p.effort.card, p.before.card, p.runList.card, p.listeners.card, p.given.card)
	p.form = container.NewStack()
	p.form.Hide()
	p.page = container.NewVScroll(container.New(&margin{}, p.cards))
	p.content = container.NewStack(p.page, p.form)
	return p
}

// Content is what the window shows.
func (p *Place) Content() fyne.CanvasObject { return p.content }

// Begin opens another talk, after Leave; file is "" for one that has none. SetLog
// and ShowReport follow.
func (p *Place) Begin(t *talk.Talk, file string) {
	p.talk, p.report, p.events, p.runs = t, score.Report{}, nil, nil
	if kept, ok := p.left[file]; ok {
		p.kept = kept
		delete(p.left, file)
	}
	p.refresh()
	p.page.ScrollToTop()
}

// Update shows the same talk after an edit.
func (p *Place) Update(t *talk.Talk) {
	p.talk = t
	p.refresh()
}

// SetLog tells what the talk's journal has: the events that count, and the runs
// that they make, both oldest first.
func (p *Place) SetLog(events []talk.Event, runs []talk.Run) {
	p.events, p.runs = events, runs
	p.refresh()
}

// ShowReport shows the score as it is now.
func (p *Place) ShowReport(r score.Report) {
	p.report = r
	p.growth.refresh()
	p.before.refresh()
	p.cards.Refresh()
}

// refresh draws every card anew.
func (p *Place) refresh() {
	for _, card := range []interface{ refresh() }{p.growth, p.effort, p.runList, p.listeners, p.before, p.given} {
		card.refresh()
	}
	if p.open != nil && p.open.follow != nil {
		p.open.follow()
	}
	p.cards.Refresh()
	p.page.Refresh()
}

// note writes an event, where the talk has a journal.
func (p *Place) note(body talk.EventBody) bool {
	return p.cfg.Append(p.cfg.NewEvent(body))
}

// TypedKey gets the keys that no field has taken: Escape leaves a form.
func (p *Place) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		p.leaveForm()
	}
}

// Summary says how far away the day is.
func (p *Place) Summary() string {
	if !p.talk.Deal.Date.Given() {
		return lang.L("no date")
	}
	return p.away(p.talk.Deal.Date.Day)
}

// away says how far away a day is.
func (p *Place) away(day time.Time) string { return p.cfg.Words.Away(day, p.cfg.Now()) }

// date writes a day as short as can be.
func (p *Place) date(day time.Time) string { return p.cfg.Words.ShortDay(day, p.cfg.Now()) }

// midnight is the day of a moment, as a person in its zone calls it.
func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// titled is a card with a heading, and something soft at its right.
func titled(title string, right fyne.CanvasObject, content ...fyne.CanvasObject) *widgets.Card {
	return headed(widgets.Heading(title), right, content...)
}

// headed is such a card with a heading that may change.
func headed(head, right fyne.CanvasObject, content ...fyne.CanvasObject) *widgets.Card {
	if right != nil {
		head = container.New(&headRow{}, head, right)
	}
	return &widgets.Card{Content: widgets.Column(theme.SizeNameSpace3, append([]fyne.CanvasObject{head}, content...)...), Inset: 16}
}

// aside is small soft text at the right of a row, as wide as its words.
func aside(text string) *widgets.Text {
	t := widgets.Caption(text)
	t.Flow = widgets.FlowLine
	return t
}

package journey

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/say"
	"talkgiver/talk/score"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// beforeCard says what would help most before the day.
type beforeCard struct {
	place *Place
	head  *widgets.Text
	days  *widgets.Text
	rows  *fyne.Container
	last  *widgets.Text // when the talk was rehearsed
	next  *widgets.Button
	card  *widgets.Card
}

// mostBefore is how much a person can have in mind before a day.
const mostBefore = 3

func newBeforeCard(p *Place) *beforeCard {
	b := &beforeCard{place: p, rows: widgets.Column(theme.SizeNameSpace2)}
	b.days = aside("")
	b.last = widgets.Soft("")
	b.next = &widgets.Button{Text: lang.L("Rehearse"), Tone: theme.Give, OnTapped: p.cfg.Rehearse}
	b.head = widgets.Heading("")
	b.card = headed(b.head, b.days, b.rows, b.last, b.next)
	return b
}

func (b *beforeCard) refresh() {
	p := b.place
	b.head.SetText(lang.L("Before the day"))
	if b.after() {
		b.head.SetText(lang.L("Before you give it again"))
	}
	b.days.SetText(p.Summary())
	b.rows.RemoveAll()
	listed := 0
	for _, f := range p.report.Findings {
		if f.Silenced || listed == mostBefore {
			continue
		}
		listed++
		advice := p.cfg.Words.Finding(f)
		row := &widgets.FindingRow{Title: advice.Title, Text: advice.Fix, Tone: theme.Give, OnTapped: func() { p.cfg.GoTo(f.Span, f.Section) }}
		if n := int((f.Points + score.Point/2) / score.Point); n > 0 && p.cfg.Numbers() {
			row.Points = "+" + strconv.Itoa(n)
		}
		b.rows.Add(row)
	}
	if listed == 0 {
		b.rows.Add(widgets.Soft(lang.L("Nothing to mend that a text can tell. Say it aloud once more.")))
	}
	b.last.SetText(b.rehearsal())
	b.rows.Refresh()
}

// after reports whether the talk was given, and no other day for it is to come.
func (b *beforeCard) after() bool {
	date := b.place.talk.Deal.Date
	return b.place.lastGiven() != nil && !(date.Given() && say.DaysTo(date.Day, b.place.cfg.Now()) > 0)
}

// rehearsal says which run comes next, and how long ago the last one was.
func (b *beforeCard) rehearsal() string {
	whole := 0
	var last time.Time
	var tried *talk.Run // the last one that was none
	for i, run := range b.place.runs {
		switch {
		case run.Kind != talk.RunPractice:
		case run.Rehearsed():
			whole++
			last = run.Started
		default:
			tried = &b.place.runs[i]
		}
	}
	given := b.place.lastGiven()
	switch {
	case whole == 0 && given != nil:
		return lang.L("You gave it {{.When}}. Rehearse it whole, aloud, before the next time.", map[string]any{"When": b.place.away(given.Started)})
	case whole == 0 && tried != nil && tried.Complete():
		return lang.L("The run {{.When}} took less than half of the plan. Rehearse it whole, aloud, at your pace.", map[string]any{"When": b.place.away(tried.Started)})
	case whole == 0 && tried != nil:
		return lang.L("The run {{.When}} did not come to the end. Rehearse it whole, aloud.", map[string]any{"When": b.place.away(tried.Started)})
	case whole == 0:
		return lang.L("Rehearse it whole, aloud, for the first time.")
	case say.DaysTo(last, b.place.cfg.Now()) == 0:
		return lang.L("Rehearse again; on another day it counts more.")
	}
	return lang.L("Rehearse again; the last whole run was {{.When}}.", map[string]any{"When": b.place.away(last)})
}

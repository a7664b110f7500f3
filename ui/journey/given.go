package journey

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// givenCard lists the times that the talk was given, each with what the speaker
// said of it afterward.
type givenCard struct {
	place *Place
	rows  *fyne.Container
	card  *widgets.Card
}

func newGivenCard(p *Place) *givenCard {
	g := &givenCard{place: p, rows: widgets.Column(theme.SizeNameSpace2)}
	without := &widgets.Chip{Text: lang.L("I gave it without the clock…"), OnTapped: p.openRecord}
	g.card = titled(lang.L("The talk as given"), without, g.rows)
	return g
}

// debriefs returns the last debrief of each run by the run's ID.
func (p *Place) debriefs() map[string]talk.Debrief {
	all := map[string]talk.Debrief{}
	for _, e := range p.events {
		if d, ok := e.Body.(talk.Debrief); ok {
			all[d.Run] = d
		}
	}
	return all
}

func (g *givenCard) refresh() {
	p := g.place
	debriefs := p.debriefs()
	g.rows.RemoveAll()
	for i := len(p.runs) - 1; i >= 0; i-- {
		run := &p.runs[i]
		if run.Kind != talk.RunGiven {
			continue
		}
		debrief, done := debriefs[run.ID]
		text := lang.L("Debrief…")
		if done {
			text = lang.L("Change the debrief…")
		}
		button := &widgets.Chip{Text: text, Tone: theme.Message, OnTapped: func() { p.OpenDebrief(run.ID) }}
		g.rows.Add(container.New(&headRow{}, p.givenWords(run), button))
		if words := debriefWords(debrief); len(words) > 0 {
			g.rows.Add(&widgets.Text{Flow: widgets.FlowWrap, Spans: words})
		}
	}
	if len(g.rows.Objects) == 0 {
		g.rows.Add(widgets.Soft(lang.L("Not yet. Give it with the clock, and what it came to stands here: where, for how many, how long, and what you would change.")))
	}
	g.rows.Refresh()
}

// givenWords says where, when, for how many and how long a talk was given.
func (p *Place) givenWords(run *talk.Run) *widgets.Text {
	where := cmp.Or(run.Event, lang.L("Given"))
	day, err := time.Parse(time.DateOnly, run.Date)
	if err != nil {
		day = run.Started
	}
	soft := []string{p.date(day)}
	if run.Listeners > 0 {
		soft = append(soft, lang.N("{{.Count}} listeners", run.Listeners, map[string]any{"Count": run.Listeners}))
	}
	length := talk.Clock(run.Total())
	if plan := run.Current(); plan.Slot > 0 {
		length = lang.L("{{.Time}} of {{.Slot}}", map[string]any{"Time": length, "Slot": talk.Clock(max(0, plan.Slot-plan.Questions))})
	}
	soft = append(soft, length)
	return &widgets.Text{Flow: widgets.FlowEllipsis, Spans: []widgets.Span{
		{Text: where, Style: fyne.TextStyle{Bold: true}}, {Text: "  " + strings.Join(soft, " · "), ColorName: theme.ColorNameSoftInk},
	}}
}

// debriefWords is a debrief in a few lines.
func debriefWords(d talk.Debrief) []widgets.Span {
	var spans []widgets.Span
	line := func(label, text string) {
		if text == "" {
			return
		}
		if len(spans) > 0 {
			spans = append(spans, widgets.Span{Text: "\n"})
		}
		spans = append(spans, widgets.Span{Text: label + " ", ColorName: theme.ColorNameSoftInk}, widgets.Span{Text: text})
	}
	for _, promise := range d.Promises {
		if promise.Kept != "" {
			line(keptWord(promise.Kept)+":", promise.Promise)
		}
	}
	line(lang.L("asked:"), strings.Join(d.Asked, " · "))
	line(lang.L("next time:"), d.Change)
	return spans
}

// keptWord says how well a promise was kept.
func keptWord(k talk.Kept) string {
	switch k {
	case talk.KeptWhole:
		return lang.L("kept")
	case talk.KeptPartly:
		return lang.L("kept in part")
	case talk.KeptNot:
		return lang.L("not kept")
	}
	return ""
}

// OpenDebrief asks what is to be said of a talk that was given.
func (p *Place) OpenDebrief(run string) {
	p.openForm("debrief of "+run, func(f *form) { p.buildDebrief(f, run) })
}

func (p *Place) buildDebrief(f *form, run string) {
	d := p.debriefs()[run]
	d.Run = run
	rows := widgets.Column(theme.SizeNameSpace3, widgets.Heading(lang.L("Now that it is given")))
	if i := slices.IndexFunc(p.runs, func(r talk.Run) bool { return r.ID == run }); i >= 0 {
		rows.Objects[0] = widgets.Column(theme.SizeNameSpace1, rows.Objects[0], p.givenWords(&p.runs[i]))
	}
	kept := map[string]talk.Kept{}
	for _, promise := range d.Promises {
		kept[promise.Promise] = promise.Kept
	}
	promises := make([]talk.PromiseKept, 0, len(p.talk.Deal.Promises))
	for _, v := range p.talk.Deal.Promises {
		promises = append(promises, talk.PromiseKept{Promise: v.Text, Kept: kept[v.Text]})
	}
	for i := range promises {
		rows.Add(widgets.Column(theme.SizeNameSpace1, &widgets.Text{Text: promises[i].Promise, Flow: widgets.FlowWrap}, keptChoice(&promises[i])))
	}
	began := slices.Clone(promises)
	asked, change := newLines(p), newLines(p)
	asked.PlaceHolder = lang.L("One question a line")
	change.PlaceHolder = lang.L("One thing is enough")
	asked.SetText(strings.Join(d.Asked, "\n"))
	change.SetText(d.Change)
	save := func() {
		d.Promises, d.Asked, d.Change = promises, nil, strings.TrimSpace(change.Text)
		for line := range strings.SplitSeq(asked.Text, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				d.Asked = append(d.Asked, line)
			}
		}
		if !p.note(d) {
			f.wrong.SetText(lang.L("Save the talk first: its journal lies beside its file."))
			return
		}
		p.endForm()
	}
	for _, o := range []fyne.CanvasObject{
		widgets.Caption(lang.L("What did they ask?")), asked, widgets.Caption(lang.L("What would you change?")), change, f.wrong,
		p.formButtons(f, lang.L("Keep it"), save),
	} {
		rows.Add(o)
	}
	f.content, f.first = rows, asked
	askedFirst, changeFirst := asked.Text, change.Text
	f.holds = func() bool {
		return asked.Text != askedFirst || change.Text != changeFirst || !slices.Equal(promises, began)
	}
}

// keptChoice is three chips, of which one or none is chosen.
func keptChoice(promise *talk.PromiseKept) fyne.CanvasObject {
	row := container.NewHBox()
	var chips []*widgets.Chip
	ways := []talk.Kept{talk.KeptWhole, talk.KeptPartly, talk.KeptNot}
	show := func() {
		for i, chip := range chips {
			chip.Tone = theme.Neutral
			if promise.Kept == ways[i] {
				chip.Tone = theme.Message
			}
			chip.Bold = promise.Kept == ways[i]
			chip.Refresh()
		}
	}
	for _, way := range ways {
		chip := &widgets.Chip{Text: keptWord(way), OnTapped: func() {
			if promise.Kept == way {
				promise.Kept = "" // a tap on what is chosen takes it back
			} else {
				promise.Kept = way
			}
			show()
		}}
		chips = append(chips, chip)
		row.Add(chip)
	}
	show()
	return row
}

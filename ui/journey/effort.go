package journey

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/talk"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// effortCard shows the hours that went into the talk beside those that it takes
// of its listeners.
type effortCard struct {
	place  *Place
	hours  *widgets.Text
	theirs *widgets.Text
	days   *widgets.Bars
	add    *widgets.Button
	count  *widget.Check
	last   *fyne.Container // what was typed in of late
	card   *widgets.Card
}

// lastPreps is how many entries are listed, to be taken back.
const lastPreps = 3

func newEffortCard(p *Place) *effortCard {
	e := &effortCard{place: p, days: &widgets.Bars{Tone: theme.Message}}
	e.hours = &widgets.Text{SizeName: theme.SizeNameFigure, Style: fyne.TextStyle{Bold: true}, Flow: widgets.FlowEllipsis}
	e.theirs = widgets.Soft("")
	e.add = &widgets.Button{Text: lang.L("Add hours…"), OnTapped: e.openForm}
	e.count = &widget.Check{Text: lang.L("count while I write"), OnChanged: func(on bool) {
		if on != p.cfg.Counting() {
			p.cfg.SetCounting(on)
		}
	}}
	e.count.ExtendBaseWidget(e.count)
	e.last = widgets.Column(theme.SizeNameSpace1)
	e.card = titled(lang.L("Your part"), nil, e.hours, e.theirs, container.New(&tall{height: 96}, e.days), e.last, container.NewHBox(e.add, e.count))
	return e
}

// prep is an entry of preparation.
type prep struct {
	id string
	at time.Time
	talk.Prep
}

// preps returns what was prepared, oldest first.
func (p *Place) preps() []prep {
	var all []prep
	for _, e := range p.events {
		if b, ok := e.Body.(talk.Prep); ok {
			all = append(all, prep{e.ID, e.At, b})
		}
	}
	return all
}

func (e *effortCard) refresh() {
	p := e.place
	e.count.SetChecked(p.cfg.Counting())
	all := p.preps()
	sum := time.Duration(0)
	e.days.Items = nil
	var day time.Time
	for _, entry := range all {
		sum += entry.Spent
		if m := midnight(entry.at); len(e.days.Items) == 0 || !m.Equal(day) {
			day = m
			e.days.Items = append(e.days.Items, widgets.Bar{Text: p.date(entry.at)})
		}
		e.days.Items[len(e.days.Items)-1].Value += float32(entry.Spent.Minutes())
	}
	for _, run := range p.runs {
		if run.Kind != talk.RunGiven {
			sum += run.Whole()
		}
	}
	if sum > 0 {
		e.hours.SetText(hours(sum))
	} else {
		e.hours.SetText(lang.L("No hours yet"))
	}
	e.theirs.SetText(p.theirHours())
	shown(e.days, len(e.days.Items) > 0)
	e.days.Refresh()
	e.last.RemoveAll()
	for i := len(all) - 1; i >= max(0, len(all)-lastPreps); i-- {
		e.last.Add(e.row(all[i]))
	}
	e.last.Refresh()
}

// row shows an entry, which can be taken back.
func (e *effortCard) row(entry prep) fyne.CanvasObject {
	what := entry.What
	if what == "" && entry.Counted {
		what = lang.L("writing")
	}
	text := &widgets.Text{Flow: widgets.FlowEllipsis, Spans: []widgets.Span{
		{Text: hours(entry.Spent) + "  ", Style: fyne.TextStyle{Bold: true}},
		{Text: strings.TrimPrefix(what+" · ", " · ") + e.place.date(entry.at), ColorName: theme.ColorNameSoftInk},
	}}
	remove := &widgets.Chip{Text: "×", OnTapped: func() { e.place.note(talk.Deletion{Of: entry.id}) }}
	return container.New(&headRow{}, text, remove)
}

// theirHours says what the talk takes of its listeners.
func (p *Place) theirHours() string {
	slot, n := p.asked()
	switch {
	case slot > 0 && n <= 0:
		return lang.L("prepared. Say how many will listen, and you see their hours beside yours.")
	case slot <= 0 && n > 0:
		return lang.L("prepared. Say how long the slot is, and you see their hours beside yours.")
	case slot <= 0:
		return lang.L("prepared. Say how long the slot is and how many will listen, and you see their hours beside yours.")
	}
	return lang.L("prepared, for {{.Slot}} × {{.Listeners}} people = {{.Hours}} of theirs", map[string]any{
		"Slot": talk.FormatDuration(slot), "Listeners": n, "Hours": hours(slot * time.Duration(n)),
	})
}

// asked returns the slot and how many listen: as the talk says it, or else as was
// said of the last time that it was given.
func (p *Place) asked() (slot time.Duration, listeners int) {
	slot, listeners = p.talk.Deal.Slot.Duration, p.talk.Deal.Listeners.N
	for _, run := range slices.Backward(p.runs) {
		if run.Kind != talk.RunGiven {
			continue
		}
		slot, listeners = cmp.Or(slot, run.Plan.Slot), cmp.Or(listeners, run.Listeners)
	}
	return slot, listeners
}

// hours writes a long time as a person says it.
func hours(d time.Duration) string {
	d = d.Round(time.Minute)
	h, m := int(d.Hours()), int(d.Minutes())%60
	switch {
	case h == 0:
		return lang.L("{{.Minutes}} min", map[string]any{"Minutes": m})
	case m == 0 || h >= 20:
		return lang.L("{{.Hours}} h", map[string]any{"Hours": h})
	}
	return lang.L("{{.Hours}} h {{.Minutes}}", map[string]any{"Hours": h, "Minutes": m})
}

// openForm asks for hours to add.
func (e *effortCard) openForm() { e.place.openForm("hours", e.buildForm) }

func (e *effortCard) buildForm(f *form) {
	p := e.place
	spent, what := newField(p), newField(p)
	spent.PlaceHolder, what.PlaceHolder = "1h 30m", lang.L("what you did: research, a visit, the demo")
	save := func() {
		d, ok := talk.ReadTime(spent.Text)
		if !ok || d <= 0 {
			f.wrong.SetText(lang.L("Say it as 45m, 1h 30m or 2h."))
			return
		}
		if !p.note(talk.Prep{Spent: d, What: strings.TrimSpace(what.Text)}) {
			f.wrong.SetText(lang.L("Save the talk first: its journal lies beside its file."))
			return
		}
		p.endForm()
	}
	spent.OnSubmitted = func(string) { save() }
	what.OnSubmitted = func(string) { save() }
	f.first, f.holds = spent, func() bool { return typed(spent, what) }
	f.content = widgets.Column(theme.SizeNameSpace3,
		widgets.Heading(lang.L("How long did you prepare?")), spent, what, f.wrong, p.formButtons(f, lang.L("Add"), save))
}

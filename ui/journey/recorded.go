package journey

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// recorded is what is asked of a talk that was given without the clock.
type recorded struct {
	event, date, took, listeners *field
}

// texts are what the fields hold.
func (r recorded) texts() [4]string {
	return [4]string{r.event.Text, r.date.Text, r.took.Text, r.listeners.Text}
}

// openRecord asks for a talk that was given without the clock, so that a debrief
// and the listeners' cards have something to stand by.
func (p *Place) openRecord() { p.openForm("given without the clock", p.buildRecord) }

func (p *Place) buildRecord(f *form) {
	deal := &p.talk.Deal
	r := recorded{newField(p), newField(p), newField(p), newField(p)}
	r.event.SetText(deal.Event.Text)
	day := p.cfg.Now()
	if deal.Date.Given() && deal.Date.Day.Before(day) {
		day = deal.Date.Day
	}
	r.date.SetText(day.Format(time.DateOnly))
	r.took.PlaceHolder = "20m"
	if n := deal.Listeners.N; n > 0 {
		r.listeners.SetText(strconv.Itoa(n))
	}
	save := func() {
		start, end, sorry := p.record(r)
		if sorry == "" && !p.cfg.Append(start, end) {
			sorry = lang.L("Save the talk first: its journal lies beside its file.")
		}
		if sorry != "" {
			f.wrong.SetText(sorry)
			return
		}
		p.endForm()
	}
	label := func(text string, entry *field) fyne.CanvasObject {
		entry.OnSubmitted = func(string) { save() }
		return labelled(text, entry)
	}
	began := r.texts()
	f.first, f.holds = r.took, func() bool { return r.texts() != began }
	f.content = widgets.Column(theme.SizeNameSpace3,
		widgets.Heading(lang.L("You gave it without the clock")),
		label(lang.L("Event"), r.event),
		container.NewGridWithColumns(3, label(lang.L("Date"), r.date), label(lang.L("It took"), r.took), label(lang.L("Listeners"), r.listeners)),
		f.wrong, p.formButtons(f, lang.L("Add"), save))
}

// record makes a run of what was typed, or says what is wrong with it. The time
// is that of the whole talk on one slide of its own: nobody measured the slides,
// so no forecast and no section may learn from it.
func (p *Place) record(r recorded) (start, end talk.Event, wrong string) {
	day, err := time.ParseInLocation(time.DateOnly, strings.TrimSpace(r.date.Text), p.cfg.Now().Location())
	if err != nil {
		return start, end, lang.L("The date is written like {{.Date}}.", map[string]any{"Date": "2027-05-04"})
	}
	if day.After(p.cfg.Now()) {
		return start, end, lang.L("That day is still to come.")
	}
	text := strings.TrimSpace(r.took.Text)
	if _, err := strconv.Atoi(text); err == nil {
		text += "m"
	}
	took, ok := talk.ParseDuration(text)
	if !ok || took <= 0 {
		return start, end, lang.L("Say how long it took, such as 20m.")
	}
	listeners := 0
	if text := strings.TrimSpace(r.listeners.Text); text != "" {
		if listeners, err = strconv.Atoi(text); err != nil || listeners < 0 {
			return start, end, lang.L("Listeners are a number.")
		}
	}
	title := p.talk.Title()
	start = p.cfg.NewEvent(talk.RunStart{
		Kind: talk.RunGiven, Title: title, Event: strings.TrimSpace(r.event.Text), Date: day.Format(time.DateOnly), Listeners: listeners,
		Plan: talk.RunPlan{Slot: p.talk.Deal.Slot.Duration, Sections: []string{title}, Slides: []talk.PlannedSlide{{Title: title}}},
	})
	if noon := day.Add(12 * time.Hour); noon.Before(start.At) {
		start.At = noon
	}
	end = p.cfg.NewEvent(talk.RunEnd{Run: start.ID, RunMeasure: talk.RunMeasure{Spoken: []talk.SpokenTime{{Spoken: took}}}})
	end.At = start.At.Add(took)
	return start, end, ""
}

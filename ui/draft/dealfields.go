package draft

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

// dealField is one field of the front matter.
type dealField struct {
	field markdown.Field
	entry *entry
}

// fieldKnows is the list of words that they know, on one line with commas.
const fieldKnows = markdown.Field(markdown.ListKnows)

// field makes a field of the deal.
func (d *deal) field(f markdown.Field, hint string) *entry {
	e := newEntry(d.place, "deal-"+string(f), hint, false)
	own := &dealField{field: f, entry: e}
	e.onText = func(text string) {
		d.place.do(markdown.SetField{Field: f, Text: forFile(f, text, d.place.cfg.Now())}, e.id)
	}
	e.onFocus = func(gained bool) {
		if !gained {
			d.showField(own)
		}
		if f == markdown.FieldMessage {
			d.change.focusChanged(gained)
		}
		d.focusChanged(gained)
	}
	e.onCursor = func() { d.follow(e) }
	d.fields = append(d.fields, own)
	return e
}

// fieldText returns what a field has in the file, and where.
func (d *deal) fieldText(f *dealField) (string, talk.Span) {
	text, at := d.place.document.Field(f.field)
	if f.field == fieldKnows {
		words := d.place.document.Talk().Deal.Knows
		list := make([]string, len(words))
		for i, w := range words {
			list[i] = w.Text
			at.End = max(at.End, w.Span.End)
		}
		text = strings.Join(list, ", ")
	}
	return text, at
}

// showField brings a field to what the file has.
func (d *deal) showField(f *dealField) {
	text, at := d.fieldText(f)
	f.entry.show(text, d.place.document.Talk().Text(at))
}

// forFile returns what the file gets of what was typed into a field: a day as
// the file has it, however it was typed, and what cannot be read as it is, so
// that nothing typed is lost.
func forFile(f markdown.Field, text string, today time.Time) string {
	switch f {
	case markdown.FieldSlot, markdown.FieldQuestions:
		if _, known := talk.ParseSlot(text); !known {
			if d, ok := talk.ReadTime(text); ok {
				return talk.FormatDuration(d)
			}
		}
	case markdown.FieldDate:
		if _, err := time.Parse(time.DateOnly, strings.TrimSpace(text)); err != nil {
			if day, ok := talk.ReadDay(text, today); ok {
				return day.Format(time.DateOnly)
			}
		}
	case markdown.FieldListeners:
		if n, ok := talk.ReadCount(text); ok {
			return strconv.Itoa(n)
		}
	}
	return text
}

// showAbout says what day it is, how far away, and whose hours it takes. Its line
// has its room also when there is nothing to say: what somebody is about to
// press does not move while they fill a field.
func (d *deal) showAbout(deal *talk.Deal) {
	var parts []string
	if deal.Date.Given() {
		parts = append(parts, d.dayWords(deal.Date.Day))
	}
	if hours := theirHours(deal); hours != "" {
		parts = append(parts, lang.L("{{.Slot}} × {{.Listeners}} people = {{.Hours}}", map[string]any{
			"Slot": talk.FormatDuration(deal.Slot.Duration), "Listeners": deal.Listeners.N, "Hours": hours}))
	}
	d.about.SetText(strings.Join(parts, " · "))
}

// dayWords writes a day with its weekday, and how far away it is.
func (d *deal) dayWords(day time.Time) string {
	name := [...]string{lang.L("Sunday"), lang.L("Monday"), lang.L("Tuesday"), lang.L("Wednesday"), lang.L("Thursday"), lang.L("Friday"), lang.L("Saturday")}[day.Weekday()]
	return name + ", " + d.place.cfg.Words.Away(day, d.place.cfg.Now())
}

// theirHours says how much of their life the talk takes, all of them together;
// "" is not known.
func theirHours(deal *talk.Deal) string {
	if !deal.Slot.Given() || !deal.Listeners.Given() {
		return ""
	}
	minutes := int(deal.Slot.Duration.Minutes()*float64(deal.Listeners.N) + 0.5)
	hours := minutes / 60
	switch {
	case hours < 2:
		return lang.N("{{.Count}} minutes of theirs", minutes, map[string]any{"Count": minutes})
	case minutes%60 != 0 && hours < 20: // to the minute as long as it matters, as the journey says it
		return lang.L("{{.Hours}} h {{.Minutes}} of theirs", map[string]any{"Hours": hours, "Minutes": minutes % 60})
	}
	return lang.N("{{.Count}} hours of theirs", hours, map[string]any{"Count": hours})
}

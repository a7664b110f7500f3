package markdown

import (
	"time"

	"talkgiver/talk"
)

// Beginning is what a talk begins with. All of it may be empty.
type Beginning struct {
	Text     string // any text, as FromText takes it
	Template []byte // a talk file; the text follows behind it
	Audience string
	Message  string
	Slot     time.Duration // 0 is not known
}

// Document makes the talk. A template for another slot is planned anew, in the
// proportions that it has.
func (b Beginning) Document() *Document {
	source := FromText(b.Text)
	if len(b.Template) > 0 {
		whole := append([]byte{}, b.Template...)
		if len(source) > 0 {
			whole = append(append(whole, '\n'), source...)
		}
		source = whole
	}
	d := Parse(source)
	if b.Slot > 0 && len(b.Template) > 0 {
		d = d.replanned(b.Slot)
	}
	slot := ""
	if b.Slot > 0 {
		slot = talk.FormatDuration(b.Slot)
	}
	for _, f := range []struct {
		field Field
		text  string
	}{{FieldMessage, b.Message}, {FieldAudience, b.Audience}, {FieldSlot, slot}} {
		if scalarText(f.text) == "" {
			continue
		}
		after, _, err := SetField{Field: f.field, Text: f.text}.Apply(d)
		if err != nil { // what stands in front is no front matter that could be written into
			after, _, err = SetField{Field: f.field, Text: f.text}.Apply(Parse(append([]byte("---\n---\n\n"), d.source...)))
		}
		if err == nil {
			d = after
		}
	}
	return d
}

// replanned shares another slot among the sections with a time, and for
// questions, as the slot before was shared. Times are those that one would plan.
func (d *Document) replanned(slot time.Duration) *Document {
	deal := &d.talk.Deal
	if deal.Slot.Duration <= 0 {
		return d
	}
	scaled := func(t time.Duration) time.Duration {
		step := 30 * time.Second
		if slot < 10*time.Minute {
			step = 5 * time.Second
		}
		share := time.Duration(float64(t) * float64(slot) / float64(deal.Slot.Duration))
		return max(share.Round(step), step)
	}
	edits := []Edit{}
	questions := time.Duration(0)
	if deal.Questions.Duration > 0 {
		questions = scaled(deal.Questions.Duration)
		edits = append(edits, SetField{Field: FieldQuestions, Text: talk.FormatDuration(questions)})
	}
	longest, rest := 0, slot-questions
	times := make([]time.Duration, len(d.talk.Sections))
	for i, s := range d.talk.Sections {
		if s.Time.Given() {
			times[i] = scaled(s.Time.Duration)
			rest -= times[i]
			if times[i] > times[longest] {
				longest = i
			}
		}
	}
	if len(times) == 0 || times[longest]+rest <= 0 {
		return d // too short to be shared
	}
	times[longest] += rest
	for i, t := range times {
		if t > 0 {
			edits = append(edits, RetimeSection{Section: i + 1, Time: t})
		}
	}
	now := d
	for _, e := range edits {
		after, _, err := e.Apply(now)
		if err != nil {
			return d
		}
		now = after
	}
	return now
}

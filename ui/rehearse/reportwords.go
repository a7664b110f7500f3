package rehearse

import (
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// aboutRun says what else was measured: when, questions and pauses apart, and
// the pace.
func (p *Place) aboutRun(run *talk.Run, r *engine.Report) string {
	var parts []string
	if run.Kind == talk.RunGiven && run.Listeners > 0 {
		parts = append(parts, lang.N("{{.Count}} listeners", run.Listeners, map[string]any{"Count": run.Listeners}))
	}
	if !run.Started.IsZero() {
		_, now := p.config.Now()
		parts = append(parts, p.dayOf(run.Started, now))
	}
	if run.Ended.IsZero() {
		parts = append(parts, lang.L("cut off"))
	}
	apart := func(d time.Duration, say func(words map[string]any) string) {
		if d >= time.Second {
			parts = append(parts, say(map[string]any{"Time": talk.Clock(d)}))
		}
	}
	apart(r.Questions.Actual, func(w map[string]any) string { return lang.L("questions {{.Time}} apart", w) })
	apart(r.Paused, func(w map[string]any) string { return lang.L("paused {{.Time}}", w) })
	apart(r.Suspended, func(w map[string]any) string { return lang.L("asleep {{.Time}}", w) })
	if pace := r.Total.Pace(); pace > 0 {
		parts = append(parts, lang.L("{{.Count}} words a minute", map[string]any{"Count": pace}))
	}
	return strings.Join(parts, " · ")
}

// A section is over when it took more than a tenth longer than planned, and
// that is more than a breath: less is nothing to work on.
func tooLong(row engine.Row) bool {
	return row.Planned > 0 && row.Over() > max(engine.Slack, row.Planned/10)
}

func compareRows(run *talk.Run, r *engine.Report) []widgets.CompareRow {
	var rows []widgets.CompareRow
	for i, section := range r.Sections {
		if section.Planned == 0 && section.Actual == 0 {
			continue
		}
		row := widgets.CompareRow{
			Title: titled(section.Title), Tone: theme.Give,
			Planned: int(section.Planned / time.Second), Actual: int(section.Actual / time.Second),
			Note: talk.Clock(section.Actual),
		}
		if section.Planned > 0 && section.Actual > 0 {
			row.Note = lang.L("{{.Actual}} of {{.Planned}}", map[string]any{"Actual": row.Note, "Planned": talk.Clock(section.Planned)})
		}
		switch {
		case section.Actual == 0:
			row.Note = lang.L("not spoken")
		case engine.BrokenOff(run, i):
			row.Note += " · " + lang.L("broken off")
		case section.Planned > 0:
			row.Note += " · " + difference(section.Over())
		}
		if tooLong(section) {
			row.Tone = theme.Take
		}
		rows = append(rows, row)
	}
	return rows
}

// driftSentence says how the run ended against its plan, where that began, and
// where most of it came from.
func driftSentence(run *talk.Run, r *engine.Report, say func(talk.Phrase) string) string {
	if r.Drift.Kind == engine.Unplanned {
		return lang.L("This talk has no times to be measured against.")
	}
	sentences := []string{endSentence(run, r)}
	if began := say(r.Began.Words()); began != "" {
		sentences = append(sentences, began)
	}
	longest, shortest := -1, -1
	for i, section := range r.Sections {
		if tooLong(section) && (longest < 0 || section.Over() > r.Sections[longest].Over()) {
			longest = i
		}
		if section.Actual > 0 && !engine.BrokenOff(run, i) && section.Over() < -engine.Slack && (shortest < 0 || section.Over() < r.Sections[shortest].Over()) {
			shortest = i
		}
	}
	if longest >= 0 {
		sentences = append(sentences, lang.L("Most of the time went in “{{.Section}}”: {{.Time}} more than planned.",
			map[string]any{"Section": titled(r.Sections[longest].Title), "Time": talk.Clock(r.Sections[longest].Over())}))
	}
	if shortest >= 0 {
		sentences = append(sentences, lang.L("You made up {{.Time}} in “{{.Section}}”.",
			map[string]any{"Section": titled(r.Sections[shortest].Title), "Time": talk.Clock(-r.Sections[shortest].Over())}))
	}
	return strings.Join(sentences, " ")
}

// endSentence says how the run ended. A run through all slides is as much over
// as it took longer than planned. For one that stopped before counts how far it
// was from the plan there.
func endSentence(run *talk.Run, r *engine.Report) string {
	if !run.Complete() {
		words := map[string]any{"Section": nameAt(run, run.Slide), "Time": talk.Clock(r.Drift.By)}
		switch r.Drift.Within(engine.Slack).Kind {
		case engine.Behind:
			return lang.L("The run ended in “{{.Section}}”, {{.Time}} behind the plan.", words)
		case engine.Ahead:
			return lang.L("The run ended in “{{.Section}}”, {{.Time}} ahead of the plan.", words)
		}
		return lang.L("The run ended in “{{.Section}}”, on time until there.", words)
	}
	over := r.Total.Over()
	words := map[string]any{"Time": talk.Clock(over.Abs())}
	switch {
	case over > engine.Slack:
		return lang.L("You needed {{.Time}} more than planned.", words)
	case over < -engine.Slack:
		return lang.L("You needed {{.Time}} less than planned.", words)
	}
	return lang.L("You ended on time.")
}

// titled is a section's title, or what stands for one without.
func titled(title string) string {
	if title == "" {
		return lang.L("Opening")
	}
	return title
}

// nameAt names a slide of a run by its title, else by its section's.
func nameAt(run *talk.Run, slide int) string {
	if slide < 0 || slide >= len(run.Plan.Slides) {
		return ""
	}
	s := run.Plan.Slides[slide]
	if s.Title == "" && s.Section >= 0 && s.Section < len(run.Plan.Sections) {
		return titled(run.Plan.Sections[s.Section])
	}
	return s.Title
}

// runName names a run as a list does: by its number among those of its kind, or
// where it was given.
func (p *Place) runName(index int) string {
	run := &p.runs[index]
	number := map[string]any{"Number": engine.Ordinal(p.runs, index)}
	switch {
	case run.Kind == talk.RunGiven && run.Event != "":
		return run.Event
	case run.Kind == talk.RunGiven:
		return lang.L("Given")
	case run.Kind == talk.RunDrill:
		return lang.L("Drill {{.Number}}", number)
	}
	return lang.L("Run {{.Number}}", number)
}

// plainMark is the kind that the journals of earlier versions have.
const plainMark = "marked"

// markName is the word for a mark, and its tone.
func markName(kind string) (string, theme.Tone) {
	switch kind {
	case talk.MarkStumbled:
		return lang.L("stumbled"), theme.Take
	case talk.MarkLanded:
		return lang.L("landed"), theme.Give
	case plainMark:
		return lang.L("marked"), theme.Clarity
	}
	return kind, theme.Clarity
}

// markLines names the moments that were marked, a line each.
func markLines(run *talk.Run) string {
	var lines []string
	for _, mark := range run.Marks {
		kind, _ := markName(mark.Kind)
		lines = append(lines, lang.L("{{.Kind}} at {{.Time}}: {{.Slide}}",
			map[string]any{"Kind": kind, "Time": talk.Clock(mark.At), "Slide": nameAt(run, mark.Slide)}))
	}
	return strings.Join(lines, "\n")
}

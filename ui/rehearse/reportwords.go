package rehearse

import (
	"slices"
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

// sinceWords says that the run is measured against its own plan where the talk has
// another one by now.
func sinceWords(run *talk.Run, now *talk.RunPlan) string {
	same := func(a, b talk.PlannedSlide) bool { return a.Planned == b.Planned && a.Section == b.Section }
	if run.Kind == talk.RunDrill || slices.EqualFunc(run.Plan.Slides, now.Slides, same) {
		return ""
	}
	return lang.L("The run began with this plan; the talk has another one by now.")
}

// A section is over when it took more than a tenth longer than planned, and
// that is more than a breath: less is nothing to work on.
func tooLong(row engine.Row) bool { return tooFar(row, row.Over()) }

func tooFar(row engine.Row, off time.Duration) bool {
	return row.Planned > 0 && off > max(engine.Slack, row.Planned/10)
}

// isLeftOut reports whether all that is planned of a section was left out by
// another plan, and none of it said.
func isLeftOut(row engine.Row) bool {
	return row.Actual == 0 && row.LeftOut > 0 && row.Planned <= row.LeftOut
}

// isNothing reports whether a section neither was planned nor happened.
func isNothing(row engine.Row) bool { return row.Planned == 0 && row.Actual == 0 && row.LeftOut == 0 }

// leftThen is how much time the speaker was told to have; 0 where that is not known.
func leftThen(run *talk.Run, news *talk.Replan) time.Duration {
	if news.Left == 0 && run.Kind == talk.RunGiven { // of an earlier version
		return max(0, news.Slot-news.At)
	}
	return news.Left
}

// newsWords says which other time the speaker was told to have.
func newsWords(run *talk.Run, news *talk.Replan) string {
	words := map[string]any{"Left": talk.Clock(leftThen(run, news)), "Time": talk.Clock(news.At)}
	if leftThen(run, news) == 0 {
		return lang.L("a new time at {{.Time}}", words)
	}
	return lang.L("{{.Left}} left at {{.Time}}", words)
}

// planWords says which plan counts where the speaker was told to have another time;
// nothing where there was one plan.
func planWords(run *talk.Run, r *engine.Report) string {
	var news []string
	for i := range r.News {
		news = append(news, newsWords(run, &r.News[i]))
	}
	if len(news) == 0 {
		return ""
	}
	return lang.L("The plan is the one that held when a part was said; a new one began with {{.News}}.", map[string]any{"News": strings.Join(news, " · ")})
}

func compareRows(run *talk.Run, r *engine.Report) []widgets.CompareRow {
	var rows []widgets.CompareRow
	for i, section := range r.Sections {
		if isNothing(section) {
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
		off := section.Planned > 0 && section.Over() != 0
		switch {
		case isLeftOut(section):
			row.Note = lang.L("left out")
		case section.Actual == 0:
			row.Note = lang.L("not spoken")
		case engine.BrokenOff(run, i):
			row.Note += " · " + lang.L("broken off")
		default:
			off = section.Planned > 0
		}
		switch {
		case off && section.ToCome > 0 && section.Actual > 0:
			row.Note += " · " + lang.L("{{.Difference}} until there", map[string]any{"Difference": difference(section.Over())})
		case off:
			row.Note += " · " + difference(section.Over())
		}
		if tooLong(section) {
			row.Tone = theme.Take
		}
		rows = append(rows, row)
	}
	return rows
}

// driftSentence says how the run ended against its plan, what came to that without
// a word, where it began, and where most of it came from.
func (p *Place) driftSentence(run *talk.Run, r *engine.Report) string {
	if r.Drift.Kind == engine.Unplanned {
		return lang.L("This talk has no times to be measured against.")
	}
	var sentences []string
	add := func(sentence string) {
		if sentence != "" {
			sentences = append(sentences, sentence)
		}
	}
	add(endSentence(run, r))
	add(p.lostSentence(r))
	add(p.config.Say(r.Began.Words()))
	longest, shortest := -1, -1
	for i, section := range r.Sections {
		if tooLong(section) && (longest < 0 || section.Over() > r.Sections[longest].Over()) {
			longest = i
		}
		if section.Actual > 0 && !engine.BrokenOff(run, i) && section.Over() < -engine.Slack && (shortest < 0 || section.Over() < r.Sections[shortest].Over()) {
			shortest = i
		}
	}
	words := func(section engine.Row, time time.Duration) map[string]any {
		return map[string]any{"Section": titled(section.Title), "Time": talk.Clock(time)}
	}
	if longest >= 0 {
		section := r.Sections[longest]
		add(lang.L("Most of the time went in “{{.Section}}”: {{.Time}} more than planned.", words(section, section.Over())))
	}
	if shortest >= 0 {
		section := r.Sections[shortest]
		if behind := section.Before; behind > engine.Slack { // else there was nothing to make up
			add(lang.L("You made up {{.Time}} in “{{.Section}}”.", words(section, min(behind, -section.Over()))))
		} else {
			add(lang.L("“{{.Section}}” was quickest: {{.Time}} less than planned.", words(section, -section.Over())))
		}
	}
	return strings.Join(sentences, " ")
}

// endSentence says how far from its plan the run ended, as the picture and the
// table have it: in time for speaking.
func endSentence(run *talk.Run, r *engine.Report) string {
	over := r.Total.Over()
	words := map[string]any{"Section": nameAt(run, run.Slide), "Time": talk.Clock(over.Abs())}
	switch {
	case !r.Complete && over > engine.Slack:
		return lang.L("The run ended in “{{.Section}}”, {{.Time}} behind the plan.", words)
	case !r.Complete && over < -engine.Slack:
		return lang.L("The run ended in “{{.Section}}”, {{.Time}} ahead of the plan.", words)
	case !r.Complete:
		return lang.L("The run ended in “{{.Section}}”, on time until there.", words)
	case over > engine.Slack:
		return lang.L("You needed {{.Time}} more than planned.", words)
	case over < -engine.Slack:
		return lang.L("You needed {{.Time}} less than planned.", words)
	}
	return lang.L("You ended on time.")
}

// lostSentence names the time without speaking that the clock has counted and the
// picture and the table have not: pauses on stage, where the end never moves, and
// questions beyond the time for them.
func (p *Place) lostSentence(r *engine.Report) string {
	stood := r.Lost - r.Asked
	words := map[string]any{"Stood": talk.Clock(stood), "Asked": talk.Clock(r.Asked), "Drift": p.config.Drift(r.Total.Over() + r.Lost)}
	switch {
	case stood >= time.Second && r.Asked >= time.Second:
		return lang.L("Pauses of {{.Stood}} and questions {{.Asked}} beyond their time come on top: in all {{.Drift}}.", words)
	case stood >= time.Second:
		return lang.L("Pauses of {{.Stood}} come on top: in all {{.Drift}}.", words)
	case r.Asked >= time.Second:
		return lang.L("Questions {{.Asked}} beyond their time come on top: in all {{.Drift}}.", words)
	}
	return ""
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

package rehearse

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// clockOf writes whole seconds as a clock shows them.
func clockOf(seconds int) string { return talk.Clock(time.Duration(seconds) * time.Second) }

func left(planned time.Duration) string {
	return lang.L("left of {{.Planned}}", map[string]any{"Planned": talk.Clock(planned)})
}

func over(planned time.Duration) string {
	return lang.L("over {{.Planned}}", map[string]any{"Planned": talk.Clock(planned)})
}

// difference writes how much longer or shorter something took: "+0:11", "−0:04".
func difference(d time.Duration) string {
	if d = d.Round(time.Second); d > 0 {
		return "+" + talk.Clock(d)
	}
	return talk.Clock(d)
}

// signed is a drift in whole seconds as one time: behind the plan is positive.
func signed(kind engine.DriftKind, seconds int) time.Duration {
	if kind == engine.Ahead {
		seconds = -seconds
	}
	return time.Duration(seconds) * time.Second
}

// driftLook is the shape and the tone of a drift.
func driftLook(kind engine.DriftKind) (widgets.Drift, theme.Tone) {
	switch kind {
	case engine.Behind:
		return widgets.Behind, theme.Message
	case engine.Ahead:
		return widgets.Ahead, theme.Give
	}
	return widgets.OnTime, theme.Give
}

// nextSpans says what comes after a slide of the plan, and for how long.
func (p *Place) nextSpans(slide int) (words []widgets.Span, length string) {
	soft := func(text string) widgets.Span {
		return widgets.Span{Text: text, ColorName: theme.ColorNameSoftInk}
	}
	after, more := p.after(slide)
	if !more {
		words := []widgets.Span{soft(lang.L("the last slide · End ends the run"))}
		if first := p.firstBackup(); first > slide {
			words = append(words, soft(" · "+lang.L("for questions: {{.Number}} and Enter", map[string]any{"Number": p.counted.number(first)})))
		}
		return words, ""
	}
	next, here := p.plan.Slides[after], p.plan.Slides[slide]
	title, planned := next.Title, next.Planned
	if next.Section != here.Section {
		title, planned = p.plan.Sections[next.Section], p.sectionPlanned(next.Section)
	}
	if title == "" {
		title = p.firstWords(after)
	}
	if planned > 0 {
		length = talk.Clock(planned)
	}
	return []widgets.Span{soft(lang.L("next") + "  "), {Text: title, SizeName: theme.SizeNameTitle, Style: fyne.TextStyle{Bold: true}}}, length
}

// firstBackup is the first slide of the plan that is kept for questions, or -1.
func (p *Place) firstBackup() int {
	return slices.IndexFunc(p.plan.Slides, func(s talk.PlannedSlide) bool { return s.Backup && !s.Skipped })
}

// sectionPlanned is the time planned for a section of the plan.
func (p *Place) sectionPlanned(section int) time.Duration {
	var sum time.Duration
	for _, s := range p.plan.Slides {
		if s.Section == section {
			sum += s.Planned
		}
	}
	return sum
}

// firstWordsMost is how many words stand for a slide without a title.
const firstWordsMost = 6

// firstWords stands for a slide that has no title.
func (p *Place) firstWords(slide int) string {
	at := p.slides[slide]
	for _, passage := range passagesOf(p.talk.Sections[at.Section].Slides[at.Slide]) {
		if words := strings.Fields(plain(passage.parts)); len(words) > firstWordsMost {
			return strings.Join(words[:firstWordsMost], " ") + "…"
		} else if len(words) > 0 {
			return strings.Join(words, " ")
		}
	}
	return lang.L("slide {{.Slide}}", map[string]any{"Slide": p.counted.number(slide)})
}

// earlierMost is how many earlier runs are told of on the stage: the latest ones.
const earlierMost = 2

// earlierHere says which run this is, and what earlier ones took in a section.
func (p *Place) earlierHere(section int) string {
	count := map[string]any{"Number": engine.NextOrdinal(p.runs, p.run.start.Kind)}
	number := lang.L("run {{.Number}}", count)
	switch p.run.start.Kind {
	case talk.RunDrill:
		number = lang.L("drill {{.Number}}", count)
	case talk.RunGiven:
		number = lang.L("on stage")
	}
	title := p.plan.Sections[section]
	var took []string
	for i := len(p.runs) - 1; i >= 0 && len(took) < earlierMost; i-- {
		if d := spokenIn(&p.runs[i], title); d > 0 {
			took = append([]string{talk.Clock(d)}, took...)
		}
	}
	switch len(took) {
	case 0:
		return number
	case 1:
		return number + " · " + lang.L("an earlier run took {{.Time}} here", map[string]any{"Time": took[0]})
	}
	return number + " · " + lang.L("earlier runs took {{.First}} and {{.Second}} here", map[string]any{"First": took[0], "Second": took[1]})
}

// spokenIn is the time that a run spent in the section of that title.
//
// Where a run was broken off there it tells nothing, and the time is 0.
func spokenIn(run *talk.Run, title string) time.Duration {
	var sum time.Duration
	for i, slide := range run.Plan.Slides {
		if i < len(run.Spoken) && slide.Section < len(run.Plan.Sections) && run.Plan.Sections[slide.Section] == title {
			if engine.BrokenOff(run, slide.Section) {
				return 0
			}
			sum += run.Spoken[i]
		}
	}
	return sum
}

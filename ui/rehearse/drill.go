package rehearse

import (
	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
)

// drillKeys chooses a section to be drilled, or the next one.
func (p *Place) drillKeys() {
	if p.mode == modeReady {
		p.ready.step(+1)
	}
}

// drill rehearses one section alone.
func (p *Place) drill(section int) {
	start := talk.RunStart{Title: p.talk.Title(), Plan: p.plan}
	start, slides, ok := engine.Drill(start, p.slides, section)
	if !ok {
		return
	}
	p.run = newRehearsal(p.config, p.habits, start)
	p.plan, p.slides = start.Plan, slides
	p.start((*engine.Clock).Start)
}

// drifted reports whether a section of a run went so far off its plan that it is
// worth a drill.
func drifted(run *talk.Run, section int, row engine.Row) bool {
	if row.Actual == 0 || engine.BrokenOff(run, section) {
		return false
	}
	return tooFar(row, row.Over().Abs())
}

// worst is the title of the section that took most more than planned; false where
// none is worth a word.
func worst(r *engine.Report) (string, bool) {
	longest := -1
	for i, row := range r.Sections {
		if tooLong(row) && (longest < 0 || row.Over() > r.Sections[longest].Over()) {
			longest = i
		}
	}
	if longest < 0 {
		return "", false
	}
	return r.Sections[longest].Title, true
}

// sectionOf is the section of that title in the plan of the talk as it is now,
// or -1.
func (p *Place) sectionOf(title string) int {
	plan, _ := engine.NewPlan(p.talk, p.config.Pace)
	for _, s := range plan.Slides {
		if plan.Sections[s.Section] == title {
			return s.Section
		}
	}
	return -1
}

// hasSection reports whether the talk has a section of that title, still.
func (p *Place) hasSection(title string) bool { return p.sectionOf(title) >= 0 }

// drillTitled rehearses the section of that title alone: from the report, of the
// talk as it is now.
func (p *Place) drillTitled(title string) {
	section := p.sectionOf(title)
	p.prepare(p.talk)
	if section >= 0 {
		p.drill(section)
	}
	p.Focus()
}

// startChosen drills the section that is chosen, or else begins the whole.
func (p *Place) startChosen() {
	if chosen := p.ready.chosen; chosen >= 0 {
		p.drill(chosen)
		return
	}
	p.begin()
}

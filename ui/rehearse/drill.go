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

// startChosen drills the section that is chosen, or else begins the whole.
func (p *Place) startChosen() {
	if chosen := p.ready.chosen; chosen >= 0 {
		p.drill(chosen)
		return
	}
	p.begin()
}

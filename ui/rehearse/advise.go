package rehearse

import (
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
)

// weigh says what each slide of the run is worth, for when there is no time for
// all of them.
func (p *Place) weigh() {
	var value func(*talk.Item) int
	if p.config.Value != nil {
		value = p.config.Value()
	}
	p.weights = engine.Weights(p.talk, p.slides, value)
}

// advise says what to leave out so that the run is on time again. It is asked
// for whenever the drift has changed by a second, which costs a fraction of a
// millisecond.
func (p *Place) advise() engine.Advice {
	if state := p.run.state(); state != engine.Running && state != engine.Question {
		return engine.Advice{}
	}
	return engine.Advise(p.run.measured(), p.weights)
}

// squeezed says what the plan has no room for since the speaker was told to have
// less time.
func (p *Place) squeezed() engine.Squeeze {
	if state := p.run.state(); state != engine.Running && state != engine.Question {
		return engine.Squeeze{Slide: -1}
	}
	return engine.SqueezeOf(p.run.measured(), p.weights)
}

// skip leaves out what is advised.
func (p *Place) skip() {
	slides, squeezed := p.stage.advice.Slides, p.stage.squeeze.Slide
	if squeezed >= 0 { // what the note says
		if p.replan(func(c *engine.Clock) bool { return c.SkipSqueezed(squeezed) }) {
			p.stage.say(lang.L("skipped; the plan follows"))
		}
		return
	}
	if len(slides) == 0 {
		p.stage.say(lang.L("There is nothing to skip"))
		return
	}
	if p.replan(func(c *engine.Clock) bool { return c.Skip(slides...) }) {
		p.stage.say(lang.L("skipped; the plan follows"))
	}
}

// replan changes the plan in the middle of the run.
func (p *Place) replan(action func(*engine.Clock) bool) bool {
	if !p.run.do(action) {
		return false
	}
	p.plan = p.run.plan()
	p.stage.replanned()
	p.follow()
	return true
}

// after returns the slide that comes after one, past those that are skipped, and
// behind the talk none that is kept for questions; false behind the last one.
func (p *Place) after(slide int) (int, bool) {
	for next := slide + 1; next < len(p.plan.Slides); next++ {
		if s := p.plan.Slides[next]; !s.Skipped && (!s.Backup || p.plan.Slides[slide].Backup) {
			return next, true
		}
	}
	return 0, false
}

package rehearse

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// cutOff is a run that the program was stopped in.
type cutOff struct {
	run  talk.Run
	last time.Time // when it was last heard of
	ok   bool
}

// SetCutOff tells of a run that was cut off, as journal.CutOff does: before the
// next one the speaker is asked what is to become of it.
func (p *Place) SetCutOff(run talk.Run, last time.Time, ok bool) {
	if p.run == nil || ok && run.ID == p.run.id() {
		return // it is the one under way
	}
	p.cut = cutOff{run, last, ok}
	if p.mode == modeReady {
		p.ready.refresh()
	}
}

// cutPlaces says where the slides of the run that was cut off stand in the talk;
// false when it has other ones by now.
func (p *Place) cutPlaces() ([]engine.Place, bool) {
	return placesOf(p.talk, &p.cut.run.RunStart, p.config.Pace)
}

// resumeCut goes on with the run that was cut off. The clock of a rehearsal
// stands still until the speaker goes on; on stage it never did.
func (p *Place) resumeCut() {
	slides, same := p.cutPlaces()
	if !p.cut.ok || !same {
		return
	}
	run := p.cut.run
	p.cut = cutOff{}
	p.runs = slices.DeleteFunc(p.runs, func(r talk.Run) bool { return r.ID == run.ID })
	p.run, p.slides = continued(p.config, p.habits, run), slides
	p.plan = p.run.plan()
	p.run.do(nil)
	if run.Kind == talk.RunGiven { // the audience sits there and sees nothing
		p.giving.byHand = false
		p.giving.offerScreens()
		p.openAudience(p.giving.screen)
	}
	p.enterStage()
}

// keepCut ends the run that was cut off when it was last heard of: what was
// measured stays.
func (p *Place) keepCut() {
	if !p.cut.ok {
		return
	}
	cut := p.cut
	p.cut = cutOff{}
	p.config.Append(journal.NewEvent(cut.last, talk.RunEnd{Run: cut.run.ID, RunMeasure: cut.run.Measure()}))
	for i := range p.runs {
		if p.runs[i].ID == cut.run.ID {
			p.runs[i].Ended = cut.last
		}
	}
	p.ready.refresh()
	p.Focus()
}

// cutCard offers to go on with a run that was cut off.
type cutCard struct {
	card *widgets.Card
	what *widgets.Text
	goOn *widgets.Button
}

func newCutCard(p *Place) *cutCard {
	c := &cutCard{
		what: &widgets.Text{Flow: widgets.FlowWrap},
		goOn: &widgets.Button{Text: lang.L("Go on with it"), Key: "R", Tone: theme.Give, OnTapped: p.resumeCut},
	}
	c.card = &widgets.Card{Accent: theme.Message, Inset: 16, Content: widgets.Column(theme.SizeNameSpace3,
		&widgets.Text{Text: lang.L("A run was cut off"), SizeName: theme.SizeNameTitle, Style: fyne.TextStyle{Bold: true}, Flow: widgets.FlowWrap},
		c.what, c.goOn,
		&widgets.Button{Text: lang.L("Keep what was measured"), Key: "K", OnTapped: p.keepCut},
	)}
	return c
}

func (c *cutCard) refresh(p *Place) {
	if !p.cut.ok {
		c.card.Hide()
		return
	}
	words := map[string]any{
		"Time": p.cut.last.In(p.cut.run.Started.Location()).Format("15:04"), "Spoken": talk.Clock(p.cut.run.Total()),
	}
	places, same := p.cutPlaces()
	if same {
		counted := p.numbered(p.talk, places)
		words["Slide"], words["Slides"] = counted.number(p.cut.run.Slide), counted.of
	}
	switch {
	case same && p.cut.run.Kind == talk.RunGiven:
		c.what.SetText(lang.L("It stopped at {{.Time}} on slide {{.Slide}} of {{.Slides}}, with {{.Spoken}} spoken. The slot goes on meanwhile.", words))
		c.goOn.Show()
	case same:
		c.what.SetText(lang.L("It stopped at {{.Time}} on slide {{.Slide}} of {{.Slides}}, with {{.Spoken}} spoken. The clock waits until you go on.", words))
		c.goOn.Show()
	default:
		c.what.SetText(lang.L("It stopped at {{.Time}} with {{.Spoken}} spoken. The talk has other slides by now, so it cannot go on.", words))
		c.goOn.Hide()
	}
	c.card.Show()
}

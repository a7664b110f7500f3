package rehearse

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// emptyScreen is for a talk that has nothing to say yet.
type emptyScreen struct {
	content *fyne.Container
}

func newEmptyScreen(p *Place) *emptyScreen {
	return &emptyScreen{content: container.NewCenter(container.New(wide(400), widgets.Column(theme.SizeNameSpace3,
		&widgets.Text{Text: lang.L("There is nothing to say yet"), SizeName: theme.SizeNameFigure, Style: fyne.TextStyle{Bold: true}, Align: fyne.TextAlignCenter, Flow: widgets.FlowWrap},
		&widgets.Text{Text: lang.L("Write the first section in the draft. It will wait for you here."), ColorName: theme.ColorNameSoftInk, Align: fyne.TextAlignCenter, Flow: widgets.FlowWrap},
		container.NewCenter(&widgets.Button{Text: lang.L("Back to the draft"), Tone: theme.Give, OnTapped: func() { p.config.OnDraft() }}),
	)))}
}

// readyScreen is what one sees before a run: the plan, whether it fits, and what
// earlier runs came to.
type readyScreen struct {
	place   *Place
	content *fyne.Container
	page    *page

	title, fits *widgets.Text
	bar         *widgets.PaceBar
	sections    *sectionList
	fit         *fitCard
	runs        *runList
	begin, one  *widgets.Button
	how         *widgets.Text
	cut         *cutCard
	habits      *habitsCard
	chosen      int // the section to drill; -1 for the whole talk
}

func newReadyScreen(p *Place) *readyScreen {
	s := &readyScreen{
		place:    p,
		title:    &widgets.Text{SizeName: theme.SizeNameFigure, Style: fyne.TextStyle{Bold: true}, Flow: widgets.FlowWrap, Lines: 2},
		fits:     widgets.Soft(""),
		bar:      &widgets.PaceBar{Height: 14},
		sections: newSectionList(),
		fit:      newFitCard(p),
		how:      widgets.Soft(""),
		chosen:   -1,
	}
	s.runs = newRunList(p, lang.L("Earlier runs"), func(i int) {
		p.report.open(i)
		p.show(modeReport)
		p.Focus()
	})
	s.begin = &widgets.Button{Tone: theme.Give, OnTapped: p.startChosen}
	s.one = &widgets.Button{Text: lang.L("Drill one section"), Key: "D", OnTapped: func() { p.drillKeys(); p.Focus() }}
	give := &widgets.Button{Text: lang.L("Give it…"), Key: "G", Tone: theme.Message, OnTapped: func() { p.openGiving() }}
	s.cut = newCutCard(p)
	s.habits = newHabitsCard(p)
	s.page = newPage(
		[]fyne.CanvasObject{s.title, s.fits, s.bar, &widgets.Card{Content: s.sections.content, Inset: 16}},
		[]fyne.CanvasObject{s.cut.card, &widgets.Card{Content: widgets.Column(theme.SizeNameSpace3, s.begin, s.how, s.one, give)}, s.fit.card, s.runs.card, s.habits.card},
	)
	s.runs.grown = func() { s.page.refresh() }
	s.content = s.page.content
	return s
}

func (s *readyScreen) refresh() {
	p := s.place
	s.title.Text = p.talk.Title()
	if s.title.Text == "" {
		s.title.Text = lang.L("A talk without a title yet")
	}
	s.fits.Text = fitWords(p.plan)
	s.bar.Segments = planSegments(p)
	s.bar.Slot = int((p.plan.Slot - p.plan.Questions) / time.Second)
	s.bar.Limit = s.bar.Slot
	if p.plan.Total() > 0 {
		s.bar.Show()
	} else {
		s.bar.Hide()
	}
	s.refreshBegin()
	s.cut.refresh(p)
	s.sections.refresh(p, s.chosen)
	s.placeHabits()
	s.fit.refresh(p.plan)
	s.runs.refresh(-1, -1)
	s.page.refresh(s.title, s.fits, s.bar, s.how, s.begin, s.one)
}

// fewSections are so many that the speaker's habits have room below them; with
// more they stand at the right, behind the runs.
const fewSections = 12

// placeHabits puts the card with the speaker's habits where there is room for it.
func (s *readyScreen) placeHabits() {
	from, to := s.page.right, s.page.left
	if len(s.sections.rows.Objects) > fewSections {
		from, to = to, from
	}
	if i := slices.Index(from.Objects, fyne.CanvasObject(s.habits.card)); i >= 0 {
		from.Objects = slices.Delete(from.Objects, i, i+1)
		to.Objects = append(to.Objects, s.habits.card)
	}
}

// refreshBegin says what begins, and how.
func (s *readyScreen) refreshBegin() {
	p := s.place
	s.begin.Text, s.begin.Key = lang.L("Begin"), "→"
	s.how.Text = lang.L("Press → or Space to begin, or any key of your clicker that goes on.")
	if p.habits.ByHand {
		s.begin.Key = "F5"
		s.how.Text = lang.L("The clock starts with F5 or Enter. A clicker does not start it.")
	}
	if s.chosen >= 0 {
		s.begin.Text, s.begin.Key = lang.L("Begin with this section alone"), "↵"
		s.how.Text = lang.L("↑ and ↓ choose another section, Esc the whole talk. A drill has no slot to keep.")
	}
}

// choose chooses the section to drill; -1 is the whole talk.
func (s *readyScreen) choose(section int) {
	if s.chosen == section {
		return
	}
	s.chosen = section
	if s.place.mode == modeReady {
		s.refresh()
	}
}

// step chooses the next section to drill, or the one before.
func (s *readyScreen) step(way int) {
	sections := s.place.plan.Sections
	next := s.chosen
	if next < 0 && way < 0 {
		next = len(sections)
	}
	for next += way; next >= 0 && next < len(sections); next += way {
		if s.place.inPlan(next) {
			s.choose(next)
			return
		}
	}
}

// lastHere is what the section of that title took when it was last said to its
// end: the run after that may have been a drill of another one. 0 where it never was.
func (p *Place) lastHere(title string) time.Duration {
	for i := len(p.runs) - 1; i >= 0; i-- {
		if took := spokenIn(&p.runs[i], title); took > 0 {
			return took
		}
	}
	return 0
}

// inPlan reports whether a section has a slide in the plan.
func (p *Place) inPlan(section int) bool {
	for _, slide := range p.plan.Slides {
		if slide.Section == section {
			return true
		}
	}
	return false
}

// fitWords says whether a plan fits its slot.
func fitWords(plan talk.RunPlan) string {
	total := plan.Total()
	words := map[string]any{"Planned": talk.Clock(total), "Slot": talk.Clock(plan.Slot), "Questions": talk.Clock(plan.Questions)}
	if plan.Slot == 0 {
		return lang.L("{{.Planned}} planned. The talk has no slot yet.", words)
	}
	spare := (plan.Slot - plan.Questions - total).Round(time.Second)
	words["Spare"], words["Over"] = talk.Clock(spare), talk.Clock(-spare)
	switch {
	case spare == 0 && plan.Questions > 0:
		return lang.L("{{.Planned}} planned: all of your {{.Slot}} but the {{.Questions}} kept for questions.", words)
	case spare == 0:
		return lang.L("{{.Planned}} planned: all of your slot.", words)
	case spare < 0 && plan.Questions > 0:
		return lang.L("{{.Planned}} planned: {{.Over}} more than fit in your {{.Slot}}, with {{.Questions}} kept for questions.", words)
	case spare < 0:
		return lang.L("{{.Planned}} planned: {{.Over}} more than fit in your {{.Slot}}.", words)
	case plan.Questions > 0:
		return lang.L("{{.Planned}} planned, {{.Spare}} to spare in your {{.Slot}}, with {{.Questions}} kept for questions.", words)
	}
	return lang.L("{{.Planned}} planned, {{.Spare}} to spare in your {{.Slot}}.", words)
}

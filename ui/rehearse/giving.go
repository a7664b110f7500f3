package rehearse

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// givingScreen is what one sees before a talk is given: first a form that says
// where and for how long, then nothing but the way to begin, with the title
// before the audience.
type givingScreen struct {
	place   *Place
	content *fyne.Container
	form    fyne.CanvasObject
	wait    fyne.CanvasObject

	event, date, slot, listeners *givingField
	wrong                        *widgets.Text
	screens                      *fyne.Container
	screen                       Screen
	second                       bool // the second display was offered
	byHand                       bool // the speaker has chosen the screen
	about                        *widgets.Text
	title, how                   *widgets.Text
	armed                        bool // the audience sees the title
}

// givingWidth is that of the form.
const givingWidth = 460

func newGivingScreen(p *Place) *givingScreen {
	s := &givingScreen{
		place: p, wrong: &widgets.Text{ColorName: theme.ColorNameTakeInk, Flow: widgets.FlowWrap},
		screens: container.NewHBox(), about: widgets.Soft(""),
		title: &widgets.Text{SizeName: theme.SizeNameFigure, Style: fyne.TextStyle{Bold: true}, Align: fyne.TextAlignCenter, Flow: widgets.FlowWrap},
		how:   &widgets.Text{ColorName: theme.ColorNameSoftInk, Align: fyne.TextAlignCenter, Flow: widgets.FlowWrap},
	}
	for _, f := range []**givingField{&s.event, &s.date, &s.slot, &s.listeners} {
		*f = newGivingField(s)
	}
	label := func(text string, f *givingField) fyne.CanvasObject {
		return widgets.Column(theme.SizeNameSpace1, widgets.Caption(text), f)
	}
	form := widgets.Column(theme.SizeNameSpace4,
		&widgets.Text{Text: lang.L("Give it"), SizeName: theme.SizeNameLead, Style: fyne.TextStyle{Bold: true}},
		label(lang.L("Event"), s.event),
		container.NewGridWithColumns(3, label(lang.L("Date"), s.date), label(lang.L("Slot"), s.slot), label(lang.L("Listeners"), s.listeners)),
		widgets.Column(theme.SizeNameSpace2, widgets.Caption(lang.L("Slides")), s.screens, s.about),
		s.wrong,
		widgets.Column(theme.SizeNameSpace2,
			&widgets.Button{Text: lang.L("I am on stage"), Key: "↵", Tone: theme.Give, OnTapped: s.arm},
			&widgets.Button{Text: lang.L("Back"), Key: "Esc", OnTapped: s.leave},
		),
	)
	s.form = container.NewVScroll(container.NewCenter(inseted(0, pageSide, 0, pageSide,
		container.New(wide(givingWidth), &widgets.Card{Content: form, Inset: 24}))))
	s.wait = container.NewCenter(container.New(wide(givingWidth), widgets.Column(theme.SizeNameSpace4,
		s.title, s.how,
		&widgets.Button{Text: lang.L("Begin"), Key: "→", Tone: theme.Give, OnTapped: s.begin},
		&widgets.Button{Text: lang.L("Back"), Key: "Esc", OnTapped: s.disarm},
	)))
	s.content = container.NewStack(s.form, s.wait)
	s.wait.Hide()
	return s
}

// openGiving asks for what is to be given, with what the deal says already in
// place.
func (p *Place) openGiving() {
	s, deal := p.giving, &p.talk.Deal
	_, now := p.config.Now()
	s.event.SetText(deal.Event.Text)
	s.date.SetText(now.Format(time.DateOnly)) // who stands on the stage does so today, whatever was planned
	s.slot.SetText("")
	if d := deal.Slot.Duration; d > 0 {
		s.slot.SetText(talk.FormatDuration(d))
	}
	s.listeners.SetText("")
	if n := deal.Listeners.N; n > 0 {
		s.listeners.SetText(strconv.Itoa(n))
	}
	s.wrong.SetText("")
	s.wrong.Hide()
	s.byHand = false
	s.offerScreens()
	s.setArmed(false)
	p.show(modeGive)
	s.focus(s.event)
}

// offerScreens offers the screens that there are, the best one first. What the
// speaker has chosen stays, as long as it is there.
func (s *givingScreen) offerScreens() {
	c := &s.place.config
	s.second = s.place.hasSecond()
	if s.byHand && s.screen == SecondDisplay && !s.second {
		s.byHand = false
	}
	if !s.byHand {
		s.screen = s.best()
	}
	s.screens.RemoveAll()
	for _, o := range screenWords() {
		if o.screen == SecondDisplay && !s.second || o.screen != NoScreen && c.OpenAudience == nil {
			continue
		}
		s.screens.Add(&widgets.Chip{Text: o.name, OnTapped: func() {
			s.screen, s.byHand = o.screen, true
			s.showScreens()
		}})
	}
	s.showScreens()
}

// best is the screen that most speakers want of those that are offered.
func (s *givingScreen) best() Screen {
	switch {
	case s.place.config.OpenAudience == nil:
		return NoScreen
	case s.second:
		return SecondDisplay
	}
	return OwnWindow
}

// screenOffer is a screen as it is offered.
type screenOffer struct {
	screen      Screen
	name, about string
}

func screenWords() []screenOffer {
	return []screenOffer{
		{SecondDisplay, lang.L("On the second display"), lang.L("The slides fill the second display. Your script stays here.")},
		{OwnWindow, lang.L("In a window"), lang.L("Drag the window of the slides to where they see it, and press F there: it fills the screen.")},
		{NoScreen, lang.L("Script only"), lang.L("Only your script and the clock, here.")},
	}
}

// showScreens marks the chosen screen and says what it does.
func (s *givingScreen) showScreens() {
	chosen := screenWords()[s.screen]
	s.about.SetText(chosen.about)
	for _, o := range s.screens.Objects {
		chip := o.(*widgets.Chip)
		chip.Tone, chip.Bold = theme.Neutral, chip.Text == chosen.name
		if chip.Bold {
			chip.Tone = theme.Give
		}
		chip.Refresh()
	}
	s.content.Refresh()
}

// start is the run that the form describes, or what is wrong with it.
func (s *givingScreen) start() (talk.RunStart, string) {
	p := s.place
	start := talk.RunStart{Kind: talk.RunGiven, Title: p.talk.Title(), Plan: p.plan, Event: strings.TrimSpace(s.event.Text)}
	if date := strings.TrimSpace(s.date.Text); date != "" {
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			return start, lang.L("The date is written like {{.Date}}.", map[string]any{"Date": "2027-05-04"})
		}
		start.Date = date
	}
	start.Plan.Slot = 0
	if slot := strings.TrimSpace(s.slot.Text); slot != "" {
		if n, err := strconv.Atoi(slot); err == nil {
			slot = strconv.Itoa(n) + "m"
		}
		d, ok := talk.ParseDuration(slot)
		if !ok {
			return start, lang.L("The slot is a time such as 20m or 20:00.")
		}
		start.Plan.Slot = d
	}
	start.Plan.Questions = min(start.Plan.Questions, start.Plan.Slot)
	if listeners := strings.TrimSpace(s.listeners.Text); listeners != "" {
		n, err := strconv.Atoi(listeners)
		if err != nil || n < 0 {
			return start, lang.L("Listeners are a number.")
		}
		start.Listeners = n
	}
	return start, ""
}

// arm shows the title to the audience and waits for the first press.
func (s *givingScreen) arm() {
	p := s.place
	start, wrong := s.start()
	if wrong != "" {
		s.wrong.SetText(wrong)
		s.wrong.Show()
		s.content.Refresh()
		return
	}
	s.offerScreens() // a display may have come or gone this very moment
	p.plan = start.Plan
	p.run = newRehearsal(p.config, p.habits, start)
	p.openAudience(s.screen)
	s.title.SetText(p.talk.Title())
	s.showHow()
	s.setArmed(true)
	p.Focus()
}

// showHow says what the audience sees, and how to begin.
func (s *givingScreen) showHow() {
	how := lang.L("The clock starts with your first press: → or Space, or your clicker.")
	switch {
	case s.place.lost:
		how = lang.L("The second display is gone. The slides come back with it.") + " " + how
	case s.place.audience != nil:
		how = lang.L("The audience sees the title.") + " " + how
	}
	s.how.SetText(how)
}

// disarm goes back to the form.
func (s *givingScreen) disarm() {
	s.place.closeAudience()
	s.setArmed(false)
	s.focus(s.event)
}

// begin starts the clock.
func (s *givingScreen) begin() {
	s.place.start(func(c *engine.Clock) bool { return c.Next() || c.Start() })
}

// leave goes back to the plan.
func (s *givingScreen) leave() {
	s.place.prepare(s.place.talk)
	s.place.Focus()
}

func (s *givingScreen) setArmed(armed bool) {
	s.armed = armed
	setVisible(s.wait, armed)
	setVisible(s.form, !armed)
	s.content.Refresh()
}

// commands are those of the keys while the audience waits.
func (s *givingScreen) commands() []command {
	if !s.armed {
		return nil
	}
	return []command{
		{names: []fyne.KeyName{fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF5}, run: func(p *Place) { p.giving.begin() }},
		{names: []fyne.KeyName{fyne.KeyEscape}, run: func(p *Place) { p.giving.disarm() }},
	}
}

// focus puts the cursor into a field. The window does it: a canvas cannot be
// asked for by an object that was never drawn.
func (s *givingScreen) focus(f *givingField) { s.place.config.Focus(f) }

// givingField is a field of the form: Enter is done with it, Escape goes back.
type givingField struct {
	widget.Entry
	screen *givingScreen
}

func newGivingField(s *givingScreen) *givingField {
	f := &givingField{screen: s}
	f.OnSubmitted = func(string) { s.arm() }
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey implements fyne.Focusable.
func (f *givingField) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		f.screen.leave()
		return
	}
	f.Entry.TypedKey(e)
}

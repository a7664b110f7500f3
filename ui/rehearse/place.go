package rehearse

import (
	"io"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	engine "talkgiver/talk/rehearse"
	"talkgiver/talk/say"
)

// Config is what the place needs from the window. Now and Every must be there;
// what else is left out does nothing.
type Config struct {
	// Now reads the clocks: mono counts from any zero and never jumps, wall is
	// the one that people read. The heartbeat calls it, too.
	Now func() (mono time.Duration, wall time.Time)
	// Every calls f on the UI goroutine again and again, a period apart, and not
	// once more after stop. The place stops it and asks anew each time, for a tick
	// on the moment when a second is over.
	Every func(period time.Duration, f func()) (stop func())
	// Append writes events to the journal of the talk. It returns at once and
	// keeps the order; what goes wrong is for the window to tell.
	Append func(events ...talk.Event)
	// Heartbeat calls beat on a goroutine that no drawing makes late, each time
	// after the time that beat returned, until stop. What beat writes goes to the
	// journal that Append writes to, behind what that wrote before. Without it a
	// run is on disk as soon as the UI goroutine comes to it.
	Heartbeat func(beat func(write func(events ...talk.Event)) (next time.Duration)) (stop func())
	// KeepAwake is called with true while the speaker speaks: the screen must
	// not blank then.
	KeepAwake func(on bool)
	// OnStage is called with true when the stage comes up, for which the window
	// may put everything else away, and with false when it goes.
	OnStage func(on bool)
	// OnDraft is called when the speaker wants to go back to the draft.
	OnDraft func()

	// Drift says how far a run is from its plan, behind it with a positive time:
	// talk/say's, in the language of the window. English when left out.
	Drift func(d time.Duration) string
	// Say says what the engine knows: talk/say's, too.
	Say func(p talk.Phrase) string
	// Decimal writes a figure with so many decimals: talk/say's, too.
	Decimal func(v float64, decimals int) string
	// Day writes a date as short as it can be today: talk/say's, too.
	Day func(day, today time.Time) string

	// Do applies an edit to the open talk, as one step of undo, and calls Update.
	// It reports whether it could be done. Without it the place edits nothing.
	Do func(edit markdown.Edit) bool

	// Ask asks a question, and calls then when the answer is yes. Without it
	// nothing can be deleted.
	Ask func(title, text, yes string, then func())
	// Export asks for a file of an extension, and fills it with what write
	// writes. Without it nothing is saved.
	Export func(extension string, write func(io.Writer) error)
	// Live is how much longer the speaker takes on stage, as other talks tell.
	Live func() engine.Live
	// OnPace is called with another pace that the speaker took from the runs.
	OnPace func(words int)
	// OpenAudience shows slides to the audience on one of the screens. closed is
	// called when somebody else than the place closes them. Without it there is
	// the script alone.
	OpenAudience func(screen Screen, closed func()) Audience
	// SecondDisplay reports whether there is one.
	SecondDisplay func() bool
	// Front brings the place before the slides, with the keys.
	Front func()
	// Focus gives the keyboard to a field.
	Focus func(field fyne.Focusable)
	// OnDebrief asks what is to be said of a talk that was given.
	OnDebrief func(run string)
	// Value says what an item of the open talk is worth to the audience, for when
	// not all of them fit. Without it all are worth the same.
	Value func() func(item *talk.Item) int
	// Numbers are those that slides of a talk have in the deck that the audience sees,
	// from 1, and how many it has. Without it they are counted as they are gone through.
	Numbers func(t *talk.Talk, slides []engine.Place) (numbers []int, of int)
	// Habits are the speaker's own. OnHabits is called with others.
	Habits   Habits
	OnHabits func(habits Habits)

	// Pace is the speaker's own in words a minute; 0 when not known.
	Pace int
	// ScriptScale enlarges the script over the theme's size; 0 is 1.
	ScriptScale float32
	// OnScriptScale is called with another scale that the speaker chose.
	OnScriptScale func(scale float32)
}

// mode is what the place shows, and so what its keys do.
type mode int

const (
	modeEmpty  mode = iota // a talk without anything to say
	modeReady              // the plan, before a run
	modeStage              // a run
	modeReport             // after it
	modeGive               // before the talk is given
)

// overlay lies over the stage and has the keys.
type overlay int

const (
	overlayNone  overlay = iota
	overlayBlank         // nothing to be seen
	overlayKeys          // the list of keys
	overlayEnd           // end this run?
	overlayHave          // how much time is there now?
	overlayEdit          // a passage is changed
	overlayCount         // it counts in
)

// asks reports whether it is for the speaker to read, or to type in.
func (o overlay) asks() bool {
	return o == overlayKeys || o == overlayEnd || o == overlayHave || o == overlayEdit
}

// Place is the place where a talk is rehearsed. Its methods are for the UI
// goroutine.
type Place struct {
	config Config
	habits Habits

	talk    *talk.Talk
	plan    talk.RunPlan    // the one that counts now
	slides  []engine.Place  // where the plan's slides stand in the talk
	counted numbering       // how people count them, during a run
	weights []engine.Weight // what each of them is worth, during a run
	runs    []talk.Run      // those before this one, oldest first
	run     *rehearsal      // nil before a talk is there

	mode    mode
	overlay overlay
	covers  time.Duration // since when it does
	resumes bool          // the question about the end has stopped the clock
	away    bool          // the reader has left the stage
	digits  string
	// digitsUntil is when the digits are forgotten, on the clock that never jumps.
	digitsUntil time.Duration
	presses     map[string]time.Duration // when a key that a bounce would turn back was pressed
	cut         cutOff                   // a run that was cut off

	tables tables
	ticker ticker
	awake  bool

	stopBeat func() // nil while no heart beats

	root   *keyboard
	screen *fyne.Container // one screen at a time
	empty  *emptyScreen
	ready  *readyScreen
	stage  *stage
	report *reportScreen
	giving *givingScreen

	audience Audience // nil where nobody sees slides
	seen     int      // the slide of the plan that the audience sees
	blanked  bool     // the audience sees nothing
	lost     bool     // the display of the slides is gone
	displays ticker   // looks for displays
}

// New returns the place, without a talk.
func New(config Config) *Place {
	p := &Place{
		config: withDefaults(config), presses: make(map[string]time.Duration),
		tables: tables{readyCommands(), countCommands(), stageCommands(), endCommands(), reportCommands()},
	}
	p.habits = p.config.Habits
	p.ticker.every, p.displays.every = config.Every, config.Every
	p.empty = newEmptyScreen(p)
	p.ready = newReadyScreen(p)
	p.stage = newStage(p)
	p.report = newReportScreen(p)
	p.giving = newGivingScreen(p)
	p.screen = container.NewStack(p.empty.content, p.ready.content, p.stage.content, p.report.content, p.giving.content)
	p.root = newKeyboard(p, p.screen)
	p.show(modeEmpty)
	return p
}

func withDefaults(c Config) Config {
	if c.Append == nil {
		c.Append = func(...talk.Event) {}
	}
	if c.Heartbeat == nil {
		c.Heartbeat = func(func(func(...talk.Event)) time.Duration) func() { return func() {} }
	}
	if c.KeepAwake == nil {
		c.KeepAwake = func(bool) {}
	}
	if c.OnStage == nil {
		c.OnStage = func(bool) {}
	}
	if c.OnDraft == nil {
		c.OnDraft = func() {}
	}
	if c.OnScriptScale == nil {
		c.OnScriptScale = func(float32) {}
	}
	if c.Drift == nil {
		c.Drift = say.For("en").Drift
	}
	if c.Front == nil {
		c.Front = func() {}
	}
	if c.Focus == nil {
		c.Focus = func(fyne.Focusable) {}
	}
	if c.Say == nil {
		c.Say = say.For("en").Run
	}
	if c.Decimal == nil {
		c.Decimal = say.For("en").Decimal
	}
	if c.Day == nil {
		c.Day = say.For("en").ShortDay
	}
	if c.Live == nil {
		c.Live = func() engine.Live { return engine.LiveFactor(0) }
	}
	if c.Habits.Alarms == nil {
		c.Habits.Alarms = engine.DefaultAlarms()
	}
	if c.OnHabits == nil {
		c.OnHabits = func(Habits) {}
	}
	if c.ScriptScale <= 0 {
		c.ScriptScale = 1
	}
	return c
}

// Content is what the window shows.
func (p *Place) Content() fyne.CanvasObject { return p.root }

// Focus gives the keys to the place. The window does it, for keys that are faster
// than the screen: whoever looks for the canvas of what was not drawn yet finds
// none, and a key would go into a field that is hidden by then.
func (p *Place) Focus() { p.config.Focus(p.root) }

// Begin opens a talk: its plan, before a run. A run that is under way ends and
// is kept. SetRuns follows.
func (p *Place) Begin(t *talk.Talk) {
	p.Finish()
	p.runs, p.cut = nil, cutOff{}
	p.prepare(t)
}

// Update shows the same talk, after an edit or after Leave. Before a run the
// plan follows. A run under way keeps the plan it was started with, and its
// script follows as long as the talk has as many slides.
func (p *Place) Update(t *talk.Talk) {
	if p.mode == modeReport {
		p.talk = t // the report is of what was said; the next run has the edit
		p.report.refresh()
		return
	}
	if p.mode == modeGive {
		if _, slides := engine.NewPlan(t, p.config.Pace); len(slides) == len(p.slides) {
			p.talk, p.slides = t, slides // the plan is that of the form
			return
		}
	}
	if !p.UnderWay() {
		p.prepare(t)
		return
	}
	if p.away {
		p.away = false
		p.config.OnStage(true)
	}
	if slides, same := placesOf(t, &p.run.start, p.config.Pace); same {
		p.talk, p.slides = t, slides
		p.counted = p.numbered(t, slides)
		p.stage.scroller.begin(p)
		p.stage.showSlide(true)
	}
}

// SetRuns tells the runs that the talk's journal has, oldest first. A run under
// way is not one of them yet; one that has just ended is, even where the journal
// was read before.
func (p *Place) SetRuns(runs []talk.Run) {
	if p.run == nil {
		return
	}
	known := p.runs
	p.runs = slices.Clone(runs)
	if id := p.run.id(); id != "" {
		own := func(r talk.Run) bool { return r.ID == id }
		p.runs = slices.DeleteFunc(p.runs, own)
		if i := slices.IndexFunc(known, own); i >= 0 {
			p.runs = append(p.runs, known[i])
		}
	}
	switch {
	case p.mode == modeReady:
		p.ready.refresh()
	case p.mode == modeReport:
		looked := known[p.report.index].ID
		i := slices.IndexFunc(p.runs, func(r talk.Run) bool { return r.ID == looked })
		if i < 0 {
			i = len(p.runs) - 1
		}
		if i < 0 {
			p.prepare(p.talk)
			return
		}
		p.report.index = i
		p.report.refresh()
	case p.UnderWay():
		p.stage.showFoot()
	}
}

// UnderWay reports whether a run has begun and not ended.
func (p *Place) UnderWay() bool {
	return p.run != nil && p.run.underWay()
}

// Leave is for when the reader looks at another place: a run under way pauses,
// and a report is put away. Update comes back.
func (p *Place) Leave() {
	switch {
	case p.away:
	case p.mode == modeStage && !p.UnderWay(): // it counts in
		p.cancelCountIn()
	case p.mode == modeStage:
		p.closeOverlay()
		p.do((*engine.Clock).Pause)
		p.away = true
		p.config.OnStage(false)
	case p.mode == modeReport, p.mode == modeGive:
		p.prepare(p.talk)
	}
}

// Finish ends a run that is under way, and keeps it: before the talk closes,
// before the window does.
func (p *Place) Finish() {
	switch {
	case p.UnderWay():
		p.closeOverlay()
		p.end()
	case p.mode == modeStage:
		p.cancelCountIn()
	}
}

// prepare shows the plan of a talk.
func (p *Place) prepare(t *talk.Talk) {
	p.closeAudience()
	p.talk = t
	p.plan, p.slides = engine.NewPlan(t, p.config.Pace)
	p.run = newRehearsal(p.config, p.habits, talk.RunStart{Kind: talk.RunPractice, Title: t.Title(), Plan: p.plan})
	p.ready.choose(-1)
	if p.overlay == overlayCount {
		p.cover(overlayNone)
	}
	if nothingToSay(t, p.slides) {
		p.show(modeEmpty)
		return
	}
	p.ready.refresh()
	p.show(modeReady)
}

// nothingToSay reports whether there is neither a title nor a word on any slide.
func nothingToSay(t *talk.Talk, slides []engine.Place) bool {
	for _, at := range slides {
		if s := t.Sections[at.Section].Slides[at.Slide]; s.Title != "" || len(s.Items) > 0 {
			return false
		}
	}
	return true
}

// show brings up one of the screens.
func (p *Place) show(m mode) {
	was := p.mode
	p.mode = m
	for i, screen := range p.screen.Objects {
		if mode(i) == m {
			screen.Show()
		} else {
			screen.Hide()
		}
	}
	if was == modeStage && m != modeStage && !p.away {
		p.config.OnStage(false)
	}
	p.away = false
	if was != modeStage && m == modeStage {
		p.config.OnStage(true)
	}
	p.watchDisplays(m == modeGive || m == modeStage && p.run.start.Kind == talk.RunGiven)
}

// do ticks the clock, lets an action happen at that moment, and shows and
// writes what came of it. It reports whether the action had an effect.
func (p *Place) do(action func(*engine.Clock) bool) bool {
	done := p.run.do(action)
	p.follow()
	return done
}

// tick is called when something that is shown is due to change, and often
// enough for the journal.
func (p *Place) tick() {
	p.run.do(nil)
	p.follow()
}

// follow brings screen, ticks and screen saver to where the clock is.
func (p *Place) follow() {
	state := p.run.state()
	if awake := state == engine.Running || state == engine.Question; awake != p.awake {
		p.awake = awake
		p.config.KeepAwake(awake)
	}
	p.keepBeating(beating(state))
	if !p.run.underWay() && state != engine.CountIn {
		p.ticker.stopTicking()
		return
	}
	reading := p.run.read()
	p.coverCountIn(&reading)
	p.showAudience(reading.Slide)
	p.ticker.next(min(p.stage.refresh(&reading), p.run.wait()), p.tick)
}

// start begins the run and brings up the stage.
func (p *Place) start(action func(*engine.Clock) bool) {
	if !p.run.do(action) {
		return
	}
	p.enterStage()
}

// enterStage brings up the stage for a run.
func (p *Place) enterStage() {
	p.weigh()
	p.counted = p.numbered(p.talk, p.slides)
	p.stage.begin()
	p.show(modeStage)
	p.follow()
	p.Focus()
}

// end ends the run, keeps it and shows its report.
func (p *Place) end() {
	p.run.end()
	p.closeAudience()
	p.follow()
	p.runs = append(p.runs, p.run.measured())
	p.report.open(len(p.runs) - 1)
	p.show(modeReport)
}

// throwAway ends the run and takes it back.
func (p *Place) throwAway() {
	p.run.end()
	p.run.takeBack()
	p.follow()
	p.prepare(p.talk)
}

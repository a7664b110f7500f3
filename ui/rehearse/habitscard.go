package rehearse

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// habitsCard is where a speaker says how to rehearse.
type habitsCard struct {
	place *Place
	card  *widgets.Card
	times map[engine.Level]*field
	whys  map[engine.Level]*widgets.Text // what is wrong with a time that was typed
	flash *widget.Check
}

// levels are those of the warnings, in the order in which they come.
var levels = []engine.Level{engine.Near, engine.Over, engine.Urgent}

// countsIn are the seconds that can be chosen to count in.
var countsIn = []time.Duration{0, 3 * time.Second, 5 * time.Second}

func newHabitsCard(p *Place) *habitsCard {
	c := &habitsCard{place: p, times: make(map[engine.Level]*field), whys: make(map[engine.Level]*widgets.Text)}
	h := &p.habits
	starts := choice([]string{lang.L("with the first key"), lang.L("by hand")}, pick(h.ByHand), func(i int) {
		p.setHabits(func(h *Habits) { h.ByHand = i == 1 })
		p.renew()
	})
	countIn := choice([]string{lang.L("at once"), "3 2 1", "5 4 3 2 1"}, max(0, slices.Index(countsIn, h.CountIn)), func(i int) {
		p.setHabits(func(h *Habits) { h.CountIn = countsIn[i] })
		p.renew()
	})
	shows := choice([]string{lang.L("script"), lang.L("cue cards")}, pick(h.Cards), func(i int) {
		p.setHabits(func(h *Habits) { h.Cards = i == 1 })
	})
	column := widgets.Column(theme.SizeNameSpace2,
		&widgets.Text{Text: lang.L("How you rehearse"), SizeName: theme.SizeNameTitle, Style: fyne.TextStyle{Bold: true}},
		habit(lang.L("The clock starts"), starts),
		habit(lang.L("By hand, it starts"), countIn),
		habit(lang.L("You see the"), shows),
		widgets.Soft(lang.L("Warn me at a share of my time, or so long before its end: 80%, 5m. -1m is after it.")),
	)
	for _, level := range levels {
		column.Add(c.alarms(level))
		column.Add(c.whys[level])
	}
	c.flash = widget.NewCheck(lang.L("The screen lights up when one comes"), nil)
	c.flash.SetChecked(slices.ContainsFunc(h.Alarms, func(a engine.Alarm) bool { return a.Flash }))
	c.flash.OnChanged = func(bool) { c.keep() }
	column.Add(c.flash)
	c.card = &widgets.Card{Content: column, Inset: 16}
	return c
}

func pick(second bool) int {
	if second {
		return 1
	}
	return 0
}

// choice lets one of a few be chosen.
func choice(items []string, selected int, choose func(int)) fyne.CanvasObject {
	return container.NewHBox(container.NewStack(&widgets.Surface{ColorName: theme.ColorNamePanel, Round: true},
		&widgets.Places{Items: items, Selected: selected, OnSelected: choose}))
}

// habit is a choice with its words before it.
func habit(words string, choice fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&habitRow{}, &widgets.Text{Text: words, Flow: widgets.FlowEllipsis}, choice)
}

// alarms is the field with the times of one level of warning.
func (c *habitsCard) alarms(level engine.Level) fyne.CanvasObject {
	f := newField(c.place)
	f.SetText(alarmTimes(c.place.habits.Alarms, level))
	f.OnChanged = func(string) { c.keep() }
	f.onEnter, f.onEscape = c.place.Focus, c.place.Focus
	f.onLeave = func() { c.putBack(level) }
	c.times[level] = f
	why := &widgets.Text{ColorName: theme.ColorNameTakeInk, Flow: widgets.FlowWrap}
	why.Hide()
	c.whys[level] = why
	words := map[engine.Level]string{
		engine.Near: lang.L("amber"), engine.Over: lang.L("red"), engine.Urgent: lang.L("all red"),
	}[level]
	return habit(words, f)
}

// alarmTimes writes when the warnings of a level come.
func alarmTimes(alarms engine.Alarms, level engine.Level) string {
	var times []string
	for _, a := range alarms {
		if text, err := a.MarshalText(); a.Level == level && err == nil {
			at, _, _ := strings.Cut(string(text), " ")
			times = append(times, shortTime(at))
		}
	}
	return strings.Join(times, ", ")
}

// shortTime leaves the zeros of a time away that Go writes: "5m0s" is "5m".
func shortTime(text string) string {
	text = strings.Replace(text, "m0s", "m", 1)
	return strings.Replace(text, "h0m", "h", 1)
}

// keep takes what the fields say. A level whose field cannot be read keeps the
// warnings that it had.
func (c *habitsCard) keep() {
	alarms := engine.Alarms{} // not nil: who wants none has none
	for _, level := range levels {
		read, wrong := readAlarms(c.times[level].Text, level)
		if wrong != "" {
			read = ofLevel(c.place.habits.Alarms, level)
		}
		for _, alarm := range read {
			alarm.Flash = c.flash.Checked
			alarms = append(alarms, alarm)
		}
		c.say(level, c.whyNot(level, wrong))
	}
	c.place.setHabits(func(h *Habits) { h.Alarms = alarms })
}

// putBack writes into a field that is left what holds, where it said something
// else.
func (c *habitsCard) putBack(level engine.Level) {
	if _, wrong := readAlarms(c.times[level].Text, level); wrong != "" {
		c.times[level].SetText(alarmTimes(c.place.habits.Alarms, level))
	}
}

// whyNot says that a word is no time, and what holds in its place.
func (c *habitsCard) whyNot(level engine.Level, wrong string) string {
	if wrong == "" {
		return ""
	}
	words := map[string]any{"Text": wrong, "Times": alarmTimes(c.place.habits.Alarms, level)}
	if words["Times"] == "" {
		return lang.L("“{{.Text}}” is no time: write 80%, 5m, 90s or -1m. There is still no such warning.", words)
	}
	return lang.L("“{{.Text}}” is no time: write 80%, 5m, 90s or -1m. Still warned at {{.Times}}.", words)
}

// ofLevel are the warnings of a level.
func ofLevel(alarms engine.Alarms, level engine.Level) engine.Alarms {
	var some engine.Alarms
	for _, a := range alarms {
		if a.Level == level {
			some = append(some, a)
		}
	}
	return some
}

// readAlarms reads when the warnings of a level come; wrong is the first word
// that is no time.
func readAlarms(text string, level engine.Level) (alarms engine.Alarms, wrong string) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == ';' }) {
		alarm, ok := readAlarm(word, level)
		if !ok {
			return nil, word
		}
		alarms = append(alarms, alarm)
	}
	return alarms, ""
}

// readAlarm reads when a warning comes. A bare number is minutes.
func readAlarm(text string, level engine.Level) (engine.Alarm, bool) {
	word := map[engine.Level]string{engine.Near: "near", engine.Over: "over", engine.Urgent: "urgent"}[level]
	var alarm engine.Alarm
	if strings.Trim(text, "-0123456789") == "" {
		text += "m"
	}
	err := alarm.UnmarshalText([]byte(text + " " + word))
	return alarm, err == nil
}

// say says below a field what is wrong with it; nothing when it is right.
func (c *habitsCard) say(level engine.Level, words string) {
	why := c.whys[level]
	if why.Text == words {
		return
	}
	why.SetText(words)
	setVisible(why, words != "")
	c.place.ready.page.refresh(c.card)
}

// renew makes the clock anew before a run, with other habits.
func (p *Place) renew() {
	if p.mode != modeReady {
		return
	}
	p.run = newRehearsal(p.config, p.habits, p.run.start)
	p.ready.refresh()
}

// habitRow has the choice beside its words, or below them where it is too wide.
type habitRow struct{ width float32 }

const habitWords = 120 // the room of the words

func (l *habitRow) below(o []fyne.CanvasObject) bool {
	return l.width > 0 && habitWords+o[1].MinSize().Width > l.width
}

// MinSize implements fyne.Layout. The height is that for the width it has now.
func (l *habitRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	words, choice := o[0].MinSize(), o[1].MinSize()
	if l.below(o) {
		return fyne.NewSize(choice.Width, words.Height+gapBetween/2+choice.Height)
	}
	return fyne.NewSize(choice.Width, max(words.Height, choice.Height))
}

// Layout implements fyne.Layout.
func (l *habitRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	words, choice := o[0].MinSize().Height, o[1].MinSize().Height
	if l.below(o) {
		place(o[0], 0, 0, size.Width, words)
		place(o[1], 0, words+gapBetween/2, size.Width, choice)
		return
	}
	place(o[0], 0, (max(words, choice)-words)/2, habitWords, words)
	place(o[1], habitWords, (max(words, choice)-choice)/2, size.Width-habitWords, choice)
}

package rehearse

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// havePanel is for "you now have twelve minutes": a field for the time, and what
// it means for the talk before it is taken.
type havePanel struct {
	place   *Place
	content *fyne.Container
	field   *field
	means   *widgets.Text
	skip    *widgets.Button
	column  *fyne.Container
	advice  engine.Advice
}

func newHavePanel(p *Place) *havePanel {
	h := &havePanel{place: p, field: newField(p), means: &widgets.Text{ColorName: theme.ColorNameSoftInk, Flow: widgets.FlowWrap}}
	h.field.PlaceHolder = lang.L("12, or 12:30")
	h.field.accepts = func(r rune) bool { return r >= '0' && r <= '9' || r == ':' }
	h.field.OnChanged = func(string) { h.refresh() }
	h.field.onEnter = func() { h.take(false) }
	h.field.onEscape = p.leaveOverlay
	h.field.onRune = func(r rune) bool {
		skips := (r == 's' || r == 'S') && len(h.advice.Slides) > 0
		if skips {
			h.take(true)
		}
		return skips
	}
	h.skip = &widgets.Button{Text: lang.L("Skip that, and take it"), Key: "S", Tone: theme.Give, OnTapped: func() { h.take(true) }}
	h.column = widgets.Column(theme.SizeNameSpace3,
		&widgets.Text{Text: lang.L("You now have"), SizeName: theme.SizeNameLead, Style: fyne.TextStyle{Bold: true}},
		h.field, h.means, h.skip,
		&widgets.Button{Text: lang.L("Take it: all that is left shrinks alike"), Key: "↵", OnTapped: func() { h.take(false) }},
		widgets.Caption(lang.L("The clock goes on meanwhile. Esc leaves all as it is.")),
	)
	h.content = overClocks(container.New(wide(400), h.column))
	return h
}

// left is the time that is typed in: a bare number is minutes.
func (h *havePanel) left() (time.Duration, bool) { return talk.ReadTime(h.field.Text) }

// open empties the field and gives it the keys.
func (h *havePanel) open() {
	h.field.SetText("")
	h.refresh()
	h.field.focus()
}

// refresh says what the time means.
func (h *havePanel) refresh() {
	h.advice = engine.Advice{}
	left, ok := h.left()
	words := ""
	switch {
	case ok:
		h.advice = engine.AdviseFor(h.place.run.measured(), h.place.weights, left)
		if words = h.place.config.Say(h.advice.Words()); words == "" {
			words = lang.L("That is enough for all that is left.")
		}
	case h.field.Text == "":
		words = lang.L("Minutes until the end, those for questions included.")
	default:
		words = lang.L("That is no time: write 12 or 12:30.")
	}
	h.means.SetText(words)
	if len(h.advice.Slides) > 0 {
		h.skip.Show()
	} else {
		h.skip.Hide()
	}
	h.column.Refresh()
	h.content.Refresh()
}

// take makes the time count, after leaving out what is advised if that is wanted.
func (h *havePanel) take(skip bool) {
	left, ok := h.left()
	if !ok {
		h.refresh()
		return
	}
	slides := h.advice.Slides
	h.place.leaveOverlay()
	taken := h.place.replan(func(c *engine.Clock) bool {
		if skip {
			c.Skip(slides...)
		}
		return c.Have(left)
	})
	if !taken {
		return
	}
	if asking := h.place.run.read().QuestionsLeft; asking >= time.Second {
		h.place.stage.say(lang.L("{{.Time}} from now, {{.Questions}} of it for questions; the plan follows",
			map[string]any{"Time": talk.Clock(left), "Questions": talk.Clock(asking)}))
		return
	}
	h.place.stage.say(lang.L("{{.Time}} from now; the plan follows", map[string]any{"Time": talk.Clock(left)}))
}

// have asks how much time there is now.
func (p *Place) have() {
	p.cover(overlayHave)
	p.stage.have.open()
}

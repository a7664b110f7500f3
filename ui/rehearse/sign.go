package rehearse

import (
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// showSign shows in the middle what a speaker must see from two metres away:
// that the clock waits, else that the time is over or nearly, else how far the
// run is from its plan.
func (s *stage) showSign() {
	f, warning := s.shown, s.warningWords()
	shape, tone, text := widgets.Halted, theme.Clarity, ""
	switch {
	case f.state == engine.Paused:
		text = lang.L("paused {{.Time}}", map[string]any{"Time": clockOf(f.since)})
	case f.state == engine.Question:
		shape, text = widgets.Asked, lang.L("question {{.Time}}", map[string]any{"Time": clockOf(f.since)})
	case warning != "":
		shape, tone, text = widgets.Warning, levelTone(f.alarm.Level), warning
	case s.squeeze.Short > 0: // on time by a plan that the slot has no room for is not on time
		shape, tone = widgets.Warning, theme.Message
		text = lang.L("{{.Time}} too long", map[string]any{"Time": talk.Clock(s.squeeze.Short)})
	case f.drift == engine.Unplanned:
		s.sign.Hide()
		return
	default:
		shape, tone = driftLook(f.drift)
		text = s.driftText
	}
	s.sign.Show()
	if s.sign.Drift == shape && s.sign.Tone == tone && s.sign.Text == text {
		return
	}
	s.sign.Drift, s.sign.Tone, s.sign.Text = shape, tone, text
	s.sign.Refresh()
}

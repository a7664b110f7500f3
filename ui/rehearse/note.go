package rehearse

import (
	"time"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
)

// showNote shows the line below the sign: a word about the last key, else what
// goes on, what to do about a drift (or the drift itself, where the sign has
// something more urgent), or when the speaker's pace ends.
func (s *stage) showNote() {
	f := s.shown
	text, color, skips := s.said, theme.ColorNameSoftInk, false
	advice := s.place.config.Say(s.advice.Words())
	squeeze := s.place.config.Say(s.squeeze.Words())
	warning := s.warningWords()
	switch {
	case s.place.digits != "":
		text = lang.L("go to slide {{.Slide}} with Enter", map[string]any{"Slide": s.place.digits})
	case text != "":
	case s.place.blanked:
		text = lang.L("the audience sees nothing · B brings it back")
	case s.place.lost:
		text = lang.L("the second display is gone · the slides come back with it")
	case f.waits:
		text = lang.L("→ or P goes on")
	case f.state == engine.Paused:
		text = lang.L("P goes on")
	case f.state == engine.Question && s.place.plan.Questions > 0 && !f.asks.over:
		text = lang.L("{{.Left}} of {{.Planned}} kept for questions left · Q goes on",
			map[string]any{"Left": clockOf(f.asks.seconds), "Planned": talk.Clock(s.place.plan.Questions)})
	case f.state == engine.Question:
		text = lang.L("Q goes on")
	case warning != "" && f.talk.over:
		text, color = lang.L("Come to the end"), levelTone(f.alarm.Level).Ink()
	case squeeze != "": // of more than a drift
		text, color, skips = squeeze, theme.ColorNameInk, s.squeeze.Slide >= 0
	case advice != "":
		text, color, skips = advice, theme.ColorNameInk, len(s.advice.Slides) > 0
	case warning != "" && (f.drift == engine.Behind || f.drift == engine.Ahead):
		text, color = s.driftText, theme.ColorNameInk
	case f.ends != 0:
		end := time.Unix(f.ends*60, 0).In(s.place.run.lastTick().Location())
		text = lang.L("at your pace you end at {{.Time}}", map[string]any{"Time": end.Format("15:04")})
	}
	if s.note.Text == text && s.note.ColorName == color && s.skip.Visible() == skips {
		return
	}
	s.note.Text, s.note.ColorName = text, color
	if skips {
		s.skip.Show()
	} else {
		s.skip.Hide()
	}
	s.note.Refresh()
	s.noteLine.Refresh()
}

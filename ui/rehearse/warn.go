package rehearse

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
)

const (
	// warnFor is how long the words of a warning stay: long enough to be found
	// after a look at the audience.
	warnFor = 8 * time.Second
	// flashFor is how long the screen is lit by a warning: once, so that it harms
	// nobody, and long enough for the corner of an eye.
	flashFor = 700 * time.Millisecond
)

// levelTone is the colour of a warning.
func levelTone(level engine.Level) theme.Tone {
	switch level {
	case engine.Near:
		return theme.Message
	case engine.Over, engine.Urgent:
		return theme.Take
	}
	return theme.Neutral
}

// warn is called when another warning has come up.
func (s *stage) warn(alarm engine.Alarm) {
	now, _ := s.place.config.Now()
	s.warnedUntil = now + warnFor
	if alarm.Flash {
		s.litUntil = now + flashFor
	}
}

// warningWords says how near the end is; nothing once the speaker had the time
// to read it, until the time is over. From then on it is all that counts.
func (s *stage) warningWords() string {
	f := s.shown
	over := f.talk.over && f.alarm.Level >= engine.Over
	switch {
	case f.alarm.Level == engine.Calm || !f.warned && !over:
		return ""
	case !f.talk.over && f.talk.seconds > 0:
		return lang.L("{{.Time}} left", map[string]any{"Time": clockOf(f.talk.seconds)})
	case f.talk.seconds == 0:
		return lang.L("Time is up")
	}
	return lang.L("{{.Time}} over", map[string]any{"Time": clockOf(f.talk.seconds)})
}

// showGround lights the ground of the stage for a moment, or colours it for as
// long as a warning is urgent. An edge says that the clock waits: who pressed a
// key by mistake must not learn it from the report.
func (s *stage) showGround() {
	f := s.shown
	setVisible(s.edge, f.state == engine.Paused || f.state == engine.Question)
	var color fyne.ThemeColorName
	switch tone := levelTone(f.alarm.Level); {
	case f.lit:
		color = tone.Soft()
	case f.alarm.Level == engine.Urgent:
		color = tone.Tint()
	default:
		s.ground.Hide()
		return
	}
	s.ground.color = color
	s.ground.Show()
	s.ground.Refresh()
}

package draft

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// MessageNote is a change of the message that the journal has.
type MessageNote struct {
	// Reason adds why the message changed.
	Reason func(reason string)
	// Withdraw takes the note back: the message is what it was, or has changed
	// further.
	Withdraw func()
}

// messageChange asks why the message has changed, when its field is left, in a
// line below it that can be passed by. The change is in the journal by then;
// the reason follows when it is given.
type messageChange struct {
	deal   *deal
	row    *fyne.Container
	reason *entry
	before string // the message before it was typed into
	typed  bool   // it was, since its field got the cursor

	note *MessageNote // of the last change, while it can still get a reason
	from string       // what the message was before it
}

func newMessageChange(d *deal) *messageChange {
	m := &messageChange{deal: d}
	m.reason = newEntry(d.place, "", lang.L("New data, a better word … Enter keeps it"), false)
	m.reason.onEnter = func() {
		m.give()
		d.place.cfg.Focus(d.message)
	}
	m.reason.onFocus = func(gained bool) {
		if !gained && strings.TrimSpace(m.reason.Text) != "" {
			m.give()
		}
		d.focusChanged(gained)
	}
	m.reason.onCursor = func() { d.follow(m.reason) }
	skip := &widgets.Chip{Text: lang.L("no reason"), OnTapped: m.skip}
	asks := widgets.Caption(lang.L("You changed your message. Why?"))
	asks.Flow = widgets.FlowLine
	asks.ColorName = theme.ColorNameMessageInk
	m.row = container.NewBorder(nil, nil, asks, skip, m.reason)
	m.row.Hide()
	return m
}

// focusChanged is called when the cursor comes into the message or leaves it.
func (m *messageChange) focusChanged(gained bool) {
	now := m.deal.place.document.Talk().Deal.Message.Text
	if gained {
		m.before, m.typed = now, false
		return
	}
	if sameWords(m.before, now) || m.deal.place.cfg.NoteMessage == nil {
		return
	}
	from, asks := m.before, m.before != "" && now != ""
	if m.note != nil { // the change goes on
		from = m.from
		asks = m.row.Visible()
		m.note.Withdraw()
		m.note = nil
	}
	// To go on with a sentence is no change of mind.
	asks = asks && !strings.HasPrefix(now, from)
	if m.note = m.deal.place.cfg.NoteMessage(from, now); m.note == nil {
		m.show(false)
		return
	}
	m.from = from
	m.show(asks)
}

// follow looks whether the message is again what it was, by an undo or typed
// back. What an undo makes of a message is nothing that the speaker has changed.
func (m *messageChange) follow(message string, typed bool) {
	if m.typed = m.typed || typed; !m.typed {
		m.before = message
	}
	if m.note != nil && message == m.from {
		m.note.Withdraw()
		m.note = nil
		m.before = message
		m.show(false)
	}
}

// give hands the reason over.
func (m *messageChange) give() {
	reason := strings.TrimSpace(m.reason.Text)
	if m.note != nil && reason != "" {
		m.note.Reason(reason)
	}
	m.skip()
}

// skip goes on without a reason.
func (m *messageChange) skip() {
	m.note = nil
	m.show(false)
}

// forget lets go of the talk before.
func (m *messageChange) forget() {
	m.before = ""
	m.give()
}

func (m *messageChange) show(visible bool) {
	if m.row.Visible() == visible {
		return
	}
	m.reason.set("")
	setVisible(m.row, visible)
	m.deal.whole.Refresh()
	m.deal.place.relayout()
}

// sameWords reports whether two messages differ in signs and case alone.
func sameWords(a, b string) bool {
	letters := func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}
	return strings.Map(letters, a) == strings.Map(letters, b)
}

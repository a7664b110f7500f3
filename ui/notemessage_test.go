package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/talk/journal"
)

// messages are the changes of the message that stand in the talk's journal.
func (d *desk) messages() []talk.MessageChange {
	d.t.Helper()
	d.settle()
	log, err := journal.Read(journal.Path(d.session.Path()))
	if err != nil {
		d.t.Fatal(err)
	}
	var list []talk.MessageChange
	for _, e := range journal.Live(log.Events) {
		if m, ok := e.Body.(talk.MessageChange); ok {
			if !e.At.Equal(d.clock.Truncate(time.Millisecond)) {
				d.t.Errorf("noted at %v, want %v", e.At, d.clock)
			}
			list = append(list, m)
		}
	}
	return list
}

// A changed message is in the journal as soon as its field is left, and gets
// its reason there; undone, it never happened.
func TestNoteMessage(t *testing.T) {
	d := newDesk(t, talkFile(t, "---\nmessage: Say less.\n---\n\n## One\n\ntext\n"))
	d.draft.GoTo(talk.Span{}, 0)
	d.keys(" Now")
	d.win.Canvas().Unfocus()
	if got := d.messages(); len(got) != 1 || got[0].From != "Say less." || got[0].Reason != "" {
		t.Fatalf("the journal has %v", got)
	}
	d.command("Undo")
	if got := d.messages(); len(got) != 0 {
		t.Fatalf("undone, the journal has %v", got)
	}
	d.command("Redo")
	d.draft.GoTo(talk.Span{}, 0)
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	d.keys("Do ")
	d.keys("\nit is clearer\n") // Enter leads to the question below it
	got := d.messages()
	if len(got) != 1 || got[0].Reason != "it is clearer" || got[0].To != d.session.Talk().Deal.Message.Text {
		t.Fatalf("the journal has %v", got)
	}
	if len(d.facts.Messages) != 1 || d.facts.Messages[0].Reason != "it is clearer" {
		t.Errorf("the score knows of %v", d.facts.Messages)
	}
}

// A talk without a file has no journal, so nothing is asked that would be lost.
func TestNoteMessage_NewTalk(t *testing.T) {
	d := newDesk(t, "")
	if d.noteMessage("a", "b") != nil {
		t.Error("a talk without a file has a journal")
	}
}

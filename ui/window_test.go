package ui

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/uitest"
)

// longTalk has 60 sections and 9,000 words.
func longTalk() string {
	var b strings.Builder
	b.WriteString("---\ntitle: A long evening\nslot: 60m\nneeds:\n  - to stay awake\nmessage: A long talk is read in short pieces.\n---\n\n")
	for i := range 60 {
		fmt.Fprintf(&b, "## Section %d says one thing (1m)\ngives: thing %d\nmeets: need 1\n\n", i+1, i+1)
		for j := range 5 {
			fmt.Fprintf(&b, "- Line %d of what is shown #story\n\n", j+1)
			b.WriteString(strings.Repeat("I took the early train and counted the doors. ", 2))
			b.WriteString("Seven of them stood open in the rain.\n\n")
		}
	}
	return b.String()
}

func BenchmarkTyping(b *testing.B) {
	d := newDesk(b, talkFile(b, longTalk()))
	if n, words := len(d.session.Talk().Sections), len(strings.Fields(longTalk())); n != 60 || words < 9000 {
		b.Fatalf("the talk has %d sections and %d words", n, words)
	}
	d.win.Resize(fyne.NewSize(1280, 800))
	d.draft.GoTo(d.session.Talk().Sections[30].Body, 0)
	field := d.win.Canvas().Focused()
	if field == nil {
		b.Fatal("no field has the focus")
	}
	before := len(d.session.Document().Bytes())
	var onUI time.Duration
	b.ResetTimer()
	for b.Loop() {
		start := time.Now()
		field.TypedRune('e')
		onUI += time.Since(start)
		d.runner.Wait()
		start = time.Now()
		d.queue.Run()
		onUI += time.Since(start)
	}
	b.StopTimer()
	b.ReportMetric(float64(onUI.Microseconds())/float64(b.N), "µs-on-ui/op")
	if grown := len(d.session.Document().Bytes()) - before; grown < b.N {
		b.Fatalf("%d keys changed %d bytes", b.N, grown)
	}
}

// BenchmarkOpening opens a talk of 60 sections until its score is there.
func BenchmarkOpening(b *testing.B) {
	path := talkFile(b, longTalk())
	d := newDesk(b, "")
	d.win.Resize(fyne.NewSize(1280, 800))
	for b.Loop() {
		d.open(path)
		d.settle()
		if len(d.session.Talk().Sections) != 60 {
			b.Fatal("it did not open")
		}
		b.StopTimer()
		d.newTalk()
		d.settle()
		b.StartTimer()
	}
}

// BenchmarkEnter adds a line to a section, which moves all cards below it.
func BenchmarkEnter(b *testing.B) {
	d := newDesk(b, talkFile(b, longTalk()))
	d.win.Resize(fyne.NewSize(1280, 800))
	d.draft.GoTo(d.session.Talk().Sections[30].Body, 0)
	field := d.win.Canvas().Focused()
	for i := 0; b.Loop(); i++ {
		key := fyne.KeyReturn
		if i%2 == 1 {
			key = fyne.KeyBackspace
		}
		field.TypedKey(&fyne.KeyEvent{Name: key})
		d.settle()
	}
}

// What the bar says can be read to its end in a small window, in both languages.
func TestBar_SaysItAllInASmallWindow(t *testing.T) {
	d := newDesk(t, talkFile(t, savedTalk))
	d.win.Resize(fyne.NewSize(900, 600))
	for _, message := range []string{
		"A sample to look around in. Ctrl+N begins your own.",
		"This talk is open in another window too. What you change in both is put together when it is saved.",
		"Ein Beispiel zum Umsehen. Mit Strg+N beginnst du deinen eigenen Vortrag.",
	} {
		d.frame.tell(message)
		shown := ""
		for _, o := range uitest.Visible(d.frame.status) {
			if text, ok := o.(*canvas.Text); ok {
				shown += text.Text + " "
			}
		}
		if strings.Join(strings.Fields(shown), " ") != message {
			t.Errorf("the bar shows %q of %q", shown, message)
		}
		bar, status := d.frame.bar.Size(), d.frame.status
		if bottom := status.Position().Y + status.MinSize().Height; status.Position().Y < 0 || bottom > bar.Height {
			t.Errorf("%q goes from %v to %v in a bar of %v", message, status.Position().Y, bottom, bar.Height)
		}
		if end := d.frame.places.Position().X + d.frame.places.Size().Width; status.Position().X < end {
			t.Errorf("%q lies on the places", message)
		}
	}
}

func TestTypingReachesTheFileAndTheScore(t *testing.T) {
	path := talkFile(t, "---\nslot: 10m\n---\n\n## One (4m)\r\n\r\n- shown #story\r\n\r\nSaid here.\r\n\r\n## Two\n\ntext\n")
	d := newDesk(t, path)
	s := d.session.Talk().Sections[0]
	d.draft.GoTo(s.Body, 0)
	test.Type(d.win.Canvas().Focused(), "x")
	d.save(nil)
	d.settle()
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := "---\nslot: 10m\n---\n\n## One (4m)\r\n\r\nx- shown #story\r\n\r\nSaid here.\r\n\r\n## Two\n\ntext\n"
	if !bytes.Equal(got, []byte(want)) {
		t.Fatalf("the file is\n%q, want\n%q", got, want)
	}
	if d.session.Dirty() {
		t.Error("the talk is still called changed after it was saved")
	}
}

// Undo and redo show what they have done: the cursor goes there.
func TestUndoShowsWhatItDid(t *testing.T) {
	d := newDesk(t, talkFile(t, "---\nslot: 10m\nmessage: Say less.\n---\n\n## One\n\nfirst\n\n## Two\n\nsecond\n"))
	d.draft.GoTo(d.session.Talk().Sections[1].Body, 0)
	field := d.win.Canvas().Focused()
	for _, r := range "and " {
		field.TypedRune(r)
	}
	d.draft.GoTo(d.session.Talk().Sections[0].Body, 0)
	d.command("Undo")
	if d.win.Canvas().Focused() != field {
		t.Error("undone, the cursor is elsewhere")
	}
	d.draft.GoTo(d.session.Talk().Sections[0].Body, 0)
	d.command("Redo")
	if d.win.Canvas().Focused() != field {
		t.Error("redone, the cursor is elsewhere")
	}
	field.TypedRune('!')
	if got := string(d.session.Document().Bytes()); !strings.Contains(got, "and !second") {
		t.Errorf("the cursor is not behind what was done again:\n%s", got)
	}
	d.command("Rehearse")
	d.command("Undo")
	if d.win.Canvas().Focused() == field {
		t.Error("the cursor has left the stage")
	}
}

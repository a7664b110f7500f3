package ui

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/assets"
	"talkgiver/ui/work/worktest"
)

// desk is a window on a library of its own, with a UI goroutine that the test
// runs by hand.
type desk struct {
	*Window
	t     testing.TB
	queue *worktest.Queue
	clock time.Time
}

func newDesk(t testing.TB, file string, samples ...assets.Sample) *desk {
	t.Helper()
	a := test.NewTempApp(t)
	d := &desk{t: t, queue: &worktest.Queue{}, clock: time.Date(2027, 4, 20, 10, 0, 0, 0, time.UTC)}
	var err error
	d.Window, err = NewWindow(Options{
		App: a, Folder: filepath.Join(t.TempDir(), "Talks"), File: file, Samples: samples,
		Do: d.queue.Do, Now: func() time.Time { return d.clock },
	})
	if err != nil {
		t.Fatal(err)
	}
	d.Show()
	d.settle()
	t.Cleanup(func() {
		d.runner.Close()
		d.runner.Wait()
		d.queue.Run()
	})
	return d
}

// settle lets everything finish that was begun.
func (d *desk) settle() {
	d.queue.Finish(d.runner)
}

// talkFile writes a talk and returns its path.
func talkFile(t testing.TB, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "talk.md")
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

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

func TestTypingReachesTheFileAndTheScore(t *testing.T) {
	path := talkFile(t, "---\nslot: 10m\n---\n\n## One (4m)\r\n\r\n- shown #story\r\n\r\nSaid here.\r\n\r\n## Two\n\ntext\n")
	d := newDesk(t, path)
	s := d.session.Talk().Sections[0]
	d.draft.GoTo(s.Body, 0)
	test.Type(d.win.Canvas().Focused().(fyne.Focusable), "x")
	d.settle()
	d.save(nil)
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

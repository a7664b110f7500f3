package draft

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkgiver/talk/markdown"
)

// longTalk is a talk of so many sections with 150 words each, lists and
// paragraphs as people write them.
func longTalk(sections int) string {
	var b strings.Builder
	b.WriteString("---\ntitle: A long day\nslot: 3h\nmessage: Long talks are made of short ones.\nneeds:\n  - stay awake\n---\n")
	said := "What is said here goes on for a while, as it does when somebody explains how the pieces came together, " +
		"why the first plan did not hold, and what was learned from it. "
	for i := range sections {
		fmt.Fprintf(&b, "\n## Section %d says something of its own (3m)\ngives: one thing that they can do on Monday\nmeets: need 1\n\n", i+1)
		b.WriteString("- The first thing that is shown #story\n- A figure from the year before, 40 % more\n- What to do with it\n\n")
		b.WriteString(strings.TrimSpace(strings.Repeat(said, 2)) + "\n\n" + strings.TrimSpace(strings.Repeat(said, 2)) + "\n")
	}
	return b.String()
}

// quantile returns the value that a share of the times stays below.
func quantile(times []time.Duration, share float64) time.Duration {
	slices.Sort(times)
	return times[min(len(times)-1, int(share*float64(len(times))))]
}

// A key in the middle of a talk of three hours, with all that the UI goroutine
// does for it: half of them Enter, space and Backspace, which change the lines.
func BenchmarkKey(b *testing.B) {
	d := newDesk(b, longTalk(60))
	d.in(d.cards[29].body.entry, "does when somebody")
	keys := []func(){
		func() { d.focused().TypedRune('x') },
		func() { d.focused().TypedRune(' ') },
		func() { d.press(fyne.KeyReturn) },
		func() { d.press(fyne.KeyBackspace) },
		func() { d.press(fyne.KeyBackspace) },
		func() { d.press(fyne.KeyBackspace) },
	}
	var times []time.Duration
	b.ResetTimer()
	for i := range b.N {
		began := time.Now()
		keys[i%len(keys)]()
		times = append(times, time.Since(began))
	}
	b.ReportMetric(float64(quantile(times, 0.5).Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(quantile(times, 0.99).Microseconds())/1000, "p99-ms")
}

// What a key costs once its score is there: it is computed elsewhere, but shown
// by the UI goroutine.
func BenchmarkShowReport(b *testing.B) {
	d := newDesk(b, longTalk(60))
	d.in(d.cards[29].body.entry, "does when somebody")
	var times []time.Duration
	for i := range b.N {
		b.StopTimer()
		d.write([]string{"x", "\b"}[i%2])
		doc := d.history.Document()
		r := report(doc)
		b.StartTimer()
		began := time.Now()
		d.ShowReport(doc, r)
		times = append(times, time.Since(began))
	}
	b.ReportMetric(float64(quantile(times, 0.99).Microseconds())/1000, "p99-ms")
}

// Opening a talk of 60 sections, with its score.
func BenchmarkOpen(b *testing.B) {
	d := newDesk(b, small)
	source := []byte(longTalk(60))
	for b.Loop() {
		d.history = markdown.NewHistory(markdown.Parse(source))
		d.Open(d.history.Document())
	}
}

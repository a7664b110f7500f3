package rehearse

import (
	"strings"
	"testing"
	"time"
)

// The talk of a long evening: many sections and a script that scrolls.
func longTalk() string {
	var b strings.Builder
	b.WriteString("---\nslot: 90m\nquestions: 10m\n---\n\n")
	for range 60 {
		b.WriteString("## A section with a title that says something (1:20)\n\n- Shown\n\n")
		for range 6 {
			b.WriteString("This paragraph has some words that are said while the one above is to be seen. [pause] And a few more.\n\n")
		}
	}
	return b.String()
}

// BenchmarkTick is a tick on which a second is over, so that both clocks, the
// drift and the bar of 60 sections are drawn anew.
func BenchmarkTick(b *testing.B) {
	p := open(b, longTalk())
	p.begin()
	p.wait(10 * time.Minute) // behind, on the first slide
	b.ReportAllocs()
	for b.Loop() {
		p.to(p.mono + time.Second)
		p.tick()
	}
}

// BenchmarkQuietTick is a tick between two seconds.
func BenchmarkQuietTick(b *testing.B) {
	p := open(b, longTalk())
	p.begin()
	p.wait(10*time.Minute + 300*time.Millisecond)
	b.ReportAllocs()
	for b.Loop() {
		p.to(p.mono + time.Nanosecond)
		p.tick()
	}
}

// BenchmarkNext is a key that brings up another slide.
func BenchmarkNext(b *testing.B) {
	p := open(b, longTalk())
	p.begin()
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		p.to(p.mono + time.Second)
		if n%2 == 0 {
			p.next()
		} else {
			p.back()
		}
	}
}

// BenchmarkKeyToScreen is a key until all of the stage is set and laid out for
// the next frame, at most 50 ms with that frame. (The frame itself is drawn by the
// graphics card; what draws it for tests takes ten times as long.)
func BenchmarkKeyToScreen(b *testing.B) {
	p := open(b, longTalk())
	p.begin()
	keys := []string{"Right", "Left", "c", "+", "-"}
	for n := 0; b.Loop(); n++ {
		p.to(p.mono + time.Second)
		p.press(keys[n%len(keys)])
		p.Content().MinSize()
	}
}

// BenchmarkAdvice is a second that is late, with 60 slides to choose from.
func BenchmarkAdvice(b *testing.B) {
	p := open(b, longTalk())
	p.begin()
	p.wait(10 * time.Minute)
	b.ReportAllocs()
	for b.Loop() {
		if len(p.advise().Slides) == 0 {
			b.Fatal("nothing is advised")
		}
	}
}

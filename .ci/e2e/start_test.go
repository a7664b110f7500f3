package e2e

import (
	"slices"
	"testing"
	"time"

	"talkgiver/assets"
)

// What a start may cost, measured against an empty window of the same toolkit
// on the same machine at the same time.
const (
	mostTime   = 3.0 // times as long until the window can be seen
	mostMemory = 1.5 // times as much memory
	starts     = 3   // of each, in turns; the middle one counts
)

func TestAStartIsQuickAndSmall(t *testing.T) {
	ourTimes, emptyTimes := make([]time.Duration, starts), make([]time.Duration, starts)
	ourMemory, emptyMemory := make([]int, starts), make([]int, starts)
	for i := range starts {
		emptyTimes[i], emptyMemory[i] = measure(t, empty)
		ourTimes[i], ourMemory[i] = measure(t, talkgiver, assets.FirstSample)
	}
	t.Logf("visible after %v, an empty window after %v", ourTimes, emptyTimes)
	t.Logf("memory %d bytes, an empty window %d bytes", ourMemory, emptyMemory)
	if times := float64(middle(ourTimes)) / float64(middle(emptyTimes)); times > mostTime {
		t.Errorf("the window takes %.1f times as long as an empty one, at most %.1f are allowed", times, mostTime)
	}
	if times := float64(middle(ourMemory)) / float64(middle(emptyMemory)); times > mostMemory {
		t.Errorf("the window takes %.2f times the memory of an empty one, at most %.2f are allowed", times, mostMemory)
	}
}

// measure starts a program on a screen and in a home of its own, and ends it.
func measure(t *testing.T, program string, samples ...string) (visible time.Duration, memory int) {
	t.Helper()
	t.Run("once", func(t *testing.T) {
		d := newDisplay(t, "1280x800")
		var args []string
		for _, name := range samples {
			args = append(args, d.sample(t, name))
		}
		w := d.open(t, program, args...)
		visible, memory = w.visible, w.memory()
	})
	if t.Failed() {
		t.FailNow()
	}
	return visible, memory
}

func middle[T int | time.Duration](figures []T) T {
	return slices.Sorted(slices.Values(figures))[len(figures)/2]
}

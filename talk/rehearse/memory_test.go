package rehearse

import (
	"testing"
	"time"
)

// Eight hours of ticks, as fast as a window draws, leave the clock and what
// records it as they were.
func TestMemoryStaysFlat(t *testing.T) {
	st := newStage(threeSlides(), Options{Period: 16 * time.Millisecond})
	st.Start()
	var recorder Recorder
	recorder.Part(st.Clock)
	const tick = 16 * time.Millisecond
	allocations := testing.AllocsPerRun(10, func() {
		for range 1000 {
			st.pass(tick, tick)
			st.Read()
		}
	})
	if allocations != 0 {
		t.Errorf("%v allocations for a thousand ticks", allocations)
	}
	size := func() [5]int {
		return [5]int{cap(st.run.Spoken), cap(st.run.Marks), cap(st.run.Replans), cap(recorder.last), cap(recorder.before)}
	}
	before, most := size(), 0
	for at := time.Duration(0); at < 8*time.Hour; at += tick {
		st.pass(tick, tick)
		if part, due := recorder.Part(st.Clock); due {
			most = max(most, len(part.Spoken)+len(part.Marks))
		}
	}
	if after := size(); after != before {
		t.Errorf("room for %v grew to %v", before, after)
	}
	if most > 2 {
		t.Errorf("a part of %d entries", most)
	}
}

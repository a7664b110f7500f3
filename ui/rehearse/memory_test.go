package rehearse

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	engine "talkgiver/talk/rehearse"
)

// growth is how much the memory of a stage may grow from the first hour to the
// eighth. Half of it is what Fyne knows of slides that were shown and of texts that
// were measured: its windows let go of that after a minute, the driver of tests
// never does. A leak of 100 bytes a tick is more than the other half.
const growth = 512 << 10

// Eight hours on the stage, with keys now and then, leave the memory as it was
// after the first.
func TestMemory_OfTheStageStaysFlat(t *testing.T) {
	written := 0
	b := open(t, bread, func(c *Config) { c.Append = func(events ...talk.Event) { written += len(events) } })
	b.begin()
	keys := []string{"Right", "c", "Left", "+", "q", "-", "b", "b", "q", "p", "?", "?", "p", "c"}
	const tick = 9 * time.Second // further apart would be sleep
	pressed := 0
	hour := func() {
		for range time.Hour / tick {
			b.to(b.mono + tick)
			b.tick()
			b.ticks = nil // the test ticks by hand
			if b.mono%(10*tick) < tick {
				b.press(keys[pressed%len(keys)])
				pressed++
			}
		}
		if b.overlay == overlayEnd || !b.UnderWay() {
			t.Fatal("the run does not go on")
		}
	}
	heap := func() uint64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	hour()
	first := heap()
	for range 7 {
		hour()
	}
	last := heap()
	t.Logf("%d KiB after an hour, %d KiB after eight, %d events, %d keys", first>>10, last>>10, written, pressed)
	if last > first+growth {
		t.Errorf("%d KiB after an hour grew to %d KiB after eight", first>>10, last>>10)
	}
	if written < 8*int(time.Hour/tick)/2 {
		t.Errorf("%d events were written: the run did not go", written)
	}
}

// What eight hours write grows by the hour, and no faster: two short lines a second.
func TestMemory_OfTheJournalGrowsByTheHour(t *testing.T) {
	path := filepath.Join(t.TempDir(), "talk"+journal.Suffix)
	var events []talk.Event
	mono, wall := time.Duration(0), time.Date(2027, 5, 4, 9, 0, 0, 0, time.UTC)
	plan := talk.RunPlan{Sections: []string{"All"}, Slides: make([]talk.PlannedSlide, 50)}
	r := newRehearsal(Config{
		Now:    func() (time.Duration, time.Time) { return mono, wall.Add(mono) },
		Append: func(more ...talk.Event) { events = append(events, more...) },
	}, Habits{}, talk.RunStart{Kind: talk.RunPractice, Plan: plan})
	r.do((*engine.Clock).Start)
	var grew []int64
	size, ticks := int64(0), 0
	for hour := range 8 {
		for mono < time.Duration(hour+1)*time.Hour {
			mono += r.beat(r.write)
			if ticks++; ticks%240 == 0 { // every two minutes
				r.do((*engine.Clock).Next)
			}
		}
		if err := journal.Append(path, events...); err != nil {
			t.Fatal(err)
		}
		events = events[:0]
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		grew = append(grew, info.Size()-size)
		size = info.Size()
	}
	const line = 160 // bytes of a part
	if most := int64(2 * 3600 * line); grew[7] > most || grew[7] > grew[1]*11/10 {
		t.Errorf("the journal grew by %d bytes, hour by hour; the most is %d", grew, most)
	}
	t.Logf("%d bytes an hour, %d in all", grew[7], size)
}

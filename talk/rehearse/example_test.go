package rehearse_test

import (
	"fmt"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/rehearse"
)

// A window ticks, passes keys on, writes each part that is due, and shows what
// the clock reads.
func Example() {
	clock := rehearse.New(talk.RunStart{
		Kind: talk.RunPractice,
		Plan: talk.RunPlan{
			Sections: []string{"Belts"},
			Slides:   []talk.PlannedSlide{{Title: "Before", Planned: 60 * time.Second}, {Title: "After", Planned: 90 * time.Second}},
		},
	}, rehearse.Options{Period: 100 * time.Millisecond})
	var recorder rehearse.Recorder

	began := time.Date(2027, 5, 4, 9, 0, 0, 0, time.UTC)
	parts := 0
	for mono := time.Duration(0); mono <= 2*time.Minute; mono += 100 * time.Millisecond {
		clock.Tick(mono, began.Add(mono)) // in a program: time.Since(began), time.Now()
		switch mono {
		case 0:
			clock.Start()
		case 75 * time.Second:
			clock.Next()
		}
		if _, due := recorder.Part(clock); due {
			parts++
		}
	}
	now := clock.Read()
	fmt.Println(now.OnSlide, "of", now.OnSlidePlanned, "on slide", now.Slide+1)
	fmt.Println(now.Drift.Kind == rehearse.Behind, now.Drift.By)
	fmt.Println(parts, "parts written")
	// Output:
	// 45s of 1m30s on slide 2
	// true 15s
	// 301 parts written
}

package talk

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// item makes an item of so many words.
func item(words int, tags ...string) *Item {
	it := &Item{Words: words}
	for _, name := range tags {
		tag, _ := ParseTag(name)
		it.Tags = append(it.Tags, tag)
	}
	return it
}

func planned(minutes int) Duration {
	return Duration{Duration: time.Duration(minutes) * time.Minute, Span: Span{0, 1}}
}

// TestTiming reads a talk at 60 words a minute: a word is a second.
func TestTiming(t *testing.T) {
	skip, _ := ParseTag("skip")
	backup, _ := ParseTag("backup")
	for _, c := range []struct {
		name     string
		sections []*Section
		want     string // "section length: slide lengths (items)", planned ones with a !
	}{
		{"no plan: words", []*Section{{Slides: []*Slide{{Items: []*Item{item(10), item(20)}}}}}, "30s: 30s(10s 20s)"},
		{"no words: a guess", []*Section{{Slides: []*Slide{{Items: []*Item{item(0), item(20)}}}}}, "50s: 50s(30s? 20s)"},
		{"no items: no time", []*Section{{Slides: []*Slide{{}}}}, "0s: 0s()"},
		{"a plan is shared by words", []*Section{{Time: planned(1), Slides: []*Slide{{Items: []*Item{item(10), item(20)}}}}}, "1m!: 1m(20s 40s)"},
		{"a plan without items", []*Section{{Time: planned(1), Slides: []*Slide{{}}}}, "1m!: 1m()"},
		{"the sum of its slides", []*Section{{Slides: []*Slide{{Items: []*Item{item(10)}}, {Level: 3, Time: planned(2), Items: []*Item{item(10)}}}}}, "2:10!: 10s(10s) 2m(2m)"},
		{"slides keep theirs, the others share the rest", []*Section{{Time: planned(4), Slides: []*Slide{{Items: []*Item{item(10)}}, {Level: 3, Time: planned(1), Items: []*Item{item(10)}}, {Level: 3, Items: []*Item{item(20)}}}}}, "4m!: 1m(1m) 1m(1m) 2m(2m)"},
		{"slides that ask for too much shrink", []*Section{{Time: planned(3), Slides: []*Slide{{}, {Level: 3, Time: planned(2), Items: []*Item{item(1)}}, {Level: 3, Time: planned(4), Items: []*Item{item(1)}}}}}, "3m!: 0s() 1m(1m) 2m(2m)"},
		{"slides that ask for too little grow", []*Section{{Time: planned(3), Slides: []*Slide{{}, {Level: 3, Time: planned(1), Items: []*Item{item(1)}}}}}, "3m!: 0s() 3m(3m)"},
		{"nothing is left for a slide without a time", []*Section{{Time: planned(1), Slides: []*Slide{{Items: []*Item{item(10)}}, {Level: 3, Time: planned(1), Items: []*Item{item(10)}}}}}, "1m!: 0s(0s) 1m(1m)"},
		{"left out: no time", []*Section{{Slides: []*Slide{{Items: []*Item{item(10, "skip"), item(20), item(5, "backup")}}}}}, "20s: 20s(- 20s -)"},
		{"a section left out", []*Section{{Time: planned(4), Tags: Tags{skip}, Slides: []*Slide{{Items: []*Item{item(10)}}}}}, "0s: 0s(-)"},
		{"a backup", []*Section{{Tags: Tags{backup}, Slides: []*Slide{{Items: []*Item{item(10)}}}}}, "0s: 0s(-)"},
		{"a slide left out", []*Section{{Slides: []*Slide{{Items: []*Item{item(10)}}, {Level: 3, Time: planned(4), Tags: Tags{skip}, Items: []*Item{item(10)}}}}}, "10s: 10s(10s) 0s(-)"},
		{"all of a planned section is left out", []*Section{{Time: planned(4), Slides: []*Slide{{Items: []*Item{item(10, "skip")}}}}}, "4m!: 4m(-)"},
		{"parts that do not divide", []*Section{{Time: planned(1), Slides: []*Slide{{Items: []*Item{item(1), item(1), item(1), item(1), item(1), item(1), item(1)}}}}}, "1m!: 1m(8.571s 8.571s 8.572s 8.571s 8.572s 8.571s 8.572s)"},
		{"one after the other", []*Section{{Slides: []*Slide{{Items: []*Item{item(10)}}}}, {Slides: []*Slide{{Items: []*Item{item(20)}}}}}, "10s: 10s(10s) / 20s: 20s(20s)"},
	} {
		if got := timing((&Talk{Sections: c.sections}).Timing(60)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func timing(tm Timing) string {
	write := func(d time.Duration) string {
		if d%time.Second != 0 {
			return d.String()
		}
		if d > 0 && d < time.Minute {
			return fmt.Sprintf("%ds", d/time.Second)
		}
		return FormatDuration(d)
	}
	var sections []string
	for _, s := range tm.Sections {
		text := write(s.Length)
		if s.Planned {
			text += "!"
		}
		text += ":"
		for _, sl := range s.Slides {
			var items []string
			for _, it := range sl.Items {
				switch {
				case it.Out:
					items = append(items, "-")
				case it.Guess:
					items = append(items, write(it.Length)+"?")
				default:
					items = append(items, write(it.Length))
				}
			}
			text += " " + write(sl.Length) + "(" + strings.Join(items, " ") + ")"
		}
		sections = append(sections, text)
	}
	return strings.Join(sections, " / ")
}

func TestPace(t *testing.T) {
	talk := &Talk{Sections: []*Section{{Slides: []*Slide{{Items: []*Item{item(260)}}}}}}
	if tm := talk.Timing(0); tm.Pace != DefaultPace || tm.Total != 2*time.Minute {
		t.Errorf("without a pace: %v at %d", tm.Total, tm.Pace)
	}
	talk.Deal.Pace = Number{N: 260, Span: Span{0, 1}}
	if tm := talk.Timing(60); tm.Pace != 260 || tm.Total != time.Minute || tm.Estimate != time.Minute {
		t.Errorf("the talk's pace wins: %v at %d", tm.Total, tm.Pace)
	}
}

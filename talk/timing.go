package talk

import "time"

// DefaultPace is the pace of a speaker we know nothing of, in said words a
// minute. Coaches advise 120 to 145 for a start (Orai's first target), so the
// middle of it, rounded.
const DefaultPace = 130

// Wordless is what an item without a said word counts as: a guess.
const Wordless = 30 * time.Second

// Timing is how long everything in a talk takes, in milliseconds' precision.
// Its slices run parallel to the talk's sections, their slides and items. What
// is left out (#skip) or kept for questions (#backup) takes no time.
type Timing struct {
	Pace     int           // words a minute that the estimates rest on
	Total    time.Duration // all sections: planned where there is a plan, else estimated
	Estimate time.Duration // all sections from words and pace alone
	Sections []SectionTime
}

// SectionTime is how long a section takes.
type SectionTime struct {
	Start    time.Duration // when it begins
	Length   time.Duration // the planned time, else the estimate
	Estimate time.Duration // from words and pace alone
	Planned  bool          // the section or one of its slides has a time of its own
	Slides   []SlideTime
}

// SlideTime is how long a slide takes.
type SlideTime struct {
	Start  time.Duration
	Length time.Duration
	Items  []ItemTime
}

// ItemTime is how long an item takes.
type ItemTime struct {
	Start  time.Duration
	Length time.Duration
	Guess  bool // it has no words, so its share is a guess
	Out    bool // left out or backup: it takes no time
}

// Timing computes how long everything takes. A pace of the talk's own wins over
// the speaker's, given in words a minute; 0 means DefaultPace.
//
// A section's time is shared among its items by their words at that pace, a
// wordless one counting as 30 seconds. Slides with a time of their own keep it,
// and the others share the rest; where the slides' own times do not fit the
// section's, all shrink or grow alike, since the section's own time wins.
func (t *Talk) Timing(pace int) Timing {
	if t.Deal.Pace.N > 0 {
		pace = t.Deal.Pace.N
	}
	if pace <= 0 {
		pace = DefaultPace
	}
	tm := Timing{Pace: pace, Sections: make([]SectionTime, len(t.Sections))}
	for i, s := range t.Sections {
		st := s.timing(pace, tm.Total)
		tm.Sections[i] = st
		tm.Total += st.Length
		tm.Estimate += st.Estimate
	}
	return tm
}

func (s *Section) timing(pace int, start time.Duration) SectionTime {
	st := SectionTime{Start: start, Slides: make([]SlideTime, len(s.Slides))}
	out := s.Tags.LeftOut("") || s.Tags.Has(TagBackup)
	weights := make([]time.Duration, len(s.Slides)) // what a slide asks for
	own := make([]bool, len(s.Slides))
	var ownSum, restSum time.Duration
	items := make([][]time.Duration, len(s.Slides))
	for i, sl := range s.Slides {
		// The first slide carries its section's heading: time and tags are the section's.
		sub := sl.Level == 3
		slideOut := out || sub && (sl.Tags.LeftOut("") || sl.Tags.Has(TagBackup))
		times, sum := sl.itemTimes(pace, slideOut)
		st.Slides[i].Items = times
		items[i] = make([]time.Duration, len(times))
		for j := range times {
			items[i][j] = times[j].Length
		}
		weights[i] = sum
		st.Estimate += sum
		if sub && sl.Time.Given() && !slideOut {
			own[i], weights[i] = true, sl.Time.Duration
			ownSum += weights[i]
			st.Planned = true
		} else {
			restSum += sum
		}
	}
	switch {
	case out:
	case s.Time.Given():
		st.Planned = true
		st.Length = s.Time.Duration
		switch {
		case ownSum > 0 && restSum > 0 && ownSum < st.Length:
			scaled := share(st.Length-ownSum, pick(weights, own, false))
			for i := range weights {
				if !own[i] {
					weights[i] = scaled[i]
				}
			}
		case ownSum > 0 && ownSum >= st.Length && restSum > 0:
			weights = pick(weights, own, true)
		}
	default:
		st.Length = ownSum + restSum
	}
	at := start
	for i, length := range share(st.Length, weights) {
		slide := &st.Slides[i]
		slide.Start, slide.Length = at, length
		itemAt := at
		for j, l := range share(length, items[i]) {
			if slide.Items[j].Out {
				l = 0 // all are: the slide's time is nobody's
			}
			slide.Items[j].Start, slide.Items[j].Length = itemAt, l
			itemAt += l
		}
		at += length
	}
	return st
}

// itemTimes returns what each item of the slide would take at this pace, and
// the sum.
func (s *Slide) itemTimes(pace int, out bool) ([]ItemTime, time.Duration) {
	times := make([]ItemTime, len(s.Items))
	var sum time.Duration
	for i, it := range s.Items {
		switch {
		case out || it.Tags.LeftOut("") || it.Tags.Has(TagBackup):
			times[i].Out = true
		case it.Words == 0:
			times[i] = ItemTime{Length: Wordless, Guess: true}
		default:
			times[i].Length = (time.Duration(it.Words) * time.Minute / time.Duration(pace)).Round(time.Millisecond)
		}
		sum += times[i].Length
	}
	return times, sum
}

// pick keeps the weights whose own flag is as wanted and makes the others 0.
func pick(weights []time.Duration, own []bool, wanted bool) []time.Duration {
	kept := make([]time.Duration, len(weights))
	for i, w := range weights {
		if own[i] == wanted {
			kept[i] = w
		}
	}
	return kept
}

// share divides whole by weight, in milliseconds, so that the parts are the
// whole exactly: each part ends where its share of the running sum ends. With
// no weight at all the first part gets everything.
func share(whole time.Duration, weights []time.Duration) []time.Duration {
	parts := make([]time.Duration, len(weights))
	var sum time.Duration
	for _, w := range weights {
		sum += w
	}
	if len(parts) == 0 {
		return parts
	}
	if sum == 0 {
		parts[0] = whole
		return parts
	}
	var run, before time.Duration
	for i, w := range weights {
		run += w
		end := time.Duration(whole.Milliseconds()*run.Milliseconds()/sum.Milliseconds()) * time.Millisecond
		if run == sum {
			end = whole
		}
		parts[i] = end - before
		before = end
	}
	return parts
}

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
	slides, items := 0, 0
	for _, s := range t.Sections {
		slides += len(s.Slides)
		for _, sl := range s.Slides {
			items += len(sl.Items)
		}
	}
	tm := Timing{Pace: pace, Sections: make([]SectionTime, len(t.Sections))}
	c := clockwork{slides: make([]SlideTime, slides), items: make([]ItemTime, items)}
	for i, s := range t.Sections {
		st := c.section(s, pace, tm.Total)
		tm.Sections[i] = st
		tm.Total += st.Length
		tm.Estimate += st.Estimate
	}
	return tm
}

// clockwork computes the times of one section after another. The times of all
// slides and items are cut from two slices.
type clockwork struct {
	slides []SlideTime // those not yet given out
	items  []ItemTime

	weights []time.Duration // memory of one section: what each slide asks for,
	own     []bool          // whether that is a time of its own,
	lengths []time.Duration // what each slide gets,
	parts   []time.Duration // and what each of a slide's items gets
}

// take cuts n elements off the front of a slice.
func take[T any](from *[]T, n int) []T {
	taken := (*from)[:n:n]
	*from = (*from)[n:]
	return taken
}

func (c *clockwork) section(s *Section, pace int, start time.Duration) SectionTime {
	st := SectionTime{Start: start, Slides: take(&c.slides, len(s.Slides))}
	out := s.Tags.LeftOut("") || s.Tags.Has(TagBackup)
	c.weights, c.own = c.weights[:0], c.own[:0]
	var ownSum, restSum time.Duration
	for i, sl := range s.Slides {
		// The first slide carries its section's heading: time and tags are the section's.
		sub := sl.Level == 3
		slideOut := out || sub && (sl.Tags.LeftOut("") || sl.Tags.Has(TagBackup))
		times := take(&c.items, len(sl.Items))
		sum := sl.itemTimes(times, pace, slideOut)
		st.Slides[i].Items = times
		st.Estimate += sum
		own := sub && sl.Time.Given() && !slideOut
		if own {
			st.Planned = true
			ownSum += sl.Time.Duration
			c.weights = append(c.weights, sl.Time.Duration)
		} else {
			restSum += sum
			c.weights = append(c.weights, sum)
		}
		c.own = append(c.own, own)
	}
	switch {
	case out:
	case s.Time.Given():
		st.Planned = true
		st.Length = s.Time.Duration
		if ownSum > 0 && restSum > 0 {
			c.shareRest(st.Length - ownSum)
		}
	default:
		st.Length = ownSum + restSum
	}
	at := start
	c.lengths = share(c.lengths[:0], st.Length, c.weights)
	for i, length := range c.lengths {
		slide := &st.Slides[i]
		slide.Start, slide.Length = at, length
		c.weights = c.weights[:0]
		for j := range slide.Items {
			c.weights = append(c.weights, slide.Items[j].Length)
		}
		itemAt := at
		c.parts = share(c.parts[:0], length, c.weights)
		for j, l := range c.parts {
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

// shareRest shares what the slides with a time of their own leave among the
// others. Where these leave nothing, the others get nothing.
func (c *clockwork) shareRest(rest time.Duration) {
	c.lengths = append(c.lengths[:0], c.weights...)
	for i, own := range c.own {
		if own {
			c.lengths[i] = 0
		}
	}
	c.parts = share(c.parts[:0], max(0, rest), c.lengths)
	for i, own := range c.own {
		if !own {
			c.weights[i] = c.parts[i]
		}
	}
}

// itemTimes sets what each item of the slide would take at this pace, and
// returns the sum.
func (s *Slide) itemTimes(times []ItemTime, pace int, out bool) time.Duration {
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
	return sum
}

// share divides whole by weight, in milliseconds, so that the parts are the
// whole exactly: each part ends where its share of the running sum ends. With
// no weight at all the first part gets everything. The parts are appended to dst.
func share(dst []time.Duration, whole time.Duration, weights []time.Duration) []time.Duration {
	var sum time.Duration
	for _, w := range weights {
		sum += w
	}
	var run, before time.Duration
	for _, w := range weights {
		run += w
		end := whole
		if run != sum && sum > 0 {
			end = time.Duration(whole.Milliseconds()*run.Milliseconds()/sum.Milliseconds()) * time.Millisecond
		}
		dst = append(dst, end-before)
		before = end
	}
	return dst
}

package rehearse

import (
	"time"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
)

// scroller moves a script that is longer than the screen at the speaker's pace.
// Who scrolls by hand meanwhile is followed: it goes on from there.
type scroller struct {
	pace    int             // words a minute
	lengths []time.Duration // of each slide of the plan, at that pace
	slide   int
	at      time.Duration // spoken on that slide when the script was moved last
}

// scrollBeat is the time between two moves: a pixel or so each, which looks like
// a flow.
const scrollBeat = 100 * time.Millisecond

// begin is for a new run, and for one whose words have changed.
func (s *scroller) begin(p *Place) {
	s.pace = p.talk.Timing(p.config.Pace).Pace
	s.lengths = make([]time.Duration, len(p.slides))
	for i, at := range p.slides {
		slide := p.talk.Sections[at.Section].Slides[at.Slide]
		if s.lengths[i] = lengthOf(slide, s.pace); s.lengths[i] == 0 {
			s.lengths[i] = p.plan.Slides[i].Planned
		}
	}
}

// pauseSeconds is how long a pause is that says nothing of it: a breath.
const pauseSeconds = 2

// lengthOf is how long it takes to say what is written for a slide, its pauses
// included; 0 without a word.
func lengthOf(slide *talk.Slide, pace int) time.Duration {
	words, pauses := 0, 0
	for _, item := range slide.Items {
		if item.Tags.LeftOut("") || item.Tags.Has(talk.TagBackup) {
			continue
		}
		words += item.Words
		for _, said := range item.Said {
			for _, part := range partsOf(said) {
				pauses += part.pause
			}
		}
	}
	if words == 0 {
		return 0
	}
	return time.Duration(words)*time.Minute/time.Duration(pace) + time.Duration(pauses)*time.Second
}

// move scrolls the script by what was spoken since the last time.
func (s *scroller) move(script *script, r *engine.Reading) {
	gone := r.OnSlide - s.at
	if s.slide != r.Slide {
		gone = 0
	}
	s.slide, s.at = r.Slide, r.OnSlide
	length := s.lengths[r.Slide]
	if gone <= 0 || length <= 0 {
		return
	}
	speed := script.override.Size().Height / float32(length)
	if float32(r.OnSlide)*speed > readingLine*script.scroll.Size().Height {
		script.moveBy(speed * float32(gone))
	}
}

// readingLine is how far down the screen one reads, as a share of its height: the
// script stands still until the speaker is there, so that what is said now never
// leaves at the top.
const readingLine = 1. / 3

// left is how long it takes to say all that is still to come, at the speaker's
// pace.
func (s *scroller) left(p *Place, r *engine.Reading) time.Duration {
	left := max(0, s.lengths[r.Slide]-r.OnSlide)
	for i := r.Slide + 1; i < len(s.lengths); i++ {
		if slide := p.plan.Slides[i]; !slide.Skipped && !slide.Backup {
			left += s.lengths[i]
		}
	}
	return left
}

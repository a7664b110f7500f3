package rehearse

import (
	"time"

	"talkgiver/talk"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// barSegments appends the sections of the plan to a bar. Up to now, in seconds
// of the plan, they are done; in the present section that shows.
func barSegments(segments []widgets.Segment, p *Place, now, present int) []widgets.Segment {
	var end time.Duration
	for section := range p.plan.Sections {
		from := end
		end += p.sectionPlanned(section)
		begin := int(from.Round(time.Second) / time.Second)
		length := int(end.Round(time.Second)/time.Second) - begin
		segment := widgets.Segment{Seconds: length, Tone: sectionTone(p.talk.Sections[section]), Shade: widgets.ShadeEmpty}
		switch done := now - begin; {
		case section == present && done > 0:
			segment.Shade, segment.Filled = widgets.ShadeFull, min(done, length)
		case section < present:
			segment.Shade = widgets.ShadeSoft
		}
		segments = append(segments, segment)
	}
	return segments
}

// planSegments appends the sections of the plan to a bar, none of them done.
func planSegments(p *Place) []widgets.Segment {
	segments := barSegments(nil, p, 0, -1)
	for i := range segments {
		segments[i].Shade = widgets.ShadeFull
	}
	return segments
}

// sectionTone says what most of a section's words do: they give, unless the
// speaker has tagged them as something else.
func sectionTone(s *talk.Section) theme.Tone {
	words := map[talk.Side]int{}
	for _, item := range s.Items() {
		if !item.Tags.LeftOut("") {
			// An item without a said word counts, too.
			words[item.Tags.Kind().Side()] += item.Words + 1
		}
	}
	switch {
	case words[talk.Take] > words[talk.Give] && words[talk.Take] >= words[talk.Neither]:
		return theme.Take
	case words[talk.Neither] > words[talk.Give]:
		return theme.Bridge
	}
	return theme.Give
}

package draft

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/score"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// timeStrip says in one line what time there is and what fills it.
type timeStrip struct {
	object fyne.CanvasObject
	row    *fyne.Container
	bar    *widgets.PaceBar
	text   *widgets.Text
	timing talk.Timing
}

func newTimeStrip(p *Place) *timeStrip {
	s := &timeStrip{bar: &widgets.PaceBar{Height: 10}, text: &widgets.Text{Flow: widgets.FlowLine}}
	s.bar.OnSegment = func(i int) {
		if i < len(p.cards) {
			p.focus(p.cards[i], p.cards[i].body.entry)
		}
	}
	s.row = container.New(&stripRow{}, s.bar, s.text)
	s.object = s.row
	return s
}

// show brings bar and words to the talk's times. It reports whether the strip
// needs another height.
func (s *timeStrip) show(t *talk.Talk, timing talk.Timing) (grown bool) {
	s.timing = timing
	deal := &t.Deal
	seconds := func(d time.Duration) int { return int(d.Round(time.Second) / time.Second) }
	segments := make([]widgets.Segment, len(timing.Sections))
	for i, st := range timing.Sections {
		segments[i] = widgets.Segment{Seconds: seconds(st.Length), Estimated: !st.Planned}
		if i < len(s.bar.Segments) {
			segments[i].Tone, segments[i].Shade = s.bar.Segments[i].Tone, s.bar.Segments[i].Shade
		}
	}
	slot, limit := seconds(deal.Slot.Duration), seconds(deal.Speaking())
	if !sameBar(s.bar, segments, slot, limit) {
		s.bar.Segments, s.bar.Slot, s.bar.Limit, s.bar.Questions = segments, slot, limit, slot-limit
		s.bar.Refresh()
	}
	before := s.row.MinSize().Height
	s.text.SetSpans(timeWords(deal, timing)...)
	s.row.Refresh()
	return s.row.MinSize().Height != before
}

// timeWords says what is planned, or only estimated, of what there is, and what
// is left or over.
func timeWords(deal *talk.Deal, timing talk.Timing) []widgets.Span {
	soft := func(text string) widgets.Span {
		return widgets.Span{Text: text, ColorName: theme.ColorNameSoftInk}
	}
	spans := []widgets.Span{
		{Text: talk.Clock(timing.Total), Style: fyne.TextStyle{Bold: true}},
	}
	estimated := 0
	for _, st := range timing.Sections {
		if !st.Planned && st.Length > 0 {
			estimated++
		}
	}
	all := estimated > 0 && estimated == len(timing.Sections)
	slot := map[string]any{"Slot": talk.Clock(deal.Slot.Duration)}
	switch {
	case !deal.Slot.Given() && all:
		spans = append(spans, soft(lang.L(" estimated · how long is the slot?")))
	case !deal.Slot.Given():
		spans = append(spans, soft(lang.L(" planned · how long is the slot?")))
	case all:
		spans = append(spans, soft(lang.L(" estimated of {{.Slot}}", slot)))
	case estimated > 0:
		spans = append(spans, soft(lang.L(" planned and estimated of {{.Slot}}", slot)))
	default:
		spans = append(spans, soft(lang.L(" planned of {{.Slot}}", slot)))
	}
	if deal.Slot.Given() {
		if deal.Questions.Given() {
			spans = append(spans, soft(lang.L(" · {{.Time}} for questions", map[string]any{"Time": talk.Clock(deal.Questions.Duration)})))
		}
		if over := timing.Total - deal.Speaking(); over > 0 {
			spans = append(spans, soft(" · "), widgets.Span{Text: lang.L("{{.Time}} over", map[string]any{"Time": talk.Clock(over)}),
				ColorName: theme.ColorNameTakeInk, Style: fyne.TextStyle{Bold: true}})
		} else if over < 0 {
			spans = append(spans, soft(lang.L(" · {{.Time}} left", map[string]any{"Time": talk.Clock(-over)})))
		}
	}
	return spans
}

func sameBar(bar *widgets.PaceBar, segments []widgets.Segment, slot, limit int) bool {
	if bar.Slot != slot || bar.Limit != limit || len(bar.Segments) != len(segments) {
		return false
	}
	for i := range segments {
		if bar.Segments[i] != segments[i] {
			return false
		}
	}
	return true
}

// showKinds colours each section by what most of its time does.
func (s *timeStrip) showKinds(t *talk.Talk, r score.Report) {
	if len(s.bar.Segments) != len(t.Sections) {
		return
	}
	type sum struct{ side, tagged time.Duration }
	sums := make([][3]sum, len(t.Sections))
	for _, it := range r.Items {
		of := &sums[it.Section-1][it.Kind.Side()+1]
		of.side += it.Time
		if it.From == score.Tagged {
			of.tagged += it.Time
		}
	}
	changed := false
	for i := range sums {
		most := int(talk.Give) + 1
		for side := range sums[i] {
			if sums[i][side].side > sums[i][most].side {
				most = side
			}
		}
		tone := [...]theme.Tone{theme.Take, theme.Bridge, theme.Give}[most]
		shade := widgets.ShadeSoft
		if of := sums[i][most]; 2*of.tagged >= of.side && of.side > 0 {
			shade = widgets.ShadeFull
		}
		seg := &s.bar.Segments[i]
		changed = changed || seg.Tone != tone || seg.Shade != shade
		seg.Tone, seg.Shade = tone, shade
	}
	if changed {
		s.bar.Refresh()
	}
}

// stripRow is the bar and the words beside it, or above it when it is narrow.
type stripRow struct{ width float32 }

// barLeast is the shortest bar that tells something.
const barLeast = 200

// beside reports whether the words have room beside the bar.
func (s *stripRow) beside(o []fyne.CanvasObject) bool {
	return s.width == 0 || o[1].MinSize().Width+10+barLeast <= s.width
}

// MinSize implements fyne.Layout. The height is that for the width it has now.
func (s *stripRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	bar, words := o[0].MinSize().Height, o[1].MinSize().Height
	if s.beside(o) {
		return fyne.NewSize(120, max(bar, words))
	}
	return fyne.NewSize(120, bar+words)
}

// Layout implements fyne.Layout.
func (s *stripRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	bar, words := o[0].MinSize().Height, o[1].MinSize()
	if !s.beside(o) {
		o[1].Resize(fyne.NewSize(size.Width, words.Height))
		o[1].Move(fyne.NewPos(0, 0))
		o[0].Resize(fyne.NewSize(size.Width, bar))
		o[0].Move(fyne.NewPos(0, words.Height))
		return
	}
	width := size.Width - words.Width - 10
	o[0].Resize(fyne.NewSize(width, bar))
	o[0].Move(fyne.NewPos(0, (size.Height-bar)/2))
	o[1].Resize(fyne.NewSize(words.Width, size.Height))
	o[1].Move(fyne.NewPos(width+10, 0))
}

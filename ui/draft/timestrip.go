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
	s.object = container.New(&stripRow{}, s.bar, s.text)
	return s
}

// show brings bar and words to the talk's times.
func (s *timeStrip) show(t *talk.Talk, timing talk.Timing) {
	s.timing = timing
	deal := &t.Deal
	seconds := func(d time.Duration) int { return int(d.Round(time.Second) / time.Second) }
	segments := make([]widgets.Segment, len(timing.Sections))
	for i, st := range timing.Sections {
		segments[i] = widgets.Segment{Seconds: seconds(st.Length)}
		if i < len(s.bar.Segments) {
			segments[i].Tone, segments[i].Shade = s.bar.Segments[i].Tone, s.bar.Segments[i].Shade
		}
	}
	slot, limit := seconds(deal.Slot.Duration), seconds(deal.Speaking())
	if !sameBar(s.bar, segments, slot, limit) {
		s.bar.Segments, s.bar.Slot, s.bar.Limit = segments, slot, limit
		s.bar.Refresh()
	}
	soft := func(text string) widgets.Span {
		return widgets.Span{Text: text, ColorName: theme.ColorNameSoftInk}
	}
	spans := []widgets.Span{
		{Text: talk.Clock(timing.Total), Style: fyne.TextStyle{Bold: true}},
	}
	if deal.Slot.Given() {
		spans = append(spans, soft(lang.L(" planned of {{.Slot}}", map[string]any{"Slot": talk.Clock(deal.Slot.Duration)})))
		if deal.Questions.Given() {
			spans = append(spans, soft(lang.L(" · {{.Time}} for questions", map[string]any{"Time": talk.Clock(deal.Questions.Duration)})))
		}
		if over := timing.Total - deal.Speaking(); over > 0 {
			spans = append(spans, soft(" · "), widgets.Span{Text: lang.L("{{.Time}} over", map[string]any{"Time": talk.Clock(over)}),
				ColorName: theme.ColorNameTakeInk, Style: fyne.TextStyle{Bold: true}})
		} else if over < 0 {
			spans = append(spans, soft(lang.L(" · {{.Time}} left", map[string]any{"Time": talk.Clock(-over)})))
		}
	} else {
		spans = append(spans, soft(lang.L(" planned · how long is the slot?")))
	}
	s.text.SetSpans(spans...)
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

// stripRow is the bar and the words beside it, or below it when it is narrow.
type stripRow struct{}

// MinSize implements fyne.Layout.
func (stripRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, o[1].MinSize().Height)
}

// Layout implements fyne.Layout.
func (stripRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	words := o[1].MinSize()
	bar := max(60, size.Width-words.Width-10)
	height := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(bar, height))
	o[0].Move(fyne.NewPos(0, (size.Height-height)/2))
	o[1].Resize(fyne.NewSize(max(0, size.Width-bar-10), size.Height))
	o[1].Move(fyne.NewPos(bar+10, 0))
}

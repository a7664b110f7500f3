package slides

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/slides"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// warning says that a slide shows more than the audience can take in, or nothing,
// and what to do about it.
type warning struct {
	place  *Place
	text   *widgets.Text
	split  *widgets.Chip
	object *fyne.Container
}

func newWarning(p *Place) *warning {
	w := &warning{place: p, text: &widgets.Text{Flow: widgets.FlowWrap}}
	edit := &widgets.Chip{Text: lang.L("Edit it"), OnTapped: p.edit}
	w.split = &widgets.Chip{Text: lang.L("Split it"), OnTapped: func() { p.choose(func(c *Choice) { c.Split = true }) }}
	row := container.New(&warningRow{}, w.text, container.NewHBox(w.split, edit))
	w.object = container.NewStack(&widgets.Card{Content: row, Inset: 12, Accent: theme.Message})
	w.object.Hide()
	return w
}

// smallText is the scale below which the last row can no longer read a slide.
const smallText = 0.5

// show warns of a slide that is drawn at a scale.
func (w *warning) show(s *slides.Slide, scale float32) {
	if s != nil && len(s.Title) == 0 && len(s.Blocks) == 0 {
		w.text.SetSpans(
			widgets.Span{Text: lang.L("Slide {{.Number}} shows nothing.", map[string]any{"Number": w.place.current + 1}) + " ", Style: fyne.TextStyle{Bold: true}},
			widgets.Span{Text: lang.L("Show something on it, or take its --- away."), ColorName: theme.ColorNameSoftInk},
		)
		w.split.Hide()
		w.object.Show()
		w.object.Refresh()
		return
	}
	if s == nil || !s.Overflows() && scale >= smallText {
		w.object.Hide()
		return
	}
	w.text.SetSpans(
		widgets.Span{Text: lang.L("Slide {{.Number}} is too full.", map[string]any{"Number": w.place.current + 1}) + " ", Style: fyne.TextStyle{Bold: true}},
		widgets.Span{Text: lang.L("{{.Lines}} lines; some 14 can be read from the last row. Split it, or say more and show less.", map[string]any{"Lines": s.Lines()}), ColorName: theme.ColorNameSoftInk},
	)
	if w.place.choice.Split {
		w.split.Hide()
	} else {
		w.split.Show()
	}
	w.object.Show()
	w.object.Refresh()
}

package slides

import (
	"errors"

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
	row    *fyne.Container
	object *fyne.Container
}

func newWarning(p *Place) *warning {
	w := &warning{place: p, text: &widgets.Text{Flow: widgets.FlowWrap}}
	edit := &widgets.Chip{Text: lang.L("Edit it"), OnTapped: p.edit}
	w.split = &widgets.Chip{Text: lang.L("Split full slides"), OnTapped: func() { p.choose(func(c *Choice) { c.Split = true }) }}
	w.row = container.New(&warningRow{}, w.text, container.NewHBox(w.split, edit))
	w.object = container.NewStack(&widgets.Card{Content: w.row, Inset: 12, Accent: theme.Message})
	w.object.Hide()
	return w
}

// smallText is the scale below which the last row can no longer read a slide.
const smallText = 0.5

// show warns of a slide that is drawn at a scale.
func (w *warning) show(s *slides.Slide, scale float32) {
	number := map[string]any{"Number": w.place.current + 1}
	splits := false
	gone, why := w.place.gone(s)
	switch {
	case s == nil:
		w.object.Hide()
		return
	case len(s.Title) == 0 && len(s.Blocks) == 0:
		w.tell(lang.L("Slide {{.Number}} shows nothing.", number), lang.L("Show something on it, or take its --- away."))
	case gone != "" && !errors.Is(why, errOtherApp):
		w.tell(lang.L("Slide {{.Number}} shows words instead of {{.Picture}}.", map[string]any{"Number": w.place.current + 1, "Picture": gone}), whyGone(why))
	case s.Overflows():
		w.tell(lang.L("Slide {{.Number}} is too full.", number), tooMuch(s))
		splits = !w.place.choice.Split
	case scale < smallText:
		w.tell(lang.L("Slide {{.Number}} is too full.", number), lang.L("It has room only in letters that are too small for the last row. Say more and show less."))
	case gone != "":
		w.tell(lang.L("Slide {{.Number}} shows words instead of {{.Picture}}.", map[string]any{"Number": w.place.current + 1, "Picture": gone}), whyGone(why))
	default:
		w.object.Hide()
		return
	}
	if splits {
		w.split.Show()
	} else {
		w.split.Hide()
	}
	w.row.Refresh() // with other chips the words have another width
	w.object.Show()
	w.object.Refresh()
}

// tell says what is wrong, and what helps.
func (w *warning) tell(wrong, help string) {
	w.text.SetSpans(
		widgets.Span{Text: wrong + " ", Style: fyne.TextStyle{Bold: true}},
		widgets.Span{Text: help, ColorName: theme.ColorNameSoftInk},
	)
}

// tooMuch says how much stands on a slide, and how much can.
func tooMuch(s *slides.Slide) string {
	lines, pictures := s.TextLines(), len(s.Images())
	if pictures == 0 {
		return lang.L("{{.Lines}} lines; some 14 can be read from the last row. Split it, or say more and show less.", map[string]any{"Lines": lines})
	}
	shown := lang.N("{{.Count}} pictures", pictures, map[string]any{"Count": pictures})
	if lines > 0 {
		shown = lang.L("{{.Pictures}} and {{.Lines}}", map[string]any{"Pictures": shown, "Lines": lang.N("{{.Count}} lines", lines, map[string]any{"Count": lines})})
	}
	return lang.L("{{.Shown}}; a slide has room for some 14 lines, and a picture takes eight. Split it, or show less.", map[string]any{"Shown": shown})
}

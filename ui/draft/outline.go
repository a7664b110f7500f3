package draft

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// outline shows all sections at a glance in the place of the score: a line each,
// to jump into and to give the talk another order.
type outline struct {
	place  *Place
	object *fyne.Container
	list   *widgets.Outline
	time   *widgets.Text
	scroll *container.Scroll
	timing talk.Timing
}

func newOutline(p *Place) *outline {
	o := &outline{place: p, list: &widgets.Outline{Selected: -1}, time: &widgets.Text{ColorName: theme.ColorNameSoftInk, Flow: widgets.FlowLine}}
	o.list.OnSelected = func(row int) {
		p.current = row + 1
		o.reveal()
		p.revealCard(p.cards[row])
	}
	o.list.OnChosen = func(row int) {
		c := p.cards[row]
		field := c.body.entry
		if c.folded {
			field = c.title
		}
		p.focus(c, field)
	}
	o.list.OnMoved = func(from, to int) {
		if p.section(to+1).Level > 0 && p.section(from+1).Level > 0 {
			p.move(from+1, to+1)
		}
	}
	hint := widgets.Caption(lang.L("Enter goes there. Drag a line, or press Alt with an arrow, to move a section."))
	hint.Flow = widgets.FlowWrap
	o.scroll = container.NewVScroll(o.list)
	o.object = panel(container.New(&panelMargin{}, container.NewBorder(
		container.New(&spread{}, widgets.Heading(lang.L("Outline")), o.time), hint, nil, nil, o.scroll)))
	o.object.Hide()
	return o
}

// show brings the lines to the talk as it is.
func (o *outline) show(t *talk.Talk, timing talk.Timing) {
	o.timing = timing
	if !o.object.Visible() {
		return
	}
	rows := make([]widgets.OutlineRow, len(t.Sections))
	for i, s := range t.Sections {
		rows[i] = o.row(s, timing.Sections[i])
		rows[i].Segments = o.place.cards[i].kinds.Segments
	}
	o.time.SetText(talk.Clock(timing.Total))
	same := slices.EqualFunc(rows, o.list.Rows, func(a, b widgets.OutlineRow) bool {
		return a.Number == b.Number && a.Title == b.Title && a.Time == b.Time && a.Tone == b.Tone && a.Quiet == b.Quiet && slices.Equal(a.Segments, b.Segments)
	})
	if !same {
		o.list.Rows = rows
		o.list.Refresh()
		o.scroll.Refresh()
	}
	o.follow()
}

// row is the line of a section.
func (o *outline) row(s *talk.Section, t talk.SectionTime) widgets.OutlineRow {
	row := widgets.OutlineRow{Number: itoa(s.Number), Title: s.Title, Quiet: s.Tags.LeftOut("") || s.Tags.Has(talk.TagBackup)}
	if strings.TrimSpace(row.Title) == "" {
		row.Title = lang.L("without a title")
		if s.Level == 0 {
			row.Title = lang.L("Opening")
		}
	}
	row.Time, row.Tone = estimateOf(s, t)
	if s.Time.Given() && row.Tone == theme.Neutral && !row.Quiet {
		row.Time = talk.Clock(s.Time.Duration)
	} else if s.Time.Given() && !row.Quiet {
		row.Time = lang.L("{{.Planned}} · est. {{.Time}}", map[string]any{"Planned": talk.Clock(s.Time.Duration), "Time": talk.Clock(t.Estimate)})
	}
	return row
}

// follow selects the line of the current section.
func (o *outline) follow() {
	if n := o.place.Current() - 1; o.object.Visible() && n != o.list.Selected && n < len(o.list.Rows) {
		o.list.Selected = n
		o.list.Refresh()
		o.reveal()
	}
}

// reveal scrolls to the line that is selected.
func (o *outline) reveal() {
	top := float32(o.list.Selected) * o.list.RowHeight()
	bottom, view := top+o.list.RowHeight(), o.scroll.Size().Height
	switch {
	case top < o.scroll.Offset.Y:
		o.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > o.scroll.Offset.Y+view:
		o.scroll.ScrollToOffset(fyne.NewPos(0, bottom-view))
	}
}

// OutlineShown reports whether the outline is open.
func (p *Place) OutlineShown() bool { return p.outline.object.Visible() }

// ToggleOutline opens the outline and goes into it, or closes it.
func (p *Place) ToggleOutline() {
	o := p.outline
	if o.object.Visible() {
		o.object.Hide()
		p.showSide()
		p.cfg.OnView()
		if o.list.Focused() {
			p.back()
		}
		return
	}
	o.object.Show()
	p.showSide()
	o.show(p.document.Talk(), o.timing)
	p.cfg.OnView()
	if len(p.cards) > 0 {
		p.cfg.Focus(o.list)
	}
}

// back puts the cursor where it was last.
func (p *Place) back() {
	if !p.GoToCursor(p.cursor) && len(p.cards) > 0 {
		p.focusTitle(p.Current())
	}
}

// showSide shows at the right what belongs there: the outline, else the score,
// and nothing while a section is shown alone.
func (p *Place) showSide() {
	outline := p.outline.object.Visible()
	setVisible(p.score.object, !outline && !p.alone)
	p.content.Refresh()
}

// Escape closes what is open, the last first: what is dragged is let go, the
// outline closes, all sections are shown, the inside of a score makes room for
// the findings. It reports whether something was.
func (p *Place) Escape() bool {
	switch {
	case p.reorder.card != nil:
		p.letGo()
	case p.outline.object.Visible():
		p.ToggleOutline()
	case p.alone:
		p.ToggleAlone()
	default:
		return p.score.close()
	}
	return true
}

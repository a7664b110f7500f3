package rehearse

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// blankPanel is a screen on which nothing is to be seen, but for a line so faint
// that it does not reach the last row.
func blankPanel() *fyne.Container {
	hint := &widgets.Text{Text: lang.L("any key brings it back"), ColorName: theme.ColorNameBridge, SizeName: theme.SizeNameCaption, Align: fyne.TextAlignCenter, Flow: widgets.FlowEllipsis}
	return container.NewStack(canvas.NewRectangle(color.Black),
		container.NewBorder(nil, inseted(0, 0, 0, 12, hint), nil, nil))
}

// overStage lays a card over a veiled stage.
func overStage(content fyne.CanvasObject) *fyne.Container {
	veil := newPaint(theme.ColorNameBackground)
	veil.alpha = veilAlpha
	return container.NewStack(veil, container.NewCenter(&widgets.Card{Content: content, Inset: 20}))
}

// overClocks is the same where the clocks must be read meanwhile.
func overClocks(content fyne.CanvasObject) *fyne.Container {
	over := overStage(content)
	over.Objects[0].(*paint).alpha = clearAlpha
	return over
}

// endPanel is the question about the end.
type endPanel struct {
	content *fyne.Container
	clock   *widgets.Text // what the clock does meanwhile
	keep    *widgets.Button
	discard fyne.CanvasObject
	marked  bool // keep looks as if it had the focus: Enter is for it
}

func newEndPanel(p *Place) *endPanel {
	e := &endPanel{clock: widgets.Soft("")}
	button := func(text, key string, tone theme.Tone, run func(*Place)) *widgets.Button {
		return &widgets.Button{Text: text, Key: key, Tone: tone, OnTapped: func() { run(p) }}
	}
	e.keep = button(lang.L("Keep it, and see the report"), "K", theme.Give, (*Place).keep)
	e.discard = button(lang.L("Throw it away…"), "D", theme.Take, (*Place).discard)
	e.content = overStage(container.New(wide(360), widgets.Column(theme.SizeNameSpace3,
		&widgets.Text{Text: lang.L("End this run?"), SizeName: theme.SizeNameLead, Style: fyne.TextStyle{Bold: true}},
		e.clock,
		e.keep,
		e.discard,
		button(lang.L("Go on"), "G", theme.Neutral, (*Place).goOn),
	)))
	e.begin(p, false)
	return e
}

// begin is for a new run: where the talk is given the slot waits for nobody, and
// what happens once only is not thrown away in a hurry. Its report can delete it.
func (e *endPanel) begin(p *Place, given bool) {
	setVisible(e.discard, !given && p.config.Ask != nil)
	if given {
		e.clock.SetText(lang.L("Your slot goes on while you decide."))
	} else {
		e.clock.SetText(lang.L("The clock stands still while you decide."))
	}
}

// mark shows what Enter does while the whole screen has the keys: who goes through
// the answers with Tab always sees where the keys are.
func (e *endPanel) mark(on bool) {
	if e.marked == on {
		return
	}
	if e.marked = on; on {
		e.keep.FocusGained()
	} else {
		e.keep.FocusLost()
	}
}

// keysPanel lists the keys.
func keysPanel(p *Place) *fyne.Container {
	list, first := widgets.Column(theme.SizeNameSpace1), new(float32)
	for _, c := range p.tables.stage {
		if c.key != "" {
			list.Add(container.New(columns{first}, &widgets.Text{Text: c.key, Style: fyne.TextStyle{Bold: true}}, &widgets.Text{Text: c.does}))
		}
	}
	look := &enlarged{by: 1}
	sheet := container.NewThemeOverride(widgets.Column(theme.SizeNameSpace3,
		container.New(ends{},
			&widgets.Text{Text: lang.L("Keys"), SizeName: theme.SizeNameLead, Style: fyne.TextStyle{Bold: true}},
			&widgets.Text{Text: lang.L("any key closes this"), ColorName: theme.ColorNameSoftInk, SizeName: theme.SizeNameCaption},
		),
		list,
	), look)
	over := overStage(sheet)
	card := over.Objects[1].(*fyne.Container).Objects[0]
	// All of them are to be seen, however large the text is.
	over.Objects[1] = container.New(fitting{look, func() {
		*first = 0
		sheet.Refresh()
		card.Refresh()
	}}, card)
	return over
}

// columns gives the first object a width that all rows share, as wide as the
// widest of them, and the second one the rest.
type columns struct{ first *float32 }

// columnGap is between the two.
const columnGap = 24

func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	*c.first = max(*c.first, a.Width)
	return fyne.NewSize(*c.first+columnGap+b.Width, max(a.Height, b.Height))
}

func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first := *c.first + columnGap
	place(objects[0], 0, 0, *c.first, size.Height)
	place(objects[1], first, 0, size.Width-first, size.Height)
}

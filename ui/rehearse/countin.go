package rehearse

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// countPanel counts 3, 2, 1 before the clock starts.
type countPanel struct {
	content *fyne.Container
	figure  *widgets.Text
}

// countScale makes the figure several times as large as the script.
const countScale = 6

func newCountPanel() *countPanel {
	c := &countPanel{figure: &widgets.Text{SizeName: theme.SizeNameScript, Style: fyne.TextStyle{Bold: true}, Align: fyne.TextAlignCenter}}
	hint := &widgets.Text{Text: lang.L("any key of a clicker starts now, Esc takes it back"), ColorName: theme.ColorNameSoftInk, Align: fyne.TextAlignCenter, Flow: widgets.FlowEllipsis}
	c.content = container.NewStack(newPaint(theme.ColorNameBackground), container.NewBorder(nil, inseted(0, 0, 0, 24, hint), nil, nil,
		container.NewCenter(container.NewThemeOverride(c.figure, &scaled{scale: countScale}))))
	return c
}

// show shows what is left, in seconds that have begun.
func (c *countPanel) show(left time.Duration) {
	figure := strconv.Itoa(int((left + time.Second - 1) / time.Second))
	if c.figure.Text != figure {
		c.figure.SetText(figure)
		c.content.Refresh()
	}
}

// coverCountIn covers the stage while it counts in.
func (p *Place) coverCountIn(r *engine.Reading) {
	switch {
	case r.State == engine.CountIn:
		p.stage.count.show(r.CountIn)
		if p.overlay != overlayCount {
			p.cover(overlayCount)
		}
	case p.overlay == overlayCount:
		p.cover(overlayNone)
	}
}

// cancelCountIn goes back to the plan.
func (p *Place) cancelCountIn() {
	p.run.do((*engine.Clock).Cancel)
	p.cover(overlayNone)
	p.follow()
	p.prepare(p.talk)
	p.Focus()
}

// cutCountIn starts at once, but not by the bounce of the key that began to
// count.
func (p *Place) cutCountIn() {
	if now, _ := p.config.Now(); now-p.covers >= engine.Debounce {
		p.do((*engine.Clock).Start)
	}
}

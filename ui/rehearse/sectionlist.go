package rehearse

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// sectionList lists the sections of the plan: their planned times, and what they
// took in earlier runs.
type sectionList struct {
	content *fyne.Container
	rows    *fyne.Container
	legend  *widgets.Text
}

func newSectionList() *sectionList {
	l := &sectionList{rows: widgets.Column(theme.SizeNameSpace3), legend: widgets.Caption("")}
	l.legend.Text = lang.L("The bar goes from your shortest to your longest time here. The dot is the last one, the line is the plan.")
	l.legend.Flow = widgets.FlowWrap
	l.content = widgets.Column(theme.SizeNameSpace3, l.rows, l.legend)
	return l
}

// refresh lists the sections, the one that is chosen for a drill marked.
func (l *sectionList) refresh(p *Place, chosen int) {
	l.rows.Objects = nil
	ranges := make(map[int]engine.Range)
	most := time.Duration(0)
	for _, r := range engine.Spread(p.plan, p.runs) {
		ranges[r.Section] = r
		most = max(most, r.Longest)
	}
	setVisible(l.legend, len(ranges) > 0)
	for i := range p.plan.Sections {
		most = max(most, p.sectionPlanned(i))
	}
	columns := new(sectionColumns)
	for i, title := range p.plan.Sections {
		if !p.inPlan(i) {
			continue
		}
		planned, last := p.sectionPlanned(i), p.lastHere(title)
		length := talk.Clock(planned)
		if planned == 0 {
			length = lang.L("for questions")
		}
		name := &widgets.Text{Text: titled(title), SizeName: theme.SizeNameTitle, Flow: widgets.FlowEllipsis}
		if i == chosen {
			name.Text, name.ColorName, name.Style.Bold = "▸ "+name.Text, theme.ColorNameClarityInk, true
		}
		took := &widgets.Text{ColorName: theme.ColorNameSoftInk, Align: fyne.TextAlignTrailing, Flow: widgets.FlowLine}
		bar := &widgets.SpreadBar{Last: seconds(min(last, most)), Planned: seconds(planned), Most: seconds(most), Tone: theme.Clarity}
		r, known := ranges[i]
		switch {
		case known && r.Loose:
			took.Text, took.ColorName, bar.Tone = lang.L("swings: {{.Range}}", map[string]any{"Range": rangeText(r)}), theme.ColorNameTakeInk, theme.Take
		case known:
			took.Text = rangeText(r)
		case last > 0:
			took.Text = lang.L("last time {{.Time}}", map[string]any{"Time": talk.Clock(last)})
		}
		bar.Shortest, bar.Longest = seconds(r.Shortest), seconds(r.Longest)
		setVisible(bar, known)
		l.rows.Add(container.New(sectionRow{columns}, name, bar, took,
			&widgets.Text{Text: length, SizeName: theme.SizeNameTitle, Align: fyne.TextAlignTrailing, Flow: widgets.FlowLine}))
	}
}

// rangeText writes how long something took from one run to another.
func rangeText(r engine.Range) string {
	if r.Shortest.Round(time.Second) == r.Longest.Round(time.Second) {
		return talk.Clock(r.Longest)
	}
	return talk.Clock(r.Shortest) + "–" + talk.Clock(r.Longest)
}

func seconds(d time.Duration) int { return int(d.Round(time.Second) / time.Second) }

// sectionColumns are the widths of what stands at the right of all rows.
type sectionColumns struct{ took, planned float32 }

// sectionRow lays out a row: the title has what the others leave, and the bar is
// left out where that were too little.
type sectionRow struct{ columns *sectionColumns }

// sectionTitle is the least room for a title beside a bar.
const sectionTitle = 150

func (l sectionRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	name, took, planned := objects[0].MinSize(), objects[2].MinSize(), objects[3].MinSize()
	l.columns.took, l.columns.planned = max(l.columns.took, took.Width), max(l.columns.planned, planned.Width)
	return fyne.NewSize(name.Width+took.Width+planned.Width+2*gapBetween, max(name.Height, took.Height, planned.Height))
}

func (l sectionRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := size.Width - l.columns.planned
	place(objects[3], x, 0, l.columns.planned, size.Height)
	if l.columns.took > 0 {
		x -= l.columns.took + 2*gapBetween
		place(objects[2], x, 0, l.columns.took, size.Height)
	}
	bar := objects[1].MinSize()
	if left := x - bar.Width - 2*gapBetween; left >= sectionTitle {
		x = left
		place(objects[1], x, (size.Height-bar.Height)/2, bar.Width, bar.Height)
	} else {
		place(objects[1], 0, 0, 0, 0)
	}
	place(objects[0], 0, 0, max(0, x-gapBetween), size.Height)
}

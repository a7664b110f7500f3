package rehearse

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// figureTable shows figures in columns, each under its head; the last row before
// those that stand apart is the sum.
type figureTable struct {
	rows  *fyne.Container
	drill func(title string)
}

// tableFigures are what a table shows. The first cell of a row is what it is about.
type tableFigures struct {
	head  []string
	cells [][]string
	drill map[int]string // the titles of rows that can be drilled
	sum   []string
	apart [][]string
	notes []string // what the reader must know, below
}

// notesGap keeps the notes apart from the figures.
const notesGap = 8

func newFigureTable(drill func(title string)) *figureTable {
	return &figureTable{rows: widgets.Column(theme.SizeNameSpace1), drill: drill}
}

func (t *figureTable) show(f tableFigures) {
	t.rows.Objects = nil
	row := func(cells []string, head, strong bool) *fyne.Container {
		line := container.New(cellRow{})
		for i, cell := range cells {
			text := &widgets.Text{Text: cell, Flow: widgets.FlowEllipsis, Style: fyne.TextStyle{Bold: strong}}
			if i > 0 {
				text.Align = fyne.TextAlignTrailing
			}
			if head {
				text.ColorName, text.SizeName = theme.ColorNameSoftInk, theme.SizeNameCaption
			}
			line.Add(text)
		}
		t.rows.Add(line)
		return line
	}
	row(f.head, true, false)
	t.rows.Add(rule())
	for i, cells := range f.cells {
		line := row(cells, false, false)
		if title, ok := f.drill[i]; ok {
			name := line.Objects[0].(*widgets.Text)
			line.Objects[0] = container.New(behind{name}, name, &widgets.Chip{Text: lang.L("drill"), Tone: theme.Clarity, OnTapped: func() { t.drill(title) }})
		}
	}
	t.rows.Add(rule())
	row(f.sum, false, true)
	for _, cells := range f.apart {
		row(cells, false, false)
	}
	if notes := strings.TrimSpace(strings.Join(f.notes, " ")); notes != "" {
		t.rows.Add(inseted(0, notesGap, 0, 0,
			&widgets.Text{Text: notes, ColorName: theme.ColorNameSoftInk, SizeName: theme.SizeNameCaption, Flow: widgets.FlowWrap}))
	}
}

// behind stands an object right behind a line of text, which is cut short where
// it must be.
type behind struct{ text *widgets.Text }

func (behind) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return spread{}.MinSize(objects)
}

func (l behind) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := objects[1].MinSize()
	words := max(0, min(l.text.LineWidth()+1, size.Width-side.Width-gapBetween))
	place(objects[0], 0, 0, words, size.Height)
	place(objects[1], words+gapBetween, (size.Height-side.Height)/2, side.Width, side.Height)
}

// cellRow gives each cell behind the first the same width, and the first one the
// rest.
type cellRow struct{}

const (
	cellWidth = 92 // of a figure and its head, with text as designed
	cellFirst = 100

	bodyDesigned = 13 // the size of body text for which that is
)

func (cellRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(cellFirst+float32(len(objects)-1)*cellWidth/2, height)
}

func (cellRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(objects) - 1)
	text := fyne.CurrentApp().Settings().Theme()
	scale := text.Size(theme.SizeNameBody) / bodyDesigned
	width := min(cellWidth*scale, max(0, size.Width-cellFirst*scale)/max(1, n))
	x := size.Width - n*width
	place(objects[0], 0, 0, max(0, x-gapBetween), size.Height)
	for _, o := range objects[1:] {
		place(o, x+gapBetween/2, 0, width-gapBetween/2, size.Height)
		x += width
	}
}

// planText is a planned time; a dash where none is.
func planText(d time.Duration) string {
	if d == 0 {
		return "–"
	}
	return talk.Clock(d)
}

// reportFigures are a run's, section by section. Its differences are those of the
// times beside them, and add up to the one below; what was still to come when the
// run ended differs from no plan.
func reportFigures(run *talk.Run, r *engine.Report, has func(title string) bool) tableFigures {
	f := tableFigures{drill: make(map[int]string), head: []string{lang.L("section"), lang.L("planned"), lang.L("took"), lang.L("difference"), lang.L("words a minute")}}
	dashed := false // there is a dash for a pace
	row := func(row engine.Row, title string) []string {
		took, over, pace := planText(row.Actual), "–", "–"
		if isLeftOut(row) {
			took = lang.L("left out")
		}
		if r.Total.Planned > 0 && (row.Over() != 0 || row.Actual > 0 && row.ToCome == 0) {
			over = difference(row.Over())
		}
		if n := row.Pace(); n > 0 {
			pace = strconv.Itoa(n)
		}
		return []string{title, planText(row.Planned), took, over, pace}
	}
	for i, section := range r.Sections {
		if isNothing(section) {
			continue
		}
		if drifted(run, i, section) && has(section.Title) {
			f.drill[len(f.cells)] = section.Title
		}
		dashed = dashed || section.Actual > 0 && section.Pace() == 0
		f.cells = append(f.cells, row(section, titled(section.Title)))
	}
	if forgiven := r.Forgiven; forgiven.Planned != 0 {
		f.cells = append(f.cells, []string{lang.L("Forgiven"), difference(forgiven.Planned), "–", difference(forgiven.Over()), "–"})
	}
	f.sum = row(r.Total, lang.L("Spoken"))
	if questions := r.Questions; questions.Planned > 0 || questions.Actual > 0 {
		cells := row(questions, lang.L("Questions"))
		if questions.Planned > 0 {
			cells[3] = difference(questions.Over())
		}
		f.apart = append(f.apart, cells)
	}
	for _, apart := range []struct {
		title string
		time  time.Duration
	}{{lang.L("Pauses"), r.Paused}, {lang.L("Asleep"), r.Suspended}} {
		if apart.time >= time.Second {
			f.apart = append(f.apart, []string{apart.title, "–", talk.Clock(apart.time), "–", "–"})
		}
	}
	if words := planWords(run, r); words != "" {
		f.notes = append(f.notes, words)
	}
	if r.Forgiven.Planned != 0 {
		f.notes = append(f.notes, lang.L("Forgiven is what was late or early until then: the new plan began on time."))
	}
	if toCome := r.Total.ToCome; toCome > 0 {
		f.notes = append(f.notes, lang.L("{{.Time}} of the plan were still to come when the run ended; they make no difference.", map[string]any{"Time": talk.Clock(toCome)}))
	}
	if dashed {
		f.notes = append(f.notes, lang.L("A dash under words a minute: too little of it is written out to tell."))
	}
	return f
}

// takenText is a time that may not be there.
func takenText(t engine.Taken) string {
	if !t.Known || t.Time == 0 {
		return "–"
	}
	return talk.Clock(t.Time)
}

// besideDifference is how much longer the second of two runs took; a dash where
// one of them did not say it, or not to its end.
func besideDifference(row *engine.CompareRow) string {
	for _, run := range row.Runs {
		if !run.Known || run.Time == 0 || run.BrokenOff {
			return "–"
		}
	}
	return difference(row.Runs[1].Time - row.Runs[0].Time)
}

// besideRows are the bars of two runs.
func besideRows(c *engine.Comparison) []widgets.CompareRow {
	var rows []widgets.CompareRow
	for i := range c.Rows {
		row := &c.Rows[i]
		before, now := row.Runs[0], row.Runs[1]
		if before.Time == 0 && now.Time == 0 {
			continue
		}
		bar := widgets.CompareRow{
			Title: titled(row.Title), Tone: theme.Give, Planned: int(before.Time / time.Second), Actual: int(now.Time / time.Second),
			Note: takenText(now),
		}
		switch {
		case now.BrokenOff:
			bar.Note += " · " + lang.L("broken off")
		case now.Known && now.Time == 0:
			bar.Note = lang.L("not spoken")
		case now.Known:
			bar.Note += " · " + besideDifference(row)
		}
		if before.Known && !before.BrokenOff && tooLong(engine.Row{Planned: before.Time, Actual: now.Time}) {
			bar.Tone = theme.Take
		}
		rows = append(rows, bar)
	}
	return rows
}

// besideFigures are those of two runs and of the plan as it is now.
func besideFigures(c *engine.Comparison, words map[string]any) tableFigures {
	f := tableFigures{head: []string{lang.L("section"), lang.L("plan now"), words["Other"].(string), words["This"].(string), lang.L("difference")}}
	row := func(row *engine.CompareRow, title string) []string {
		planned := takenText(row.Planned)
		if row.Planned.Time == 0 {
			planned = "–"
		}
		return []string{title, planned, takenText(row.Runs[0]), takenText(row.Runs[1]), besideDifference(row)}
	}
	sum, apart := row(&c.Total, lang.L("Spoken")), false
	for i := range c.Rows {
		cells := row(&c.Rows[i], titled(c.Rows[i].Title))
		took := func(t engine.Taken) bool { return t.Known && t.Time > 0 }
		apart = apart || cells[len(cells)-1] == "–" && slices.ContainsFunc(c.Rows[i].Runs, took)
		f.cells = append(f.cells, cells)
	}
	if apart { // not the same was said
		sum[len(sum)-1] = "–"
	}
	f.sum = sum
	return f
}

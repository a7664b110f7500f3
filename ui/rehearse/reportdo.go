package rehearse

import (
	"io"
	"slices"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/markdown"
	engine "talkgiver/talk/rehearse"
)

// OpenRun shows the report of one of the talk's runs. It reports false where
// there is none of that ID, and while another run is under way.
func (p *Place) OpenRun(id string) bool {
	i := p.runOf(id)
	if i < 0 || p.UnderWay() {
		return false
	}
	p.report.open(i)
	p.show(modeReport)
	p.Focus()
	return true
}

// runOf is the index of a run by its ID, or -1.
func (p *Place) runOf(id string) int {
	return slices.IndexFunc(p.runs, func(r talk.Run) bool { return r.ID == id })
}

// takeTimes makes the times of a run the plan, as one step of undo.
func (s *reportScreen) takeTimes(id string) {
	p := s.place
	i := p.runOf(id)
	if i < 0 {
		return
	}
	var edits markdown.Group
	for _, e := range engine.Retimes(p.talk, p.runs[i]) {
		edits = append(edits, markdown.RetimeSection{Section: e.Section, Time: e.Time})
	}
	if len(edits) > 0 {
		p.config.Do(edits)
	}
	p.Focus()
}

// askDelete takes a run back, after a question.
func (s *reportScreen) askDelete(id string) {
	p := s.place
	i := p.runOf(id)
	if i < 0 {
		return
	}
	p.config.Ask(lang.L("Delete {{.Run}}?", map[string]any{"Run": p.runName(i)}),
		lang.L("It counts for nothing any more: not in the forecast, not in the journey. The journal keeps the line that it is deleted."),
		lang.L("Delete it"), func() { p.deleteRun(id) })
}

// deleteRun takes a run back, and shows the one before it.
func (p *Place) deleteRun(id string) {
	i := p.runOf(id)
	if i < 0 || p.UnderWay() {
		return
	}
	_, now := p.config.Now()
	p.config.Append(journal.NewEvent(now, talk.Deletion{Of: id}))
	p.runs = slices.Delete(p.runs, i, i+1)
	if len(p.runs) == 0 {
		p.prepare(p.talk)
	} else {
		p.report.open(max(0, i-1))
	}
	p.Focus()
}

// exportFile is a form in which runs are saved.
type exportFile struct {
	extension string
	write     func(w io.Writer, runs ...talk.Run) error
}

var (
	csvFile  = exportFile{".csv", engine.WriteCSV}
	jsonFile = exportFile{".json", engine.WriteJSON}
)

// export saves what is shown: the run, and the one that it is compared with.
func (s *reportScreen) export(f exportFile) {
	runs := []talk.Run{s.place.runs[s.index]}
	if other := s.compared(); other >= 0 {
		runs = append(runs, s.place.runs[other])
	}
	s.place.config.Export(f.extension, func(w io.Writer) error { return f.write(w, runs...) })
}

package rehearse

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"time"

	"talkgiver/talk"
)

// csvHead is the first line of an export. Times are in seconds.
var csvHead = []string{
	"run", "kind", "event", "started", "row", "section", "slide",
	"planned", "first_planned", "left_out", "to_come", "actual", "difference", "words", "words_per_minute",
}

// WriteCSV writes runs as a table: for each a line a slide and a section, one
// each for the whole talk, its questions, pauses and suspensions, and one a mark,
// whose "actual" is the time spoken until then.
//
// What was planned, left out and to come is as in Row: a difference is actual and
// to_come less planned. Where the speaker was told to have another time, a line
// "new time" has that as planned and when it was, since the start, as actual, and
// one line "forgiven" what no longer counted then. The sections and that line add up
// to the talk.
//
// It is RFC 4180 with a head, UTF-8. So that no spreadsheet takes a title for a
// formula, a text that begins with = + - @, a tab, a carriage return or NUL gets
// an apostrophe before it (OWASP ASVS 1.2.10).
func WriteCSV(w io.Writer, runs ...talk.Run) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(csvHead); err != nil {
		return err
	}
	for i := range runs {
		for _, line := range csvRun(&runs[i]) {
			if err := out.Write(line); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func csvRun(run *talk.Run) [][]string {
	report := NewReport(*run)
	first := []string{plainCell(run.ID), plainCell(string(run.Kind)), plainCell(run.Event), stamp(run.Started)}
	var lines [][]string
	add := func(what, section, slide string, rest ...string) {
		line := append(first[:len(first):len(first)], what, plainCell(section), plainCell(slide))
		line = append(line, rest...)
		for len(line) < len(csvHead) {
			line = append(line, "")
		}
		lines = append(lines, line)
	}
	row := func(r Row) []string {
		cells := []string{
			decimal(r.Planned), decimal(r.First), decimal(r.LeftOut), decimal(r.ToCome), decimal(r.Actual), decimal(r.Over()), "", "",
		}
		if r.Words > 0 {
			cells[6] = strconv.Itoa(r.Words)
		}
		if pace := r.Pace(); pace > 0 {
			cells[7] = strconv.Itoa(pace)
		}
		return cells
	}
	for i, slide := range report.Slides {
		section, _ := titlesAt(&run.Plan, i)
		add("slide", section, slide.Title, row(slide)...)
	}
	for i, section := range report.Sections {
		if hasSlides(&run.Plan, i) {
			add("section", section.Title, "", row(section)...)
		}
	}
	for _, replan := range report.News {
		add("new time", "", "", decimal(replan.Left), "", "", "", decimal(replan.At))
	}
	if len(report.News) > 0 {
		add("forgiven", "", "", row(report.Forgiven)...)
	}
	add("talk", "", report.Total.Title, row(report.Total)...)
	add("questions", "", "", row(report.Questions)...)
	add("paused", "", "", "", "", "", "", decimal(report.Paused))
	add("suspended", "", "", "", "", "", "", decimal(report.Suspended))
	for _, mark := range report.Marks {
		add("mark "+mark.Kind, mark.Section, mark.Title, "", "", "", "", decimal(mark.At))
	}
	for _, line := range lines {
		line[4] = plainCell(line[4]) // a mark's word may be anything
	}
	return lines
}

// plainCell keeps a text from being a formula.
func plainCell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r\x00", rune(s[0])) {
		return "'" + s
	}
	return s
}

// decimal writes seconds to the millisecond.
func decimal(d time.Duration) string {
	return strconv.FormatFloat(d.Round(time.Millisecond).Seconds(), 'f', -1, 64)
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// The JSON of an export. Times are in seconds, to the millisecond; what is not
// known is left out.
type (
	jsonRun struct {
		Run       string      `json:"run"`
		Kind      string      `json:"kind"`
		Title     string      `json:"title"`
		Event     string      `json:"event,omitempty"`
		Date      string      `json:"date,omitempty"`
		Listeners int         `json:"listeners,omitempty"`
		Started   string      `json:"started,omitempty"`
		Ended     string      `json:"ended,omitempty"`
		Slot      json.Number `json:"slot,omitempty"`
		Complete  bool        `json:"complete"`
		NewTimes  []jsonNew   `json:"new_times,omitempty"`
		Total     jsonRow     `json:"total"`
		Forgiven  *jsonRow    `json:"forgiven,omitempty"`
		Sections  []jsonRow   `json:"sections"`
		Slides    []jsonRow   `json:"slides"`
		Questions jsonRow     `json:"questions"`
		Paused    json.Number `json:"paused"`
		Suspended json.Number `json:"suspended"`
		Marks     []jsonMark  `json:"marks"`
	}
	jsonRow struct {
		Section    string      `json:"section,omitempty"`
		Title      string      `json:"title,omitempty"`
		Planned    json.Number `json:"planned"`
		First      json.Number `json:"first_planned"`
		LeftOut    json.Number `json:"left_out,omitempty"`
		ToCome     json.Number `json:"to_come,omitempty"`
		Actual     json.Number `json:"actual"`
		Difference json.Number `json:"difference"`
		Words      int         `json:"words,omitempty"`
		Pace       int         `json:"words_per_minute,omitempty"`
	}
	// jsonNew is another time that the speaker was told to have.
	jsonNew struct {
		At   json.Number `json:"at"` // since the start
		Left json.Number `json:"left"`
	}
	jsonMark struct {
		Kind    string      `json:"kind"`
		Section string      `json:"section,omitempty"`
		Slide   string      `json:"slide,omitempty"`
		At      json.Number `json:"at"`
	}
)

// WriteJSON writes runs with their reports as one JSON array.
func WriteJSON(w io.Writer, runs ...talk.Run) error {
	all := make([]jsonRun, len(runs))
	for i := range runs {
		all[i] = newJSONRun(&runs[i])
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(all)
}

func newJSONRun(run *talk.Run) jsonRun {
	report := NewReport(*run)
	row := func(r Row) jsonRow {
		return jsonRow{
			Title: r.Title, Planned: number(r.Planned), First: number(r.First), LeftOut: known(r.LeftOut), ToCome: known(r.ToCome),
			Actual: number(r.Actual), Difference: number(r.Over()), Words: r.Words, Pace: r.Pace(),
		}
	}
	out := jsonRun{
		Run: run.ID, Kind: string(run.Kind), Title: run.Title, Event: run.Event, Date: run.Date, Listeners: run.Listeners,
		Started: stamp(run.Started), Ended: stamp(run.Ended), Complete: run.Complete(),
		Total: row(report.Total), Sections: []jsonRow{}, Slides: []jsonRow{}, Questions: row(report.Questions),
		Paused: number(report.Paused), Suspended: number(report.Suspended), Marks: []jsonMark{},
	}
	if run.Plan.Slot > 0 {
		out.Slot = number(run.Plan.Slot)
	}
	for _, replan := range report.News {
		out.NewTimes = append(out.NewTimes, jsonNew{number(replan.At), number(replan.Left)})
	}
	if len(report.News) > 0 {
		forgiven := row(report.Forgiven)
		out.Forgiven = &forgiven
	}
	for i, section := range report.Sections {
		if hasSlides(&run.Plan, i) {
			out.Sections = append(out.Sections, row(section))
		}
	}
	for i, slide := range report.Slides {
		r := row(slide)
		r.Section, _ = titlesAt(&run.Plan, i)
		out.Slides = append(out.Slides, r)
	}
	for _, mark := range report.Marks {
		out.Marks = append(out.Marks, jsonMark{mark.Kind, mark.Section, mark.Title, number(mark.At)})
	}
	return out
}

func number(d time.Duration) json.Number { return json.Number(decimal(d)) }

// known is nothing for no time at all.
func known(d time.Duration) json.Number {
	if d == 0 {
		return ""
	}
	return number(d)
}

package rehearse

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
)

var update = flag.Bool("update", false, "write the golden files anew")

// told is a run of a talk whose titles are hard on every file format.
func told() talk.Run {
	run := talk.Run{
		ID: "Q3ZL7", Started: noon, Ended: noon.Add(9 * m),
		RunStart: talk.RunStart{Kind: talk.RunGiven, Title: `Belts, "and" more`, Event: "=SUM(1+1)", Date: "2027-05-04", Listeners: 150,
			Plan: talk.RunPlan{
				Slot: 10 * m, Questions: 2 * m, Sections: []string{"-1 Before", "After,\nall", "Left out"},
				Slides: []talk.PlannedSlide{
					{Title: "-1 Before", Section: 0, Planned: m, Words: 120},
					{Title: "@belts <i>", Section: 0, Planned: 2 * m, Words: 10},
					{Title: "After,\nall", Section: 1, Planned: 3 * m},
					{Section: 1, Backup: true},
				},
			}},
		Slide: 2, Spoken: []time.Duration{65*s + 250*time.Millisecond, 2*m + 30*s, 3*m + 5*s, 0},
		Paused: 4 * s, Questions: 30 * s, Suspended: 1500 * time.Millisecond,
		Marks: []talk.RunMark{{Kind: "stumbled", Slide: 1, At: 70 * s}, {Kind: "=landed", Slide: 9, At: 71 * s}},
	}
	return run
}

func TestReport(t *testing.T) {
	report := NewReport(told())
	first := report.Sections[0]
	if first.Planned != 3*m || first.Actual != 3*m+35*s+250*time.Millisecond || first.Words != 130 {
		t.Errorf("first section %+v", first)
	}
	if got := report.Slides[0].Pace(); got != 110 { // 120 words in 65.25 s
		t.Errorf("%d words a minute, want 110", got)
	}
	if got := report.Slides[1].Pace(); got != 0 {
		t.Errorf("ten words have a pace of %d", got)
	}
	quick := told()
	quick.Spoken[0] = 12 * s // six hundred words a minute
	if got := NewReport(quick); got.Slides[0].Pace() != 0 || got.Total.Words != 10 {
		t.Errorf("of a slide that was clicked through %d words count, at %d a minute", got.Total.Words, got.Slides[0].Pace())
	}
	if got := report.Marks[0]; got.Section != "-1 Before" || got.Title != "@belts <i>" || got.Slide != 1 {
		t.Errorf("the first mark is at %+v", got)
	}
	if got := report.Marks[1]; got.Section != "" || got.Title != "" {
		t.Errorf("a mark nowhere is at %+v", got)
	}
}

func TestWhereTheDriftBegan(t *testing.T) {
	tests := []struct {
		name   string
		spoken []time.Duration // planned are 1, 2, 3 minutes
		want   Began
		key    string
	}{
		{"on time", []time.Duration{m + 9*s, 2 * m, 3 * m}, Began{}, ""},
		{"late and made up", []time.Duration{2 * m, m, 3 * m}, Began{}, ""},
		{"late on the second", []time.Duration{m, 2*m + 30*s, 3 * m}, Began{true, Behind, 1, 0, m, 30 * s, "Why", false}, "began.behind"},
		{"made up, then late again", []time.Duration{2 * m, m, 4 * m}, Began{true, Behind, 2, 1, 3 * m, m, "Belts", false}, "began.behind"},
		{"early, then late", []time.Duration{30 * s, 4 * m, 3 * m}, Began{true, Behind, 1, 0, m, 90 * s, "Why", false}, "began.behind"},
		{"early", []time.Duration{30 * s, 2 * m, 3 * m}, Began{true, Ahead, 0, 0, 0, 30 * s, "No belts", false}, "began.ahead.start"},
		{"cut off", []time.Duration{2 * m, 0, 0}, Began{true, Behind, 0, 0, 0, m, "No belts", false}, "began.behind.start"},
		{"jumped over the second", []time.Duration{m, 0, 3 * m}, Began{true, Ahead, 2, 1, 3 * m, 2 * m, "Belts", false}, "began.ahead"},
		{"nothing said", []time.Duration{0, 0, 0}, Began{}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := NewReport(talk.Run{RunStart: threeSlides(), Slide: 2, Spoken: tt.spoken}).Began
			if got != tt.want || got.Words().Key != tt.key {
				t.Errorf("got %+v saying %q, want %+v saying %q", got, got.Words().Key, tt.want, tt.key)
			}
		})
	}
}

// Where a drift began is told by what was spoken until then, when the plan that
// counts in the end has for what was said before the time that it took.
func TestWhereTheDriftBegan_AfterANewPlan(t *testing.T) {
	run := talk.Run{RunStart: threeSlides(), Slide: 2, Spoken: []time.Duration{2 * s, 3 * s, m},
		Replans: []talk.Replan{{Planned: []time.Duration{2 * s, 3 * s, 2 * m}}}}
	got := NewReport(run).Began
	if want := (Began{true, Ahead, 2, 1, 5 * s, m, "Belts", true}); got != want || got.Words().Key != "began.ahead.said" {
		t.Errorf("got %+v saying %q, want %+v", got, got.Words().Key, want)
	}
	run.Spoken[2] = 3 * m
	if got := NewReport(run).Began; got.Words().Key != "began.behind.said" {
		t.Errorf("got %+v saying %q", got, got.Words().Key)
	}
}

func TestExports(t *testing.T) {
	for name, write := range map[string]func(*bytes.Buffer) error{
		"runs.csv": func(b *bytes.Buffer) error {
			return WriteCSV(b, told(), cutShort(), talk.Run{Spoken: []time.Duration{s}})
		},
		"runs.json": func(b *bytes.Buffer) error {
			return WriteJSON(b, told(), cutShort(), talk.Run{Spoken: []time.Duration{s}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name)
			if *update {
				if err := os.MkdirAll("testdata", 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b.Bytes(), want) {
				t.Errorf("got\n%s\nwant\n%s", &b, want)
			}
		})
	}
}

// Another program reads the same titles and figures out of an export, and no
// spreadsheet a formula.
func TestExportsAreRead(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCSV(&b, told()); err != nil {
		t.Fatal(err)
	}
	if lone := strings.Count(strings.ReplaceAll(b.String(), "\r\n", ""), "\r"); lone != 0 {
		t.Errorf("%d carriage returns without a line feed", lone)
	}
	lines, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != 1+4+2+4+2 {
		t.Errorf("%d lines", len(lines))
	}
	for n, line := range lines[1:] {
		for column, cell := range line {
			text := column < 7
			if text && cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("line %d has the formula %q", n+2, cell)
			}
			if !text && cell != "" && json.Unmarshal([]byte(cell), new(float64)) != nil {
				t.Errorf("line %d has the number %q", n+2, cell)
			}
		}
	}
	if got := lines[2][6]; got != "'@belts <i>" {
		t.Errorf("the second slide is %q", got)
	}
	if got := lines[3][6]; got != "After,\nall" {
		t.Errorf("the third slide is %q", got)
	}
	b.Reset()
	if err := WriteJSON(&b, told()); err != nil {
		t.Fatal(err)
	}
	var runs []jsonRun
	if err := json.Unmarshal(b.Bytes(), &runs); err != nil {
		t.Fatal(err)
	}
	if want := []jsonRun{newJSONRun(ptr(told()))}; !reflect.DeepEqual(runs, want) {
		t.Errorf("read back\n%+v, want\n%+v", runs, want)
	}
}

func TestCompare(t *testing.T) {
	plan := talk.RunPlan{Sections: []string{"Open", "Twice", "Twice", "Renamed", "Gone quiet", "New"}}
	for section, d := range []time.Duration{m, 2 * m, 3 * m, 4 * m, -1, 5 * m} {
		if d > 0 {
			plan.Slides = append(plan.Slides, talk.PlannedSlide{Title: plan.Sections[section], Section: section, Planned: d})
		}
		if section == 3 {
			plan.Slides = append(plan.Slides, talk.PlannedSlide{Title: "the bill", Section: 3}, talk.PlannedSlide{Title: "who pays", Section: 3})
		}
	}
	old := talk.Run{RunStart: talk.RunStart{Plan: talk.RunPlan{
		Sections: []string{"Old name", "Open", "Twice", "Dropped"},
		Slides: []talk.PlannedSlide{
			{Title: "Old name", Section: 0}, {Title: "the bill", Section: 0},
			{Title: "Open", Section: 1}, {Title: "Twice", Section: 2}, {Title: "Dropped", Section: 3},
		},
	}}, Spoken: []time.Duration{1 * s, 2 * s, 4 * s, 8 * s, 16 * s}}
	same := talk.Run{RunStart: talk.RunStart{Plan: plan}, Spoken: make([]time.Duration, len(plan.Slides))}
	same.Spoken[1], same.Spoken[2], same.Slide = 7*s, 9*s, 2
	got := Compare(plan, old, same)
	is := func(d time.Duration) Taken { return Taken{Known: true, Time: d} }
	want := []CompareRow{
		{"Open", is(m), []Taken{is(4 * s), is(0)}},
		{"Twice", is(2 * m), []Taken{is(8 * s), is(7 * s)}},
		{"Twice", is(3 * m), []Taken{{}, {true, 9 * s, true}}},
		{"Renamed", is(4 * m), []Taken{is(3 * s), is(0)}},
		{"New", is(5 * m), []Taken{{}, is(0)}},
		{"Dropped", Taken{}, []Taken{is(16 * s), {}}},
	}
	if !reflect.DeepEqual(got.Rows, want) {
		t.Errorf("got\n%+v, want\n%+v", got.Rows, want)
	}
	for n, run := range []talk.Run{old, same} {
		var sum time.Duration
		for _, row := range got.Rows {
			sum += row.Runs[n].Time
		}
		if sum != run.Total() || got.Total.Runs[n].Time != sum {
			t.Errorf("run %d: the rows are %v, the total %v, the run %v", n, sum, got.Total.Runs[n].Time, run.Total())
		}
	}
	both := Compare(plan, old, old)
	if last := both.Rows[len(both.Rows)-1]; len(both.Rows) != 6 || last.Runs[0] != last.Runs[1] {
		t.Errorf("two runs of an older talk: %+v", both.Rows)
	}
}

func TestTakeTheseTimesAsThePlan(t *testing.T) {
	section := func(number int, title string, planned time.Duration) *talk.Section {
		sec := &talk.Section{Number: number, Level: 2, Title: title, Slides: []*talk.Slide{said(title, 2, 10)}}
		if planned > 0 {
			sec.Time = talk.Duration{Duration: planned, Span: talk.Span{Start: 1, End: 2}}
		}
		return sec
	}
	doc := &talk.Talk{Sections: []*talk.Section{
		{Number: 1, Title: "", Slides: []*talk.Slide{said("", 0, 10)}}, // without a heading
		section(2, "One", m), section(3, "Two", 0), section(4, "Three", 2*m), section(5, "Unsaid", m), section(6, "Dashed off", m),
	}}
	plan, _ := NewPlan(doc, 0)
	run := talk.Run{RunStart: talk.RunStart{Plan: plan}, Spoken: []time.Duration{9 * s, 70 * s, 5*m + 50*s, 2*m + 2*s, 0, 3 * s}}
	got := Retimes(doc, run)
	// 70 s, and 420 s until there, and 542, and 545.
	want := []Retime{{2, 75 * s}, {3, 5*m + 45*s}, {6, 15 * s}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	run.Spoken = []time.Duration{0, 31 * s, 33 * s, 33 * s, 0, 0}
	if got, want := Retimes(doc, run), []Retime{{2, 30 * s}, {3, 35 * s}, {4, 30 * s}}; !reflect.DeepEqual(got, want) {
		t.Errorf("a short talk: got %v, want %v", got, want)
	}
	run.Slide = 3 // broken off there: what it took says nothing
	if got, want := Retimes(doc, run), []Retime{{2, 30 * s}, {3, 35 * s}}; !reflect.DeepEqual(got, want) {
		t.Errorf("broken off: got %v, want %v", got, want)
	}
	run.Slide = 5
	doc.Sections[1].Title = "By another name"
	if got := Retimes(doc, run); len(got) != 2 || got[0].Section != 3 {
		t.Errorf("a section that the run does not know: %v", got)
	}
}

// Times make a plan when all that is planned was said, and not only clicked through.
func TestFaultAsPlan(t *testing.T) {
	start := threeSlides()
	start.Plan.Sections = []string{"A", "B", "C"}
	start.Plan.Slides = []talk.PlannedSlide{
		{Section: 0, Planned: 2 * m}, {Section: 0, Planned: 2 * m}, {Section: 1, Planned: 4 * m}, {Section: 2, Backup: true},
	}
	drill := start
	drill.Kind = talk.RunDrill
	drill.Plan.Slides = start.Plan.Slides[2:3]
	for name, c := range map[string]struct {
		start  talk.RunStart
		slide  int
		spoken []time.Duration
		want   PlanFault
	}{
		"whole":                            {start, 2, []time.Duration{2 * m, m, 5 * m, 0}, NoFault},
		"a slide jumped over":              {start, 2, []time.Duration{3 * m, 0, 5 * m, 0}, NoFault},
		"half as long":                     {start, 2, []time.Duration{m, m, 2 * m, 0}, NoFault},
		"a few seconds":                    {start, 2, []time.Duration{2 * s, s, 3 * s, 0}, TooQuick},
		"the backup is not what it lacked": {start, 2, []time.Duration{m, m, 2*m - s, 0}, TooQuick},
		"broken off early":                 {start, 1, []time.Duration{3 * m, 2 * m, 0, 0}, LeftOut},
		"broken off in the last section":   {start, 0, []time.Duration{3 * m, 0, 5 * m, 0}, LeftOut},
		"a section jumped over":            {start, 2, []time.Duration{0, 0, 9 * m, 0}, LeftOut},
		"a drill":                          {drill, 0, []time.Duration{3 * m}, NoFault},
		"a drill of seconds":               {drill, 0, []time.Duration{3 * s}, TooQuick},
		"without a planned time":           {talk.RunStart{Plan: talk.RunPlan{Sections: []string{"A"}, Slides: make([]talk.PlannedSlide, 1)}}, 0, []time.Duration{s}, NoFault},
	} {
		run := talk.Run{RunStart: c.start, Slide: c.slide, Spoken: c.spoken}
		if got := FaultAsPlan(&run); got != c.want {
			t.Errorf("%s: the fault is %d, want %d", name, got, c.want)
		}
	}
}

func ptr[T any](v T) *T { return &v }

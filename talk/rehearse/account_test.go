package rehearse

import (
	"fmt"
	"testing"
	"time"

	"talkgiver/talk"
)

// fourParts is a talk of four sections of two minutes, each of one slide, and one
// for questions.
func fourParts() talk.RunStart {
	start := talk.RunStart{Kind: talk.RunGiven, Title: "Parts", Plan: talk.RunPlan{Slot: 8 * m, Sections: []string{"A", "B", "C", "D", "Asked"}}}
	for i, title := range start.Plan.Sections {
		slide := talk.PlannedSlide{Title: title, Section: i, Planned: 2 * m}
		if i == 4 {
			slide.Planned, slide.Backup = 0, true
		}
		start.Plan.Slides = append(start.Plan.Slides, slide)
	}
	return start
}

// cutShort is a talk that ran late, was told to have two minutes in place of four,
// and left a part out for that.
func cutShort() talk.Run {
	st := newStage(fourParts(), Options{})
	st.Identify("CUT")
	st.Start()
	st.speak(3 * m) // a minute over
	st.Next()
	st.speak(m)
	st.Skip(2)
	st.Have(2 * m) // of one for the rest of B and two for D
	st.speak(50 * s)
	st.Next()
	st.speak(90 * s)
	st.End()
	return st.Run()
}

func TestReport_AfterYouNowHave(t *testing.T) {
	run := cutShort()
	r := NewReport(run)
	for i, want := range []struct{ planned, first, actual, over, out time.Duration }{
		{2 * m, 2 * m, 3 * m, m, 0},            // said by the first plan
		{m + 40*s, 2 * m, m + 50*s, 10 * s, 0}, // a minute, and a third of what is left
		{0, 2 * m, 0, 0, 2 * m},                // not in the new plan
		{80 * s, 2 * m, 90 * s, 10 * s, 0},     // two thirds
		{},
	} {
		row := r.Sections[i]
		if row.Planned != want.planned || row.First != want.first || row.Actual != want.actual || row.Over() != want.over || row.LeftOut != want.out {
			t.Errorf("section %d is %+v, over %v, want %+v", i, row, row.Over(), want)
		}
	}
	if r.Forgiven.Planned != m || r.Total.Planned != 6*m || r.Total.Actual != 6*m+20*s || r.Total.Over() != 20*s {
		t.Errorf("forgiven %v, in all %+v", r.Forgiven, r.Total)
	}
	if r.Drift != (Drift{Behind, 20 * s}) || len(r.News) != 1 || r.News[0].Left != 2*m || r.News[0].At != 4*m {
		t.Errorf("%+v with %+v", r.Drift, r.News)
	}
	c := CourseOf(run)
	want := []CoursePoint{{}, {3 * m, m}, {4 * m, m}, {4 * m, 0}, {4*m + 50*s, 10 * s}, {6*m + 20*s, 20 * s}}
	if fmt.Sprint(c.Points) != fmt.Sprint(want) || len(c.News) != 1 || c.News[0] != 4*m {
		t.Errorf("the course is %v, anew at %v; want %v", c.Points, c.News, want)
	}
	if err := adds(&run, &r); err != nil {
		t.Error(err)
	}
	if !r.Complete || run.Complete() {
		t.Errorf("with a part left out it is complete: %v", r.Complete)
	}
}

// Another time that comes twice on one slide, late both times, is on the line where
// it came.
func TestCourse_TwoNewTimesOnOneSlide(t *testing.T) {
	st := newStage(fourParts(), Options{})
	st.Start()
	st.speak(3 * m) // a minute over
	st.Have(8 * m)
	st.speak(m) // of nothing that was left
	st.Have(3 * m)
	st.speak(10 * s)
	st.Next()
	st.speak(20 * s)
	run := st.Run()
	c := CourseOf(run)
	want := []CoursePoint{{}, {3 * m, m}, {3 * m, 0}, {4 * m, m}, {4 * m, 0}, {4*m + 10*s, 10 * s}, {4*m + 30*s, 10 * s}}
	if fmt.Sprint(c.Points) != fmt.Sprint(want) || fmt.Sprint(c.News) != "[3m0s 4m0s]" {
		t.Errorf("the course is %v, anew at %v; want %v", c.Points, c.News, want)
	}
}

// A run of an earlier version says nothing of what was spoken before the new plan:
// that plan has for it exactly what it took.
func TestReport_AfterYouNowHave_OfAnEarlierVersion(t *testing.T) {
	now, before := cutShort(), cutShort()
	for i := range before.Replans {
		r := &before.Replans[i]
		r.Left, r.Slide, r.Spoken = 0, 0, nil
	}
	a, b := NewReport(now), NewReport(before)
	for i := range a.Sections {
		if a.Sections[i] != b.Sections[i] {
			t.Errorf("section %d is %+v, and before it was %+v", i, a.Sections[i], b.Sections[i])
		}
	}
	if a.Total != b.Total || a.Forgiven != b.Forgiven {
		t.Errorf("in all %+v, forgiven %+v; before %+v, %+v", a.Total, a.Forgiven, b.Total, b.Forgiven)
	}
}

// What is left out while the time stays is time won; what is jumped over is, too,
// and what was to come when the run ended is neither.
func TestReport_LeftOutIsToldFromSkippedAndToCome(t *testing.T) {
	st := newStage(fourParts(), Options{})
	st.Start()
	st.speak(2 * m)
	st.Skip(1)
	st.Next() // C
	st.speak(30 * s)
	r := NewReport(st.Run())
	if b := r.Sections[1]; b.LeftOut != 2*m || b.Planned != 2*m || b.Over() != -2*m {
		t.Errorf("what was left out is %+v", b)
	}
	if c := r.Sections[2]; c.ToCome != 90*s || c.Over() != 0 || c.Before != -2*m {
		t.Errorf("what was begun is %+v", c)
	}
	if d := r.Sections[3]; d.ToCome != 2*m || d.LeftOut != 0 || d.Over() != 0 {
		t.Errorf("what was to come is %+v", d)
	}
	jumped := newStage(fourParts(), Options{})
	jumped.Start()
	jumped.speak(2 * m)
	jumped.Jump(2)
	jumped.speak(2 * m)
	r = NewReport(jumped.Run())
	if b := r.Sections[1]; b.LeftOut != 0 || b.ToCome != 0 || b.Over() != -2*m {
		t.Errorf("what was jumped over is %+v", b)
	}
	for _, run := range []talk.Run{st.Run(), jumped.Run()} {
		if r = NewReport(run); r.Complete {
			t.Error("with a part that was not said it is complete")
		}
		if err := adds(&run, &r); err != nil {
			t.Error(err)
		}
	}
}

// A pause and questions beyond their time are lost on stage, and no row has them.
func TestReport_Lost(t *testing.T) {
	st := newStage(fourParts(), Options{})
	st.Start()
	st.speak(m)
	st.Pause()
	st.speak(40 * s)
	st.Resume()
	st.Question()
	st.speak(15 * s)
	st.Question()
	if r := NewReport(st.Run()); r.Lost != 55*s || r.Asked != 15*s || r.Drift != (Drift{Behind, 55 * s}) || r.Total.Over() != 0 {
		t.Errorf("lost %v, of it %v asked; %+v, over %v", r.Lost, r.Asked, r.Drift, r.Total.Over())
	}
	st.Have(5 * m) // which forgives it
	st.Pause()
	st.speak(3 * s)
	if r := NewReport(st.Run()); r.Lost != 3*s || r.Asked != 0 || r.Drift != (Drift{Behind, 3 * s}) {
		t.Errorf("lost %v, of it %v asked; %+v", r.Lost, r.Asked, r.Drift)
	}
}

func TestReport_Rounded(t *testing.T) {
	start := fourParts()
	run := talk.Run{RunStart: start, Slide: 3, Spoken: []time.Duration{2*m + 400*time.Millisecond, 2*m + 400*time.Millisecond, 2*m + 400*time.Millisecond, m + 400*time.Millisecond, 0}}
	r := NewReport(run).Rounded()
	var planned, actual, over time.Duration
	for _, row := range r.Sections {
		if row.Actual%s != 0 || row.Planned%s != 0 {
			t.Errorf("%+v is not in whole seconds", row)
		}
		planned, actual, over = planned+row.Planned, actual+row.Actual, over+row.Over()
	}
	if actual != 7*m+2*s || planned != r.Total.Planned || actual != r.Total.Actual || over != r.Total.Over() {
		t.Errorf("the rows are %v of %v, %v over; in all %+v", actual, planned, over, r.Total)
	}
	c := Compare(start.Plan, run, run).Rounded()
	var sum time.Duration
	for _, row := range c.Rows {
		sum += row.Runs[1].Time
	}
	if sum != c.Total.Runs[1].Time || sum != 7*m+2*s {
		t.Errorf("the rows are %v, in all %v", sum, c.Total.Runs[1].Time)
	}
}

// adds says what of a run's report does not agree with the rest of it.
func adds(run *talk.Run, r *Report) error {
	c := CourseOf(*run)
	var slides, sections Row
	for _, row := range r.Slides {
		slides.add(row)
	}
	for _, row := range r.Sections {
		sections.add(row)
	}
	slides.add(r.Forgiven)
	sections.add(r.Forgiven)
	same := func(row Row) bool { return row.Planned == r.Total.Planned && row.Over() == r.Total.Over() }
	off := r.Total.Over()
	if n := len(c.Points); n > 0 && c.Points[n-1].Off != off {
		return fmt.Errorf("the line ends %v off, the rows %v", c.Points[n-1].Off, off)
	}
	late := off + r.Lost
	if d := r.Drift; !toldToEnd(run) && (d.By != late.Abs() || d.Kind == Behind != (late > 0)) {
		return fmt.Errorf("the drift is %+v, the rows are %v off, and %v were lost", d, off, r.Lost)
	}
	if !same(slides) || !same(sections) {
		return fmt.Errorf("slides %+v, sections %+v, in all %+v", slides, sections, r.Total)
	}
	shown := r.Rounded()
	var rows Row
	for _, row := range append(shown.Sections, shown.Forgiven) {
		rows.add(row)
	}
	if rows.Planned != shown.Total.Planned || rows.Actual != shown.Total.Actual || rows.Over() != shown.Total.Over() {
		return fmt.Errorf("shown are %+v, in all %+v", rows, shown.Total)
	}
	return nil
}

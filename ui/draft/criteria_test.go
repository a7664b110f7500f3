package draft

import (
	"strings"
	"testing"

	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
	"talkgiver/ui/widgets"
)

const openTalk = "---\nslot: 10m\nneeds:\n  - to know\ndate: soon\n---\n\n## It says one thing (4m)\nmeets: need 1\n\n- One #story\n\nI said it on a Monday.\n\n- Two #howto\n\nAsk it tomorrow.\n\n- Three\n\nAnd again.\n"

func TestADialOpensItsCriteria(t *testing.T) {
	d := newDesk(t, openTalk)
	r := report(d.history.Document())
	for i, dimension := range dimensions() {
		d.score.dials[i].OnTapped()
		want := r.Scores[dimension].Criteria
		if got := len(d.score.criteria.list.Objects); got != len(want) || !d.score.criteria.list.Visible() || d.score.list.Visible() {
			t.Fatalf("the %v dial shows %d criteria, want %d in place of the findings", dimension, got, len(want))
		}
		for j, c := range want {
			row := d.score.criteria.rows[j]
			if row.name.Text == "" || row.why.Text == "" || row.points.Text == "" || row.rule.Text == "" {
				t.Errorf("%s: %q has %q, because %q, by %q", c.ID, row.name.Text, row.points.Text, row.why.Text, row.rule.Text)
			}
			if c.Known && row.bar.High != int(c.High) || row.bar.Most != int(c.Most) {
				t.Errorf("%s: the bar shows %d to %d of %d, want %v of %v", c.ID, row.bar.Low, row.bar.High, row.bar.Most, c.Range, c.Most)
			}
		}
	}
	d.score.dials[2].OnTapped() // the one that is open
	if d.score.criteria.list.Visible() || !d.score.list.Visible() {
		t.Error("a second tap does not bring the findings back")
	}
}

// The open score is marked, and there are three ways back from it: the dial, the
// row on top, and Escape.
func TestWayBackFromADial(t *testing.T) {
	d := newDesk(t, openTalk)
	if d.score.back.Visible() || d.Escape() {
		t.Fatal("there is a way back from the findings")
	}
	for name, back := range map[string]func(){
		"dial": d.score.dials[1].OnTapped, "row": d.score.back.OnTapped, "Escape": func() {
			if !d.Escape() {
				t.Error("Escape closes nothing")
			}
		},
	} {
		d.score.dials[1].OnTapped()
		for i, dial := range d.score.dials {
			if dial.Selected != (i == 1) {
				t.Errorf("with the second one open, dial %d is marked: %v", i+1, dial.Selected)
			}
		}
		if !d.score.back.Visible() || d.score.back.Text != "‹ What would help most" || boxOf(d.score.back).top > boxOf(d.score.criteria.list).top {
			t.Errorf("above the criteria there is no way back: %q", d.score.back.Text)
		}
		back()
		if d.score.criteria.list.Visible() || !d.score.list.Visible() || d.score.back.Visible() || d.score.dials[1].Selected {
			t.Errorf("by the %s one does not come back", name)
		}
	}
	d.score.dials[1].OnTapped()
	d.Open(d.history.Document())
	if d.score.dials[1].Selected || d.score.back.Visible() {
		t.Error("the next talk begins with the inside of a score")
	}
}

func TestFiguresCanBeTurnedOff(t *testing.T) {
	d := newDesk(t, openTalk)
	numbers := false
	d.cfg.Numbers = func() bool { return numbers }
	d.weigh()
	d.score.settle.Flush()
	if d.score.beam.Figure != "" || strings.ContainsAny(d.score.beam.Give+d.score.beam.Take, "0123456789") || d.score.dials[0].Visible() {
		t.Errorf("the panel still shows %q, %q, %q", d.score.beam.Figure, d.score.beam.Give, d.score.beam.Take)
	}
	for _, o := range d.score.list.Objects {
		if row := o.(*widgets.FindingRow); row.Points != "" {
			t.Errorf("%q still has %q points", row.Title, row.Points)
		}
	}
	if len(d.score.list.Objects) == 0 {
		t.Error("the advice is gone too")
	}
	numbers = true
	d.weigh()
	if d.score.beam.Figure == "" || !d.score.dials[0].Visible() {
		t.Error("the figures do not come back")
	}
}

func TestProblemsOfTheFileAreShownAndLeadThere(t *testing.T) {
	d := newDesk(t, openTalk)
	row := d.score.list.Objects[0].(*widgets.FindingRow)
	if !strings.Contains(row.Title, "soon") || !strings.Contains(row.Text, "5") {
		t.Fatalf("the first row says %q, %q; the date in line 5 cannot be read", row.Title, row.Text)
	}
	row.OnTapped()
	focused, ok := d.win.Canvas().Focused().(*entry)
	if !ok || focused.id != "deal-"+string(markdown.FieldDate) {
		t.Errorf("the row leads to %v", d.win.Canvas().Focused())
	}
}

func TestQuestionsAreAskedAndAnsweredInTheMenu(t *testing.T) {
	d := newDesk(t, openTalk)
	questions := report(d.history.Document()).Questions
	if len(questions) == 0 || len(d.score.asks.Objects) != 1+len(questions) || !d.score.asks.Visible() {
		t.Fatalf("%d questions are open, %d rows ask", len(questions), len(d.score.asks.Objects))
	}
	d.cards[0].showMenu()
	for _, item := range d.menu.Items {
		if item.Label == "How new is it to them?" {
			item.ChildMenu.Items[3].Action()
		}
	}
	if s := d.history.Document().Talk().Sections[0]; !s.New.Given() || s.New.Points != 3 {
		t.Fatalf("the menu's answer is not in the file:\n%s", d.history.Document().Bytes())
	}
	before, after := report(markdown.Parse([]byte(openTalk))), report(d.history.Document())
	if width := func(r score.Report) score.Points { return r.Balance.Range.High - r.Balance.Range.Low }; width(after) >= width(before) {
		t.Errorf("the answer did not narrow the range: %v before, %v after", width(before), width(after))
	}
}

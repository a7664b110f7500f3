package draft

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

const taking = `---
slot: 10m
message: Say less.
---

## Who we are (8m)

- We were founded long ago #bio
- We won every award #brag
- Buy it #pitch

Buy it today.
`

// rowsShown are the findings that can be seen.
func (d *desk) rowsShown() []*widgets.FindingRow {
	var rows []*widgets.FindingRow
	for _, o := range d.score.list.Objects {
		rows = append(rows, o.(*widgets.FindingRow))
	}
	return rows
}

// Before there is a report the panel has nothing below its heading: no empty row
// or button, no figure, and nothing of the talk before.
func TestNoReportYet(t *testing.T) {
	d := newDesk(t, taking)
	shown := func() (what []string) {
		for _, o := range visibleParts(d.score.object) {
			switch o := o.(type) {
			case *widgets.FindingRow:
				what = append(what, "row "+o.Title)
			case *widgets.Button:
				what = append(what, "button "+o.Text)
			}
		}
		return what
	}
	if len(shown()) == 0 || d.score.count.Text == "" {
		t.Fatal("a talk that only takes has no findings")
	}
	d.Open(markdown.Parse([]byte("## Another\n\ntext\n")))
	if got := shown(); len(got) != 0 || d.score.count.Text != "" {
		t.Errorf("before its report came, the next talk has %q and the count %q", got, d.score.count.Text)
	}
	fresh := newScorePanel(d.Place)
	if fresh.more.Visible() || len(fresh.list.Objects) != 0 {
		t.Error("a panel without a report shows an empty row")
	}
}

// visibleParts are the objects that can be seen within containers and scrolls.
func visibleParts(o fyne.CanvasObject) []fyne.CanvasObject {
	if !o.Visible() {
		return nil
	}
	all := []fyne.CanvasObject{o}
	switch o := o.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			all = append(all, visibleParts(part)...)
		}
	case *container.Scroll:
		all = append(all, visibleParts(o.Content)...)
	}
	return all
}

// Figures follow every key; findings wait until the hands rest.
func TestFindingsSettle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, taking)
		titles := func() string {
			var all []string
			for _, r := range d.rowsShown() {
				all = append(all, r.Title)
			}
			return strings.Join(all, "|")
		}
		before, figure := titles(), d.score.beam.Figure
		if before == "" {
			t.Fatal("a talk that only takes has no findings")
		}
		rest := func(wait time.Duration) {
			time.Sleep(wait)
			synctest.Wait()
			d.queue.Run()
		}
		d.do(markdown.TagItem{Section: 1, Item: 3, Tag: "story", On: true}, "")
		d.weigh()
		if d.score.beam.Figure == figure {
			t.Error("the figure does not follow at once")
		}
		rest(300 * time.Millisecond)
		if titles() != before {
			t.Error("findings change while one writes")
		}
		d.weigh() // the next key
		rest(300 * time.Millisecond)
		if titles() != before {
			t.Error("findings change while one writes on")
		}
		d.in(d.cards[0].title, "").write("x") // a key whose score is not there yet
		rest(500 * time.Millisecond)
		if titles() != before {
			t.Error("findings change before the score of the last key is there")
		}
		rest(300 * time.Millisecond)
		if titles() == before {
			t.Error("findings do not follow when the hands rest")
		}
		now := titles()
		d.do(markdown.TagItem{Section: 1, Item: 3, Tag: "story"}, "")
		for range 40 { // someone who never rests
			d.weigh()
			rest(100 * time.Millisecond)
			if titles() != now {
				t.Fatal("findings change while one writes on and on")
			}
		}
		d.runner.Close()
	})
}

func TestUnknownScore(t *testing.T) {
	d := newDesk(t, "## One\n\ntext\n")
	if d.score.beam.Known || d.score.dials[0].Known || d.score.beam.Figure != "?" {
		t.Errorf("a talk without a slot is weighed: %q", d.score.beam.Figure)
	}
	d = newDesk(t, taking)
	if !d.score.beam.Known || !strings.HasPrefix(d.score.beam.Figure, "−") {
		t.Errorf("a talk that takes has the figure %q", d.score.beam.Figure)
	}
}

// Where the range is cut off at -100 its middle is not the balance, which is what
// the pans weigh.
func TestBeam_ShowsWhatThePansWeigh(t *testing.T) {
	d := newDesk(t, "---\nslot: 1m\nmessage: Give it back today.\n---\n\n## One (8s)\n\n- Green means nothing #insight\n\nGive it back today.\n\n## Two (8s)\n\n- Try it #howto\n\nI take a book.\n\n## Three (8s)\n\n- Thanks\n\nIt is your turn now.\n")
	r := report(d.history.Document())
	if r.Balance.Range.Low != -100*score.Point || r.Balance.Points == r.Balance.Range.Middle() {
		t.Fatalf("the range %v of %v is not cut off", r.Balance.Range, r.Balance.Points)
	}
	if b := d.score.beam; b.Balance != whole(r.Give.Middle()-r.Take.Middle()) || b.Figure != signed(b.Balance) {
		t.Errorf("it shows %q and leans by %d: give %v, take %v", b.Figure, b.Balance, r.Give, r.Take)
	}
}

// A report of an older text leaves the marks alone.
func TestStaleReport(t *testing.T) {
	d := newDesk(t, taking)
	old := d.history.Document()
	d.do(markdown.SetBody{Section: 1, Text: "- only one #story"}, "")
	d.weigh()
	marks := d.cards[0].body.marks
	d.ShowReport(old, report(old))
	if got := d.cards[0].body.marks; len(got) != 1 || got[0] != marks[0] {
		t.Errorf("the marks are %v, want %v", got, marks)
	}
	d.do(markdown.DeleteSection{Section: 1}, "")
	d.ShowReport(old, report(old))
}

// A finding that is shown while the text moves on leads to where its words are
// now, and is silenced there.
func TestFindingOfAnEarlierText(t *testing.T) {
	d := newDesk(t, taking)
	of := d.score.of
	span := talk.Span{Start: strings.Index(taking, "today"), End: strings.Index(taking, "today") + 5}
	d.do(markdown.RenameSection{Section: 1, Title: "Who we really are, and why"}, "")
	d.GoTo(d.carry(of, span), 1)
	if _, behind := d.cursorAt(); behind != "today." {
		t.Errorf("the cursor is before %q", behind)
	}
	d.do(markdown.SetBody{Section: 1, Text: "gone"}, "")
	d.GoTo(d.carry(of, span), 1) // its words are gone: somewhere near, and no panic
	d.do(markdown.Replace{}, "")
	d.GoTo(d.carry(of, span), 1)
}

func TestSilence(t *testing.T) {
	d := newDesk(t, taking)
	var at int
	for i, f := range d.score.findings {
		if f.Section == 1 && !f.Span.Empty() {
			at = i
			break
		}
	}
	f := d.score.findings[at]
	points := report(d.document).Balance
	d.score.all = true
	d.score.showFindings()
	d.rowsShown()[at].OnMenu(fyne.Position{})
	d.choose("Silence")
	d.reason("they asked for it")
	if !strings.Contains(d.source(), "silence "+f.Rule+": they asked for it") {
		t.Fatalf("the file does not have the silence:\n%s", d.source())
	}
	d.weigh()
	d.score.showFindings()
	if report(d.document).Balance != points {
		t.Error("silencing changed a figure")
	}
	var quiet *widgets.FindingRow
	for _, r := range d.rowsShown() {
		if r.Quiet {
			quiet = r
		}
	}
	if quiet == nil || !strings.Contains(quiet.Text, "they asked for it") || quiet.Points != "" {
		t.Fatalf("the silenced finding is shown as %+v", quiet)
	}
	if !strings.Contains(d.score.count.Text, "1 silenced") {
		t.Errorf("the count says %q", d.score.count.Text)
	}
	quiet.OnMenu(fyne.Position{})
	d.choose("Hear it again")
	if d.source() != taking {
		t.Errorf("heard again, the file is\n%s", d.source())
	}
}

// Long findings wrap inside of the panel.
func TestFindingsWrap(t *testing.T) {
	d := newDeskOf(t, crowded, fyne.NewSize(640, 600))
	if len(d.rowsShown()) == 0 {
		t.Fatal("no findings")
	}
	panel := boxOf(d.score.object)
	last := float32(0)
	for _, r := range d.rowsShown() {
		b := boxOf(r)
		if b.left < panel.left || b.right > panel.right {
			t.Errorf("%q is wider than the panel", r.Title)
		}
		if b.top < last {
			t.Errorf("%q lies over the one above", r.Title)
		}
		last = b.down
		for _, o := range uitest.Visible(r) {
			if text, ok := o.(*widgets.Text); ok && !boxOf(text).within(b) {
				t.Errorf("the words of %q are cut", r.Title)
			}
		}
	}
}

func TestLinkAndKindMenus(t *testing.T) {
	d := newDesk(t, everything)
	c := d.cards[0]
	last := c.links.Objects[len(c.links.Objects)-1].(*widgets.Chip)
	last.OnTapped()
	for _, item := range d.menu.Items {
		if want := strings.HasPrefix(item.Label, "need 2"); item.Checked != want {
			t.Errorf("%q is checked: %v", item.Label, item.Checked)
		}
	}
	d.choose("truth 1")
	d.agrees()
	if !strings.Contains(d.source(), "meets: need 2, truth 1\n") {
		t.Errorf("the file is\n%s", d.source())
	}
	c.links.Objects[0].(*widgets.Chip).OnTapped()
	d.choose("need 2")
	c.links.Objects[0].(*widgets.Chip).OnTapped()
	d.choose("makes promise 1")
	if !strings.Contains(d.source(), "meets: truth 1\nmakes: promise 1\n") || len(c.links.Objects) != 3 {
		t.Errorf("%d chips, the file is\n%s", len(c.links.Objects), d.source())
	}

	d.weigh()
	c.body.chips.Objects[0].(*widgets.Chip).OnTapped()
	d.choose("example")
	if !strings.Contains(d.source(), "- shown here #example\n") {
		t.Errorf("the file is\n%s", d.source())
	}
	d.weigh()
	c.body.chips.Objects[0].(*widgets.Chip).OnTapped()
	d.choose("No tag")
	if !strings.Contains(d.source(), "- shown here\n") {
		t.Errorf("the file is\n%s", d.source())
	}
	for d.history.CanUndo() {
		d.cfg.Undo()
	}
	if d.source() != everything {
		t.Errorf("undone, the file is\n%s", d.source())
	}

	d = newDesk(t, "## One\n")
	d.cards[0].links.Objects[0].(*widgets.Chip).OnTapped()
	d.choose("Name a need")
	if !d.deal.unfolded() {
		t.Error("the deal is not shown")
	}
}

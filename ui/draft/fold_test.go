package draft

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

// folded returns the numbers of the sections that are folded.
func (d *desk) folded() (list []int) {
	for _, c := range d.cards {
		if c.folded {
			list = append(list, c.number)
		}
	}
	return list
}

// A card folds to one line that says what it is, and stays folded wherever its
// section goes.
func TestFold(t *testing.T) {
	d := newDesk(t, small)
	c := d.cards[0]
	high := c.object.Size().Height
	d.in(c.body.entry, "Said")
	d.ToggleFold()
	if h := c.object.Size().Height; h >= high || h > headHeight+2*cardPad+4 {
		t.Errorf("folded, the card is %v high; it was %v", h, high)
	}
	if d.focused() != c.title {
		t.Error("the cursor is in what cannot be seen")
	}
	d.weigh()
	if len(c.kinds.Segments) != 1 || !c.kinds.Visible() || c.kinds.Size().Width == 0 {
		t.Error("the line does not say what the items are")
	}
	steps := []struct {
		name string
		do   func()
		want []int
	}{
		{"move down", func() { d.MoveCurrent(+1) }, []int{2}},
		{"undo", func() { d.cfg.Undo() }, []int{1}},
		{"add behind", func() { d.current = 1; d.AddSection() }, []int{1}},
		{"add before", func() { d.do(markdown.AddSection{Number: 1}, "") }, []int{2}},
		{"type elsewhere", func() { d.in(d.cards[3].body.entry, "").write("x") }, []int{2}},
		{"delete the first", func() { d.remove(1) }, []int{1}},
		{"fold all", func() { d.FoldAll(true) }, []int{1, 2, 3, 4}},
		{"unfold one", func() { test.Tap(d.cards[1].fold) }, []int{1, 3, 4}},
		{"go into one", func() { d.GoTo(talk.Span{}, 3) }, []int{1, 4}},
		{"unfold all", func() { d.FoldAll(false) }, nil},
	}
	for _, s := range steps {
		s.do()
		d.agrees()
		if got := d.folded(); !slices.Equal(got, s.want) {
			t.Errorf("%s: folded are %v, want %v", s.name, got, s.want)
		}
	}
	d.Open(d.document)
	if d.folded() != nil {
		t.Error("another talk opens folded")
	}
}

// seen returns the numbers of the sections that can be seen.
func (d *desk) sees() (list []int) {
	for _, c := range d.cards {
		if c.object.Visible() {
			list = append(list, c.number)
		}
	}
	return list
}

// One section alone: nothing else is seen, the ways to the others are, and
// Escape shows all again.
func TestAlone(t *testing.T) {
	d := newDesk(t, small)
	var calm []bool
	d.cfg.OnView = func() { calm = append(calm, d.Alone()) }
	d.in(d.cards[1].body.entry, "Only")
	d.ToggleAlone()
	if !d.Alone() || !slices.Equal(d.sees(), []int{2}) || d.deal.object.Visible() || d.strip.object.Visible() || d.score.object.Visible() {
		t.Error("more is seen than one section")
	}
	if d.calm.text.Text != "Section 2 of 3" || !d.calm.object.Visible() {
		t.Errorf("it says %q", d.calm.text.Text)
	}
	if before, _ := d.cursorAt(); before != "Only" {
		t.Errorf("the cursor has moved behind %q", before)
	}
	for _, step := range []struct {
		do   func()
		want int
	}{
		{func() { d.Next(+1) }, 3},
		{func() { d.Next(+1) }, 3},
		{func() { test.Tap(d.calm.previous) }, 2},
		{func() { d.write("x"); d.cfg.Undo() }, 2},
		{func() { d.GoTo(talk.Span{}, 1) }, 1},
		{func() { d.MoveCurrent(+1) }, 1},
		{d.AddSection, 2},
		{func() { d.remove(2) }, 2},
		{func() { d.cfg.Undo() }, 2},
	} {
		step.do()
		d.agrees()
		if got := d.sees(); !slices.Equal(got, []int{step.want}) || d.Current() != step.want || d.focused().card != d.cards[step.want-1] {
			t.Fatalf("seen are %v, the current is %d, want %d", got, d.Current(), step.want)
		}
	}
	d.press(fyne.KeyEscape)
	if d.Alone() || len(d.sees()) != len(d.cards) || !d.deal.object.Visible() || !d.score.object.Visible() || d.calm.object.Visible() {
		t.Error("Escape does not show all again")
	}
	if !slices.Equal(calm, []bool{true, false}) {
		t.Errorf("the window heard %v", calm)
	}
	if d.Escape() {
		t.Error("Escape closes what is not open")
	}
}

// A talk without sections cannot be shown by one; a talk that loses its last
// shows what there is.
func TestAloneWithoutSections(t *testing.T) {
	d := newDesk(t, "")
	d.ToggleAlone()
	if d.Alone() {
		t.Error("nothing is shown alone")
	}
	d = newDesk(t, "## One\n\ntext\n")
	d.ToggleAlone()
	d.remove(1)
	d.agrees()
	if !d.empty.Visible() || !d.deal.object.Visible() {
		t.Error("the talk has lost its last section, and nothing is seen")
	}
	d.Escape()
	d.AddSection()
	d.agrees()
}

func TestOutline(t *testing.T) {
	d := newDesk(t, strings.Replace(strings.Replace(small, "## Two", "## Two #skip", 1), "(2m)", "(9m)", 1))
	d.in(d.cards[1].body.entry, "Only")
	d.ToggleOutline()
	o := d.outline.list
	if d.win.Canvas().Focused() != fyne.Focusable(o) || o.Selected != 1 || d.score.object.Visible() {
		t.Fatalf("the outline is open with line %d", o.Selected+1)
	}
	var lines []string
	for _, r := range o.Rows {
		lines = append(lines, r.Number+" "+r.Title+" "+r.Time)
	}
	if got, want := strings.Join(lines, "|"), "1 One 4:00 · est. 0:01|2 Two left out|3 Three 9:00 · est. 0:30"; got != want {
		t.Errorf("the lines are %s, want %s", got, want)
	}
	if len(o.Rows[0].Segments) != 1 || !o.Rows[1].Quiet {
		t.Error("the lines do not say what the sections are")
	}
	d.press(fyne.KeyDown)
	if d.Current() != 3 {
		t.Errorf("the arrow leads to section %d", d.Current())
	}
	d.MoveCurrent(-1)
	d.agrees()
	if o.Rows[1].Title != "Three" || o.Selected != 1 || d.win.Canvas().Focused() != fyne.Focusable(o) {
		t.Errorf("moved, line %d is selected in %v", o.Selected+1, o.Rows)
	}
	o.OnMoved(0, 2)
	d.agrees()
	if o.Rows[2].Title != "One" || d.Current() != 3 {
		t.Errorf("dropped, the first section is not the last: %v", o.Rows)
	}
	d.press(fyne.KeyReturn)
	if d.focused() != d.cards[2].body.entry || !d.OutlineShown() {
		t.Error("Enter does not go to the section")
	}
	d.write("x")
	d.AddSection()
	if len(o.Rows) != 4 || o.Selected != 3 {
		t.Errorf("%d lines, selected is %d", len(o.Rows), o.Selected+1)
	}
	d.press(fyne.KeyEscape)
	if d.OutlineShown() || !d.score.object.Visible() {
		t.Error("Escape does not close the outline")
	}
	before, row := d.focused(), d.focused().CursorColumn
	d.ToggleOutline()
	d.Escape()
	if d.focused() != before || d.focused().CursorColumn != row {
		t.Error("closed, the cursor is not where it was")
	}
}

// drag drags a card's grip to a height of the window.
func (d *desk) dragTo(c *card, y float32) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.grip)
	for _, y := range []float32{at.Y + 3, (at.Y + y) / 2, y} {
		c.grip.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(at.X, y)}})
	}
}

func TestDragACard(t *testing.T) {
	tops := func(d *desk) (y []float32) {
		for _, c := range d.cards {
			y = append(y, boxOf(c.object).top)
		}
		return y
	}
	tests := map[string]struct {
		card   int
		to     func(tops []float32) float32
		titles string
	}{
		"to the end":       {0, func(y []float32) float32 { return y[2] + 100 }, "Two|Three|One"},
		"to the beginning": {2, func(y []float32) float32 { return y[0] - 30 }, "Three|One|Two"},
		"by one":           {0, func(y []float32) float32 { return y[2] + 5 }, "Two|One|Three"},
		"nowhere":          {1, func(y []float32) float32 { return y[1] + 20 }, "One|Two|Three"},
		"a little":         {1, func(y []float32) float32 { return y[2] + 5 }, "One|Two|Three"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDeskOf(t, small, fyne.NewSize(1050, 1100))
			d.dragTo(d.cards[test.card], test.to(tops(d)))
			if moves := test.titles != "One|Two|Three"; d.reorder.line.Visible() != moves {
				t.Errorf("the line is seen: %v", !moves)
			}
			if b := boxOf(d.reorder.line); d.reorder.line.Visible() {
				for _, c := range d.cards {
					if b.overlaps(boxOf(c.object)) {
						t.Errorf("the line lies on the card of section %d", c.number)
					}
				}
			}
			d.cards[test.card].grip.DragEnd()
			d.agrees()
			var titles []string
			for _, c := range d.cards {
				titles = append(titles, c.title.Text)
			}
			if got := strings.Join(titles, "|"); got != test.titles || d.reorder.line.Visible() || d.reorder.card != nil {
				t.Errorf("the sections are %s, want %s", got, test.titles)
			}
			d.cfg.Undo()
			if d.source() != small {
				t.Errorf("undone, the file is\n%s", d.source())
			}
		})
	}
}

// The pointer at an edge scrolls the page; Escape lets go.
func TestDragScrolls(t *testing.T) {
	d := newDeskOf(t, longTalk(8), fyne.NewSize(1050, 500))
	d.dragTo(d.cards[0], boxOf(d.page).down-4)
	before := d.page.Offset.Y
	d.roll(0.1)
	if d.page.Offset.Y <= before || d.page.Offset.Y > before+rollMost*0.1 {
		t.Errorf("the page has scrolled from %v to %v", before, d.page.Offset.Y)
	}
	for range 200 {
		d.roll(0.1)
	}
	if d.reorder.to != 8 {
		t.Errorf("at the end of the page the section would be number %d", d.reorder.to)
	}
	if !d.Escape() || d.reorder.card != nil || d.reorder.line.Visible() {
		t.Error("Escape does not let go")
	}
	offset := d.page.Offset
	d.roll(0.1)
	d.cards[0].grip.DragEnd()
	if d.page.Offset != offset || d.edits != 0 {
		t.Error("let go, it still moves")
	}
}

// What stands first without a heading stays first.
func TestDragAnOpening(t *testing.T) {
	const source = "An opening.\n\n## One\n\ntext\n\n## Two\n\ntext\n"
	d := newDeskOf(t, source, fyne.NewSize(1050, 1100))
	if d.cards[0].grip.Visible() {
		t.Error("an opening has a grip")
	}
	d.dragTo(d.cards[2], boxOf(d.cards[0].object).top-20)
	d.cards[2].grip.DragEnd()
	d.agrees()
	if want := "An opening.\n\n## Two\n\ntext\n\n## One\n\ntext\n"; d.source() != want {
		t.Errorf("the file is %q", d.source())
	}
}

func TestAnswersOnTheCard(t *testing.T) {
	d := newDesk(t, small)
	a := d.cards[0].answers
	d.win.Canvas().Focus(a.isNew)
	a.isNew.TypedRune('3')
	a.matter.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	d.agrees()
	if want := "## One (4m)\ngives: a thing to take\nnew: 3\nrelevant: 0\n"; !strings.Contains(d.source(), want) || a.isNew.Value != 3 || a.matter.Value != 0 {
		t.Errorf("answered %d and %d, the file is\n%s", a.isNew.Value, a.matter.Value, d.source())
	}
	a.isNew.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	a.matter.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if d.source() != small || a.isNew.Value != -1 || a.matter.Value != -1 {
		t.Errorf("taken back, the file is\n%s", d.source())
	}
}

// A mismatch of plan and words is said in words.
func TestEstimateSaysWhatIsWrong(t *testing.T) {
	words := strings.Repeat("word ", 260)
	for heading, want := range map[string]string{
		"## One":            "est. 2:00",
		"## One (2m)":       "est. 2:00",
		"## One (1m)":       "▲ est. 2:00, 1:00 too long",
		"## One (5m)":       "▽ est. 2:00, 3:00 to spare",
		"## One (5m) #skip": "left out",
	} {
		d := newDesk(t, heading+"\n\n"+words+"\n")
		if got := d.cards[0].estimate.Text; got != want {
			t.Errorf("%s with two minutes of words says %q, want %q", heading, got, want)
		}
	}
}

// The key for the kind opens the menu for the item that the cursor is in.
func TestKindByKey(t *testing.T) {
	d := newDesk(t, small)
	d.in(d.cards[0].body.entry, "shown")
	d.ChooseKind()
	if d.menu == nil {
		t.Fatal("no menu")
	}
	d.choose("demo")
	d.agrees()
	if !strings.Contains(d.source(), "- shown here #demo\n") {
		t.Errorf("the file is\n%s", d.source())
	}
	d.menu = nil
	d.in(d.cards[0].title, "One")
	d.ChooseKind()
	if d.menu != nil {
		t.Error("a title has a kind")
	}
	// Tab goes from the text to what it gives.
	d.in(d.cards[0].body.entry, "")
	d.win.Canvas().FocusNext()
	if d.focused() != d.cards[0].gives {
		t.Errorf("Tab goes to %q", d.focused().Text)
	}
}

// An item that has come since the last score can be given its kind, and a chip
// is still that of its own item.
func TestKindBeforeTheScore(t *testing.T) {
	d := newDesk(t, "## One\n\n- a #story\n- b\n\nsaid\n")
	d.in(d.cards[0].body.entry, "- b").write("\nc")
	d.ChooseKind()
	d.choose("demo")
	d.agrees()
	if want := "- a #story\n- b\n- c #demo\n\nsaid\n"; !strings.Contains(d.source(), want) {
		t.Fatalf("the file is\n%s", d.source())
	}
	d.in(d.cards[0].body.entry, "- a #story").write("\nnew")
	test.Tap(d.cards[0].body.chips.Objects[1].(fyne.Tappable))
	d.choose("bio")
	if want := "- a #story\n- new\n- b #bio\n- c #demo\n"; !strings.Contains(d.source(), want) {
		t.Errorf("the file is\n%s", d.source())
	}
	d.in(d.cards[0].body.entry, "- new").focused().TappedSecondary(&fyne.PointEvent{})
	for _, item := range d.menu.Items {
		if item.Label == "What is this item?" {
			item.ChildMenu.Items[1].Action() // below the heading
		}
	}
	if !strings.Contains(d.source(), "- new #insight\n") {
		t.Errorf("chosen in the text's menu, the file is\n%s", d.source())
	}
}

// The menu groups the kinds by what they are to the listeners, and ends with the
// marks that an item has beside its kind.
func TestKindMenuIsGrouped(t *testing.T) {
	d := newDesk(t, "## One\n\n- a #story #tailored\n")
	d.in(d.cards[0].body.entry, "- a")
	d.ChooseKind()
	heading := ""
	kinds := map[string]int{}
	var marks []string
	for _, item := range d.menu.Items {
		switch {
		case item.IsSeparator:
			heading = ""
		case item.Disabled:
			heading = item.Label
		case heading != "":
			kinds[heading]++
		default:
			marks = append(marks, item.Label)
		}
		if want := item.Label == "story" || item.Label == "Made for these people"; item.Checked != want {
			t.Errorf("%q is checked: %v", item.Label, item.Checked)
		}
	}
	want := map[string]int{}
	for _, k := range talk.Kinds() {
		want[sideName(k.Side())]++
	}
	if len(want) != 3 || !maps.Equal(kinds, want) {
		t.Errorf("the kinds stand below %v, want %v", kinds, want)
	}
	if got := strings.Join(marks, "|"); got != "No tag|I was there myself|Made for these people" {
		t.Errorf("below the kinds there is %s", got)
	}
	d.choose("I was there")
	if !strings.Contains(d.source(), "- a #story #tailored #firsthand\n") {
		t.Errorf("marked, the file is\n%s", d.source())
	}
	d.ChooseKind()
	d.choose("Made for")
	if !strings.Contains(d.source(), "- a #story #firsthand\n") {
		t.Errorf("the mark taken back, the file is\n%s", d.source())
	}
}

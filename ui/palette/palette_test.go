package palette

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

// table is a window with a palette over it.
type table struct {
	*Palette
	t      *testing.T
	window fyne.Window
	chosen []string
	before *widget.Entry // had the focus
}

func newTable(t *testing.T, items []Item, recent ...string) *table {
	t.Helper()
	a := uitest.App(t, theme.Light)
	b := &table{t: t, before: widget.NewEntry()}
	b.window = a.NewWindow("")
	b.window.SetContent(b.before)
	b.window.Resize(fyne.NewSize(1000, 700))
	b.window.Canvas().Focus(b.before)
	b.Palette = Show(b.window.Canvas(), items, recent, func(i Item) { b.chosen = append(b.chosen, i.Title) })
	return b
}

func (b *table) press(keys ...fyne.KeyName) *table {
	b.t.Helper()
	uitest.Press(b.t, b.window, keys...)
	return b
}

// at is the title that Enter would take.
func (b *table) at() string {
	if b.slot.chosen < 0 {
		return ""
	}
	return b.found.at(b.slot.chosen).Title
}

// lit is the title of the row that looks chosen, and how many look so.
func (b *table) lit() (title string, rows int) {
	for _, r := range b.rows {
		if r.Visible() && r.back.Visible() {
			title, rows = "", rows+1
			for _, s := range r.title.Spans {
				title += s.Text
			}
		}
	}
	return title, rows
}

func numbered(n int) []Item {
	var list []Item
	for i := range n {
		list = append(list, Item{Title: fmt.Sprintf("item %d", i)})
	}
	return list
}

func TestPalette_Keys(t *testing.T) {
	const up, down, pageUp, pageDown = fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown
	for _, c := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{nil, "item 0"},
		{[]fyne.KeyName{down, down}, "item 2"},
		{[]fyne.KeyName{down, down, up}, "item 1"},
		{[]fyne.KeyName{up}, "item 29"}, // around
		{[]fyne.KeyName{up, down}, "item 0"},
		{[]fyne.KeyName{pageDown}, "item 10"},
		{[]fyne.KeyName{pageDown, pageDown, pageDown, pageDown}, "item 29"},
		{[]fyne.KeyName{pageDown, pageUp, pageUp}, "item 0"},
	} {
		b := newTable(t, numbered(30))
		b.press(c.keys...)
		title, rows := b.lit()
		if b.at() != c.want || title != c.want || rows != 1 {
			t.Errorf("%v: %q is chosen, and %d rows look so, the last %q; want %q", c.keys, b.at(), rows, title, c.want)
		}
		b.press(fyne.KeyReturn)
		if !slices.Equal(b.chosen, []string{c.want}) || b.window.Canvas().Overlays().Top() != nil {
			t.Errorf("%v: Enter takes %q", c.keys, b.chosen)
		}
	}
}

func TestPalette_Leave(t *testing.T) {
	for name, leave := range map[string]func(*table){
		"Escape":       func(b *table) { b.press(fyne.KeyEscape) },
		"a tap beside": func(b *table) { test.TapCanvas(b.window.Canvas(), fyne.NewPos(5, 5)) },
	} {
		b := newTable(t, numbered(3))
		leave(b)
		if len(b.chosen) != 0 || b.window.Canvas().Overlays().Top() != nil {
			t.Errorf("%s does not just close it", name)
		}
		if b.window.Canvas().Focused() != b.before {
			t.Errorf("after %s the focus is not where it was", name)
		}
	}
}

func TestPalette_Typing(t *testing.T) {
	b := newTable(t, items)
	test.Type(b.query, "dark")
	if b.at() != "Dark" || b.place.Text != "1 of 2" || b.none.Visible() {
		t.Errorf("%q, %q", b.at(), b.place.Text)
	}
	test.Type(b.query, "xyz")
	if b.at() != "" || !b.none.Visible() || b.place.Text != "" {
		t.Error("it does not say that there is nothing")
	}
	b.press(fyne.KeyDown, fyne.KeyPageUp, fyne.KeyReturn) // means nothing
	if len(b.chosen) != 0 || b.window.Canvas().Overlays().Top() == nil {
		t.Error("nothing can be taken")
	}
	b.press(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	if b.at() != "Dark" || b.none.Visible() {
		t.Error("what was found is not found again")
	}
}

func TestPalette_Mouse(t *testing.T) {
	b := newTable(t, numbered(30))
	b.rows[3].MouseIn(&desktop.MouseEvent{})
	if b.at() != "item 0" {
		t.Error("a pointer that rests chooses")
	}
	b.rows[3].MouseMoved(&desktop.MouseEvent{})
	if title, rows := b.lit(); title != "item 3" || rows != 1 || b.at() != "item 3" {
		t.Errorf("the pointer is on item 3, and %q is chosen", b.at())
	}
	b.panel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -5*b.panel.rowHeight())})
	if b.slot.top != 5 || b.at() != "item 5" {
		t.Errorf("after five rows: %d at the top, %q chosen", b.slot.top, b.at())
	}
	b.panel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 1000)})
	if b.slot.top != 0 {
		t.Errorf("%d at the top", b.slot.top)
	}
	test.TapCanvas(b.window.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(b.rows[2]).AddXY(20, 10))
	if !slices.Equal(b.chosen, []string{"item 2"}) || b.window.Canvas().Overlays().Top() != nil {
		t.Errorf("a tap takes %q", b.chosen)
	}
}

func TestPalette_SizeOfTheWindow(t *testing.T) {
	b := newTable(t, numbered(30))
	for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 900, Height: 600}, {Width: 640, Height: 420}, {Width: 400, Height: 200}, {Width: 1280, Height: 800}} {
		b.window.Resize(size)
		b.Resize(size)
		b.press(fyne.KeyUp, fyne.KeyUp)
		panel := b.panel.Size()
		if panel.Width > size.Width-2*aside || b.panel.Position().Y+panel.Height > size.Height || b.slot.rows < 1 || b.slot.rows > mostRows {
			t.Errorf("in %v: %d rows, %v at %v", size, b.slot.rows, panel, b.panel.Position())
		}
		if title, rows := b.lit(); rows != 1 || title != b.at() {
			t.Errorf("in %v: %q looks chosen, %q is", size, title, b.at())
		}
	}
}

func TestMarked(t *testing.T) {
	bold := func(text string) widgets.Span {
		return widgets.Span{Text: text, ColorName: theme.ColorNameClarityInk, Style: fyne.TextStyle{Bold: true}}
	}
	for _, c := range []struct {
		text string
		at   []int
		want []widgets.Span
	}{
		{"Säve as", []int{0, 1, 5}, []widgets.Span{bold("Sä"), {Text: "ve "}, bold("a"), {Text: "s"}}},
		{"Save", nil, []widgets.Span{{Text: "Save"}}},
		{"Save", []int{3}, []widgets.Span{{Text: "Sav"}, bold("e")}},
		{"", nil, nil},
	} {
		if got := marked(c.text, c.at); !slices.Equal(got, c.want) {
			t.Errorf("%q at %v: %+v", c.text, c.at, got)
		}
	}
}

// Whatever is done to it, what is chosen is in sight and in the list.
func FuzzSlot(f *testing.F) {
	f.Add(uint8(30), []byte{0, 1, 2, 3, 4, 5, 6})
	f.Fuzz(func(t *testing.T, count uint8, moves []byte) {
		s := slot{rows: 7}
		s.reset(int(count))
		for _, m := range moves {
			by := int(m>>4) - 8
			switch m % 6 {
			case 0:
				s.step(min(max(by, -1), 1))
			case 1:
				s.page(min(max(by, -1), 1))
			case 2:
				s.scroll(by)
			case 3:
				s.choose(by * 5)
			case 4:
				s.fit(by + 8)
			case 5:
				s.reset(int(m))
			}
			switch {
			case s.rows < 1 || s.top < 0 || s.seen() < 0:
				t.Fatalf("%+v", s)
			case s.count == 0 && s.chosen != -1:
				t.Fatalf("chosen from nothing: %+v", s)
			case s.count > 0 && (s.chosen < s.top || s.chosen >= s.top+s.rows || s.chosen >= s.count || s.top+s.seen() > s.count):
				t.Fatalf("out of sight: %+v", s)
			}
		}
	})
}

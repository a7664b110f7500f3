package widgets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/theme"
)

// listed is a list of numbers, every third one taller, and what was done with it.
type listed struct {
	*Rows
	window fyne.Window
	made   int
	did    []string
}

func newListed(t testing.TB, count int) *listed {
	t.Helper()
	l := &listed{}
	l.Rows = &Rows{
		Count:    count,
		Selected: -1,
		Height:   func(i int) float32 { return 40 + 20*float32(i%3/2) },
		New:      func() fyne.CanvasObject { l.made++; return Strong("") },
		Fill:     func(i int, o fyne.CanvasObject) { o.(*Text).SetText(fmt.Sprint(i)) },
		OnTapped: func(i int) { l.did = append(l.did, fmt.Sprint("tap ", i)) },
		OnMenu:   func(i int, at fyne.Position) { l.did = append(l.did, fmt.Sprint("menu ", i)) },
		OnKey:    func(i int, key fyne.KeyName) { l.did = append(l.did, fmt.Sprint(key, " ", i)) },
		OnRune:   func(r rune) { l.did = append(l.did, string(r)) },
	}
	l.window = inWindow(t, theme.Light, fyne.NewSize(200, 300), l.Rows)
	return l
}

// sight returns the rows in sight.
func (l *listed) sight() []int {
	var all []int
	for _, o := range l.body.Objects {
		r := o.(*row)
		all = append(all, r.index)
		if text := r.content.(*Text).Text; text != fmt.Sprint(r.index) {
			all = append(all, -1) // it shows another
		}
	}
	return all
}

func (l *listed) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		l.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestRows_OnlyThoseInSight(t *testing.T) {
	l := newListed(t, 1000)
	if got := l.sight(); !slices.Equal(got, []int{0, 1, 2, 3, 4, 5, 6}) {
		t.Errorf("at the top one sees %v", got)
	}
	l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -140)})
	if got := l.sight(); !slices.Equal(got, []int{2, 3, 4, 5, 6, 7, 8, 9}) {
		t.Errorf("scrolled, one sees %v", got)
	}
	for i := 0; i < 1000; i += 7 {
		l.Reveal(i)
		if got := l.sight(); !slices.Contains(got, i) || slices.Contains(got, -1) {
			t.Fatalf("row %d was to be seen; one sees %v", i, got)
		}
	}
	if l.made > 16 {
		t.Errorf("%d rows were made for what shows 8", l.made)
	}
	l.Count = 3
	l.Refresh()
	if got := l.sight(); !slices.Equal(got, []int{0, 1, 2}) || l.scroll.Offset.Y != 0 {
		t.Errorf("of 3 one sees %v", got)
	}
	l.Count = 0
	l.Refresh()
	if got := l.sight(); len(got) != 0 {
		t.Errorf("of none one sees %v", got)
	}
	l.press(fyne.KeyDown, fyne.KeyReturn, desktop.KeyMenu)
	if len(l.did) != 0 {
		t.Errorf("without rows keys do %v", l.did)
	}
	l.Count = 1000
	l.Refresh()
	l.window.Resize(fyne.NewSize(200, 100))
	if got := l.sight(); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("in a small window one sees %v", got)
	}
}

func TestRows_Keys(t *testing.T) {
	l := newListed(t, 30)
	l.Selected = 2
	l.SetCursor(2)
	l.window.Canvas().Focus(l.Rows)
	for _, test := range []struct {
		keys []fyne.KeyName
		want int
	}{
		{[]fyne.KeyName{fyne.KeyDown}, 3}, {[]fyne.KeyName{fyne.KeyUp, fyne.KeyUp}, 1}, {[]fyne.KeyName{fyne.KeyHome, fyne.KeyUp}, 0},
		{[]fyne.KeyName{fyne.KeyEnd, fyne.KeyDown}, 29}, {[]fyne.KeyName{fyne.KeyPageUp}, 23}, {[]fyne.KeyName{fyne.KeyHome, fyne.KeyPageDown}, 6},
	} {
		l.press(test.keys...)
		if l.Cursor() != test.want || !slices.Contains(l.sight(), test.want) {
			t.Errorf("%v leads to %d, want %d; one sees %v", test.keys, l.Cursor(), test.want, l.sight())
		}
	}
	l.press(fyne.KeyReturn, fyne.KeySpace, desktop.KeyMenu, fyne.KeyF10)
	l.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	l.press(fyne.KeyF10)
	l.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	l.press(fyne.KeyDelete)
	l.TypedRune('x')
	l.TypedRune(' ')
	if got, want := strings.Join(l.did, ", "), "tap 6, tap 6, menu 6, F10 6, menu 6, Delete 6, x"; got != want {
		t.Errorf("keys do %q, want %q", got, want)
	}
	focused := test.RenderToMarkup(l.window.Canvas())
	l.window.Canvas().Unfocus()
	if test.RenderToMarkup(l.window.Canvas()) == focused {
		t.Error("the focus cannot be seen")
	}
}

func TestRows_Pointer(t *testing.T) {
	l := newListed(t, 30)
	third := l.shown[2]
	calm := test.RenderToMarkup(l.window.Canvas())
	dots := fyne.NewPos(third.Size().Width-12, 12)
	test.TapAt(third, dots) // a finger that was never over it means the row
	third.MouseIn(&desktop.MouseEvent{})
	if test.RenderToMarkup(l.window.Canvas()) == calm {
		t.Error("the pointer over a row cannot be seen")
	}
	test.TapAt(third, dots)
	test.Tap(third)
	test.TapSecondary(third)
	third.MouseOut()
	if got, want := strings.Join(l.did, ", "), "tap 2, menu 2, tap 2, menu 2"; got != want {
		t.Errorf("the pointer does %q, want %q", got, want)
	}
	if l.Cursor() != 2 {
		t.Errorf("keys go on from row %d", l.Cursor())
	}
	l.Selected = 2
	l.Refresh()
	if test.RenderToMarkup(l.window.Canvas()) == calm {
		t.Error("the selected row cannot be seen")
	}
}

// BenchmarkRowsScroll is a turn of the wheel through a thousand rows.
func BenchmarkRowsScroll(b *testing.B) {
	l := newListed(b, 1000)
	for i := 0; b.Loop(); i++ {
		by := float32(-60)
		if i/600%2 == 1 {
			by = 60
		}
		l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, by)})
	}
}

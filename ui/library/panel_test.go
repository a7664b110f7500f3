package library

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"talkgiver/talk/library"
	"talkgiver/ui/widgets"
)

func TestPanel(t *testing.T) {
	s := newShelf(t, someTalks)
	s.Select(filepath.Join(s.folder, "2027", "belts.md"), "Belts")
	all := []string{"Sooner: today", "> Belts: tomorrow · 20m", "Opening doors: Product Days · in 14 days · 20m", "no date: no date",
		"Äpfel: given 2 Jan", "Older: given 2 Jan 2026"}
	s.expect("all", all...)
	if s.notice.Visible() {
		t.Errorf("it says %q", s.note.Text)
	}
	s.open(1)
	if len(s.did) != 0 {
		t.Errorf("the open talk is opened again: %v", s.did)
	}
	s.open(0)
	s.Select("", "")
	s.expect("a new talk", append([]string{"> New talk: not saved yet", all[0], "Belts: tomorrow · 20m"}, all[2:]...)...)
	s.open(0)
	s.showMenu(0, fyne.Position{})
	s.key(0, fyne.KeyDelete)
	s.Select("", "A title")
	if got := s.rows()[0]; got != "> A title: not saved yet" {
		t.Errorf("the new talk is %q", got)
	}
	if got := strings.Join(s.did, ", "); got != "open not-2027x.md 0" || s.menu != nil {
		t.Errorf("it did %q", got)
	}
}

func TestSearch(t *testing.T) {
	s := newShelf(t, someTalks)
	s.Select(filepath.Join(s.folder, "doors.md"), "")
	s.look("DOOR")
	s.expect("in a title", "> Opening doors: Product Days · in 14 days · 20m")
	s.look("seventh")
	s.expect("in the text", "> Opening doors: Product Days · in 14 days · 20m|the |seventh| door #evidence")
	s.open(0)
	s.look("apfel")
	s.expect("without dots", "Äpfel: given 2 Jan")
	s.look("engineer")
	s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.look("2027")
	s.shows("the name first, then the text", "Sooner, Belts, no date, Äpfel, Opening doors")
	s.look("xyz")
	s.expect("nowhere")
	if !s.notice.Visible() || !strings.Contains(s.note.Text, "No talk has all of these words") {
		t.Errorf("it says %q", s.note.Text)
	}
	s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.settle()
	if len(s.items) != 6 || s.notice.Visible() {
		t.Errorf("after Escape there are %d talks, and it says %q", len(s.items), s.note.Text)
	}
	if got, want := strings.Join(s.did, ", "), "open doors.md 12, open old.md 6"; got != want {
		t.Errorf("it did %q, want %q", got, want)
	}

	// The list follows the folder while somebody searches.
	s.look("engineer")
	if err := os.WriteFile(filepath.Join(s.folder, "new.md"), []byte("# New\n\nengineer\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	s.scan()
	s.shows("after a scan", "New, Äpfel")
	s.look("   ")
	if len(s.items) != 7 {
		t.Errorf("spaces are no search: %v", s.rows())
	}
}

func TestView(t *testing.T) {
	s := newShelf(t, someTalks)
	s.Select("elsewhere", "")
	for i, name := range []string{"zz/not-2027x.md", "doors.md", "2027/may/no.md"} {
		at := today.Add(time.Duration(i-10) * time.Hour)
		if err := os.Chtimes(filepath.Join(s.folder, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"2027/belts.md", "2027/old.md", "2026/older.md"} {
		at := today.Add(-100 * time.Hour)
		if err := os.Chtimes(filepath.Join(s.folder, name), at, at); err != nil {
			t.Fatal(err)
		}
	}
	s.scan()
	for _, test := range []struct {
		chip       *widgets.Chip
		item, want string
	}{
		{s.order, "By title", "Äpfel, Belts, no date, Older, Opening doors, Sooner"},
		{s.order, "By balance", "Opening doors, Belts, Older, no date, Äpfel, Sooner"},
		{s.order, "Last changed", "no date, Opening doors, Sooner, Older, Belts, Äpfel"},
		{s.order, "Next date", "Sooner, Belts, Opening doors, no date, Äpfel, Older"},
		{s.filter, "Upcoming", "Sooner, Belts, Opening doors"},
		{s.filter, "Given", "Äpfel, Older"},
		{s.filter, "Without a date", "no date"},
		{s.filter, "2027", "Belts, no date, Äpfel"},
		{s.filter, "2027/may", "no date"},
		{s.filter, "All talks", "Sooner, Belts, Opening doors, no date, Äpfel, Older"},
	} {
		test.chip.Tapped(nil)
		s.choose(test.item)
		s.shows(test.item, test.want)
		if !strings.HasPrefix(test.chip.Text, test.item) {
			t.Errorf("the chip says %q", test.chip.Text)
		}
		test.chip.Tapped(nil)
		for _, item := range s.menu.Items {
			if item.Checked != (item.Label == test.item) {
				t.Errorf("%q is checked: %v", item.Label, item.Checked)
			}
		}
	}
	if got := s.did[len(s.did)-2]; got != "next-date/folder/2027/may" {
		t.Errorf("what is kept is %q", got)
	}
	s.filter.Tapped(nil)
	s.choose("Given")
	s.look("sooner")
	s.expect("what the filter leaves out")
	if !s.notice.Visible() {
		t.Error("nothing says why there is nothing")
	}
	s.ways.Objects[0].(*widgets.Button).OnTapped()
	s.settle()
	s.shows("shown all the same", "Sooner")

	for view, want := range map[View]View{
		{}: {Order: NextDate}, {Order: "by-mood", Filter: "odd"}: {Order: NextDate}, {Order: ByTitle, Filter: InFolder}: {Order: ByTitle},
		{Order: ByBalance, Filter: InFolder, Folder: "x"}: {Order: ByBalance, Filter: InFolder, Folder: "x"},
	} {
		if got := view.known(); got != want {
			t.Errorf("%v is taken for %v, want %v", view, got, want)
		}
	}
}

func TestMenuAndKeys(t *testing.T) {
	s := newShelf(t, someTalks)
	s.Select(filepath.Join(s.folder, "doors.md"), "")
	s.win.Canvas().Focus(s.search)
	s.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if s.win.Canvas().Focused() != fyne.Focusable(s.list) {
		t.Fatal("the arrow does not lead into the list")
	}
	s.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	for _, item := range []string{"Open", "Duplicate", "Rename…", "Show in the file manager", "Move to the trash"} {
		s.list.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
		s.choose(item)
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyF2, fyne.KeyDelete, fyne.KeyReturn, fyne.KeyTab} {
		s.list.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if got, want := strings.Join(s.did, ", "), "open not-2027x.md 0, duplicate zz/not-2027x, rename zz/not-2027x, reveal zz/not-2027x, trash zz/not-2027x, "+
		"rename 2027/belts, trash 2027/belts, open belts.md 0"; got != want {
		t.Errorf("it did\n%s, want\n%s", got, want)
	}
	s.list.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	s.list.TypedRune('b')
	s.settle()
	if s.win.Canvas().Focused() != fyne.Focusable(s.search) || s.search.Text != "b" {
		t.Errorf("typed on the list, the search has %q", s.search.Text)
	}
	s.win.Canvas().Focus(s.list)
	s.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.settle()
	if s.search.Text != "" || s.win.Canvas().Focused() != fyne.Focusable(s.search) {
		t.Error("Escape does not end the search")
	}
	s.showMenu(s.list.Selected, fyne.Position{})
	if !s.menu.Items[0].Disabled {
		t.Error("the open talk can be opened")
	}
}

// Whatever talk is opened, one sees it in the list; scrolled away, it stays away.
func TestTheOpenTalkIsInSight(t *testing.T) {
	files := map[string]string{}
	for i := range 100 {
		files[fmt.Sprintf("%02d.md", i)] = fmt.Sprintf("---\ntitle: Talk %02d\n---\n", i)
	}
	s := newShelf(t, files)
	s.look("talk")
	s.look("")
	s.Select(s.items[80].Path, "")
	if !s.list.InSight(s.list.Selected) {
		t.Error("the open talk cannot be seen")
	}
	s.list.ScrollToTop()
	s.scan()
	if s.list.InSight(s.list.Selected) {
		t.Error("the list has scrolled by itself")
	}

	// What was typed is answered from the top, also when the folder changes meanwhile.
	s.list.Reveal(90)
	s.search.SetText("talk")
	s.scan()
	if !s.list.InSight(0) || s.list.Cursor() != 0 {
		t.Errorf("the best that was found cannot be seen; the keyboard is on row %d", s.list.Cursor())
	}
}

// The keyboard stays on its talk when the list changes around it.
func TestTheCursorStaysOnItsTalk(t *testing.T) {
	s := newShelf(t, someTalks)
	s.Select("elsewhere", "")
	s.list.SetCursor(2)
	if err := os.Remove(filepath.Join(s.folder, "2027", "belts.md")); err != nil {
		t.Fatal(err)
	}
	s.scan()
	if got := s.items[s.list.Cursor()].Title; got != "Opening doors" {
		t.Errorf("the keyboard is on %q now", got)
	}
}

// A talk that gets another name takes the keyboard along, to wherever it stands
// then, also when the list is shown once more before it knows.
func TestTheCursorGoesWithARename(t *testing.T) {
	s := newShelf(t, someTalks)
	s.Select("elsewhere", "")
	s.Panel.look(View{Order: ByTitle})
	s.settle()
	s.list.SetCursor(len(s.items) - 1)
	from := s.items[len(s.items)-1].Path
	to := filepath.Join(filepath.Dir(from), "a.md")
	if err := os.Remove(from); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, []byte("# Aardvark\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	s.Moved(from, to)
	s.Select("somewhere else", "")
	s.scan()
	if got := s.items[s.list.Cursor()].Title; got != "Aardvark" {
		t.Errorf("the keyboard is on %q now", got)
	}
	s.list.SetCursor(2)
	s.scan()
	if s.list.Cursor() != 2 {
		t.Errorf("moved on, the keyboard is on row %d", s.list.Cursor())
	}
}

// A tap on the open talk, which opens nothing, leaves the keyboard with the list.
func TestTapOnTheOpenTalk(t *testing.T) {
	s := newShelf(t, someTalks)
	s.Select(filepath.Join(s.folder, "doors.md"), "")
	s.open(s.list.Selected)
	if s.win.Canvas().Focused() != fyne.Focusable(s.list) || len(s.did) != 0 {
		t.Errorf("%T has the keyboard, and it did %q", s.win.Canvas().Focused(), s.did)
	}
}

func TestWhatTheListSays(t *testing.T) {
	s := newShelf(t, nil)
	if s.chips.Visible() {
		t.Error("nothing can be put in another order, and it is offered")
	}
	if !strings.Contains(s.note.Text, "Your talks will stand here") || !s.notice.Visible() {
		t.Errorf("an empty library says %q", s.note.Text)
	}
	s.Warn("Changes are not seen.")
	if !strings.Contains(s.note.Text, "Your talks will stand here") {
		t.Errorf("an empty library with a warning says %q", s.note.Text)
	}
	if err := os.WriteFile(filepath.Join(s.folder, "a.md"), []byte("# A\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	s.scan()
	if s.note.Text != "Changes are not seen." {
		t.Errorf("the warning is %q", s.note.Text)
	}
	s.ways.Objects[0].(*widgets.Button).OnTapped()
	if s.notice.Visible() {
		t.Errorf("read, it still says %q", s.note.Text)
	}
	if err := os.RemoveAll(s.folder); err != nil {
		t.Fatal(err)
	}
	s.scan()
	if !strings.Contains(s.note.Text, s.folder) || len(s.ways.Objects) != 2 {
		t.Errorf("a folder that is gone says %q with %d ways out", s.note.Text, len(s.ways.Objects))
	}
	for _, way := range s.ways.Objects {
		way.(*widgets.Button).OnTapped()
	}
	if got := strings.Join(s.did, ", "); got != "make the folder, look again" {
		t.Errorf("its ways out do %q", got)
	}
}

func TestDaysToGo(t *testing.T) {
	s := newShelf(t, nil)
	for _, test := range []struct {
		day  time.Time
		want string
	}{
		{time.Time{}, "no date"}, {day(4, 20), "today"}, {day(4, 21), "tomorrow"}, {day(4, 22), "in 2 days"},
		{day(4, 19), "given 19 Apr"}, {day(10, 31), "in 194 days"},
	} {
		if got := s.days(test.day); got != test.want {
			t.Errorf("%v is %q, want %q", test.day, got, test.want)
		}
	}
}

// What a row needs is known without making it, for titles of any length.
func TestRowHeights(t *testing.T) {
	files := map[string]string{}
	for i := range 30 {
		files[fmt.Sprintf("%02d.md", i)] = "# " + strings.TrimSpace(strings.Repeat("wide Words ", i/2)+strings.Repeat("i", i)) + "\n\nAnd here " + strings.Repeat("goes it ", i) + "\n"
	}
	s := newShelf(t, files)
	for _, typed := range []string{"", "and here"} {
		s.look(typed)
		for i := range s.items {
			content := newTalkRow()
			content.Resize(fyne.NewSize(rowWidth, 500))
			s.fillRow(i, content)
			needs, has := content.MinSize().Height+2*widgets.RowInset, s.rowHeight(i)
			if needs > has+1 || has > needs+1 {
				t.Errorf("%q, row %d (%s) needs %v and has %v", typed, i, s.items[i].Title, needs, has)
			}
		}
	}
}

// However long an event is called, one sees when it is.
func TestFacts_LongEvents(t *testing.T) {
	s := newShelf(t, nil)
	for event, want := range map[string]string{
		"":                                      "in 14 days · 20m",
		"PyCamp":                                "PyCamp · in 14 days · 20m",
		"Meet-up of all who speak by the river": "Meet-up of all… · in 14 days · 20m",
		strings.Repeat("long ", 1000):           "long long long l… · in 14 days · 20m",
	} {
		got := s.facts(item{Entry: library.Entry{Path: "x", Event: event, Date: day(5, 4), Slot: 20 * time.Minute}})
		if got != want {
			t.Errorf("%.20q is told as %q, want %q", event, got, want)
		}
		if width := fyne.MeasureText(got, 11, fyne.TextStyle{}).Width; width > rowWidth {
			t.Errorf("%q is %v wide, of %v", got, width, rowWidth)
		}
	}
}

// BenchmarkShow1000 is what a list of a thousand talks costs the UI goroutine.
func BenchmarkShow1000(b *testing.B) {
	files := map[string]string{}
	for i := range 1000 {
		files[fmt.Sprintf("year-%d/%04d.md", i%8, i)] = fmt.Sprintf("---\ntitle: Talk %d of a long autumn by the river\nevent: Meet-up\ndate: 2027-%02d-%02d\nslot: 20m\n---\n\nwords\n", i*7919%1000, 1+i%12, 1+i%28)
	}
	s := newShelf(b, files)
	for _, order := range orders {
		b.Run(string(order), func(b *testing.B) {
			s.view.Order = order
			for b.Loop() {
				s.Show(s.talks)
			}
		})
	}
	b.Run("search", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			s.look([]string{"t", "ta", "tal"}[i%3])
		}
	})
}

// A narrow window leaves no room for the list: nothing in it has a size below
// nothing then, which a painter could not draw.
func TestNoRoom(t *testing.T) {
	s := newShelf(t, map[string]string{"belts.md": "---\ntitle: Belts\n---\n\n## One\n", "rain.md": "# Rain\n"})
	s.Warn("Something is the matter.")
	for _, size := range []fyne.Size{{}, {Width: 1, Height: 1}, {Width: 20, Height: 600}, {Width: 60, Height: 20}, {Width: Width, Height: 600}} {
		s.Content().Resize(size)
		s.Warn("Something else is the matter.") // lays it out anew
		s.Warn("Something is the matter.")
		var own func(o fyne.CanvasObject)
		own = func(o fyne.CanvasObject) {
			if got := o.Size(); got.Width < 0 || got.Height < 0 {
				t.Errorf("in %v a %T has the size %v", size, o, got)
			}
			if c, ok := o.(*fyne.Container); ok {
				for _, part := range c.Objects {
					own(part)
				}
			}
		}
		own(s.Content())
	}
	if !s.notice.Visible() || s.list.Size().Width <= 0 || s.list.Size().Height <= 0 {
		t.Error("with room again, something is not there")
	}
}

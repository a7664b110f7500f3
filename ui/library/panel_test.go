package library

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"talkgiver/assets"
	"talkgiver/talk/library"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// TestMain loads the words of the window, as the window does.
func TestMain(m *testing.M) {
	if err := lang.AddTranslationsFS(assets.I18N(), "i18n"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

var today = time.Date(2027, 4, 20, 23, 30, 0, 0, time.UTC)

func day(month time.Month, day int) time.Time {
	return time.Date(2027, month, day, 0, 0, 0, 0, time.UTC)
}

func newPanel(t *testing.T) (p *Panel, opened *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	opened = new([]string)
	p = New(Config{
		Open:  func(path string) { *opened = append(*opened, path) },
		New:   func() { *opened = append(*opened, "new") },
		Today: func() time.Time { return today },
	})
	w := test.NewTempWindow(t, p.Content())
	w.Resize(fyne.NewSize(Width, 600))
	p.Show([]Talk{
		{Entry: library.Entry{Path: "/t/doors.md", Name: "doors", Title: "Opening doors", Event: "Product Days", Date: day(5, 4), Slot: 20 * time.Minute}, Balance: 30, Weighed: true},
		{Entry: library.Entry{Path: "/t/belts.md", Name: "2027/belts", Title: "Belts", Date: day(4, 21)}},
		{Entry: library.Entry{Path: "/t/bad.md", Name: "bad", Title: "bad", Err: errors.New("no")}},
	}, nil)
	return p, opened
}

// rows returns the words of each row.
func rows(p *Panel) []string {
	var all []string
	for _, o := range p.list.Objects {
		var words []string
		for _, part := range o.(*widgets.CardButton).Content.(*fyne.Container).Objects {
			if text, ok := part.(*widgets.Text); ok {
				words = append(words, text.Text)
			}
		}
		row := strings.Join(words, ": ")
		if o.(*widgets.CardButton).Selected {
			row = "> " + row
		}
		all = append(all, row)
	}
	return all
}

func expect(t *testing.T, p *Panel, want ...string) {
	t.Helper()
	if got := strings.Join(rows(p), "\n"); got != strings.Join(want, "\n") {
		t.Errorf("the list is\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func TestPanel(t *testing.T) {
	p, opened := newPanel(t)
	p.Select("/t/belts.md", "Belts")
	doors, belts, bad := "Opening doors: Product Days · in 14 days · 20m", "> Belts: tomorrow", "bad: cannot be read"
	expect(t, p, doors, belts, bad)

	for text, want := range map[string][]string{
		"DOOR":       {doors},
		"days prod":  {doors},
		"2027":       {belts},
		"bel":        {belts},
		"nothing":    nil,
		"":           {doors, belts, bad},
		"  belts   ": {belts},
	} {
		p.search.SetText(text)
		expect(t, p, want...)
		if p.note.Visible() != (len(want) == 0) {
			t.Errorf("%q: the note is visible: %v", text, p.note.Visible())
		}
	}
	p.search.SetText("")

	test.Tap(p.list.Objects[1].(*widgets.CardButton))
	if len(*opened) != 0 {
		t.Errorf("the open talk is opened again: %v", *opened)
	}
	test.Tap(p.list.Objects[0].(*widgets.CardButton))
	test.Tap(p.list.Objects[2].(*widgets.CardButton))
	if got := strings.Join(*opened, " "); got != "/t/doors.md /t/bad.md" {
		t.Errorf("tapped, it opens %v", got)
	}

	p.Select("", "")
	expect(t, p, "> New talk: not saved yet", doors, "Belts: tomorrow", bad)
	test.Tap(p.list.Objects[0].(*widgets.CardButton))
	p.Select("", "A title")
	expect(t, p, "> A title: not saved yet", doors, "Belts: tomorrow", bad)
	p.Select("/t/doors.md", "Opening doors")
	p.Show(nil, nil)
	expect(t, p)
	p.Select("/elsewhere/x.md", "X")
	if !p.note.Visible() {
		t.Error("an empty list says nothing")
	}
	p.Show(nil, errors.New("the folder is closed"))
	if p.note.Text != "the folder is closed" || !p.note.Visible() {
		t.Errorf("a folder that cannot be read is told as %q", p.note.Text)
	}
}

func TestDaysToGo(t *testing.T) {
	p, _ := newPanel(t)
	for _, test := range []struct {
		day  time.Time
		want string
	}{
		{time.Time{}, "no date"}, {day(4, 20), "today"}, {day(4, 21), "tomorrow"}, {day(4, 22), "in 2 days"},
		{day(4, 19), "2027-04-19"}, {day(10, 31), "in 194 days"},
	} {
		if got := p.days(test.day); got != test.want {
			t.Errorf("%v is %q, want %q", test.day, got, test.want)
		}
	}
}

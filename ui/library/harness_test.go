package library

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkgiver/talk/library"
	"talkgiver/talk/say"
	"talkgiver/talk/score"
	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
	"talkgiver/ui/work"
	"talkgiver/ui/work/worktest"
)

func TestMain(m *testing.M) { os.Exit(uitest.Main(m)) }

var today = time.Date(2027, 4, 20, 23, 30, 0, 0, time.UTC)

func day(month time.Month, day int) time.Time {
	return time.Date(2027, month, day, 0, 0, 0, 0, time.UTC)
}

// shelf is a panel on a folder of its own, and what it asked the window for.
type shelf struct {
	*Panel
	t      testing.TB
	folder string
	index  *library.Index
	queue  worktest.Queue
	runner *work.Runner
	win    fyne.Window
	did    []string
	menu   *fyne.Menu
}

func newShelf(t testing.TB, files map[string]string) *shelf {
	t.Helper()
	uitest.App(t, theme.Light)
	s := &shelf{t: t, folder: t.TempDir()}
	s.index = library.NewIndex(s.folder, "")
	s.runner = work.New(s.queue.Do)
	t.Cleanup(func() {
		s.runner.Close()
		s.runner.Wait()
	})
	note := func(what string) func(library.Entry) {
		return func(e library.Entry) { s.did = append(s.did, what+" "+e.Name) }
	}
	s.Panel = New(Config{
		Words: say.For("en"),
		Open: func(path string, line int) {
			s.did = append(s.did, fmt.Sprintf("open %s %d", filepath.Base(path), line))
		},
		New: func() { s.did = append(s.did, "new") }, NewKey: "Ctrl+N",
		Today: func() time.Time { return today }, Runner: s.runner,
		ShowMenu:  func(menu *fyne.Menu, _ fyne.Position) { s.menu = menu },
		Focus:     func(f fyne.Focusable) { s.win.Canvas().Focus(f) },
		Duplicate: note("duplicate"), Rename: note("rename"), Trash: note("trash"), Reveal: note("reveal"),
		LookAgain:   func() { s.did = append(s.did, "look again") },
		MakeFolder:  func() { s.did = append(s.did, "make the folder") },
		ViewChanged: func(v View) { s.did = append(s.did, fmt.Sprintf("%s/%s/%s", v.Order, v.Filter, v.Folder)) },
	})
	if s.notice.Visible() {
		t.Errorf("before the folder was read, it says %q", s.note.Text)
	}
	s.win = uitest.Window(t, fyne.NewSize(Width, 600), s.Content())
	for name, text := range files {
		path := filepath.Join(s.folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s.scan()
	return s
}

// scan reads the folder and shows it.
func (s *shelf) scan() {
	in := score.Inputs{Today: today}
	talks := s.index.Scan(context.Background(), in)
	for talks.Stale() {
		talks = s.index.Weigh(context.Background(), time.Hour)
	}
	s.Show(talks)
	s.settle()
}

func (s *shelf) settle() { s.queue.Finish(s.runner) }

// look types into the search.
func (s *shelf) look(text string) {
	s.search.SetText(text)
	s.settle()
}

// choose performs an item of the menu that is open.
func (s *shelf) choose(label string) {
	s.t.Helper()
	uitest.Choose(s.t, s.menu, label)
	s.settle()
}

// rows returns the words of each row in sight.
func (s *shelf) rows() []string {
	var all []string
	for i := range s.items {
		o := newTalkRow()
		s.fillRow(i, o)
		r := partsOf(o)
		row := r.title.Text + ": " + r.facts.Text
		for _, span := range r.found.Spans {
			row += "|" + span.Text
		}
		if r.found.Visible() == r.bar.Visible() {
			row += " (both)"
		}
		if i == s.list.Selected {
			row = "> " + row
		}
		all = append(all, row)
	}
	return all
}

func (s *shelf) expect(what string, want ...string) {
	s.t.Helper()
	if got := strings.Join(s.rows(), "\n"); got != strings.Join(want, "\n") {
		s.t.Errorf("%s: the list is\n%s\nwant\n%s", what, got, strings.Join(want, "\n"))
	}
}

// shows expects rows by their titles.
func (s *shelf) shows(what, want string) {
	s.t.Helper()
	var titles []string
	for _, row := range s.rows() {
		titles = append(titles, strings.TrimPrefix(row[:strings.Index(row, ":")], "> "))
	}
	if got := strings.Join(titles, ", "); got != want {
		s.t.Errorf("%s: the list is %q, want %q", what, got, want)
	}
}

var someTalks = map[string]string{
	"doors.md":        "---\ntitle: Opening doors\nevent: Product Days\ndate: 2027-05-04\nslot: 20m\n---\n\n## One\n\n- a #story\n- b #story\n- the seventh door #evidence\n",
	"2027/belts.md":   "---\ntitle: Belts\ndate: 2027-04-21\nslot: 20m\n---\n\n## One\n\n- a #pitch\n- b #brag\n- c #bio\n",
	"2027/old.md":     "---\ntitle: Äpfel\ndate: 2027-01-02\n---\n\nThe engineer waited.\n",
	"2027/may/no.md":  "# no date\n",
	"2026/older.md":   "---\ntitle: Older\ndate: 2026-01-02\n---\n",
	"zz/not-2027x.md": "---\ntitle: Sooner\ndate: 2027-04-20\n---\n",
}

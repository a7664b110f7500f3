// Package library is the list of talks at the left of the window: to find, to
// open, and to keep in order.
package library

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/library"
	"talkgiver/talk/say"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
	"talkgiver/ui/work"
)

// Config is what the panel needs of the window.
type Config struct {
	// Open opens a talk's file, at a line of it when that is not 0.
	Open func(path string, line int)
	// New begins a new talk.
	New func()
	// NewKey is the key that does the same, as it is written on this platform.
	NewKey string
	// Words says how far away a day is.
	Words say.Speaker
	// Today is the day from which the days to go are counted.
	Today func() time.Time
	// Runner is for searching.
	Runner *work.Runner
	// ShowMenu opens a menu at a position of the window, and Focus gives the
	// keyboard to something.
	ShowMenu func(menu *fyne.Menu, at fyne.Position)
	Focus    func(fyne.Focusable)

	// What can be done with a talk of the list.
	Duplicate, Rename, Trash, Reveal func(library.Entry)

	// LookAgain reads the folder again, and MakeFolder makes it.
	LookAgain, MakeFolder func()

	// View is how the list was last looked at, and ViewChanged keeps it.
	View        View
	ViewChanged func(View)
}

// Panel lists the talks of the library's folder. It is for the UI goroutine.
type Panel struct {
	cfg     Config
	talks   *library.Talks
	read    bool   // the folder was read: before, nothing can be said of it
	hits    []item // of the search
	view    View
	current string // path of the open talk
	title   string // its title, while it has no file
	warning string
	reveal  bool // the open talk is to be seen
	fromTop bool // the list is to begin anew: it answers what was typed
	moved   move // of a talk that has the keyboard, until the list knows of it
	items   []item

	search  *searchEntry
	order   *widgets.Chip
	filter  *widgets.Chip
	chips   *fyne.Container
	note    *widgets.Text
	ways    *fyne.Container // buttons below the note
	notice  *fyne.Container
	list    *widgets.Rows
	letters letters
	column  *fyne.Container // all of these
	content fyne.CanvasObject
}

// item is a row of the list: a talk, or what a search found of it.
type item struct {
	library.Entry
	snippet library.Snippet
}

// move is a talk's file on its way to another name.
type move struct{ from, to string }

// Width is how wide the panel is.
const Width = 230

// New makes the panel.
func New(cfg Config) *Panel {
	p := &Panel{cfg: cfg, talks: &library.Talks{}, view: cfg.View.known(), letters: make(letters)}
	p.search = newSearchEntry(p)
	p.search.PlaceHolder = lang.L("Search all talks")
	p.order = &widgets.Chip{OnTapped: func() { p.cfg.ShowMenu(p.orderMenu(), below(p.order)) }}
	p.filter = &widgets.Chip{OnTapped: func() { p.cfg.ShowMenu(p.filterMenu(), below(p.filter)) }}
	p.chips = container.NewHBox(p.order, p.filter)
	p.note, p.ways = widgets.Soft(""), widgets.Column(theme.SizeNameSpace2)
	p.notice = widgets.Column(theme.SizeNameSpace3, p.note, p.ways)
	p.list = &widgets.Rows{
		Height: p.rowHeight, New: newTalkRow, Fill: p.fillRow, Selected: -1,
		OnTapped: p.open, OnMenu: p.showMenu, OnKey: p.key, OnRune: p.searchFor,
	}
	p.list.ExtendBaseWidget(p.list)
	add := &widgets.Button{Text: lang.L("+ New talk"), Key: cfg.NewKey, OnTapped: cfg.New}
	p.column = container.New(&panelLayout{}, p.search, p.chips, p.notice, p.list, add)
	p.content = container.NewStack(&widgets.Surface{ColorName: theme.ColorNamePanel, Edge: widgets.EdgeRight}, p.column)
	p.refresh()
	return p
}

// Content is what the window shows.
func (p *Panel) Content() fyne.CanvasObject { return p.content }

// Show lists these talks.
func (p *Panel) Show(talks *library.Talks) {
	p.talks, p.read = talks, true
	p.find()
}

// Select marks the open talk. A talk without a file is named by its title.
func (p *Panel) Select(path, title string) {
	if p.current == path && p.title == title {
		return
	}
	p.reveal = p.reveal || p.current != path
	p.current, p.title = path, title
	p.refresh()
}

// Moved says that a talk's file has another name now, of which the list will
// know when the folder was read again: the keyboard goes along.
func (p *Panel) Moved(from, to string) {
	if p.path(p.list.Cursor()) == from {
		p.moved = move{from, to}
	}
}

// Warn says something about the list until it was read.
func (p *Panel) Warn(sentence string) {
	p.warning = sentence
	p.refresh()
}

// FocusSearch puts the cursor into the search.
func (p *Panel) FocusSearch() { p.cfg.Focus(p.search) }

// Holds reports whether something that has the keyboard is the panel's.
func (p *Panel) Holds(focused fyne.Focusable) bool {
	switch focused {
	case p.search, p.order, p.filter, p.list:
		return true
	}
	return false
}

// find searches for what was typed, away from the UI goroutine, and shows what
// it finds. The list stays as it is until then.
func (p *Panel) find() {
	talks, text := p.talks, p.search.Text
	if !p.searching() {
		p.cfg.Runner.Cancel("search")
		p.hits = nil
		p.show()
		return
	}
	order := p.view.compare(p.cfg.Today())
	work.Go(p.cfg.Runner, "search", func(ctx context.Context) []item {
		hits := talks.Search(ctx, text)
		slices.SortStableFunc(hits, func(a, b library.Hit) int { return cmp.Or(cmp.Compare(a.Found, b.Found), order(a.Entry, b.Entry)) })
		found := make([]item, len(hits))
		for i, h := range hits {
			found[i] = item{h.Entry, h.Snippet()}
		}
		return found
	}, func(found []item) {
		p.hits = found
		p.show()
	})
}

// show shows the list. A search that another one overtook, since the folder has
// changed meanwhile, has left its word that the list begins anew.
func (p *Panel) show() {
	p.refresh()
	if p.fromTop {
		p.fromTop = false
		p.list.SetCursor(0)
		p.list.ScrollToTop()
	}
}

// findAnew is find for what a person has asked for just now.
func (p *Panel) findAnew() {
	p.fromTop = true
	p.find()
}

// refresh shows the talks that the view and the search let through, with the
// keyboard on the same talk as before.
func (p *Panel) refresh() {
	at := p.path(p.list.Cursor())
	p.items = p.items[:0]
	if p.current == "" && !p.searching() {
		p.items = append(p.items, item{Entry: library.Entry{Title: p.title}})
	}
	if p.searching() {
		for _, h := range p.hits {
			if p.view.has(h.Entry, p.cfg.Today()) {
				p.items = append(p.items, h)
			}
		}
	} else {
		for _, e := range p.view.of(p.talks.Entries, p.cfg.Today()) {
			p.items = append(p.items, item{Entry: e})
		}
	}
	p.list.Selected = -1
	p.list.Count = len(p.items)
	for i, t := range p.items {
		if t.Path == p.current {
			p.list.Selected = i
		}
		if t.Path == at {
			p.list.SetCursor(i)
		}
	}
	p.followMoved(at)
	p.list.Refresh()
	p.order.Text, p.filter.Text = p.view.orderName()+" ▾", p.view.filterName()+" ▾"
	p.order.Refresh()
	p.filter.Refresh()
	p.say()
	p.column.Layout.Layout(p.column.Objects, p.column.Size()) // what is said takes room
	if p.reveal && p.list.Selected >= 0 {
		p.reveal = false
		p.list.Reveal(p.list.Selected)
	}
}

// followMoved leads the keyboard from where it was to the new name of that talk.
func (p *Panel) followMoved(at string) {
	if p.moved.to == "" || at != p.moved.from {
		p.moved = move{} // somebody has moved on
		return
	}
	for i, t := range p.items {
		if t.Path == p.moved.to {
			p.list.SetCursor(i)
			p.moved = move{}
			return
		}
	}
}

// path is the file of a row, "" when there is none.
func (p *Panel) path(row int) string {
	if row < 0 || row >= len(p.items) {
		return ""
	}
	return p.items[row].Path
}

// searching reports whether something is looked for.
func (p *Panel) searching() bool { return p.search.wanted() != "" }

// say says why there is nothing, or not everything, and what to do about it.
func (p *Panel) say() {
	text := ""
	var ways []fyne.CanvasObject
	way := func(text string, do func()) { ways = append(ways, &widgets.Button{Text: text, OnTapped: do}) }
	switch err := p.talks.Err; {
	case !p.read:
	case errors.Is(err, library.ErrNoFolder):
		text = err.Error()
		way(lang.L("Make the folder"), p.cfg.MakeFolder)
		way(lang.L("Look again"), p.cfg.LookAgain)
	case err != nil:
		text = err.Error()
		way(lang.L("Look again"), p.cfg.LookAgain)
	case len(p.talks.Entries) == 0:
		text = lang.L("Your talks will stand here: plain files in one folder.") + "\n\n" + lang.L("Begin one below, or drop a text on this window.")
	case p.searching() && len(p.hits) == 0:
		text = lang.L("No talk has all of these words. Fewer letters find more; quotes keep words together.")
	case len(p.items) == 0 || p.current == "" && len(p.items) == 1 && !p.searching():
		text = lang.L("No talk is like that.")
		way(lang.L("Show all talks"), func() { p.look(View{Order: p.view.Order}) })
	case p.warning != "":
		text = p.warning
		way(lang.L("All right"), func() { p.Warn("") })
	}
	if len(p.talks.Entries) == 0 {
		p.chips.Hide()
	} else {
		p.chips.Show()
	}
	p.note.SetText(text)
	p.ways.Objects = ways
	if text == "" {
		p.notice.Hide()
	} else {
		p.notice.Show()
	}
}

// open opens the talk of a row. For the open one, with nothing to lead to, the
// keyboard stays with the list.
func (p *Panel) open(row int) {
	t := p.items[row]
	if t.Path == p.current && t.snippet.Line == 0 {
		p.cfg.Focus(p.list)
		return
	}
	p.cfg.Open(t.Path, t.snippet.Line)
}

// panelLayout is the search and the view on top, what there is to say, the list,
// and the new talk at the bottom.
type panelLayout struct{}

const gap = 12

// MinSize implements fyne.Layout.
func (panelLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(Width, o[0].MinSize().Height+o[1].MinSize().Height+o[4].MinSize().Height+4*gap+60)
}

// Layout implements fyne.Layout.
func (panelLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*gap - 1
	y := float32(gap)
	put := func(object fyne.CanvasObject, inset, height, space float32) {
		object.Move(fyne.NewPos(gap+inset, y))
		object.Resize(fyne.NewSize(max(0, width-2*inset), height)) // before it is first shown it has no room
		y += height + space
	}
	search, chips, notice, list, add := o[0], o[1], o[2], o[3], o[4]
	put(search, 0, search.MinSize().Height, 8)
	if chips.Visible() {
		put(chips, 0, chips.MinSize().Height, 8)
	}
	if notice.Visible() {
		notice.Resize(fyne.NewSize(max(0, width-2*widgets.RowInset), notice.Size().Height)) // its height depends on it
		y += 4
		put(notice, widgets.RowInset, notice.MinSize().Height, gap)
	}
	bottom := add.MinSize().Height
	put(list, 0, max(0, size.Height-y-bottom-2*gap), 0)
	y = size.Height - gap - bottom
	put(add, 0, bottom, 0)
}

// below is where a menu hangs from an object.
func below(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(0, o.Size().Height+2)
}

// Package library is the list of talks at the left of the window.
package library

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/talk"
	"talkgiver/talk/library"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// Talk is a talk of the list.
type Talk struct {
	library.Entry
	Balance int  // −100 to 100
	Weighed bool // there is a balance
}

// Config is what the panel needs of the window.
type Config struct {
	// Open opens a talk's file.
	Open func(path string)
	// New begins a new talk.
	New func()
	// NewKey is the key that does the same, as it is written on this platform.
	NewKey string
	// Today is the day from which the days to go are counted.
	Today func() time.Time
}

// Panel lists the talks of the library's folder. It is for the UI goroutine.
type Panel struct {
	cfg     Config
	talks   []Talk
	err     error  // of reading the folder
	current string // path of the open talk
	title   string // its title, while it has no file

	search  *widget.Entry
	list    *fyne.Container
	scroll  *container.Scroll
	note    *widgets.Text
	content fyne.CanvasObject
}

// Width is how wide the panel is.
const Width = 230

// New makes the panel.
func New(cfg Config) *Panel {
	p := &Panel{cfg: cfg}
	p.search = widget.NewEntry()
	p.search.PlaceHolder = lang.L("Search talks")
	p.search.OnChanged = func(string) { p.refresh() }
	p.list = widgets.Column(theme.SizeNameSpace1)
	p.note = widgets.Soft("")
	p.scroll = container.NewVScroll(container.NewVBox(p.list, container.NewPadded(p.note)))
	add := &widgets.Button{Text: lang.L("+ New talk"), Key: cfg.NewKey, OnTapped: cfg.New}
	p.content = container.NewStack(&widgets.Surface{ColorName: theme.ColorNamePanel, Edge: widgets.EdgeRight}, container.New(&panelLayout{}, p.search, p.scroll, add))
	return p
}

// Content is what the window shows.
func (p *Panel) Content() fyne.CanvasObject { return p.content }

// Show lists these talks. err is why there may be more: a folder that cannot be
// read.
func (p *Panel) Show(talks []Talk, err error) {
	p.talks, p.err = talks, err
	p.refresh()
}

// Select marks the open talk. A talk without a file is named by its title.
func (p *Panel) Select(path, title string) {
	if p.current == path && p.title == title {
		return
	}
	p.current, p.title = path, title
	p.refresh()
}

// refresh shows the talks that the search lets through.
func (p *Panel) refresh() {
	words := strings.Fields(strings.ToLower(p.search.Text))
	p.list.RemoveAll()
	if p.current == "" {
		p.list.Add(p.row(Talk{Entry: library.Entry{Title: p.title}}))
	}
	shown := 0
	for _, t := range p.talks {
		if matches(t, words) {
			p.list.Add(p.row(t))
			shown++
		}
	}
	switch {
	case p.err != nil:
		p.note.SetText(p.err.Error())
		p.note.Show()
	case len(p.talks) == 0:
		p.note.SetText(lang.L("Your talks will stand here: plain files in one folder."))
		p.note.Show()
	case shown == 0 && len(words) > 0:
		p.note.SetText(lang.L("No talk has these words in its title, event or file name."))
		p.note.Show()
	default:
		p.note.Hide()
	}
	p.list.Refresh()
	p.scroll.Refresh()
}

func matches(t Talk, words []string) bool {
	text := strings.ToLower(t.Title + " " + t.Event + " " + t.Name)
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// row shows one talk.
func (p *Panel) row(t Talk) fyne.CanvasObject {
	title := t.Title
	if title == "" {
		title = lang.L("New talk")
	}
	name := widgets.Strong(title)
	name.Flow, name.Lines = widgets.FlowWrap, 2
	bar := &widgets.BalanceBar{Balance: t.Balance, Known: t.Weighed}
	content := widgets.Column(theme.SizeNameSpace1, name, widgets.Caption(p.facts(t)), bar)
	return &widgets.CardButton{Content: content, Selected: t.Path == p.current, Flat: t.Path != p.current, Inset: 10, OnTapped: func() {
		if t.Path != "" && t.Path != p.current {
			p.cfg.Open(t.Path)
		}
	}}
}

// facts is the line below a title: event, days to go, slot.
func (p *Panel) facts(t Talk) string {
	if t.Err != nil {
		return lang.L("cannot be read")
	}
	if t.Path == "" {
		return lang.L("not saved yet")
	}
	var parts []string
	if t.Event != "" {
		parts = append(parts, t.Event)
	}
	parts = append(parts, p.days(t.Date))
	if t.Slot > 0 {
		parts = append(parts, talk.FormatDuration(t.Slot))
	}
	return strings.Join(parts, " · ")
}

// days says how far away a day is.
func (p *Panel) days(day time.Time) string {
	if day.IsZero() {
		return lang.L("no date")
	}
	now := p.cfg.Today()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	switch n := int(day.Sub(today).Hours() / 24); {
	case n == 0:
		return lang.L("today")
	case n == 1:
		return lang.L("tomorrow")
	case n > 1:
		return lang.N("in {{.Count}} days", n, map[string]any{"Count": n})
	default:
		return day.Format(time.DateOnly)
	}
}

// panelLayout is the search on top, the new talk at the bottom, and the list
// between.
type panelLayout struct{}

const gap = 12

// MinSize implements fyne.Layout.
func (panelLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(Width, o[0].MinSize().Height+o[2].MinSize().Height+4*gap+60)
}

// Layout implements fyne.Layout.
func (panelLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*gap - 1
	top, bottom := o[0].MinSize().Height, o[2].MinSize().Height
	o[0].Resize(fyne.NewSize(width, top))
	o[0].Move(fyne.NewPos(gap, gap))
	o[2].Resize(fyne.NewSize(width, bottom))
	o[2].Move(fyne.NewPos(gap, size.Height-gap-bottom))
	o[1].Resize(fyne.NewSize(width, max(0, size.Height-top-bottom-3*gap-8)))
	o[1].Move(fyne.NewPos(gap, top+gap+8))
}

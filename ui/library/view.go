package library

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/library"
	"talkgiver/talk/say"
)

// Order is what the list goes by.
type Order string

// The orders.
const (
	NextDate    Order = "next-date"
	ByTitle     Order = "title"
	LastChanged Order = "last-changed"
	ByBalance   Order = "balance"
)

var orders = []Order{NextDate, ByTitle, LastChanged, ByBalance}

// Filter is what the list leaves out.
type Filter string

// The filters.
const (
	Everything Filter = ""
	Upcoming   Filter = "upcoming"
	Given      Filter = "given"
	NoDate     Filter = "no-date"
	InFolder   Filter = "folder" // only the talks in View.Folder and below
)

var filters = []Filter{Everything, Upcoming, Given, NoDate}

// View is how somebody looks at the list. The zero View goes by the next date and
// has all talks.
type View struct {
	Order  Order
	Filter Filter
	Folder string // with slashes, from the library's folder
}

// known returns the view with words of a later version left out.
func (v View) known() View {
	if !slices.Contains(orders, v.Order) {
		v.Order = NextDate
	}
	if !slices.Contains(filters, v.Filter) && (v.Filter != InFolder || v.Folder == "") {
		v.Filter = Everything
	}
	return v
}

// of returns the talks of a view in its order.
func (v View) of(entries []library.Entry, now time.Time) []library.Entry {
	kept := make([]library.Entry, 0, len(entries))
	for _, e := range entries {
		if v.has(e, now) {
			kept = append(kept, e)
		}
	}
	slices.SortStableFunc(kept, v.compare(now))
	return kept
}

// has reports whether a talk is in the view.
func (v View) has(e library.Entry, now time.Time) bool {
	switch v.Filter {
	case Upcoming:
		return !e.Date.IsZero() && say.DaysTo(e.Date, now) >= 0
	case Given:
		return !e.Date.IsZero() && say.DaysTo(e.Date, now) < 0
	case NoDate:
		return e.Date.IsZero()
	case InFolder:
		folder := e.Folder()
		return folder == v.Folder || len(folder) > len(v.Folder) && folder[:len(v.Folder)+1] == v.Folder+"/"
	}
	return true
}

// compare returns the order of the view.
func (v View) compare(now time.Time) func(a, b library.Entry) int {
	switch v.Order {
	case ByTitle:
		return library.CompareTitles
	case LastChanged:
		return func(a, b library.Entry) int { return b.Modified.Compare(a.Modified) }
	case ByBalance:
		return func(a, b library.Entry) int {
			if a.Rated != b.Rated {
				return cmp.Compare(less(a.Rated), less(b.Rated))
			}
			return cmp.Compare(b.Balance, a.Balance)
		}
	}
	return func(a, b library.Entry) int {
		return cmp.Or(cmp.Compare(group(a, now), group(b, now)), byDate(a, b, now))
	}
}

// less is 0 for what comes first.
func less(first bool) int {
	if first {
		return 0
	}
	return 1
}

// group puts the talks that are to come before those without a date, and those
// that were given last.
func group(e library.Entry, now time.Time) int {
	switch {
	case e.Date.IsZero():
		return 1
	case say.DaysTo(e.Date, now) < 0:
		return 2
	}
	return 0
}

// byDate compares two talks of one group: the nearest first.
func byDate(a, b library.Entry, now time.Time) int {
	switch group(a, now) {
	case 1:
		return b.Modified.Compare(a.Modified)
	case 2:
		return b.Date.Compare(a.Date)
	}
	return a.Date.Compare(b.Date)
}

func (v View) orderName() string {
	return map[Order]string{
		NextDate: lang.L("Next date"), ByTitle: lang.L("By title"), LastChanged: lang.L("Last changed"), ByBalance: lang.L("By balance"),
	}[v.Order]
}

func (v View) filterName() string {
	if v.Filter == InFolder {
		return v.Folder
	}
	return map[Filter]string{
		Everything: lang.L("All talks"), Upcoming: lang.L("Upcoming"), Given: lang.L("Given"), NoDate: lang.L("Without a date"),
	}[v.Filter]
}

// orderMenu offers the orders.
func (p *Panel) orderMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, order := range orders {
		v := p.view
		v.Order = order
		item := fyne.NewMenuItem(v.orderName(), func() { p.look(v) })
		item.Checked = order == p.view.Order
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// mostFolders is how many sub-folders a menu offers.
const mostFolders = 15

// filterMenu offers the filters and the sub-folders.
func (p *Panel) filterMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	add := func(v View) {
		item := fyne.NewMenuItem(v.filterName(), func() { p.look(v) })
		item.Checked = v == p.view
		menu.Items = append(menu.Items, item)
	}
	for _, filter := range filters {
		add(View{Order: p.view.Order, Filter: filter})
	}
	var folders []string
	for _, e := range p.talks.Entries { // in the order of their names
		if f := e.Folder(); f != "" && !slices.Contains(folders, f) && len(folders) < mostFolders {
			folders = append(folders, f)
		}
	}
	if len(folders) > 0 {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	}
	for _, folder := range folders {
		add(View{Order: p.view.Order, Filter: InFolder, Folder: folder})
	}
	return menu
}

// look looks at the list in another way.
func (p *Panel) look(v View) {
	p.view = v
	if p.cfg.ViewChanged != nil {
		p.cfg.ViewChanged(v)
	}
	p.findAnew()
}

package rehearse

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// page is a screen in two columns that scrolls as a whole: what it is about at
// the left, what to do and to compare with at the right.
type page struct {
	content     *fyne.Container
	left, right *fyne.Container
	body        *fyne.Container
	scroll      *container.Scroll
}

const (
	pageSide  = 20
	pageWidth = 1240
	pageRight = 0.36 // the share of the right column
)

func newPage(left, right []fyne.CanvasObject) *page {
	p := &page{left: widgets.Column(theme.SizeNameSpace4, left...), right: widgets.Column(theme.SizeNameSpace4, right...)}
	p.body = container.New(pageBody{}, p.left, p.right)
	p.scroll = container.NewVScroll(p.body)
	p.content = container.New(pageLayout{p}, p.scroll)
	return p
}

// refresh shows what is new in the widgets that have changed, which may need
// more room than before. They come first: a widget cannot be laid out between a
// change and its refresh.
func (p *page) refresh(changed ...fyne.CanvasObject) {
	for _, o := range changed {
		o.Refresh()
	}
	p.set(p.content.Size())
	p.content.Refresh()
}

// set gives the columns their width before the scroller asks for their height.
func (p *page) set(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	p.body.Resize(fyne.NewSize(size.Width, p.body.MinSize().Height))
	p.body.Resize(fyne.NewSize(size.Width, max(size.Height, p.body.MinSize().Height)))
	place(p.scroll, 0, 0, size.Width, size.Height)
	p.scroll.Refresh()
}

type pageLayout struct{ page *page }

func (l pageLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 200) }

func (l pageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.page.set(size) }

// pageBody lays out the columns.
type pageBody struct{}

func (pageBody) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+b.Width+3*pageSide, max(a.Height, b.Height)+2*pageSide)
}

func (pageBody) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*pageSide, pageWidth)
	x := (size.Width - width) / 2
	right := (width - pageSide) * pageRight
	first := width - pageSide - right
	for i, o := range objects {
		w, at := first, x
		if i == 1 {
			w, at = right, x+first+pageSide
		}
		o.Resize(fyne.NewSize(w, o.Size().Height))
		place(o, at, pageSide, w, o.MinSize().Height)
	}
}

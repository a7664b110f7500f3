package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	panel "talkgiver/ui/library"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
	"talkgiver/ui/work"
)

// frame is what stands around a place: the bar on top and the list of talks.
type frame struct {
	window  *Window
	content *fyne.Container
	bar     *fyne.Container
	row     *fyne.Container // what stands in the bar
	title   *widgets.Text
	places  *widgets.Places
	status  *widgets.Text
	rooms   []*fyne.Container // one a place; all but the draft's are filled when they are first gone to
	peek    bool              // the list is shown although the window is narrow
	told    string            // a message in place of the status
	undoes  bool              // it says how to take a step back
	quiet   *work.Settle      // takes the message away again
}

// tellFor is how long a message stays in the bar.
const tellFor = 6 * time.Second

func newFrame(w *Window) *frame {
	f := &frame{window: w}
	f.title = widgets.Strong("Talkgiver")
	f.status = &widgets.Text{ColorName: theme.ColorNameSoftInk, Flow: widgets.FlowWrap, Lines: 2, Align: fyne.TextAlignTrailing}
	f.places = &widgets.Places{Items: []string{lang.L("Draft"), lang.L("Rehearse"), lang.L("Slides"), lang.L("Journey")}, OnSelected: func(i int) { w.show(place(i)) }, OnAgain: func() { w.show(w.place) }}
	f.row = container.New(&barRow{}, f.title, f.places, f.status)
	f.bar = container.NewStack(&widgets.Surface{ColorName: theme.ColorNamePanel, Edge: widgets.EdgeBottom}, f.row)
	f.quiet = w.runner.Settle(tellFor, 0, func() {
		f.told = ""
		f.showStatus()
	})
	// Nothing is laid below all: the window is of the theme's colour by itself, and
	// a rectangle of its size is what costs most to draw without a graphics card.
	f.content = container.New(&frameLayout{f}, f.bar, w.talks.Content())
	for range f.places.Items {
		f.rooms = append(f.rooms, container.NewStack())
		f.content.Add(f.rooms[len(f.rooms)-1])
	}
	w.beginning.Content().Hide()
	f.rooms[placeDraft].Objects = []fyne.CanvasObject{w.draft.Content(), w.beginning.Content()}
	f.showPlace()
	return f
}

// showPlace shows the place that the window is at, with what belongs around it.
func (f *frame) showPlace() {
	w := f.window
	visible := func(o fyne.CanvasObject, yes bool) {
		if yes {
			o.Show()
		} else {
			o.Hide()
		}
	}
	visible(f.bar, !w.onStage)
	visible(w.talks.Content(), f.showsTalks(f.content.Size().Width))
	for i, room := range f.rooms {
		visible(room, w.place == place(i))
	}
	f.places.Selected = int(w.place)
	f.places.Refresh()
	f.content.Refresh()
}

// showsTalks reports whether the list of talks is to be seen in a window of a
// width: a narrow one has no room for it, unless it is asked for.
func (f *frame) showsTalks(width float32) bool {
	w := f.window
	return !w.onStage && w.place == placeDraft && w.prefs.ShowTalks() && !w.draft.Alone() && (f.peek || width >= narrow*textScale())
}

// beginning reports whether the page where a talk begins stands in the draft's place.
func (f *frame) beginning() bool { return f.window.beginning.Content().Visible() }

// showBeginning shows the page where a talk begins, or the draft.
func (f *frame) showBeginning(show bool) {
	page, draft := f.window.beginning.Content(), f.window.draft.Content()
	if page.Visible() == show {
		return
	}
	if show {
		draft.Hide()
		page.Show()
	} else {
		page.Hide()
		draft.Show()
	}
	f.rooms[placeDraft].Refresh()
	f.window.updateMenu()
}

// showStatus says whether the talk is saved.
func (f *frame) showStatus() {
	w := f.window
	text := f.told
	if text == "" {
		switch {
		case w.place == placeSlides:
			text = w.slides.Summary()
		case w.place == placeJourney:
			text = w.journey.Summary()
		case w.session.Dirty() && w.session.Path() == "":
			text = lang.L("Kept safe · {{.Key}} gives it a file", map[string]any{"Key": w.keyOf(lang.L("Save"))})
		case w.session.Dirty() && w.auto.undecided:
			text = lang.L("Not saved: two versions · {{.Key}} decides", map[string]any{"Key": w.keyOf(lang.L("Save"))})
		case w.session.Dirty() && w.auto.failed != nil:
			text = lang.L("Not saved · {{.Key}} says why", map[string]any{"Key": w.keyOf(lang.L("Save"))})
		case w.session.Dirty() && w.prefs.Autosave():
			text = lang.L("Changed · saved in a moment")
		case w.session.Dirty():
			text = lang.L("Changed · {{.Key}} saves", map[string]any{"Key": w.keyOf(lang.L("Save"))})
		case w.session.Path() == "":
			text = ""
		case w.cut.ok && w.place == placeDraft:
			text = w.cut.words(w.keyOf(lang.L("Rehearse")))
		default:
			text = lang.L("Saved")
		}
	}
	if f.status.Text != text {
		f.status.SetText(text)
		f.row.Refresh() // it may have other lines now
	}
	if title := w.title() + " – Talkgiver"; w.win.Title() != title {
		w.win.SetTitle(title)
		w.talks.Select(w.session.Path(), w.session.Title())
	}
}

// tell shows a message in the bar for a while.
func (f *frame) tell(message string) {
	f.told, f.undoes = message, false
	f.showStatus()
	f.quiet.Touch()
}

// tellUndo is tell for a message that says how to take back what was done: it goes
// with the next step back or forward.
func (f *frame) tellUndo(message string) {
	f.tell(message)
	f.undoes = true
}

// stepped takes such a message away.
func (f *frame) stepped() {
	if f.undoes {
		f.told, f.undoes = "", false
		f.showStatus()
	}
}

// isNarrow reports whether the window has no room for the list beside the text.
func (f *frame) isNarrow() bool {
	width := f.content.Size().Width
	return width > 0 && width < narrow*textScale()
}

// setPeek shows the list in a narrow window, where it pushes the text aside, or
// takes it away again.
func (f *frame) setPeek(peek bool) {
	if f.peek != peek {
		f.peek = peek
		f.content.Refresh()
	}
}

// frameLayout puts the bar on top, the talks at the left and the place in the rest.
type frameLayout struct{ frame *frame }

const barHeight = 44

// MinSize implements fyne.Layout.
func (*frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 420) }

// Layout implements fyne.Layout.
func (l *frameLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	bar, talks := o[0], o[1]
	top, left := float32(0), float32(0)
	if bar.Visible() {
		top = bar.MinSize().Height
		bar.Resize(fyne.NewSize(size.Width, top))
		bar.Move(fyne.NewPos(0, 0))
	}
	below := max(0, size.Height-top)
	// A narrow window has no room for the list beside the text. What is out of
	// sight is hidden: Tab shall not go there.
	rest := size.Width
	if l.frame.showsTalks(size.Width) {
		left = panel.Width * textScale()
		if !l.frame.peek || size.Width >= narrow*textScale() {
			rest -= left
		}
		talks.Show()
		talks.Resize(fyne.NewSize(left, below))
		talks.Move(fyne.NewPos(0, top))
	} else {
		talks.Hide()
		talks.Move(fyne.NewPos(-panel.Width*textScale(), top))
	}
	for _, p := range o[2:] {
		if p.Visible() {
			p.Resize(fyne.NewSize(rest, below))
			p.Move(fyne.NewPos(left, top))
		}
	}
}

// textScale is how much larger than designed the text is.
func textScale() float32 {
	return fyne.CurrentApp().Settings().Theme().Size(theme.SizeNameBody) / 13
}

// narrow is the width below which the list of talks gives way.
const narrow = 1000

// barRow is the title at the left, the places in the middle, the status at the
// right. In a narrow window the places stand beside the title: what the status has
// to say needs the room.
type barRow struct{}

// barGap is the least between two things in the bar, and half of it the margin.
const barGap = 32

// MinSize implements fyne.Layout.
func (barRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[1].MinSize().Width+200, max(barHeight, o[1].MinSize().Height+12))
}

// Layout implements fyne.Layout.
func (barRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	title, places, status := o[0].(*widgets.Text), o[1].MinSize(), o[2]
	left := (size.Width - places.Width) / 2
	if size.Width < narrow*textScale() {
		left = min(left, barGap/2+title.LineWidth()+barGap)
	}
	o[1].Resize(places)
	o[1].Move(fyne.NewPos(left, (size.Height-places.Height)/2))
	title.Resize(fyne.NewSize(max(0, left-barGap), size.Height))
	title.Move(fyne.NewPos(barGap/2, 0))
	width := max(0, size.Width-left-places.Width-barGap)
	status.Resize(fyne.NewSize(width, size.Height))
	height := status.MinSize().Height // for that width
	status.Move(fyne.NewPos(size.Width-barGap/2-width, (size.Height-height)/2))
}

package journey

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// form is something to type in, in place of the cards.
type form struct {
	about   string // what it is about: there is one form about a thing
	content fyne.CanvasObject
	first   *field      // has the cursor when it opens
	holds   func() bool // whether it has something that is not in the journal
	follow  func()      // shows what the journal has now, if the form shows anything of it

	wrong *widgets.Text   // why it could not be saved
	away  *widgets.Button // throws away what was kept
}

// openForm shows the form about a thing: the one that was left with something
// typed in it, else a new one.
func (p *Place) openForm(about string, build func(f *form)) {
	p.leaveForm()
	f := p.kept[about]
	if f == nil {
		f = &form{about: about, wrong: &widgets.Text{ColorName: theme.ColorNameTakeInk, Flow: widgets.FlowWrap}}
		f.away = &widgets.Button{Text: lang.L("Throw it away"), Tone: theme.Take, OnTapped: p.endForm}
		f.away.Hide()
		build(f)
	} else {
		f.wrong.SetText("")
		f.away.Show()
	}
	p.open = f
	card := &widgets.Card{Content: f.content, Inset: 24}
	p.form.Objects = []fyne.CanvasObject{container.NewVScroll(container.New(&formMargin{}, card))}
	p.page.Hide()
	p.form.Show()
	p.form.Refresh()
	p.cfg.Focus(f.first)
}

// leaveForm closes the form, and keeps it when something is typed in it.
func (p *Place) leaveForm() {
	if f := p.open; f != nil && f.holds() {
		p.kept[f.about] = f
		p.closeForm()
		return
	}
	p.endForm()
}

// endForm closes the form for good.
func (p *Place) endForm() {
	if p.open != nil {
		delete(p.kept, p.open.about)
	}
	p.closeForm()
}

// closeForm brings the cards back. What was typed in must not get the keys that
// are pressed from then on.
func (p *Place) closeForm() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.form); c != nil && holds(p.form, c.Focused()) {
		c.Unfocus()
	}
	p.open, p.form.Objects = nil, nil
	p.form.Hide()
	p.page.Show()
}

// holds reports whether the focus is somewhere in the object.
func holds(o fyne.CanvasObject, focused fyne.Focusable) bool {
	within := func(part fyne.CanvasObject) bool { return holds(part, focused) }
	switch o := o.(type) {
	case *fyne.Container:
		return slices.ContainsFunc(o.Objects, within)
	case *container.Scroll:
		return within(o.Content)
	case *widgets.Card:
		return within(o.Content)
	case fyne.Focusable:
		return o == focused
	}
	return false
}

// Leave closes the talk, whose file has this name now. What is typed in and not
// saved comes back with the talk; one without a file does not come back.
func (p *Place) Leave(file string) {
	p.leaveForm()
	if file != "" && len(p.kept) > 0 {
		p.left[file] = p.kept
	}
	p.kept = map[string]*form{}
}

// Unsaved tells of a talk that has something typed in that is not saved: of the
// open one, whose file has this name now, before any other.
func (p *Place) Unsaved(open string) (file string, ok bool) {
	if p.open != nil && p.open.holds() || p.firstKept() != nil {
		return open, true
	}
	if files := slices.Sorted(maps.Keys(p.left)); len(files) > 0 {
		return files[0], true
	}
	return "", false
}

// ShowUnsaved shows what is typed in and not saved of the open talk.
func (p *Place) ShowUnsaved() {
	if p.open != nil && p.open.holds() {
		p.cfg.Focus(p.open.first)
		return
	}
	if f := p.firstKept(); f != nil {
		p.openForm(f.about, nil)
	}
}

// Forget throws away what is typed in and not saved of the talk that Unsaved has
// told of.
func (p *Place) Forget(file, open string) {
	if file != open {
		delete(p.left, file)
		return
	}
	p.closeForm()
	clear(p.kept)
}

// firstKept is a form of the open talk that was left with something typed in it
// and is not open, or nil.
func (p *Place) firstKept() *form {
	for _, about := range slices.Sorted(maps.Keys(p.kept)) {
		if f := p.kept[about]; f != p.open {
			return f
		}
	}
	return nil
}

// typed reports whether there is a word in one of the fields.
func typed(fields ...*field) bool {
	return slices.ContainsFunc(fields, func(f *field) bool { return strings.TrimSpace(f.Text) != "" })
}

// field is an entry of a form: Escape leaves the form.
type field struct {
	widget.Entry
	place *Place
}

func newField(p *Place) *field {
	f := &field{place: p}
	f.ExtendBaseWidget(f)
	return f
}

// labelled is a field below the words that say what it is for: they stay when
// something is typed.
func labelled(text string, f *field) fyne.CanvasObject {
	return widgets.Column(theme.SizeNameSpace1, widgets.Caption(text), f)
}

// newLines is a field of several lines.
func newLines(p *Place) *field {
	f := newField(p)
	f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
	f.SetMinRowsVisible(3)
	return f
}

// AcceptsTab implements fyne.Tabbable: Tab goes on to the next field.
func (f *field) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		f.place.leaveForm()
	case fyne.KeyF1:
		widgets.PassKey(f, e)
	default:
		f.Entry.TypedKey(e)
	}
}

// formButtons are the ways out of a form.
func (p *Place) formButtons(f *form, save string, run func()) fyne.CanvasObject {
	return container.NewHBox(
		&widgets.Button{Text: save, Tone: theme.Give, OnTapped: run},
		&widgets.Button{Text: lang.L("Cancel"), OnTapped: p.leaveForm},
		f.away,
	)
}

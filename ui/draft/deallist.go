package draft

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// dealList is one of the deal's lists, edited in place: an entry a line, and
// one at the end for what comes next.
type dealList struct {
	deal    *deal
	list    markdown.List
	kind    talk.LinkKind
	object  *fyne.Container
	entries []*entry
	kept    []*widgets.Chip // where each entry is met, kept or told
	add     *entry
	nextID  int
	dragged int // number of the entry that is dragged; 0 is none
}

func newDealList(d *deal, list markdown.List, kind talk.LinkKind, question, hint string) *dealList {
	l := &dealList{deal: d, list: list, kind: kind}
	l.add = newEntry(d.place, "", hint, false)
	l.add.onText = func(string) { d.place.held() }
	l.add.onEnter = l.addText
	l.add.onFocus = func(gained bool) {
		if !gained {
			l.addText()
		}
		d.focusChanged(gained)
	}
	l.add.onCursor = func() { d.follow(l.add) }
	l.object = widgets.Column(theme.SizeNameSpace1, widgets.Caption(question), l.add)
	return l
}

// addText makes an entry of what was typed into the last line.
func (l *dealList) addText() {
	text := strings.TrimSpace(l.add.Text)
	if text == "" {
		return
	}
	l.add.set("")
	if !l.deal.place.do(markdown.AddEntry{List: l.list, Number: len(l.entries) + 1, Text: text}, "") {
		l.add.set(text)
	}
}

// flush takes over what is typed but not yet ended, and takes away the entries
// that were emptied.
func (l *dealList) flush() {
	for i := len(l.entries) - 1; i >= 0; i-- {
		l.removeEmpty(l.entries[i])
	}
	l.addText()
}

func (l *dealList) removeEmpty(e *entry) {
	if n := l.number(e); n > 0 && !e.Disabled() && strings.TrimSpace(e.Text) == "" {
		l.deal.place.do(markdown.RemoveEntry{List: l.list, Number: n}, "")
	}
}

// number returns which entry of the list a field is, from 1; 0 when it is none.
func (l *dealList) number(e *entry) int { return slices.Index(l.entries, e) + 1 }

// show brings the lines to the entries. It reports whether there are more or
// fewer now.
func (l *dealList) show(t *talk.Talk, origin string) bool {
	values := t.Deal.Entries(l.kind)
	grown := len(values) != len(l.entries)
	if grown {
		l.match(values)
	}
	for i, v := range values {
		if l.entries[i].id != origin {
			l.entries[i].show(v.Text, t.Text(v.Span))
		}
		l.showKept(l.kept[i], t, i+1)
	}
	return grown
}

// match finds a field for each entry: those at the beginning and at the end of
// the list stay what they are, so that the cursor stays in its entry when
// another one comes or goes.
func (l *dealList) match(values []talk.Value) {
	front := 0
	for front < len(values) && front < len(l.entries) && l.entries[front].Text == values[front].Text {
		front++
	}
	back := 0
	for back < len(values)-front && back < len(l.entries)-front && l.entries[len(l.entries)-1-back].Text == values[len(values)-1-back].Text {
		back++
	}
	middle := l.entries[front : len(l.entries)-back]
	need := len(values) - front - back
	for _, e := range middle[min(need, len(middle)):] { // it lets go of the talk: the cursor may still be in it
		e.onText, e.onEnter, e.onFocus, e.onCursor = nil, nil, nil, nil
		if e.hasFocus {
			l.deal.place.cfg.Focus(l.add)
		}
	}
	entries := slices.Clone(l.entries[:front])
	for i := range need {
		if i < len(middle) {
			entries = append(entries, middle[i])
		} else {
			entries = append(entries, l.line())
		}
	}
	l.entries = append(entries, l.entries[len(l.entries)-back:]...)

	objects := []fyne.CanvasObject{l.object.Objects[0]}
	l.kept = l.kept[:0]
	for i, e := range l.entries {
		objects = append(objects, l.row(i+1, e))
	}
	l.object.Objects = append(objects, l.add)
	l.object.Refresh()
}

// row is a line with its number, where its entry is kept, and what can be done
// with it.
func (l *dealList) row(n int, e *entry) fyne.CanvasObject {
	remove := &widgets.Chip{Text: "×", OnTapped: func() { l.deal.place.do(markdown.RemoveEntry{List: l.list, Number: n}, "") }}
	up, down := &widgets.Chip{Text: "↑"}, &widgets.Chip{Text: "↓"}
	if n > 1 {
		up.OnTapped = func() { l.move(n, n-1, "") }
	}
	if n < len(l.entries) {
		down.OnTapped = func() { l.move(n, n+1, "") }
	}
	kept := &widgets.Chip{}
	kept.OnTapped = func() { l.showKeptMenu(n, kept) }
	l.kept = append(l.kept, kept)
	number := widgets.Caption(itoa(n))
	number.Flow = widgets.FlowLine
	left := container.NewHBox(number)
	if len(l.entries) > 1 {
		handle := newGrip()
		handle.onDrag = func(y float32) { l.drag(n, y) }
		handle.onEnd = func() { l.dragged = 0 }
		left.Objects = []fyne.CanvasObject{handle, number}
	}
	right := container.New(&flow{gap: 4}, kept, remove)
	if len(l.entries) > 1 {
		right.Objects = []fyne.CanvasObject{kept, up, down, remove}
	}
	return container.NewBorder(nil, nil, left, right, e)
}

// move gives an entry another place. Links follow it.
func (l *dealList) move(from, to int, origin string) bool {
	return l.deal.place.do(markdown.MoveEntry{List: l.list, From: from, To: to}, origin)
}

// moveFocused moves the entry that has the cursor, and the cursor with it. It
// reports whether one has it.
func (l *dealList) moveFocused(by int) bool {
	for i, e := range l.entries {
		if !e.hasFocus {
			continue
		}
		from, to, column := i+1, i+1+by, e.CursorColumn
		if to < 1 || to > len(l.entries) || strings.TrimSpace(e.Text) == "" {
			return true
		}
		if l.move(from, to, "") {
			l.deal.place.cfg.Focus(l.entries[to-1])
			l.entries[to-1].goTo(column)
		}
		return true
	}
	return false
}

// drag moves the entry that was taken at row n to the row at a height of the
// window. It is one step of undo as long as it goes on without a rest.
func (l *dealList) drag(n int, y float32) {
	if l.dragged == 0 {
		l.dragged = n
	}
	driver := fyne.CurrentApp().Driver()
	target := 1
	for i, row := range l.object.Objects[1 : len(l.entries)+1] {
		if y >= driver.AbsolutePositionForObject(row).Y {
			target = i + 1
		}
	}
	if target != l.dragged && l.move(l.dragged, target, "drag-"+string(l.list)) {
		l.dragged = target
	}
}

// line makes the field of one entry.
func (l *dealList) line() *entry {
	l.nextID++
	e := newEntry(l.deal.place, "deal-"+string(l.list)+"-"+itoa(l.nextID), "", false)
	e.onText = func(text string) {
		if strings.TrimSpace(text) != "" {
			l.deal.place.do(markdown.SetEntry{List: l.list, Number: l.number(e), Text: text}, e.id)
		}
	}
	e.onEnter = func() { l.deal.place.cfg.Focus(l.add) }
	e.onFocus = func(gained bool) {
		if !gained {
			l.removeEmpty(e)
		}
		l.deal.focusChanged(gained)
	}
	e.onCursor = func() { l.deal.follow(e) }
	return e
}

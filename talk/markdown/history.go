package markdown

// History is a document with its past and its future: undo and redo over
// everything that edits can do. The zero History is not usable; NewHistory
// makes one. It is for one goroutine.
type History struct {
	document *Document
	undo     []step // the last is the next to take back
	redo     []step
}

// step is an edit that takes something back, or does it again, and what the
// caller wants to have with it.
type step struct {
	edit Edit
	mark any
}

// NewHistory begins a history at a document.
func NewHistory(d *Document) *History { return &History{document: d} }

// Document returns the document as it is now.
func (h *History) Document() *Document { return h.document }

// Do applies an edit and remembers how to take it back. What was undone before
// is gone. An edit that changes nothing leaves no trace.
func (h *History) Do(e Edit) error {
	d, inverse, err := e.Apply(h.document)
	if err != nil {
		return err
	}
	if c, ok := inverse.(Change); ok && len(c) == 0 {
		return nil
	}
	h.document = d
	h.undo = append(h.undo, step{edit: inverse})
	h.redo = nil
	return nil
}

// Mark puts something to the last step that the caller wants to have again when
// it is taken back, such as where the cursor was before it.
func (h *History) Mark(mark any) {
	if n := len(h.undo); n > 0 {
		h.undo[n-1].mark = mark
	}
}

// Marked returns the mark of the step that Undo would take back, or nil.
func (h *History) Marked() any {
	if n := len(h.undo); n > 0 {
		return h.undo[n-1].mark
	}
	return nil
}

// Join makes the last two steps one, so that a word typed letter by letter is
// taken back as a word. The mark is that of the first.
func (h *History) Join() {
	n := len(h.undo)
	if n < 2 {
		return
	}
	bytes := h.document.source
	for _, last := range []step{h.undo[n-1], h.undo[n-2]} {
		change, ok := last.edit.(Change)
		if !ok {
			return
		}
		before, _, err := change.patch(bytes)
		if err != nil {
			return
		}
		bytes = before
	}
	h.undo[n-2].edit = difference(h.document.source, bytes)
	h.undo = h.undo[:n-1]
}

// CanUndo reports whether there is a step to take back.
func (h *History) CanUndo() bool { return len(h.undo) > 0 }

// CanRedo reports whether there is a step to do again.
func (h *History) CanRedo() bool { return len(h.redo) > 0 }

// Undo takes the last step back. It does nothing when there is none.
func (h *History) Undo() error { return h.step(&h.undo, &h.redo) }

// Redo does the step again that was taken back last.
func (h *History) Redo() error { return h.step(&h.redo, &h.undo) }

func (h *History) step(from, to *[]step) error {
	n := len(*from)
	if n == 0 {
		return nil
	}
	last := (*from)[n-1]
	d, inverse, err := last.edit.Apply(h.document)
	if err != nil {
		return err
	}
	h.document = d
	*from = (*from)[:n-1]
	*to = append(*to, step{edit: inverse, mark: last.mark})
	return nil
}

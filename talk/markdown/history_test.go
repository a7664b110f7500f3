package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// A mark comes back with its step, whatever is joined, undone and done again.
func TestHistoryMarks(t *testing.T) {
	h := NewHistory(Parse([]byte("## One\n\ntext\n")))
	if h.Marked() != nil {
		t.Error("a history without steps has a mark")
	}
	h.Mark("nothing to mark")
	write := func(text string, mark any) {
		t.Helper()
		if err := h.Do(SetBody{Section: 1, Text: text}); err != nil {
			t.Fatal(err)
		}
		h.Mark(mark)
	}
	write("text a", 1)
	write("text ab", 2)
	h.Join()
	write("text abc", 3)
	check := func(want any) {
		t.Helper()
		if got := h.Marked(); got != want {
			t.Errorf("the step is marked %v, want %v", got, want)
		}
	}
	step := func(move func() error) {
		t.Helper()
		if err := move(); err != nil {
			t.Fatal(err)
		}
	}
	check(3)
	step(h.Undo)
	check(1)
	step(h.Undo)
	check(nil)
	step(h.Redo)
	check(1)
	step(h.Redo)
	check(3)
}

// What a day of writing leaves in the history is as long as what was written,
// not as long as the talk: undo needs no limit.
func TestHistoryIsSmall(t *testing.T) {
	var source strings.Builder
	for i := range 60 {
		fmt.Fprintf(&source, "## Section %d\n\n%s\n\n", i+1, strings.Repeat("Words that stay as they are. ", 30))
	}
	h := NewHistory(Parse([]byte(source.String())))
	body := h.Document().BodyText(h.Document().Talk().Sections[29])
	const keys = 300
	for i := range keys {
		at := len(body) / 2
		body = body[:at] + string(rune('a'+i%26)) + body[at:]
		if err := h.Do(SetBody{Section: 30, Text: body}); err != nil {
			t.Fatal(err)
		}
		h.Mark(i)
		if i%10 > 0 {
			h.Join() // as a word is taken back as a word
		}
	}
	held := 0
	for _, s := range h.undo {
		for _, splice := range s.edit.(Change) {
			held += len(splice.Old) + len(splice.New)
		}
	}
	if len(h.undo) != keys/10 || held > 2*keys {
		t.Errorf("%d keys leave %d steps that hold %d bytes of a talk of %d", keys, len(h.undo), held, source.Len())
	}
	for h.CanUndo() {
		if err := h.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if string(h.Document().Bytes()) != source.String() {
		t.Error("undone, the talk is another")
	}
}

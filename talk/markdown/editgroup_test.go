package markdown

import (
	"errors"
	"testing"
	"time"
)

func TestGroup_IsOneStep(t *testing.T) {
	const before = "# A\n\n## One (2m)\n\nText\n\n## Two\n\n## Three (5m) #core\n"
	h := NewHistory(Parse([]byte(before)))
	err := h.Do(Group{
		RetimeSection{Section: 1, Time: 3 * time.Minute},
		RetimeSection{Section: 2, Time: 90 * time.Second},
		RetimeSection{Section: 3, Time: 4 * time.Minute},
	})
	if err != nil {
		t.Fatal(err)
	}
	const after = "# A\n\n## One (3m)\n\nText\n\n## Two (90s)\n\n## Three (4m) #core\n"
	if got := string(h.Document().Bytes()); got != after {
		t.Fatalf("it is\n%s\nwant\n%s", got, after)
	}
	if err := h.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := string(h.Document().Bytes()); got != before || h.CanUndo() {
		t.Errorf("one step back it is\n%s\nwith more to take back: %v", got, h.CanUndo())
	}
	if err := h.Redo(); err != nil {
		t.Fatal(err)
	}
	if got := string(h.Document().Bytes()); got != after {
		t.Errorf("done again it is\n%s", got)
	}
}

func TestGroup_AllOrNone(t *testing.T) {
	h := NewHistory(Parse([]byte("## One (2m)\n")))
	var refused *EditError
	if err := h.Do(Group{RetimeSection{Section: 1, Time: time.Minute}, RetimeSection{Section: 9, Time: time.Minute}}); !errors.As(err, &refused) {
		t.Errorf("a section that is not there: %v", err)
	}
	if got := string(h.Document().Bytes()); got != "## One (2m)\n" || h.CanUndo() {
		t.Errorf("half of it was done: %q", got)
	}
	for name, g := range map[string]Group{"nothing": nil, "no change": {RetimeSection{Section: 1, Time: 2 * time.Minute}}} {
		if err := h.Do(g); err != nil || h.CanUndo() {
			t.Errorf("%s: %v, and a step that changes nothing: %v", name, err, h.CanUndo())
		}
	}
}

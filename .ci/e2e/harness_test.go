package e2e

import "testing"

// TestTheHarness knows an empty window when it sees one, and can close it.
func TestTheHarness(t *testing.T) {
	w := newDisplay(t, "1280x800").open(t, empty)
	if got := w.title(); got != "empty" {
		t.Errorf("the title is %q, want %q", got, "empty")
	}
	if got := w.memory(); got < 10<<20 {
		t.Errorf("a window in %d bytes cannot be", got)
	}
	w.press("alt+F4")
	until(t, "the program has ended", w.hasEnded)
	if !w.command.ProcessState.Success() {
		t.Errorf("it ended with %v", w.command.ProcessState)
	}
}

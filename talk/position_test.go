package talk

import "testing"

func TestLines(t *testing.T) {
	source := "\ufeffone\r\ntwö\rthree\n\n\xffx"
	lines := NewLines([]byte(source))
	if lines.Count() != 5 {
		t.Fatalf("%d lines", lines.Count())
	}
	for n, want := range []string{"", "\ufeffone\r\n", "twö\r", "three\n", "\n", "\xffx", ""} {
		if s := lines.Span(n); source[s.Start:s.End] != want {
			t.Errorf("line %d is %q, not %q", n, source[s.Start:s.End], want)
		}
	}
	for offset, want := range map[int]Position{
		-1: {1, 1}, 0: {1, 1}, 3: {1, 1}, 4: {1, 2}, 6: {1, 4}, 8: {2, 1}, 10: {2, 3}, 12: {2, 4}, 13: {3, 1}, 19: {4, 1}, 20: {5, 1}, 21: {5, 2}, 22: {5, 3}, 99: {5, 3},
	} {
		if got := lines.Position(offset); got != want {
			t.Errorf("offset %d is at %v, not %v", offset, got, want)
		}
	}
}

func TestSpan(t *testing.T) {
	a, b, c := Span{1, 3}, Span{2, 5}, Span{3, 4}
	if !a.Overlaps(b) || a.Overlaps(c) || (Span{}).Overlaps(a) || !(Span{}).Empty() || a.Empty() {
		t.Error("spans that share a byte overlap, others do not")
	}
}

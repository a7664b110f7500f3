package markdown

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
)

// lossless shows the law of parsing: writing gives the same bytes, and all that
// is read has its place in them.
func lossless(t *testing.T, source []byte) {
	t.Helper()
	before := bytes.Clone(source)
	d := Parse(source)
	if !bytes.Equal(d.Bytes(), before) {
		t.Fatalf("%q: the bytes are not the same", before)
	}
	if err := invariants(d); err != nil {
		t.Fatalf("%q: %v", before, err)
	}
}

// endingsAlike shows that a file means the same whichever line ending it has.
func endingsAlike(t *testing.T, source []byte) {
	t.Helper()
	lf := oneEnding(string(source))
	want := describe(Parse([]byte(lf)).Talk())
	for _, nl := range []string{"\r\n", "\r"} {
		if got := describe(Parse([]byte(strings.ReplaceAll(lf, "\n", nl))).Talk()); got != want {
			t.Fatalf("%q means something else with %q\ngot:\n%s\nwant:\n%s", lf, nl, got, want)
		}
	}
}

func TestAnyBytes(t *testing.T) {
	for _, s := range seeds() {
		lossless(t, []byte(s))
		endingsAlike(t, []byte(s))
	}
	lines := seedLines()
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 / fewer {
		source := mutant(r, lines)
		lossless(t, source)
		endingsAlike(t, source)
	}
}

// FuzzParse shows the law for every sequence of bytes.
func FuzzParse(f *testing.F) {
	for _, s := range seeds() {
		f.Add([]byte(s))
	}
	f.Fuzz(lossless)
}

// FuzzLineEndings shows that the line ending does not matter.
func FuzzLineEndings(f *testing.F) {
	for _, s := range seeds() {
		f.Add([]byte(s))
	}
	f.Fuzz(endingsAlike)
}

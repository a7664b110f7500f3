package slides

import (
	"strings"
	"testing"
)

func TestColourCode(t *testing.T) {
	for _, c := range []struct {
		name, info, code string
		looks            int
	}{
		{"Go", "go", "// why\nfunc f() { return \"x\" + 1 }\n\tgo", 5},
		{"a string with an escape", "js", "let a = 'it\\'s' + `two\nlines` /* why */", 4},
		{"a string without an end", "go", "a := \"open\nfunc b()", 3},
		{"a comment without an end", "css", "a { color: red } /* open", 2},
		{"keywords in capitals", "SQL", "SELECT name FROM talks -- all", 3},
		{"three quotes", "py", "x = \"\"\"a\n# b\"\"\" # c", 3},
		{"signs of other scripts", "go", "größe := \"日本\" // 🎤", 3},
		{"a language with attributes", "python {1,3}", "def f(): return 'x'", 3},
		{"pandoc's way to name one", "{.python}", "def f(): return 'x'", 3},
		{"no language", "", "func f() {}", 1},
		{"a language that nobody knows", "klingon", "func f() {}", 1},
		{"nothing", "go", "", 0},
		{"too much to read", "go", strings.Repeat("func f() {}\n", 2000), 1},
	} {
		var b strings.Builder
		looks := map[CodeLook]bool{}
		last := CodeLook(-1)
		for _, part := range ColourCode(c.info, c.code) {
			if part.Text == "" || part.Look == last {
				t.Errorf("%s: %q is no part of its own", c.name, part.Text)
			}
			b.WriteString(part.Text)
			looks[part.Look] = true
			last = part.Look
		}
		if b.String() != c.code {
			t.Errorf("%s: the code has become %q", c.name, b.String())
		}
		if len(looks) != c.looks {
			t.Errorf("%s: %d looks, want %d", c.name, len(looks), c.looks)
		}
	}
}

// FuzzColourCode shows that colours leave the code as it is.
func FuzzColourCode(f *testing.F) {
	for name := range codeLanguages {
		f.Add(name, "// a\n# b\n/* c */ \"d\\\"\" 'e' `f` 0x1F for if <!-- g --> -- h\nü\xff")
	}
	f.Fuzz(func(t *testing.T, info, code string) {
		var b strings.Builder
		for _, part := range ColourCode(info, code) {
			b.WriteString(part.Text)
		}
		if b.String() != code {
			t.Errorf("%q in %q has become %q", code, info, b.String())
		}
	})
}

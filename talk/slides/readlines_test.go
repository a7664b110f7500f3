package slides

import "testing"

// TestSlidesOfAPageAreIndented reads slides as they stand in a page of reveal.js.
func TestSlidesOfAPageAreIndented(t *testing.T) {
	for text, want := range map[string]string{
		"# One\n\n    code":                     "# One\n\n    code",
		" # One\n  - a":                         " # One\n  - a",
		"  # One\n\n  - a\n    - b\n c":         "\n# One\n\n- a\n  - b\n c",
		"\n    # One\n\n    - a\n        - b\n": "\n# One\n\n- a\n    - b\n",
		"\t# One\n\t- a\n\t\t- b":               "\n# One\n- a\n\t- b",
		"\n\n\n- a\n  - b":                      "\n\n\n- a\n- b",
		"  a  b\nc    d":                        "\na  b\nc\n  d",
		"":                                      "",
		"\n":                                    "\n",
	} {
		if got := unindented(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

package markdown

import (
	"testing"

	"talkgiver/talk"
)

// Speech right below a bullet is more of the bullet to CommonMark, so its cues
// would stand on the slide; the reader says so.
func TestACueOnASlideIsAProblem(t *testing.T) {
	for _, test := range []struct {
		source string
		arg    string // "" for no problem
		line   int
	}{
		{"## A\n\n- x\nI say this. [pause]\n", "[pause]", 4},
		{"## A\n\n- x [click] y\n", "[click]", 3},
		{"## A\n\n> quoted [pause 3]\n", "[pause 3]", 3},
		{"## A\n\nshown [pause] #show\n", "[pause]", 3},
		{"## A\n\n- x\n\nI say this. [pause]\n", "", 0},
		{"## A\n\n- x \\[pause]\n", "", 0},
		{"## A\n\n- `[pause]`\n", "", 0},
		{"## A\n\n<!-- say -->\n- said [pause]\n<!-- /say -->\n", "", 0},
	} {
		tk := Parse([]byte(test.source)).Talk()
		var found []talk.Problem
		for _, p := range tk.Problems {
			if p.Key == talk.ShownCue {
				found = append(found, p)
			}
		}
		switch {
		case test.arg == "" && len(found) > 0:
			t.Errorf("%q: %q is called a cue on the slide", test.source, found[0].Arg)
		case test.arg != "" && (len(found) != 1 || found[0].Arg != test.arg || tk.Position(found[0].Span.Start).Line != test.line):
			t.Errorf("%q: found %v, want %s in line %d", test.source, found, test.arg, test.line)
		}
	}
}

// Splitting a section and joining it again leaves no heading behind.
func TestSplitThenMergeLeavesNoHeading(t *testing.T) {
	d := Parse([]byte("## A (4m)\n\nOne.\n\nTwo.\n\n## B\n"))
	split, _, err := SplitSection{Section: 1, At: len("One.\n\n")}.Apply(d)
	if err != nil {
		t.Fatal(err)
	}
	merged, _, err := MergeSection{Section: 1}.Apply(split)
	if err != nil {
		t.Fatal(err)
	}
	if got := len(merged.Talk().Sections[0].Slides); got != 1 {
		t.Errorf("the section has %d slides after it was split and joined:\n%s", got, merged.Bytes())
	}
	if got, want := merged.BodyText(merged.Talk().Sections[0]), "One.\n\nTwo."; got != want && got != "One.\n\n\nTwo." {
		t.Errorf("the body is %q, want %q", got, want)
	}
}

package slides

import (
	"slices"
	"strings"
	"testing"

	"talkgiver/assets"
	"talkgiver/talk/markdown"
	"talkgiver/talk/slides"
)

// said is a slide as a person would tell of it.
type said struct {
	shown []string // the text of each block
	notes []string // the paragraphs of the notes
}

// talkFiles go the whole way, from the lines of a talk file to what the audience
// reads and what the speaker sees.
var talkFiles = []struct {
	name string
	talk string // below the head
	want []said
}{
	{"shown and said", "## One\n\n- first\n- second\n\nI say *this*.\n\nAnd that.\n",
		[]said{{[]string{"One", "first", "second"}, []string{"I say this.", "And that."}}}},
	{"key lines, tags and times stay at home", "## One (3m) #core\ngives: much\nnew: 3\n\n- point #story #firsthand\n\nSaid. #bridge\n",
		[]said{{[]string{"One", "point"}, []string{"Said."}}}},
	{"three kinds of slides", "## One\n\n- a\n\n### Two\n\n- b\n\n---\n\n- c\n",
		[]said{{[]string{"One", "a"}, nil}, {[]string{"Two", "b"}, nil}, {[]string{"c"}, nil}}},
	{"left out, and for questions only", "## Gone #skip\n\n- no\n\n## Later #backup\n\n- last\n\n## One\n\n- a\n- b #skip\n",
		[]said{{[]string{"One", "a"}, nil}, {[]string{"Later", "last"}, nil}}},
	{"nested and numbered lists", "## One\n\n3. three\n4. four\n   - inner\n",
		[]said{{[]string{"One", "three", "four", "inner"}, nil}}},
	{"table, quote, code and image", "## One\n\n| a | b |\n|---|---|\n| c \\| d | `e` |\n\n> quoted\n\n```go\nx := 1 // <b>\n```\n\n![a cat](cat.png)\n",
		[]said{{[]string{"One", "a", "b", "c | d", "e", "quoted", "x := 1 // <b>", "a cat"}, nil}}},
	{"code keeps its lines", "## One\n\n```python\ndef f():\n    if a:\n        if b:\n            if c:\n                return 1\n\n\n# two blank lines above\nx = 1                 # far off\n```\n\n- below:\n\n  ```go\n  if a {\n  \t\tb()                        // far off\n\n  \tc()\n  }\n  ```\n\n```\n                        the first\n  a - b\n```\n",
		[]said{{[]string{"One", "def f(): if a: if b: if c: return 1 # two blank lines above x = 1 # far off", "below:", "if a { b() // far off c() }", "the first a - b"}, nil}}},
	{"separators in code are code", "## One\n\n```\n---\n***\n<!-- x -->\n```\n\n- `---`\n",
		[]said{{[]string{"One", "--- *** <!-- x -->", "---"}, nil}}},
	{"signs that begin a slide elsewhere are text", "## One\n\n- \\---\n- \\# no heading\n- 1\\. no number\n- \\***\n",
		[]said{{[]string{"One", "---", "# no heading", "1. no number", "***"}, nil}}},
	{"markup of a tool is text", "## One {{ x }}\n\n- :smile: and $x^2$ and \\<b>bold\\</b>\n- ==mark== ^up^ \\!\\[w:3](x)\n- AT&amp;T, &amp;lt;, \\*stars\\*, a_b_c\n",
		[]said{{[]string{"One {{ x }}", ":smile: and $x^2$ and <b>bold</b>", "==mark== ^up^ ![w:3](x)", "AT&T, &lt;, *stars*, a_b_c"}, nil}}},
	{"raw HTML is literal text", "## One\n\n- <b>bold</b> and <script>alert(1)</script>\n",
		[]said{{[]string{"One", "<b>bold</b> and <script>alert(1)</script>"}, nil}}},
	{"a note cannot end itself", "## One\n\n- a\n\nAn arrow --> and --!> and done.\n\n## Two\n\n- b\n",
		[]said{{[]string{"One", "a"}, []string{"An arrow --> and --!> and done."}}, {[]string{"Two", "b"}, nil}}},
	{"a note is no setting", "## One\n\n- a\n\ntheme: dark\n\nheader: we say this\n\n## Two\n\n- b\n\n_class: lead\n",
		[]said{{[]string{"One", "a"}, []string{"theme: dark", "header: we say this"}}, {[]string{"Two", "b"}, []string{"_class: lead"}}}},
	{"other tools' notes are words here", "## One\n\n- a\n\nNote: look up.\n\n??? is what she wrote.\n",
		[]said{{[]string{"One", "a"}, []string{"Note: look up.", "??? is what she wrote."}}}},
	{"any script", "## 日本語 and العربية\n\n- emoji 🙂 and 👩‍👩‍👧, e\u0301, שלום\n\nSagt man „so“? 好。\n",
		[]said{{[]string{"日本語 and العربية", "emoji 🙂 and 👩‍👩‍👧, e\u0301, שלום"}, []string{"Sagt man „so“? 好。"}}}},
}

// compareWords compares the slides of a tool with those after the title's.
func compareWords(t *testing.T, got []shown, want []said) {
	t.Helper()
	want = append([]said{{shown: []string{"Title"}}}, want...)
	for i := range min(len(got), len(want)) {
		if now := words(got[i]); !slices.Equal(now, want[i].shown) {
			t.Errorf("slide %d shows %q, want %q", i+1, now, want[i].shown)
		}
		if now, want := strings.Join(texts(got[i].Notes), " "), strings.Join(want[i].notes, " "); now != want {
			t.Errorf("slide %d has the notes %q, want %q", i+1, now, want)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d slides are shown, want %d", len(got), len(want))
	}
}

// TestNothingForTheSpeakerIsInADeck looks for what stays at home in the samples.
func TestNothingForTheSpeakerIsInADeck(t *testing.T) {
	for _, sample := range assets.Samples() {
		t.Run(sample.Name, func(t *testing.T) {
			for i, slide := range deckOf(sample.Data).Slides {
				held := holds(slide)
				for _, text := range slices.Concat(words(held), texts(held.Notes)) {
					for _, mark := range []string{"gives:", "meets:", "makes:", "#story", "#firsthand", "#howto", "#pitch", "[pause", "say -->"} {
						if strings.Contains(text, mark) {
							t.Errorf("slide %d: %s reached the slide or its notes: %q", i+1, mark, text)
						}
					}
				}
			}
		})
	}
}

func deckOf(source []byte) *slides.Deck {
	return slides.New(markdown.Parse(source).Talk(), slides.Options{})
}

// words returns the text of each block of a slide.
func words(s shown) []string {
	var all []string
	for _, block := range s.Blocks {
		if text := visible(block.Text); text != "" {
			all = append(all, text)
		}
	}
	return all
}

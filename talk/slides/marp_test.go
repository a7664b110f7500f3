package slides

import (
	"bytes"
	"flag"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

var update = flag.Bool("update", false, "write the golden files anew")

func marpFlavour(t testing.TB) Flavour {
	t.Helper()
	f, ok := ByName("marp")
	if !ok {
		t.Fatal("there is no flavour marp")
	}
	return f
}

func TestMarpNotes(t *testing.T) {
	const z = zeroWidth
	tests := []struct{ note, want string }{
		{"Plain words: and more.", "Plain words: and more."},
		{"an arrow -->", "an arrow --" + z + ">"},
		{"--!> and ---->", "--!" + z + "> and ----" + z + ">"},
		{"theme: dark", "theme:" + z + " dark"},
		{"We said:\ntheme: dark", "We said:" + z + "\ntheme: dark"},
		{"One thing: this\n_class: invert", "One thing:" + z + " this\n_class: invert"},
		{`"theme": dark`, z + `"theme":` + z + " dark"},
		{"{theme: dark}", z + "{theme:" + z + " dark}"},
		{"? theme", z + "? theme"},
		{`"Quoted," she said.`, `"Quoted," she said.`},
		{"prettier-ignore", z + "prettier-ignore"},
		{"One: this\n&a theme: gaia", "One:" + z + " this\n&a theme: gaia"},
		{"One thing: this\n\nAnd another one: that", "One thing: this\n\nAnd another one: that"},
		{"10:30 is the time", "10:30 is the time"},
		{"(1:30)", "(1:30)"},
	}
	for _, test := range tests {
		if got := marpNote(test.note); got != test.want {
			t.Errorf("%+q becomes %+q, want %+q", test.note, got, test.want)
		}
	}
}

// What the escapes leave alone is as important as what they change: a speaker
// reads the file.
func TestMarpEscapesOnlyWhatItMust(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Plain words, and (more) of them: 3.5 % & so on!", "Plain words, and (more) of them: 3.5 % & so on!"},
		{"snake_case and R&D; C# and C++", `snake_case and R\&D; C# and C++`},
		{"a_ *b* `c` [d] <e> \\", "a\\_ \\*b\\* \\`c\\` \\[d\\] \\<e> \\\\"},
		{"---", `\---`},
		{"# no heading", `\# no heading`},
		{"#hashtag", `\#hashtag`},
		{"+1", "+1"},
		{"+ 1", `\+ 1`},
		{"1. one", `1\. one`},
		{"2027. That was", `2027\. That was`},
		{"12345678901. long", "12345678901. long"},
		{"> quote", `\> quote`},
		{"a > b", "a > b"},
		{"$5", `\$5`},
		{":smile: at 10:30:45", ":" + zeroWidth + "smile: at 10:30:45"},
		{"see https://example.com/a_b, then", "see <https://example.com/a_b>, then"},
		{"https://example.com/%41", `https\:/\/example.com/%41`},
		{"me@example.com or @me", `me\@example.com or @me`},
		{"a | b", "a | b"},
		{"~/bin", `\~/bin`},
		{"~~x~~ a~b", `\~\~x\~\~ a~b`},
		{"&amp; &", `\&amp; &`},
		{"  two  spaces  ", "two spaces"},
		{"\u00a0fixed", "&#160;fixed"},
		{"bad \xff nul \x00", "bad \uFFFD nul \uFFFD"},
	}
	for _, test := range tests {
		deck := &Deck{Slides: []*Slide{{Blocks: []talk.Block{&talk.Paragraph{Inlines: words(test.text)}}}}}
		got, _ := strings.CutPrefix(string(marpFlavour(t).Bytes(deck)), "---\nmarp: true\n---\n\n")
		if got != test.want+"\n" {
			t.Errorf("%q is written\n\t%q, want\n\t%q", test.text, got, test.want)
		}
	}
}

func TestYAMLString(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Belts: a talk", `"Belts: a talk"`},
		{`"a" \ b`, `"\"a\" \\ b"`},
		{"two\nlines\tand a tab", `"two lines and a tab"`},
		{"\x1b\u0085\ufeff", `"\u0085\ufeff"`},
		{"--- 😀 日本", `"--- 😀 日本"`},
	}
	for _, test := range tests {
		if got := yamlString(test.text); got != test.want {
			t.Errorf("%q is written %s, want %s", test.text, got, test.want)
		}
	}
}

// FuzzMarp reads the slides of any talk with another CommonMark reader, which
// must find the same slides with the same titles.
func FuzzMarp(f *testing.F) {
	for _, seed := range []string{"# T\n\n## A\n\n- one\n\n```\n---\n```\n\nSaid -->\n", "---\ntitle: '---'\n---\n## A\n---\n- -\n", "1. > - a\n\n\ttext #show\n", "## *a*_b_ `c`#\n\n|a|\n|-|\n|`|`|\n", "\x15\n-\n- \xb1\n"} {
		f.Add([]byte(seed))
	}
	reader := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()
	f.Fuzz(func(t *testing.T, source []byte) {
		deck := New(markdown.Parse(source).Talk(), Options{})
		written := marpFlavour(t).Bytes(deck)
		front, body, ok := bytes.Cut(written[4:], []byte("\n---\n"))
		if !ok || bytes.Contains(front, []byte("\n---")) {
			t.Fatalf("no front matter in\n%s", written)
		}
		var titles []string
		slides := 1
		for n := reader.Parse(text.NewReader(body)).FirstChild(); n != nil; n = n.NextSibling() {
			switch n := n.(type) {
			case *ast.ThematicBreak:
				slides++
			case *ast.Heading:
				if n.Level < 4 {
					titles = append(titles, string(n.Lines().Value(body)))
				}
			}
		}
		if want := max(1, len(deck.Slides)); slides != want {
			t.Errorf("%d slides, want %d, in\n%s", slides, want, written)
		}
		want := 0
		for _, s := range deck.Slides {
			if strings.TrimSpace(clean(talk.PlainText(s.Title))) != "" {
				want++
			}
		}
		if len(titles) < want {
			t.Errorf("titles %q, want %d, in\n%s", titles, want, written)
		}
	})
}

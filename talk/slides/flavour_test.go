package slides

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

// TestGoldens holds the files that are exported to what a person has read and
// found right. go test ./talk/slides -update writes them.
func TestGoldens(t *testing.T) {
	source, err := os.ReadFile("testdata/everything.talk.md")
	if err != nil {
		t.Fatal(err)
	}
	deck := New(markdown.Parse(source).Talk(), Options{})
	for _, f := range Flavours() {
		if f.Name == "html" {
			continue // its style and script are no golden: see TestHTMLGolden
		}
		t.Run(f.Name, func(t *testing.T) {
			got := f.Bytes(deck)
			golden := filepath.Join("testdata", "everything."+f.Name)
			if !strings.HasSuffix(golden, f.Extension) {
				golden += ".md"
			}
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s is\n%s\nwant\n%s", golden, got, want)
			}
		})
	}
}

func TestFlavours(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Flavours() {
		if f.Name == "" || f.Title == "" || !strings.HasPrefix(f.Extension, ".") || f.Carries.String() == "" || seen[f.Name] {
			t.Errorf("flavour %+v", f)
		}
		seen[f.Name] = true
		var out bytes.Buffer
		if err := f.Write(&out, &Deck{}); err != nil || !bytes.Equal(out.Bytes(), f.Bytes(&Deck{})) {
			t.Errorf("%s writes %q (%v), and then %q", f.Name, out.Bytes(), err, f.Bytes(&Deck{}))
		}
	}
	if _, ok := ByName("keynote"); ok {
		t.Error("there is a flavour keynote")
	}
}

func TestCarriesInWords(t *testing.T) {
	tests := []struct {
		carries Carries
		want    string
	}{
		{Carries{Notes: MarkdownNotes, Times: true, Slides: true, Images: true, Tables: true}, "notes, times, images, tables"},
		{Carries{Notes: PlainNotes, Slides: true}, "plain notes; no images, no tables"},
		{Carries{}, "no notes"},
		{Carries{Notes: MarkdownNotes, Cues: true}, "notes, cues"},
	}
	for _, test := range tests {
		if got := test.carries.String(); got != test.want {
			t.Errorf("%+v is %q, want %q", test.carries, got, test.want)
		}
	}
}

// What a file holds beside the words of the slides.
func TestFlavoursHaveAPlaceForIt(t *testing.T) {
	const source = "---\ntitle: T --- t\nlang: de\n---\n\n## A (90s)\n\n- one\n\nSaid [click] and *so*. [pause 3]\n\n```mermaid\n---\nNote: x\n/// y\n```\n\n## B (30s)\n"
	tests := []struct {
		flavour string
		want    []string
		never   string
	}{
		{"slidev", []string{"duration: 2min\n", `title: "T \\-\\-\\- t"`, "Said [click] and *so*.\n-->\n", "\n```\n---\nNote: x\n", "lang: de"}, "pause"},
		{"reveal", []string{`<!-- .slide: data-timing="90" -->`, "\nNote:\n\nSaid and *so*.\n", ">&#45;--\n&#78;ote: x\n"}, "[click]"},
		{"reveal-md", []string{"title: \"T --- t\"\n", `data-timing="90"`, "&amp;#45;--"}, "\n---\nNote"},
		{"remark", []string{"class: center, middle\n", "\n???\n\nSaid and *so*.\n"}, "[click]"},
		{"pandoc", []string{"slide-level: 2\n", "title: \"T \\\\-\\\\-\\\\- t\"\n", "\n::: notes\nSaid and *so*.\n:::\n"}, "# T"},
		{"quarto", []string{"format:\n  revealjs:\n    slide-level: 2\n", "\n::: {.notes}\nSaid and *so*.\n:::\n"}, "# T"},
		{"patat", []string{"\n<!--\nSaid and so.\n-->\n"}, "click"},
		{"deckset", []string{"slidenumbers: true\n", "\n^ Said and *so*.\n"}, "click"},
		{"presenterm", []string{"title: \"T --- t\"\n", "\nA\n===\n", "speaker_note: |\n  Said and so.\n-->\n", "<!-- end_slide -->"}, "\n# "},
		{"advanced-slides", []string{"timeForPresentation: 120\n", "\nNote:\n\nSaid and *so*.\n"}, "data-timing"},
		{"slides", []string{"\n--- \n", "\n /// y\n", "\n/// Said and so.\n"}, "click"},
		{"ia-presenter", []string{"\n\t- one\n", "\nSaid and *so*.\n", "\n\t```mermaid\n\t---\n"}, "click"},
		{"handout", []string{"## A\n\n- one\n", "\nSaid and *so*.\n"}, "click"},
		{"script", []string{"## A\n\n*0:00–1:30*\n\nSaid [click] and *so*. [pause 3]\n", "*1:30–2:00*"}, "one"},
		{"csv", []string{"slide,section,title,start,seconds,words\n1,,T --- t,0,0,0\n2,1,A,0,90,3\n3,2,B,90,30,0\n"}, "one"},
	}
	deck := deckOf(source, Options{})
	for _, test := range tests {
		t.Run(test.flavour, func(t *testing.T) {
			f, ok := ByName(test.flavour)
			if !ok {
				t.Fatal("there is no such flavour")
			}
			got := string(f.Bytes(deck))
			for _, want := range test.want {
				if !strings.Contains(got, want) {
					t.Errorf("no %q in\n%s", want, got)
				}
			}
			if strings.Contains(got, test.never) {
				t.Errorf("%q is in\n%s", test.never, got)
			}
		})
	}
}

func TestNoSpreadsheetCalculates(t *testing.T) {
	tests := []struct{ title, want string }{{"=1+1", "'=1+1"}, {"@x", "'@x"}, {" a,\"b\" ", `a,"b"`}, {"", ""}}
	for _, test := range tests {
		if got := cell(test.title); got != test.want {
			t.Errorf("%q is %q, want %q", test.title, got, test.want)
		}
	}
}

func TestWarnings(t *testing.T) {
	const source = "## A\n\n- one\n\n| a |\n|---|\n| b |\n\n![a](b.png)\n\nSaid *so*. [click]\n\n## B\n\n" +
		"```\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\nx\n```\n\n---\n\nSaid alone.\n"
	tests := []struct {
		flavour string
		want    []Warning
	}{
		{"marp", []Warning{{NotesPlain, 0}, {CuesLeftOut, 0}, {Overflow, 2}, {NothingShown, 3}}},
		{"slidev", []Warning{{Overflow, 2}, {NothingShown, 3}}},
		{"slides", []Warning{{NotesHidden, 0}, {NoImages, 1}, {Overflow, 2}, {NothingShown, 3}}},
		{"pptx", []Warning{{CuesLeftOut, 0}, {BecomesMore, 1}, {Overflow, 2}, {NothingShown, 3}}},
		{"script", nil},
		{"csv", nil},
	}
	deck := deckOf(source, Options{})
	for _, test := range tests {
		f, _ := ByName(test.flavour)
		if got := f.Warnings(deck); !slices.Equal(got, test.want) {
			t.Errorf("%s warns of %v, want %v", test.flavour, got, test.want)
		}
	}
}

// TestPowerPointSetsPicturesApart looks at what Pandoc gets, which shows no picture
// in a list or behind white space.
func TestPowerPointSetsPicturesApart(t *testing.T) {
	for source, want := range map[string]string{
		"- ![a](b.png)":                     "![a](b.png)<!-- -->",
		"- one\n- ![a](b.png)\n- two":       "- one\n\n![a](b.png)<!-- -->\n\n- two",
		"- ![a](b.png)\n- ![c](d.png)":      "![a](b.png)<!-- -->\n\n![c](d.png)<!-- -->",
		"1. one\n2. ![a](b.png)\n3. three":  "1. one\n2. ![a](b.png)<!-- -->\n3. three",
		"- one\n- two":                      "- one\n- two",
		"|a|\n|-|\n\n```ts\n\n```":          "| a |\n|---|",
		"![a](b.png)\n\n> - ```\n>   ```":   "![a](b.png)<!-- -->",
		"![a](b.png)&#160; #show":           "![a](b.png)<!-- -->",
		"![a\u00a0](b.png)":                 "![a](b.png)<!-- -->",
		"[![a\u00a0](b.png)](c) #show":      "[![a](b.png)](c)",
		"[![a](b.png) *so* it](c) is #show": "[![a](b.png)](c)\n\n[so it](c) is",
		"[![a](b.png) *so* ` `](c)it #show": "[![a](b.png)](c)\n\n[so](c) it",
		"[*![a](b.png)*\\\nso](c) #show":    "[![a](b.png)](c)\n\n[so](c)",
		"` ` [ ](c)![a](b.png) so #show":    "![a](b.png)<!-- -->\n\nso",
		"***![a](b.png)** so* x #show":      "![a](b.png)<!-- -->\n\nso x",
		"*so ![a](b.png)* x #show":          "so ![a](b.png) x",
		"![a](b.png) ![c](d.png)( #show":    "![a](b.png)<!-- -->\n\n![c](d.png)<!-- -->\n\n\\(",
	} {
		f, _ := ByName("pptx")
		_, got, _ := strings.Cut(string(f.Bytes(deckOf("## One\n\n"+source+"\n", Options{NoTitle: true}))), "## One\n")
		if got = strings.TrimSpace(got); got != want {
			t.Errorf("%q becomes\n%s\nwant\n%s", source, got, want)
		}
	}
}

func TestCodeBeginsNoFence(t *testing.T) {
	for _, name := range []string{"pandoc", "patat"} {
		f, _ := ByName(name)
		got := string(f.Bytes(deckOf("## One\n\n- a\\\n  ``` `x``y ``` b\n", Options{})))
		if strings.Contains(got, "\n  ```") || !strings.Contains(got, zeroWidth+"```") {
			t.Errorf("%s begins a line with a fence:\n%s", name, got)
		}
	}
}

func TestPandocPairsNoEscapedBackticks(t *testing.T) {
	f, _ := ByName("pandoc")
	got := string(f.Bytes(deckOf("## One\n\n- a \\` `<!--` b\n", Options{})))
	if !strings.Contains(got, "- a &#96; `<!--` b\n") {
		t.Errorf("pandoc would begin code at the first backtick:\n%s", got)
	}
}

// TestPandocPairsNoQuotationMarks writes quotation marks so that pandoc shows each as
// it is, and reads them back.
func TestPandocPairsNoQuotationMarks(t *testing.T) {
	f, _ := ByName("pandoc")
	for text, want := range map[string]string{
		"- ‘x":                   `- \‘x`,
		"- “x ”x":                `- \“x ”x`,
		"- ‘x and “y”, it’s":     `- \‘x and “y”, it’s`,
		"- “It’s so.” ‘No?’ “1”": "- “It’s so.” ‘No?’ “1”",
		"- “x ” “ x” “”":         `- \“x ” \“ x” \“”`,
		"- ‘x’s ‘it’s’ a‘b’":     `- \‘x’s \‘it’s’ a\‘b’`,
		"- “a ‘b’ c” “a “b” c”":  `- \“a ‘b’ c” \“a “b” c”`,
		"- „x“ »x« ”x” ’x’":      `- „x\“ »x« ”x” ’x’`,
		`- \\‘x`:                 `- \\\‘x`,
		"- `‘x` ‘":               "- `‘x` \\‘",
		"- [‘x](y) ![“x ”x](‘y)": `- [\‘x](y) ![\“x ”x](%E2%80%98y)`,
		"> ‘x\n> “x ”x":          "> \\‘x \\“x ”x",
		"|‘x|“y”|\n|-|-|\n|“|a|": "| \\‘x | “y” |\n|---|---|\n| \\“ | a |",
		"```\n‘x \\‘y\n```":      "```\n‘x \\‘y\n```",
	} {
		written := f.Bytes(deckOf("# ‘T\n\n## ‘x\n\n"+text+"\n\n‘Said.\n", Options{}))
		want = "---\ntitle: \"\\\\‘T\"\nslide-level: 2\n---\n\n## \\‘x\n\n::: notes\n\\‘Said.\n:::\n\n" + want + "\n"
		if got := string(written); got != want {
			t.Errorf("%q is written\n%s\nwant\n%s", text, got, want)
		}
		read, err := Read("pandoc", written)
		if err != nil {
			t.Fatal(err)
		}
		if again := string(f.Bytes(deckOf(string(read.Talk), Options{}))); again != want {
			t.Errorf("%q comes back as\n%s\nwant\n%s", text, again, want)
		}
	}
}

// TestRevealReadsNotesTwice looks for code of several lines in notes, which stands in
// one line: the plugin would read what is behind the first as Markdown.
func TestRevealReadsNotesTwice(t *testing.T) {
	for name, entity := range map[string]string{"reveal": "&#10;", "reveal-md": "&amp;#10;"} {
		f, _ := ByName(name)
		code := &talk.Code{Text: "d\ne"}
		got := string(f.Bytes(&Deck{Slides: []*Slide{{Blocks: []talk.Block{code}, Notes: []talk.Block{&talk.Code{Text: "c"}, code}}}}))
		shown, notes, _ := strings.Cut(got, "\nNote:\n")
		if !strings.Contains(shown, "```text\nd\ne\n```\n") || !strings.Contains(notes, "```text\nc\n```\n") || !strings.Contains(notes, ">d"+entity+"e") {
			t.Errorf("%s: code in notes is written\n%s", name, got)
		}
	}
}

func TestPandocNamesNoEntityInAnAddress(t *testing.T) {
	f, _ := ByName("pandoc")
	got := string(f.Bytes(deckOf("## One\n\n- http://a?b&copy..a http://a?b&copy=a&utm_x=1\n", Options{})))
	if !strings.Contains(got, "- http://a?b&copy\\..a <http://a?b&copy=a&utm_x=1>\n") {
		t.Errorf("pandoc would show a sign in an address:\n%s", got)
	}
}

func TestWarningsOfPowerPoint(t *testing.T) {
	for source, want := range map[string][]WarningKind{
		"- one\n\n![a](b.png)":                     nil,
		"- one\n\n| a |\n|---|":                    nil,
		"![a](b.png)\n\n- one":                     {BecomesMore},
		"- one\n\n![a](b.png)\n\n| a |\n|---|":     {BecomesMore},
		"![a](b.png) words #show":                  {BecomesMore},
		"[![a](b.png)](c)\n\nwords #show":          {BecomesMore},
		"[![a](b.png) words](c) #show":             {BecomesMore},
		"words ![a](b.png) #show":                  {NoImages},
		"- ![a](b.png)":                            nil,
		"- one\n- ![a](b.png)":                     nil,
		"- ![a](b.png)\n- one":                     {BecomesMore},
		"- one ![a](b.png)":                        {NoImages},
		"- one\n  - ![a](b.png)":                   {NoImages},
		"1. ![a](b.png)\n2. one":                   {NoImages},
		"> | a |\n> |---|":                         {NoTables},
		"- one\n\n  | a |\n  |---|\n\n![a](b.png)": {NoTables},
		"| ![a](b.png) |\n|---|":                   {NoImages},
	} {
		f, _ := ByName("pptx")
		var got []WarningKind
		for _, w := range f.Warnings(deckOf("## One\n\n"+source+"\n", Options{})) {
			got = append(got, w.Kind)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q warns of %v, want %v", source, got, want)
		}
	}
}

func TestRelocated(t *testing.T) {
	const source = "## A ![t](t.png)\n\n- ![a](a.png) and *![b](b.png)*\n\n> [![c](c.png)](https://example.com)\n\n| ![d](d.png) |\n|---|\n| ![e](e.png) |\n\nSaid ![f](f.png).\n"
	deck := deckOf(source, Options{})
	marp := marpFlavour(t)
	before := string(marp.Bytes(deck))
	moved := string(marp.Bytes(deck.Relocated(func(s string) string { return "../" + s })))
	if after := string(marp.Bytes(deck)); after != before {
		t.Errorf("the deck itself became\n%s", after)
	}
	for _, name := range []string{"t", "a", "b", "c", "d", "e"} {
		if !strings.Contains(moved, "](../"+name+".png)") {
			t.Errorf("%s.png stayed in\n%s", name, moved)
		}
	}
	if strings.Contains(moved, "../https") {
		t.Errorf("a link was moved in\n%s", moved)
	}
}

// separators are how many slides a file has, as far as it can be told without
// the tool: lines that end one, outside of comments and fences of code.
var separators = map[string]*regexp.Regexp{
	"slidev":       regexp.MustCompile(`(?m)^---`),
	"reveal":       regexp.MustCompile(`(?m)^---$`),
	"reveal-md":    regexp.MustCompile(`(?m)^---$`),
	"remark":       regexp.MustCompile(`(?m)^---?$`),
	"patat":        regexp.MustCompile(`(?m)^---$`),
	"deckset":      regexp.MustCompile(`(?m)^---$`),
	"presenterm":   regexp.MustCompile(`(?m)^<!-- end_slide -->$`),
	"slides":       regexp.MustCompile(`(?m)^---$`),
	"ia-presenter": regexp.MustCompile(`(?m)^---$`),
}

// inFence is a fence of code of whatever length.
var inFence = regexp.MustCompile("(?ms)^(`{3,})[^`\n]*\n.*?^`{3,}$")

// FuzzWriters looks at the files that any talk becomes: they are text without
// control characters, and as many slides are in them as the deck has.
func FuzzWriters(f *testing.F) {
	for _, seed := range []string{"# T\n\n## A\n\n- one\n\n```\n---\nNote: x\n```\n\nSaid --> {{ x }}\n\nNote: no\n", "---\ntitle: '--- a'\n---\n## A\n---\n- -\n\n???\n\n^ x\n",
		"1. > - a\n\n\ttext #show\n", "## *a*_b_ `c`#\n\n|a|\n|-|\n|`|`|\n", "## A\n\n- ```\n  ---\n  ```\n\n<!--\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		deck := New(markdown.Parse(source).Talk(), Options{})
		for _, flavour := range Flavours() {
			written := flavour.Bytes(deck)
			if control := bytes.IndexFunc(written, func(r rune) bool { return r != '\n' && r != '\t' && isControl(r) }); control >= 0 {
				t.Errorf("%s: %q holds a control character at %d", flavour.Name, written, control)
			}
			separator := separators[flavour.Name]
			if separator == nil {
				continue
			}
			text := written
			want := max(0, len(deck.Slides)-1)
			if bytes.HasPrefix(text, []byte("---\n")) {
				_, text, _ = bytes.Cut(text[4:], []byte("\n---\n"))
			}
			if flavour.Name == "presenterm" && titleFromHead(deck) {
				want = max(0, want-1)
			}
			if flavour.Name != "slides" && !strings.HasPrefix(flavour.Name, "reveal") {
				text = inFence.ReplaceAll(text, nil)
			}
			if flavour.Name == "slidev" {
				text = regexp.MustCompile(`(?s)<!--.*?-->`).ReplaceAll(text, nil)
			}
			if got := len(separator.FindAll(text, -1)); got != want {
				t.Errorf("%s: %d separators, want %d, in\n%s", flavour.Name, got, want, written)
			}
		}
	})
}

// longTalk is a talk of 60 sections and 9,000 words.
func longTalk(b *testing.B) *talk.Talk {
	b.Helper()
	var source strings.Builder
	source.WriteString("---\ntitle: A long talk\n---\n")
	for range 60 {
		source.WriteString("## A heading that says something (2m)\ngives: a thing to do\n\n- First *point* with `code` #story\n\n")
		source.WriteString(strings.Repeat("These are ten words that somebody says to an audience. ", 8) + "\n\n- Second point, see https://example.com/a_b\n  - below\n\n")
		source.WriteString(strings.Repeat("And ten more of them, which follow the second point. ", 7) + "[pause]\n\n")
	}
	t := markdown.Parse([]byte(source.String())).Talk()
	if words := t.Words(); words < 9000 {
		b.Fatalf("%d words", words)
	}
	return t
}

// BenchmarkExport exports a long talk in each flavour: in under 5 ms.
func BenchmarkExport(b *testing.B) {
	t := longTalk(b)
	for _, f := range Flavours() {
		b.Run(f.Name, func(b *testing.B) {
			for b.Loop() {
				f.Bytes(New(t, Options{}))
			}
		})
	}
}

// The options of a deck are seen in a file.
func TestOptionsReachTheFile(t *testing.T) {
	source := markdown.Parse([]byte("---\nmessage: Do it.\n---\n# T\n\n## A (1m)\ngives: a way\n\nSaid.\n")).Talk()
	deck := New(source, Options{NoTitle: true, Closing: true, Times: true})
	if deck.Length() != time.Minute {
		t.Errorf("the deck takes %v", deck.Length())
	}
	const want = "## A\n\n(1:00)\n\nSaid.\n\n## Do it.\n\n- a way\n"
	if f, _ := ByName("handout"); string(f.Bytes(deck)) != want {
		t.Errorf("got\n%s\nwant\n%s", f.Bytes(deck), want)
	}
}

package slides

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

// TestRead shows what of each tool becomes what of a talk.
func TestRead(t *testing.T) {
	tests := []struct {
		name, from, deck, want string
		kept                   []Kept
	}{
		{
			"notes, settings and a title slide of Marp", "marp",
			"---\nmarp: true\ntheme: gaia\n---\n\n<!-- _class: lead -->\n\n# Lids\n\nKitchen Days · 2027-03-01\n\n<!-- Good morning. -->\n\n---\n\n# Why\n\n![bg right](pot.jpg)\n\nOne *sentence*.\n\n<!-- _class: invert -->\n\n<!--\nI was\nthere.\n\n- Really.\n-->\n",
			"---\ntitle: \"Lids\"\nevent: \"Kitchen Days\"\ndate: 2027-03-01\n---\n\n# Lids\n\n<!-- marp: theme: gaia -->\n\nGood morning.\n\n## Why\n\n<!-- marp: ![bg right](pot.jpg) -->\n\n![](pot.jpg)\n\nOne *sentence*. #show\n\n<!-- marp: _class: invert -->\n\nI was there.\n\n\\- Really.\n",
			[]Kept{{0, "theme: gaia"}, {2, "![bg right](pot.jpg)"}, {2, "<!-- _class: invert -->"}},
		},
		{
			"names of emoji, several lines below a title, marks of HTML", "marp",
			"---\nmarp: true\n---\n\n# Lids\n\nby me\n\nat home :rocket:\n\n---\n\n- x<sub>2</sub> at 10:30:00, `:rocket:`, [](https://example.com)\n",
			"---\ntitle: \"Lids\"\n---\n\n# Lids\n\nby me #show\n\nat home 🚀 #show\n\n---\n\n<!-- marp: <sub> -->\n\n<!-- marp: [](https://example.com) -->\n\n- x2 at 10:30:00, `:rocket:`,\n",
			[]Kept{{2, "<sub>"}, {2, "[](https://example.com)"}},
		},
		{
			"a title slide with a subtitle, a name and notes", "marp",
			"---\nmarp: true\n---\n\n<!-- _class: lead -->\n\n# Night trains are back\n\n## Why we stopped flying\n\nby *me*\n\n<!-- Good evening. -->\n\n---\n\n## Why\n\n- a\n",
			"---\ntitle: \"Night trains are back\"\n---\n\n# Night trains are back\n\n#### Why we stopped flying\n\nby *me* #show\n\nGood evening.\n\n## Why\n\n- a\n",
			nil,
		},
		{
			"an event with its day, and more below it", "reveal",
			"# Lids\n\nKitchen Days · 2027-03-01\n\nby me\n\n---\n\nWhy?\n",
			"---\ntitle: \"Lids\"\nevent: \"Kitchen Days\"\ndate: 2027-03-01\n---\n\n# Lids\n\nby me #show\n\n---\n\nWhy? #show\n",
			nil,
		},
		{
			"no day that there is", "reveal",
			"# Lids\n\nKitchen Days · 2027-02-31\n",
			"---\ntitle: \"Lids\"\n---\n\n# Lids\n\nKitchen Days · 2027-02-31 #show\n",
			nil,
		},
		{
			"text below the first of many titles", "reveal",
			"# A\n\nhello\n\n---\n\n# B\n",
			"## A\n\nhello #show\n\n## B\n",
			nil,
		},
		{
			"a slide of text, and of a list of nothing", "pandoc",
			"% A\n\n*\n\nhello\n",
			"---\ntitle: \"A\"\n---\n\n# A\n\n##\n\nhello #show\n",
			nil,
		},
		{
			"a title, and slides with text alone", "reveal",
			"# A\n\n---\n\nhello\n\n---\n\nyou\n",
			"---\ntitle: \"A\"\n---\n\n# A\n\n##\n\nhello #show\n\n---\n\nyou #show\n",
			nil,
		},
		{
			"headings that divide", "marp",
			"---\nmarp: true\nheadingDivider: 2\n---\n# One\n\n- a\n\n## Two\n\n### Inside\n\n- b\n",
			"<!-- marp: headingDivider: 2 -->\n\n## One\n\n- a\n\n## Two\n\n#### Inside\n\n- b\n",
			[]Kept{{0, "headingDivider: 2"}},
		},
		{
			"Slidev's settings, cues, duration and hidden slides", "slidev",
			"---\ntheme: seriph\ntitle: Lids\nduration: 20min\n---\n\n# Lids\n\n---\nlayout: center\n---\n\n## Why\n\n<v-clicks>\n\n- one\n\n</v-clicks>\n\n```ts {1|2}\n---\n```\n\n<!--\nSay *this* [click] and \\[click\\] that.\n-->\n\n---\nhide: true\n---\n\n## Gone\n",
			"---\ntitle: \"Lids\"\nslot: 20m\n---\n\n# Lids\n\n<!-- slidev: theme: seriph -->\n\n## Why\n\n<!-- slidev: layout: center -->\n\n<!-- slidev: <v-clicks> -->\n\n- one\n\n<!-- slidev: ```ts {1|2} -->\n\n```ts\n---\n```\n\nSay *this* [click] and \\[click\\] that.\n\n## Gone #skip\n\n<!-- slidev: hide: true -->\n",
			[]Kept{{0, "theme: seriph"}, {2, "layout: center"}, {2, "<v-clicks>"}, {2, "```ts {1|2}"}, {3, "hide: true"}},
		},
		{
			"columns and type of Slidev", "slidev",
			"# It's so... \\'\n\nleft -- 'one'\n\n::right::\n\n```\n::right::\n```\n\n(c) me --- `don't`\n",
			"## It’s so… '\n\nleft – 'one' #show\n\n<!-- slidev: ::right:: -->\n\n```\n::right::\n```\n\n© me — `don't` #show\n",
			[]Kept{{1, "<!-- ::right:: -->"}},
		},
		{
			"times, notes and vertical slides of reveal.js", "reveal",
			"# Lids\n\n---\n\n<!-- .slide: data-timing=\"90\" data-background=\"red\" -->\n\n## Why\n\n- one <!-- .element: class=\"fragment\" -->\n\nNote: Say this.\n\n```\ncode\n```\n\n--\n\n- below\n",
			"---\ntitle: \"Lids\"\n---\n\n# Lids\n\n## Why (90s)\n\n<!-- reveal: .slide: data-background=\"red\" -->\n\n<!-- reveal: .element: class=\"fragment\" -->\n\n- one\n\nSay this.\n\n<!-- say -->\n\n```\ncode\n```\n\n<!-- /say -->\n\n##\n\n- below\n",
			[]Kept{{2, "<!-- .slide: data-background=\"red\" -->"}, {2, "<!-- .element: class=\"fragment\" -->"}},
		},
		{
			"separators of reveal-md", "reveal-md",
			"---\ntitle: Lids\nseparator: <!--s-->\nverticalSeparator: <!--v-->\nnotesSeparator: 'Speaker:'\n---\n\n# Lids\n\n<!--s-->\n\n## &amp;lt;b&amp;gt;\n\n- one\n\nSpeaker: two\n\n<!--v-->\n\n- three\n",
			"---\ntitle: \"Lids\"\n---\n\n# Lids\n\n<!-- reveal-md\nseparator: <!--s--\u200b>\nverticalSeparator: <!--v--\u200b>\nnotesSeparator: 'Speaker:'\n-->\n\n## \\<b>\n\n- one\n\ntwo\n\n---\n\n- three\n",
			[]Kept{{0, "separator: <!--s-->\nverticalSeparator: <!--v-->\nnotesSeparator: 'Speaker:'"}},
		},
		{
			"properties, classes and increments of remark", "remark",
			"class: center, middle\n\n# Lids\n\n---\nname: why\n\n## Why\n\n.red[hot] and `.not[a class]`\n\n--\n\n- more\n\n???\n\nSaid.\n\n---\nexclude: true\n\n## Gone\n",
			"---\ntitle: \"Lids\"\n---\n\n# Lids\n\n## Why\n\n<!-- remark: name: why -->\n\n<!-- remark: .red[] -->\n\nhot and `.not[a class]` #show\n\n<!-- remark: -- -->\n\n- more\n\nSaid.\n\n## Gone #skip\n\n<!-- remark: exclude: true -->\n",
			[]Kept{{2, "name: why"}, {2, ".red[]"}, {2, "--"}, {3, "exclude: true"}},
		},
		{
			"divs, pauses and attributes of Pandoc", "pandoc",
			"% Lids\n% Somebody\n% 2027-03-01\n\n# Part\n\n## Why {.red}\n\n- one\\ two\n\n. . .\n\n::: notes\n- a list\n\nA paragraph.\n:::\n\n---\n\n~~gone~~ H~2~O![lid](lid.jpg){width=50%}\n\n```{.go .numberLines}\nx\n```\n",
			"---\ntitle: \"Lids\"\nevent: \"Somebody\"\ndate: 2027-03-01\n---\n\n# Lids\n\n<!-- pandoc\nauthor: \"Somebody\"\ndate: \"2027-03-01\"\n-->\n\n## Part\n\n## Why\n\n<!-- pandoc: {.red} -->\n\n- one\u00a0two\n\n<!-- pandoc: . . . -->\n\n<!-- say -->\n\n- a list\n\n<!-- /say -->\n\nA paragraph.\n\n---\n\n<!-- pandoc: <sub> -->\n\n<!-- pandoc: {width=50%} -->\n\n~~gone~~ H2O![lid](lid.jpg) #show\n\n<!-- pandoc: ```{.go .numberLines} -->\n\n```go\nx\n```\n",
			nil,
		},
		{
			"Pandoc's escapes beyond ASCII", "pandoc",
			"---\ntitle: \"\\\\‘Lids\"\n---\n\n## \\‘Why\n\n- \\“x\\” \\—a \\€5 \\🚀b\\\u00a0c \\él \\½ *\\“x”* \\’s\n- `\\‘x` \\\\‘y \\\\\\‘z <b title=\"\\‘\">\\‘</b>\n- [\\‘x](y) ![\\‘z](z.png)\n\n| \\‘a |\n|---|\n| \\“ |\n\n```\n\\‘x\n```\n\n::: notes\n\\‘Said\\\n‘so\\‘\n:::\n",
			"---\ntitle: \"‘Lids\"\n---\n\n# ‘Lids\n\n## ‘Why\n\n- “x” —a €5 🚀b\u00a0c \\\\él \\\\½ *“x”* ’s\n- `\\‘x` \\\\‘y \\\\‘z **‘**\n- [‘x](y) ![‘z](z.png)\n\n| ‘a |\n|---|\n| “ |\n\n```\n\\‘x\n```\n\n‘Said  \n‘so‘\n",
			nil,
		},
		{
			"columns of Quarto", "quarto",
			"---\ntitle: Lids\nformat: revealjs\n---\n\n## Why\n\n:::: {.columns}\n::: {.column}\n- one\n:::\n::::\n\n::: {.notes}\nSaid.\n:::\n",
			"---\ntitle: \"Lids\"\n---\n\n# Lids\n\n<!-- quarto: format: revealjs -->\n\n## Why\n\n<!-- quarto: :::: {.columns} -->\n\n<!-- quarto: ::: {.column} -->\n\n- one\n\n<!-- quarto: ::: -->\n\n<!-- quarto: :::: -->\n\nSaid.\n",
			nil,
		},
		{
			"settings and notes of Deckset", "deckset",
			"theme: Next\nslidenumbers: true\n\n# Lids\n\n---\n\n# [fit] Why\n\n[.build-lists: true]\n\n- one\n\n^ Said.\n^ And *more*.\n\n![inline](pot.jpg)\n\n![left](lid.jpg)\n",
			"---\ntitle: \"Lids\"\n---\n\n# Lids\n\n<!-- deckset: theme: Next -->\n\n## \\[fit\\] Why\n\n<!-- deckset: [.build-lists: true] -->\n\n- one\n\n![](pot.jpg)\n\n<!-- deckset: ![left](lid.jpg) -->\n\n![](lid.jpg)\n\nSaid. And *more*.\n",
			nil,
		},
		{
			"commands of presenterm", "presenterm",
			"---\ntitle: Lids\nsub_title: Why\n---\n\nFirst\n===\n\n- one\n\n<!-- pause -->\n\n<!-- speaker_note: Say this. -->\n\n<!-- end_slide -->\n\nSecond\n---\n\n<!--\nspeaker_note: |\n  One.\n\n  Two.\n-->\n",
			"---\ntitle: \"Lids\"\n---\n\n# Lids\n\n<!-- presenterm: sub_title: Why -->\n\nWhy #show\n\n## First\n\n- one\n\n<!-- presenterm: pause -->\n\nSay this.\n\n## Second\n\nOne.\n\nTwo.\n",
			nil,
		},
		{
			"headings of patat", "patat",
			"---\ntitle: Lids\npatat:\n  incrementalLists: true\n---\n\n# One\n\n- a\n\n<!-- Said. -->\n\n# Two\n\n- b\n",
			"<!-- patat\ntitle: Lids\npatat:\n  incrementalLists: true\n-->\n\n## One\n\n- a\n\nSaid.\n\n## Two\n\n- b\n",
			nil,
		},
		{
			"what would mean something in a talk is text", "marp",
			"---\nmarp: true\n---\n\n## Times (4m)\n\ngives: nothing\n\n- a #demo\n- [pause]\n\n---\n\n- b #story #nosuch\n\n<script>x()</script>\n\n<!-- [click] <b> -->\n",
			"## Times \\(4m)\n\ngives: nothing #show\n\n- a \\#demo\n- \\[pause\\]\n\n---\n\n- b \\#story #nosuch\n\n<!-- marp: <script>x()</script> -->\n\n\\[click\\] \\<b>\n",
			nil,
		},
		{
			"HTML that a browser reads", "marp",
			"---\nmarp: true\n---\n\n## A\n\n<div class=\"left\">\n\n- one <b>two</b><br>three\n\n</div>\n\n<img src=\"a.png\" width=\"30\" alt=\"a\">\n",
			"## A\n\n<!-- marp: <div class=\"left\"> -->\n\n- one **two**  \n  three\n\n<!-- marp: <img src=\"a.png\" width=\"30\" alt=\"a\"> -->\n\n![a](a.png)\n",
			nil,
		},
		{
			"a slide without anything", "marp",
			"---\nmarp: true\n---\n\n## A\n\n- a\n\n---\n\n---\n\n---\n\n- b\n",
			"## A\n\n- a\n\n###\n\n###\n\n---\n\n- b\n",
			nil,
		},
		{
			"a title slide that shows more", "marp",
			"---\nmarp: true\n---\n\n# Lids\n\n- one\n\n---\n\n# Why\n",
			"## Lids\n\n- one\n\n## Why\n",
			nil,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			read, err := Read(test.from, []byte(test.deck))
			if err != nil {
				t.Fatal(err)
			}
			if got := string(read.Talk); got != test.want {
				t.Errorf("the talk is\n%s\nwant\n%s", got, test.want)
			}
			if test.kept != nil && !slices.Equal(read.Kept, test.kept) {
				t.Errorf("kept is %q, want %q", read.Kept, test.kept)
			}
			made := markdown.Parse(read.Talk).Talk()
			if len(made.Problems) > 0 {
				t.Errorf("the talk has the problems %v", made.Problems)
			}
			// Windows has other line ends, and says the same.
			again, err := Read(test.from, []byte(strings.ReplaceAll(test.deck, "\n", "\r\n")))
			if err != nil || string(again.Talk) != string(read.Talk) {
				t.Errorf("with CRLF (%v) the talk is\n%s", err, again.Talk)
			}
		})
	}
}

// Each deck is known by its signs; what has few of them is not sure.
func TestDetect(t *testing.T) {
	tests := []struct {
		deck, want string
		sure       bool
	}{
		{"---\nmarp: true\n---\n# A\n", "marp", true},
		{"# A\n\n---\n\n<!-- _class: lead -->\n\n![bg](x.png)\n", "marp", true},
		{"---\ntheme: seriph\n---\n# A\n\n---\nlayout: center\n---\n\n## B\n", "slidev", true},
		{"# A\n\n---\n\n<!-- .slide: data-background=\"x\" -->\n\nNote: b\n", "reveal", true},
		{"---\ntitle: A\nrevealOptions:\n  transition: fade\n---\n\n# A\n\nNote: b\n", "reveal-md", true},
		{"class: center, middle\n\n# A\n\n---\n\n## B\n\n???\n\nSaid.\n", "remark", true},
		{"% A\n% Me\n\n# B\n\n::: notes\nSaid.\n:::\n", "pandoc", true},
		{"---\ntitle: A\nformat:\n  revealjs:\n    theme: dark\n---\n\n## B\n", "quarto", true},
		{"slidenumbers: true\nautoscale: true\n\n# A\n\n---\n\n^ Said.\n", "deckset", true},
		{"A\n===\n\n<!-- end_slide -->\n\nB\n===\n", "presenterm", true},
		{"---\npatat:\n  wrap: true\n---\n\n# A\n", "patat", true},
		{"# A\n\n- b\n\n---\n\n# C\n", "reveal", false},
		{"---\ntitle: A\n---\n\n# A\n\n---\n\n# B\n", "marp", false},
		{"# A talk\n\n## One\n\n- a\n", Outline, false},
		{"- a\n\t- b\n", Outline, false},
		{"---\ntitle: A\nslot: 20m\n---\n\n## B\n\n---\n\n- c\n", Outline, false},
		{"## A\n\nText. #show\n\n---\n\n<!-- _class: in another file -->\n", Outline, false},
		{"```\n---\nmarp: true\n???\n<!-- end_slide -->\n```\n", Outline, false},
		{"Hi,\n\nname: the new timetable. Points:\n\n- night trains\n- prices\n\nBest, Ann\n--\nAnn Speaker\n", Outline, false},
		{"name: Ann\n\nHi,\n\n^ see above .b[c]\n\n. . .\n\nNotes: none\n", Outline, false},
		{"Hi.\n\n```\n# no heading\n---\n```\n\n--\nAnn\n", Outline, false},
		{"Hi.\n\n???\n\nSaid.\n", "remark", true},
		{"Hi.\n\n<!-- _class: lead -->\n", "marp", true},
		{"", Outline, false},
		{"a\x00b", Outline, false},
	}
	for _, test := range tests {
		if got, sure := Detect([]byte(test.deck)); got != test.want || sure != test.sure {
			t.Errorf("%q is %s (sure: %v), want %s (%v)", test.deck, got, sure, test.want, test.sure)
		}
	}
}

// What is looked for first to save time is in every text with the sign.
func TestCluesHaveTheirParts(t *testing.T) {
	texts := []string{"\n--", "\n. . .", "a\n.b[", "\t.b[", "\n^a", "\n^ a", "::right::", "<Toc>", "<Tweet>", "<Youtube>", "<SlidevVideo>", "<v-clicks>", "<a v-click>",
		"::: columns", ":::: {.notes}", "# [fit] a", "![fit](a)", "![inline](a)", "[.a: b]", "<!-- pause -->", "<!--column: 1", "<!-- say -->", "<!-- /say -->", "a #show", "gives: a", "meets: a", "makes: a", "Note:", "notes:", "----", "<!-- end_slide -->"}
	for _, f := range Flavours() {
		if f.read != nil {
			texts = append(texts, string(f.Bytes(deckOf("# T\n\n## A (90s)\n\n- one\n\nSaid [click] so.\n\n![x](x.png)\n", Options{}))))
		}
	}
	found := map[string]bool{}
	for _, c := range clues() {
		for _, text := range texts {
			text = "\n" + text + "\n"
			if c.sign.MatchString(text) {
				found[c.sign.String()] = true
				if !c.isIn(text) {
					t.Errorf("%q is in %q, and none of %q", c.sign, text, c.parts)
				}
			}
		}
		if len(c.parts) > 0 && !found[c.sign.String()] {
			t.Errorf("%q is in none of the texts", c.sign)
		}
	}
}

// Whatever is exported is known again, where the tool has signs at all.
func TestDetectsWhatIsWritten(t *testing.T) {
	deck := deckOf("---\ntitle: T\n---\n\n## A (90s)\n\n- one\n\nSaid [click] so.\n\n### B\n\n![x](x.png)\n\nAnd more.\n", Options{})
	for _, name := range []string{"marp", "slidev", "reveal", "remark", "pandoc", "quarto", "deckset", "presenterm"} {
		f, _ := ByName(name)
		if got, sure := Detect(f.Bytes(deck)); got != name || !sure {
			t.Errorf("%s is taken for %s (sure: %v)\n%s", name, got, sure, f.Bytes(deck))
		}
	}
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	if _, err := Read("keynote", nil); err == nil || !strings.Contains(err.Error(), "keynote") {
		t.Errorf("an unknown flavour is %v", err)
	}
	if _, err := Read("marp", []byte("%PDF-1.7")); !errors.Is(err, ErrNoText) {
		t.Errorf("a PDF is %v", err)
	}
	deck := deckOf("# T\n\n## A\n\n- a\n", Options{})
	html, _ := ByName("html")
	for _, page := range []string{string(html.Bytes(deck)), "<!DOCTYPE html>\n<p>---\n\n---\n\nNote: a\n", "\ufeff\n <?xml version='1.0'?>\n<!-- a\n-->\n<HTML lang=en>\n"} {
		for _, name := range append(Readable(), "") {
			if _, err := Read(name, []byte(page)); !errors.Is(err, ErrWebPage) {
				t.Errorf("%q read as %q is %v", page[:20], name, err)
			}
		}
		if name, sure := Detect([]byte(page)); name != Outline || sure {
			t.Errorf("%q is %s (sure: %v)", page[:20], name, sure)
		}
	}
	for _, begins := range []string{"<htmlish>\n", "<div>\n<html>\n", "# <!doctype html>\n"} {
		if _, err := Read("marp", []byte(begins)); err != nil {
			t.Errorf("%q is %v", begins, err)
		}
	}
	read, err := Read(Outline, []byte("One\n\n- a\n"))
	if err != nil || read.Flavour != Outline || !strings.Contains(string(read.Talk), "- a") {
		t.Errorf("an outline is %q (%v)", read, err)
	}
}

// Points in plain notes keep their lines, there and back.
func TestReadPlainPoints(t *testing.T) {
	const head = "---\nmarp: true\n---\n\n## A\n\n- a\n\n---\n\n## B\n\n"
	for _, test := range []struct{ note, want string }{
		{"Notes with a list:\n\n- breathe\n- smile", "Notes with a list:\n\n\\- breathe  \n\\- smile"},
		{"A list:\n- breathe\n- smile", "A list:  \n\\- breathe  \n\\- smile"},
		{"1. one\n2. two", "1\\. one  \n2\\. two"},
	} {
		deck := head + "<!--\n" + test.note + "\n-->\n"
		read, err := Read("marp", []byte(deck))
		if err != nil {
			t.Fatal(err)
		}
		if _, got, _ := strings.Cut(string(read.Talk), "## B\n\n"); got != test.want+"\n" {
			t.Errorf("%q becomes\n%q\nwant\n%q", test.note, got, test.want)
		}
		if again := string(marpFlavour(t).Bytes(deckOf(string(read.Talk), Options{}))); !strings.Contains(strings.ReplaceAll(again, zeroWidth, ""), "<!--\n"+test.note+"\n-->") {
			t.Errorf("%q is written again as\n%s", test.note, again)
		}
	}
}

// Below a title only what our own export writes is an event: a line that ends with
// its day. All else is shown, and the title slide stays one slide.
func TestReadEvent(t *testing.T) {
	const head = "---\ntitle: T\nevent: Kitchen Days\n"
	own := deckOf(head+"---\n\n## A\n\n- a\n", Options{})
	dated := deckOf(head+"date: 2027-03-01\n---\n\n## A\n\n- a\n", Options{})
	below := deckOf(head+"date: 2027-03-01\n---\n\n# T\n\nby me #show\n\nGood evening.\n\n## A\n\n- a\n", Options{})
	type test struct {
		from, deck, event string
		blocks            int
	}
	var tests []test
	for _, name := range []string{"marp", "slidev", "reveal", "reveal-md", "remark", "pandoc", "quarto", "deckset", "presenterm"} {
		f, _ := ByName(name)
		tests = append(tests, test{name, string(f.Bytes(own)), "", 1}, test{name, string(f.Bytes(dated)), "Kitchen Days", 1})
		if name != "presenterm" { // it has one line for what is below a title
			tests = append(tests, test{name, string(f.Bytes(below)), "Kitchen Days", 2})
		}
	}
	tests = append(tests,
		test{"marp", strings.Replace(string(marpFlavour(t).Bytes(dated)), "marp: true\n", "marp: true\ntheme: gaia\n", 1), "Kitchen Days", 1},
		test{"marp", "---\nmarp: true\n---\n\n# T\n\nAnn Speaker, 2026\n\n---\n\n## A\n", "", 1},
		test{"marp", "---\nmarp: true\ntheme: gaia\n---\n\n<!-- _class: lead -->\n\n# T\n\nAnn Speaker, 2026\n\n---\n\n## A\n", "", 1},
		test{"reveal", "# T\n\nhello\n\n---\n\n- a\n", "", 1},
	)
	for _, test := range tests {
		read, err := Read(test.from, []byte(test.deck))
		if err != nil {
			t.Fatal(err)
		}
		made := markdown.Parse(read.Talk).Talk()
		shown := New(made, Options{})
		if made.Deal.Event.Text != test.event || len(shown.Slides) != 2 || read.Slides != 2 {
			t.Errorf("%s: the event is %q of %d slides, want %q of 2, in\n%s", test.from, made.Deal.Event.Text, len(shown.Slides), test.event, read.Talk)
		}
		if first := shown.Slides[0]; len(first.Blocks) != test.blocks || talk.PlainText(first.Title) != "T" || !first.Opening {
			t.Errorf("%s: the first slide shows %d blocks below %q, want %d, in\n%s", test.from, len(first.Blocks), talk.PlainText(first.Title), test.blocks, read.Talk)
		}
	}
}

// A title of Pandoc's settings is a line of its Markdown, whatever would end a heading.
func TestReadPandocTitle(t *testing.T) {
	for line, want := range map[string]string{
		"#": "#", "C #": "C #", "C ##": "C ##", "C#": "C#", "*Lids* #1": "Lids #1", "# Lids": "# Lids", `A \\#`: `A \#`, "- Lids": "- Lids", "![](x.png)": "![](x.png)",
	} {
		read, err := Read("pandoc", []byte("% "+line+"\n\n## A\n\n- a\n"))
		if err != nil {
			t.Fatal(err)
		}
		shown := New(markdown.Parse(read.Talk).Talk(), Options{})
		if got := talk.PlainText(shown.Slides[0].Title); got != want || read.Slides != 2 || len(shown.Slides) != 2 {
			t.Errorf("%q is %q of %d slides, want %q of 2, in\n%s", line, got, len(shown.Slides), want, read.Talk)
		}
	}
}

// What remark shows in steps is one slide: in the end it shows all of it.
func TestReadSteps(t *testing.T) {
	const deck = "# T\n\n---\n\n## Steps\n\n- First\n\n???\n\nOne.\n\n--\n\n- Second\n\n???\n\nTwo.\n\n--\nexclude: true\n\n- Third\n\n---\n\n## After\n"
	read, err := Read("remark", []byte(deck))
	if err != nil {
		t.Fatal(err)
	}
	const want = "---\ntitle: \"T\"\n---\n\n# T\n\n## Steps\n\n- First\n\n<!-- remark: -- -->\n\n- Second\n\n<!-- remark: -- -->\n\n<!-- remark: exclude: true -->\n\n- Third\n\nOne.\n\nTwo.\n\n## After\n"
	if got := string(read.Talk); got != want || read.Slides != 3 {
		t.Errorf("of %d slides the talk is\n%s\nwant\n%s", read.Slides, got, want)
	}
	if want := []Kept{{2, "--"}, {2, "--"}, {2, "exclude: true"}}; !slices.Equal(read.Kept, want) {
		t.Errorf("kept is %q, want %q", read.Kept, want)
	}
	made := deckOf(string(read.Talk), Options{})
	if len(made.Slides) != 3 || len(made.Slides[1].Blocks) != 3 || len(made.Slides[1].Notes) != 2 {
		t.Errorf("%d slides come of it", len(made.Slides))
	}
}

// The flavours that Read knows are those that are asked for, and no other.
func TestReadable(t *testing.T) {
	want := []string{"marp", "slidev", "reveal", "reveal-md", "remark", "pandoc", "quarto", "patat", "deckset", "presenterm", Outline}
	if got := Readable(); !slices.Equal(got, want) {
		t.Errorf("%q can be read, want %q", got, want)
	}
}

// A slide keeps its time whatever stands around it.
func TestReadTimes(t *testing.T) {
	const deck = "# T\n\n---\n\n<!-- .slide: data-timing=\"60\" -->\n\n## A\n\n- a\n\n---\n\n<!-- .slide: data-timing=\"30\" -->\n\n### B\n\n---\n\n<!-- .slide: data-timing=\"15\" -->\n\n- c\n\n---\n\n<!-- .slide: data-timing=\"20\" -->\n\n## D\n\n---\n\n<!-- .slide: data-timing=\"5\" -->\n\n### E\n"
	read, err := Read("reveal", []byte(deck))
	if err != nil {
		t.Fatal(err)
	}
	var got []time.Duration
	for _, s := range New(markdown.Parse(read.Talk).Talk(), Options{}).Slides {
		got = append(got, s.Time/time.Second)
	}
	if want := []time.Duration{0, 60, 30, 15, 20, 5}; !slices.Equal(got, want) {
		t.Errorf("the slides take %d seconds, want %d, in\n%s", got, want, read.Talk)
	}
}

// FuzzRead reads any bytes as a deck of each flavour: it ends, the talk can be
// read, and holds as many slides as the deck.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"---\nmarp: true\n---\n# A\n\n---\n<!-- b -->\n", "---\nlayout: x\n---\n# A\n---\nclass: b\n---\n<!-- c", "# A\n\n---\n\nNote: b\n\n--\n\n* c\n",
		"class: a\n\n.b[c [d] `]`]\n--\n???\n---\n", "% a\n\n::: notes\n```\n:::\n", "^ a\n^ b\n[.c: d]\n", "A\n===\n<!-- end_slide -->\n<!--\nspeaker_note: |\n  a\n-->\n",
		"<div>\n\n<b><i></b></i>\n<table><tr><td>x<table>\n<pre>\n<ul>a<li>b\n", "> - 1. # a\n\n|a|\n|-|\n|`|`|\n", "![a][b]\n\n[b]: <c> 'd'\n", "<!-- say -->\n## (4m) #core\n### #skip\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, deck []byte) {
		for _, name := range append(Readable(), "") {
			read, err := Read(name, deck)
			if errors.Is(err, ErrNoText) || errors.Is(err, ErrWebPage) {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if read.Flavour == Outline {
				continue
			}
			made := markdown.Parse(read.Talk).Talk()
			// A hidden slide is in no deck, and one beyond all measure in no table.
			if got := len(New(made, Options{}).Slides); got != read.Slides && !strings.Contains(string(read.Talk), "#skip") {
				t.Errorf("%s: %d slides are read, the talk has %d\n%s", name, read.Slides, got, read.Talk)
			}
			for _, p := range made.Problems {
				if p.Key != talk.TooDeep {
					t.Errorf("%s: the talk has the problem %v %q\n%s", name, p.Key, p.Arg, read.Talk)
				}
			}
		}
	})
}

// Marks that a talk's Markdown is not sure to read are left out, not written as HTML,
// which is text there.
func TestReadWritesNoTags(t *testing.T) {
	for _, line := range []string{
		"-<em>b <em>https://example.com/a_b</em>c</em>d",
		"a <em>b}</em><img src=\"x.png\" alt=\"\u00a0\">",
		"<img src=\"x.png\" alt=\"x\u00a0\"><em>{b</em>",
	} {
		read, err := Read("reveal", []byte("## A\n\n<p>"+line+"</p>\n"))
		if err != nil || strings.Contains(string(read.Talk), "<em>") {
			t.Errorf("%s comes back as\n%s%v", line, read.Talk, err)
		}
	}
}

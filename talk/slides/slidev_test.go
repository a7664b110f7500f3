package slides

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

// What Slidev's build takes for the name of a module, and what it takes along.
func TestSlidevPictures(t *testing.T) {
	for _, test := range []struct{ destination, tag, script, back string }{
		{"cat.png", `:src="picture1"`, "./cat.png", "cat.png"},
		{"./a%20b.png", `:src="picture1"`, "./a b.png", "a b.png"},
		{"../img/x.SVG", `:src="picture1"`, `"../img/x.SVG"`, "../img/x.SVG"},
		{"it's.png", `:src="picture1"`, `./it's.png`, "it's.png"},
		{"https://example.com/a.png", "![cat](https://example.com/a.png)", "", "https://example.com/a.png"},
		{"HTTPS://EXAMPLE.COM/a.png", `:src="'HTTPS://EXAMPLE.COM/a.png'"`, "", "HTTPS://EXAMPLE.COM/a.png"},
		{"..", `:src="'..'"`, "", ".."},
		{"?x", `:src="'\u003fx'"`, "", "?x"},
		{"", `:src="''"`, "", ""},
		{"/abs.png", `:src="'/abs.png'"`, "", "/abs.png"},
		{"../../etc/passwd", `:src="'../../etc/passwd'"`, "", "../../etc/passwd"},
		{"a.png?raw", `:src="'a.png\u003fraw'"`, "", "a.png?raw"},
	} {
		slide := &Slide{Level: 2, Title: words("T"), Blocks: []talk.Block{&talk.Paragraph{
			BlockCommon: talk.BlockCommon{}, Inlines: []talk.Inline{&talk.Image{Destination: test.destination, Alt: "cat"}}}}}
		written := string(slidev().Bytes(&Deck{Title: "T", Slides: []*Slide{slide}}))
		if !strings.Contains(written, test.tag) {
			t.Errorf("%q: no %s in\n%s", test.destination, test.tag, written)
		}
		if (test.script == "") == strings.Contains(written, "<script") || !strings.Contains(written, test.script) {
			t.Errorf("%q: another script than %q in\n%s", test.destination, test.script, written)
		}
		read, err := Read("slidev", []byte(written))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(read.Talk), "script") || strings.Contains(string(read.Talk), "<!-- slidev: <") || strings.Contains(string(read.Talk), zeroWidth) {
			t.Errorf("%q comes back as\n%s", test.destination, read.Talk)
		}
		var back []string
		New(markdown.Parse(read.Talk).Talk(), Options{NoTitle: true}).Relocated(func(destination string) string {
			back = append(back, destination)
			return destination
		})
		if len(back) != 1 || back[0] != test.back {
			t.Errorf("%q comes back as %q in\n%s", test.destination, back, read.Talk)
		}
	}
}

// UnoCSS reads what is shown, the notes and the titles, each in another file.
func TestSlidevKeepsUnoCSSAway(t *testing.T) {
	for _, test := range []struct {
		name, talk string
		want       []string
	}{
		{"shown", "# T\n\n## A\n\n- n-(k-1)\n", []string{"\n---\n\n<!-- @unocss-ignore -->\n\n## A\n"}},
		{"code", "# T\n\n## A\n\n```\nfoo:(int)bar\n```\n", []string{"<!-- @unocss-ignore -->\n\n## A\n"}},
		{"said", "# T\n\n## A\n\nSo f-(x) it is.\n", []string{"\n---\nunocss: \"@unocss-ignore\"\n---\n\n## A\n"}},
		{"a title", "# T\n\n## Why n-(k-1)\n", []string{"\n## \u200b<!-- @unocss-ignore -->Why n-(k-1)\n"}},
		{"the talk's title", "# Why n-(k-1)\n", []string{"title: \"Why n-\\u200b(k-1)\"\n", "\n# \u200b<!-- @unocss-ignore -->Why n-(k-1)\n"}},
		{"a title that is a tag", "# Why \\<template>\n", []string{"title: \"Why \\\\<template>\"\n"}},
		{"plain words", "# T\n\n## A (2m)\n\n- one (two), [three](https://example.com)\n\nSaid, as we-all do.\n", nil},
	} {
		written := string(slidev().Bytes(New(markdown.Parse([]byte(test.talk)).Talk(), Options{})))
		for _, want := range test.want {
			if !strings.Contains(written, want) {
				t.Errorf("%s: no %q in\n%s", test.name, want, written)
			}
		}
		if test.want == nil && strings.Contains(written, unstyled) {
			t.Errorf("%s: UnoCSS is kept away in\n%s", test.name, written)
		}
		read, err := Read("slidev", []byte(written))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(read.Talk), "unocss") || strings.Contains(string(read.Talk), zeroWidth) {
			t.Errorf("%s comes back as\n%s", test.name, read.Talk)
		}
	}
}

// Only a cue is a click in notes.
func TestSlidevClicks(t *testing.T) {
	const source = "## A\n\nNow [click] and `[click]`, [click](https://example.com), and [x](<[Click:2]>).\n"
	written := string(slidev().Bytes(New(markdown.Parse([]byte(source)).Talk(), Options{})))
	if found := clickMark.FindAllString(written, -1); len(found) != 1 {
		t.Errorf("%d clicks are in\n%s", len(found), written)
	}
	read, err := Read("slidev", []byte("## A\n\n<!--\n<ul><li><a href=\"x\">[click]</a> now</li></ul>\n-->\n"))
	if err != nil || !strings.Contains(string(read.Talk), "[[click]](x) now") || strings.Contains(string(read.Talk), `\[click`) {
		t.Errorf("a click in HTML comes back as\n%s%v", read.Talk, err)
	}
}

// Vue takes white space out of the ends of a tag where no word is beside it.
func TestSlidevKeepsSpaceInTags(t *testing.T) {
	f := slidev()
	code, soft := &talk.CodeSpan{Text: "x"}, &talk.LineBreak{}
	link := &talk.Anchor{Destination: "https://example.com/", Children: []talk.Inline{code, soft}}
	line := &talk.Paragraph{Inlines: []talk.Inline{link, &talk.Text{Text: "y"}}}
	fenced := &talk.List{Tight: true, Items: []*talk.ListItem{{Blocks: []talk.Block{&talk.Code{Text: "z"}, line}}}}
	for _, test := range []struct {
		block talk.Block
		want  string
	}{
		{line, "[`x`](https://example.com/) y"},
		{fenced, "<code>x</code> " + zeroWidth + "</a>y"}, // HTML, since it begins with a fence
		{&talk.Paragraph{Inlines: []talk.Inline{&talk.Text{Text: "a"}, soft, &talk.Text{Text: "b"}}}, "\na b\n"},
	} {
		written := string(f.Bytes(&Deck{Slides: []*Slide{{Blocks: []talk.Block{test.block}}}}))
		if !strings.Contains(written, test.want) {
			t.Errorf("no %q in\n%s", test.want, written)
		}
	}
}

// Two pictures, each in a paragraph of its own, stay two.
func TestSlidevPicturesStayApart(t *testing.T) {
	const source = "## A\n\n![a](#top)\n\n![b](?x)\n"
	read, err := Read("slidev", slidev().Bytes(New(markdown.Parse([]byte(source)).Talk(), Options{NoTitle: true})))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(read.Talk); !strings.Contains(got, "![a](#top)\n\n![b](?x)\n") {
		t.Errorf("they come back as\n%s", got)
	}
}

// A link behind "^" is no footnote, and HTML in a list has no blank line.
func TestSlidevFootnotesAndBlankLines(t *testing.T) {
	for source, want := range map[string]string{
		"- up ^[there](https://example.com)":         `- up \^[there](https://example.com)`,
		"- up\n\n  ```\n  <!-- x\n\n  1. y\n  ```\n": "  <pre><code v-pre>&#60;!-- x&#10;&#10;1. y</code></pre>\n",
	} {
		written := string(slidev().Bytes(New(markdown.Parse([]byte("## A\n\n"+source+"\n")).Talk(), Options{})))
		if !strings.Contains(written, want) {
			t.Errorf("no %q in\n%s", want, written)
		}
	}
}

// What a build of Slidev leaves behind is told, once.
func TestSlidevPicturesLeftBehind(t *testing.T) {
	const source = "## A\n\n![a](50%25.png) ![a](a.png) ![b](https://example.com/b.png)\n\n## B\n\n- ![c](/abs/c.png) ![d](d%23.png)\n- ![a](50%25.png) ![e](#top)\n\nSaid.\n"
	deck := New(markdown.Parse([]byte(source)).Talk(), Options{NoTitle: true})
	base := t.TempDir()
	for _, name := range []string{"a.png", "50%.png", "d#.png"} {
		for _, folder := range []string{base, filepath.Join(base, "#1")} {
			if err := os.MkdirAll(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, name), nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, to := range []Publication{{Talk: filepath.Join(base, "talk.md")}, {Talk: filepath.Join(base, "talk.md"), Folder: filepath.Join(base, "decks")}} {
		_, missing, err := slidev().Publish(t.Context(), deck, to)
		want := []MissingImage{{[]int{1, 2}, "50%25.png", ErrOddName}, {[]int{2}, "/abs/c.png", ErrWholePath}, {[]int{2}, "d%23.png", ErrOddName}}
		if err != nil || !reflect.DeepEqual(missing, want) {
			t.Errorf("%+v: it tells of %v, %v", to, missing, err)
		}
	}
	if _, missing, _ := slidev().Publish(t.Context(), deck, Publication{Talk: filepath.Join(base, "#1", "talk.md"), Folder: base}); len(missing) != 4 || missing[1].Destination != "a.png" {
		t.Errorf("from a folder with an odd name it tells of %v", missing)
	}
	if _, missing, err := marpFlavour(t).Publish(t.Context(), deck, Publication{Talk: filepath.Join(base, "talk.md")}); len(missing) != 1 || missing[0].Destination != "/abs/c.png" || err != nil {
		t.Errorf("Marp, which shows them, tells of %v, %v", missing, err)
	}
	// A folder of its own takes a whole path along.
	if _, _, missing, err := slidev().Gather(t.Context(), deck, Publication{Talk: filepath.Join(base, "talk.md")}); err != nil || len(missing) != 3 || !errors.Is(missing[1].Reason, fs.ErrNotExist) {
		t.Errorf("gathered, it tells of %v, %v", missing, err)
	}
}

func TestSlidevLinkTitles(t *testing.T) {
	for source, want := range map[string][]Warning{
		"- [a](#3 \"third\")":                   {{NoLinkTitle, 1}},
		"- *[a](/3 \"third\")*":                 {{NoLinkTitle, 1}},
		"- [a](< #3> \"third\")":                {{NoLinkTitle, 1}},
		"- [a](#3)":                             nil,
		"- [a](https://example.com/ \"there\")": nil,
	} {
		if got := slidev().Warnings(New(markdown.Parse([]byte("## A\n\n"+source+"\n")).Talk(), Options{NoTitle: true})); !slices.Equal(got, want) {
			t.Errorf("%s warns of %v", source, got)
		}
	}
}

func TestPatatTellsOfNotes(t *testing.T) {
	if got := patat().Carries.String(); got != "plain notes from version 0.9 on, tables; no images" {
		t.Errorf("patat has %q", got)
	}
}

// Slidev puts the titles of all slides into one file, each on a line of its own.
func TestSlidevTitleIsNoPlace(t *testing.T) {
	if got := string(slidev().Bytes(deckOf("## ::right::\n\n- a\n", Options{}))); !strings.Contains(got, "## \\::right::\n") {
		t.Errorf("the title is a place in a layout:\n%s", got)
	}
}

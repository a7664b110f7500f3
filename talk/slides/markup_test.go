package slides

import (
	"strings"
	"testing"

	"talkgiver/talk"
)

func emphasised(level int, children ...talk.Inline) *talk.Emphasis {
	return &talk.Emphasis{Level: level, Children: children}
}

func plainText(s string) talk.Inline { return &talk.Text{Text: s} }

func TestMarpInlines(t *testing.T) {
	em, strong, gone := 1, 2, 0
	brk := &talk.LineBreak{Hard: true}
	tests := []struct {
		name    string
		inlines []talk.Inline
		want    string
	}{
		{"emphasis", []talk.Inline{plainText("a "), emphasised(em, plainText("b")), plainText(" c")}, "a *b* c"},
		{"inside a word", []talk.Inline{plainText("a"), emphasised(strong, plainText("b")), plainText("c")}, "a**b**c"},
		{"that CommonMark would not read", []talk.Inline{plainText("a"), emphasised(em, plainText("(b)")), plainText("c")}, "a<em>(b)</em>c"},
		{"around punctuation", []talk.Inline{emphasised(strong, plainText("Really?")), plainText(" Yes.")}, "**Really?** Yes."},
		{"both at once", []talk.Inline{emphasised(strong, emphasised(em, plainText("a")))}, "**_a_**"},
		{"beside its own kind", []talk.Inline{emphasised(em, plainText("a")), emphasised(em, plainText("b"))}, "<em>a</em><em>b</em>"},
		{"in its own kind", []talk.Inline{emphasised(strong, plainText("a ("), emphasised(strong, plainText("[b]")), plainText(") c"))}, `**a (<strong>\[b\]</strong>) c**`},
		{"with white space inside", []talk.Inline{plainText("a"), emphasised(em, plainText(" b ")), plainText("c")}, "a *b* c"},
		{"with a break inside", []talk.Inline{emphasised(gone, brk, plainText("a"), brk), plainText("b")}, "~~a~~\\\nb"},
		{"around nothing", []talk.Inline{plainText("a"), emphasised(em, plainText(" ")), plainText("b")}, "a b"},
		{"breaks at the ends and two of them", []talk.Inline{brk, plainText("a "), brk, brk, plainText(" b"), brk}, "a\\\nb"},
		{"a break before a sign", []talk.Inline{plainText("a"), brk, plainText("- b")}, "a\\\n\\- b"},
		{"a soft break is a space", []talk.Inline{plainText("a"), &talk.LineBreak{}, plainText("# b")}, "a # b"},
		{"code", []talk.Inline{&talk.CodeSpan{Text: "a"}, plainText(" "), &talk.CodeSpan{Text: "``"}, plainText(" "), &talk.CodeSpan{Text: " b "}}, "`a` ``` `` ``` `  b  `"},
		{"code beside code", []talk.Inline{&talk.CodeSpan{Text: "a"}, &talk.CodeSpan{Text: "b"}}, "`ab`"},
		{"code with a flag", []talk.Inline{&talk.CodeSpan{Text: "a*🇩🇪"}}, `<code>a\*🇩🇪</code>`},
		{"a link", []talk.Inline{&talk.Anchor{Destination: "a b(c)", Title: `"t"`, Children: []talk.Inline{plainText("[x]")}}}, `[\[x\]](<a b(c)> "\"t\"")`},
		{"a link that is its address", []talk.Inline{&talk.Anchor{Destination: "https://a.example/b", Children: []talk.Inline{plainText("https://a.example/b")}}}, "<https://a.example/b>"},
		{"a link in a link", []talk.Inline{&talk.Anchor{Destination: "a", Children: []talk.Inline{emphasised(em, &talk.Anchor{Destination: "b", Children: []talk.Inline{plainText("x")}})}}}, "[*x*](a)"},
		{"a link that is refused", []talk.Inline{&talk.Anchor{Destination: " JavaScript:alert(1)", Children: []talk.Inline{plainText("x")}}}, "x"},
		{"an address in a link", []talk.Inline{&talk.Anchor{Destination: "a", Children: []talk.Inline{plainText("see https://b.example")}}}, `[see https\:/\/b.example](a)`},
		{"an image", []talk.Inline{&talk.Image{Destination: "a.png", Alt: "a cat"}}, "![a cat](a.png)"},
		{"an image with settings", []talk.Inline{&talk.Image{Destination: "a.png", Alt: "bg left:33% cat"}}, "![\u200Bbg \u200Bleft:33% cat](a.png)"},
		{"an image with marks", []talk.Inline{&talk.Image{Destination: "a.png", Alt: "a <b> \"cat\""}}, `<img src="a.png" alt="a &lt;b&gt; &quot;cat&quot;">` + "\u200B"},
		{"an image that is refused", []talk.Inline{&talk.Image{Destination: "file:///a.png", Alt: "a cat"}}, "a cat"},
		{"an embedded image", []talk.Inline{&talk.Image{Destination: "data:image/png;base64,AA", Alt: "a cat"}}, "![a cat](data:image/png;base64,AA)"},
		{"text before an image", []talk.Inline{plainText("Wow!"), &talk.Anchor{Destination: "a", Children: []talk.Inline{plainText("x")}}}, `Wow\![x](a)`},
		{"a cue", []talk.Inline{plainText("a "), &talk.Cue{Click: true}, plainText(" b")}, "a b"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := marpBlocks(t, &talk.Paragraph{Inlines: test.inlines}); got != test.want+"\n" {
				t.Errorf("got\n\t%q, want\n\t%q", got, test.want+"\n")
			}
		})
	}
}

func TestMarpBlocks(t *testing.T) {
	para := func(s string) *talk.Paragraph { return &talk.Paragraph{Inlines: words(s)} }
	item := func(blocks ...talk.Block) *talk.ListItem { return &talk.ListItem{Blocks: blocks} }
	tests := []struct {
		name   string
		blocks []talk.Block
		want   string
	}{
		{"a fence in code", []talk.Block{&talk.Code{Info: "md extra", Text: "```\n---\n````\n"}}, "`````md\n```\n---\n````\n`````\n"},
		{"an odd language", []talk.Block{&talk.Code{Info: "a`b", Text: "x"}}, "```\nx\n```\n"},
		{"code with a family", []talk.Block{&talk.Code{Info: "go", Text: "a < b 👩‍👧\n\nc\n"}}, "<pre><code>a &lt; b 👩‍👧\n\nc</code></pre>\n"},
		{"an entry without words", []talk.Block{&talk.List{Tight: true, Items: []*talk.ListItem{item(), item(para("a"))}}}, "- a\n"},
		{"but a number counts", []talk.Block{&talk.List{Ordered: true, Start: 1, Tight: true, Items: []*talk.ListItem{item(), item(para("a"))}}}, "1.\n2. a\n"},
		{"numbers that CommonMark does not read", []talk.Block{&talk.List{Ordered: true, Start: 999_999_999, Tight: true, Items: []*talk.ListItem{item(para("a")), item(para("b"))}}}, "1. a\n2. b\n"},
		{"a loose list", []talk.Block{&talk.List{Items: []*talk.ListItem{item(para("a"), para("b")), item(para("c"))}}}, "- a\n\n  b\n\n- c\n"},
		{"a list of lists", []talk.Block{&talk.List{Tight: true, Items: []*talk.ListItem{item(&talk.List{Ordered: true, Start: 7, Tight: true, Items: []*talk.ListItem{item(para("a"))}})}}}, "- 7. a\n"},
		{"a number below text", []talk.Block{&talk.List{Tight: true, Items: []*talk.ListItem{item(para("a"), &talk.List{Ordered: true, Start: 7, Tight: true, Items: []*talk.ListItem{item(para("b"))}})}}}, "- a\n\n  7. b\n"},
		{"quotes beside each other", []talk.Block{&talk.Quote{Blocks: []talk.Block{para("a"), para("b")}}, &talk.Quote{Blocks: []talk.Block{para("c")}}}, "> a\n>\n> b\n\n> c\n"},
		{"a heading's closing signs", []talk.Block{&talk.Heading{Level: 4, Inlines: words("Issue #")}, &talk.Heading{Level: 5, Inlines: words("C#")}}, "#### Issue \\#\n\n##### C#\n"},
		{"a break in a heading", []talk.Block{&talk.Heading{Level: 4, Inlines: []talk.Inline{plainText("a"), &talk.LineBreak{Hard: true}, plainText("b")}}}, "#### a<br>b\n"},
		{"a ragged table", []talk.Block{&talk.Table{Align: []talk.Align{talk.AlignNone, talk.AlignCenter}, Header: [][]talk.Inline{words("a")}, Rows: [][][]talk.Inline{{words("b|c"), words("d"), words("e")}}}}, "| a |  |\n|---|:-:|\n| b\\|c | d |\n"},
		{"nothing to see", []talk.Block{para(" "), &talk.Quote{}, &talk.List{}, &talk.Table{}, &talk.Heading{Level: 4}}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := marpBlocks(t, test.blocks...); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// Markdown that is nested deeper than the tool reads goes on at the last level.
func TestMarpNestingEnds(t *testing.T) {
	var inner talk.Block = &talk.Paragraph{Inlines: words("deep")}
	for range 30 {
		inner = &talk.Quote{Blocks: []talk.Block{&talk.List{Tight: true, Items: []*talk.ListItem{{Blocks: []talk.Block{inner}}}}}}
	}
	got := marpBlocks(t, inner)
	if want := strings.Repeat("> - ", marpNesting/3) + "> deep\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// marpBlocks returns what Marp's flavour writes for a slide of these blocks.
func marpBlocks(t *testing.T, blocks ...talk.Block) string {
	t.Helper()
	got, ok := strings.CutPrefix(string(marpFlavour(t).Bytes(&Deck{Slides: []*Slide{{Blocks: blocks}}})), "---\nmarp: true\n---\n")
	if !ok {
		t.Fatalf("no front matter in %q", got)
	}
	return strings.TrimPrefix(got, "\n")
}

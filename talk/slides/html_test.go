package slides

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

func htmlFlavour(t testing.TB) Flavour {
	t.Helper()
	f, ok := ByName("html")
	if !ok {
		t.Fatal("there is no flavour html")
	}
	return f
}

// htmlBody returns what the page shows, without the style and the script.
func htmlBody(t testing.TB, page []byte) string {
	t.Helper()
	_, body, ok := strings.Cut(string(page), "<main")
	body, _, found := strings.Cut(body, "</main>")
	if !ok || !found {
		t.Fatalf("no main part in\n%s", page)
	}
	return "<main" + body + "</main>\n"
}

// TestHTMLGolden holds the slides of a talk with everything in it to what a
// person has read and found right. go test ./talk/slides -update writes it.
func TestHTMLGolden(t *testing.T) {
	source, err := os.ReadFile("testdata/everything.talk.md")
	if err != nil {
		t.Fatal(err)
	}
	got := htmlBody(t, htmlFlavour(t).Bytes(New(markdown.Parse(source).Talk(), Options{})))
	const golden = "testdata/everything.html"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is\n%s\nwant\n%s", golden, got, want)
	}
}

func TestHTMLBlocks(t *testing.T) {
	para := func(inlines ...talk.Inline) *talk.Paragraph { return &talk.Paragraph{Inlines: inlines} }
	item := func(blocks ...talk.Block) *talk.ListItem { return &talk.ListItem{Blocks: blocks} }
	link := func(destination string) *talk.Paragraph {
		return para(&talk.Anchor{Destination: destination, Children: words("x &lt; <b>")})
	}
	tests := []struct {
		name  string
		block talk.Block
		want  string
	}{
		{"markup is text", para(plainText("<script>alert(1)</script> &lt; \"a\"")), "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; &#34;a&#34;</p>"},
		{"a link", link("https://a.example/?a=1&copy=2"), `<p><a href="https://a.example/?a=1&amp;copy=2" rel="noreferrer noopener" target="_blank">x &amp;lt; &lt;b&gt;</a></p>`},
		{"mail", link("mailto:a@example.com"), `<p><a href="mailto:a@example.com">x &amp;lt; &lt;b&gt;</a></p>`},
		{"a script is no link", link("javascript:alert(1)"), "<p>x &amp;lt; &lt;b&gt;</p>"},
		{"however it is written", link(" JAVA\tSCRIPT:alert(1)"), "<p>x &amp;lt; &lt;b&gt;</p>"},
		{"data are no link", link("data:image/png;base64,AAAA"), "<p>x &amp;lt; &lt;b&gt;</p>"},
		{"nor is a file", link("file:///etc/passwd"), "<p>x &amp;lt; &lt;b&gt;</p>"},
		{"nor what only a folder has", link("other.html"), "<p>x &amp;lt; &lt;b&gt;</p>"},
		{"nor an address without one", link("https:"), "<p>x &amp;lt; &lt;b&gt;</p>"},
		{"code", &talk.Code{Info: `go" onclick="x`, Text: "a < b\r\n\n"}, "<pre><code>a &lt; b\n\n</code></pre>"},
		{"a list from 0", &talk.List{Ordered: true, Tight: true, Items: []*talk.ListItem{item(para(plainText("a")))}}, "<ol start=\"0\">\n<li>a</li>\n</ol>"},
		{"two paragraphs in a tight entry", &talk.List{Tight: true, Items: []*talk.ListItem{item(para(plainText("a")), para(plainText("b")))}}, "<ul>\n<li><p>a</p>\n<p>b</p>\n</li>\n</ul>"},
		{"a heading below the slide's", &talk.Heading{Level: 4, Inlines: words("a")}, "<h3>a</h3>"},
		{"a picture that is held", para(&talk.Image{Destination: "a.png", Alt: `"a"`, Title: "t"}), `<p class="shown"><img src="data:image/png;base64,iVBORw0KGgo=" alt="&#34;a&#34;" title="t"></p>`},
		{"an entry that is one", &talk.List{Tight: true, Items: []*talk.ListItem{item(para(&talk.Image{Destination: "a.png", Alt: "a"}))}}, `<ul>` + "\n" + `<li class="bare"><img src="data:image/png;base64,iVBORw0KGgo=" alt="a"></li>` + "\n</ul>"},
		{"pictures in a row", &talk.List{Items: []*talk.ListItem{item(para(&talk.Image{Destination: "b.png", Alt: "b"})), item(para(&talk.Image{Destination: "b.png", Alt: "c"}))}}, "<ul class=\"row\">\n<li class=\"bare\"><p><span class=\"missing\">b</span></p>\n</li>\n<li class=\"bare\"><p><span class=\"missing\">c</span></p>\n</li>\n</ul>"},
		{"a picture that is not", para(&talk.Image{Destination: "b.png", Alt: "<b>"}), `<p><span class="missing">&lt;b&gt;</span></p>`},
		{"nor has words", para(&talk.Image{Destination: "a/b<i>.png"}), `<p><span class="missing">b&lt;i&gt;.png</span></p>`},
		{"nor is a file", para(&talk.Image{Destination: "data:text/html,<b>"}), `<p><span class="missing"></span></p>`},
		{"code in a language", &talk.Code{Info: "go", Text: "return \"</span>\" // 1\n"}, `<pre><code><span class="code-keyword">return</span> <span class="code-string">&#34;&lt;/span&gt;&#34;</span> <span class="code-comment">// 1</span>` + "\n</code></pre>"},
		{"who has said it", &talk.Quote{Blocks: []talk.Block{para(plainText("a")), para(plainText("— b"))}}, "<blockquote><p>a</p>\n<p class=\"by\">— b</p>\n</blockquote>"},
		{"a picture among words", para(plainText("a "), &talk.Image{Destination: "a.png"}), `<p>a <img src="data:image/png;base64,iVBORw0KGgo=" alt=""></p>`},
		{"who has said it, on a line", &talk.Quote{Blocks: []talk.Block{para(plainText("a"), &talk.LineBreak{}, plainText("— b"))}}, "<blockquote><p>a</p>\n<p class=\"by\">— b</p>\n</blockquote>"},
		{"a dash in a quote", &talk.Quote{Blocks: []talk.Block{para(plainText("— b"))}}, "<blockquote><p>— b</p>\n</blockquote>"},
		{"lists from right to left in each other", &talk.List{Tight: true, Items: []*talk.ListItem{
			item(para(plainText("שלום")), &talk.List{Tight: true, Items: []*talk.ListItem{item(para(plainText("one")))}}), item(para(plainText("two"))),
		}}, "<ul dir=\"auto\">\n<li>שלום\n\n<ul>\n<li>one</li>\n</ul></li>\n<li>two</li>\n</ul>"},
		{"from right to left", &talk.List{Tight: true, Items: []*talk.ListItem{item(para(plainText("שלום")))}}, "<ul dir=\"auto\">\n<li>שלום</li>\n</ul>"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			deck := &Deck{Slides: []*Slide{{Blocks: []talk.Block{test.block}}}, Images: map[string]Image{"a.png": {"image/png", []byte("\x89PNG\r\n\x1a\n")}}}
			_, got, _ := strings.Cut(htmlBody(t, htmlFlavour(t).Bytes(deck)), `<div class="flow">`)
			got, _, _ = strings.Cut(got, `</div></div><p class="number"`)
			if got = strings.TrimSpace(got); got != test.want {
				t.Errorf("got\n\t%s, want\n\t%s", got, test.want)
			}
		})
	}
}

func TestHTMLLooks(t *testing.T) {
	for source, want := range map[string]string{
		"# T\n": "opening", "## A\n": "statement", "## A\n\n- b\n": "", "## A\n\n> b\n": "", "## A\n\n---\n\n> b\n": "quotation",
		"## A\n\n![a](b.png)\n": "picture", "## A\n\n- ![a](b.png)\n": "picture", "## A\n\n- ![a](b.png)\n- c\n": "", "## A\n\n![a](b.png) ![a](c.png)\n": "",
	} {
		deck := deckOf(source, Options{})
		if got := htmlLook(deck.Slides[len(deck.Slides)-1]); got != want {
			t.Errorf("%q looks like %q, want %q", source, got, want)
		}
	}
}

// TestHTMLBeside looks at words that a picture stands beside.
func TestHTMLBeside(t *testing.T) {
	for source, want := range map[string]string{
		"- b\n- c\n\n![p](p.png)\n": "b c | p", "![p](p.png)\n\n- b\n": "p | b", "- b\n- ![p](p.png)\n": "b | p", "> b\n\n- ![p](p.png)\n": "b | p",
		"- b\n\n![p](gone.png)\n": "", "![p](p.png)\n": "", "- b\n": "", "- b\n\n![p](p.png)\n\n- c\n": "", "- ![p](p.png)\n- ![q](p.png)\n": "",
		"- b\n- ![q](p.png)\n- c\n\n![p](p.png)\n": "", "1. b\n2. ![p](p.png)\n": "", "```\nb\n```\n\n![p](p.png)\n": "", "| b |\n|---|\n\n![p](p.png)\n": "",
	} {
		deck := deckOf("## A\n\n"+source, Options{NoTitle: true})
		deck.Images = map[string]Image{"p.png": {"image/png", []byte("\x89PNG\r\n\x1a\n")}}
		doc, err := html.Parse(strings.NewReader(htmlBody(t, htmlFlavour(t).Bytes(deck))))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for n := range doc.Descendants() {
			if n.Parent == nil || n.Data != "div" || !slices.Contains(n.Parent.Attr, html.Attribute{Key: "class", Val: "beside"}) {
				continue
			}
			var words []string
			for inner := range n.Descendants() {
				if inner.Type == html.TextNode {
					words = append(words, strings.Fields(inner.Data)...)
				}
				for _, a := range inner.Attr {
					if a.Key == "alt" {
						words = append(words, a.Val)
					}
				}
			}
			got = append(got, strings.Join(words, " "))
		}
		if got := strings.Join(got, " | "); got != want {
			t.Errorf("%q has %q beside each other, want %q", source, got, want)
		}
	}
}

// TestHTMLCues finds the cues in the notes, and nowhere else.
func TestHTMLCues(t *testing.T) {
	body := htmlBody(t, htmlFlavour(t).Bytes(deckOf("## A\n\n- b\n\nSay *this* [click] and `[click]` wait. [pause 3]\n", Options{NoTitle: true})))
	want := `<p>Say <em>this</em> <span class="cue">[click]</span> and <code>[click]</code> wait. <span class="cue">[pause 3]</span></p>`
	if !strings.Contains(body, want) {
		t.Errorf("the notes are\n%s\nwant\n%s", body, want)
	}
	if n := strings.Count(body, "cue"); n != 2 {
		t.Errorf("%d cues", n)
	}
}

// TestHTMLPolicy computes the hashes of what the page holds as a browser does.
func TestHTMLPolicy(t *testing.T) {
	page := string(htmlFlavour(t).Bytes(deckOf("# T\n\n## A\n\nSaid.\n", Options{})))
	policy := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)
	if policy == nil {
		t.Fatal("the page has no policy")
	}
	directives := map[string][]string{}
	for _, directive := range strings.Split(html.UnescapeString(policy[1]), ";") {
		fields := strings.Fields(directive)
		directives[fields[0]] = fields[1:]
	}
	hashes := func(pattern string) []string {
		var all []string
		for _, element := range regexp.MustCompile(pattern).FindAllStringSubmatch(page, -1) {
			sum := sha256.Sum256([]byte(element[1]))
			all = append(all, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'")
		}
		return all
	}
	want := map[string][]string{
		"default-src": {"'none'"}, "img-src": {"data:"}, "base-uri": {"'none'"}, "form-action": {"'none'"},
		"script-src": hashes(`(?s)<script[^>]*>(.*?)</script>`), "style-src": hashes(`(?s)<style[^>]*>(.*?)</style>`),
	}
	if !reflect.DeepEqual(directives, want) || len(want["script-src"]) != 1 || len(want["style-src"]) != 3 {
		t.Errorf("the policy is %v, want %v", directives, want)
	}
	if regexp.MustCompile(`https?:|//[a-z]+\.|url\(|@import|<link|<base`).MatchString(page) {
		t.Error("the page leads somewhere")
	}
}

func TestHTMLWords(t *testing.T) {
	for _, words := range []htmlWords{htmlEnglish(), htmlGerman()} {
		v := reflect.ValueOf(words)
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("%s has no %s", words.Lang, v.Type().Field(i).Name)
			}
		}
	}
	en, de := htmlEnglish(), htmlGerman()
	if len(en.KeyList) != len(de.KeyList) {
		t.Errorf("%d and %d keys", len(en.KeyList), len(de.KeyList))
	}
	for lang, want := range map[string][3]string{
		"": {"en", "ltr", "en"}, "de": {"de", "ltr", "de"}, "de-AT": {"de-AT", "ltr", "de"}, "DE": {"DE", "ltr", "de"}, "he": {"he", "rtl", "en"}, "pt-BR": {"pt-BR", "ltr", "en"},
		"Deutsch": {"en", "ltr", "en"}, "en_US": {"en", "ltr", "en"}, `en" x="`: {"en", "ltr", "en"}, "de-": {"en", "ltr", "en"}, "1x": {"en", "ltr", "en"},
	} {
		if got := [3]string{htmlLang(lang), htmlDirection(lang), htmlWordsFor(lang).Lang}; got != want {
			t.Errorf("%q is written %q, want %q", lang, got, want)
		}
	}
}

// FuzzHTML reads the page of any talk as a browser does: it has a slide for each
// of the deck's, our script, and nothing that could run, load or lead astray.
func FuzzHTML(f *testing.F) {
	for _, seed := range []string{
		"# T\n\n## A\n\n- one\n\n```js\n</script>\n```\n\nSaid -->\n", "---\ntitle: '</title><script>x</script>'\nlang: '\"><b>'\n---\n## A\n---\n- -\n",
		"## A\n\n[x](javascript:alert(1)) ![y](data:image/png;base64,iVBORw0KGgo=) <svg onload=x> #show\n", "1. > - a\n\n\ttext #show\n\n|a|\n|:-:|\n|`|`|\n",
	} {
		f.Add([]byte(seed))
	}
	allowed := strings.Fields("h1 h2 h3 h4 h5 h6 p br em strong del code pre blockquote ul ol li table thead tbody tr th td a img span div section main")
	classes := strings.Fields("bare row missing cue by number code-comment code-string code-number code-keyword unseen")
	f.Fuzz(func(t *testing.T, source []byte) {
		deck := New(markdown.Parse(source).Talk(), Options{})
		deck.Embed(os.DirFS(t.TempDir()))
		page := htmlFlavour(t).Bytes(deck)
		doc, err := html.Parse(bytes.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		var sections, scripts int
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if n.Data == "script" {
				scripts++
			}
			inside := false
			for up := range n.Ancestors() {
				inside = inside || up.Data == "main"
			}
			if inside && !slices.Contains(allowed, n.Data) {
				t.Errorf("a slide holds <%s>", n.Data)
			}
			for _, a := range n.Attr {
				switch {
				case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "srcdoc":
					t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
				case a.Key == "href" && !regexp.MustCompile(`^(https?://|mailto:|tel:)`).MatchString(strings.ToLower(a.Val)):
					t.Errorf("a link leads to %q", a.Val)
				case a.Key == "src" && !strings.HasPrefix(a.Val, "data:image/"):
					t.Errorf("<%s> loads %q", n.Data, a.Val)
				case a.Key == "class" && n.Data != "section" && n.Data != "div" && inside && !slices.Contains(classes, a.Val):
					t.Errorf("<%s> has the class %q", n.Data, a.Val)
				}
			}
			if n.Data == "section" && inside {
				sections++
			}
		}
		if sections != len(deck.Slides) || scripts != min(1, len(deck.Slides)) {
			t.Errorf("%d slides and %d scripts for %d slides in\n%s", sections, scripts, len(deck.Slides), htmlBody(t, page))
		}
	})
}

// BenchmarkHTML exports a talk of 60 sections and 9,000 words: in under 5 ms.
func BenchmarkHTML(b *testing.B) {
	t := markdown.Parse([]byte(lengthyTalk())).Talk()
	if words := t.Words(); words < 9000 {
		b.Fatalf("%d words", words)
	}
	f := htmlFlavour(b)
	for b.Loop() {
		f.Bytes(New(t, Options{}))
	}
}

// lengthyTalk is a talk of 60 sections and 9,000 words.
func lengthyTalk() string {
	var source strings.Builder
	source.WriteString("---\ntitle: A long talk\n---\n")
	for range 60 {
		source.WriteString("## A heading that says something (2m)\ngives: a thing to do\n\n- First *point* with `code` #story\n\n")
		source.WriteString(strings.Repeat("These are ten words that somebody says to an audience. ", 8) + "\n\n- Second point, see https://example.com/a_b\n  - below\n\n")
		source.WriteString(strings.Repeat("And ten more of them, which follow the second point. ", 7) + "[pause]\n\n")
	}
	return source.String()
}

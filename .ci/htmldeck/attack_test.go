package htmldeck

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"talkgiver/talk/markdown"
	"talkgiver/talk/slides"
)

// TestDrawingsRunNothing embeds SVG pictures, which can hold scripts, styles and
// addresses: shown as pictures they run and load nothing.
func TestDrawingsRunNothing(t *testing.T) {
	const harm = "parent.pwned=1;top.pwned=1;window.pwned=1"
	drawings := map[string]string{
		"script.svg":  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="` + harm + `"><script>` + harm + `</script></svg>`,
		"frame.svg":   `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://example.com/"/><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="` + harm + `"/></foreignObject></svg>`,
		"address.svg": `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><image xlink:href="https://example.com/a.png" width="9" height="9"/><use href="https://example.com/b.svg#c"/><style>@import "https://example.com/d.css"; rect { fill: url(https://example.com/e.svg#f) }</style><rect width="9" height="9"/></svg>`,
		"sheet.svg":   `<?xml version="1.0"?><?xml-stylesheet href="https://example.com/a.css"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><animate onbegin="` + harm + `" attributeName="x" dur="1s"/><set attributeName="href" to="javascript:` + harm + `"/><text>&x;</text></svg>`,
	}
	files := fstest.MapFS{}
	var source strings.Builder
	for name, drawing := range drawings {
		files[name] = &fstest.MapFile{Data: []byte(drawing)}
		fmt.Fprintf(&source, "## %s\n\n- ![drawing](%s)\n- ![the same](data:image/svg+xml;base64,%s)\n\n", name, name, base64.StdEncoding.EncodeToString([]byte(drawing)))
	}
	deck := slides.New(markdown.Parse([]byte(source.String())).Talk(), slides.Options{})
	if missing := deck.Embed(files); len(missing) > 0 {
		t.Fatal(missing)
	}
	p := start(t).open(html(t, deck)).fitted()
	if n := p.text("document.querySelectorAll('.flow img').length"); n != fmt.Sprint(2*len(drawings)) {
		t.Fatalf("%s pictures", n)
	}
	p.press("ArrowRight", "ArrowRight", "o", "Escape", "End")
	p.wait("[...document.images].every((image) => image.complete)")
	if p.is("window.pwned") {
		t.Error("a drawing ran something")
	}
	// Whatever it asked for, p complains about at the end.
}

// TestDisguisedPicturesAreWords names what is no picture as one.
func TestDisguisedPicturesAreWords(t *testing.T) {
	page := base64.StdEncoding.EncodeToString([]byte("<script>window.pwned=1</script>"))
	var source strings.Builder
	for i, destination := range []string{
		"data:text/html;base64," + page, "data:image/svg+xml;base64," + page, "data:image/svg+xml,%3Csvg/onload=window.pwned=1%3E", "data:image/png;base64,AAAA\" onerror=\"window.pwned=1",
		"javascript:window.pwned=1", "https://example.com/a.png", "//example.com/a.png", "file:///etc/passwd", "/etc/passwd", "../../etc/passwd", "page.png", "blob:https://example.com/1", "\\\\\\\\host\\\\share\\\\a.png",
	} {
		fmt.Fprintf(&source, "## %d\n\n- ![words](<%s> \"a\\\" srcset=\\\"https://example.com/2.png 2x\")\n\n", i, destination)
	}
	deck := slides.New(markdown.Parse([]byte(source.String())).Talk(), slides.Options{})
	missing := deck.Embed(fstest.MapFS{"page.png": {Data: []byte("<script>window.pwned=1</script>")}})
	if len(missing) != len(deck.Slides) {
		t.Errorf("%d of %d are named as missing: %v", len(missing), len(deck.Slides), missing)
	}
	p := start(t).open(html(t, deck)).fitted()
	if got := p.text("[document.querySelectorAll('.flow .missing').length, document.images.length]"); got != fmt.Sprintf("%d,0", len(deck.Slides)) {
		t.Errorf("words and pictures: %s of %d", got, len(deck.Slides))
	}
	if p.is("window.pwned") {
		t.Error("a picture ran something")
	}
}

// TestHostileHead puts harm where a talk says what it is called, in which
// language it is, and when and where it is given.
func TestHostileHead(t *testing.T) {
	b := start(t)
	for i, harm := range []string{
		"</title><script>window.pwned=1</script>", "\"><img src=x onerror=window.pwned=1>", "en\" onload=\"window.pwned=1", "${window.pwned=1}", "`;window.pwned=1//",
		"\u2028window.pwned=1\u2029", "<!--<script>", "]]><script>window.pwned=1</script>", "{{.Script}}", "<base href=https://example.com/>", "<meta http-equiv=refresh content=0;url=https://example.com/>",
		"</style><script>window.pwned=1</script>", "\\u003cscript\\u003ewindow.pwned=1\\u003c/script\\u003e", "&lt;script&gt;window.pwned=1&lt;/script&gt;", "<plaintext>", "<textarea>", "<noscript><p title=\"</noscript><img src=x onerror=window.pwned=1>\">",
	} {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			b.t = t
			quoted := "'" + strings.ReplaceAll(harm, "'", "''") + "'"
			source := "---\ntitle: " + quoted + "\nevent: " + quoted + "\nlang: " + quoted + "\ndate: " + quoted + "\nmessage: " + quoted + "\npromises:\n  - " + quoted + "\n---\n\n## A\n\n- b\n\nSaid.\n"
			d := slides.New(markdown.Parse([]byte(source)).Talk(), slides.Options{Closing: true})
			p := b.open(html(t, d)).fitted()
			if got, want := visible(p.text("document.title")), visible(harm); got != want {
				t.Errorf("the page is called %q, want %q", got, want)
			}
			if lang := p.text("document.documentElement.lang"); lang != "en" {
				t.Errorf("it is in %q", lang)
			}
			p.press("ArrowRight", "o", "Escape")
			s := p.speaker()
			if s.is("window.pwned") || p.is("window.pwned || document.querySelector('base, main script, meta[http-equiv=refresh]')") {
				t.Error("something got out of where it stood")
			}
			s.do("Page.close", with{}, nil)
		})
	}
	b.t = t
}

// TestHostileNotes reads hostile notes in the speaker's window, which copies them
// from the slides.
func TestHostileNotes(t *testing.T) {
	var source strings.Builder
	for i, harm := range []string{
		"<script>window.pwned=1</script>", "<img src=x onerror=window.pwned=1>", "</div></section></main><script>window.pwned=1</script>", "<svg><script>window.pwned=1</script></svg>",
		"<details open ontoggle=window.pwned=1>", "<form action=https://example.com/><input autofocus onfocus=window.pwned=1>", "<a href=javascript:window.pwned=1>x</a> [x](javascript:window.pwned=1)",
		"<style>*{display:none}</style>", "<template shadowrootmode=open><script>window.pwned=1</script></template>", "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
	} {
		fmt.Fprintf(&source, "## %d\n\n- shown\n\nRead %s [click]\n\n", i, harm)
	}
	p := start(t).open(deckOf(t, source.String()))
	s := p.speaker()
	for i := range 10 {
		s.wait(fmt.Sprintf("document.getElementById('which').textContent === '%d / 10'", i+1))
		if !strings.HasPrefix(s.content("notes"), "Read <") {
			t.Errorf("the notes are %q", s.content("notes"))
		}
		s.press("ArrowRight")
	}
	if s.is("window.pwned || document.querySelector('#notes :is(script, img, style, iframe, form, input, svg, details, template)')") || p.is("window.pwned") {
		t.Error("notes ran something")
	}
}

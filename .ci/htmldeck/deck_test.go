package htmldeck

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"talkgiver/talk/markdown"
	"talkgiver/talk/slides"
)

// source is a talk with one slide of each kind: seven slides, planned for 2:50.
const source = `---
title: The question nobody asks
event: Product Days
lang: en
---

Good morning. *All* of you.

## Belts existed, cars went without (1m)

- Ready in the workshop
- [Missing](https://example.com/road) on the road

I was there. It was cold.

## In code and figures (80s)

` + "```go\nif a < b && c {\n\treturn\n}\n```" + `

| Year | Belts |
|------|------:|
| 1958 | none  |

> Quoted

### A picture (30s)

- ![a red square](square.png)

## Nobody asks (30s)

## For questions #backup

- How many?

That many.

### And why? #backup
`

// square is a picture of one point, which a page scales as it likes.
const square = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=="

func html(t *testing.T, d *slides.Deck) []byte {
	t.Helper()
	f, ok := slides.ByName("html")
	if !ok {
		t.Fatal("there is no flavour html")
	}
	return f.Bytes(d)
}

func sample(t *testing.T) []byte {
	t.Helper()
	deck := slides.New(markdown.Parse([]byte(source)).Talk(), slides.Options{})
	picture, err := base64.StdEncoding.DecodeString(square)
	if err != nil {
		t.Fatal(err)
	}
	if warnings := deck.Embed(fstest.MapFS{"square.png": {Data: picture}}); len(warnings) > 0 {
		t.Fatal(warnings)
	}
	if len(deck.Slides) != 7 {
		t.Fatalf("the sample has %d slides", len(deck.Slides))
	}
	return html(t, deck)
}

// at is the number of the slide that is seen, and of no other.
func (p *page) at() string {
	p.t.Helper()
	return p.text(`[...document.querySelectorAll('.slide')].filter((s) => getComputedStyle(s).visibility === 'visible').map((s) => s.id).join()`)
}

func TestKeysMove(t *testing.T) {
	p := start(t).open(sample(t))
	if at := p.at(); at != "1" {
		t.Fatalf("the deck begins at %s", at)
	}
	for _, test := range []struct{ keys, at string }{
		{"ArrowRight", "2"}, {"ArrowDown", "3"}, {"PageDown", "4"}, {"Space", "5"}, {"n", "6"}, {"Enter", "7"}, {"ArrowRight", "7"},
		{"ArrowLeft", "6"}, {"ArrowUp", "5"}, {"PageUp", "4"}, {"Backspace", "3"}, {"Home", "1"}, {"ArrowLeft", "1"}, {"End", "7"},
		{"3 Enter", "3"}, {"0 6 Enter", "6"}, {"1 2 Enter", "6"}, {"0 Enter", "6"}, {"1 Backspace 2 Enter", "2"}, {"5 Escape Enter", "3"},
		{"o Escape", "3"}, {"щ ArrowRight Enter", "4"}, {"o End Enter", "7"}, {"o Home ArrowLeft o", "7"},
		{"? Escape", "7"}, {"? ?", "7"}, {"p Escape Home", "1"},
		{"b b", "1"}, {". ArrowRight", "2"},
	} {
		p.press(strings.Fields(test.keys)...)
		if at := p.at(); at != test.at {
			t.Errorf("after %q slide %s is seen, want %s", test.keys, at, test.at)
		}
	}
	if hash := p.text("location.hash"); hash != "#2" {
		t.Errorf("the address ends in %q", hash)
	}
	if said := p.text("document.getElementById('live').textContent"); said != "Slide 2 of 7: Belts existed, cars went without" {
		t.Errorf("a screen reader hears %q", said)
	}
}

func TestKeysOpenAndClose(t *testing.T) {
	p := start(t).open(sample(t))
	for key, id := range map[string]string{"o": "overview", "?": "help", "p": "print"} {
		p.press(key)
		if !p.is("document.getElementById('" + id + "').open") {
			t.Errorf("%q does not open %s", key, id)
		}
		p.press("Escape")
		if p.is("document.querySelector('dialog[open]')") {
			t.Errorf("%s is still open", id)
		}
	}
	if n := p.text("document.querySelectorAll('#overview button').length"); n != "7" {
		t.Errorf("the overview has %s slides", n)
	}
	p.press("b")
	if p.is("document.getElementById('blank').hidden") {
		t.Error("b leaves the screen as it is")
	}
	p.press("Escape")
	if !p.is("document.getElementById('blank').hidden") {
		t.Error("the screen stays blank")
	}
	p.press("9", "9")
	if typed := p.text("document.getElementById('toast').textContent"); typed != "99 ⏎" {
		t.Errorf("two figures show %q", typed)
	}
	p.press("Enter")
	if said := p.text("document.getElementById('toast').textContent"); said != "There is no slide 99" {
		t.Errorf("a slide that is not there: %q", said)
	}
}

func TestLinksKeepTheirKeys(t *testing.T) {
	p := start(t).open(sample(t))
	p.press("ArrowRight")
	p.eval("document.querySelector('.slide.current a').addEventListener('click', (e) => { e.preventDefault(); window.clicked = true })", nil)
	p.eval("document.querySelector('.slide.current a').focus()", nil)
	p.press("Enter")
	if !p.is("window.clicked") || p.at() != "2" {
		t.Errorf("Enter on a link: clicked %v, at slide %s", p.is("window.clicked"), p.at())
	}
	p.press("ArrowRight")
	if p.at() != "3" || p.text("document.activeElement.id") != "deck" {
		t.Errorf("at slide %s, and the focus is in %q", p.at(), p.text("document.activeElement.id"))
	}
}

func TestFingersSwipe(t *testing.T) {
	p := start(t).open(sample(t))
	p.do("Emulation.setTouchEmulationEnabled", with{"enabled": true}, nil)
	swipe := func(fromX, fromY, toX, toY int) {
		p.do("Input.dispatchTouchEvent", with{"type": "touchStart", "touchPoints": []with{{"x": fromX, "y": fromY}}}, nil)
		p.do("Input.dispatchTouchEvent", with{"type": "touchMove", "touchPoints": []with{{"x": toX, "y": toY}}}, nil)
		p.do("Input.dispatchTouchEvent", with{"type": "touchEnd", "touchPoints": []with{}}, nil)
	}
	for _, test := range []struct {
		from, to [2]int
		at       string
	}{
		{[2]int{600, 300}, [2]int{300, 310}, "2"},
		{[2]int{600, 300}, [2]int{590, 300}, "2"}, // a tap
		{[2]int{600, 500}, [2]int{500, 100}, "2"}, // up
		{[2]int{300, 300}, [2]int{600, 300}, "1"},
	} {
		swipe(test.from[0], test.from[1], test.to[0], test.to[1])
		if at := p.at(); at != test.at {
			t.Errorf("from %v to %v: slide %s, want %s", test.from, test.to, at, test.at)
		}
	}
}

func TestReloadStaysOnTheSlide(t *testing.T) {
	p := start(t).open(sample(t))
	p.press("3", "Enter")
	p.reload()
	if at := p.at(); at != "3" {
		t.Errorf("after a reload slide %s is seen", at)
	}
	p.eval("location.hash = '#5'", nil)
	p.wait("document.querySelector('.slide.current').id === '5'")
}

// TestNothingIsCutOff looks at a deck whose slides hold more and more.
func TestNothingIsCutOff(t *testing.T) {
	var talk strings.Builder
	talk.WriteString("# T\n")
	for i := range 12 {
		fmt.Fprintf(&talk, "\n## A heading for %d points\n\n", 1<<i)
		for j := range 1 << min(i, 8) {
			fmt.Fprintf(&talk, "- Point %d, which says something about a thing\n", j)
		}
		if i > 8 {
			talk.WriteString("\n```\n" + strings.Repeat("x", 1000<<(i-8)) + "\n```\n\n| " + strings.Repeat("a | ", 30) + "\n|" + strings.Repeat("---|", 30) + "\n| " + strings.Repeat("longword | ", 30) + "\n")
		}
	}
	p := start(t).open(html(t, slides.New(markdown.Parse([]byte(talk.String())).Talk(), slides.Options{})))
	p.wait("[...document.querySelectorAll('.slide')].every((s) => s.dataset.fit)")
	var fits []struct {
		Size float64
		Cut  int
	}
	p.eval(`[...document.querySelectorAll('.slide')].map((slide) => {
		const stage = slide.querySelector('.stage').getBoundingClientRect()
		const range = document.createRange()
		range.selectNodeContents(slide.querySelector('.flow'))
		const out = [...range.getClientRects()].filter((r) => r.width > 0 && (r.left < stage.left || r.top < stage.top || r.right > stage.right + 0.5 || r.bottom > stage.bottom))
		return { Size: Number(slide.dataset.fit), Cut: out.length }
	})`, &fits)
	if len(fits) != 13 {
		t.Fatalf("%d slides", len(fits))
	}
	for i, fit := range fits {
		if fit.Cut > 0 {
			t.Errorf("slide %d cuts off %d boxes at size %v", i+1, fit.Cut, fit.Size)
		}
	}
	if fits[1].Size != 1 || fits[12].Size > 0.5 {
		t.Errorf("the slides have the sizes %v", fits)
	}
}

func TestPaperHasAPageASlide(t *testing.T) {
	p := start(t).open(sample(t), "prefers-color-scheme", "dark")
	p.eval("window.print = () => { window.printed = (window.printed ?? 0) + 1 }", nil)
	for i, what := range []string{"slides", "notes"} {
		p.press("p")
		p.eval("document.querySelector('input[value="+what+"]').click()", nil)
		p.eval("document.querySelector('[data-do=paper]').click()", nil)
		if n := p.text("window.printed"); n != fmt.Sprint(i+1) {
			t.Fatalf("printed %s times", n)
		}
		pages, size := p.paper()
		if pages != 7 || size != []string{"960 540", "594.95996 841.91998"}[i] {
			t.Errorf("%s: %d pages of %s", what, pages, size)
		}
	}
}

// TestPaperCutsNothingOff reads a printed slide whose text had to become smaller.
func TestPaperCutsNothingOff(t *testing.T) {
	var talk strings.Builder
	talk.WriteString("## Far too much\n\n")
	for i := range 40 {
		fmt.Fprintf(&talk, "- Point%d that somebody wrote in a hurry, the night before the talk, in a hotel\n", i)
	}
	p := start(t).open(html(t, slides.New(markdown.Parse([]byte(talk.String())).Talk(), slides.Options{})))
	var printed struct{ Data []byte }
	p.do("Page.printToPDF", with{"preferCSSPageSize": true, "printBackground": true}, &printed)
	command := exec.Command("pdftotext", "-", "-")
	command.Stdin = bytes.NewReader(printed.Data)
	read, err := command.Output()
	if err != nil {
		t.Fatalf("%v: %v. Please run .ci/deps --ci", command, err)
	}
	for i := range 40 {
		if !strings.Contains(string(read), fmt.Sprintf("Point%d that", i)) {
			t.Errorf("point %d is not on the paper", i)
		}
	}
}

// paper prints, and returns how many pages there are and how large the first is,
// in points.
func (p *page) paper() (pages int, size string) {
	p.t.Helper()
	var printed struct{ Data []byte }
	p.do("Page.printToPDF", with{"preferCSSPageSize": true, "printBackground": true}, &printed)
	if box := regexp.MustCompile(`/MediaBox \[0 0 ([0-9. ]+)\]`).FindSubmatch(printed.Data); box != nil {
		size = string(box[1])
	}
	return len(regexp.MustCompile(`/Type /Page\b`).FindAll(printed.Data, -1)), size
}

// TestWithoutScript reads the deck where scripts are switched off.
func TestWithoutScript(t *testing.T) {
	b := start(t)
	p := b.open(sample(t))
	url := p.text("location.href.split('#')[0]")
	p.do("Emulation.setScriptExecutionDisabled", with{"value": true}, nil)
	p.visit(url)
	p.do("Emulation.setScriptExecutionDisabled", with{"value": false}, nil)
	if p.is("document.documentElement.classList.contains('live')") {
		t.Fatal("the script ran")
	}
	var tops []float64
	p.eval(`[...document.querySelectorAll('.slide, .notes')].map((s) => s.getBoundingClientRect()).filter((r) => r.width > 200 && r.height > 20).map((r) => r.top)`, &tops)
	if len(tops) != 7+3 {
		t.Errorf("%d slides and notes are seen", len(tops))
	}
	for i := 1; i < len(tops); i++ {
		if tops[i] <= tops[i-1] {
			t.Errorf("they do not stand one below another: %v", tops)
			break
		}
	}
	if p.text("getComputedStyle(document.querySelector('.controls')).display") != "none" {
		t.Error("buttons are seen that do nothing")
	}
}

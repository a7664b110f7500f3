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

// deckOf is the HTML deck of a talk, with a square and a wide picture beside it.
func deckOf(t *testing.T, source string) []byte {
	t.Helper()
	point, err := base64.StdEncoding.DecodeString(square)
	if err != nil {
		t.Fatal(err)
	}
	deck := slides.New(markdown.Parse([]byte(source)).Talk(), slides.Options{NoTitle: true})
	deck.Embed(fstest.MapFS{
		"square.png": {Data: point},
		"wide.svg":   {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="900" height="200"><rect width="900" height="200"/></svg>`)},
	})
	return html(t, deck)
}

// fitted waits until each slide has its size.
func (p *page) fitted() *page {
	p.t.Helper()
	p.wait("[...document.querySelectorAll('.slide')].every((s) => s.dataset.fit)")
	return p
}

// TestCuesStandOut looks for the cues where the speaker reads.
func TestCuesStandOut(t *testing.T) {
	p := start(t).open(deckOf(t, "## A\n\n- b\n\nI wait. [pause 3] Then I show it. [click]\n"))
	s := p.speaker()
	s.wait("document.querySelectorAll('#notes .cue').length === 2")
	if got := s.text("[...document.querySelectorAll('#notes .cue')].map((c) => c.textContent)"); got != "[pause 3],[click]" {
		t.Errorf("the cues are %q", got)
	}
	if !s.is("getComputedStyle(document.querySelector('#notes .cue')).color !== getComputedStyle(document.getElementById('notes')).color") {
		t.Error("a cue looks like what is said")
	}
	if p.is("document.querySelector('.flow .cue')") {
		t.Error("the audience sees a cue")
	}
}

// TestCodeKeepsItsLines looks at code that is a little too wide, and far too wide.
func TestCodeKeepsItsLines(t *testing.T) {
	code := func(n int) string {
		return "\n```go\n" + strings.Repeat("x", n) + "\nfunc f() { return \"" + strings.Repeat("x ", n/2-10) + "\" }\n```\n"
	}
	p := start(t).open(deckOf(t, "## A\n"+code(60)+"\n## B\n"+code(90)+"\n## C\n"+code(300))).fitted()
	var lines []float64
	p.eval(`[...document.querySelectorAll('.flow pre')].map((pre) => Math.round((pre.firstElementChild.getBoundingClientRect().height) / parseFloat(getComputedStyle(pre).lineHeight) / pre.getBoundingClientRect().width * pre.offsetWidth))`, &lines)
	if fmt.Sprint(lines[:2]) != "[2 2]" || lines[2] < 6 {
		t.Errorf("the code has %v lines, want 2, 2 and many", lines)
	}
	if !p.is(`[...document.querySelectorAll('.flow pre')].every((pre) => pre.scrollWidth <= pre.clientWidth)`) {
		t.Error("code is cut off at its right")
	}
	if n := p.text(`new Set([...document.querySelectorAll('.flow pre:first-of-type span, .flow pre:first-of-type code')].map((e) => getComputedStyle(e).color)).size`); n != "3" {
		t.Errorf("the code has %s colours, want 3", n)
	}
}

// TestScriptsRunTheirWay looks at which side of their words bullets stand.
func TestScriptsRunTheirWay(t *testing.T) {
	p := start(t).open(deckOf(t, "## שאלה\n\n- חגורות היו\n\n> ציטוט\n\n## English\n\n- words\n"))
	if got := p.text("[...document.querySelectorAll('.flow :is(ul, blockquote)')].map((e) => getComputedStyle(e).direction)"); got != "rtl,rtl,ltr" {
		t.Errorf("the blocks run %s", got)
	}
}

// TestPictureBesideItsWords looks at where pictures stand.
func TestPictureBesideItsWords(t *testing.T) {
	p := start(t).open(deckOf(t, "## A\n\n- one\n- two\n\n![square](square.png)\n\n## B\n\n- one\n- ![wide](wide.svg)\n\n## C\n\n- ![gone](gone.png)\n\n## D\n\n![square](square.png)\n\n## E\n\n| a |\n|---|\n| b |\n\n![square](square.png)\n")).fitted()
	var places []string
	p.eval(`[...document.querySelectorAll('.beside')].map((beside) => {
		const [words, picture] = [...beside.children].map((e) => e.getBoundingClientRect())
		return picture.left >= words.right ? 'beside' : picture.top >= words.bottom ? 'below' : 'over'
	})`, &places)
	if fmt.Sprint(places) != "[beside below]" {
		t.Errorf("the pictures stand %v", places)
	}
	if got := p.text("document.querySelector('.picture .missing').textContent"); got != "gone" {
		t.Errorf("a picture that is not there shows %q", got)
	}
	if height := p.text("Math.round(document.getElementById('4').querySelector('img').offsetHeight)"); height != "460" {
		t.Errorf("a picture alone is %s high", height)
	}
	// Whatever stands above it, a picture is in the middle of its room, as the window draws it.
	if off := p.text(`Math.max(...[...document.querySelectorAll('.flow img')].map((picture) => {
		const room = picture.closest('.beside > div, .flow').getBoundingClientRect(), at = picture.getBoundingClientRect()
		return Math.abs(room.left + room.right - at.left - at.right)
	})) < 2`); off != "true" {
		t.Error("a picture stands on one side of its room")
	}
}

// TestTelephone holds the deck upright on a telephone, where text must be large
// enough to read and nothing cut off, and prints it as from anywhere else.
func TestTelephone(t *testing.T) {
	b := start(t)
	p := b.open(sample(t))
	p.do("Emulation.setDeviceMetricsOverride", with{"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true}, nil)
	p.do("Emulation.setTouchEmulationEnabled", with{"enabled": true}, nil)
	p.wait("document.documentElement.classList.contains('upright')")
	p.fitted()
	p.press("2", "Enter")
	if size := p.text("Math.round(parseFloat(getComputedStyle(document.querySelector('.slide.current li')).fontSize) * document.querySelector('.slide.current .flow').getBoundingClientRect().width / document.querySelector('.slide.current .flow').offsetWidth)"); size != "17" {
		t.Errorf("words are %s pixels high, want 17", size)
	}
	if cut := p.text(cutOff); cut != "0" {
		t.Errorf("%s boxes are cut off", cut)
	}
	if !p.is("document.documentElement.scrollWidth <= 360 && document.getElementById('bar').getBoundingClientRect().height < 60") {
		t.Error("something is wider than the telephone")
	}
	if pages, size := p.paper(); pages != 7 || size != "960 540" {
		t.Errorf("%d pages of %s", pages, size)
	}
	p.wait("document.documentElement.classList.contains('upright')")
	p.do("Emulation.setDeviceMetricsOverride", with{"width": 740, "height": 360, "deviceScaleFactor": 2, "mobile": true}, nil)
	p.wait("!document.documentElement.classList.contains('upright')")
	p.fitted()
	if cut := p.text(cutOff); cut != "0" {
		t.Errorf("turned to its side %s boxes are cut off", cut)
	}
}

// cutOff counts what is seen of slides outside their stages.
const cutOff = `[...document.querySelectorAll('.slide')].flatMap((slide) => {
	const stage = slide.querySelector('.stage').getBoundingClientRect()
	const range = document.createRange()
	range.selectNodeContents(slide.querySelector('.flow'))
	return [...range.getClientRects()].filter((r) => r.width > 0 && (r.left < stage.left || r.top < stage.top || r.right > stage.right + 0.5 || r.bottom > stage.bottom))
}).length`

// TestClickerStartsTheShow presses what clickers send to begin, which would load
// the page anew.
func TestClickerStartsTheShow(t *testing.T) {
	p := start(t).open(sample(t))
	p.eval("window.stays = true; document.documentElement.requestFullscreen = () => { window.full = true; return Promise.resolve() }", nil)
	p.press("3", "Enter", "F5")
	if !p.is("window.full && window.stays") || p.at() != "3" {
		t.Errorf("F5: full screen %v, stays %v, at slide %s", p.is("window.full"), p.is("window.stays"), p.at())
	}
}

// TestSixtySlides opens the overview of a long talk and goes to its end.
func TestSixtySlides(t *testing.T) {
	var source strings.Builder
	for i := range 60 {
		fmt.Fprintf(&source, "## Section %d (1m)\n\n- A point\n\nWhat is said.\n\n", i+1)
	}
	p := start(t).open(deckOf(t, source.String())).fitted()
	p.press("o", "End", "Enter")
	if p.at() != "60" {
		t.Errorf("the last picture leads to slide %s", p.at())
	}
	s := p.speaker()
	s.wait("document.getElementById('which').textContent === '60 / 60'")
	if pages, _ := p.paper(); pages != 60 {
		t.Errorf("%d pages", pages)
	}
	if !s.is("document.getElementById('passed').scrollWidth <= document.getElementById('passed').clientWidth") {
		t.Error("the bar of slides is too wide")
	}
}

// TestBarOnATelephone looks how many rows the buttons take on an upright telephone:
// one under a finger, two where there is a mouse and so a use for all of them.
func TestBarOnATelephone(t *testing.T) {
	b := start(t)
	for _, lang := range []string{"en", "de"} {
		p := b.open(deckOf(t, "---\nlang: "+lang+"\n---\n\n# T\n\n## A\n\n- a\n\nSaid.\n\n"+strings.Repeat("## B\n\n- b\n\n", 120)))
		p.do("Emulation.setDeviceMetricsOverride", with{"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": false}, nil)
		p.wait("document.documentElement.classList.contains('upright')")
		rows := "new Set([...document.querySelectorAll('#bar button')].filter((b) => b.offsetWidth).map((b) => b.offsetTop)).size"
		if got := p.text(rows); got != "2" {
			t.Errorf("%s: with a mouse the buttons stand in %s rows", lang, got)
		}
		if !p.is("['back', 'next', 'overview', 'speaker', 'print', 'help'].every((does) => document.querySelector(`#bar [data-do=${does}]`).offsetWidth)") {
			t.Errorf("%s: with a mouse a button is not there", lang)
		}
		p.do("Emulation.setDeviceMetricsOverride", with{"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true}, nil)
		p.do("Emulation.setTouchEmulationEnabled", with{"enabled": true}, nil)
		p.wait("matchMedia('(pointer: coarse)').matches")
		if got := p.text(rows); got != "1" {
			t.Errorf("%s: under a finger the buttons stand in %s rows", lang, got)
		}
	}
}

package htmldeck

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"talkgiver/talk/slides"
)

// TestPolicyHolds tries from inside the page what a talk must never do.
func TestPolicyHolds(t *testing.T) {
	p := start(t).blank("")
	deck := string(sample(t))
	if !strings.Contains(deck, `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;`) {
		t.Error("the deck has no policy")
	}
	// Each of these would run or load something if the policy let it.
	evil := `<script>window.pwned = 'script'</script><img src="https://example.com/x.png" onerror="window.pwned = 'handler'">` +
		`<style>html { --pwned: style }</style><iframe srcdoc="<script>parent.pwned = 'frame'</script>"></iframe>` +
		`<link rel="stylesheet" href="https://example.com/x.css"><object data="https://example.com/x"></object><base href="https://example.com/">`
	broken := strings.Replace(deck, "<main", evil+"<main", 1)
	path := t.TempDir() + "/deck.html"
	if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	p.visit("file://" + path)
	p.wait("document.documentElement.classList.contains('live')")
	if p.is("window.pwned") || p.is("getComputedStyle(document.documentElement).getPropertyValue('--pwned')") {
		t.Errorf("the policy let through %q", p.text("window.pwned"))
	}
	if base := p.text("document.baseURI.split('#')[0]"); base != "file://"+path {
		t.Errorf("the base is %q", base)
	}
	p.watch.Lock()
	defer p.watch.Unlock()
	if len(p.problems) < 5 {
		t.Errorf("the browser complains %d times about what it has stopped", len(p.problems))
	}
	p.problems = nil
	for _, url := range p.requests {
		if strings.HasPrefix(url, "http") {
			t.Errorf("the page asked for %s", url)
		}
	}
	clear(p.requests)
}

// TestHostileTextIsText puts each text into each place, and compares what the
// browser has made of it with what the deck holds.
func TestHostileTextIsText(t *testing.T) {
	all := hostile()
	if len(all) < 200 {
		t.Fatalf("only %d texts", len(all))
	}
	b := start(t)
	for place, slide := range places {
		t.Run(place, func(t *testing.T) {
			deck := &slides.Deck{Title: all[0]}
			for _, s := range all {
				deck.Slides = append(deck.Slides, slide(s))
			}
			b.t = t
			p := b.open(html(t, deck))
			p.compare(deck)
			// Pointing at, focusing and opening everything wakes what sleeps in it.
			p.eval(`for (const e of document.querySelectorAll('.slide *')) {
				for (const event of ['mouseover', 'focus', 'toggle', 'load', 'error']) e.dispatchEvent(new Event(event))
			}`, nil)
			p.press("o", "Escape", "ArrowRight")
			if p.is("window.pwned") {
				t.Errorf("something ran: %s", p.text("window.pwned"))
			}
			if alien := p.text(aliens); alien != "" {
				t.Errorf("a slide holds %.300s", alien)
			}
		})
	}
	b.t = t
}

// aliens are elements and classes that no slide consists of.
const aliens = `(() => {
	const ours = new Set(['frame', 'stage', 'page', 'flow', 'number', 'notes', 'beside', 'wide', 'bare', 'row', 'by', 'missing', 'cue', 'straight', 'columns2', 'breaking', 'code-comment', 'code-string', 'code-number', 'code-keyword'])
	const elements = document.querySelectorAll('.slide :is(script, style, iframe, form, svg, object, embed, link, meta, base, template, math, details, input, button)')
	const classes = [...document.querySelectorAll('.slide [class]')].filter((e) => [...e.classList].some((name) => !ours.has(name)))
	return [...elements, ...classes].map((e) => e.outerHTML)
})()`

// TestBarriers lets axe look for what keeps people out.
func TestBarriers(t *testing.T) {
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Fatalf("%v. Please run .ci/deps --ci", err)
	}
	b := start(t)
	for _, scheme := range []string{"light", "dark"} {
		t.Run(scheme, func(t *testing.T) {
			b.t = t
			p := b.open(sample(t), "prefers-color-scheme", scheme, "prefers-reduced-motion", "reduce")
			p.wait("[...document.querySelectorAll('.slide')].every((s) => s.dataset.fit)")
			look := func(p *page, what string) {
				t.Helper()
				var found struct {
					Passes     int
					Violations []json.RawMessage
				}
				p.eval("axe.run().then((r) => ({ Passes: r.passes.length, Violations: r.violations.filter((v) => ['serious', 'critical'].includes(v.impact)).map((v) => [v.id, v.help, v.nodes.map((n) => n.html + n.failureSummary)]) }))", &found)
				if found.Passes < 5 {
					t.Errorf("%s: axe looked at %d things only", what, found.Passes)
				}
				for _, v := range found.Violations {
					t.Errorf("%s: %.900s", what, v)
				}
			}
			p.eval(string(axe), nil)
			for i := range 7 {
				look(p, "slide "+string(rune('1'+i)))
				p.press("ArrowRight")
			}
			for _, key := range []string{"o", "?", "p"} {
				p.press(key)
				look(p, key)
				p.press("Escape")
			}
			s := p.speaker()
			s.do("Emulation.setEmulatedMedia", with{"features": []with{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
			s.eval(string(axe), nil)
			look(s, "the speaker's window")
			s.press("t")
			s.wait("document.getElementById('drift').className !== 'ready'")
			look(s, "the running clock")
		})
	}
	b.t = t
}

package htmldeck

import (
	"strings"
	"testing"

	"talkgiver/talk/markdown"
	"talkgiver/talk/slides"
)

// speaker opens the speaker's window of a deck and watches it.
func (p *page) speaker() *page {
	p.t.Helper()
	own := p.text("location.href.split('#')[0]")
	type info struct{ TargetID, URL string }
	find := func() []info {
		var all struct {
			TargetInfos []info
		}
		p.call("", "Target.getTargets", with{}, &all)
		var found []info
		for _, t := range all.TargetInfos {
			if t.URL == own+"#speaker" {
				found = append(found, t)
			}
		}
		return found
	}
	p.until("an earlier window to be gone", func() bool { return len(find()) == 0 })
	// A key press of a person is what lets a page open a window. One that comes while
	// the page does not know yet that an earlier window is gone goes to that.
	p.until("the speaker's window", func() bool {
		p.press("s")
		return len(find()) == 1
	})
	s := p.attach(find()[0].TargetID, own)
	s.wait("document.getElementById('speaker')?.hidden === false")
	s.wait("document.getElementById('which').textContent !== ''")
	return s
}

func (p *page) content(id string) string {
	p.t.Helper()
	return strings.TrimSpace(p.text("document.getElementById('" + id + "').textContent"))
}

func TestSpeakerWindowFollowsAndLeads(t *testing.T) {
	p := start(t).open(sample(t))
	s := p.speaker()
	s.wait("document.getElementById('which').textContent === '1 / 7'")
	if got := s.content("notes"); got != "Good morning. All of you." {
		t.Errorf("the notes are %q", got)
	}
	if got := s.text("document.querySelector('#following .flow h2').textContent"); got != "Belts existed, cars went without" {
		t.Errorf("next is %q", got)
	}
	if got := s.content("drift"); got != "The clock starts with the next slide" {
		t.Errorf("before the talk: %q", got)
	}

	p.press("ArrowRight")
	s.wait("document.getElementById('which').textContent === '2 / 7'")
	if got := s.content("notes"); got != "I was there. It was cold." {
		t.Errorf("the notes are %q", got)
	}
	s.press("PageDown")
	p.wait("document.querySelector('.slide.current').id === '3'")
	s.wait("document.getElementById('which').textContent === '3 / 7'")
	if got := s.content("notes"); got != "No notes here." {
		t.Errorf("the notes are %q", got)
	}
	s.press("7", "Enter")
	p.wait("document.querySelector('.slide.current').id === '7'")
	s.wait("document.getElementById('following').textContent === 'The end'")

	s.press("b")
	p.wait("!document.getElementById('blank').hidden")
	s.wait("document.documentElement.classList.contains('blanked')")
	p.press("b")
	s.wait("!document.documentElement.classList.contains('blanked')")

	// The speaker's window finds its deck again after either is loaded anew.
	p.reload()
	s.press("Home")
	p.wait("document.querySelector('.slide.current').id === '1'")
	s.reload()
	s.press("ArrowRight")
	p.wait("document.querySelector('.slide.current').id === '2'")
	s.wait("document.getElementById('which').textContent === '2 / 7'")
}

func TestSpeakerClock(t *testing.T) {
	p := start(t).open(sample(t))
	s := p.speaker()
	if got := s.content("elapsed"); got != "0:00" {
		t.Errorf("the clock begins with %s", got)
	}
	if got := s.content("planned"); !strings.HasPrefix(got, "of 2:5") {
		t.Errorf("the talk is planned for %q", got)
	}
	s.press("ArrowRight")
	s.wait("/^0:0[1-9]$/.test(document.getElementById('elapsed').textContent)")
	if got := s.content("drift"); got == "" || strings.Contains(got, "paused") {
		t.Errorf("while it counts: %q", got)
	}
	s.press("t")
	s.wait("document.getElementById('drift').textContent.includes('paused')")
	stopped := s.content("elapsed")
	s.press("t")
	s.wait("document.getElementById('elapsed').textContent !== '" + stopped + "'")

	// Two slides whose time has not come: ahead. The clock is in the other window.
	s.press("4", "Enter")
	s.wait("/^▼ [12]:.. ahead$/.test(document.getElementById('drift').textContent)")
	s.press("2", "Enter")
	s.wait("document.getElementById('drift').textContent === '● on time'")

	// It outlives the window.
	s.do("Page.close", with{}, nil)
	again := p.speaker()
	again.wait("Number(document.getElementById('elapsed').textContent.split(':')[1]) >= 1")

	again.press("r")
	again.wait("document.getElementById('elapsed').textContent === '0:00'")
	again.wait("document.getElementById('drift').textContent === 'The clock starts with the next slide'")
}

// The end that counts is that of the slot, without the time for questions.
func TestSpeakerClockKnowsTheSlot(t *testing.T) {
	talk := markdown.Parse([]byte("---\nslot: 3m\nquestions: 1m\n---\n\n## One (2m)\n\n- a\n\n## Two (1m)\n\n- b\n")).Talk()
	s := start(t).open(html(t, slides.New(talk, slides.Options{}))).speaker()
	if got := s.content("planned"); got != "of 2:00" {
		t.Errorf("the talk has %q", got)
	}
	s.wait("/^end [0-9]+:[0-9]{2} · 1:00 over$/.test(document.getElementById('ends').textContent)")
}

func TestBlockedWindowIsTold(t *testing.T) {
	p := start(t).open(sample(t))
	p.eval("window.open = () => null", nil)
	p.press("s")
	if got := p.content("toast"); got != "The browser blocked the speaker window. Allow pop-ups for this page." {
		t.Errorf("it says %q", got)
	}
}

// TestStrangersAreNotHeard sends messages as another page could.
func TestStrangersAreNotHeard(t *testing.T) {
	p := start(t).open(sample(t))
	p.eval("new Promise((done) => { window.postMessage({ from: 'talkgiver', what: 'next' }, '*'); setTimeout(done, 100) })", nil)
	if at := p.at(); at != "1" {
		t.Errorf("a message of somebody else moved to slide %s", at)
	}
}

package draft

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"talkgiver/talk/markdown"
)

func TestTimeWords(t *testing.T) {
	const planned = "\n## One (8m)\n\n- a\n\n## Two (4m)\n\n- b\n"
	const half = "\n## One (8m)\n\n- a\n\n## Two\n\n- b\n"
	const open = "\n## One\n\n- a\n\n## Two\n\n- b\n"
	tests := map[string]struct{ source, want string }{
		"planned, with time left":  {"---\nslot: 20m\nquestions: 5m\n---\n" + planned, "12:00 planned of 20:00 · 5:00 for questions · 3:00 left"},
		"planned to the second":    {"---\nslot: 12m\n---\n" + planned, "12:00 planned of 12:00"},
		"planned past the slot":    {"---\nslot: 15m\nquestions: 5m\n---\n" + planned, "12:00 planned of 15:00 · 5:00 for questions · 2:00 over"},
		"one of two planned":       {"---\nslot: 20m\n---\n" + half, "8:30 planned and estimated of 20:00 · 11:30 left"},
		"only estimated":           {"---\nslot: 20m\n---\n" + open, "1:00 estimated of 20:00 · 19:00 left"},
		"no slot":                  {planned, "12:00 planned · how long is the slot?"},
		"no slot, and no plan":     {open, "1:00 estimated · how long is the slot?"},
		"nothing at all":           {"", "0:00 planned · how long is the slot?"},
		"what is left out is none": {"---\nslot: 20m\n---\n\n## One (8m)\n\n## Two #skip\n\n- b\n", "8:00 planned of 20:00 · 12:00 left"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			tk := markdown.Parse([]byte(test.source)).Talk()
			var words strings.Builder
			for _, span := range timeWords(&tk.Deal, tk.Timing(130)) {
				words.WriteString(span.Text)
			}
			if got := words.String(); got != test.want {
				t.Errorf("it says %q, want %q", got, test.want)
			}
		})
	}
}

// The bar shows what is only estimated, and follows the speaker's own pace; in a
// narrow window the words stand above it.
func TestTimeStrip(t *testing.T) {
	d := newDesk(t, everything)
	s := d.strip
	if len(s.bar.Segments) != 2 || s.bar.Segments[0].Estimated || !s.bar.Segments[1].Estimated || s.bar.Slot != 600 || s.bar.Limit != 480 || s.bar.Questions != 120 {
		t.Errorf("the bar is %+v of %d, %d and %d", s.bar.Segments, s.bar.Slot, s.bar.Limit, s.bar.Questions)
	}
	before := s.bar.Segments[1].Seconds
	d.cfg.Pace = func() int { return 65 }
	d.Show(d.document, "")
	if after := s.bar.Segments[1].Seconds; after != 2*before {
		t.Errorf("at half the pace %d seconds become %d", before, after)
	}
	wide := s.object.Size().Height
	if words := boxOf(s.text); words.left < boxOf(s.bar).right {
		t.Errorf("in a wide window the words begin at %v, and the bar ends at %v", words.left, boxOf(s.bar).right)
	}
	d.win.Resize(fyne.NewSize(610, 600))
	d.relayout()
	bar, words := boxOf(s.bar), boxOf(s.text)
	if s.object.Size().Height <= wide || bar.overlaps(words) || words.right > boxOf(s.object).right || bar.right-bar.left < barLeast {
		t.Errorf("in a narrow window the bar is at %+v, the words at %+v", bar, words)
	}
}

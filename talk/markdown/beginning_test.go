package markdown

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
)

func TestBeginning(t *testing.T) {
	template := []byte("---\nslot: 20m\nquestions: 5m\n---\n\n## One (5m)\ngives: a thing\n\n<!-- Say it. -->\n\n## Two (10m)\n")
	tests := map[string]struct {
		b    Beginning
		want string
	}{
		"nothing": {Beginning{}, ""},
		"text":    {Beginning{Text: "a\nb\nc"}, "- a\n- b\n- c\n"},
		"answers": {Beginning{Audience: " makers ", Message: "Say: less", Slot: 20 * time.Minute}, "---\nslot: 20m\naudience: makers\nmessage: \"Say: less\"\n---\n"},
		"both":    {Beginning{Text: "a\nb", Slot: time.Hour}, "---\nslot: 1h\n---\n\n- a\n- b\n"},
		"a talk keeps what it has": {
			Beginning{Text: "---\nslot: 5m\ntheme: dark\n---\n\n## A\n", Message: "M", Audience: "  "}, "---\nslot: 5m\nmessage: M\ntheme: dark\n---\n\n## A\n",
		},
		"front matter that is none": {
			Beginning{Text: "---\njunk\n---\n\n## A\n", Slot: time.Minute}, "---\nslot: 1m\n---\n\n---\njunk\n---\n\n## A\n",
		},
		"a template": {Beginning{Template: template}, string(template)},
		"a template for half the slot": {
			Beginning{Template: template, Slot: 10 * time.Minute}, "---\nslot: 10m\nquestions: 150s\n---\n\n## One (150s)\ngives: a thing\n\n<!-- Say it. -->\n\n## Two (5m)\n",
		},
		"a template and text": {
			Beginning{Template: template, Text: "# T\n\na\n\tb\nc"}, string(template) + "\n# T\n\n## a\n\n- b\n\n## c\n",
		},
		"a template for no time at all": {
			Beginning{Template: template, Slot: 9 * time.Second}, strings.Replace(string(template), "20m", "9s", 1),
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := test.b.Document()
			if got := strings.ReplaceAll(string(d.Bytes()), "2:30", "150s"); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			lossless(t, d.Bytes())
		})
	}
}

// Each template fits into every slot that people are given.
func TestTemplatesInEverySlot(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "assets", "templates", "*", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatal("no templates", err)
	}
	for _, file := range files {
		template, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for minutes := 3; minutes <= 90; minutes++ {
			slot := time.Duration(minutes) * time.Minute
			tk := Beginning{Template: template, Slot: slot}.Document().Talk()
			timing := tk.Timing(0)
			if tk.Deal.Slot.Duration != slot || timing.Total != tk.Deal.Speaking() || len(tk.Problems) > 0 {
				t.Errorf("%s in %v: %v of %v, %v", file, slot, timing.Total, tk.Deal.Speaking(), tk.Problems)
			}
			for _, s := range timing.Sections {
				if s.Length <= 0 || s.Length > slot*2/3 {
					t.Errorf("%s in %v has a section of %s", file, slot, talk.Clock(s.Length))
				}
			}
		}
	}
}

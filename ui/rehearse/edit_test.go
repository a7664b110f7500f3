package rehearse

import (
	"strings"
	"testing"
	"time"

	engine "talkgiver/talk/rehearse"
)

func TestEdit_TheClockAndThePlanStay(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.wait(10 * time.Second)
	b.press("e")
	b.sees("Say it better", "Take a bowl. [pause 3] Any bowl. [click] Now the flour.")
	b.press("Right") // a clicker does not move the slides meanwhile
	b.press(" Sift it.")
	b.wait(4 * time.Second)
	b.press("Return")
	b.sees("changed in the talk", "Now the flour. Sift it.")
	if want := strings.Replace(bread, "Now the flour.", "Now the flour. Sift it.", 1); string(b.doc.Bytes()) != want || b.steps != 1 {
		t.Errorf("%d steps made\n%s", b.steps, b.doc.Bytes())
	}
	r := b.reading()
	if r.State != engine.Running || r.Spoken != 14*time.Second || r.Slide != 0 || r.OnSlidePlanned != 3*time.Minute {
		t.Errorf("the clock has %+v", r)
	}
	b.press("Right")
	if b.slide() != 1 {
		t.Error("the keys are not the stage's again")
	}
}

func TestEdit_OfWhatIsScrolledTo(t *testing.T) {
	b := open(t, "## One (5m)\n\n- Shown\n\n"+strings.Repeat("Words that fill a line of the screen, and then some more of them.\n\n", 30)+"The last one.\n")
	b.begin()
	for range 20 {
		b.press("Down")
	}
	b.press("e")
	before := b.stage.edit.before
	if at := strings.Index(b.talk.Text(b.talk.Sections[0].Span), "The last one."); before.At < at/2 {
		t.Errorf("it edits what is at %d, far above what is read", before.At)
	}
}

func TestEdit_ThatWouldChangeMore(t *testing.T) {
	b := open(t, bread)
	b.begin()
	for name, typed := range map[string]string{
		"a section":  "\n\n## Another\n",
		"a slide":    "\n\n---\n\nMore",
		"a list":     "\n\n- shown",
		"a passage":  "\n\nAnother one.",
		"a comment":  "\n\n<!-- say -->",
		"a code":     "\n\n```\nx",
		"a heading":  "\n===",
		"front":      "\n---",
		"only space": "",
	} {
		t.Run(name, func(t *testing.T) {
			b.wait(time.Second)
			b.press("e")
			if name == "only space" {
				b.stage.edit.field.SetText("  ")
			} else {
				b.stage.edit.field.SetText(b.stage.edit.field.Text + typed)
			}
			b.press("Return")
			b.sees("That would change more than this passage")
			if string(b.doc.Bytes()) != bread || b.overlay != overlayEdit {
				t.Fatalf("overlay %v, and the talk is\n%s", b.overlay, b.doc.Bytes())
			}
			b.press("Escape")
			b.misses("Say it better")
			if string(b.doc.Bytes()) != bread {
				t.Error("leaving changed the talk")
			}
		})
	}
}

func TestEdit_KeepsOtherLineEndings(t *testing.T) {
	dos := strings.ReplaceAll("## One (1m)\n\nA line\nand another.\n", "\n", "\r\n")
	b := open(t, dos)
	b.begin()
	b.press("e", "!", "Return")
	if got, want := string(b.doc.Bytes()), strings.Replace(dos, "another.", "another.!", 1); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEdit_WhereNothingIsSaid(t *testing.T) {
	b := open(t, "## One (1m)\n\n- only a point\n")
	b.begin()
	b.press("e")
	b.sees("Nothing is said here")
	b.wait(time.Second)
	b.press("p", "p") // the keys stay the stage's
	if b.run.clock.State() != engine.Paused {
		t.Error("a bounce of P went on")
	}
}

func TestEdit_OfATalkThatChangedMeanwhile(t *testing.T) {
	b := open(t, bread)
	b.begin()
	b.press("e")
	b.doc = parseDocument(strings.Replace(bread, "Take a bowl.", "Take one.", 1))
	b.press("x", "Return")
	b.sees("The talk has changed meanwhile")
}

package slides

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk/markdown"
	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
	"talkgiver/ui/work"
	"talkgiver/ui/work/worktest"
)

func TestShow(t *testing.T) {
	uitest.App(t, theme.Light)
	queue := &worktest.Queue{}
	runner := work.New(queue.Do)
	t.Cleanup(func() { queue.Finish(runner) })
	parse := func(text string) *Show {
		return NewShow(runner, t.TempDir(), markdown.Parse([]byte(text)).Talk())
	}
	const text = "---\ntitle: A talk\n---\n\n## One\n\n- first point\n\nSaid only.\n\n## Two\n\n- second point\n"
	s := parse(text)
	w := uitest.Window(t, fyne.NewSize(960, 540), s.Content())
	sees := func(what, want string, not ...string) {
		t.Helper()
		got := test.RenderObjectToMarkup(s.Content())
		if !strings.Contains(got, want) {
			t.Errorf("%s: %q is not to be seen in\n%s", what, want, got)
		}
		for _, other := range append(not, "Said only") {
			if strings.Contains(got, other) {
				t.Errorf("%s: %q is to be seen", what, other)
			}
		}
	}
	sees("to begin with", "A talk", "first point")
	s.GoTo(1, 0)
	sees("the first section", "first point", "second point")
	s.Update(markdown.Parse([]byte(strings.Replace(text, "first point", "another point", 1))).Talk())
	sees("after an edit", "another point", "first point")
	s.GoTo(2, 0)
	sees("the second section", "second point")
	s.Blank(true)
	if top := w.Canvas().Capture().At(480, 270); top != w.Canvas().Capture().At(5, 5) {
		t.Errorf("blank it is %v", top)
	}
	if r, g, b, _ := w.Canvas().Capture().At(300, 200).RGBA(); r+g+b != 0 {
		t.Errorf("blank is %d %d %d, not black", r, g, b)
	}
	s.Blank(false)
	sees("again", "second point")
	s.Blank(true)
	s.Title()
	if s.blank.FillColor != color.Transparent {
		t.Error("a slide that is gone to stays blank")
	}
	sees("at the end", "A talk", "second point")
	parse("").GoTo(3, 1) // a talk of nothing
}

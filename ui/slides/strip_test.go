package slides

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk/markdown"
	"talkgiver/ui/widgets"
)

// ringed counts the small slides that have the ring of the one that is looked at.
func (d *desk) ringed() int {
	ringed := 0
	for _, o := range test.LaidOutObjects(d.strip.list) {
		if t, ok := o.(*thumb); ok && t.slide.Selected {
			ringed++
		}
	}
	return ringed
}

// TestStripShowsWhatIsLookedAt goes to a slide before the strip has any room, as
// when one comes from the draft, and then far along.
func TestStripShowsWhatIsLookedAt(t *testing.T) {
	d := newDesk(t, "")
	d.Place = New(d.cfg)
	d.Begin(markdown.Parse([]byte(strings.Repeat("## Section\n\n- a point\n\n", 60))).Talk())
	d.GoToSection(2)
	d.win.SetContent(d.Content())
	d.win.Resize(fyne.NewSize(1280, 756))
	if offset := d.strip.list.GetScrollOffset(); offset != 0 || d.ringed() != 1 {
		t.Errorf("the strip is at %v and shows %d rings", offset, d.ringed())
	}
	d.goTo(40)
	if d.ringed() != 1 {
		t.Error("the slide that is looked at is not seen")
	}
}

// TestStripKeepsTheShape looks that small slides fill their rows in every width.
func TestStripKeepsTheShape(t *testing.T) {
	d := newDesk(t, strings.Repeat("## Section\n\n- a point\n\n", 3))
	for _, width := range []float32{900, 1280, 2000} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			d.win.Resize(fyne.NewSize(width, 756))
			for _, o := range test.LaidOutObjects(d.strip.list) {
				slide, ok := o.(*thumb)
				if !ok {
					continue
				}
				size := slide.slide.Size()
				if shape := size.Width / size.Height; shape < widgets.SlideAspect*0.98 || shape > widgets.SlideAspect*1.02 {
					t.Errorf("a small slide is %v", size)
				}
			}
		})
	}
}

package slides

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/slides"
	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

// kitchen is a talk with everything that can stand on a slide.
func kitchen(t testing.TB) *talk.Talk {
	t.Helper()
	source, err := os.ReadFile("testdata/kitchen.md")
	if err != nil {
		t.Fatal(err)
	}
	return markdown.Parse(source).Talk()
}

// drawn is a slide in a window of a size.
func drawn(t testing.TB, s *slides.Slide, size fyne.Size, pics pictures) *widgets.Slide {
	t.Helper()
	w := &widgets.Slide{}
	pageOf(s, pics).draw(w, s, "")
	uitest.Window(t, size, w)
	return w
}

// visible returns the words that a widget draws, without white space.
func visible(w *widgets.Slide) string {
	var b strings.Builder
	for _, o := range test.WidgetRenderer(w).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			b.WriteString(text.Text)
		}
	}
	return squeeze(b.String())
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// TestEverythingIsDrawn compares the words on the drawn slide with those of the
// deck, and looks that none of them leaves the paper, in every size.
func TestEverythingIsDrawn(t *testing.T) {
	uitest.App(t, theme.Light)
	deck := slides.New(kitchen(t), slides.Options{})
	if len(deck.Slides) < 8 {
		t.Fatalf("the deck has %d slides", len(deck.Slides))
	}
	for _, size := range []fyne.Size{{Width: 176, Height: 99}, {Width: 960, Height: 540}, {Width: 700, Height: 900}} {
		for i, s := range deck.Slides {
			t.Run(fmt.Sprintf("%v slide %d", size, i+1), func(t *testing.T) {
				w := drawn(t, s, size, nil)
				got := visible(w)
				for _, word := range wordsOf(s) {
					if !strings.Contains(got, word) {
						t.Errorf("%q is not drawn: %s", word, got)
					}
				}
				objects := test.WidgetRenderer(w).Objects()
				paper := objects[1]
				for _, o := range objects[2:] {
					end, far := o.Position().Add(o.Size()), paper.Position().Add(paper.Size())
					if o.Position().X < paper.Position().X-1 || o.Position().Y < paper.Position().Y-1 || end.X > far.X+1 || end.Y > far.Y+1 {
						t.Errorf("%T at %v to %v leaves the paper, which ends at %v", o, o.Position(), end, far)
					}
				}
			})
		}
	}
}

// wordsOf returns every word that the audience is to see.
func wordsOf(s *slides.Slide) []string {
	text := talk.PlainText(s.Title)
	for _, b := range s.Blocks {
		text += " " + talk.BlockText(b)
	}
	return strings.Fields(text)
}

func TestTooMuchIsMadeSmaller(t *testing.T) {
	uitest.App(t, theme.Light)
	point := "- a point that goes on and on until the line is full\n"
	for _, c := range []struct {
		name   string
		points int
		small  bool
	}{{"three points", 3, false}, {"thirty points", 30, true}} {
		s := slides.New(markdown.Parse([]byte("## Title\n\n"+strings.Repeat(point, c.points))).Talk(), slides.Options{}).Slides[0]
		scale := drawn(t, s, fyne.NewSize(960, 540), nil).Scale()
		if small := scale < 0.99; small != c.small || scale <= 0 || scale > 1 {
			t.Errorf("%s are drawn at %.2f", c.name, scale)
		}
	}
}

func TestPicturesTakeWhatTheWordsLeave(t *testing.T) {
	uitest.App(t, theme.Light)
	pic := image.NewNRGBA(image.Rect(0, 0, 400, 3000))
	pic.Set(0, 0, color.White)
	s := slides.New(markdown.Parse([]byte("## Title\n\n- before\n\n![a tower](tower.png)\n\n- after\n")).Talk(), slides.Options{}).Slides[0]
	asked := ""
	w := drawn(t, s, fyne.NewSize(960, 540), func(d string) widgets.Picture { asked = d; return widgets.Picture{pic} })
	if asked != "tower.png" {
		t.Errorf("the picture asked for is %q", asked)
	}
	found := false
	for _, o := range test.WidgetRenderer(w).Objects() {
		if img, ok := o.(*canvas.Image); ok {
			found = true
			if got := img.Size().Height / img.Size().Width; got < 7.4 || got > 7.6 {
				t.Errorf("the picture is drawn %v", img.Size())
			}
			if img.Size().Height < 540*0.2 {
				t.Errorf("the picture is only %v high", img.Size().Height)
			}
		}
	}
	if !found {
		t.Error("there is no picture")
	}
}

// TestPictureBesideWords looks at where words and one picture stand.
func TestPictureBesideWords(t *testing.T) {
	uitest.App(t, theme.Light)
	for _, c := range []struct {
		name, source  string
		width, height int
		want          string
	}{
		{"after words", "- one\n- two\n\n![p](p.png)\n", 400, 300, "right"},
		{"the last point", "- one\n- ![p](p.png)\n", 400, 300, "right"},
		{"before words", "![p](p.png)\n\n- one\n", 400, 300, "left"},
		{"too wide", "- one\n\n![p](p.png)\n", 900, 300, "below"},
		{"code needs room", "```go\none\n```\n\n![p](p.png)\n", 400, 300, "below"},
		{"between words", "- one\n\n![p](p.png)\n\n- two\n", 400, 300, "below"},
	} {
		s := slides.New(markdown.Parse([]byte("## Title\n\n"+c.source)).Talk(), slides.Options{}).Slides[0]
		w := drawn(t, s, fyne.NewSize(960, 540), func(string) widgets.Picture {
			return widgets.Picture{image.NewNRGBA(image.Rect(0, 0, c.width, c.height))}
		})
		var words, picture fyne.CanvasObject
		for _, o := range test.WidgetRenderer(w).Objects() {
			switch o := o.(type) {
			case *canvas.Text:
				if strings.TrimSpace(o.Text) == "one" {
					words = o
				}
			case *canvas.Image:
				picture = o
			}
		}
		if words == nil || picture == nil {
			t.Fatalf("%s: words %v, picture %v", c.name, words, picture)
		}
		got := "over"
		switch {
		case picture.Position().Y >= words.Position().Y+words.Size().Height:
			got = "below"
		case picture.Position().X >= words.Position().X+words.Size().Width:
			got = "right"
		case picture.Position().X+picture.Size().Width <= words.Position().X:
			got = "left"
		}
		if got != c.want {
			t.Errorf("%s: the picture stands %s, want %s", c.name, got, c.want)
		}
	}
}

// TestAloneOnTheSlide looks that what has the slide to itself stands in its middle,
// and larger.
func TestAloneOnTheSlide(t *testing.T) {
	uitest.App(t, theme.Light)
	first := func(source string) *canvas.Text {
		deck := slides.New(markdown.Parse([]byte(source)).Talk(), slides.Options{NoTitle: true}).Slides
		for _, o := range test.WidgetRenderer(drawn(t, deck[len(deck)-1], fyne.NewSize(1280, 720), nil)).Objects() {
			if text, ok := o.(*canvas.Text); ok {
				return text
			}
		}
		t.Fatalf("%q shows nothing", source)
		return nil
	}
	for alone, among := range map[string]string{"## Words\n": "## Words\n\n- one\n", "## A\n\n---\n\n> Words\n": "## A\n\n---\n\n> Words\n\n- one\n"} {
		middle, top := first(alone), first(among)
		if y := middle.Position().Y + middle.Size().Height/2; y < 330 || y > 390 || middle.TextSize <= top.TextSize {
			t.Errorf("%q stands at %v in size %v, among others in %v", alone, y, middle.TextSize, top.TextSize)
		}
	}
}

// TestScriptsRunTheirWay looks at the side on which points begin.
func TestScriptsRunTheirWay(t *testing.T) {
	uitest.App(t, theme.Light)
	for words, rtl := range map[string]bool{"words": false, "חגורות": true, "12 مرحبا": true, "a שלום": false} {
		s := slides.New(markdown.Parse([]byte("- "+words+"\n")).Talk(), slides.Options{NoTitle: true}).Slides[0]
		var marker, text fyne.CanvasObject
		for _, o := range test.WidgetRenderer(drawn(t, s, fyne.NewSize(960, 540), nil)).Objects() {
			if o, ok := o.(*canvas.Text); ok && o.Text == "•" {
				marker = o
			} else if ok && text == nil {
				text = o
			}
		}
		if marker == nil || text == nil || marker.Position().X > text.Position().X != rtl {
			t.Errorf("%q: the bullet is %v, the words are %v", words, marker, text)
		}
	}
}

// TestCodeKeepsItsLines looks that lines of code become smaller before they are
// broken.
func TestCodeKeepsItsLines(t *testing.T) {
	uitest.App(t, theme.Light)
	for length, want := range map[int]int{40: 1, 80: 1, 200: 3} {
		s := slides.New(markdown.Parse([]byte("```\n"+strings.Repeat("word ", length/5)+"\n```\n")).Talk(), slides.Options{NoTitle: true}).Slides[0]
		lines := map[float32]bool{}
		for _, o := range test.WidgetRenderer(drawn(t, s, fyne.NewSize(1280, 720), nil)).Objects() {
			if o, ok := o.(*canvas.Text); ok {
				lines[o.Position().Y] = true
			}
		}
		if len(lines) != want {
			t.Errorf("%d letters have %d lines, want %d", length, len(lines), want)
		}
	}
}

// TestHighlight looks at the colours of code, which talk/slides finds.
func TestHighlight(t *testing.T) {
	var b strings.Builder
	colours := map[fyne.ThemeColorName]bool{}
	for _, s := range highlight("go", "// why\r\nfunc f() { return \"x\" + 1 }\n\tgo") {
		b.WriteString(s.Text)
		colours[s.ColorName] = true
		if !s.Style.Monospace {
			t.Errorf("%q is in another face", s.Text)
		}
	}
	if want := "// why\nfunc f() { return \"x\" + 1 }\n    go"; b.String() != want {
		t.Errorf("the code has become %q", b.String())
	}
	if len(colours) != 5 {
		t.Errorf("%d colours, want 5", len(colours))
	}
}

// FuzzPage draws whatever can stand in a talk.
func FuzzPage(f *testing.F) {
	f.Add("## a\n\n- b\n  - c\n\n> d\n\n| e |\n|---|\n| f |\n\n```go\ng\n```\n\n1. \n100. x\n")
	test.NewTempApp(f).Settings().SetTheme(theme.New(theme.Light))
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 4000 {
			return
		}
		for _, s := range slides.New(markdown.Parse([]byte(source)).Talk(), slides.Options{}).Slides {
			w := &widgets.Slide{}
			pageOf(s, nil).draw(w, s, "1 / 1")
			w.Resize(fyne.NewSize(640, 360))
			for _, o := range test.WidgetRenderer(w).Objects() {
				if o.Size().Width < 0 || o.Size().Height < 0 {
					t.Fatalf("%T is %v", o, o.Size())
				}
			}
		}
	})
}

// BenchmarkPage draws each slide of a talk anew, as after a key in the draft.
func BenchmarkPage(b *testing.B) {
	uitest.App(b, theme.Light)
	deck := slides.New(kitchen(b), slides.Options{})
	w := drawn(b, deck.Slides[0], fyne.NewSize(960, 540), nil)
	i := 0
	for b.Loop() {
		s := deck.Slides[i%len(deck.Slides)]
		pageOf(s, nil).draw(w, s, "1 / 9")
		i++
	}
}

// BenchmarkFirstPicture shows a slide with a photograph of 4000 by 3000 pixels for
// the first time: what the UI goroutine does once the picture is read. The painter
// takes it as it is.
func BenchmarkFirstPicture(b *testing.B) {
	d := newDesk(b, "")
	f, err := os.Create(filepath.Join(d.folder, "photo.jpg"))
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(jpeg.Encode(f, image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420), nil), f.Close()); err != nil {
		b.Fatal(err)
	}
	d.Begin(markdown.Parse([]byte("## Photo\n\n- a point\n\n![photo](photo.jpg)\n")).Talk())
	d.queue.Finish(d.runner)
	if len(d.album.picture("photo.jpg")) == 0 {
		b.Fatal("the picture has not come")
	}
	for b.Loop() {
		b.StopTimer()
		d.stage.Parts = nil // forgets what is drawn
		d.stage.Refresh()
		b.StartTimer()
		d.showSlide()
	}
}

// Who has said what is quoted stands below it, as in the deck for the browser: smaller,
// on a line of its own and beside the same bar.
func TestWhoHasSaidIt(t *testing.T) {
	uitest.App(t, theme.Light)
	for _, source := range []string{"## A\n\n> Water boils sooner.\n> — Ada\n", "## A\n\n> Water boils sooner.\n>\n> — Ada\n"} {
		parts := pageOf(slides.New(markdown.Parse([]byte(source)).Talk(), slides.Options{}).Slides[0], nil).parts
		if len(parts) != 2 || !parts[0].Quoted || parts[0].By || !parts[1].Quoted || !parts[1].By {
			t.Fatalf("%q has the parts %+v", source, parts)
		}
		w := drawn(t, slides.New(markdown.Parse([]byte(source)).Talk(), slides.Options{}).Slides[0], fyne.NewSize(1280, 720), nil)
		sizes := map[string]float32{}
		for _, o := range test.WidgetRenderer(w).Objects() {
			if text, ok := o.(*canvas.Text); ok {
				sizes[strings.TrimSpace(text.Text)] = text.TextSize
			}
		}
		if quote, by := sizes["Water boils sooner."], sizes["— Ada"]; by == 0 || by > 0.8*quote {
			t.Errorf("%q is drawn in the sizes %v", source, sizes)
		}
	}
}

package slides

import (
	"errors"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talkgiver/talk/markdown"
	"talkgiver/talk/slides"
)

func TestPicturesAreRead(t *testing.T) {
	d := newDesk(t, "")
	img := image.NewNRGBA(image.Rect(0, 0, 4000, 1000))
	img.Set(1, 1, color.White)
	if err := os.Mkdir(filepath.Join(d.folder, "my pictures"), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(d.folder, "my pictures", "pot.png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.folder, "broken.png"), []byte("no picture"), 0o644); err != nil {
		t.Fatal(err)
	}
	d.Begin(markdown.Parse([]byte("![pot](my%20pictures/pot.png)\n\n![broken](broken.png) ![gone](gone.png) ![far](https://example.org/x.png)\n")).Talk())
	d.queue.Finish(d.runner)
	sizes := d.album.picture("my%20pictures/pot.png")
	if len(sizes) != 4 {
		t.Fatalf("the picture has come in %d sizes", len(sizes))
	}
	for i, size := range sizes {
		if got := size.Bounds().Size(); got != image.Pt(shownWidth>>i, shownWidth/4>>i) {
			t.Errorf("size %d of the picture is %v", i, got)
		}
	}
	for none, why := range map[string]error{"broken.png": slides.ErrNoImage, "gone.png": fs.ErrNotExist, "https://example.org/x.png": slides.ErrRemote} {
		if d.album.picture(none) != nil || !errors.Is(d.album.why(none), why) {
			t.Errorf("%s is a picture, or is none because %v", none, d.album.why(none))
		}
	}
	if got := visible(d.stage); !strings.Contains(got, "broken") || !strings.Contains(got, "gone") || !strings.Contains(got, "far") {
		t.Errorf("in place of pictures that are not there stands %q", got)
	}
}

// TestAPictureThatIsGoneWarns looks at what is said while a picture is read, when it
// is not there, and once somebody has put it there.
func TestAPictureThatIsGoneWarns(t *testing.T) {
	d := newDesk(t, "")
	if err := os.WriteFile(filepath.Join(d.folder, "chart.svg"), []byte("<svg/>"), 0o644); err != nil {
		t.Fatal(err)
	}
	d.Begin(markdown.Parse([]byte("## A\n\n- a\n\n![pot](pot.png)\n\n## B\n\n![chart](chart.svg)\n\n## C\n\n![chart](chart.svg)\n\n" + strings.Repeat("- c\n", 20) + "\n## D\n\n| a |\n|---|\n| ![far](https://example.org/x.png) |\n")).Talk())
	if d.warning.object.Visible() {
		t.Errorf("while the picture is read it says %q", text(d.warning.text))
	}
	said := func(want string) {
		t.Helper()
		d.queue.Finish(d.runner)
		if got := text(d.warning.text); !d.warning.object.Visible() || !strings.HasPrefix(got, want) {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	said("Slide 1 shows words instead of pot.png. There is no such file.")
	if d.warning.split.Visible() {
		t.Error("it offers to split the slide")
	}
	d.goTo(1)
	said("Slide 2 shows words instead of chart.svg. Talkgiver draws PNG")
	d.goTo(2)
	said("Slide 3 is too full. 1 picture and 20 lines")
	d.goTo(3)
	said("Slide 4 shows words instead of https://example.org/x.png. It is on the network.")

	d.goTo(0)
	f, err := os.Create(filepath.Join(d.folder, "pot.png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(png.Encode(f, image.NewGray(image.Rect(0, 0, 40, 30))), f.Close()); err != nil {
		t.Fatal(err)
	}
	d.Update(d.talk)
	d.queue.Finish(d.runner)
	if d.warning.object.Visible() || len(d.album.picture("pot.png")) == 0 {
		t.Errorf("once the picture is there it says %q", text(d.warning.text))
	}
}

// TestPicturesThatAreMissingAreCounted counts those of slides that nobody has looked
// at, before and after somebody has put one there.
func TestPicturesThatAreMissingAreCounted(t *testing.T) {
	d := newDesk(t, "")
	for name, text := range map[string]string{"chart.svg": "<svg/>", "broken.png": "no picture"} {
		if err := os.WriteFile(filepath.Join(d.folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d.Begin(markdown.Parse([]byte("## A\n\n" + strings.Repeat("- a\n", 20) + strings.Repeat("\n## B\n\n![gone](gone.png)\n", 60) + "\n## C\n\n![chart](chart.svg)\n\n## D\n\n![broken](broken.png)\n\n## E\n\n- ![far](https://example.org/x.png)\n")).Talk())
	says := func(want string, counted int) {
		t.Helper()
		d.queue.Finish(d.runner)
		if got := d.Summary(); got != want || d.counted != counted {
			t.Errorf("the summary is %q, which was told %d times, want %q, %d", got, d.counted, want, counted)
		}
	}
	says("64 slides · 1 too full · 3 pictures missing", 1)
	d.Update(d.talk)
	says("64 slides · 1 too full · 3 pictures missing", 1)
	for _, name := range []string{"gone.png", "broken.png"} {
		f, err := os.Create(filepath.Join(d.folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(png.Encode(f, image.NewGray(image.Rect(0, 0, 40, 30))), f.Close()); err != nil {
			t.Fatal(err)
		}
	}
	d.Update(d.talk)
	says("64 slides · 1 too full · 1 picture missing", 2)
	d.Begin(markdown.Parse([]byte("## A\n\n- a\n")).Talk())
	says("1 slide", 2)
}

// Two ways to name one picture are both read.
func TestAPictureByTwoNames(t *testing.T) {
	d := newDesk(t, "![a](pot.png)\n\n![a](./pot.png)\n")
	d.queue.Finish(d.runner)
	if a, b := d.album.why("pot.png"), d.album.why("./pot.png"); !errors.Is(a, fs.ErrNotExist) || !errors.Is(b, fs.ErrNotExist) {
		t.Errorf("one is missing because %v, the other because %v", a, b)
	}
}

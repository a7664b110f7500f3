package slides

import (
	"encoding/base64"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const tinyPNG = "\x89PNG\r\n\x1a\n and the rest"

func TestEmbedTakesWhatIsInTheFolder(t *testing.T) {
	files := fstest.MapFS{
		"a.png": {Data: []byte(tinyPNG)}, "sub/b c.jpg": {Data: []byte("\xff\xd8\xff\xe0 and so on")}, "notes.gif": {Data: []byte("GIF89a and so on")},
		"cell.webp": {Data: []byte("RIFF\x00\x00\x00\x00WEBPVP8 ")}, "t.avif": {Data: []byte("\x00\x00\x00\x1cftypavif")}, "v.svg": {Data: []byte("<?xml version='1.0'?>\n<svg/>")},
		"s.svg": {Data: []byte("\n<svg>")},
	}
	deck := deckOf("## A ![t](t.avif)\n\n- ![a](./a.png) *![again](./a.png)*\n- [![s](s.svg)](https://example.com/)\n\n> ![b](sub/b%20c.jpg)\n\n| ![v](v.svg) |\n|-|\n| ![w](cell.webp) |\n\nSee ![n](sub/../notes.gif) this.\n\n"+
		"![d](data:image/png;base64,"+base64.StdEncoding.EncodeToString([]byte(tinyPNG))+")\n", Options{})
	if warnings := deck.Embed(files); len(warnings) > 0 {
		t.Errorf("warnings %v", warnings)
	}
	got := map[string]string{}
	for name, image := range deck.Images {
		name, _, _ = strings.Cut(name, ":")
		got[name] = image.Type
	}
	want := map[string]string{"./a.png": "image/png", "sub/b%20c.jpg": "image/jpeg", "sub/../notes.gif": "image/gif", "cell.webp": "image/webp",
		"t.avif": "image/avif", "v.svg": "image/svg+xml", "s.svg": "image/svg+xml", "data": "image/png"}
	if len(got) != len(want) {
		t.Errorf("%d pictures are there, want %d", len(got), len(want))
	}
	for name, kind := range want {
		if got[name] != kind {
			t.Errorf("%s is %q, want %q", name, got[name], kind)
		}
	}
}

func TestEmbedTellsWhatCannotBeThere(t *testing.T) {
	files := fstest.MapFS{
		"folder/x.png": {Data: []byte(tinyPNG)}, "text.png": {Data: []byte("hello")}, "page.svg": {Data: []byte("<html><svg>")},
		"large.png": {Data: append([]byte(tinyPNG), make([]byte, MaxImage)...)}, "pipe.png": {Data: []byte(tinyPNG), Mode: fs.ModeNamedPipe},
	}
	for destination, want := range map[string]error{
		"https://example.com/a.png": ErrRemote, "//example.com/a.png": ErrRemote, "ftp://example.com/a.png": ErrRemote,
		"../a.png": ErrOutside, "/etc/a.png": ErrOutside, "file:///etc/a.png": ErrOutside, "%2e%2e/a.png": ErrOutside, "folder/../../a.png": ErrOutside,
		"gone.png": fs.ErrNotExist, "text.png": ErrNoImage, "page.svg": ErrNoImage, "folder": ErrNoImage, "pipe.png": ErrNoImage, "large.png": ErrTooLarge,
		"data:text/html;base64,PGI+": ErrNoImage, "data:image/png,x": ErrNoImage, "data:image/png;base64,!": ErrNoImage, "": ErrNoImage,
	} {
		deck := deckOf("## A\n\n---\n\n![words]("+destination+")\n\n![words]("+destination+")\n\n## B\n\n- ![words]("+destination+")\n", Options{})
		warnings := deck.Embed(files)
		if len(warnings) != 1 || !slices.Equal(warnings[0].Slides, []int{2, 3}) || !errors.Is(warnings[0].Reason, want) || len(deck.Images) > 0 {
			t.Errorf("%q: %d pictures, %v, want %v", destination, len(deck.Images), warnings, want)
		}
	}
}

func TestEmbedHasALimitForAll(t *testing.T) {
	files := fstest.MapFS{}
	var source strings.Builder
	for _, name := range []string{"a", "b", "c", "d", "e"} {
		files[name+".png"] = &fstest.MapFile{Data: append([]byte(tinyPNG), make([]byte, MaxImage-len(tinyPNG))...)}
		source.WriteString("![words](" + name + ".png)\n\n")
	}
	deck := deckOf(source.String(), Options{})
	warnings := deck.Embed(files)
	if len(deck.Images) != MaxImages/MaxImage || len(warnings) != 1 || warnings[0].Destination != "e.png" || !errors.Is(warnings[0].Reason, ErrTooLarge) {
		t.Errorf("%d pictures, %v", len(deck.Images), warnings)
	}
	if want := `slide 1 shows words instead of the picture "e.png": a picture may have 8 MB, and all of them together 32 MB`; len(warnings) == 1 && warnings[0].String() != want {
		t.Errorf("it says %q", warnings[0])
	}
}

// A link that leads out of the folder is no way out of it.
func TestEmbedStaysInsideARealFolder(t *testing.T) {
	outside, inside := t.TempDir(), t.TempDir()
	secret := filepath.Join(outside, "secret.png")
	if err := os.WriteFile(secret, []byte(tinyPNG), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, filepath.Join(inside, "a.png")); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(inside)
	if err != nil {
		t.Fatal(err)
	}
	deck := deckOf("![words](a.png)\n", Options{})
	if warnings := deck.Embed(root.FS()); len(warnings) != 1 || !errors.Is(warnings[0].Reason, ErrOutside) || len(deck.Images) > 0 {
		t.Errorf("%d pictures, %v", len(deck.Images), warnings)
	}
	if err := root.Close(); err != nil {
		t.Error(err)
	}
}

func TestImageTypesAreThoseThatAreTold(t *testing.T) {
	for _, data := range []string{tinyPNG, "\xff\xd8\xff", "GIF87a", "RIFF....WEBPVP8X", "....ftypavis", "<svg/>"} {
		if kind := imageType([]byte(data)); !slices.Contains(imageTypes, kind) {
			t.Errorf("%q is %q", data, kind)
		}
	}
	for _, data := range []string{"", "\x89PN", "BM", "%PDF", "<?xml?><html>", "text <svg>"} {
		if kind := imageType([]byte(data)); kind != "" {
			t.Errorf("%q is %q", data, kind)
		}
	}
}

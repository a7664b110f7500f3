package slides

import (
	"context"
	"encoding/base64"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestLocalFile(t *testing.T) {
	for _, c := range []struct {
		folder, destination, path string
		ok                        bool
	}{
		{"/talks", "a.png", "/talks/a.png", true},
		{"/talks", "../b/a%20b.png", "/b/a b.png", true},
		{"/talks", "/abs/a.png", "/abs/a.png", true},
		{"", "a.png", "a.png", false},
		{"/talks", "http://example.org/a.png", "", false},
		{"/talks", "//example.org/a.png", "", false},
		{"/talks", "data:image/png;base64,AAAA", "", false},
		{"/talks", "100%.png", "/talks/100%.png", true},
	} {
		if path, ok := LocalFile(c.folder, c.destination); path != filepath.FromSlash(c.path) || ok != c.ok {
			t.Errorf("%q from %q is %q, %v", c.destination, c.folder, path, ok)
		}
	}
}

func TestGather(t *testing.T) {
	base := t.TempDir()
	write := func(names ...string) {
		for _, name := range names {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(base, name)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(base, name), []byte(tinyPNG), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	write("talks/a.png", "talks/sub/A.png", "far/my c.png")
	far := filepath.ToSlash(base) + "/far/my%20c.png"
	deck := deckOf("![a](a.png) ![again](./a.png) ![b](sub/A.png) ![c]("+far+") ![d](https://example.org/d.png) ![e](gone.png)\n\n## B\n\n- ![e](gone.png)\n", Options{})
	to := Publication{Talk: filepath.Join(base, "talks", "talk.md")}
	file, copies, missing, err := marpFlavour(t).Gather(t.Context(), deck, to)
	want := []Copy{
		{filepath.Join(base, "talks", "a.png"), "images/a.png"},
		{filepath.Join(base, "talks", "sub", "A.png"), "images/A-2.png"},
		{filepath.Join(base, "far", "my c.png"), "images/my c.png"},
		{filepath.Join(base, "talks", "gone.png"), "images/gone.png"},
	}
	if err != nil || !slices.Equal(copies, want) {
		t.Errorf("to copy is %v, want %v, %v", copies, want, err)
	}
	if len(missing) != 1 || missing[0].Destination != "gone.png" || !slices.Equal(missing[0].Slides, []int{1, 2}) {
		t.Errorf("missing are %v", missing)
	}
	got := string(file)
	for _, name := range []string{"](images/a.png)", "](images/A-2.png)", "](images/my%20c.png)", "](https://example.org/d.png)"} {
		if !strings.Contains(got, name) {
			t.Errorf("%s is not in\n%s", name, got)
		}
	}
	if strings.Count(got, "images/a.png") != 2 {
		t.Errorf("one picture has two names:\n%s", got)
	}
	// One file holds its pictures in a folder of its own, too, and words need none.
	file, copies, missing, err = htmlFlavour(t).Gather(t.Context(), deck, to)
	if err != nil || len(copies) > 0 || len(missing) != 3 || strings.Count(string(file), "<img src=\"data:image/png") != 3 {
		t.Errorf("HTML copies %v, misses %v, %v", copies, missing, err)
	}
	patat, _ := ByName("patat")
	if _, copies, missing, err = patat.Gather(t.Context(), deck, to); err != nil || len(copies)+len(missing) > 0 {
		t.Errorf("a tool without pictures copies %v, misses %v, %v", copies, missing, err)
	}
	if _, copies, missing, err = marpFlavour(t).Gather(t.Context(), deck, Publication{}); err != nil || len(copies) != 1 || len(missing) != 4 {
		t.Errorf("without a file of the talk it copies %v, misses %v, %v", copies, missing, err)
	}
}

// A picture that is not where the deck names it is told of in every flavour that
// shows pictures, with all of the slides that want it.
func TestPublishTellsOfPicturesThatAreNotThere(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a.png", "b c.png", "50%.png"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(tinyPNG), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	deck := deckOf("## A\n\n![a](a.png) ![b](b%20c.png) ![gone](gone.png)\n\n## B ![gone](gone.png)\n\n- ![far](https://example.com/far.png) ![top](#top) ![page](page.html)\n- ![d](data:image/png;base64,AA==)\n\n## C\n\n- ![gone](gone.png) ![gone](./gone.png)\n", Options{})
	talk := filepath.Join(folder, "talk.md")
	for _, f := range Flavours() {
		if f.Embeds || f.Through != "" {
			continue // they have tests of their own
		}
		for _, to := range []Publication{{Talk: talk}, {Talk: talk, Folder: folder}, {Talk: talk, Folder: filepath.Join(folder, "decks")}, {Folder: folder}} {
			_, missing, err := f.Publish(t.Context(), deck, to)
			var got []string
			for _, m := range missing {
				got = append(got, m.String())
			}
			var want []string
			if f.Carries.Images {
				want = []string{`slides 1, 2 and 3 show words instead of the picture "gone.png": no such file or directory`,
					`slide 3 shows words instead of the picture "./gone.png": no such file or directory`}
			}
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%s, %+v: it tells of %q, %v, want %q", f.Name, to, got, err, want)
			}
		}
	}
	if _, missing, err := marpFlavour(t).Publish(t.Context(), deckOf("![a](a.png?raw=1) ![b](50%25.png#x)\n", Options{}), Publication{Talk: talk}); err != nil || len(missing) > 0 {
		t.Errorf("behind a file's name a browser asks for something, and it tells of %v, %v", missing, err)
	}
	if _, missing, err := htmlFlavour(t).Publish(t.Context(), deckOf("![a](a.png)\n\n![d](data:image/png;base64,"+base64.StdEncoding.EncodeToString([]byte(tinyPNG))+")\n", Options{}), Publication{}); err != nil || len(missing) != 1 || !errors.Is(missing[0].Reason, fs.ErrNotExist) {
		t.Errorf("the deck of a talk without a file misses %v, %v", missing, err)
	}
}

func TestPublish(t *testing.T) {
	ctx := context.Background()
	deck := deckOf("## One\n\n![a](a.png)\n", Options{})
	marp := marpFlavour(t)
	talks := t.TempDir()
	if err := os.WriteFile(filepath.Join(talks, "a.png"), []byte(tinyPNG), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		to   Publication
		want string
	}{
		{Publication{Talk: filepath.Join(talks, "talk.md")}, "](a.png)"},
		{Publication{Talk: filepath.Join(talks, "talk.md"), Folder: talks}, "](a.png)"},
		{Publication{Talk: filepath.Join(talks, "talk.md"), Folder: filepath.Join(talks, "decks")}, "](../a.png)"},
		{Publication{Folder: talks}, "](a.png)"},
	} {
		file, missing, err := marp.Publish(ctx, deck, c.to)
		if err != nil || len(missing) > 0 || !strings.Contains(string(file), c.want) {
			t.Errorf("%+v gives %q, %v, %v; want %s", c.to, file, missing, err, c.want)
		}
	}
	if file, missing, err := marp.Publish(ctx, deck, Publication{}); err != nil || len(missing) != 1 || !strings.Contains(string(file), "](a.png)") {
		t.Errorf("from nowhere to nowhere it gives %q, %v, %v", file, missing, err)
	}
	html := htmlFlavour(t)
	if file, missing, err := html.Publish(ctx, deck, Publication{Talk: filepath.Join(t.TempDir(), "talk.md")}); err != nil || len(missing) != 1 || len(file) == 0 {
		t.Errorf("a picture that is not there gives %v, %v", missing, err)
	}
	if _, _, err := html.Publish(ctx, deck, Publication{Talk: filepath.Join(t.TempDir(), "gone", "talk.md")}); err == nil {
		t.Error("a folder that is gone is no error")
	}
	pptx, _ := ByName("pptx")
	none := func(context.Context, string, []byte, string, ...string) ([]byte, error) { return nil, exec.ErrNotFound }
	if _, _, err := pptx.Publish(ctx, deck, Publication{Run: none}); err == nil || !strings.Contains(err.Error(), "needs pandoc") {
		t.Errorf("without pandoc it says %v", err)
	}
	broken := func(context.Context, string, []byte, string, ...string) ([]byte, error) {
		return nil, errors.New("line 1: no")
	}
	var given string
	reads := func(_ context.Context, _ string, stdin []byte, _ string, _ ...string) ([]byte, error) {
		given = string(stdin)
		return []byte("made"), nil
	}
	folder := t.TempDir()
	for _, name := range []string{"a.png", "b c.png"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	pictures := deckOf("## One\n\n![a](a.png)\n\n![b](b%20c.png)\n\n- ![gone](gone.png) ![more](gone.png)\n- ![far](https://example.com/far.png)\n- ![the folder](.)\n", Options{})
	file, missing, err := pptx.Publish(ctx, pictures, Publication{Talk: filepath.Join(folder, "talk.md"), Run: reads})
	if err != nil || string(file) != "made" || len(missing) != 3 || len(missing[0].Slides) != 1 {
		t.Errorf("pictures that are not there give %q, %v, %v", file, missing, err)
	}
	for _, s := range []string{"![a](a.png)", "![b](b%20c.png)", "- gone more\n- far\n- the folder"} {
		if !strings.Contains(given, s) {
			t.Errorf("%q is not in\n%s", s, given)
		}
	}
	if _, _, err := pptx.Publish(ctx, deck, Publication{Run: broken}); err == nil || !strings.Contains(err.Error(), "line 1: no") {
		t.Errorf("where pandoc fails it says %v", err)
	}
}

// TestPowerPointTakesNothingFromOutside names a picture outside the talk's folder in
// every way there is. Pandoc, which would take each, gets its words alone.
func TestPowerPointTakesNothingFromOutside(t *testing.T) {
	base := t.TempDir()
	folder := filepath.Join(base, "talk")
	for _, dir := range []string{folder, filepath.Join(base, "private", "deep")} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	secret := filepath.Join(base, "private", "secret.png")
	for _, file := range []string{secret, filepath.Join(folder, "secret.png")} {
		if err := os.WriteFile(file, []byte("\x89PNG\r\n\x1a\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"link.png": secret, "deep": filepath.Join(base, "private", "deep")} {
		if err := os.Symlink(to, filepath.Join(folder, link)); err != nil {
			t.Fatal(err)
		}
	}
	pptx, _ := ByName("pptx")
	for destination, inside := range map[string]bool{
		"secret.png":                   true,
		"./secret.png":                 true,
		"../private/secret.png":        false,
		"%2e%2e/private/secret.png":    false,
		filepath.ToSlash(secret):       false,
		"file://" + secret:             false,
		"link.png":                     false,
		"deep/../secret.png":           false, // of the folder that the link leads to
		"https://example.com/some.png": false,
	} {
		given := ""
		run := func(_ context.Context, _ string, stdin []byte, _ string, _ ...string) ([]byte, error) {
			given = string(stdin)
			return nil, nil
		}
		deck := deckOf("## One\n\n![the words](<"+destination+">)\n", Options{})
		_, missing, err := pptx.Publish(context.Background(), deck, Publication{Talk: filepath.Join(folder, "talk.md"), Run: run})
		if err != nil {
			t.Fatal(err)
		}
		if taken := strings.Contains(given, "![the words]("); taken != inside || (len(missing) == 0) != inside || !strings.Contains(given, "the words") {
			t.Errorf("%s gives %v and\n%s", destination, missing, given)
		}
	}
}

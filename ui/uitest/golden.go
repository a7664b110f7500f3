package uitest

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

var update = flag.Bool("update", false, "write the goldens in testdata anew")

// GoldenMarkup compares what the window shows with testdata/name.xml.
func GoldenMarkup(t testing.TB, name string, w fyne.Window) {
	t.Helper()
	got := []byte(test.RenderToMarkup(w.Canvas()))
	path := filepath.Join("testdata", name+".xml")
	if want := golden(t, path, got); !bytes.Equal(got, want) {
		t.Errorf("%s differs; it is now\n%s", path, got)
	}
}

// GoldenImage compares the window with testdata/name.png. Rounding may differ a little between machines: two pixels
// in a thousand may be clearly others.
func GoldenImage(t testing.TB, name string, w fyne.Window) {
	t.Helper()
	var encoded bytes.Buffer
	shot := w.Canvas().Capture()
	if err := png.Encode(&encoded, shot); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name+".png")
	want, err := png.Decode(bytes.NewReader(golden(t, path, encoded.Bytes())))
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != shot.Bounds() {
		t.Fatalf("%s is %v, the picture %v", path, want.Bounds(), shot.Bounds())
	}
	if off := Differing(shot, want); off > 0.002 {
		t.Errorf("%.2f %% of %s differ", 100*off, path)
	}
}

// Differing is the share of pixels that are clearly not the same.
func Differing(a, b image.Image) float64 {
	const near = 24 << 8
	bounds, count := a.Bounds(), 0
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if far(r1, r2, near) || far(g1, g2, near) || far(b1, b2, near) {
				count++
			}
		}
	}
	return float64(count) / float64(bounds.Dx()*bounds.Dy())
}

func far(a, b, near uint32) bool { return max(a, b)-min(a, b) > near }

// golden returns what the file holds, which is what was got when the goldens are written anew.
func golden(t testing.TB, path string, got []byte) []byte {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return want
}

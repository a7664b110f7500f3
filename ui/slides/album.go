package slides

import (
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // the pictures that a talk may show
	_ "image/jpeg"
	_ "image/png"
	"os"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // so may these

	"talkgiver/talk/slides"
	"talkgiver/ui/work"
)

// Limits of a picture that is drawn: a larger file, or one with more pixels than
// any camera makes, is shown by its words.
const (
	mostBytes  = 40 << 20
	mostPixels = 100 << 20
	// shownWidth is the most pixels in a row that a screen has; larger pictures
	// are kept smaller, so that a talk of photographs stays light.
	shownWidth = 1920
)

var errTooLarge = errors.New("the picture is too large")

// album holds the pictures of a talk. They are read away from the UI goroutine,
// and each is there when it is asked for again.
type album struct {
	runner   *work.Runner
	folder   string
	pictures map[string]image.Image // nil while it is read, and when it cannot be
	came     func()
}

func newAlbum(runner *work.Runner, came func()) *album {
	return &album{runner: runner, pictures: map[string]image.Image{}, came: came}
}

// clear forgets all pictures.
func (a *album) clear() { a.pictures = map[string]image.Image{} }

// open says where the talk's pictures are.
func (a *album) open(folder string) {
	if folder != a.folder {
		a.folder = folder
		a.clear()
	}
}

// picture returns a picture, or nil while it is read or when there is none.
// Nothing is ever fetched from elsewhere.
func (a *album) picture(destination string) image.Image {
	if img, known := a.pictures[destination]; known {
		return img
	}
	a.pictures[destination] = nil
	path, ok := slides.LocalFile(a.folder, destination)
	if !ok {
		return nil
	}
	pictures := a.pictures
	// Each album reads for itself: the place's, and that of the audience.
	work.Go(a.runner, fmt.Sprintf("picture %p %s", a, path), func(context.Context) image.Image {
		img, err := readPicture(path)
		if err != nil {
			return nil // its words stand there
		}
		return img
	}, func(img image.Image) {
		pictures[destination] = img
		if img != nil && a.pictures[destination] == img {
			a.came()
		}
	})
	return nil
}

// readPicture reads and, where it is larger than a screen, shrinks a picture.
func readPicture(path string) (image.Image, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > mostBytes || !info.Mode().IsRegular() {
		return nil, errTooLarge
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	config, _, err := image.DecodeConfig(file)
	if err != nil {
		return nil, err
	}
	if config.Width*config.Height > mostPixels {
		return nil, errTooLarge
	}
	if _, err := file.Seek(0, 0); err != nil {
		return nil, err
	}
	img, _, err := image.Decode(file)
	if err != nil {
		return nil, err
	}
	size := img.Bounds().Size()
	if size.X <= shownWidth && size.Y <= shownWidth {
		return img, nil
	}
	factor := float64(shownWidth) / float64(max(size.X, size.Y))
	small := image.NewNRGBA(image.Rect(0, 0, max(1, int(float64(size.X)*factor)), max(1, int(float64(size.Y)*factor))))
	draw.ApproxBiLinear.Scale(small, small.Bounds(), img, img.Bounds(), draw.Src, nil)
	return small, nil
}

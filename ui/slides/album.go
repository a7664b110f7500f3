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
	// smallWidth is that of the small slides on a screen with two pixels for one.
	smallWidth = 320
)

var errTooLarge = errors.New("the picture is too large")

// album holds the pictures of a talk. They are read away from the UI goroutine,
// and each is there when it is asked for again.
type album struct {
	runner   *work.Runner
	folder   string
	pictures map[string]shot // nothing while it is read, and when it cannot be
	came     func()
}

// shot is a picture for a screen, and for a small slide: making the one of the other
// takes longer than a frame.
type shot struct{ whole, small image.Image }

func newAlbum(runner *work.Runner, came func()) *album {
	return &album{runner: runner, pictures: map[string]shot{}, came: came}
}

// clear forgets all pictures.
func (a *album) clear() { a.pictures = map[string]shot{} }

// open says where the talk's pictures are.
func (a *album) open(folder string) {
	if folder != a.folder {
		a.folder = folder
		a.clear()
	}
}

// picture returns a picture, or nil while it is read or when there is none.
// Nothing is ever fetched from elsewhere.
func (a *album) picture(destination string) image.Image { return a.shot(destination).whole }

// small returns the picture for a small slide, or nil as picture does.
func (a *album) small(destination string) image.Image { return a.shot(destination).small }

func (a *album) shot(destination string) shot {
	if known, ok := a.pictures[destination]; ok {
		return known
	}
	a.pictures[destination] = shot{}
	path, ok := slides.LocalFile(a.folder, destination)
	if !ok {
		return shot{}
	}
	pictures := a.pictures
	// Each album reads for itself: the place's, and that of the audience.
	work.Go(a.runner, fmt.Sprintf("picture %p %s", a, path), func(context.Context) shot {
		img, err := readPicture(path)
		if err != nil {
			return shot{} // its words stand there
		}
		return shot{img, shrunk(img, smallWidth)}
	}, func(read shot) {
		pictures[destination] = read
		if read.whole != nil && a.pictures[destination] == read {
			a.came()
		}
	})
	return shot{}
}

// readPicture reads and, where it is larger than a screen, shrinks a picture.
func readPicture(path string) (*image.RGBA, error) {
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
	return shrunk(img, shownWidth), nil
}

// shrunk returns a picture whose sides have at most so many pixels, in the form that
// a screen takes without another conversion.
func shrunk(img image.Image, most int) *image.RGBA {
	size := img.Bounds().Size()
	if side := max(size.X, size.Y); side > most {
		size = image.Pt(max(1, size.X*most/side), max(1, size.Y*most/side))
	} else if as, ok := img.(*image.RGBA); ok {
		return as
	}
	made := image.NewRGBA(image.Rectangle{Max: size})
	draw.CatmullRom.Scale(made, made.Bounds(), img, img.Bounds(), draw.Src, nil)
	return made
}

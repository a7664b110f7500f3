package slides

import (
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // the pictures that a talk may show
	_ "image/jpeg"
	_ "image/png"
	"io"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // so may these

	"talkgiver/talk/slides"
	"talkgiver/ui/widgets"
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

// Why a picture is not drawn, beside what the export says of one.
var (
	errTooLarge = fmt.Errorf("a picture that is drawn may have %d MB and %d million pixels", mostBytes>>20, mostPixels>>20)
	errOtherApp = errors.New("it is of a kind that is drawn by other programs only")
)

// album holds the pictures of a talk. They are read away from the UI goroutine,
// and each is there when it is asked for again.
type album struct {
	runner *work.Runner
	folder string
	shots  map[string]*shot
	came   func()
}

// shot is a picture of an album: without one and without an error while it is read.
type shot struct {
	sizes widgets.Picture
	err   error // why there is none
	again bool  // it is looked for once more when it is asked for
}

// newAlbum makes an album that tells when a picture came, or will not come.
func newAlbum(runner *work.Runner, came func()) *album {
	return &album{runner: runner, shots: map[string]*shot{}, came: came}
}

// clear forgets all pictures.
func (a *album) clear() { a.shots = map[string]*shot{} }

// open says where the talk's pictures are. What could not be read is looked for
// once more: somebody may have put it there.
func (a *album) open(folder string) {
	if folder != a.folder {
		a.folder = folder
		a.clear()
	}
	for _, s := range a.shots {
		s.again = s.err != nil
	}
}

// picture returns a picture, or nil while it is read or when there is none.
// Nothing is ever fetched from elsewhere.
func (a *album) picture(destination string) widgets.Picture { return a.shot(destination).sizes }

// why says why there is no picture, nil while it is read or when there is one.
func (a *album) why(destination string) error { return a.shot(destination).err }

func (a *album) shot(destination string) *shot {
	s, known := a.shots[destination]
	if known && !s.again {
		return s
	}
	if !known {
		s = &shot{}
		a.shots[destination] = s
	}
	s.again = false
	path, ok := slides.LocalFile(a.folder, destination)
	if !ok {
		s.err = whyNoFile(path, destination)
		return s
	}
	before := s.err
	// Each album reads for itself: the place's, and that of the audience.
	work.Go(a.runner, fmt.Sprintf("picture %p %s", a, destination), func(context.Context) shot {
		img, err := readPicture(path)
		if err != nil {
			return shot{err: err} // its words stand there
		}
		return shot{sizes: sizesOf(img)}
	}, func(read shot) {
		*s = read
		if a.shots[destination] == s && (before == nil || read.err == nil || before.Error() != read.err.Error()) {
			a.came()
		}
	})
	return s
}

// whyNoFile says why a destination leads to no file.
func whyNoFile(path, destination string) error {
	switch {
	case path != "": // of a talk that has no file yet
		return fs.ErrNotExist
	case strings.HasPrefix(strings.ToLower(destination), "data:"):
		return errOtherApp
	}
	return slides.ErrRemote
}

// readPicture reads and, where it is larger than a screen, shrinks a picture.
func readPicture(path string) (*image.RGBA, error) {
	file, err := openPicture(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	img, _, err := image.Decode(file)
	if err != nil {
		return nil, slides.ErrNoImage
	}
	return shrunk(img, shownWidth), nil
}

// openPicture opens a picture that can be drawn, as far as its head tells.
func openPicture(path string) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, slides.ErrNoImage
	case info.Size() > mostBytes:
		return nil, errTooLarge
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	config, _, err := image.DecodeConfig(file)
	switch {
	case err != nil:
		err = whyUnread(file)
	case config.Width*config.Height > mostPixels:
		err = errTooLarge
	default:
		_, err = file.Seek(0, io.SeekStart)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// whyUnread says why a file is no picture that is drawn here.
func whyUnread(file *os.File) error {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	head, err := io.ReadAll(io.LimitReader(file, 4096))
	switch {
	case err != nil:
		return err
	case slides.IsImage(head):
		return errOtherApp
	}
	return slides.ErrNoImage
}

// sizesOf returns a picture in the sizes that are drawn.
func sizesOf(img *image.RGBA) widgets.Picture {
	sizes := widgets.Picture{img}
	for side := max(img.Rect.Dx(), img.Rect.Dy()) / 2; side >= smallWidth/2; side /= 2 {
		img = shrunk(img, side)
		sizes = append(sizes, img)
	}
	return sizes
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

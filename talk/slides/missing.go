package slides

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
)

// MissingImage is a picture that a deck does not hold, or that is not where the deck
// names it, so that its alternative text is shown instead.
type MissingImage struct {
	Slides      []int  // those that want it, from 1
	Destination string // as the talk writes it
	Reason      error  // one of those below, or what the file system says
}

// String tells of the missing picture in one line.
func (m MissingImage) String() string {
	which, show := "slide", "shows"
	if len(m.Slides) > 1 {
		which, show = "slides", "show"
	}
	return fmt.Sprintf("%s %s %s words instead of the picture %q: %v", which, m.Numbers("and"), show, m.Name(), m.Reason)
}

// Numbers lists the slides with a word before the last one: "1, 2 and 3".
func (m MissingImage) Numbers(and string) string {
	var b strings.Builder
	for i, n := range m.Slides {
		switch {
		case i == 0:
		case i == len(m.Slides)-1:
			b.WriteString(" " + and + " ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}

// Name is the picture's destination, as much of it as a line can hold: a picture
// that is written out in the talk has thousands of letters.
func (m MissingImage) Name() string {
	const most = 80
	if runes := []rune(m.Destination); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return m.Destination
}

// Why a picture is not embedded, or is not where it is named.
var (
	ErrRemote   = errors.New("it is on the network, and a deck loads nothing from there")
	ErrOutside  = errors.New("it is outside the talk's folder")
	ErrTooLarge = fmt.Errorf("a picture may have %d MB, and all of them together %d MB", MaxImage>>20, MaxImages>>20)
	ErrNoImage  = errors.New("it is no PNG, JPEG, GIF, WebP, AVIF or SVG picture")
	// ErrOddName and ErrWholePath are of tools that build what they show.
	ErrOddName   = errors.New("the tool takes no file along whose name has %, #, ? or \\")
	ErrWholePath = errors.New("the tool takes no file along that is named with its whole path")
)

// missingImages collects them, each once, in the order in which they are wanted.
type missingImages []MissingImage

// add adds a picture that a slide wants; the slides come in their order.
func (m *missingImages) add(slide int, destination string, reason error) {
	i := slices.IndexFunc(*m, func(known MissingImage) bool { return known.Destination == destination })
	if i < 0 {
		*m = append(*m, MissingImage{Destination: destination, Reason: reason})
		i = len(*m) - 1
	}
	if at := &(*m)[i]; len(at.Slides) == 0 || at.Slides[len(at.Slides)-1] != slide {
		at.Slides = append(at.Slides, slide)
	}
}

// absent says why there is no file where a picture is named, as seen from a folder;
// nil where there is one, and for what is no file: an address of the network, and a
// picture that is written out. Without a folder only whole paths lead to a file.
func absent(folder, destination string) error {
	if !isPicture(destination) {
		return nil
	}
	var err error
	for _, name := range []string{destination, withoutQuery(destination)} {
		file, ok := LocalFile(folder, name)
		switch {
		case file == "":
			return nil
		case !ok:
			return fs.ErrNotExist
		}
		switch info, statErr := os.Stat(file); {
		case statErr != nil:
			err = cause(statErr)
		case info.IsDir():
			return ErrNoImage
		default:
			return nil
		}
	}
	return err
}

// withoutQuery returns a destination up to what a browser takes for no part of the
// file's name.
func withoutQuery(destination string) string {
	if i := strings.IndexAny(destination, "?#"); i > 0 {
		return destination[:i]
	}
	return destination
}

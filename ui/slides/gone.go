package slides

import (
	"cmp"
	"context"
	"errors"
	"io/fs"

	"fyne.io/fyne/v2/lang"

	"talkgiver/talk/slides"
	"talkgiver/ui/work"
)

// gone returns the name of the first picture on a slide that cannot be shown, and
// why; "" where there is none.
func (p *Place) gone(s *slides.Slide) (name string, why error) {
	if s == nil {
		return "", nil
	}
	for _, image := range s.Images() {
		err := p.album.why(image.Destination)
		if err == nil {
			continue
		}
		if why == nil || errors.Is(why, errOtherApp) && !errors.Is(err, errOtherApp) { // others are worse
			name, why = slides.MissingImage{Destination: image.Destination}.Name(), err
		}
	}
	return name, why
}

// countMissing counts the pictures of the deck that no deck can show. It looks at no
// more of a file than its head: those that are not looked at stay unread.
func (p *Place) countMissing() {
	folder, named := p.album.folder, map[string]bool{}
	for _, s := range p.deck.Slides {
		for _, image := range s.Images() {
			named[image.Destination] = true
		}
	}
	work.Go(p.cfg.Runner, "missing pictures", func(ctx context.Context) int {
		n := 0
		for destination := range named {
			if ctx.Err() != nil {
				break
			}
			if err := whyNotThere(folder, destination); err != nil && !errors.Is(err, errOtherApp) {
				n++
			}
		}
		return n
	}, func(n int) {
		if n != p.missing {
			p.missing = n
			p.cfg.Counted()
		}
	})
}

// whyNotThere says why there is no picture for a destination, as far as the head of
// its file tells, or returns nil.
func whyNotThere(folder, destination string) error {
	path, ok := slides.LocalFile(folder, destination)
	if !ok {
		return whyNoFile(path, destination)
	}
	file, err := openPicture(path)
	if err != nil {
		return err
	}
	return file.Close()
}

// whyGone says why a picture is not drawn, and what helps.
func whyGone(err error) string {
	switch {
	case errors.Is(err, errTooLarge):
		return lang.L("A picture that is drawn may have {{.Bytes}} MB and {{.Pixels}} million pixels. Make it smaller.", map[string]any{"Bytes": mostBytes >> 20, "Pixels": mostPixels >> 20})
	case errors.Is(err, errOtherApp):
		return lang.L("Talkgiver draws PNG, JPEG, GIF and WebP pictures; a deck in the browser shows this one too.")
	}
	return cmp.Or(WhyMissing(err), lang.L("It cannot be read."))
}

// WhyMissing says why a picture is not in a deck, and what helps; "" where the error
// is none that is known.
func WhyMissing(err error) string {
	switch {
	case errors.Is(err, slides.ErrRemote):
		return lang.L("It is on the network. Put a copy beside the talk: slides must not need a network.")
	case errors.Is(err, slides.ErrOutside):
		return lang.L("It is outside the talk's folder. Put a copy beside the talk.")
	case errors.Is(err, slides.ErrTooLarge):
		return lang.L("A picture may have {{.One}} MB, and all of them together {{.All}} MB. Make it smaller.", map[string]any{"One": slides.MaxImage >> 20, "All": slides.MaxImages >> 20})
	case errors.Is(err, slides.ErrNoImage):
		return lang.L("It is no picture that a browser shows.")
	case errors.Is(err, slides.ErrOddName):
		return lang.L("The tool takes no picture along with %, #, ? or \\ in its name. Give it another one.")
	case errors.Is(err, slides.ErrWholePath):
		return lang.L("The tool takes no picture along that is named with its whole path. Put a copy beside the talk, or export a folder.")
	case errors.Is(err, fs.ErrNotExist):
		return lang.L("There is no such file.")
	}
	return ""
}

package slides

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"talkgiver/talk"
)

// The limits of what a deck embeds. A browser takes more; a file that is mailed
// to an organiser does not.
const (
	MaxImage  = 8 << 20  // bytes of one picture
	MaxImages = 32 << 20 // bytes of all of them
)

// Image is a picture that a deck holds.
type Image struct {
	Type string // one of image/png, image/jpeg, image/gif, image/webp, image/avif, image/svg+xml
	Data []byte
}

// imageTypes are what a browser shows inside a page without running or loading
// anything, SVG included: inside img it has no script and no network.
var imageTypes = []string{"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/svg+xml"}

// Embed reads the pictures that the slides and notes show into d.Images, and
// reports those that cannot be there.
//
// files is the talk's folder. Only what is in it can get into a deck: a talk from
// somebody else must not carry a reader's own files into what they publish. Where
// the folder is one of a real disk, os.Root keeps links that lead out of it out.
func (d *Deck) Embed(files fs.FS) []MissingImage {
	e := embedder{files: files, deck: d, tried: map[string]error{}}
	d.Images = map[string]Image{}
	for i, s := range d.Slides {
		e.slide = i + 1
		e.inlines(s.Title)
		e.blocks(s.Blocks)
		e.blocks(s.Notes)
	}
	return e.missing
}

type embedder struct {
	files   fs.FS
	deck    *Deck
	slide   int
	size    int
	tried   map[string]error // what became of a picture, nil where it is embedded
	missing missingImages
}

func (e *embedder) blocks(blocks []talk.Block) {
	for _, block := range blocks {
		switch b := block.(type) {
		case *talk.Paragraph:
			e.inlines(b.Inlines)
		case *talk.Heading:
			e.inlines(b.Inlines)
		case *talk.Quote:
			e.blocks(b.Blocks)
		case *talk.ListItem:
			e.blocks(b.Blocks)
		case *talk.List:
			for _, item := range b.Items {
				e.blocks(item.Blocks)
			}
		case *talk.Table:
			for _, cell := range b.Header {
				e.inlines(cell)
			}
			for _, row := range b.Rows {
				for _, cell := range row {
					e.inlines(cell)
				}
			}
		}
	}
}

func (e *embedder) inlines(inlines []talk.Inline) {
	for _, in := range inlines {
		switch in := in.(type) {
		case *talk.Emphasis:
			e.inlines(in.Children)
		case *talk.Anchor:
			e.inlines(in.Children)
		case *talk.Image:
			e.image(clean(in.Destination))
		}
	}
}

func (e *embedder) image(destination string) {
	err, tried := e.tried[destination]
	if !tried {
		err = e.embed(destination)
		e.tried[destination] = err
	}
	if err != nil {
		e.missing.add(e.slide, destination, err)
	}
}

// embed puts a picture into the deck, or says why it cannot be there.
func (e *embedder) embed(destination string) error {
	data, err := imageData(e.files, destination)
	kind := imageType(data)
	switch {
	case err != nil:
		return err
	case len(data) > MaxImage || e.size+len(data) > MaxImages:
		return ErrTooLarge
	case kind == "":
		return ErrNoImage
	}
	e.size += len(data)
	e.deck.Images[destination] = Image{Type: kind, Data: data}
	return nil
}

// imageData returns the bytes that an image's destination stands for, at most
// one more than a picture may have.
func imageData(files fs.FS, destination string) ([]byte, error) {
	if isWritten(destination) {
		_, data, ok := strings.Cut(destination, ";base64,")
		if !ok {
			return nil, ErrNoImage
		}
		decoded, err := base64.StdEncoding.DecodeString(data)
		if err != nil {
			return nil, ErrNoImage
		}
		return decoded, nil
	}
	name, err := imageName(destination)
	if err != nil {
		return nil, err
	}
	if name = path.Clean(name); !fs.ValidPath(name) {
		return nil, ErrOutside
	}
	// Opening a pipe would wait for somebody to write into it.
	info, err := fs.Stat(files, name)
	switch {
	case err != nil:
		return nil, cause(err)
	case !info.Mode().IsRegular():
		return nil, ErrNoImage
	case info.Size() > MaxImage:
		return nil, ErrTooLarge
	}
	file, err := files.Open(name)
	if err != nil {
		return nil, cause(err)
	}
	data, err := io.ReadAll(io.LimitReader(file, MaxImage+1))
	return data, cause(errors.Join(err, file.Close()))
}

// isWritten reports whether a destination is the picture itself.
func isWritten(destination string) bool {
	const scheme = "data:"
	return len(destination) >= len(scheme) && strings.EqualFold(destination[:len(scheme)], scheme)
}

// imageName returns the name of the file that a destination stands for, as seen from
// the talk's folder; the error says that it is none there can be in it.
func imageName(destination string) (string, error) {
	if u, err := url.Parse(destination); err == nil && len(u.Scheme) > 1 { // one letter is a drive
		if u.Scheme == "file" {
			return "", ErrOutside
		}
		return "", ErrRemote
	}
	if strings.HasPrefix(destination, "//") {
		return "", ErrRemote
	}
	return unescaped(destination), nil
}

// cause takes the path out of an error that stands beside it. Of a link that leads
// out of the folder it says that.
func cause(err error) error {
	var at *fs.PathError
	if !errors.As(err, &at) {
		return err
	}
	if at.Err.Error() == escapes {
		return ErrOutside
	}
	return at.Err
}

// escapes is what os.Root says of a link that leads out of it, by an error without
// a name.
const escapes = "path escapes from parent"

// imageType tells a picture's type by its first bytes, "" when it is none. The
// signatures are those of the MIME Sniffing standard, AVIF's that of ISO/IEC 23000-22.
func imageType(data []byte) string {
	at := func(offset int, sign string) bool {
		return len(data) >= offset && bytes.HasPrefix(data[offset:], []byte(sign))
	}
	switch {
	case at(0, "\x89PNG\r\n\x1a\n"):
		return "image/png"
	case at(0, "\xff\xd8\xff"):
		return "image/jpeg"
	case at(0, "GIF87a"), at(0, "GIF89a"):
		return "image/gif"
	case at(0, "RIFF") && at(8, "WEBPVP"):
		return "image/webp"
	case at(4, "ftypavif"), at(4, "ftypavis"):
		return "image/avif"
	}
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\ufeff")), " \t\r\n")
	if bytes.HasPrefix(head, []byte("<svg")) || bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte("<svg")) {
		return "image/svg+xml"
	}
	return ""
}

// IsImage reports whether a file that begins with these bytes is a picture that
// browsers show, by its first 4096 bytes at the most.
func IsImage(head []byte) bool { return imageType(head) != "" }

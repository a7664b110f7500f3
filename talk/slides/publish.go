package slides

import (
	"context"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"talkgiver/talk"
)

// Publication is where a deck comes from and goes to, which decides what becomes
// of the pictures in it.
type Publication struct {
	// Talk is the talk's file; "" when it has none yet, and then no pictures are
	// found.
	Talk string
	// Folder is the one that the deck's file goes to; "" when there is none, and
	// then pictures are named as the talk names them.
	Folder string
	// Run runs the program that a flavour needs; nil runs those of this machine.
	Run Runner
}

// Publish makes the file of a deck in this flavour. Pictures are embedded where
// the flavour or the program that it needs does that, and else named as seen from
// the deck's folder. missing are those that could not be embedded, or that the
// tool does not take along: their words stand there.
//
// The error says that the program that makes the file is not installed or has
// failed, or that the talk's folder cannot be read.
func (f Flavour) Publish(ctx context.Context, d *Deck, to Publication) (file []byte, missing []MissingImage, err error) {
	dir := ""
	if to.Talk != "" {
		dir = filepath.Dir(to.Talk)
	}
	switch {
	case f.Through != "":
		var folder *os.Root
		if dir != "" {
			if folder, err = os.OpenRoot(dir); err != nil {
				return nil, nil, err
			}
			defer folder.Close() // it was only read
		}
		d, missing = d.withFoundImages(folder)
		file, err = throughPandoc(ctx, to.Run, f.Name, f.Bytes(d), dir)
		return file, missing, err
	case f.Embeds && dir != "":
		folder, err := os.OpenRoot(dir)
		if err != nil {
			return nil, nil, err
		}
		missing = d.Embed(folder.FS())
		if err := folder.Close(); err != nil {
			return nil, nil, err
		}
	case to.Folder != "" && dir != "":
		seen := fromFolder(dir, to.Folder)
		d, missing = d.Relocated(seen), f.leftBehind(d, seen)
	default:
		missing = f.leftBehind(d, func(destination string) string { return destination })
	}
	return f.Bytes(d), missing, nil
}

// leftBehind lists the pictures on slides that the tool does not take along, as the
// deck's file names them.
func (f Flavour) leftBehind(d *Deck, named func(string) string) []MissingImage {
	if f.bundles == nil {
		return nil
	}
	var all []MissingImage
	told := map[string]bool{}
	for i, s := range d.Slides {
		shown := Deck{Slides: []*Slide{{Title: s.Title, Blocks: s.Blocks}}}
		shown.withImages(func(_ int, image *talk.Image) talk.Inline {
			if err := f.bundles(named(image.Destination)); err != nil && !told[image.Destination] {
				told[image.Destination] = true
				all = append(all, MissingImage{i + 1, image.Destination, err})
			}
			return image
		})
	}
	return all
}

// Copy is a picture that goes along with a deck.
type Copy struct {
	From string // its file
	To   string // its path in the deck's folder, with slashes
}

// picturesFolder is where the pictures of a deck lie beside it.
const picturesFolder = "images"

// Gathered returns the deck with its pictures named as they lie in a folder of
// its own, and what has to be copied there. folder is the talk's own. Pictures
// of the network stay where they are.
func (d *Deck) Gathered(folder string) (*Deck, []Copy) {
	var copies []Copy
	names, taken := map[string]string{}, map[string]bool{}
	moved := d.Relocated(func(destination string) string {
		from, ok := LocalFile(folder, destination)
		if !ok {
			return destination
		}
		if name, ok := names[from]; ok {
			return name
		}
		base := filepath.Base(from)
		extension := filepath.Ext(base)
		name := base
		for n := 2; taken[strings.ToLower(name)]; n++ { // some systems tell no case
			name = strings.TrimSuffix(base, extension) + "-" + strconv.Itoa(n) + extension
		}
		taken[strings.ToLower(name)] = true
		to := path.Join(picturesFolder, name)
		copies = append(copies, Copy{from, to})
		names[from] = strings.ReplaceAll(escapePath.Replace(to), " ", "%20")
		return names[from]
	})
	return moved, copies
}

// LocalFile returns the file that a picture's destination names, for a talk in a
// folder. Addresses of the network, and pictures written out in the talk, are
// none; without a folder only a whole path is a file.
func LocalFile(folder, destination string) (string, bool) {
	if destination == "" || strings.IndexByte("#?", destination[0]) >= 0 || strings.HasPrefix(destination, "//") ||
		hasScheme(destination) && filepath.VolumeName(filepath.FromSlash(destination)) == "" {
		return "", false
	}
	file := filepath.FromSlash(unescaped(destination))
	if filepath.IsAbs(file) {
		return file, true
	}
	return filepath.Join(folder, file), folder != ""
}

// unescaped returns the path that a destination names: Markdown writes a blank as
// %20.
func unescaped(destination string) string {
	if plain, err := url.PathUnescape(destination); err == nil {
		return plain
	}
	return destination
}

// fromFolder returns where an image is from another folder. What is no relative
// path stays.
func fromFolder(from, to string) func(string) string {
	stays := func(destination string) string { return destination }
	from, errFrom := filepath.Abs(from)
	to, errTo := filepath.Abs(to)
	if errFrom != nil || errTo != nil || from == to {
		return stays
	}
	way, err := filepath.Rel(to, from)
	if err != nil { // on another drive
		return stays
	}
	way = escapePath.Replace(filepath.ToSlash(way))
	return func(destination string) string {
		if destination == "" || strings.IndexByte("/\\#?", destination[0]) >= 0 || hasScheme(destination) {
			return destination
		}
		return way + "/" + strings.TrimPrefix(destination, "./")
	}
}

// escapePath writes a path as a part of a URL.
var escapePath = strings.NewReplacer("%", "%25", "#", "%23", "?", "%3F")

// hasScheme reports whether a destination begins as a URL does, or a drive's
// path: "https:", "data:", "C:".
func hasScheme(destination string) bool {
	for i := range len(destination) {
		c := destination[i] | 0x20
		switch {
		case 'a' <= c && c <= 'z':
		case i > 0 && ('0' <= destination[i] && destination[i] <= '9' || strings.IndexByte("+-.", destination[i]) >= 0):
		default:
			return i > 0 && destination[i] == ':'
		}
	}
	return false
}

package slides

import (
	"cmp"
	"context"
	"embed"
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
// the deck's folder. missing are those that could not be embedded, that are not
// where they are named, or that the tool does not take along: their words stand
// there.
//
// The error says that the program that makes the file is not installed or has
// failed, or that the talk's folder cannot be read.
func (f Flavour) Publish(ctx context.Context, d *Deck, to Publication) (file []byte, missing []MissingImage, err error) {
	dir := to.talkFolder()
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
	case f.Embeds:
		missing = d.Embed(embed.FS{}) // which holds nothing
	case to.Folder != "" && dir != "":
		seen := fromFolder(dir, to.Folder)
		missing = f.wanting(d, dir, seen)
		d = d.Relocated(seen)
	default:
		missing = f.wanting(d, cmp.Or(dir, to.Folder), func(destination string) string { return destination })
	}
	return f.Bytes(d), missing, nil
}

// talkFolder is the folder of the talk's file, or "" when it has none yet.
func (to Publication) talkFolder() string {
	if to.Talk == "" {
		return ""
	}
	return filepath.Dir(to.Talk)
}

// wanting lists the pictures on slides that are not where they are named, as seen
// from a folder, or that the tool does not take along, as the deck's file names them.
func (f Flavour) wanting(d *Deck, folder string, named func(string) string) []MissingImage {
	if !f.Carries.Images {
		return nil
	}
	var all missingImages
	reasons := map[string]error{}
	for i, s := range d.Slides {
		shown := Deck{Slides: []*Slide{{Title: s.Title, Blocks: s.Blocks}}}
		shown.withImages(func(_ int, image *talk.Image) talk.Inline {
			reason, known := reasons[image.Destination]
			if !known {
				if f.bundles != nil {
					reason = f.bundles(named(image.Destination))
				}
				if reason == nil {
					reason = absent(folder, image.Destination)
				}
				reasons[image.Destination] = reason
			}
			if reason != nil {
				all.add(i+1, image.Destination, reason)
			}
			return image
		})
	}
	return all
}

// Gather makes the file of a deck in this flavour for a folder of its own, which
// gets the copies. missing and the error are as those of Publish; to.Folder is not
// asked for.
func (f Flavour) Gather(ctx context.Context, d *Deck, to Publication) (file []byte, copies []Copy, missing []MissingImage, err error) {
	if f.Through != "" || f.Embeds || !f.Carries.Images { // the file holds what there is
		to.Folder = ""
		file, missing, err = f.Publish(ctx, d, to)
		return file, nil, missing, err
	}
	g := gathering{folder: to.talkFolder(), names: map[string]string{}, taken: map[string]bool{}}
	missing = f.wanting(d, g.folder, g.name)
	return f.Bytes(d.Relocated(g.name)), g.copies, missing, nil
}

// Copy is a picture that goes along with a deck.
type Copy struct {
	From string // its file
	To   string // its path in the deck's folder, with slashes
}

// picturesFolder is where the pictures of a deck lie beside it.
const picturesFolder = "images"

// gathering names pictures as they lie in a folder of the deck's own. Pictures of
// the network stay where they are.
type gathering struct {
	folder string            // the talk's own
	names  map[string]string // by file
	taken  map[string]bool   // names, in lower case: some systems tell no case
	copies []Copy
}

// name returns the new name of a picture, which is copied there.
func (g *gathering) name(destination string) string {
	from, ok := LocalFile(g.folder, destination)
	if !ok {
		return destination
	}
	if name, ok := g.names[from]; ok {
		return name
	}
	base := filepath.Base(from)
	extension := filepath.Ext(base)
	name := base
	for n := 2; g.taken[strings.ToLower(name)]; n++ {
		name = strings.TrimSuffix(base, extension) + "-" + strconv.Itoa(n) + extension
	}
	g.taken[strings.ToLower(name)] = true
	to := path.Join(picturesFolder, name)
	g.copies = append(g.copies, Copy{from, to})
	g.names[from] = strings.ReplaceAll(escapePath.Replace(to), " ", "%20")
	return g.names[from]
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

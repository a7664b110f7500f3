package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"talkgiver/talk"
	"talkgiver/talk/library"
	"talkgiver/talk/markdown"
	"talkgiver/talk/say"
	"talkgiver/talk/slides"
)

func exportCommand() command {
	var known strings.Builder
	for _, f := range slides.Flavours() {
		note := ""
		if f.ByDocumentation {
			note = " (by its documentation)"
		}
		fmt.Fprintf(&known, "      %-14s %s%s\n", f.Name, f.Title, note)
	}
	return command{
		name:    "export",
		usage:   "--to FLAVOUR [-o OUT] [--no-notes] [--force] FILE",
		summary: "writes a talk as slides with notes",
		detail: "  --to FLAVOUR   the tool that shows the slides:\n" + known.String() +
			"  -o OUT         the file to write; else the slides go to standard output\n" +
			"  --no-notes     only what the audience sees\n" +
			"  --force        replace OUT when it is there already\n\n" +
			"What is tagged #skip is left out, what is tagged #backup comes after the end.\n",
		run: export,
	}
}

func export(sys System, flags *flag.FlagSet, args []string) error {
	to := flags.String("to", "", "")
	out := flags.String("o", "", "")
	noNotes := flags.Bool("no-notes", false, "")
	force := flags.Bool("force", false, "")
	files, err := parse(flags, args)
	if err != nil {
		return err
	}
	flavour, ok := slides.ByName(*to)
	switch {
	case *to == "":
		return misuse("--to needs a flavour: " + flavourNames())
	case !ok:
		return misuse(fmt.Sprintf("there is no flavour %q; there is: %s", *to, flavourNames()))
	case len(files) != 1:
		return misuse(fmt.Sprintf("one file can be exported at a time, not %d", len(files)))
	}
	t, err := readable(files[0])
	if err != nil {
		return err
	}
	deck := slides.New(t, slides.Options{NoNotes: *noNotes})
	if flavour.Embeds {
		if err := embed(deck, files[0], sys.Stderr); err != nil {
			return err
		}
	}
	written := flavour.Bytes(deck)
	if *out == "" {
		_, err := sys.Stdout.Write(written)
		return err
	}
	return saveTo(*out, written, files[0], *force)
}

// embed puts the pictures of a talk's folder into its deck, and tells of those
// that cannot be there. A deck without them is a deck all the same.
func embed(deck *slides.Deck, path string, told io.Writer) error {
	folder, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return err
	}
	for _, w := range deck.Embed(folder.FS()) {
		fmt.Fprintf(told, "%s: %v\n", path, w)
	}
	return folder.Close()
}

func flavourNames() string {
	var names []string
	for _, f := range slides.Flavours() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// readable reads a talk whose slides can be made: it is text, and its front
// matter is YAML. Whatever else is wrong in a talk, its slides are right; signs
// that are none become replacement signs.
func readable(path string) (*talk.Talk, error) {
	data, err := loadTalk(path)
	if err != nil {
		return nil, err
	}
	t := markdown.Parse(data).Talk()
	for _, p := range t.Problems {
		if p.Key == talk.BadFrontMatter {
			if p.Arg == "" {
				p.Arg = strings.TrimSpace(t.Text(p.Span))
			}
			return nil, fmt.Errorf("%s:%d: %s", path, t.Position(p.Span.Start).Line, say.For("en").Problem(p))
		}
	}
	return t, nil
}

// saveTo writes a file whole or not at all. A file that is there stays, unless
// it may be replaced; the talk itself never may.
func saveTo(path string, data []byte, source string, replace bool) error {
	if sameFile(path, source) {
		return fmt.Errorf("%s is the talk itself: choose another file with -o", path)
	}
	if replace {
		_, err := library.Overwrite(path, data)
		return err
	}
	_, err := library.Save(path, data, library.Fingerprint{})
	if errors.Is(err, library.ErrExists) {
		return fmt.Errorf("%s is there already: --force replaces it", path)
	}
	return err
}

// sameFile reports whether two paths lead to one file.
func sameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
		note := f.Carries.String()
		if f.Through != "" {
			note += "; through " + f.Through
		}
		if f.ByDocumentation {
			note += "; by its documentation"
		}
		fmt.Fprintf(&known, "      %-15s  %-5s  %s (%s)\n", f.Name, f.Extension, f.Title, note)
	}
	return command{
		name:    "export",
		usage:   "--to FLAVOUR [-o OUT] [OPTIONS] FILE",
		summary: "writes a talk as slides with notes",
		detail: "  --to FLAVOUR   the tool that shows the slides, or a kind of page, and its kind of file:\n" + known.String() +
			"  -o OUT         the file to write; else the slides go to standard output, as to -\n" +
			"  --no-notes     only what the audience sees\n" +
			"  --times        the notes of a slide begin with its time\n" +
			"  --no-title     no title slide\n" +
			"  --closing      a closing slide: the message, and what each section gives\n" +
			"  --split        a slide that would overflow goes on on a further one\n" +
			"  --variant NAME leave out what is tagged #skip-NAME too\n" +
			"  --force        replace OUT when it is there already\n\n" +
			"What is tagged #skip is left out, what is tagged #backup comes after the end.\n" +
			"Images are found from OUT's folder too. A FILE of - is standard input; its images\n" +
			"are found from the folder in which you are.\n",
		run: export,
	}
}

func export(sys System, flags *flag.FlagSet, args []string) error {
	var opt slides.Options
	flavourName := flags.String("to", "", "")
	out := flags.String("o", "", "")
	force := flags.Bool("force", false, "")
	flags.BoolVar(&opt.NoNotes, "no-notes", false, "")
	flags.BoolVar(&opt.Times, "times", false, "")
	flags.BoolVar(&opt.NoTitle, "no-title", false, "")
	flags.BoolVar(&opt.Closing, "closing", false, "")
	flags.BoolVar(&opt.Split, "split", false, "")
	flags.StringVar(&opt.Variant, "variant", "", "")
	files, err := parse(flags, args)
	if err != nil {
		return err
	}
	flavour, ok := slides.ByName(*flavourName)
	switch {
	case *flavourName == "":
		return misuse("--to needs a flavour: " + flavourNames())
	case !ok:
		return misuse(fmt.Sprintf("there is no flavour %q; there is: %s", *flavourName, flavourNames()))
	case len(files) != 1:
		return misuse(fmt.Sprintf("one file can be exported at a time, not %d", len(files)))
	}
	t, err := sys.readable(files[0])
	if err != nil {
		return err
	}
	if *out == standardOutput {
		*out = ""
	}
	name := nameOf(files[0])
	// What is on standard input has its pictures where the command is run.
	to := slides.Publication{Talk: files[0], Run: sys.Exec}
	if *out != "" {
		to.Folder = filepath.Dir(*out)
	}
	deck := slides.New(t, opt)
	made, missing, err := flavour.Publish(context.Background(), deck, to)
	if err != nil {
		return err
	}
	for _, w := range flavour.Warnings(deck) {
		switch w.Kind {
		case slides.NoImages, slides.NoTables, slides.BecomesMore, slides.NoLinkTitle, slides.NothingShown:
			fmt.Fprintf(sys.Stderr, "%s: %v\n", name, w)
		}
	}
	for _, m := range missing {
		fmt.Fprintf(sys.Stderr, "%s: %v\n", name, m)
	}
	if err := deliver(sys, made, *out, files[0], *force); err != nil {
		return err
	}
	if *out != "" {
		if told := misnamed(*out, flavour); told != "" {
			fmt.Fprintf(sys.Stderr, "%s: %s\n", *out, told)
		}
	}
	return nil
}

// misnamed says that a file's name ends as those of another kind do than the
// flavour's, and which flavour is of that kind.
func misnamed(out string, flavour slides.Flavour) string {
	kinds := map[string]string{".markdown": ".md", ".mkd": ".md", ".txt": ".md", ".qmd": ".md", ".htm": ".html"}
	kind := func(extension string) string {
		extension = strings.ToLower(extension)
		if same, ok := kinds[extension]; ok {
			return same
		}
		return extension
	}
	named := kind(filepath.Ext(out))
	if named == "" || named == kind(flavour.Extension) {
		return ""
	}
	told := fmt.Sprintf("this is a %s file, as %s has them", flavour.Extension, flavour.Title)
	for _, f := range slides.Flavours() {
		if f.Extension == named {
			return told + fmt.Sprintf("; --to %s makes a %s file", f.Name, named)
		}
	}
	return told
}

// deliver writes what was made to a file, or to standard output.
func deliver(sys System, made []byte, out, source string, replace bool) error {
	if out == "" {
		_, err := sys.Stdout.Write(made)
		return err
	}
	return saveTo(out, made, source, replace)
}

func flavourNames() string {
	var names []string
	for _, f := range slides.Flavours() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// readable reads a talk whose slides can be made: it is text, its front matter is
// YAML, and no merge has left two versions of anything, with its marks as text.
// Whatever else is wrong in a talk, its slides are right; signs that are none
// become replacement signs.
func (sys System) readable(path string) (*talk.Talk, error) {
	data, err := sys.loadTalk(path)
	if err != nil {
		return nil, err
	}
	t := markdown.Parse(data).Talk()
	// Marks of a merge can be why the front matter cannot be read.
	for _, key := range []talk.ProblemKey{talk.MergeMarks, talk.BadFrontMatter} {
		i := slices.IndexFunc(t.Problems, func(p talk.Problem) bool { return p.Key == key })
		if i < 0 {
			continue
		}
		p := t.Problems[i]
		if p.Arg == "" {
			p.Arg = strings.TrimSpace(t.Text(p.Span))
		}
		return nil, fmt.Errorf("%s:%d: %s", nameOf(path), t.Position(p.Span.Start).Line, say.For("en").Problem(p))
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
	if a == standardInput || b == standardInput {
		return false
	}
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

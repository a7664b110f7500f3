package cli

import (
	"flag"
	"fmt"
	"strings"

	"talkgiver/talk/journal"
	"talkgiver/talk/library"
)

func mergeCommand() command {
	return command{
		name:    "merge",
		usage:   "[-o OUT] [--force] [--as NAME] BASE OURS THEIRS",
		summary: "merges two versions of a talk by its sections, for git too",
		detail: "OURS becomes what both sides have made of BASE: sections and lists are found again\n" +
			"wherever they went, and links to needs, promises, truths and sections follow. Where\n" +
			"both have changed the same lines, both versions stay in the file between the marks\n" +
			"that git uses, each such place is a line FILE:LINE on standard error, and the exit\n" +
			"code is 1. A talk's journal (" + journal.Suffix + ") gets the events of both. One of\n" +
			"the three may be - for standard input.\n\n" +
			"  -o OUT      write to OUT, - for standard output, and leave OURS alone\n" +
			"  --force     replace OUT when it is there already\n" +
			"  --as NAME   the name of the talk's file, when those of BASE, OURS and THEIRS do\n" +
			"              not tell: what it is, and how messages call it\n\n" +
			"So that git uses it, put into .gitattributes beside the talks:\n\n" +
			"  *.md              merge=talkgiver\n" +
			"  *" + journal.Suffix + "  merge=talkgiver\n\n" +
			"and once on each machine:\n\n" +
			"  git config --global merge.talkgiver.name \"talks, by their sections\"\n" +
			"  git config --global merge.talkgiver.driver \"talkgiver merge --as %P %O %A %B\"\n",
		run: merge,
	}
}

func merge(sys System, flags *flag.FlagSet, args []string) error {
	out := flags.String("o", "", "")
	force := flags.Bool("force", false, "")
	name := flags.String("as", "", "")
	files, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(files) != 3 {
		return misuse(fmt.Sprintf("it takes three files, BASE OURS THEIRS, not %d", len(files)))
	}
	if *name == "" {
		*name = nameOf(files[1])
	}
	if err := onceFromStdin(files); err != nil {
		return err
	}
	load := sys.loadTalk
	isJournal := strings.HasSuffix(*name, journal.Suffix)
	if isJournal {
		load = sys.load
	}
	var versions [3][]byte
	for i, path := range files {
		if versions[i], err = load(path); err != nil {
			return err
		}
	}
	merged, conflicts := journal.Merge(versions[1], versions[2]), []contradiction(nil)
	if !isJournal {
		merged, conflicts = mergeTalks(versions)
	}
	switch {
	case *out == standardOutput || *out == "" && files[1] == standardInput:
		_, err = sys.Stdout.Write(merged)
	case *out == "":
		_, err = library.Save(files[1], merged, library.FingerprintOf(versions[1]))
	default:
		err = saveTo(*out, merged, files[1], *force)
	}
	if err != nil {
		return err
	}
	for _, c := range conflicts {
		fmt.Fprintf(sys.Stderr, "%s:%d: %s\n", *name, c.line, c.sentence)
	}
	if len(conflicts) > 0 {
		return errSaid
	}
	return nil
}

// contradiction is a place that both sides have changed.
type contradiction struct {
	line     int // from 1 in the merged file
	sentence string
}

// mergeTalks merges base, ours and theirs.
func mergeTalks(versions [3][]byte) ([]byte, []contradiction) {
	m := library.Merge(versions[0], versions[1], versions[2])
	merged, lines := m.Marked("ours", "theirs")
	conflicts := make([]contradiction, len(lines))
	for i, c := range m.Conflicts() {
		conflicts[i] = contradiction{lines[i], sentenceOf(c)}
	}
	return merged, conflicts
}

// sentenceOf says what both sides have changed, and what to do.
func sentenceOf(c library.Conflict) string {
	where := "the text before the first section"
	switch {
	case c.Key != "":
		where = c.Key + " in the front matter"
	case c.Section != "":
		where = fmt.Sprintf("the section %q", c.Section)
	}
	switch {
	case c.Ours == "":
		return fmt.Sprintf("theirs has changed %s, which ours has taken away: keep it or leave it out between the marks", where)
	case c.Theirs == "":
		return fmt.Sprintf("ours has changed %s, which theirs has taken away: keep it or leave it out between the marks", where)
	}
	return fmt.Sprintf("both sides have changed %s: choose between the marks", where)
}

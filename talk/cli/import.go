package cli

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"talkgiver/talk/slides"
)

func importCommand() command {
	return command{
		name:    "import",
		usage:   "[--from FLAVOUR] [-o OUT] [--force] DECK",
		summary: "makes a talk of a deck that was written for a tool, or of an outline",
		detail: "  --from FLAVOUR  the tool that the deck was written for; else it is found out:\n" +
			wrapped(slides.Readable(), "                  ") +
			"                  reveal is the Markdown of reveal.js, not its HTML page\n" +
			"  -o OUT          the talk to write; else it goes to standard output, as to -\n" +
			"  --force         replace OUT when it is there already\n\n" +
			"Slides become sections, notes become what is said. What has no place in a talk,\n" +
			"such as settings, layouts and scripts, stays in it as a comment, and each is a\n" +
			"line on standard error. Pictures are found from OUT's folder too. A DECK of - is\n" +
			"standard input:  pandoc notes.docx -t markdown | talkgiver import -\n",
		run: importDeck,
	}
}

func importDeck(sys System, flags *flag.FlagSet, args []string) error {
	from := flags.String("from", "", "")
	out := flags.String("o", "", "")
	force := flags.Bool("force", false, "")
	files, err := parse(flags, args)
	if err != nil {
		return err
	}
	switch {
	case *from != "" && !slices.Contains(slides.Readable(), *from):
		return misuse(fmt.Sprintf("no deck of %q can be read; there is: %s", *from, strings.Join(slides.Readable(), ", ")))
	case len(files) != 1:
		return misuse(fmt.Sprintf("one deck can be imported at a time, not %d", len(files)))
	}
	deck := files[0]
	if *out == standardOutput {
		*out = ""
	}
	if *out != "" && sameFile(*out, deck) {
		return fmt.Errorf("%s is the deck itself: choose another file with -o", *out)
	}
	data, err := sys.load(deck)
	if err != nil {
		return err
	}
	name := nameOf(deck)
	place := filepath.Dir(deck) // of the talk: on standard output pictures are named as the deck names them
	if *out != "" {
		place = filepath.Dir(*out)
	}
	ctx, stop := sys.interruptible()
	read, err := slides.ReadInto(ctx, *from, data, filepath.Dir(deck), place)
	stop() // to write takes a moment, and is whole or not at all
	if errors.Is(err, slides.ErrNoText) {
		return fmt.Errorf("%s:%d: %w", name, firstNoText(data), err)
	}
	if errors.Is(err, slides.ErrWebPage) {
		return fmt.Errorf("%s:1: %w", name, err)
	}
	if err != nil {
		return err
	}
	if len(bytes.TrimSpace(read.Talk)) == 0 {
		return fmt.Errorf("%s: there are no slides in it", name)
	}
	if err := deliver(sys, read.Talk, *out, deck, *force); err != nil {
		return err
	}
	for _, kept := range read.Kept {
		where := "settings"
		if kept.Slide > 0 {
			where = fmt.Sprintf("slide %d", kept.Slide)
		}
		fmt.Fprintf(sys.Stderr, "%s: %s: kept as a comment: %s\n", name, where, firstLine(kept.Text))
	}
	return nil
}

// firstNoText returns the line of the first byte that no text has.
func firstNoText(data []byte) int {
	at := bytes.IndexByte(data, 0)
	if at < 0 {
		at = 0
	}
	return 1 + bytes.Count(data[:at], []byte("\n"))
}

// longestShown is how many signs of a line are shown in a message.
const longestShown = 80

// firstLine returns a text as one line of a message.
func firstLine(text string) string {
	line, _, more := strings.Cut(text, "\n")
	if utf8.RuneCountInString(line) > longestShown {
		line, more = string([]rune(line)[:longestShown]), true
	}
	if more {
		line = strings.TrimRight(line, " ") + " …"
	}
	return line
}

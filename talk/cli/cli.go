// Package cli is Talkgiver without a window: the commands for scripts, for
// continuous integration and for people without a display.
//
// Everything a command reads from or writes to the world comes in through
// System, and its end is a number, so that a test runs it like a person does.
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"talkgiver/talk/slides"
)

// The exit codes of a command.
const (
	OK     = 0 // it did what it was asked
	Failed = 1 // bad input, or the world said no; stderr has one line about it
	Misuse = 2 // the command line itself cannot be read
	// Interrupted says that somebody has ended it by Ctrl+C: 128 and the number of
	// the signal, as shells count.
	Interrupted = 130
)

// System is the world as a command sees it.
type System struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	Getenv func(string) string
	Now    func() time.Time // the wall clock, for today's date
	// Version is the program's, as people cite it.
	Version string
	Width   int // columns of the terminal on Stdout; 0 when it is no terminal
	// Exec runs a program in a folder and returns what it writes; nil runs those of this machine. A
	// program that is not there is exec.ErrNotFound.
	Exec slides.Runner
	// Interruptible returns a context that ends when somebody wants the command to
	// end, such as by Ctrl+C, until stop is called; nil lets that end the program
	// wherever it is.
	Interruptible func() (ctx context.Context, stop context.CancelFunc)
}

// interruptible returns a context that ends by Ctrl+C, where that is so.
func (sys System) interruptible() (context.Context, context.CancelFunc) {
	if sys.Interruptible == nil {
		return context.WithCancel(context.Background())
	}
	return sys.Interruptible()
}

// command is one word that talkgiver understands.
type command struct {
	name    string
	usage   string // what follows the name
	summary string // one line for the overview
	detail  string // what --help says below the usage; ends with a newline
	// run does the work. Its flags are declared on the set, which prints help
	// and mistakes by itself.
	run func(sys System, flags *flag.FlagSet, args []string) error
}

// commands lists every command in the order in which help shows them.
func commands() []command {
	return []command{scoreCommand(), exportCommand(), importCommand(), mergeCommand()}
}

// Names returns the commands' names in the order in which help shows them.
func Names() []string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return names
}

// Understands reports whether args are for a command: they begin with one, or with a
// word that is no file either. Anything else is for the window.
func Understands(args []string) bool {
	if len(args) == 0 {
		return false
	}
	if isHelp(args[0]) || isVersion(args[0]) || byName(args[0]) != nil {
		return true
	}
	if strings.HasPrefix(args[0], "-") {
		return false
	}
	_, err := os.Stat(args[0])
	return errors.Is(err, fs.ErrNotExist)
}

func isHelp(word string) bool {
	return slices.Contains([]string{"help", "-h", "-help", "--help"}, word)
}

func isVersion(word string) bool {
	return slices.Contains([]string{"version", "-version", "--version"}, word)
}

// byName returns the command of a name, or nil.
func byName(name string) *command {
	for _, c := range commands() {
		if c.name == name {
			return &c
		}
	}
	return nil
}

// errSaid ends a command whose mistake the reader has been told of already.
var errSaid = errors.New("said already")

// misuse is a command line that cannot be read.
type misuse string

func (m misuse) Error() string { return string(m) }

// Run runs the command that args name, without the program's own name, and
// returns its exit code.
func Run(args []string, sys System) int {
	if len(args) == 0 {
		Usage(sys.Stderr)
		return Misuse
	}
	if c := byName(args[0]); c != nil {
		return c.start(args[1:], sys)
	}
	switch {
	case isVersion(args[0]):
		fmt.Fprintln(sys.Stdout, "talkgiver", sys.Version)
		return OK
	case isHelp(args[0]) && len(args) > 1:
		if c := byName(args[1]); c != nil {
			return c.start([]string{"--help"}, sys)
		}
		args = args[1:]
	case isHelp(args[0]):
		Usage(sys.Stdout)
		return OK
	}
	return unknown(args[0], sys)
}

// unknown tells of a word that is neither a command nor a file.
func unknown(word string, sys System) int {
	if strings.ContainsAny(word, `./\`) { // it was meant as a file
		fmt.Fprintf(sys.Stderr, "talkgiver: there is no file %q\n", word)
		return Failed
	}
	meant := "talkgiver --help lists the commands"
	if name := nearest(word, append(Names(), "help", "version")); name != "" {
		meant = "did you mean " + name + "?"
	}
	fmt.Fprintf(sys.Stderr, "talkgiver: there is no command or talk %q; %s\n", word, meant)
	return Misuse
}

func (c command) start(args []string, sys System) int {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	err := c.run(sys, flags, args)
	var m misuse
	switch {
	case err == nil:
		return OK
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintf(sys.Stdout, "usage: talkgiver %s %s\n\n%s", c.name, c.usage, c.detail)
		return OK
	case errors.Is(err, errSaid):
		return Failed
	case errors.Is(err, context.Canceled):
		fmt.Fprintf(sys.Stderr, "talkgiver %s: it was interrupted, and nothing is written\n", c.name)
		return Interrupted
	case errors.As(err, &m):
		fmt.Fprintf(sys.Stderr, "talkgiver %s: %s\nusage: talkgiver %s %s\n", c.name, m, c.name, c.usage)
		return Misuse
	}
	fmt.Fprintln(sys.Stderr, told(err))
	return Failed
}

// parse reads flags that may stand before, between and after the files, as
// people type them; "--" ends them. It returns the files.
func parse(flags *flag.FlagSet, args []string) ([]string, error) {
	var files []string
	for {
		if err := flags.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, misuse(err.Error())
		}
		rest := flags.Args()
		if n := len(args) - len(rest); n > 0 && args[n-1] == "--" {
			return append(files, rest...), nil
		}
		if len(rest) == 0 {
			return files, nil
		}
		files, args = append(files, rest[0]), rest[1:]
	}
}

// Usage writes the overview of all commands.
func Usage(w io.Writer) {
	fmt.Fprint(w, "usage:\n  talkgiver [--library FOLDER] [FILE]\n      opens the window, with the talks of a folder\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  talkgiver %s %s\n      %s\n", c.name, c.usage, c.summary)
	}
	fmt.Fprint(w, "  talkgiver version\n      says which version this is\n\n"+
		"talkgiver COMMAND --help says more. A file of - is standard input.\n\n"+
		"The exit code is 0 when it is done, 1 when something is wrong with the input or\n"+
		"the machine, 2 when the command cannot be understood, and 130 when Ctrl+C ends it.\n")
}

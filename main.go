// Talkgiver is a desktop companion for people who give talks: it holds their
// outlines, weighs what each gives against what it takes, rehearses them
// against the clock, and exports slides with notes.
//
// With a command (see talkgiver --help) it works without a window.
package main

import (
	"context"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"golang.org/x/term"

	"talkgiver/assets"
	"talkgiver/talk/cli"
	"talkgiver/ui"
)

// id is the app's name for the system. A plain go build does not carry
// FyneApp.toml, so it is said here too.
const id = "app.talkgiver"

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	if cli.Understands(args) {
		return cli.Run(args, system())
	}
	flags := flag.NewFlagSet("talkgiver", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	folder := flags.String("library", "", "the folder with the talks")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		cli.Usage(os.Stdout)
		return cli.OK
	} else if err != nil {
		return fail(cli.Misuse, err.Error())
	}
	if flags.NArg() > 1 {
		return fail(cli.Misuse, "one talk at a time, please")
	}
	if err := ui.Display(); err != nil {
		return fail(cli.Failed, fmt.Sprintf("%v; these work without one: talkgiver %s (talkgiver --help says more)",
			err, strings.Join(cli.Names(), ", talkgiver ")))
	}
	return window(*folder, flags.Arg(0))
}

// window opens the window and returns when it is closed. A folder that is given
// wins over the one that was chosen in the settings.
func window(folder, file string) (code int) {
	// Whatever goes wrong in a toolkit, a speaker gets a sentence.
	defer func() {
		if p := recover(); p != nil {
			code = fail(cli.Failed, fmt.Sprintf("the window could not go on: %v", p))
		}
	}()
	// Fyne expects the folder for what it caches to be there.
	cache, err := os.UserCacheDir()
	if err != nil {
		return fail(cli.Failed, err.Error())
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return fail(cli.Failed, err.Error())
	}
	recovery, err := ui.DefaultRecovery()
	if err != nil {
		return fail(cli.Failed, err.Error())
	}
	// The window lives on few and small objects: a heap that grows by half
	// before it is swept costs no time that one could see, and a tenth less memory.
	debug.SetGCPercent(50)
	a := app.NewWithID(id)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon()))
	if folder == "" {
		var err error
		if folder, err = ui.Folder(a.Preferences()); err != nil {
			return fail(cli.Failed, err.Error())
		}
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fail(cli.Failed, err.Error())
	}
	w, err := ui.NewWindow(ui.Options{
		App: a, Folder: folder, Recovery: recovery, File: file, Cache: filepath.Join(cache, "talkgiver"), Watch: true,
		Samples: assets.Samples(), Do: fyne.Do, Now: time.Now,
	})
	if err != nil {
		return fail(cli.Failed, err.Error())
	}
	w.Show()
	// Opening a talk leaves twice its size in garbage, and Go would keep the
	// room for more. A window that waits for keys gives it back.
	a.Lifecycle().SetOnStarted(func() { time.AfterFunc(500*time.Millisecond, debug.FreeOSMemory) })
	a.Run()
	return cli.OK
}

// system is the world as the commands see it.
func system() cli.System {
	width := 0
	if term.IsTerminal(int(os.Stdout.Fd())) {
		if w, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
			width = w
		}
	}
	return cli.System{
		Version: version(),
		Stdin:   os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now, Width: width,
		Interruptible: func() (context.Context, context.CancelFunc) {
			return signal.NotifyContext(context.Background(), os.Interrupt)
		},
	}
}

// about is what the package of the app says of it, and the window too.
//
//go:embed FyneApp.toml
var about string

// version is that of the app, with the commit that it was built of where Go knows it.
func version() string {
	said := "unknown"
	if m := regexp.MustCompile(`(?m)^Version\s*=\s*"([^"]+)"`).FindStringSubmatch(about); m != nil {
		said = m[1]
	}
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return said
	}
	for _, s := range build.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			said += " (" + s.Value[:12] + ")"
		}
	}
	return said
}

// fail prints one sentence and returns the exit code.
func fail(code int, sentence string) int {
	fmt.Fprintln(os.Stderr, "talkgiver: "+sentence)
	return code
}

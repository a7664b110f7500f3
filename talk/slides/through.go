package slides

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"strings"

	"talkgiver/talk"
)

// Runner runs a program in a folder and returns what it writes.
type Runner func(ctx context.Context, dir string, stdin []byte, name string, args ...string) ([]byte, error)

// throughPandoc makes the file that pandoc makes of its Markdown. Images are
// looked for where the talk is.
func throughPandoc(ctx context.Context, run Runner, format string, markdown []byte, dir string) ([]byte, error) {
	if run == nil {
		run = execute
	}
	made, err := run(ctx, dir, markdown, "pandoc", "--from", "markdown", "--to", format, "--output", "-")
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, fmt.Errorf("%s needs pandoc, which is not installed: https://pandoc.org/installing.html", format)
	case err != nil:
		return nil, fmt.Errorf("pandoc could not make %s: %w", format, err)
	}
	return made, nil
}

// withFoundImages returns the deck with words for each picture that is not there,
// since pandoc makes no file when one is missing, and reports those. It asks the
// network for none. folder is the talk's, "" when it has none.
func (d *Deck) withFoundImages(folder string) (*Deck, []MissingImage) {
	var missing []MissingImage
	seen := map[string]error{}
	found := d.withImages(func(slide int, image *talk.Image) talk.Inline {
		reason, known := seen[image.Destination]
		if !known {
			reason = found(folder, image.Destination)
			seen[image.Destination] = reason
			if reason != nil {
				missing = append(missing, MissingImage{Slide: slide, Destination: image.Destination, Reason: reason})
			}
		}
		if reason != nil {
			return &talk.Text{Text: image.Alt}
		}
		return image
	})
	return found, missing
}

// found says why pandoc would not find a picture, nil when it does.
func found(folder, destination string) error {
	if !isPicture(destination) || strings.HasPrefix(strings.ToLower(destination), "data:") { // a link, or written out
		return nil
	}
	file, ok := LocalFile(folder, destination)
	switch {
	case ok:
	case hasScheme(destination) || strings.HasPrefix(destination, "//"):
		return ErrRemote
	default:
		return fs.ErrNotExist
	}
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return cause(err)
	case !info.Mode().IsRegular():
		return ErrNoImage
	}
	return nil
}

// execute runs a program in a folder and returns what it writes.
func execute(ctx context.Context, dir string, stdin []byte, name string, args ...string) ([]byte, error) {
	path, err := exec.LookPath(name)
	if err != nil {
		return nil, err
	}
	command := exec.CommandContext(ctx, path, args...)
	command.Dir = dir
	command.Stdin = bytes.NewReader(stdin)
	var problems bytes.Buffer
	command.Stderr = &problems
	out, err := command.Output()
	if err != nil {
		if said, _, _ := strings.Cut(strings.TrimSpace(problems.String()), "\n"); said != "" {
			return nil, errors.New(said)
		}
		return nil, err
	}
	return out, nil
}

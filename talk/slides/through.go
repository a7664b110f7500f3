package slides

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
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

// withFoundImages returns the deck with words for each picture that pandoc cannot
// take along, since it makes no file when one is missing, and reports those. It asks
// the network for none. folder is the talk's, nil when it has none: as in a deck that
// embeds its pictures itself, only what is in it can get into the file.
func (d *Deck) withFoundImages(folder *os.Root) (*Deck, []MissingImage) {
	var missing missingImages
	seen := map[string]error{}
	found := d.withImages(func(slide int, image *talk.Image) talk.Inline {
		reason, known := seen[image.Destination]
		if !known {
			reason = found(folder, image.Destination)
			seen[image.Destination] = reason
		}
		if reason != nil {
			missing.add(slide, image.Destination, reason)
			return &talk.Text{Text: image.Alt}
		}
		return image
	})
	return found, missing
}

// found says why pandoc may not have a picture, nil when it may.
func found(folder *os.Root, destination string) error {
	if !isPicture(destination) || isWritten(destination) { // a link, or written out
		return nil
	}
	name, err := imageName(destination)
	switch {
	case err != nil:
		return err
	case name == "" || strings.IndexByte("#?", name[0]) >= 0:
		return fs.ErrNotExist
	case !filepath.IsLocal(filepath.FromSlash(name)):
		return ErrOutside
	case folder == nil:
		return fs.ErrNotExist
	}
	info, err := folder.Stat(filepath.FromSlash(name)) // as it is: a ".." behind a link leads elsewhere
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

package slides

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
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

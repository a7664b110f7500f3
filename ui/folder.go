package ui

import (
	"os"
	"path/filepath"
	"strings"
)

// DefaultFolder is the library's folder when nothing else is said: "Talks" in
// the user's documents, wherever the desktop keeps them.
func DefaultFolder() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	documents := filepath.Join(home, "Documents")
	if dirs, err := os.ReadFile(filepath.Join(config, "user-dirs.dirs")); err == nil {
		if dir := documentsOf(string(dirs), home); dir != "" {
			documents = dir
		}
	}
	return filepath.Join(documents, "Talks"), nil
}

// documentsOf finds the documents' folder in a user-dirs.dirs file, as
// xdg-user-dirs writes it.
func documentsOf(dirs, home string) string {
	for line := range strings.Lines(dirs) {
		value, ok := strings.CutPrefix(strings.TrimSpace(line), "XDG_DOCUMENTS_DIR=")
		if !ok {
			continue
		}
		value = strings.Trim(value, `"`)
		if rest, ok := strings.CutPrefix(value, "$HOME"); ok {
			value = filepath.Join(home, rest)
		}
		if filepath.IsAbs(value) {
			return value
		}
	}
	return ""
}

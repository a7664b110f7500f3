package ui

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
)

// Folder is the library's folder: the one that was chosen in the settings, if it
// is there, else DefaultFolder.
func Folder(p fyne.Preferences) (string, error) {
	if chosen := (Prefs{p}).Folder(); isFolder(chosen) {
		return chosen, nil
	}
	return DefaultFolder()
}

// isFolder reports whether there is a folder at a path.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

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

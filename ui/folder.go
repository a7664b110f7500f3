package ui

import (
	"os"
	"path/filepath"
	"runtime"
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

// DefaultRecovery is the folder for copies of what is not saved yet: in the
// user's state, which no program cleans up as it does caches.
func DefaultRecovery() (string, error) {
	state := os.Getenv("XDG_STATE_HOME")
	switch {
	case runtime.GOOS == "windows":
		state = os.Getenv("LOCALAPPDATA")
	case runtime.GOOS == "darwin":
		config, err := os.UserConfigDir()
		if err != nil {
			return "", err
		}
		state = config
	}
	if !filepath.IsAbs(state) { // the standard says so: a relative path is none
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		state = filepath.Join(home, ".local", "state")
	}
	return filepath.Join(state, "talkgiver", "recovery"), nil
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

package library

import (
	"os"
	"path/filepath"
	"strings"
)

// FindMoved looks for a file that was moved or got another name: one that holds
// the same bytes, in the folder where it was or in another one, not below them.
// It returns "" when there is none, or more than one.
func FindMoved(path string, data []byte, folder string) string {
	found := ""
	seen := map[string]bool{}
	for _, dir := range []string{filepath.Dir(path), folder} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue // it is not in a folder that cannot be read
		}
		for _, e := range entries {
			other := filepath.Join(dir, e.Name())
			info, err := e.Info()
			if err != nil || seen[other] || other == path || !info.Mode().IsRegular() || info.Size() != int64(len(data)) || len(data) == 0 || !strings.EqualFold(filepath.Ext(other), Extension) {
				continue
			}
			seen[other] = true
			if file, err := Load(other); err != nil || file.Seen != FingerprintOf(data) {
				continue
			}
			if found != "" {
				return ""
			}
			found = other
		}
	}
	return found
}

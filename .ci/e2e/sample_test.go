package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"talkgiver/assets"
)

// sample writes a sample talk into the home's documents and returns its path.
func (d *display) sample(t *testing.T, name string) string {
	t.Helper()
	for _, sample := range assets.Samples() {
		if sample.Name == name {
			file := filepath.Join(d.home, "Documents", name)
			if err := os.WriteFile(file, sample.Data, 0o600); err != nil {
				t.Fatal(err)
			}
			return file
		}
	}
	t.Fatalf("there is no sample %s", name)
	return ""
}

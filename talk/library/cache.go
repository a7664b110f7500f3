package library

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// sum is the fingerprint of what a score reads of the disk: a talk and its journal.
type sum [sha256.Size]byte

func sumOf(talk, journal []byte) sum {
	h := sha256.New()
	fmt.Fprintf(h, "%d\n", len(talk))
	h.Write(talk)
	h.Write(journal)
	return sum(h.Sum(nil))
}

// MarshalText implements encoding.TextMarshaler.
func (s sum) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, s[:]), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *sum) UnmarshalText(text []byte) error {
	if len(text) != 2*len(s) {
		return fmt.Errorf("a fingerprint has %d digits", 2*len(s))
	}
	_, err := hex.Decode(s[:], text)
	return err
}

// figures are what is known of a talk by its content. They can be computed again
// at any time.
type figures struct {
	Title   string        `json:"title,omitempty"`
	Event   string        `json:"event,omitempty"`
	Date    time.Time     `json:"date,omitzero"`
	Slot    time.Duration `json:"slot,omitempty"`
	Weighed bool          `json:"weighed,omitempty"`
	Rated   bool          `json:"rated,omitempty"`
	Balance int           `json:"balance,omitempty"`
	// Pace and Day are what the balance was computed with. Where the day does
	// not matter it is empty.
	Pace int    `json:"pace,omitempty"`
	Day  string `json:"day,omitempty"`
}

// cacheFormat changes when the fields do.
const cacheFormat = 1

// cacheFile is the cache on the disk.
type cacheFile struct {
	Format int `json:"format"`
	// Program is the program that computed the figures: another one may weigh
	// in another way.
	Program string          `json:"program"`
	Talks   map[sum]figures `json:"talks"`
}

// decodeCache reads a cache. What is torn, of another program or not possible
// is no error: it is computed again.
func decodeCache(data []byte, program string) map[sum]figures {
	var file cacheFile
	if json.Unmarshal(data, &file) != nil || file.Format != cacheFormat || file.Program != program {
		return nil
	}
	for key, f := range file.Talks {
		if f.Balance < -100 || f.Balance > 100 || f.Slot < 0 || f.Date != f.Date.UTC().Truncate(24*time.Hour) || f.Rated && !f.Weighed {
			delete(file.Talks, key)
		}
	}
	return file.Talks
}

// readCache reads the cache of an Index, which may not be there.
func readCache(path, program string) map[sum]figures {
	if path == "" {
		return nil
	}
	file, err := Load(path)
	if err != nil {
		return nil
	}
	return decodeCache(file.Data, program)
}

// writeCache writes it, whole or not at all. Without it the next start takes longer.
func writeCache(path, program string, talks map[sum]figures) {
	data, err := json.Marshal(cacheFile{Format: cacheFormat, Program: program, Talks: talks})
	if err != nil || os.MkdirAll(filepath.Dir(path), 0o700) != nil {
		return
	}
	_, _ = Overwrite(path, data)
}

// cachePath is where the cache of a library's folder is, in a folder for such
// things; "" for none.
func cachePath(cacheFolder, folder string) string {
	if cacheFolder == "" {
		return ""
	}
	if absolute, err := filepath.Abs(folder); err == nil {
		folder = absolute
	}
	name := sha256.Sum256([]byte(folder))
	return filepath.Join(cacheFolder, "library-"+hex.EncodeToString(name[:8])+".json")
}

// program tells this program from others, and from itself before an update.
func program() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s %d %d", path, info.Size(), info.ModTime().UnixNano())
}

package journal

import (
	"bytes"
	"cmp"
	"iter"
	"slices"
	"time"
)

// Merge makes one journal of two that began as the same, such as those of two
// machines: every event once, in the order of time. Lines that cannot be read
// stay, at the end. Merging in any order, or again, gives the same bytes.
func Merge(a, b []byte) []byte {
	type entry struct {
		at   time.Time
		id   string
		line []byte
	}
	events := make(map[string]entry)
	unread := make(map[string]bool)
	for _, journal := range [][]byte{a, b} {
		for _, line := range lines(journal) {
			e, err := decode(line)
			if err != nil {
				unread[string(line)] = true
				continue
			}
			if old, twice := events[e.ID]; !twice || prefer(line, old.line) {
				events[e.ID] = entry{e.At, e.ID, line}
			}
		}
	}
	sorted := make([]entry, 0, len(events))
	for _, e := range events {
		sorted = append(sorted, e)
	}
	slices.SortFunc(sorted, func(a, b entry) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.id, b.id))
	})
	rest := make([]string, 0, len(unread))
	for line := range unread {
		rest = append(rest, line)
	}
	slices.Sort(rest)

	var merged bytes.Buffer
	for _, e := range sorted {
		merged.Write(e.line)
		merged.WriteByte('\n')
	}
	for _, line := range rest {
		merged.WriteString(line)
		merged.WriteByte('\n')
	}
	return merged.Bytes()
}

// prefer reports whether line is to be kept where old has the same ID, which no
// version of this program writes: the one that says more, else any, but on each
// machine the same.
func prefer(line, old []byte) bool {
	return cmp.Or(cmp.Compare(len(line), len(old)), bytes.Compare(line, old)) > 0
}

// lines goes through the lines of a journal that have something in them, with
// their numbers from 1. Around a line there may be what JSON allows, and byte
// order marks, which editors and gluing files together leave anywhere.
func lines(data []byte) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		number := 0
		for line := range bytes.SplitSeq(data, []byte("\n")) {
			number++
			if line = bytes.Trim(line, " \t\r\ufeff"); len(line) > 0 && !yield(number, line) {
				return
			}
		}
	}
}

package ui

import (
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// Someone types, talks come and go, the folder is read, other programs write
// into it and scores are weighed, all at once: run it with -race.
func TestAllAtOnce(t *testing.T) {
	d := newDesk(t, "")
	var paths []string
	for _, name := range []string{"a.md", "b.md", "c.md"} {
		paths = append(paths, writeTalk(t, d.folder, name, longTalk()))
	}
	stop := make(chan struct{})
	var others sync.WaitGroup
	others.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			case <-time.After(time.Millisecond):
				writeTalk(t, d.folder, "theirs.md", longTalk()[:1000+i])
			}
		}
	})
	for i := range 12 {
		d.open(paths[i%3])
		d.lookOutside()
		d.write("typed ")
		d.listTalks()
		d.readJournal()
		d.queue.Run()
		d.save(nil)
		d.queue.Run()
	}
	close(stop)
	others.Wait()
	d.settle()
	for _, path := range paths {
		if got := onDisk(t, path); len(got) != len(longTalk())+4*len("typed ") {
			t.Errorf("%s has %d bytes, want %d", filepath.Base(path), len(got), len(longTalk())+4*len("typed "))
		}
	}
	if d.question() != "" {
		t.Errorf("it asks %q", d.words())
	}
}

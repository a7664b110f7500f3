package ui

import (
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// Someone types, talks are saved by themselves while others come and go, copies
// of what is not saved are written, the folder is read, other programs write
// into it and scores are weighed, all at once: run it with -race.
func TestAllAtOnce(t *testing.T) {
	const rounds, word = 9, "typed "
	d := newDesk(t, "")
	d.prefs.SetAutosave(true)
	names := []string{"a.md", "b.md", "c.md"}
	var paths []string
	for _, name := range names {
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
	for i := range rounds {
		d.open(paths[i%3]) // the talk before may be on its way to the disk, or not saved at all
		d.lookOutside()
		d.write(word)
		d.keeper.settle.Flush()
		if i%2 == 0 {
			d.auto.settle.Flush() // begins to save, and does not wait
		}
		d.write(word)
		d.listTalks()
		d.readJournal()
		d.queue.Run()
		switch i % 4 {
		case 1:
			d.save(nil)
		case 3:
			d.auto.leave() // the window loses the focus
		}
		d.queue.Run()
	}
	d.auto.leave()
	d.settle()
	close(stop)
	others.Wait()
	d.pause() // what was typed while a save was under way is saved after a pause
	for _, path := range paths {
		got := onDisk(t, path)
		if n := strings.Count(got, word); len(got) != len(longTalk())+n*len(word) || n != 2*rounds/3 {
			t.Errorf("%s has %d bytes and the word %d times, want it %d times", filepath.Base(path), len(got), n, 2*rounds/3)
		}
	}
	if d.question() != "" {
		t.Errorf("it asks %q", d.words())
	}
	d.quit()
	if left := leftCopies(t, d); left != 0 {
		t.Errorf("%d copies are left although all is saved", left)
	}
}

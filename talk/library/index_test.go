package library

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
)

const rated = "---\ntitle: Rated\nslot: 10m\n---\n\n## One\n\n- a #story\n- b #story\n- c #evidence\n"

// settled scans and weighs until nothing is stale.
func settled(t *testing.T, x *Index, in score.Inputs, paths ...string) *Talks {
	t.Helper()
	talks := x.Scan(t.Context(), in, paths...)
	for talks.Stale() {
		talks = x.Weigh(t.Context(), time.Hour)
	}
	return talks
}

// balances returns the talks with their balance.
func balances(talks *Talks) string {
	var all []string
	for _, e := range talks.Entries {
		text := e.Name
		if e.Rated {
			text += "=" + strconv.Itoa(e.Balance)
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

// balanceOf is the balance as it is computed without an index.
func balanceOf(t *testing.T, path string, in score.Inputs) string {
	t.Helper()
	log, err := journal.Read(journal.Path(path))
	if err != nil {
		t.Fatal(err)
	}
	in.Know(journal.Live(log.Events), journal.Runs(log.Events))
	r := score.Of(markdown.Parse(load(t, path).Data).Talk(), in)
	return strconv.Itoa(int(r.Balance.Points / score.Point))
}

func TestIndexWeighs(t *testing.T) {
	folder := t.TempDir()
	path := write(t, filepath.Join(folder, "a.md"), rated)
	write(t, filepath.Join(folder, "b.md"), "# Not to be weighed\n")
	x := NewIndex(folder, "")
	first := x.Scan(t.Context(), someDay)
	if got := balances(first); got != "a b" || !first.Stale() {
		t.Errorf("before weighing: %q", got)
	}
	if first.Entries[0].Title != "Rated" || first.Entries[0].Slot != 10*time.Minute {
		t.Errorf("listed: %+v", first.Entries[0])
	}
	want := "a=" + balanceOf(t, path, someDay) + " b"
	if got := balances(settled(t, x, someDay)); got != want {
		t.Errorf("weighed: %q, want %q", got, want)
	}
	if got := balances(first); got != "a b" {
		t.Errorf("what was shown before has changed to %q", got)
	}

	// The journal counts.
	must(t, journal.Append(journal.Path(path), talk.Event{ID: "r", At: someDay.Today, Body: talk.Prep{Spent: 9 * time.Hour}}))
	prepared := "a=" + balanceOf(t, path, someDay) + " b"
	if prepared == want {
		t.Fatal("the test needs a journal that changes the balance")
	}
	if got := balances(settled(t, x, someDay, journal.Path(path))); got != prepared {
		t.Errorf("with its journal: %q, want %q", got, prepared)
	}
}

func TestIndexWeighsLittleByLittle(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a.md", "b.md", "c.md"} {
		write(t, filepath.Join(folder, name), rated)
	}
	x := NewIndex(folder, "")
	talks := x.Scan(t.Context(), someDay)
	rounds := 0
	for ; talks.Stale(); rounds++ {
		if rounds > 3 {
			t.Fatal("it does not end")
		}
		talks = x.Weigh(t.Context(), 0) // time for one at most
	}
	if rounds == 0 || strings.Count(balances(talks), "=") != 3 {
		t.Errorf("after %d rounds: %q", rounds, balances(talks))
	}
	ended, end := context.WithCancel(t.Context())
	end()
	write(t, filepath.Join(folder, "d.md"), rated)
	if got := x.Scan(ended, someDay); len(got.Entries) != 3 {
		t.Errorf("a scan that nobody waits for went on: %d talks", len(got.Entries))
	}
}

func TestIndexReadsWhatChanged(t *testing.T) {
	folder := t.TempDir()
	a := write(t, filepath.Join(folder, "a.md"), "# A\n")
	b := write(t, filepath.Join(folder, "b.md"), "# B\n")
	x := NewIndex(folder, "")
	settled(t, x, someDay)

	write(t, a, "# A again\n")
	write(t, b, "# B again\n")
	if got := titlesOf(x.Scan(t.Context(), someDay, a)); got != "A again|B" {
		t.Errorf("told of one change, it lists %s", got)
	}
	if err := os.Rename(b, filepath.Join(folder, "0.md")); err != nil {
		t.Fatal(err)
	}
	if got := titlesOf(x.Scan(t.Context(), someDay, b, filepath.Join(folder, "0.md"))); got != "B again|A again" {
		t.Errorf("after a rename: %s", got)
	}
	write(t, filepath.Join(folder, "new", "n.md"), "# N\n")
	if got := titlesOf(x.Scan(t.Context(), someDay, filepath.Join(folder, "new"))); got != "B again|A again|N" {
		t.Errorf("after a new folder: %s", got)
	}
	if got := titlesOf(x.Scan(t.Context(), someDay, filepath.Join(folder, "new", "n.md"), filepath.Join(folder, "none.md"))); got != "B again|A again|N" {
		t.Errorf("after nothing: %s", got)
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	talks := x.Scan(t.Context(), someDay)
	if len(talks.Entries) != 0 {
		t.Errorf("a folder that is gone has %s", titlesOf(talks))
	}
	wantError(t, talks.Err, ErrNoFolder, filepath.Base(folder))
}

func titlesOf(talks *Talks) string {
	var all []string
	for _, e := range talks.Entries {
		all = append(all, e.Title)
	}
	return strings.Join(all, "|")
}

func TestIndexOfWhatCannotBeRead(t *testing.T) {
	folder := t.TempDir()
	big := write(t, filepath.Join(folder, "big.md"), "")
	if err := os.Truncate(big, MaxSize+1); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "A.MD"), "# Loud\n")
	talks := settled(t, NewIndex(folder, t.TempDir()), someDay)
	if got := titlesOf(talks); got != "Loud|big" {
		t.Errorf("it lists %s", got)
	}
	wantError(t, talks.Entries[1].Err, ErrTooBig, "big.md")
	if hits := talks.Search(t.Context(), "big"); len(hits) != 1 || hits[0].Err == nil {
		t.Errorf("by its name one finds %v", hits)
	}
}

// What is on the disk in the cache is used as long as it is that of the same
// talk, journal, pace, day and program.
func TestCache(t *testing.T) {
	folder, cacheFolder := t.TempDir(), t.TempDir()
	path := write(t, filepath.Join(folder, "a.md"), rated)
	rehearsed := write(t, filepath.Join(folder, "r.md"), rated+"- d #story\n")
	started := someDay.Today.Add(-24 * time.Hour)
	if err := journal.Append(journal.Path(rehearsed),
		talk.Event{ID: "s", At: started, Body: talk.RunStart{Kind: talk.RunPractice, Plan: talk.RunPlan{Sections: []string{"One"}, Slides: []talk.PlannedSlide{{Planned: time.Minute}}}}},
		talk.Event{ID: "e", At: started.Add(time.Minute), Body: talk.RunEnd{Run: "s", RunMeasure: talk.RunMeasure{Spoken: []talk.SpokenTime{{Spoken: time.Minute}}}}}); err != nil {
		t.Fatal(err)
	}
	cache := cachePath(cacheFolder, folder)
	first := balances(settled(t, NewIndex(folder, cacheFolder), someDay))
	kept, err := os.ReadFile(cache)
	if err != nil {
		t.Fatal(err)
	}

	tomorrow, faster := someDay, someDay
	tomorrow.Today = tomorrow.Today.Add(24 * time.Hour)
	faster.Pace = 180
	for name, test := range map[string]struct {
		change func()
		in     score.Inputs
		stale  int
	}{
		"as it was":           {func() {}, someDay, 0},
		"tomorrow":            {func() {}, tomorrow, 1},
		"another pace":        {func() {}, faster, 2},
		"the talk changed":    {func() { write(t, path, rated+"\n") }, someDay, 1},
		"the journal changed": {func() { write(t, journal.Path(path), "{}\n") }, someDay, 1},
		"moved":               {func() { must(t, os.Rename(path, filepath.Join(folder, "moved.md"))) }, someDay, 0},
		"none":                {func() { must(t, os.Remove(cache)) }, someDay, 2},
		"empty":               {func() { write(t, cache, "") }, someDay, 2},
		"torn":                {func() { write(t, cache, string(kept[:len(kept)-20])) }, someDay, 2},
		"not ours":            {func() { write(t, cache, `{"format":1,"program":"`+program()+`","talks":7}`) }, someDay, 2},
		"of another format":   {func() { write(t, cache, strings.Replace(string(kept), `"format":1`, `"format":2`, 1)) }, someDay, 2},
		"of another program":  {func() { write(t, cache, strings.Replace(string(kept), `"program":"`, `"program":"x`, 1)) }, someDay, 2},
		"a folder": {func() {
			must(t, os.Remove(cache))
			must(t, os.Mkdir(cache, 0o755))
			write(t, filepath.Join(cache, "x"), "")
		}, someDay, 2},
	} {
		t.Run(name, func(t *testing.T) {
			must(t, os.RemoveAll(cache))
			write(t, cache, string(kept))
			write(t, path, rated)
			must(t, os.RemoveAll(journal.Path(path)), os.RemoveAll(filepath.Join(folder, "moved.md")))
			test.change()
			x := NewIndex(folder, cacheFolder)
			talks := x.Scan(t.Context(), test.in)
			stale := 0
			for _, r := range talks.records {
				if r.stale {
					stale++
				}
			}
			if stale != test.stale {
				t.Errorf("%d talks are to be weighed, want %d", stale, test.stale)
			}
			got := balances(settled(t, x, test.in))
			if want := balances(settled(t, NewIndex(folder, ""), test.in)); got != want {
				t.Errorf("with the cache %q, without %q", got, want)
			}
			if name == "as it was" && got != first {
				t.Errorf("from the cache %q, at first %q", got, first)
			}
		})
	}
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestCacheThatCannotBeWritten(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "a.md"), rated)
	file := write(t, filepath.Join(t.TempDir(), "file"), "")
	if got := balances(settled(t, NewIndex(folder, filepath.Join(file, "below")), someDay)); !strings.HasPrefix(got, "a=") {
		t.Errorf("without a cache it lists %q", got)
	}
}

// The cache forgets what is no longer in the folder, and stays as it is when
// nothing is new.
func TestCacheForgets(t *testing.T) {
	folder, cacheFolder := t.TempDir(), t.TempDir()
	a := write(t, filepath.Join(folder, "a.md"), rated)
	write(t, filepath.Join(folder, "b.md"), rated+"\n")
	x := NewIndex(folder, cacheFolder)
	settled(t, x, someDay)
	must(t, os.Remove(a))
	settled(t, x, someDay)
	write(t, filepath.Join(folder, "c.md"), rated+"\n\n")
	settled(t, x, someDay)
	data, err := os.ReadFile(cachePath(cacheFolder, folder))
	must(t, err)
	if got := len(decodeCache(data, program())); got != 2 {
		t.Errorf("the cache has %d talks, want 2", got)
	}
}

func FuzzCache(f *testing.F) {
	folder, cacheFolder := f.TempDir(), f.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.md"), []byte(dealt), 0o644); err != nil {
		f.Fatal(err)
	}
	x := NewIndex(folder, cacheFolder)
	x.Scan(f.Context(), someDay)
	x.Weigh(f.Context(), time.Hour)
	data, err := os.ReadFile(cachePath(cacheFolder, folder))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"format":1,"program":"p","talks":{"00":{"balance":900}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		talks := decodeCache(data, "p")
		for key, g := range talks {
			if g.Balance < -100 || g.Balance > 100 || g.Slot < 0 || g.Rated && !g.Weighed || !g.Date.Equal(g.Date.Truncate(24*time.Hour)) {
				t.Fatalf("%x has %+v", key, g)
			}
		}
		path := filepath.Join(t.TempDir(), "cache.json")
		writeCache(path, "p", talks)
		again := readCache(path, "p")
		if len(again) != len(talks) {
			t.Fatalf("%d talks were written, %d read", len(talks), len(again))
		}
		for key, g := range talks {
			if !g.same(again[key]) {
				t.Fatalf("%+v was written, %+v read", g, again[key])
			}
		}
	})
}

func TestFolderOfAnEntry(t *testing.T) {
	for name, want := range map[string]string{"a": "", "2027/belts": "2027", "2027/spring/belts": "2027/spring"} {
		if got := (Entry{Name: name}).Folder(); got != want {
			t.Errorf("%s is in %q, want %q", name, got, want)
		}
	}
	if !slices.IsSortedFunc([]Entry{{Name: "a", Path: "a.MD"}, {Name: "a", Path: "a.md"}, {Name: "b"}}, inOrder) {
		t.Error("files of one name have no order")
	}
}

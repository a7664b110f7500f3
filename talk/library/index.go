package library

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"talkgiver/talk/journal"
	"talkgiver/talk/markdown"
	"talkgiver/talk/score"
)

// Index knows the talks of a folder: what a list shows of each, their balance,
// and all their words. What is known of a talk goes by the content of its file
// and its journal, and is kept between starts, so that a talk is read in full
// and weighed once for each change of it. Its methods may be called from any
// goroutine; they take turns.
type Index struct {
	folder, cache, program string

	mu      sync.Mutex
	loaded  bool               // the cache was read
	kept    map[sum]figures    // what the cache has on the disk
	records map[string]*record // by path
	last    *Talks             // of the last scan
	in      score.Inputs
}

// Talks are the talks of a library at a moment. They never change.
type Talks struct {
	// Entries are in the order of their names.
	Entries []Entry
	// Err is why there may be more: see List.
	Err error

	records []*record // one for each entry
}

// record is what an Index knows of a file.
type record struct {
	sum     sum
	err     error
	text    string
	title   folded
	head    folded // title, event and name
	folded  folded // the text
	figures figures
	stale   bool         // figures are those of another day or pace, or none
	facts   score.Inputs // what the journal knows, while stale
}

// NewIndex makes the index of a library's folder. cacheFolder is for what can be
// computed again; "" keeps nothing between starts.
func NewIndex(folder, cacheFolder string) *Index {
	return &Index{folder: folder, cache: cachePath(cacheFolder, folder), program: program(), records: make(map[string]*record)}
}

// Scan reads what has changed and returns the talks. Paths are the files and
// folders that may have changed; without any, everything is looked at. Of in it
// uses Pace and Today. A talk that has to be weighed has its former balance, or
// none, until Weigh was called. When the context ends, Scan returns what it knew
// before.
func (x *Index) Scan(ctx context.Context, in score.Inputs, paths ...string) *Talks {
	x.mu.Lock()
	defer x.mu.Unlock()
	if !x.loaded {
		x.kept, x.loaded = readCache(x.cache, x.program), true
	}
	if within, ok := x.within(paths); ok && x.last != nil && x.last.Err == nil && x.sameDay(in) {
		x.last = x.update(within)
		return x.last
	}
	talks := &Talks{}
	var found []Entry
	found, talks.Err = walk(ctx, x.folder)
	records := make(map[string]*record, len(found))
	for _, e := range found {
		if ctx.Err() != nil {
			break
		}
		records[e.Path] = x.read(&e, in)
		talks.add(e, records[e.Path])
	}
	if ctx.Err() != nil {
		if x.last == nil {
			return &Talks{}
		}
		return x.last
	}
	x.records, x.last, x.in = records, talks, in
	return talks
}

// within returns the talks behind changed paths, from the library's folder. It
// reports false when more than talks may have changed.
func (x *Index) within(paths []string) ([]string, bool) {
	var names []string
	for _, path := range paths {
		if base, ok := strings.CutSuffix(path, journal.Suffix); ok {
			path = base + Extension
		}
		name, err := filepath.Rel(x.folder, path)
		if err != nil || !isTalk(path) || strings.HasPrefix(name, "..") {
			return nil, false
		}
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return nil, false
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names, len(names) > 0
}

// sameDay reports whether balances are weighed as in the last scan.
func (x *Index) sameDay(in score.Inputs) bool {
	return in.Pace == x.in.Pace && dayOf(in.Today) == dayOf(x.in.Today)
}

// update returns the talks of the last scan with some files read again.
func (x *Index) update(names []string) *Talks {
	talks := &Talks{Entries: slices.Clone(x.last.Entries), records: slices.Clone(x.last.records)}
	for _, within := range names {
		e, there := entryOf(x.folder, within)
		at, known := slices.BinarySearchFunc(talks.Entries, e, inOrder)
		if known {
			talks.Entries = slices.Delete(talks.Entries, at, at+1)
			talks.records = slices.Delete(talks.records, at, at+1)
		}
		if !there {
			delete(x.records, e.Path)
			continue
		}
		r := x.read(&e, x.in)
		x.records[e.Path] = r
		talks.Entries = slices.Insert(talks.Entries, at, e)
		talks.records = slices.Insert(talks.records, at, r)
	}
	return talks
}

func (t *Talks) add(e Entry, r *record) {
	t.Entries = append(t.Entries, e)
	t.records = append(t.records, r)
}

// read reads one talk, unless its record is that of the same content, and
// completes its entry.
func (x *Index) read(e *Entry, in score.Inputs) *record {
	file, err := Load(e.Path)
	if err != nil {
		e.Err = err
		return &record{err: err, title: fold(e.Title), head: fold(e.Name)}
	}
	events, err := os.ReadFile(journal.Path(e.Path))
	if err != nil {
		events = nil // there is none, or none that can be weighed
	}
	content := sumOf(file.Data, events)
	r := x.records[e.Path]
	if r == nil || r.err != nil || r.sum != content {
		r = x.newRecord(*e, content, file.Data)
	}
	if stale := !r.figures.weighedWith(in); stale != r.stale || stale {
		again := *r // records never change: a search may be reading this one
		again.stale, again.facts = stale, score.Inputs{}
		if stale {
			found := journal.Parse(events).Events
			again.facts.Know(journal.Live(found), journal.Runs(found))
		}
		r = &again
	}
	r.complete(e)
	return r
}

func (x *Index) newRecord(e Entry, content sum, data []byte) *record {
	r := &record{sum: content, text: string(data)}
	if kept, ok := x.kept[content]; ok {
		r.figures = kept
	} else {
		t := e
		t.Title = ""
		t.describe(markdown.Parse(data).Talk())
		r.figures = figures{Title: t.Title, Event: t.Event, Date: t.Date, Slot: t.Slot}
	}
	r.complete(&e)
	r.title = fold(e.Title)
	r.head = fold(e.Title + "\n" + e.Event + "\n" + e.Name)
	r.folded = fold(r.text)
	return r
}

// complete adds what is known of a talk to its entry.
func (r *record) complete(e *Entry) {
	f := r.figures
	if f.Title != "" {
		e.Title = f.Title
	}
	e.Event, e.Date, e.Slot, e.Balance, e.Rated = f.Event, f.Date, f.Slot, f.Balance, f.Rated
	e.titleFolded = r.title.text
}

// weighedWith reports whether the balance is that for a pace and a day.
func (f figures) weighedWith(in score.Inputs) bool {
	return f.Weighed && f.Pace == in.Pace && (f.Day == "" || f.Day == dayOf(in.Today))
}

func dayOf(t time.Time) string { return t.Format(time.DateOnly) }

// Stale reports whether talks are to be weighed.
func (t *Talks) Stale() bool {
	return slices.ContainsFunc(t.records, func(r *record) bool { return r.stale })
}

// Weigh weighs talks of the last scan that have to be weighed, for about a
// duration, at least one, or until the context ends, and returns the talks with what is known
// then: ask again while they are Stale. Once all are weighed it keeps what is
// known for the next start.
func (x *Index) Weigh(ctx context.Context, lasting time.Duration) *Talks {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.last == nil {
		return &Talks{}
	}
	began := time.Now()
	talks := &Talks{Entries: slices.Clone(x.last.Entries), records: slices.Clone(x.last.records), Err: x.last.Err}
	for i, r := range talks.records {
		if !r.stale {
			continue
		}
		if ctx.Err() != nil {
			break
		}
		weighed := r.weigh(x.in)
		weighed.complete(&talks.Entries[i])
		talks.records[i], x.records[talks.Entries[i].Path] = weighed, weighed
		if time.Since(began) >= lasting {
			break
		}
	}
	x.last = talks
	if !talks.Stale() {
		x.keep()
	}
	return talks
}

// weigh returns the record with its balance.
func (r *record) weigh(in score.Inputs) *record {
	facts := r.facts
	facts.Pace, facts.Today = in.Pace, in.Today
	report := score.Of(markdown.Parse([]byte(r.text)).Talk(), facts)
	again := *r
	again.stale, again.facts = false, score.Inputs{}
	f := &again.figures
	f.Weighed, f.Rated, f.Balance = true, report.Rated, 0
	if report.Rated {
		f.Balance = int(report.Balance.Points / score.Point)
	}
	f.Pace, f.Day = in.Pace, ""
	if len(facts.Rehearsals) > 0 { // only how fresh they are depends on the day
		f.Day = dayOf(in.Today)
	}
	return &again
}

// keep writes the cache, if it would be another.
func (x *Index) keep() {
	now := make(map[sum]figures, len(x.records))
	for _, r := range x.records {
		if r.err == nil {
			now[r.sum] = r.figures
		}
	}
	if same := len(now) == len(x.kept); same {
		for key, f := range now {
			old, ok := x.kept[key]
			if same = ok && f.same(old); !same {
				break
			}
		}
		if same {
			return
		}
	}
	x.kept = now
	if x.cache != "" {
		writeCache(x.cache, x.program, now)
	}
}

// same reports whether two figures are equal; dates may differ in how they are
// written.
func (f figures) same(g figures) bool {
	equal := f.Date.Equal(g.Date)
	f.Date, g.Date = time.Time{}, time.Time{}
	return equal && f == g
}

package library

import (
	"context"
	"fmt"
	"runtime"
	"testing"
	"time"

	"talkgiver/talk/score"
)

var benchInputs = score.Inputs{Pace: 130, Today: time.Date(2027, 1, 2, 9, 0, 0, 0, time.UTC)}

// warmLibrary is a library of a thousand talks of two thousand words each whose
// cache was written by an earlier start.
func warmLibrary(b *testing.B) (folder, cache string) {
	b.Helper()
	folder, cache = b.TempDir(), b.TempDir()
	corpus(b, folder, 1000, 2000)
	x := NewIndex(folder, cache)
	for t := x.Scan(b.Context(), benchInputs); t.Stale(); t = x.Weigh(b.Context(), time.Hour) {
		if t.Err != nil {
			b.Fatal(t.Err)
		}
	}
	return folder, cache
}

// What a start costs: everything is read, nothing is weighed.
func BenchmarkListWarm1000(b *testing.B) {
	folder, cache := warmLibrary(b)
	b.ResetTimer()
	for b.Loop() {
		talks := NewIndex(folder, cache).Scan(b.Context(), benchInputs)
		if len(talks.Entries) != 1000 || talks.Stale() || !talks.Entries[0].Rated {
			b.Fatalf("%d talks, stale: %v, the first %+v", len(talks.Entries), talks.Stale(), talks.Entries[0])
		}
	}
}

// What a look costs when the window gets the focus, and a save of one talk.
func BenchmarkScanAgain1000(b *testing.B) {
	folder, cache := warmLibrary(b)
	x := NewIndex(folder, cache)
	talks := x.Scan(b.Context(), benchInputs)
	for name, paths := range map[string][]string{"all": nil, "one": {talks.Entries[500].Path}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if got := x.Scan(b.Context(), benchInputs, paths...); len(got.Entries) != 1000 {
					b.Fatal(len(got.Entries))
				}
			}
		})
	}
}

// BenchmarkWeigh is what a talk costs that has to be weighed.
func BenchmarkWeigh(b *testing.B) {
	folder := b.TempDir()
	corpus(b, folder, 1, 2000)
	for b.Loop() {
		x := NewIndex(folder, "")
		x.Scan(b.Context(), benchInputs)
		if talks := x.Weigh(b.Context(), time.Hour); !talks.Entries[0].Rated {
			b.Fatal("not rated")
		}
	}
}

// BenchmarkSearch1000 is the cost of a key with all snippets, for words that are rare, common,
// cut short, in quotes, nowhere, and with letters that other keyboards lack.
func BenchmarkSearch1000(b *testing.B) {
	folder, cache := warmLibrary(b)
	before := heap()
	x := NewIndex(folder, cache)
	talks := x.Scan(b.Context(), benchInputs)
	inMemory := float64(heap()-before) / (1 << 20)
	for _, typed := range []string{"e", "qu", "question", "nobody asked why", "strasse bruecke", "neue", `"nobody asked"`, "xylophone", "the e"} {
		b.Run(typed, func(b *testing.B) {
			hits := 0
			for b.Loop() {
				found := talks.Search(context.Background(), typed)
				for _, hit := range found {
					hit.Snippet()
				}
				hits = len(found)
			}
			b.ReportMetric(float64(hits), "hits")
			b.ReportMetric(inMemory, "MB-in-memory")
		})
	}
	runtime.KeepAlive(x)
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func BenchmarkFold(b *testing.B) {
	folder := b.TempDir()
	corpus(b, folder, 3, 2000)
	for i, lang := range []string{"en", "de"} {
		file, err := Load(fmt.Sprintf("%s/year-%d/talk-%04d.md", folder, 2020+2*i, 2*i))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(lang, func(b *testing.B) {
			b.SetBytes(int64(len(file.Data)))
			for b.Loop() {
				fold(string(file.Data))
			}
		})
	}
}

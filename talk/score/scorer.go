package score

import (
	"sync"

	"talkgiver/talk"
)

// Scorer scores one talk again and again while it is written. It keeps the words
// of the paragraphs that it has read, since these depend on nothing but the
// paragraph's text and the language; after a change only the changed paragraphs
// are read again. All else (times, links, places, figures, findings) is computed
// anew each time, in memory that is used again.
//
// What it returns equals what Of returns in every field, and shares no memory
// with the Scorer, so it can be kept and read from any goroutine.
//
// The zero value is ready. A Scorer is for one open talk: a window takes a new
// one when it opens another. Of can be called from several goroutines; calls
// wait for each other. So an older computation that still runs beside a newer
// one costs no more than the paragraphs in which their talks differ, and which
// of their reports is shown is the window's business.
type Scorer struct {
	mu      sync.Mutex
	reading reading
	figures figures
	finder  finder
}

// Of scores a talk.
func (s *Scorer) Of(t *talk.Talk, in Inputs) Report {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.reading.read(t, in)
	s.figures.weigh(&s.reading.facts)
	return s.report(t)
}

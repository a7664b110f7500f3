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

// shelf is what has been read of texts, by text. What a round does not ask for is
// forgotten at its end.
type shelf[T any] struct {
	of    map[string]*shelfEntry[T]
	round int
	used  int // in this round
}

type shelfEntry[T any] struct {
	text  string
	what  T
	round int // when it was last asked for
}

// begin begins a round.
func (k *shelf[T]) begin() {
	if k.of == nil {
		k.of = make(map[string]*shelfEntry[T])
	}
	k.round++
	k.used = 0
}

// get returns what is kept of a text, and the text as it is kept. Where there was
// nothing yet, isNew is true and what is empty.
func (k *shelf[T]) get(bytes []byte) (what *T, text string, isNew bool) {
	e, ok := k.of[string(bytes)]
	if !ok {
		e = &shelfEntry[T]{text: string(bytes)}
		k.of[e.text] = e
	}
	if e.round != k.round {
		e.round = k.round
		k.used++
	}
	return &e.what, e.text, !ok
}

// end ends a round.
func (k *shelf[T]) end() {
	if len(k.of) == k.used {
		return
	}
	for text, e := range k.of {
		if e.round != k.round {
			delete(k.of, text)
		}
	}
}

// forget forgets everything.
func (k *shelf[T]) forget() { clear(k.of) }

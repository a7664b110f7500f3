package score

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

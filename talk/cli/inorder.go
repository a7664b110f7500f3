package cli

import (
	"iter"
	"runtime"
)

// inOrder does the same to each of a list, on all cores at once, and hands the
// results over in the order of the list. Only a few results wait for their turn,
// so that a long list needs no more memory than a short one.
func inOrder[In, Out any](list []In, do func(In) Out) iter.Seq2[int, Out] {
	return func(yield func(int, Out) bool) {
		done := make(chan struct{})
		defer close(done)
		// A result's place in line is taken before the work on it begins.
		line := make(chan chan Out, 2*runtime.GOMAXPROCS(0))
		go func() {
			defer close(line)
			for _, in := range list {
				out := make(chan Out, 1)
				select {
				case line <- out:
				case <-done:
					return
				}
				go func() { out <- do(in) }()
			}
		}()
		i := 0
		for out := range line {
			if !yield(i, <-out) {
				return
			}
			i++
		}
	}
}

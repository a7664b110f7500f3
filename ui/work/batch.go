package work

import "sync"

// Batch returns a do that hands all that waits to run together. Fyne's loop takes from what was given to fyne.Do about one function a
// frame where frames take long, as they do without a graphics card or on a busy machine: given more than that, as one types, it would
// fall behind by seconds.
func Batch(do func(func())) func(func()) {
	var mu sync.Mutex
	var waiting []func()
	run := func() {
		mu.Lock()
		now := waiting
		waiting = nil
		mu.Unlock()
		for _, f := range now {
			f()
		}
	}
	return func(f func()) {
		mu.Lock()
		waiting = append(waiting, f)
		first := len(waiting) == 1
		mu.Unlock()
		if first {
			do(run)
		}
	}
}

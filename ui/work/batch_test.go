package work_test

import (
	"slices"
	"sync"
	"testing"

	"talkgiver/ui/work"
	"talkgiver/ui/work/worktest"
)

// However much is to be done, the loop is asked once for all of it, and does it
// in order.
func TestBatch(t *testing.T) {
	var asked []func()
	do := work.Batch(func(f func()) { asked = append(asked, f) })
	var done []int
	for i := range 5 {
		do(func() { done = append(done, i) })
	}
	do(func() {
		do(func() { done = append(done, 6) }) // what comes while the others run is for the next time
		done = append(done, 5)
	})
	if len(asked) != 1 || len(done) != 0 {
		t.Fatalf("the loop is asked %d times, and %v is done already", len(asked), done)
	}
	asked[0]()
	if !slices.Equal(done, []int{0, 1, 2, 3, 4, 5}) || len(asked) != 2 {
		t.Fatalf("done is %v, and the loop was asked %d times", done, len(asked))
	}
	asked[1]()
	if !slices.Equal(done, []int{0, 1, 2, 3, 4, 5, 6}) {
		t.Fatalf("done is %v", done)
	}
	do(func() { done = append(done, 7) })
	asked[2]()
	if done[len(done)-1] != 7 {
		t.Fatalf("after a rest, done is %v", done)
	}
}

// Nothing that other goroutines hand over is lost or done twice.
func TestBatch_FromManyGoroutines(t *testing.T) {
	var queue worktest.Queue
	do := work.Batch(queue.Do)
	const goroutines, each = 8, 500
	count := 0
	var all sync.WaitGroup
	for range goroutines {
		all.Go(func() {
			for range each {
				do(func() { count++ })
			}
		})
	}
	ended := make(chan struct{})
	go func() {
		all.Wait()
		close(ended)
	}()
	for running := true; running; {
		select {
		case <-ended:
			running = false
		default:
		}
		queue.Run()
	}
	queue.Run()
	if count != goroutines*each {
		t.Errorf("%d functions ran, of %d", count, goroutines*each)
	}
}

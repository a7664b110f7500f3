package cli

import (
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// Whichever is done first, the results come in the order of the list, and what
// nobody waits for any more is not begun.
func TestInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		list := make([]int, 1000)
		for i := range list {
			list[i] = i
		}
		var begun atomic.Int32
		slow := func(n int) int {
			begun.Add(1)
			time.Sleep(time.Duration(n*7919%13) * time.Millisecond)
			return n * n
		}
		var got []int
		for i, out := range inOrder(list, slow) {
			if out != i*i {
				t.Fatalf("number %d is %d", i, out)
			}
			got = append(got, out)
		}
		if len(got) != len(list) || !slices.IsSorted(got) {
			t.Errorf("%d results", len(got))
		}
		begun.Store(0)
		for i := range inOrder(list, slow) {
			if i == 2 {
				break
			}
		}
		synctest.Wait()
		time.Sleep(time.Minute)
		if n := begun.Load(); n >= 500 {
			t.Errorf("%d of %d were begun for three results", n, len(list))
		}
		for range inOrder(nil, slow) {
			t.Error("nothing has a result")
		}
	})
}

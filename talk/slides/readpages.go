package slides

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// each does something for every number below n, on all processors at once. When the
// context ends it begins nothing more, waits for what it has begun, and returns the
// context's error.
func each(ctx context.Context, n int, do func(i int)) error {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	workers.Wait()
	return ctx.Err()
}

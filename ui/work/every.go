package work

import (
	"sync"
	"time"
)

// Every calls f on the UI goroutine again and again, a period apart, until stop
// is called or the Runner closes; f is not called once more after stop. While
// one call waits for its turn no other is asked for, so a busy UI goroutine
// finds one call waiting and not a heap of them.
func (r *Runner) Every(period time.Duration, f func()) (stop func()) {
	ended := make(chan struct{})
	var once sync.Once
	stop = func() { once.Do(func() { close(ended) }) }
	waiting := make(chan struct{}, 1)
	r.wg.Go(func() {
		ticker := time.NewTicker(period)
		defer ticker.Stop()
		for {
			select {
			case <-ended:
				return
			case <-r.ctx.Done():
				return
			case <-ticker.C:
			}
			select {
			case waiting <- struct{}{}:
			default:
				continue
			}
			r.do(func() {
				<-waiting
				select {
				case <-ended:
				default:
					if !r.closed() {
						f()
					}
				}
			})
		}
	})
	return stop
}

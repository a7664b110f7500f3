package work_test

import (
	"testing"
	"testing/synctest"
	"time"

	"talkgiver/ui/work"
	"talkgiver/ui/work/worktest"
)

func TestEvery(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var queue worktest.Queue
		runner := work.New(queue.Do)
		defer runner.Close()
		calls := 0
		stop := runner.Every(100*time.Millisecond, func() { calls++ })

		step := func(d time.Duration) {
			time.Sleep(d)
			synctest.Wait()
			queue.Run()
		}
		for range 10 {
			step(100 * time.Millisecond)
		}
		if calls != 10 {
			t.Fatalf("ten periods made %d calls", calls)
		}

		step(5 * time.Second) // the UI goroutine was busy
		if calls != 11 {
			t.Fatalf("after a long wait %d calls were made at once, want 1", calls-10)
		}

		time.Sleep(100 * time.Millisecond)
		synctest.Wait()
		stop() // one call is queued already
		stop()
		queue.Run()
		step(time.Second)
		if calls != 11 {
			t.Fatalf("%d calls came after stop", calls-11)
		}
	})
}

func TestEveryEndsWithItsRunner(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var queue worktest.Queue
		runner := work.New(queue.Do)
		calls := 0
		runner.Every(time.Second, func() { calls++ })
		time.Sleep(time.Second)
		synctest.Wait()
		runner.Close()
		queue.Run()
		runner.Wait()
		if calls != 0 {
			t.Fatalf("%d calls came after the runner closed", calls)
		}
	})
}

package work_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"talkgiver/ui/work"
	"talkgiver/ui/work/worktest"
)

// after computes value once the time has passed, or its context ended.
func after(wait time.Duration, value string) func(context.Context) string {
	return func(ctx context.Context) string {
		select {
		case <-time.After(wait):
			return value
		case <-ctx.Done():
			return "cancelled"
		}
	}
}

// never computes value although its context ended, as code does that does not look.
func never(wait time.Duration, value string) func(context.Context) string {
	return func(context.Context) string {
		time.Sleep(wait)
		return value
	}
}

func TestGo_LatestWins(t *testing.T) {
	for name, compute := range map[string]func(time.Duration, string) func(context.Context) string{"listens": after, "does not listen": never} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var queue worktest.Queue
				r := work.New(queue.Do)
				var got []string
				apply := func(s string) { got = append(got, s) }

				work.Go(r, "score", compute(3*time.Second, "old"), apply)
				work.Go(r, "score", compute(time.Second, "new"), apply)
				work.Go(r, "other", compute(2*time.Second, "other"), apply)
				began := time.Now()
				queue.Finish(r)

				if want := []string{"new", "other"}; !slices.Equal(got, want) {
					t.Errorf("applied %v, want %v", got, want)
				}
				if waited := time.Since(began); name == "listens" && waited != 2*time.Second {
					t.Errorf("the old computation went on: %v in all, want 2 s", waited)
				}
			})
		})
	}
}

func TestGo_OlderResultInTheQueueIsDropped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var queue worktest.Queue
		r := work.New(queue.Do)
		var got []string
		apply := func(s string) { got = append(got, s) }

		work.Go(r, "score", never(0, "old"), apply)
		r.Wait() // the old result is in the queue, not yet applied
		work.Go(r, "score", never(time.Second, "new"), apply)
		queue.Run()
		if len(got) != 0 {
			t.Fatalf("applied %v after a newer question was asked", got)
		}
		if !r.Busy("score") {
			t.Error("the newer question is not busy")
		}
		queue.Finish(r)
		if want := []string{"new"}; !slices.Equal(got, want) {
			t.Errorf("applied %v, want %v", got, want)
		}
		if r.Busy("score") {
			t.Error("busy with nothing to come")
		}
	})
}

func TestRunner_CloseAndCancel(t *testing.T) {
	for name, stop := range map[string]func(*work.Runner){
		"close":  (*work.Runner).Close,
		"cancel": func(r *work.Runner) { r.Cancel("score") },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var queue worktest.Queue
				r := work.New(queue.Do)
				began := time.Now()
				work.Go(r, "score", after(time.Hour, "late"), func(s string) { t.Errorf("applied %q", s) })
				stop(r)
				queue.Finish(r)
				if waited := time.Since(began); waited != 0 {
					t.Errorf("the computation went on for %v", waited)
				}
				if r.Busy("score") {
					t.Error("still busy")
				}
			})
		})
	}
}

func TestGo_AfterCloseDoesNothing(t *testing.T) {
	var queue worktest.Queue
	r := work.New(queue.Do)
	r.Close()
	work.Go(r, "score", func(context.Context) int { t.Error("computed"); return 0 }, func(int) { t.Error("applied") })
	queue.Finish(r)
	if r.Busy("score") {
		t.Error("busy after Close")
	}
}

// Many questions at once, with a real UI goroutine: run it with -race.
func TestGo_Concurrent(t *testing.T) {
	var queue worktest.Queue
	r := work.New(queue.Do)
	applied := map[string]int{}
	for i := range 200 {
		key := fmt.Sprint(i % 5)
		work.Go(r, key, func(context.Context) int { return i }, func(v int) { applied[key] = v })
		queue.Run()
	}
	queue.Finish(r)
	for i := range 5 {
		if got, want := applied[fmt.Sprint(i)], 195+i; got != want {
			t.Errorf("key %d: last applied %d, want %d", i, got, want)
		}
	}
}

func BenchmarkGo(b *testing.B) {
	var queue worktest.Queue
	r := work.New(queue.Do)
	b.ReportAllocs()
	for b.Loop() {
		work.Go(r, "key", func(context.Context) int { return 1 }, func(int) {})
		queue.Finish(r)
	}
}

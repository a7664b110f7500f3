package work_test

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"talkgiver/ui/work"
	"talkgiver/ui/work/worktest"
)

func TestSettle(t *testing.T) {
	ms := func(values ...int) []time.Duration {
		var out []time.Duration
		for _, v := range values {
			out = append(out, time.Duration(v)*time.Millisecond)
		}
		return out
	}
	tests := map[string]struct {
		most    time.Duration
		touches []time.Duration // since the beginning
		want    []time.Duration // when it called, to the 10 ms at which the queue runs
	}{
		"one":               {0, ms(0), ms(100)},
		"typing":            {0, ms(0, 50, 100, 150), ms(250)},
		"two bursts":        {0, ms(0, 50, 400), ms(150, 500)},
		"put off":           {0, ms(0, 90, 180, 270, 360, 450), ms(550)},
		"at the latest":     {ms(300)[0], ms(0, 90, 180, 270, 360, 450), ms(300, 550)},
		"nothing to settle": {0, nil, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var queue worktest.Queue
				began := time.Now()
				var got []time.Duration
				s := work.New(queue.Do).Settle(100*time.Millisecond, test.most, func() { got = append(got, time.Since(began)) })
				touches := test.touches
				for range 100 {
					if len(touches) > 0 && time.Since(began) == touches[0] {
						s.Touch()
						touches = touches[1:]
					}
					time.Sleep(10 * time.Millisecond)
					synctest.Wait()
					queue.Run()
				}
				if !slices.Equal(got, test.want) {
					t.Errorf("called at %v, want %v", got, test.want)
				}
			})
		})
	}
}

// A key that comes while the call waits for the UI goroutine does not put it off.
func TestSettle_BusyUI(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var queue worktest.Queue
		calls := 0
		s := work.New(queue.Do).Settle(100*time.Millisecond, 300*time.Millisecond, func() { calls++ })
		for range 100 { // a second: in each turn of the loop several keys come first
			for range 5 {
				s.Touch()
				time.Sleep(2 * time.Millisecond)
			}
			synctest.Wait()
			s.Touch()
			queue.Run()
		}
		if calls != 3 {
			t.Errorf("%d calls in a second, want 3", calls)
		}
	})
}

func TestSettle_FlushStopClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var queue worktest.Queue
		r := work.New(queue.Do)
		calls := 0
		s := r.Settle(time.Second, 0, func() { calls++ })
		rest := func() {
			time.Sleep(2 * time.Second)
			synctest.Wait()
			queue.Run()
		}

		s.Flush()
		if calls != 0 {
			t.Error("Flush called with nothing pending")
		}
		s.Touch()
		s.Flush()
		rest()
		if calls != 1 || s.Pending() {
			t.Errorf("after Flush: %d calls, pending %v", calls, s.Pending())
		}
		s.Touch()
		s.Stop()
		rest()
		if calls != 1 {
			t.Error("called after Stop")
		}

		s.Touch() // its timer fires, and waits in the queue while the hands move again
		time.Sleep(time.Second)
		synctest.Wait()
		s.Touch()
		queue.Run()
		if calls != 1 {
			t.Error("an old timer called after a new Touch")
		}
		rest()
		if calls != 2 {
			t.Errorf("%d calls, want 2", calls)
		}
		s.Touch()
		r.Close()
		rest()
		if calls != 2 {
			t.Error("called after Close")
		}
	})
}

package rehearse

import (
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/ui/theme"
)

// TestPlace_WithRealTickers runs a rehearsal of 90 minutes on the clock and the
// tickers of the standard library, whose ticks come from another goroutine and
// by a queue, as in the window.
func TestPlace_WithRealTickers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		test.NewTempApp(t)
		fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light))
		queue := make(chan func())
		began := time.Now()
		var events []talk.Event
		p := New(Config{
			Now: func() (time.Duration, time.Time) { return time.Since(began), time.Now() },
			Every: func(period time.Duration, f func()) func() {
				ticker, done := time.NewTicker(period), make(chan struct{})
				go func() {
					defer ticker.Stop()
					for {
						select {
						case <-ticker.C:
							select {
							case queue <- f:
							case <-done:
								return
							}
						case <-done:
							return
						}
					}
				}()
				return func() { close(done) }
			},
			Append: func(more ...talk.Event) { events = append(events, more...) },
		})
		run := func(d time.Duration) {
			end := time.After(d)
			for {
				select {
				case f := <-queue:
					f()
				case <-end:
					return
				}
			}
		}
		w := test.NewWindow(p.Content())
		defer w.Close()
		p.Begin(parse("---\nslot: 90m\n---\n\n## One (40m)\n\nWords.\n\n## Two (50m)\n\nMore.\n"))
		p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		run(30*time.Minute + 500*time.Millisecond)
		if got := p.stage.section.Time; got != "10:00" {
			t.Errorf("the section's clock shows %s, want 10:00", got)
		}
		p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		run(60*time.Minute - 700*time.Millisecond)
		if got := p.stage.talk.Time; got != "0:01" {
			t.Errorf("the talk's clock shows %s, want 0:01", got)
		}
		if got := p.stage.sign.Text; got != "on time" { // ten minutes won, ten minutes lost
			t.Errorf("the drift is %q", got)
		}
		p.Finish()
		p.ticker.stopTicking()
		synctest.Wait()
		runs := journal.Runs(events)
		if len(runs) != 1 || runs[0].Total() != 90*time.Minute-200*time.Millisecond {
			t.Errorf("the journal has %+v", runs)
		}
	})
}

package ui

import (
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"

	"talkgiver/talk"
	"talkgiver/talk/journal"
)

// runOnDisk is the only run that the journal of a talk has.
func runOnDisk(t *testing.T, d *desk) talk.Run {
	t.Helper()
	log, err := journal.Read(journal.Path(d.session.Path()))
	if err != nil || len(log.Problems) > 0 {
		t.Fatal(err, log.Problems)
	}
	runs := journal.Runs(log.Events)
	if len(runs) != 1 {
		t.Fatalf("the journal has %d runs", len(runs))
	}
	return runs[0]
}

// The UI goroutine is stuck for longer than a machine takes that falls asleep. The
// journal has the run all the same, and nothing is counted twice when it comes back.
func TestHeartbeat_WhileTheWindowIsStuck(t *testing.T) {
	for name, key := range map[string]rune{"speaking": 0, "question": 'q'} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t, talkFile(t, onStage))
				d.now = time.Now
				d.show(placeRehearse)
				d.settle()
				began := time.Now()
				d.rehearsal().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
				if key != 0 {
					d.rehearsal().TypedRune(key)
				}
				var stuck time.Duration
				for stuck < 15*time.Second {
					time.Sleep(70 * time.Millisecond)
					synctest.Wait() // what is being written is written; the queue of the UI goroutine stays as it is
					stuck = time.Since(began)
					run := runOnDisk(t, d)
					if missing := stuck - run.Whole(); missing < 0 || missing > time.Second {
						t.Fatalf("after %v the journal has %v of the run", stuck, run.Whole())
					}
					if key != 0 && run.Total() != 0 {
						t.Fatalf("in a question %v are spoken", run.Total())
					}
				}
				d.queue.Run()
				time.Sleep(3 * time.Second)
				d.queue.Run()
				whole := time.Since(began)
				d.rehearsal().Finish()
				d.journal.flush()
				run := runOnDisk(t, d)
				spoken, questions := whole, time.Duration(0)
				if key != 0 {
					spoken, questions = 0, whole
				}
				if run.Ended.IsZero() || run.Total() != spoken || run.Questions != questions || run.Paused+run.Suspended != 0 {
					t.Errorf("of %v the journal has %+v", whole, run)
				}
				size := len(onDisk(t, journal.Path(d.session.Path())))
				time.Sleep(time.Minute)
				d.journal.flush()
				if more := len(onDisk(t, journal.Path(d.session.Path()))); more != size {
					t.Errorf("%d bytes come behind the end", more-size)
				}
			})
		})
	}
}

// A talk that was saved as another one in the middle of a run has the run there.
func TestHeartbeat_FollowsTheFile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, talkFile(t, onStage))
		d.now = time.Now
		d.show(placeRehearse)
		d.settle()
		began := time.Now()
		d.rehearsal().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		d.journal.flush()
		old := d.session.Path()
		if err := d.session.SaveAs(old + ".other.md"); err != nil {
			t.Fatal(err)
		}
		if err := copyJournal(old, d.session.Path()); err != nil {
			t.Fatal(err)
		}
		time.Sleep(2 * time.Second)
		d.queue.Run()
		time.Sleep(5 * time.Second)
		synctest.Wait()
		if run := runOnDisk(t, d); time.Since(began)-run.Whole() > time.Second {
			t.Errorf("after %v the new file's journal has %v of the run", time.Since(began), run.Whole())
		}
	})
}

// A talk without a file writes nothing anywhere.
func TestHeartbeat_WithoutAFile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, talkFile(t, onStage))
		d.show(placeRehearse)
		d.rehearsal().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		d.rehearsal().Finish()
		d.journal.flush()
		before := onDisk(t, journal.Path(d.session.Path()))
		path := d.session.Path()
		d.take(NewSession([]byte(onStage)))
		d.rehearsal().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		if !d.rehearsal().UnderWay() {
			t.Fatal("no run is under way")
		}
		time.Sleep(5 * time.Second)
		d.journal.flush()
		if after := onDisk(t, journal.Path(path)); after != before {
			t.Errorf("the talk before has\n%s", after[len(before):])
		}
	})
}

// The writer closes in the middle of a run.
func TestHeartbeat_EndsWithTheWriter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newJournalWriter(func(func()) {}, func(err error) { t.Error(err) })
		calls := 0
		w.beat(func() time.Duration {
			calls++
			w.append("talk.md")
			return time.Second
		})
		time.Sleep(3500 * time.Millisecond)
		w.close()
		if calls != 4 {
			t.Errorf("%d calls in 3.5 s, one a second", calls)
		}
		time.Sleep(5 * time.Second)
		if calls != 4 {
			t.Errorf("%d calls came behind the end", calls-4)
		}
	})
}

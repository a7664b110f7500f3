package rehearse

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	engine "talkgiver/talk/rehearse"
)

// killed names the journal of a process that rehearses until it is killed.
const killed = "TALKGIVER_TEST_KILLED"

// TestMain rehearses, where this process is one that the kill test started.
func TestMain(m *testing.M) {
	if path := os.Getenv(killed); path != "" {
		rehearseUntilKilled(path)
	}
	os.Exit(m.Run())
}

// keyPace is the time between two of its keys, or looks at what is measured.
const keyPace = 60 * time.Millisecond

// rehearseUntilKilled is a run that ticks at a pace of its own, with a key now
// and then. It prints what it has measured, in milliseconds.
func rehearseUntilKilled(path string) {
	began := time.Now()
	plan := talk.RunPlan{Sections: []string{"All"}}
	for range 50 {
		plan.Slides = append(plan.Slides, talk.PlannedSlide{Planned: 10 * time.Second})
	}
	r := newRehearsal(Config{
		Now: func() (time.Duration, time.Time) { return time.Since(began), time.Now() },
		Append: func(events ...talk.Event) {
			if err := journal.Append(path, events...); err != nil {
				panic(err)
			}
		},
	}, Habits{}, talk.RunStart{Kind: talk.RunPractice, Plan: plan})
	r.do((*engine.Clock).Start)
	for n := 1; ; n++ {
		time.Sleep(keyPace)
		var key func(*engine.Clock) bool
		switch n % 10 {
		case 3:
			key = (*engine.Clock).Next
		case 5, 7:
			key = (*engine.Clock).Question
		case 9:
			key = func(c *engine.Clock) bool { return c.Have(5 * time.Minute) }
		}
		r.do(key)
		fmt.Println(r.clock.Run().Whole().Milliseconds())
	}
}

// A hundred runs are killed at any moment. Of none more than a second is
// missing, and each can be gone on with.
func TestAKilledRunLosesASecondAtMost(t *testing.T) {
	folder := t.TempDir()
	const runs, atOnce = 100, 10
	slots := make(chan struct{}, atOnce)
	var all sync.WaitGroup
	for i := range runs {
		all.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; all.Done() }()
			random := rand.New(rand.NewPCG(uint64(i), 11))
			lines := 1 + random.IntN(18) // of a tenth of a second each
			within := time.Duration(random.Int64N(int64(keyPace)))
			if err := killOne(filepath.Join(folder, fmt.Sprint(i, journal.Suffix)), lines, within); err != nil {
				t.Errorf("run %d, killed %v behind its tick %d: %v", i, within, lines, err)
			}
		}()
	}
	all.Wait()
}

// killOne starts a run, kills it after so many ticks and a bit, and reads its
// journal.
func killOne(path string, lines int, within time.Duration) error {
	process := exec.Command(os.Args[0])
	process.Env = append(os.Environ(), killed+"="+path)
	out, err := process.StdoutPipe()
	if err != nil {
		return err
	}
	if err := process.Start(); err != nil {
		return err
	}
	measured := 0
	scanner := bufio.NewScanner(out)
	for range lines {
		if !scanner.Scan() {
			break
		}
		if measured, err = strconv.Atoi(scanner.Text()); err != nil {
			return err
		}
	}
	time.Sleep(within)
	if err := process.Process.Kill(); err != nil {
		return err
	}
	for scanner.Scan() { // what it had measured until then
		if n, err := strconv.Atoi(scanner.Text()); err == nil {
			measured = n
		}
	}
	_ = process.Wait() // it was killed, which is an error
	log, err := journal.Read(path)
	if err != nil {
		return err
	}
	run, _, ok := journal.CutOff(log.Events)
	if !ok {
		return fmt.Errorf("no run was cut off in %d events", len(log.Events))
	}
	if missing := time.Duration(measured)*time.Millisecond - run.Whole(); missing > time.Second {
		return fmt.Errorf("%v of %d ms are missing", missing, measured)
	}
	clock := engine.Continue(run, engine.Options{})
	if got := clock.Run(); got.Whole() != run.Whole() || clock.State() != engine.Paused || !clock.Resume() {
		return fmt.Errorf("goes on with %v of %v", got.Whole(), run.Whole())
	}
	return nil
}

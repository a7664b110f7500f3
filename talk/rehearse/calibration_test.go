package rehearse

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"talkgiver/talk"
)

// population is the world that simulated speakers come from. All figures are of
// logarithms: 0.1 is about 10 %. The forecast knows none of them.
type population struct {
	live, liveSpread float64 // how much longer on stage: the middle, and how speakers differ
	evening          float64 // how evenings of one speaker differ
	practice, differ float64 // what practice takes off: the middle, and how speakers differ
	noise, vary      float64 // a run against the next: the middle, and how speakers differ, as a factor
	day              float64 // a day against the next, in noises
	drift            float64 // of the pace from run to run, in noises
	section          float64 // a section against the others, for each run
	tails            bool    // one run in ten is three times as far off
	given            int     // how many other talks the speaker has given, each after three rehearsals
}

// people is the population that the forecast is held to.
var people = population{
	live: math.Log(1.2), liveSpread: 0.1, evening: 0.05, practice: 0.03, differ: 0.03,
	noise: 0.03, vary: 0.5, day: 0.8, drift: 0.3, section: 0.06,
}

// simulated is a speaker who rehearses.
type simulated struct {
	population
	*rand.Rand
	own              float64 // noise
	liveOwn, learned float64
	plan             talk.RunPlan
	bases            []float64 // of each section, logarithm of seconds
	run, today       int
	walk, dayOff     float64
}

func newSimulated(p population, random *rand.Rand) *simulated {
	s := &simulated{population: p, Rand: random}
	s.own = p.noise * math.Exp(p.vary*random.NormFloat64())
	s.liveOwn = p.live + p.liveSpread*random.NormFloat64()
	s.learned = p.practice + p.differ*random.NormFloat64()
	s.newTalk()
	return s
}

// newTalk is a talk of three to eight sections, each of which takes something
// else than planned.
func (s *simulated) newTalk() {
	s.plan, s.bases = talk.RunPlan{}, nil
	s.run, s.today, s.walk = 0, 0, 0
	off := 0.2 * s.NormFloat64()
	for i := range 3 + s.IntN(6) {
		planned := time.Duration(60+s.IntN(300)) * time.Second
		title := fmt.Sprint("section ", i)
		s.plan.Sections = append(s.plan.Sections, title)
		s.plan.Slides = append(s.plan.Slides, talk.PlannedSlide{Title: title, Section: i, Planned: planned})
		s.bases = append(s.bases, math.Log(planned.Seconds())+off+0.15*s.NormFloat64())
	}
}

// speak is one whole run; one or two fall on a day.
func (s *simulated) speak(kind talk.RunKind) talk.Run {
	s.run++
	if s.run == 1 || kind == talk.RunGiven || s.IntN(5) < 3 {
		s.today++
		s.dayOff = s.day * s.own * s.NormFloat64()
	}
	s.walk += s.drift * s.own * s.NormFloat64()
	noise := s.own * s.NormFloat64()
	if s.tails && s.IntN(10) == 0 {
		noise *= 3
	}
	all := s.walk + s.dayOff + noise - s.learned*math.Log(float64(s.run))
	if kind == talk.RunGiven {
		all += s.liveOwn + s.evening*s.NormFloat64()
	}
	run := talk.Run{
		RunStart: talk.RunStart{Kind: kind, Plan: s.plan},
		Started:  noon.AddDate(0, 0, s.today), Ended: noon.AddDate(0, 0, s.today).Add(time.Hour),
	}
	for _, base := range s.bases {
		seconds := math.Exp(base + all + s.section*s.NormFloat64())
		run.Spoken = append(run.Spoken, time.Duration(seconds*float64(time.Second)))
	}
	return run
}

// calibration is how often came what was said.
type calibration struct {
	said   [11]int // by tenths: how often it was said,
	came   [11]int // and how often the talk ended in time then
	sum    float64 // of the chances between 1 and 9 in 10
	within int     // how often the talk ended in time then
	n      int
	width  float64 // sum of the widths of the middle 80 %, as a share of the middle
	widths int
}

func (c *calibration) frequency(tenth int) float64 {
	return float64(c.came[tenth]) / float64(c.said[tenth])
}

// calibrate lets speakers rehearse, makes a forecast after 3, 4, 6 and 10 runs
// (or those of after) for slots around what they need, and lets each of them go
// on stage right then.
func calibrate(p population, speakers int, after ...int) *calibration {
	c := &calibration{}
	for i := range speakers {
		s := newSimulated(p, rand.New(rand.NewPCG(uint64(i), 77)))
		var others [][]talk.Run
		for range p.given {
			talkRuns := []talk.Run{s.speak(talk.RunPractice), s.speak(talk.RunPractice), s.speak(talk.RunPractice), s.speak(talk.RunGiven)}
			others = append(others, talkRuns)
			s.newTalk()
		}
		live := LiveFactor(0, others...)
		var runs []talk.Run
		for _, n := range after {
			for len(runs) < n {
				runs = append(runs, s.speak(talk.RunPractice))
			}
			forecast := NewForecast(s.plan, runs, live)
			if !forecast.Known() { // a run at half of the planned time is no rehearsal
				continue
			}
			stage := *s
			took := stage.speak(talk.RunGiven).Total()
			if i%10 == 0 { // which takes longer than all the rest
				c.width += float64(forecast.Quantile(0.9)-forecast.Quantile(0.1)) / float64(forecast.Quantile(0.5))
				c.widths++
			}
			for range 3 {
				// Slots are chosen without the forecast: from a plan that is off.
				slot := time.Duration(float64(runs[0].Total()) * math.Exp(0.18+0.2*s.NormFloat64()))
				chance := forecast.Chance(slot)
				tenth := int(math.Round(10 * chance))
				in := 0
				if took <= slot {
					in = 1
				}
				c.said[tenth]++
				c.came[tenth] += in
				if chance >= 0.1 && chance <= 0.9 {
					c.n++
					c.sum += chance
					c.within += in
				}
			}
		}
	}
	return c
}

func (c *calibration) worst() (points float64) {
	for tenth := 1; tenth <= 9; tenth++ {
		points = max(points, 100*math.Abs(c.frequency(tenth)-float64(tenth)/10))
	}
	return points
}

func (c *calibration) bias() float64 { return 100 * (float64(c.within) - c.sum) / float64(c.n) }

func (c *calibration) String() string {
	text := ""
	for tenth := 1; tenth <= 9; tenth++ {
		text += fmt.Sprintf(" %d:%.3f(%d)", tenth, c.frequency(tenth), c.said[tenth])
	}
	return fmt.Sprintf("bias %+.1f, worst %.1f, width %.2f |%s", c.bias(), c.worst(), c.width/float64(c.widths), text)
}

// What is said is what happens: of ten thousand speakers, asked after three, five
// and eight runs about slots that are half to twice what they need, each of the
// nine things that can be said ("1 in 10" to "9 in 10") comes true as often as it
// is said, within three points; and so do the chances themselves, in the mean.
func TestTheForecastIsCalibrated(t *testing.T) {
	c := calibrate(people, 10_000/fewer, 3, 5, 8)
	for tenth := 1; tenth <= 9; tenth++ {
		if c.said[tenth] < 2000/fewer { // of which chance alone is a point off
			t.Errorf("%d in 10 was said only %d times", tenth, c.said[tenth])
		}
		if off := 100 * (c.frequency(tenth) - float64(tenth)/10); math.Abs(off) > 3*slack {
			t.Errorf("%d in 10 came true %.1f points too often", tenth, off)
		}
	}
	if math.Abs(c.bias()) > 3*slack {
		t.Errorf("in the mean %.1f points too often", c.bias())
	}
	t.Log(c)
}

// Other people than those: what does not make a difference, and what does. The
// forecast cannot know that all speakers are slower on stage than it takes for
// granted, but it learns how a speaker is who has given talks.
func TestTheForecastAmongOtherPeople(t *testing.T) {
	vary := func(change func(*population)) population { p := people; change(&p); return p }
	for _, tt := range []struct {
		name string
		population
		most float64 // points that anything said may be off
	}{
		{"twice as even", vary(func(p *population) { p.noise /= 2 }), 6},
		{"twice as uneven", vary(func(p *population) { p.noise *= 2 }), 6},
		{"moody", vary(func(p *population) { p.day = 2 }), 6},
		{"much drift", vary(func(p *population) { p.drift = 1 }), 6},
		{"uneven sections", vary(func(p *population) { p.section = 0.15 }), 6},
		{"now and then far off", vary(func(p *population) { p.tails = true }), 6},
		{"differ more on stage", vary(func(p *population) { p.liveSpread = 0.15 }), 10},
		{"differ less on stage", vary(func(p *population) { p.liveSpread = 0.05 }), 12},
		{"no gain by practice", vary(func(p *population) { p.practice = 0 }), 10},
		{"much gain by practice", vary(func(p *population) { p.practice = 0.08 }), 12},
		{"1.1 on stage, three given", vary(func(p *population) { p.live = math.Log(1.1); p.given = 3 }), 14},
		{"1.3 on stage, three given", vary(func(p *population) { p.live = math.Log(1.3); p.given = 3 }), 14},
		{"1.3 on stage, eight given", vary(func(p *population) { p.live = math.Log(1.3); p.given = 8 }), 8},
		{"1.1 on stage", vary(func(p *population) { p.live = math.Log(1.1) }), 30},
		{"1.3 on stage", vary(func(p *population) { p.live = math.Log(1.3) }), 30},
	} {
		c := calibrate(tt.population, 2000/fewer, 3, 6)
		if most := tt.most * slack; c.worst() > most {
			t.Errorf("%s: off by %.1f points, more than %v", tt.name, c.worst(), most)
		}
		t.Logf("%-34s %v", tt.name, c)
	}
}

// One run makes a forecast that is as honest, and wider; talks given make it
// narrower.
func TestTheForecastGetsNarrower(t *testing.T) {
	one, five := calibrate(people, 6000, 1), calibrate(people, 3000, 5)
	experienced := people
	experienced.given = 4
	given := calibrate(experienced, 3000, 5)
	if one.worst() > 5 {
		t.Errorf("after one run off by %.1f points: %v", one.worst(), one)
	}
	width := func(c *calibration) float64 { return c.width / float64(c.widths) }
	if !(width(one) > 1.05*width(five) && width(five) > 1.2*width(given)) {
		t.Errorf("widths %.3f after one run, %.3f after five, %.3f after four talks given", width(one), width(five), width(given))
	}
}

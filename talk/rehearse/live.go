package rehearse

import (
	"math"

	"talkgiver/talk"
)

// DefaultLive is how much longer a talk takes on stage than it took when it was
// rehearsed, for a speaker we know nothing of: the fifth that speakers are told
// to keep free.
const DefaultLive = 1.2

// What is taken for granted about stages, in logarithms (0.1 is about 10 %). All
// three are judgements, not measurements.
const (
	// liveSpread is how much speakers differ: two of three are between 1.09 and
	// 1.33 when the factor is 1.2.
	liveSpread = 0.10
	// liveOccasion is how much two evenings of one speaker differ.
	liveOccasion = 0.05
	// liveRun is how much one rehearsal differs from the next.
	liveRun = 0.04
)

// Live is how much longer a speaker takes on stage, as far as it is known.
type Live struct {
	Mean   float64 // of the factor's logarithm
	Spread float64 // what that is uncertain by, as a standard deviation
	Times  int     // how many talks given it is from
}

// Factor is the live factor, such as 1.2.
func (l Live) Factor() float64 { return math.Exp(l.Mean) }

// liveRehearsals is how many rehearsals before a talk say how long it was: those
// that it was given from.
const liveRehearsals = 3

// LiveFactor learns a speaker's live factor. It begins with start (0 for
// DefaultLive) and moves with each time that a talk was given after it had been
// rehearsed whole; each argument has the runs of one talk, oldest first.
//
// The logarithm of given / rehearsed is normal around the speaker's own, and that
// is normal around start: the mean is weighed by what each is certain of
// (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.5).
func LiveFactor(start float64, talks ...[]talk.Run) Live {
	if !(start > 0) || math.IsInf(start, 0) {
		start = DefaultLive
	}
	precision := 1 / (liveSpread * liveSpread)
	sum := math.Log(start) * precision
	live := Live{}
	for _, runs := range talks {
		for i := range runs {
			ratio, variance, ok := liveRatio(runs[:i], &runs[i])
			if !ok {
				continue
			}
			precision += 1 / variance
			sum += ratio / variance
			live.Times++
		}
	}
	live.Mean, live.Spread = sum/precision, math.Sqrt(1/precision)
	return live
}

// liveRatio is the logarithm of how much longer a talk took than it would have
// been rehearsed then, and the variance of that. Practice has taken something off
// since the rehearsals, as in a Forecast.
func liveRatio(before []talk.Run, given *talk.Run) (ratio, variance float64, ok bool) {
	if given.Kind != talk.RunGiven {
		return 0, 0, false
	}
	took, whole := asNow(given, &given.Plan)
	if !whole {
		return 0, 0, false
	}
	number := 1
	for i := range before {
		if before[i].Rehearsed() {
			number++
		}
	}
	now := math.Log(float64(number))
	n, sum := 0, 0.0
	for i := len(before) - 1; i >= 0 && n < liveRehearsals; i-- {
		if !before[i].Rehearsed() {
			continue
		}
		number--
		if before[i].Kind != talk.RunPractice {
			continue
		}
		if d, ok := asNow(&before[i], &given.Plan); ok {
			sum += math.Log(d.Seconds()) - practiceMean*(now-math.Log(float64(number)))
			n++
		}
	}
	if n == 0 {
		return 0, 0, false
	}
	variance = liveOccasion*liveOccasion + 2*liveRun*liveRun + liveRun*liveRun/float64(n)
	return math.Log(took.Seconds()) - sum/float64(n), variance, true
}

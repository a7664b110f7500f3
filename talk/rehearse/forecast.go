package rehearse

import (
	"math"
	"slices"
	"time"

	"talkgiver/talk"
)

// Forecast is how long a talk will take on stage, as far as its runs tell.
//
// The logarithm y of the time of whole run number k on one day is taken to be
//
//	y = a − λ·log k + w(k) + d(day) + e + [given]·(l + o)
//
// a is the talk's own length and has a flat prior. λ is what practice takes off
// (the power law of practice: Newell and Rosenbloom 1981), normal around 0.03 ±
// 0.04. w is a random walk: the talk drifts while it is worked on. d is a good or
// a bad day, e is everything else. e and d have the speaker's own spread σ, and a
// step of w has 0.3 σ; the logarithm of σ is normal around that of 3.5 % with 0.6.
// l is the logarithm of the live factor, see LiveFactor, and o the evening, ± 0.05.
//
// For each σ on a grid this is a Gaussian process, whose forecast for the next
// time on stage has a closed form (Rasmussen and Williams, Gaussian Processes for
// Machine Learning, 2006, equations 2.25, 2.26 and 2.30). The forecast is the
// mixture of those, each weighed with how well its σ explains the runs: what
// Student's t is for a plain sample of unknown spread. So few runs make a wide
// forecast, and more make it as narrow as they agree.
type Forecast struct {
	// Runs is how many whole rehearsals it is from, and Given how many times the
	// talk was given; neither of another form of the talk. Without any there is
	// no forecast.
	Runs, Given int
	// Limit is the time for speaking: the plan's slot without questions; 0 when
	// not known.
	Limit time.Duration

	mix []component
}

// component is one bell of the mixture, of the logarithm of seconds.
type component struct {
	weight, mean, spread float64
}

// What the forecast takes for granted, see there. All are judgements of what is
// likely before anything is known, not measurements.
const (
	practiceMean, practiceSpread = 0.03, 0.04
	walkStep                     = 0.3
	sigmaMedian, sigmaSpread     = 0.035, 0.6
	lengthSpread                 = 10.0 // of a: as good as flat

	sigmaSteps   = 25
	forecastRuns = 20 // the latest; older ones say nothing more
)

// observation is a whole run as the forecast sees it.
type observation struct {
	y        float64 // logarithm of seconds
	number   float64 // which whole run it was, from 1
	practice float64 // logarithm of number
	day      int     // those of one day share their number
	given    bool
}

// NewForecast makes the forecast for a plan from a talk's runs, oldest first.
// live is the speaker's live factor from other talks; the runs of this one tell
// of it by themselves.
func NewForecast(plan talk.RunPlan, runs []talk.Run, live Live) Forecast {
	f := Forecast{}
	if plan.Slot > 0 {
		f.Limit = max(0, plan.Slot-plan.Questions)
	}
	seen, next := observe(&plan, runs)
	for _, o := range seen {
		if o.given {
			f.Given++
		} else {
			f.Runs++
		}
	}
	if len(seen) > 0 {
		f.mix = mixture(seen, next, live)
	}
	return f
}

// observe looks at the latest whole runs, oldest first, and at the next one on
// stage.
func observe(plan *talk.RunPlan, runs []talk.Run) (seen []observation, next observation) {
	whole := 0
	for i := range runs {
		if runs[i].Rehearsed() {
			whole++
		}
	}
	next = observation{number: float64(whole + 1), practice: math.Log(float64(whole + 1)), day: -1, given: true}
	number := whole + 1
	for i := len(runs) - 1; i >= 0 && len(seen) < forecastRuns; i-- {
		run := &runs[i]
		if !run.Rehearsed() {
			continue
		}
		number--
		took, ok := asNow(run, plan)
		if !ok {
			continue
		}
		day := 0
		if !run.Started.IsZero() {
			year, month, date := run.Started.Date()
			day = int(time.Date(year, month, date, 0, 0, 0, 0, time.UTC).Unix() / 86400)
		}
		seen = append(seen, observation{
			y: math.Log(took.Seconds()), number: float64(number), practice: math.Log(float64(number)),
			day: day, given: run.Kind == talk.RunGiven,
		})
	}
	slices.Reverse(seen)
	return seen, next
}

// mixture forecasts the next observation for each σ of the grid.
func mixture(seen []observation, next observation, live Live) []component {
	n := len(seen)
	center := 0.0
	for _, o := range seen {
		center += o.y / float64(n)
	}
	mean := func(o observation) float64 {
		m := center - practiceMean*o.practice
		if o.given {
			m += live.Mean
		}
		return m
	}
	// A covariance is one part and another one times σ².
	fixed, scaled := newTriangle(n), newTriangle(n)
	fixedNext, scaledNext, rest := make([]float64, n), make([]float64, n), make([]float64, n)
	for i, a := range seen {
		rest[i] = a.y - mean(a)
		for j, b := range seen[:i+1] {
			f, v := covariance(a, b, live, i == j)
			fixed.set(i, j, f)
			scaled.set(i, j, v)
		}
		fixedNext[i], scaledNext[i] = covariance(next, a, live, false)
	}
	fixedOwn, scaledOwn := covariance(next, next, live, true)

	// The grid is the prior's middle ± 2.5 of its spread.
	mix := make([]component, sigmaSteps)
	best := math.Inf(-1)
	k, kNext := newTriangle(n), make([]float64, n)
	for g := range mix {
		z := 5 * (float64(g)/(sigmaSteps-1) - 0.5)
		sigma := sigmaMedian * math.Exp(sigmaSpread*z)
		for i := range k.a {
			k.a[i] = fixed.a[i] + sigma*sigma*scaled.a[i]
		}
		for i := range kNext {
			kNext[i] = fixedNext[i] + sigma*sigma*scaledNext[i]
		}
		k.factor()
		alpha, half := k.solve(rest), k.forward(kNext)
		c := component{mean: mean(next)}
		variance, evidence := fixedOwn+sigma*sigma*scaledOwn, -z*z/2
		for i := range seen {
			c.mean += kNext[i] * alpha[i]
			variance -= half[i] * half[i]
			evidence -= rest[i]*alpha[i]/2 + math.Log(k.at(i, i))
		}
		c.spread = math.Sqrt(max(variance, 1e-8))
		c.weight = evidence
		best = max(best, evidence)
		mix[g] = c
	}
	sum := 0.0
	for g := range mix {
		mix[g].weight = math.Exp(mix[g].weight - best)
		sum += mix[g].weight
	}
	for g := range mix {
		mix[g].weight /= sum
	}
	return mix
}

// covariance is what two observations share: the part that does not depend on
// σ, and what σ² is multiplied with. A run is the same as itself only.
func covariance(a, b observation, live Live, same bool) (fixed, scaled float64) {
	fixed = lengthSpread*lengthSpread + practiceSpread*practiceSpread*a.practice*b.practice
	scaled = walkStep * walkStep * min(a.number, b.number)
	if a.day == b.day {
		scaled++
	}
	if a.given && b.given {
		fixed += live.Spread * live.Spread
	}
	if same {
		scaled++
		if a.given {
			fixed += liveOccasion * liveOccasion
		}
	}
	return fixed, scaled
}

// Known reports whether there is a forecast.
func (f Forecast) Known() bool { return len(f.mix) > 0 }

// Chance is the probability that the speaker will have said all within a time,
// from 0 to 1; 0 without a forecast.
func (f Forecast) Chance(within time.Duration) float64 {
	if within <= 0 {
		return 0
	}
	x, p := math.Log(within.Seconds()), 0.0
	for _, c := range f.mix {
		p += c.weight * normal((x-c.mean)/c.spread)
	}
	return min(max(p, 0), 1)
}

// normal is the distribution function of the normal distribution.
func normal(x float64) float64 { return math.Erfc(-x/math.Sqrt2) / 2 }

// Quantile is the time that the talk is over within with probability p, from
// 0.001 to 0.999; 0 without a forecast. A picture shows 0.05, 0.25, 0.5, 0.75, 0.95.
func (f Forecast) Quantile(p float64) time.Duration {
	if !f.Known() {
		return 0
	}
	p = min(max(p, 0.001), 0.999)
	low, high := math.Inf(1), math.Inf(-1)
	for _, c := range f.mix {
		low, high = min(low, c.mean-4*c.spread), max(high, c.mean+4*c.spread)
	}
	for range 60 {
		middle := (low + high) / 2
		at := 0.0
		for _, c := range f.mix {
			at += c.weight * normal((middle-c.mean)/c.spread)
		}
		if at < p {
			low = middle
		} else {
			high = middle
		}
	}
	return time.Duration(math.Exp((low+high)/2) * float64(time.Second))
}

// Density is how likely it is that the talk takes just that time, as a share a
// second: what a picture draws as a hill, whose area until a time is the chance
// of it. It is 0 without a forecast.
func (f Forecast) Density(at time.Duration) float64 {
	if at <= 0 {
		return 0
	}
	x, sum := math.Log(at.Seconds()), 0.0
	for _, c := range f.mix {
		z := (x - c.mean) / c.spread
		sum += c.weight * math.Exp(-z*z/2) / (c.spread * math.Sqrt(2*math.Pi))
	}
	return sum / at.Seconds()
}

// InTen is the chance to end within the limit as it is said: how many times in
// ten, from 0 to 10.
func (f Forecast) InTen() int { return int(math.Round(10 * f.Chance(f.Limit))) }

// Words says the forecast for the slot.
func (f Forecast) Words() talk.Phrase {
	switch n := f.InTen(); {
	case !f.Known():
		return talk.Phrase{Key: "forecast.none"}
	case f.Limit == 0:
		return talk.Phrase{Key: "forecast.no-slot", Time: f.Quantile(0.5).Round(saidTo)}
	case n == 0:
		return talk.Phrase{Key: "forecast.hardly", Time: f.Limit}
	case n == 10:
		return talk.Phrase{Key: "forecast.nearly", Time: f.Limit}
	default:
		return talk.Phrase{Key: "forecast", N: n, Time: f.Limit}
	}
}

// firmRuns is how many whole rehearsals make a forecast more than a first guess.
const firmRuns = 3

// saidTo is what a forecast's times are rounded to: finer than that nobody knows.
const saidTo = 10 * time.Second

// Basis says what the forecast rests on: how many runs, and between which times
// the talk will end in eight cases of ten.
func (f Forecast) Basis() talk.Phrase {
	p := talk.Phrase{Key: "forecast.basis", N: f.Runs + f.Given, Time: f.Quantile(0.1).Round(saidTo), Than: f.Quantile(0.9).Round(saidTo)}
	switch {
	case !f.Known():
		return talk.Phrase{}
	case p.N < firmRuns:
		p.Key = "forecast.basis.few"
	}
	return p
}

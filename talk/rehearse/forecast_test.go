package rehearse

import (
	"math"
	"testing"
	"time"

	"talkgiver/talk"
)

// took is a whole run of three slides on some day, as long as it says.
func took(total time.Duration, day int, kind talk.RunKind) talk.Run {
	start := threeSlides()
	start.Kind = kind
	return talk.Run{
		RunStart: start, Started: noon.AddDate(0, 0, day), Ended: noon.AddDate(0, 0, day).Add(time.Hour),
		Spoken: []time.Duration{total / 6, total / 3, total - total/6 - total/3},
	}
}

func practised(totals ...time.Duration) []talk.Run {
	var runs []talk.Run
	for day, total := range totals {
		runs = append(runs, took(total, day, talk.RunPractice))
	}
	return runs
}

func TestForecast(t *testing.T) {
	plan := threeSlides().Plan
	f := NewForecast(plan, practised(6*m, 6*m, 6*m, 6*m), LiveFactor(0))
	if f.Runs != 4 || f.Given != 0 || f.Limit != 8*m || !f.Known() {
		t.Errorf("%+v", f)
	}
	// 6 minutes, a fifth more on stage, and a little off for practice.
	if got := f.Quantile(0.5); got < 7*m || got > 7*m+15*s {
		t.Errorf("the middle is %v", got)
	}
	before := time.Duration(0)
	for _, p := range []float64{0, 0.05, 0.25, 0.5, 0.75, 0.95, 1} {
		q := f.Quantile(p)
		if q <= before {
			t.Errorf("quantile %v is %v after %v", p, q, before)
		}
		before = q
		if back := f.Chance(q); p > 0 && p < 1 && math.Abs(back-p) > 1e-6 {
			t.Errorf("the chance of quantile %v is %v", p, back)
		}
	}
	if f.Chance(0) != 0 || f.Chance(-m) != 0 || f.Chance(time.Hour) < 0.999 {
		t.Error("chances of no time and of an hour")
	}
	if words := f.Words(); words.Key != "forecast" || words.N != f.InTen() || words.Time != 8*m {
		t.Errorf("says %+v", words)
	}
	plan.Slot = 20 * m
	if words := NewForecast(plan, practised(6*m), LiveFactor(0)).Words(); words.Key != "forecast.nearly" {
		t.Errorf("says %+v", words)
	}
	plan.Slot = 5 * m
	if words := NewForecast(plan, practised(6*m), LiveFactor(0)).Words(); words.Key != "forecast.hardly" {
		t.Errorf("says %+v", words)
	}
	plan.Slot = 0
	if words := NewForecast(plan, practised(6*m), LiveFactor(0)).Words(); words.Key != "forecast.no-slot" {
		t.Errorf("says %+v", words)
	}
}

func TestForecastKnowsWhatItDoesNotKnow(t *testing.T) {
	plan := threeSlides().Plan
	drill := took(6*m, 1, talk.RunDrill)
	half := took(6*m, 1, talk.RunPractice)
	half.Spoken[2] = 0
	dashed := took(90*s, 1, talk.RunPractice)
	other := took(6*m, 1, talk.RunPractice)
	other.Plan.Sections = []string{"Another", "talk"}
	for i := range other.Plan.Slides {
		other.Plan.Slides[i].Title = ""
	}
	for name, run := range map[string]talk.Run{"a drill": drill, "half a run": half, "clicked through": dashed, "another talk": other} {
		f := NewForecast(plan, []talk.Run{run}, LiveFactor(0))
		if f.Known() || f.Words().Key != "forecast.none" || f.Quantile(0.5) != 0 || f.Chance(m) != 0 || f.Basis().Key != "" {
			t.Errorf("%s makes the forecast %+v", name, f)
		}
	}
	width := func(runs []talk.Run) float64 {
		f := NewForecast(plan, runs, LiveFactor(0))
		return float64(f.Quantile(0.9)-f.Quantile(0.1)) / float64(f.Quantile(0.5))
	}
	even, uneven := width(practised(6*m, 6*m, 6*m, 6*m)), width(practised(5*m, 7*m, 5*m, 7*m))
	if one := width(practised(6 * m)); !(even < one && one < uneven) {
		t.Errorf("widths: one run %.3f, four alike %.3f, four apart %.3f", one, even, uneven)
	}
	// Three runs of one evening are not three evenings.
	evening := practised(6*m, 6*m+20*s, 6*m)
	for i := range evening {
		evening[i].Started = noon.Add(time.Duration(i) * time.Hour)
	}
	if same, apart := width(evening), width(practised(6*m, 6*m+20*s, 6*m)); same <= apart {
		t.Errorf("widths: one evening %.3f, three days %.3f", same, apart)
	}
	few := NewForecast(plan, practised(6*m, 6*m), LiveFactor(0))
	many := NewForecast(plan, practised(6*m, 6*m, 6*m), LiveFactor(0))
	if few.Basis().Key != "forecast.basis.few" || many.Basis().Key != "forecast.basis" || many.Basis().N != 3 {
		t.Errorf("rests on %+v and %+v", few.Basis(), many.Basis())
	}
}

// Whatever a journal says, a forecast is a number, and its times are in order.
func FuzzForecast(f *testing.F) {
	f.Add(int64(6*m), int64(1), int64(366*24*time.Hour), uint8(3), uint16(500), uint16(1))
	f.Add(int64(1), int64(1), int64(1), uint8(0), uint16(0), uint16(60000))
	f.Add(int64(6*m), int64(6*m), int64(6*m), uint8(255), uint16(7), uint16(7))
	f.Fuzz(func(t *testing.T, a, b, c int64, kinds uint8, then, now uint16) {
		plan := threeSlides().Plan
		plan.Slides[0].Words = int(now)
		var runs []talk.Run
		for i, total := range []int64{a, b, c, a / 2} {
			kind := talk.RunPractice
			if kinds>>i&1 == 1 {
				kind = talk.RunGiven
			}
			run := took(min(max(0, time.Duration(total)), 366*24*time.Hour), int(kinds>>4)*i, kind)
			run.Plan.Slides[0].Words = int(then)
			if kinds&64 != 0 {
				run.Plan.Slides[2].Planned = 0
			}
			runs = append(runs, run)
		}
		live := LiveFactor(0, runs)
		forecast := NewForecast(plan, runs, live)
		low, middle, high := forecast.Quantile(0.05), forecast.Quantile(0.5), forecast.Quantile(0.95)
		chance := forecast.Chance(forecast.Limit)
		if !(live.Factor() > 0) || !(chance >= 0 && chance <= 1) || forecast.Known() && !(0 < low && low <= middle && middle <= high) {
			t.Fatalf("live %v, chance %v, times %v, %v, %v", live, chance, low, middle, high)
		}
	})
}

func TestForecastFollowsTheTalk(t *testing.T) {
	runs := practised(6*m, 6*m, 6*m)
	same := NewForecast(threeSlides().Plan, runs, LiveFactor(0)).Quantile(0.5)
	longer := threeSlides().Plan // a section more, of a minute
	longer.Sections = append(longer.Sections, "More")
	longer.Slides = append(longer.Slides, talk.PlannedSlide{Title: "More", Section: 2, Planned: m})
	shorter := threeSlides().Plan // without the first slide's section
	shorter.Sections[0] = "Gone"
	shorter.Slides = shorter.Slides[2:]
	backup := threeSlides().Plan
	backup.Slides = append(backup.Slides, talk.PlannedSlide{Title: "In case", Section: 1, Planned: 0, Backup: true})
	for _, tt := range []struct {
		name  string
		plan  talk.RunPlan
		times float64
	}{{"longer", longer, 7.0 / 6}, {"shorter", shorter, 0.5}, {"with a backup", backup, 1}} {
		got := NewForecast(tt.plan, runs, LiveFactor(0)).Quantile(0.5)
		if ratio := float64(got) / float64(same); math.Abs(ratio-tt.times) > 0.01 {
			t.Errorf("%s: %v, %.3f times as long, want %.3f", tt.name, got, ratio, tt.times)
		}
	}
	// More words in a section take longer.
	wordy := threeSlides().Plan
	for i := range runs {
		runs[i].Plan.Slides[2].Words = 300
	}
	wordy.Slides[2].Words = 600
	got := NewForecast(wordy, runs, LiveFactor(0)).Quantile(0.5)
	if ratio := float64(got) / float64(same); math.Abs(ratio-1.5) > 0.01 {
		t.Errorf("half of it with twice the words: %.3f times as long", ratio)
	}
}

func TestLiveFactor(t *testing.T) {
	if got := LiveFactor(0); got.Times != 0 || math.Abs(got.Factor()-DefaultLive) > 1e-9 {
		t.Errorf("to begin with %+v", got)
	}
	if got := LiveFactor(math.NaN()); math.Abs(got.Factor()-DefaultLive) > 1e-9 {
		t.Errorf("from nonsense %+v", got)
	}
	given := func(total time.Duration) []talk.Run {
		return append(practised(6*m, 6*m, 6*m), took(total, 9, talk.RunGiven))
	}
	calm := LiveFactor(0, given(6*m), given(6*m))
	if got := calm.Factor(); calm.Times != 2 || got >= 1.15 || got <= 1 {
		t.Errorf("who is as long on stage has %v", got)
	}
	calmer := LiveFactor(0, given(6*m), given(6*m), given(6*m), given(6*m), given(6*m))
	if !(calmer.Factor() < calm.Factor() && calmer.Spread < calm.Spread) {
		t.Errorf("five times say %+v, two %+v", calmer, calm)
	}
	if got := LiveFactor(1.4, []talk.Run{took(6*m, 0, talk.RunGiven)}, practised(6*m)); got.Times != 0 || math.Abs(got.Factor()-1.4) > 1e-9 {
		t.Errorf("a talk that was never rehearsed teaches %+v", got)
	}
	// The runs of the talk itself tell, too.
	plan := threeSlides().Plan
	alone := NewForecast(plan, practised(6*m, 6*m, 6*m), LiveFactor(0))
	known := NewForecast(plan, given(6*m), LiveFactor(0))
	if !(known.Given == 1 && known.Quantile(0.5) < alone.Quantile(0.5)-20*s) {
		t.Errorf("given in 6 minutes it is %v, before %v", known.Quantile(0.5), alone.Quantile(0.5))
	}
}

// twoHundred are two hundred runs of a talk of forty slides.
func twoHundred() (talk.RunPlan, []talk.Run) {
	plan := talk.RunPlan{Slot: 45 * m, Questions: 5 * m}
	for i := range 40 {
		if i%4 == 0 {
			plan.Sections = append(plan.Sections, string(rune('A'+i/4)))
		}
		plan.Slides = append(plan.Slides, talk.PlannedSlide{Section: i / 4, Planned: m, Words: 120})
	}
	var runs []talk.Run
	for i := range 200 {
		run := talk.Run{RunStart: talk.RunStart{Kind: talk.RunPractice, Plan: plan}, Started: noon.AddDate(0, 0, i)}
		if i%20 == 19 {
			run.Kind = talk.RunGiven
		}
		for j := range plan.Slides {
			run.Spoken = append(run.Spoken, time.Duration(50+(i*7+j*11)%25)*s)
		}
		runs = append(runs, run)
	}
	return plan, runs
}

// BenchmarkForecastAndReport is all that a window shows of two hundred runs.
func BenchmarkForecastAndReport(b *testing.B) {
	plan, runs := twoHundred()
	b.ReportAllocs()
	for b.Loop() {
		f := NewForecast(plan, runs, LiveFactor(0, runs))
		f.Chance(f.Limit)
		for _, p := range []float64{0.05, 0.25, 0.5, 0.75, 0.95} {
			f.Quantile(p)
		}
		Compare(plan, runs...)
		Spread(plan, runs)
		Pace(runs)
		for i := range runs {
			NewReport(runs[i])
		}
	}
}

// TestForecast_Density adds the hill up: what is below it until a time is the
// chance of that time.
func TestForecast_Density(t *testing.T) {
	f := NewForecast(threeSlides().Plan, practised(6*m, 7*m, 6*m+20*s), LiveFactor(0))
	sum := 0.0
	for at := time.Second; at < time.Hour; at += time.Second {
		sum += (f.Density(at) + f.Density(at-time.Second)) / 2
		if chance := f.Chance(at); math.Abs(sum-chance) > 1e-4 {
			t.Fatalf("until %v there is %.5f below the hill, and the chance is %.5f", at, sum, chance)
		}
	}
	if math.Abs(sum-1) > 1e-3 {
		t.Errorf("%.5f is below the whole hill", sum)
	}
	if (Forecast{}).Density(time.Minute) != 0 || f.Density(0) != 0 {
		t.Error("there is a hill where nothing is")
	}
}

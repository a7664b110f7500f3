package journey

import (
	"math"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/talk/score"
	"talkgiver/ui/widgets"
)

// growthCard draws the balance over time, with its range, the runs and the
// changes of the message.
type growthCard struct {
	place *Place
	curve *widgets.Growth
	empty *widgets.Text
	now   *widgets.Text // the balance as it is
	card  *widgets.Card
}

func newGrowthCard(p *Place) *growthCard {
	g := &growthCard{place: p, curve: &widgets.Growth{Least: -100, Most: 100}}
	g.empty = widgets.Soft(lang.L("Each day that you work on the talk adds a point here."))
	g.now = aside("")
	g.card = titled(lang.L("How it grew"), g.now, container.New(&tall{height: 280}, container.NewStack(g.curve, g.empty)))
	return g
}

// taken is the balance at one time.
type taken struct {
	at               time.Time
	low, value, high float32
}

// balances returns the balance of each day that the journal has, and that of
// now.
func (p *Place) balances() []taken {
	var all []taken
	add := func(at time.Time, b talk.ScorePoints) {
		t := taken{at, points(b.Low), points(b.Points), points(b.High)}
		if n := len(all); n > 0 && midnight(all[n-1].at).Equal(midnight(at)) {
			all[n-1] = t // the last one of a day is what became of it
			return
		}
		all = append(all, t)
	}
	for _, e := range p.events {
		if s, ok := e.Body.(talk.ScoreTaken); ok && s.Balance != nil {
			add(e.At, *s.Balance)
		}
	}
	if r := p.report; r.Rated {
		add(p.cfg.Now(), talk.ScorePoints{Points: int(r.Balance.Points), Low: int(r.Balance.Range.Low), High: int(r.Balance.Range.High)})
	}
	return all
}

// points makes points of thousandths.
func points(thousandths int) float32 { return float32(thousandths) / float32(score.Point) }

func (g *growthCard) refresh() {
	p, c := g.place, g.curve
	all := p.balances()
	g.now.SetText(lang.L("balance and its range"))
	if n := len(all); n > 0 && p.cfg.Numbers() {
		last := all[n-1]
		points, low, high := signed(last.value), signed(last.low), signed(last.high)
		if low == high {
			g.now.SetText(lang.L("balance {{.Points}}", map[string]any{"Points": points}))
		} else {
			g.now.SetText(lang.L("balance {{.Points}}, between {{.Low}} and {{.High}}", map[string]any{"Points": points, "Low": low, "High": high}))
		}
	}
	c.Points, c.Marks, c.From, c.To = nil, nil, "", ""
	if len(all) > 0 {
		from, to := all[0].at, all[len(all)-1].at
		if len(p.runs) > 0 && p.runs[0].Started.Before(from) {
			from = p.runs[0].Started
		}
		at := func(t time.Time) float32 {
			if whole := to.Sub(from); whole > 0 {
				return float32(t.Sub(from)) / float32(whole)
			}
			return 0.5
		}
		least, most := float32(0), float32(0)
		for _, b := range all {
			c.Points = append(c.Points, widgets.GrowthPoint{At: at(b.at), Low: b.low, Value: b.value, High: b.high})
			least, most = min(least, b.low), max(most, b.high)
		}
		// The scale holds what there is, with the line of zero in it.
		c.Least, c.Most = max(-100, least-10), min(100, most+10)
		for i, run := range p.runs {
			c.Marks = append(c.Marks, widgets.GrowthMark{At: at(run.Started), Text: g.runWords(i)})
		}
		for _, e := range p.events {
			if m, ok := e.Body.(talk.MessageChange); ok && m.From != "" {
				c.Marks = append(c.Marks, widgets.GrowthMark{At: at(e.At), Text: messageWords(m), Line: true})
			}
		}
		c.From = p.date(from)
		if len(all) > 1 {
			c.To = lang.L("now")
		}
	}
	shown(g.empty, len(c.Points) < 2)
	c.Refresh()
}

// signed writes whole points with their sign.
func signed(points float32) string {
	switch n := int(math.Round(float64(points))); {
	case n > 0:
		return "+" + strconv.Itoa(n)
	case n < 0:
		return "−" + strconv.Itoa(-n)
	}
	return "0"
}

// runWords names a run on the curve.
func (g *growthCard) runWords(i int) string {
	if g.place.runs[i].Kind == talk.RunGiven {
		return lang.L("given")
	}
	number := map[string]any{"Number": engine.Ordinal(g.place.runs, i)}
	if g.place.runs[i].Kind == talk.RunDrill {
		return lang.L("drill {{.Number}}", number)
	}
	return lang.L("run {{.Number}}", number)
}

// messageWords says why the message changed.
func messageWords(m talk.MessageChange) string {
	if m.Reason == "" {
		return lang.L("message changed")
	}
	return lang.L("message changed: “{{.Reason}}”", map[string]any{"Reason": short(m.Reason, 40)})
}

// short is the beginning of a text.
func short(s string, letters int) string {
	if r := []rune(s); len(r) > letters {
		return string(r[:letters-1]) + "…"
	}
	return s
}

// shown shows or hides an object.
func shown(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
	} else {
		o.Hide()
	}
}

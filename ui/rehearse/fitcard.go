package rehearse

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// fitCard says what the runs tell about the next time on stage.
type fitCard struct {
	place    *Place
	card     *widgets.Card
	curve    *widgets.FitCurve
	sentence *widgets.Text
	basis    *widgets.Text
	loose    *widgets.Text
	pace     *fyne.Container
	paceText *widgets.Text
	paceUse  *widgets.Chip
}

func newFitCard(p *Place) *fitCard {
	f := &fitCard{
		place:    p,
		curve:    &widgets.FitCurve{},
		sentence: &widgets.Text{SizeName: theme.SizeNameTitle, Style: fyne.TextStyle{Bold: true}, Flow: widgets.FlowWrap},
		basis:    widgets.Soft(""),
		loose:    &widgets.Text{Flow: widgets.FlowWrap},
		paceText: widgets.Soft(""),
		paceUse:  &widgets.Chip{Tone: theme.Clarity},
	}
	f.pace = container.New(spread{}, f.paceText, container.NewCenter(f.paceUse))
	f.card = &widgets.Card{Content: widgets.Column(theme.SizeNameSpace3, widgets.Heading(lang.L("Will it fit?")), f.curve, f.sentence, f.basis, f.loose, f.pace)}
	return f
}

// refresh makes the forecast of a plan anew.
func (f *fitCard) refresh(plan talk.RunPlan) {
	p := f.place
	forecast := engine.NewForecast(plan, p.runs, p.config.Live())
	drawFit(f.curve, &forecast)
	f.sentence.Text = p.config.Say(forecast.Words())
	f.basis.Text = strings.Join(f.basisSentences(plan, &forecast), " ")
	f.loose.Text = strings.Join(f.looseSections(plan), "\n")
	setVisible(f.basis, f.basis.Text != "")
	setVisible(f.loose, f.loose.Text != "")
	f.refreshPace()
	for _, o := range []fyne.CanvasObject{f.curve, f.sentence, f.basis, f.loose, f.pace} {
		o.Refresh()
	}
}

// basisSentences say what the forecast rests on, and what would make it better.
func (f *fitCard) basisSentences(plan talk.RunPlan, forecast *engine.Forecast) []string {
	p := f.place
	var sentences []string
	add := func(text string) {
		if text == "" {
			return
		}
		if !strings.HasSuffix(text, ".") {
			text += "."
		}
		sentences = append(sentences, text)
	}
	if forecast.Known() {
		add(p.config.Say(forecast.Basis()))
		if cut := cutFor(forecast); cut > 0 {
			add(lang.L("Cut {{.Time}} and it is 6 in 10.", map[string]any{"Time": talk.Clock(cut)}))
		}
		live := p.config.Live()
		words := map[string]any{"Factor": p.config.Decimal(live.Factor(), 2)}
		if live.Times > 0 {
			add(lang.L("On stage you take {{.Factor}} times as long, as your talks say.", words))
		} else if forecast.Given == 0 {
			add(lang.L("On stage it is counted {{.Factor}} times as long.", words))
		}
	}
	return sentences
}

// looseMost is how many sections are told of that take now this long, now that:
// as many as one can do something about before the next run.
const looseMost = 2

// looseSections says which sections swing most.
func (f *fitCard) looseSections(plan talk.RunPlan) []string {
	ranges := engine.Spread(plan, f.place.runs)
	slices.SortStableFunc(ranges, func(a, b engine.Range) int {
		return cmp.Compare(b.Longest-b.Shortest, a.Longest-a.Shortest)
	})
	var sentences []string
	for _, r := range ranges {
		if words := f.place.config.Say(r.Words()); words != "" && len(sentences) < looseMost {
			sentences = append(sentences, words+".")
		}
	}
	return sentences
}

// What a cut is told for: where it is less likely than not that the talk fits,
// and so that it is a little more likely.
const (
	cutBelow = 0.5
	cutTo    = 0.6
	cutStep  = 10 * time.Second
)

// cutFor is what has to go for the talk to fit six times in ten, rounded up; 0
// where nothing has to, or nobody could tell.
func cutFor(f *engine.Forecast) time.Duration {
	if f.Limit <= 0 || f.Chance(f.Limit) >= cutBelow {
		return 0
	}
	cut := f.Quantile(cutTo) - f.Limit
	return (cut + cutStep - 1).Truncate(cutStep)
}

// The picture of a forecast: so many points, over all but one in a hundred cases.
const (
	fitPoints = 60
	fitTail   = 0.005
)

// drawFit draws the hill of a forecast with the slot's line, or nothing.
func drawFit(c *widgets.FitCurve, f *engine.Forecast) {
	setVisible(c, f.Known())
	if !f.Known() {
		return
	}
	low, high, middle := f.Quantile(fitTail), f.Quantile(1-fitTail), f.Quantile(0.5)
	// The line is in the picture unless that made the hill a needle.
	if room := (high - low) / 2; f.Limit > 0 {
		low = min(low, max(low-room, f.Limit-room/4))
		high = max(high, min(high+room, f.Limit+room/4))
	}
	at := func(t time.Duration) float32 { return float32(float64(t-low) / float64(high-low)) }
	c.Heights = c.Heights[:0]
	for i := range fitPoints {
		t := low + time.Duration(float64(high-low)*float64(i)/(fitPoints-1))
		c.Heights = append(c.Heights, float32(f.Density(t)))
	}
	c.Middle, c.MiddleText = at(middle), talk.Clock(middle.Round(cutStep))
	c.HasLimit, c.Limit, c.LimitText = f.Limit > 0, at(f.Limit), talk.Clock(f.Limit)
	switch {
	case c.Limit < 0:
		c.LimitText = "← " + c.LimitText
	case c.Limit > 1:
		c.LimitText += " →"
	}
}

// paceApart is by how many words a minute two paces differ before it is worth a
// word.
const paceApart = 5

// refreshPace offers the pace of the runs in place of the one that estimates
// use. The setting stays the speaker's.
func (f *fitCard) refreshPace() {
	p := f.place
	own, _ := engine.Pace(p.runs)
	now := p.config.Pace
	if now == 0 {
		now = talk.DefaultPace
	}
	offer := own > 0 && max(own-now, now-own) >= paceApart && p.talk.Deal.Pace.N == 0 && p.config.OnPace != nil
	setVisible(f.pace, offer)
	if !offer {
		return
	}
	f.paceText.Text = lang.L("Your runs say {{.Own}} words a minute. Estimates use {{.Now}}.", map[string]any{"Own": own, "Now": now})
	f.paceUse.Text = lang.L("use {{.Own}}", map[string]any{"Own": own})
	f.paceUse.OnTapped = func() { p.usePace(own) }
	f.paceText.Refresh()
	f.paceUse.Refresh()
}

// usePace makes a pace the speaker's own.
func (p *Place) usePace(words int) {
	p.SetPace(words)
	p.config.OnPace(words)
	p.Focus()
}

// SetPace measures the talk by another pace. A run under way keeps its plan.
func (p *Place) SetPace(words int) {
	p.config.Pace = words
	switch p.mode {
	case modeReady:
		p.prepare(p.talk)
	case modeReport:
		p.report.refresh()
	}
}

// Refresh shows anew what rests on what the window knows, such as the live
// factor.
func (p *Place) Refresh() {
	switch p.mode {
	case modeReady:
		p.ready.refresh()
	case modeReport:
		p.report.refresh()
	}
}

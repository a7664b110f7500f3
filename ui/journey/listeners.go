package journey

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// listenersCard shows what listeners took home, and how they rated beside what
// the speaker thinks.
type listenersCard struct {
	place *Place
	rows  *fyne.Container
	count *widgets.Text
	card  *widgets.Card
}

func newListenersCard(p *Place) *listenersCard {
	c := &listenersCard{place: p, rows: widgets.Column(theme.SizeNameSpace2), count: aside("")}
	buttons := container.NewHBox(
		&widgets.Button{Text: lang.L("Print cards…"), OnTapped: func() { p.cfg.PrintCards(p.lastGiven()) }},
		&widgets.Button{Text: lang.L("Type one in…"), OnTapped: func() { p.openFeedback() }},
	)
	c.card = titled(lang.L("What listeners took home"), c.count, c.rows, buttons)
	return c
}

// card is what one listener said.
type card struct {
	id string
	talk.Feedback
}

// feedback returns the listeners' cards, oldest first.
func (p *Place) feedback() []card {
	var all []card
	for _, e := range p.events {
		if f, ok := e.Body.(talk.Feedback); ok {
			all = append(all, card{e.ID, f})
		}
	}
	return all
}

// cardsOf is how many listeners' cards there are of a run.
func (p *Place) cardsOf(run string) int {
	n := 0
	for _, card := range p.feedback() {
		if card.Run == run {
			n++
		}
	}
	return n
}

// lastGiven returns the last time that the talk was given, or nil.
func (p *Place) lastGiven() *talk.Run {
	for i := len(p.runs) - 1; i >= 0; i-- {
		if p.runs[i].Kind == talk.RunGiven {
			return &p.runs[i]
		}
	}
	return nil
}

// questions are what a card asks, in the order of talk.Rubric's values, behind
// what the talk was worth.
func questions() []string {
	return []string{
		lang.L("It was worth my time."),
		lang.L("I heard something new."),
		lang.L("It was about something that I need."),
		lang.L("I could see it before me."),
		lang.L("I know what to do with it."),
		lang.L("I can say in one sentence what it was about."),
	}
}

// listedCards is how many of the listeners' words are shown.
const listedCards = 3

func (c *listenersCard) refresh() {
	p := c.place
	all := p.feedback()
	c.count.SetText("")
	c.rows.RemoveAll()
	if len(all) == 0 {
		c.rows.Add(widgets.Soft(lang.L("Nothing yet. Print the cards, hand them out, type them in here.")))
		c.rows.Refresh()
		return
	}
	c.count.SetText(lang.N("{{.Count}} cards", len(all), map[string]any{"Count": len(all)}))
	missing := false // a rating of the speaker's own that could stand beside theirs
	for i, q := range questions() {
		mean, n := meanOf(all, i)
		if n == 0 {
			continue
		}
		self, known := p.selfRating(i)
		c.rows.Add(p.compared(q, mean, self, known))
		missing = missing || !known && asksSpeaker(i)
	}
	if missing {
		c.rows.Add(widgets.Soft(lang.L("Say at the sections in the draft how new and how relevant they are: then your own rating stands beside theirs, with the difference.")))
	}
	for i := len(all) - 1; i >= max(0, len(all)-listedCards); i-- {
		entry := all[i]
		if entry.Took == "" && entry.Said == "" {
			continue
		}
		words := &widgets.Text{Flow: widgets.FlowWrap, Lines: 3, Spans: quoted(&entry.Feedback)}
		remove := &widgets.Chip{Text: "×", OnTapped: func() { p.note(talk.Deletion{Of: entry.id}) }}
		c.rows.Add(container.New(&headRow{}, words, remove))
	}
	c.rows.Refresh()
}

// quoted are a listener's words: what was taken home, and, set apart, what else
// was said.
func quoted(f *talk.Feedback) []widgets.Span {
	var spans []widgets.Span
	for i, answer := range []string{f.Took, f.Said} {
		if answer = strings.TrimSpace(answer); answer == "" {
			continue
		}
		span := widgets.Span{Text: lang.L("“{{.Words}}”", map[string]any{"Words": answer}), Style: theme.SerifStyle()}
		if i == 1 {
			span.ColorName = theme.ColorNameSoftInk
		}
		if len(spans) > 0 {
			spans = append(spans, widgets.Span{Text: "  "})
		}
		spans = append(spans, span)
	}
	if f.Name != "" {
		spans = append(spans, widgets.Span{Text: "  " + f.Name, ColorName: theme.ColorNameSoftInk})
	}
	return spans
}

// rating returns an answer of a card: what it was worth first, then the rubric.
func (c card) rating(question int) int {
	if question == 0 {
		return c.Worth
	}
	return c.Values()[question-1]
}

// meanOf returns the mean of the answers to a question, and how many there are.
func meanOf(all []card, question int) (mean float32, n int) {
	sum := 0
	for _, c := range all {
		if v := c.rating(question); v > 0 {
			sum += v
			n++
		}
	}
	if n == 0 {
		return 0, 0
	}
	return float32(sum) / float32(n), n
}

// asksSpeaker reports whether a question of the card is asked of the speaker as
// well: what is new and what is relevant.
func asksSpeaker(question int) bool { return question == 1 || question == 2 }

// selfRating is the speaker's own answer to a question, from 1 to 5 as on the
// cards: the mean of the sections' answers from 0 to 4. Only what is new and
// what is relevant is asked of the speaker as well.
func (p *Place) selfRating(question int) (rating float32, known bool) {
	if !asksSpeaker(question) {
		return 0, false
	}
	sum, n := 0, 0
	for _, s := range p.talk.Sections {
		answer := s.New
		if question == 2 {
			answer = s.Relevant
		}
		if answer.Given() {
			sum += answer.Points
			n++
		}
	}
	if n == 0 {
		return 0, false
	}
	return 1 + float32(sum)/float32(n), true
}

// compared shows a question with the listeners' mean, and the difference to what
// the speaker thinks.
func (p *Place) compared(question string, mean, self float32, known bool) fyne.CanvasObject {
	rating := &widgets.Rating{Least: 1, Most: talk.RatingMost, Value: int(mean + 0.5)}
	words := &widgets.Text{Flow: widgets.FlowLine, Spans: []widgets.Span{{Text: p.oneDecimal(mean), Style: theme.FiguresStyle()}}}
	if known {
		// Of the figures that are shown, so that the sum is right.
		apart := int(math.Round(float64(mean)*10)) - int(math.Round(float64(self)*10))
		by := p.oneDecimal(float32(max(apart, -apart)) / 10)
		switch {
		case apart > 0:
			by = "+" + by
		case apart < 0:
			by = "−" + by
		}
		words.Spans = append(words.Spans, widgets.Span{Text: "  " + lang.L("you: {{.Rating}} ({{.Apart}})", map[string]any{"Rating": p.oneDecimal(self), "Apart": by}), ColorName: theme.ColorNameSoftInk, SizeName: theme.SizeNameCaption})
	}
	right := container.New(&ratingRow{}, rating, words)
	return container.New(&headRow{}, &widgets.Text{Text: question, Flow: widgets.FlowWrap}, right)
}

// oneDecimal writes a rating with its decimal.
func (p *Place) oneDecimal(v float32) string { return p.cfg.Words.Decimal(float64(v), 1) }

// openFeedback asks for a listener's card.
func (p *Place) openFeedback() { p.openForm("card", p.buildFeedback) }

// buildFeedback makes the form for a card of the last time that the talk was
// given. It stays that time's when the card is finished after another.
func (p *Place) buildFeedback(f *form) {
	var answers talk.Feedback
	count := aside("") // which one it will be
	rows := widgets.Column(theme.SizeNameSpace2, container.New(&headRow{}, widgets.Heading(lang.L("A listener's card")), count))
	if run := p.lastGiven(); run != nil {
		answers.Run = run.ID
		f.follow = func() {
			count.SetText(lang.L("card {{.Number}}", map[string]any{"Number": 1 + p.cardsOf(answers.Run)}))
		}
		f.follow()
		rows.Add(p.givenWords(run))
	}
	took, said, name := newField(p), newField(p), newField(p)
	rows.Add(labelled(lang.L("What did they take home?"), took))
	ends := p.cfg.Words.CardEnds()
	for i, q := range questions() {
		rating := &widgets.Rating{Least: 1, Most: talk.RatingMost}
		rating.OnChanged = func(value int) {
			switch i {
			case 0:
				answers.Worth = value
			case 1:
				answers.New = value
			case 2:
				answers.Relevant = value
			case 3:
				answers.Concrete = value
			case 4:
				answers.Usable = value
			case 5:
				answers.Clear = value
			}
		}
		words := widgets.Column("", &widgets.Text{Text: q, Flow: widgets.FlowWrap}, widgets.Caption(lang.L("1: {{.Low}} · 5: {{.High}}", map[string]any{"Low": ends[i][0], "High": ends[i][1]})))
		rows.Add(container.New(&headRow{}, words, rating))
	}
	save := func(then func()) {
		answers.Took, answers.Said, answers.Name = strings.TrimSpace(took.Text), strings.TrimSpace(said.Text), strings.TrimSpace(name.Text)
		if (answers == talk.Feedback{Run: answers.Run}) {
			f.wrong.SetText(lang.L("Type in what stands on the card first."))
			return
		}
		if run := p.lastGiven(); answers.Run == "" && run != nil {
			answers.Run = run.ID // typed in before the giving was told of
		}
		if !p.note(answers) {
			f.wrong.SetText(lang.L("Save the talk first: its journal lies beside its file."))
			return
		}
		p.endForm()
		then()
	}
	// Who has a pile of them types one after the other.
	next := func() { save(p.openFeedback) }
	name.OnSubmitted = func(string) { next() }
	more := &widgets.Button{Text: lang.L("Add, and the next one"), Key: "↵", Tone: theme.Give, OnTapped: next}
	for _, o := range []fyne.CanvasObject{
		labelled(lang.L("What else did they say?"), said), labelled(lang.L("Who, if they wrote it"), name), f.wrong,
		container.NewHBox(more, p.formButtons(f, lang.L("Add the card"), func() { save(func() {}) })),
	} {
		rows.Add(o)
	}
	f.content, f.first = rows, took
	f.holds = func() bool {
		rated := talk.Feedback{Worth: answers.Worth, Rubric: answers.Rubric}
		return typed(took, said, name) || rated != talk.Feedback{}
	}
}

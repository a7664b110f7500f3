package say

import (
	"bytes"
	_ "embed" // for the card's page
	"html/template"
	"time"

	"talkgiver/talk"
)

// Card is what a listener's card says about the talk that it asks about. What
// is empty is left out.
type Card struct {
	Title, Speaker, Event string
	Date                  time.Time
}

//go:embed card.html
var cardPage string

var cardTemplate = template.Must(template.New("card").Parse(cardPage))

// scale is a row of the card on which one of five is ticked.
type scale struct {
	Ask, Low, High string
	Steps          []int
}

// cardRows are the rows on which one of five is ticked: what the talk was worth, and
// the rubric in the order of talk.Rubric's values.
func cardRows() []string {
	return []string{"worth", "new", "relevant", "concrete", "usable", "clear"}
}

// CardEnds are the words for the least and for the most of five in each row of the
// card: what the talk was worth first, then the rubric in the order of talk.Rubric's
// values.
func (s Speaker) CardEnds() [][2]string {
	var ends [][2]string
	for _, row := range cardRows() {
		ends = append(ends, [2]string{s.words["card."+row+".low"], s.words["card."+row+".high"]})
	}
	return ends
}

// Card writes the card that listeners fill in after a talk: one HTML page that
// needs nothing else, and prints on one sheet of A4 or Letter. It asks what a
// talk.Feedback holds, in that order.
func (s Speaker) Card(c Card) ([]byte, error) {
	word := func(key string) string { return s.words["card."+key] }
	row := func(key string) scale {
		r := scale{Ask: word(key), Low: word(key + ".low"), High: word(key + ".high")}
		for n := 1; n <= talk.RatingMost; n++ {
			r.Steps = append(r.Steps, n)
		}
		return r
	}
	where := c.Event
	if !c.Date.IsZero() {
		if where != "" {
			where += ", "
		}
		where += s.Day(c.Date)
	}
	page := struct {
		Lang, Title, Speaker, Where, Intro   string
		Took, Hint, Rate, Else, Name, Thanks string
		Worth                                scale
		Rubric                               []scale
	}{
		Lang: s.lang, Title: c.Title, Speaker: c.Speaker, Where: where, Intro: word("intro"),
		Took: word("took"), Hint: word("hint"), Rate: word("rate"), Else: word("else"), Name: word("name"), Thanks: word("thanks"),
	}
	for i, key := range cardRows() {
		if i == 0 {
			page.Worth = row(key)
		} else {
			page.Rubric = append(page.Rubric, row(key))
		}
	}
	if page.Title == "" {
		page.Title = word("talk")
	}
	var b bytes.Buffer
	err := cardTemplate.Execute(&b, page)
	return b.Bytes(), err
}

func cardEN() map[string]string {
	return map[string]string{
		"card.talk":  "This talk",
		"card.intro": "You gave this talk your time. Two minutes more make the next one better.",
		"card.took":  "What do you take home?",
		"card.worth": "What was it worth to you?",
		"card.hint":  "In one sentence, as you would tell a colleague tomorrow.",
		"card.rate":  "Tick one of five in each line.",

		"card.worth.low":  "a waste of my time",
		"card.worth.high": "I would pay to hear it",

		"card.new":           "Was it new to you?",
		"card.new.low":       "knew it all",
		"card.new.high":      "opened my eyes",
		"card.relevant":      "Was it about something you need?",
		"card.relevant.low":  "not my world",
		"card.relevant.high": "exactly my problem",
		"card.concrete":      "Could you see it before you?",
		"card.concrete.low":  "only big words",
		"card.concrete.high": "as if I was there",
		"card.usable":        "Do you know what to do with it?",
		"card.usable.low":    "no idea",
		"card.usable.high":   "I begin on Monday",
		"card.clear":         "Could you say what it was about?",
		"card.clear.low":     "lost the thread",
		"card.clear.high":    "in one sentence",

		"card.else":   "What else should the speaker know?",
		"card.name":   "Your name, if you like",
		"card.thanks": "Thank you. Please hand it to the speaker.",
	}
}

func cardDE() map[string]string {
	return map[string]string{
		"card.talk":  "Dieser Vortrag",
		"card.intro": "Du hast diesem Vortrag deine Zeit gegeben. Zwei Minuten mehr machen den nächsten besser.",
		"card.took":  "Was nimmst du mit?",
		"card.worth": "Was war es dir wert?",
		"card.hint":  "In einem Satz, wie du ihn morgen bei der Arbeit erzählst.",
		"card.rate":  "Kreuze in jeder Zeile eines von fünf an.",

		"card.worth.low":  "verlorene Zeit",
		"card.worth.high": "dafür würde ich zahlen",

		"card.new":           "War es neu für dich?",
		"card.new.low":       "alles gekannt",
		"card.new.high":      "Augen geöffnet",
		"card.relevant":      "Ging es um etwas, das du brauchst?",
		"card.relevant.low":  "nicht meine Welt",
		"card.relevant.high": "genau mein Problem",
		"card.concrete":      "Hast du es vor dir gesehen?",
		"card.concrete.low":  "nur große Worte",
		"card.concrete.high": "als wäre ich dabei",
		"card.usable":        "Weißt du, was du damit anfängst?",
		"card.usable.low":    "keine Ahnung",
		"card.usable.high":   "am Montag geht es los",
		"card.clear":         "Könntest du sagen, worum es ging?",
		"card.clear.low":     "Faden verloren",
		"card.clear.high":    "in einem Satz",

		"card.else":   "Was sollte ich noch wissen?",
		"card.name":   "Dein Name, wenn du magst",
		"card.thanks": "Danke. Bitte gib die Karte vorne ab.",
	}
}

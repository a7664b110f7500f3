package score

import (
	"slices"
	"strings"
	"testing"

	"talkgiver/talk"
	"talkgiver/talk/lexicon"
)

// hardTexts are passages with one trouble each, by its rule.
var hardTexts = map[string]string{
	"abstract": "The development of an organization is a matter of perspective and of the relationship of its values to the situation. " +
		"The quality of a decision depends on the nature of the information and on the structure of responsibility. " +
		"The idea of alignment is an aspect of the strategy and of the culture.",
	"padded": "I think it is kind of hard to say, and maybe that is a sort of answer. " +
		"There are perhaps some people who think that, in terms of the fact that it seems so, it is probably fine. " +
		"It is, if you will, almost the same. I think that is what I mean, in a sense.",
	"long-winded": "The letter that my neighbour wrote to the council, which was about the bridge and about the noise of the cars between the two houses, " +
		"and in which she asked whether the other side of the street could be closed for one night of the week, as well as for the night of the fair, " +
		"was read by three people, none of whom said a word about it, either to her or to each other.",
}

// easyText is as long as those and has none of their troubles.
const easyText = "On Monday I carried two ladders up the hill. My brother held the rope. At noon a goat ate our bread, and we laughed. " +
	"She wrote the price on the door with chalk. Four people read it. One of them came in and bought a hammer, and paid with eggs. " +
	"I still have the basket. It hangs in the kitchen next to the clock."

// readParagraph reads a text as a paragraph of a talk is read.
func readParagraph(lang, text string) (*lexicon.Lexicon, *paragraph) {
	l := lexicon.For(lang)
	var p paragraph
	p.read(l, text, &paragraphMemory{})
	return l, &p
}

// troublesOf returns the rules that a text breaks, in its order.
func troublesOf(lang, text string, skip func(string) bool) []string {
	l, p := readParagraph(lang, text)
	var out []string
	for _, u := range unclearOf(l, p, l.Hits(nil, p.text, p.tokens, p.matches), &unclearMemory{}, skip) {
		out = append(out, u.trouble.rule)
	}
	return out
}

func TestUnclear(t *testing.T) {
	for rule, text := range hardTexts {
		if got := troublesOf("en", text, nil); !slices.Equal(got, []string{rule}) {
			t.Errorf("%s is found to be %v", rule, got)
		}
		// Among easy sentences it is found still, and alone.
		if got := troublesOf("en", easyText+" "+text+" "+easyText, nil); !slices.Equal(got, []string{rule}) {
			t.Errorf("%s among easy sentences is found to be %v", rule, got)
		}
		if got := troublesOf("en", "\""+text+"\"", nil); got != nil {
			t.Errorf("a quotation is found to be %v", got)
		}
		if got := troublesOf("en", text, func(string) bool { return true }); rule != "long-winded" && got != nil {
			t.Errorf("of known words it is found to be %v", got)
		}
	}
	for _, text := range []string{"", "One.", easyText, strings.Repeat("Go. ", 100), strings.Repeat("of ", 20)} {
		if got := troublesOf("en", text, nil); got != nil {
			t.Errorf("%.20q is found to be %v", text, got)
		}
	}
}

// One sign alone says nothing: half of a passage's signs leave it unmarked.
func TestUnclearNeedsSeveralSigns(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("The fact is that the matter is the issue. My brother cut two boards on Monday. ", 6), // empty nouns
		strings.Repeat("The top of the roof of the house of my aunt burned on Monday. ", 6),                  // chains of "of"
		strings.Repeat("Maybe he ate the bread. Perhaps she cut the rope. ", 8),                              // hedges
		strings.Repeat("We cut the rope and ate the bread and held the door and saw two goats and ", 6) + "left.",
	} {
		if got := troublesOf("en", text, nil); got != nil {
			t.Errorf("%.40q is found to be %v", text, got)
		}
	}
}

func TestUnclearInGerman(t *testing.T) {
	for rule, text := range map[string]string{
		"abstract": "Die Entwicklung der Organisation ist eine Frage der Haltung und der Verantwortung für das Ergebnis. " +
			"Die Bedeutung der Zusammenarbeit zeigt die Notwendigkeit einer Veränderung der Struktur und der Prozesse. " +
			"Die Umsetzung der Strategie braucht die Fähigkeit zur Gestaltung der Situation und die Offenheit für Lösungen.",
		"padded": "Ich glaube, das ist irgendwie eine Art Antwort, wenn man so will. Es ist vielleicht im Prinzip so etwas wie ein Anfang. " +
			"Das ist wahrscheinlich im Grunde genommen fast dasselbe, denke ich, und es ist eher nicht so schlimm. Es ist eben so, wie es meistens ist.",
	} {
		if got := troublesOf("de", text, nil); !slices.Equal(got, []string{rule}) {
			t.Errorf("%s is found to be %v", rule, got)
		}
	}
	told := "Am Montag trug ich zwei Leitern den Hügel hinauf. Mein Bruder hielt das Seil. Mittags fraß eine Ziege unser Brot, und wir lachten. " +
		"Sie schrieb den Preis mit Kreide an die Tür. Vier Leute lasen ihn. Einer kam herein, kaufte einen Hammer und zahlte mit Eiern."
	if got := troublesOf("de", told, nil); got != nil {
		t.Errorf("a told text is found to be %v", got)
	}
}

// While a paragraph is typed, passages elsewhere stay as they are, and an easy
// paragraph is never marked, not for one moment.
func TestUnclearIsStableWhileTyping(t *testing.T) {
	for end := range easyText {
		if got := troublesOf("en", easyText[:end], nil); got != nil {
			t.Fatalf("%q is found to be %v", easyText[:end], got)
		}
	}
	// A hard one is marked from some letter on, and then stays marked.
	for rule, text := range hardTexts {
		marked := -1
		for end := range len(text) + 1 {
			got := troublesOf("en", text[:end], nil)
			switch {
			case marked >= 0 && !slices.Equal(got, []string{rule}):
				t.Fatalf("%s was marked at %d and is %v at %d", rule, marked, got, end)
			case got != nil:
				marked = end
			}
		}
		if marked < 0 {
			t.Errorf("%s is never marked", rule)
		}
	}
}

func TestHardPassages(t *testing.T) {
	text := func(s string, start int) *talk.Paragraph {
		p := &talk.Paragraph{Inlines: []talk.Inline{&talk.Text{Text: s, Span: talk.Span{Start: start, End: start + len(s)}}}}
		p.BlockCommon = talk.BlockCommon{Said: true, Span: talk.Span{Start: start, End: start + len(s)}}
		return p
	}
	of := func(knows []talk.Value, texts ...string) []Finding {
		tk := &talk.Talk{Deal: talk.Deal{Lang: talk.Value{Text: "en", Span: somewhere}, Knows: knows}}
		sl := &talk.Slide{Level: 2}
		for i, s := range texts {
			sl.Items = append(sl.Items, &talk.Item{Said: []talk.Block{text(s, 10_000*(i+1))}, Words: talk.CountWords(s), Span: talk.Span{Start: 10_000 * (i + 1), End: 10_000*(i+1) + len(s)}})
		}
		tk.Sections = []*talk.Section{{Number: 1, Slides: []*talk.Slide{sl}}}
		var hard []Finding
		for _, f := range Of(tk, Inputs{}).Findings {
			if f.Rule == "abstract" || f.Rule == "padded" || f.Rule == "long-winded" {
				hard = append(hard, f)
			}
		}
		return hard
	}

	// The passage itself is marked, from its first letter to its full stop.
	found := of(nil, easyText, easyText+" "+hardTexts["abstract"]+" "+easyText)
	if len(found) != 1 {
		t.Fatalf("%d findings", len(found))
	}
	start := 20_000 + len(easyText) + 1
	if f := found[0]; f.Span.Start > start || f.Span.Start < start-60 || f.Span.End < start+len(hardTexts["abstract"])-80 || f.Span.End > start+len(hardTexts["abstract"])+60 {
		t.Errorf("marked is %v, the passage is %d to %d", f.Span, start, start+len(hardTexts["abstract"]))
	}
	if a := found[0].Words.Args; a.Text == "" || a.N < passageWords || !slices.Contains(a.Signs.IDs(), "shells") || !slices.Contains(a.Signs.IDs(), "of") {
		t.Errorf("it says %+v with %v", a, a.Signs.IDs())
	}

	// Words that this audience knows are no sign.
	var knows []talk.Value
	for _, w := range []string{"development", "organization", "perspective", "relationship", "value", "situation", "quality", "decision", "nature", "information", "structure", "responsibility", "idea", "alignment", "aspect", "strategy", "culture", "matter"} {
		knows = append(knows, value(w))
	}
	if found := of(knows, hardTexts["abstract"]); len(found) > 0 {
		t.Errorf("of known words: %+v", found)
	}

	// Only the worst are pointed at.
	if found := of(nil, hardTexts["abstract"], hardTexts["padded"], hardTexts["long-winded"], hardTexts["abstract"]+" It was so.", hardTexts["padded"]+" It was so."); len(found) != mostPassages {
		t.Errorf("%d findings", len(found))
	}
}

package slides

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

func deckOf(source string, opt Options) *Deck {
	return New(markdown.Parse([]byte(source)).Talk(), opt)
}

// outline tells of each slide in one line: its heading, what it shows, and
// after a stroke what is said.
func outline(d *Deck) []string {
	var lines []string
	for _, s := range d.Slides {
		parts := []string{strings.Repeat("#", s.Level) + talk.PlainText(s.Title)}
		for _, b := range s.Blocks {
			parts = append(parts, strings.ReplaceAll(talk.BlockText(b), "\n", ", "))
		}
		line := strings.Join(parts, "; ")
		if len(s.Notes) > 0 {
			line += " |"
		}
		for _, b := range s.Notes {
			line += " " + talk.BlockText(b)
		}
		switch {
		case s.Opening:
			line = "opening " + line
		case s.Closing:
			line = "closing " + line
		case s.Backup:
			line = "backup " + line
		}
		lines = append(lines, line)
	}
	return lines
}

// longEntry takes three lines of a slide.
var longEntry = strings.Repeat("word ", 25) + "end"

func TestDeck(t *testing.T) {
	tests := []struct {
		name   string
		source string
		opt    Options
		want   []string
	}{
		{"a talk without anything", "", Options{}, nil},
		{"only a title", "# Belts\n", Options{}, []string{"opening #Belts"}},
		{"title, event and date", "---\ntitle: Belts\nevent: Product Days\ndate: 2027-05-04\n---\n# Not this\n", Options{},
			[]string{"opening #Belts; Product Days · 2027-05-04"}},
		{"an event of several parts", "---\ntitle: Belts\nevent: Somebody · Product Days\ndate: 2027-05-04\n---\n# Not this\n", Options{},
			[]string{"opening #Belts; Somebody; Product Days · 2027-05-04"}},
		{"only a date", "---\ndate: 2027-05-04\n---\n# Belts\n", Options{}, []string{"opening #Belts; 2027-05-04"}},
		{"no title slide", "# Belts\n\n## A\n", Options{NoTitle: true}, []string{"##A"}},
		{"what is said before all else stands under the title", "# Belts\n\nHello!\n\n## A\n", Options{}, []string{"opening #Belts | Hello!", "##A"}},
		{"lines right below the title stand on its slide", "---\nevent: Product Days\n---\n# Belts\n\n#### Why\n\nby me #show\n\nHello!\n\n---\n\nMore. #show\n", Options{}, []string{"opening #Belts; Product Days; Why; by me | Hello!", "; More."}},
		{"what is shown later than a word is said does not", "# Belts\n\nHello!\n\nby me #show\n", Options{}, []string{"opening #Belts", "; by me | Hello!"}},
		{"nor does a list", "# Belts\n\nby me #show\n\n- one\n", Options{}, []string{"opening #Belts", "; by me; one"}},
		{"without a title slide it has its own", "# Belts\n\nHello!\n\n## A\n", Options{NoTitle: true}, []string{"# | Hello!", "##A"}},
		{"an opening that shows something has its own", "# Belts\n\n- seen\n\n## A\n", Options{}, []string{"opening #Belts", "; seen", "##A"}},
		{"shown and said", "## A (4m) #core\ngives: x\nnew: 3\n\nSaid.\n\n- one #story\n\nMore.\n\n> quoted\n\n![alt](x.png)\n\nShown. #show\n", Options{},
			[]string{"##A; one; quoted; alt; Shown. | Said. More."}},
		{"no notes", "## A\n\nSaid.\n\n- one\n", Options{NoNotes: true, Times: true}, []string{"##A; one"}},
		{"times begin the notes", "## A (1m)\n\nSaid.\n\n## B (90s)\n", Options{Times: true}, []string{"##A | (1:00) Said.", "##B | (1:30)"}},
		{"a closing slide", "---\nmessage: Fix what you would hide.\n---\n## A\ngives: one question\n\n## B #skip\ngives: no\n\n## C\ngives: an answer\n\n## D #backup\ngives: no\n", Options{Closing: true},
			[]string{"##A", "##C", "closing ##Fix what you would hide.; one question, an answer", "backup ##D"}},
		{"nothing to close with", "## A\n", Options{Closing: true}, []string{"##A"}},
		{"a long slide goes on", "## A\n\n" + strings.Repeat("- "+strings.Repeat("word ", 25)+"end\n\nSaid to it.\n\n", 5) + "## B\n", Options{Split: true},
			[]string{"##A; " + strings.Repeat(longEntry+", ", 2) + longEntry + " |" + strings.Repeat(" Said to it.", 3), "##A; " + longEntry + ", " + longEntry + " | Said to it. Said to it.", "##B"}},
		{"further slides", "## A\n\n- one\n\n### B\n\n- two\n\n---\n\n- three\n", Options{}, []string{"##A; one", "###B; two", "; three"}},
		{"points with words between them are one list", "## A\n\n- one\n\nSaid.\n\n- two\n  - deep\n\nSaid.\n\n- three\n", Options{},
			[]string{"##A; one, two, deep, three | Said. Said."}},
		{"so are numbers that go on", "## A\n\n1. one\n\nSaid.\n\n2. two\n\nSaid.\n\n1. again\n", Options{}, []string{"##A; one, two; again | Said. Said."}},
		{"lists with nothing between them are two", "## A\n\n- one\n\n* two\n", Options{}, []string{"##A; one; two"}},
		{"and so are lists with something shown between them", "## A\n\n- one\n\n> quoted\n\n- two\n", Options{}, []string{"##A; one; quoted; two"}},
		{"left out", "## A\n\n- one\n- two #skip\n- three\n\n## B #skip\n\n- no\n\n## C\n\n### D #skip\n\n- no\n\n### E\n", Options{},
			[]string{"##A; one, three", "##C", "###E"}},
		{"with what is said to it", "## A\n\n- one\n\nSaid.\n\n- two #skip\n\nNot said.\n", Options{}, []string{"##A; one | Said."}},
		{"a slide of nothing else", "## A\n\n---\n\n- no #skip\n\n---\n\n- yes\n", Options{}, []string{"##A", "; yes"}},
		{"left out of a variant", "## A #skip-short\n\n## B\n\n- one #skip-short\n- two #skip-long\n", Options{Variant: "short"}, []string{"##B; two"}},
		{"and in the talk itself", "## A #skip-short\n\n## B\n\n- one #skip-short\n", Options{}, []string{"##A", "##B; one"}},
		{"backup comes after the end", "## A #backup\n\n### B\n\n## C\n\n- one\n- two #backup\n\nFor questions.\n\n### D #backup\n\n- d\n\n## E\n", Options{},
			[]string{"##C; one", "##E", "backup ##A", "backup ###B", "backup ##C; two | For questions.", "backup ###D; d"}},
		{"a say mark makes a quote a note", "## A\n\n<!-- say -->\n> quoted\n<!-- /say -->\n", Options{}, []string{"##A | quoted"}},
		{"silences are not shown", "## A <!-- silence x: y -->\n\n- one <!-- silence x: y -->\n", Options{}, []string{"##A; one"}},
		{"a second title is a section", "# T\n\n# A\n\n- one\n", Options{}, []string{"opening #T", "#A; one"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := outline(deckOf(test.source, test.opt))
			for i := range test.want {
				if rest, ok := strings.CutPrefix(test.want[i], "# |"); ok { // a slide without a heading
					test.want[i] = " |" + rest
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(test.want, "\n\t"))
			}
		})
	}
}

// The seconds of the slides are the talk's, whatever is rounded.
func TestSlideTimesAddUp(t *testing.T) {
	var b strings.Builder
	b.WriteString("# T\n\nHello, all of you.\n\n")
	for i := range 40 {
		fmt.Fprintf(&b, "## Section %d\n\n- point\n\n%s\n\n### More\n\n%s\n\n", i, strings.Repeat("word ", 7+i), strings.Repeat("word ", 3*i+1))
	}
	b.WriteString("## Later #backup\n\n- point\n\nMany words.\n")
	source := markdown.Parse([]byte(b.String())).Talk()
	var sum time.Duration
	for _, s := range New(source, Options{}).Slides {
		if s.Time%time.Second != 0 || s.Time < 0 {
			t.Errorf("%q takes %v", talk.PlainText(s.Title), s.Time)
		}
		if s.Backup && s.Time != 0 {
			t.Errorf("a backup takes %v", s.Time)
		}
		sum += s.Time
	}
	if want := source.Timing(0).Total.Round(time.Second); sum != want || want == 0 {
		t.Errorf("the slides take %v, the talk %v", sum, want)
	}
}

func TestPaceOfTheSpeaker(t *testing.T) {
	source := "## A\n\n" + strings.Repeat("word ", 120)
	if got := deckOf(source, Options{Pace: 120}).Slides[0].Time; got != time.Minute {
		t.Errorf("120 words at 120 a minute take %v", got)
	}
}

// A deck is made of a talk that others read at the same time.
func TestDeckLeavesTheTalkAlone(t *testing.T) {
	source := markdown.Parse([]byte("# T\n\n## A\n\n- one\n\nSaid.\n\n- two #skip\n\n- three\n\nSaid.\n\n- four #backup\n")).Talk()
	before := outline(New(source, Options{}))
	list, ok := source.Sections[0].Slides[0].Blocks[0].(*talk.List)
	if !ok || len(list.Items) != 1 {
		t.Fatalf("the talk's first block is %T", source.Sections[0].Slides[0].Blocks[0])
	}
	if after := outline(New(source, Options{})); !slices.Equal(before, after) {
		t.Errorf("first\n\t%q, then\n\t%q", before, after)
	}
}

package markdown

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"talkgiver/talk"
)

func TestFromText(t *testing.T) {
	tests := map[string]struct {
		text string
		want string
	}{
		"nothing":    {"", ""},
		"only space": {" \n\t\n", ""},
		"numbered parts with points": {
			"Why we left the office\n\n1. The empty floor\n   - eleven desks\n   - one plant\n\n2) What we missed\n- lunch\n\n3. What we do now\nWe meet on Mondays, and only then.\n",
			"# Why we left the office\n\n## The empty floor\n\n- eleven desks\n- one plant\n\n## What we missed\n\n- lunch\n\n## What we do now\n\nWe meet on Mondays, and only then.\n",
		},
		"a numbered list is a list": {
			"1. one\n2. two\n3. three", "1. one\n2. two\n3. three\n",
		},
		"numbers that do not count": {
			"Two years stay in mind.\n\n19. was the table.\n\n8. was the door.\n",
			"## Two years stay in mind\n\nTwo years stay in mind.\n\n## 19. was the table\n\n19\\. was the table.\n\n## 8. was the door\n\n8\\. was the door.\n",
		},
		"tabs": {
			"The roof\n\ta beam\n\t\trotten\n\ta price\nThe call\n\ttonight\n",
			"## The roof\n\n- a beam\n  - rotten\n- a price\n\n## The call\n\n- tonight\n",
		},
		"bullets of two levels": {
			"• The roof\n    – a beam\n    – a price\n• The call\n    – tonight\n• Thanks",
			"## The roof\n\n- a beam\n- a price\n\n## The call\n\n- tonight\n\n## Thanks\n",
		},
		"one root is the title": {
			"- Roofs\n  - Beams\n    - rotten\n  - Prices\n    - high\n",
			"# Roofs\n\n## Beams\n\n- rotten\n\n## Prices\n\n- high\n",
		},
		"bullets from a word processor": {
			"•\tThe roof\no\ta beam\no\ta price\n•\tThe call\no\ttonight\n",
			"## The roof\n\n- a beam\n- a price\n\n## The call\n\n- tonight\n",
		},
		"a flat list": {"- a roof\n- a beam\n* a price\n", "- a roof\n- a beam\n- a price\n"},
		"points without bullets": {
			"a roof\na beam\na price\n", "- a roof\n- a beam\n- a price\n",
		},
		"headings with lists right below": {
			"Roofs\n- beams\n- tiles\n\nPrices:\n- high\n", "## Roofs\n\n- beams\n- tiles\n\n## Prices\n\n- high\n",
		},
		"short lines over paragraphs": {
			"The roof\n\nIt rained in the night, and in the morning there was a puddle on the stairs of the house.\n\nThe call\n\nI called before breakfast, because a roof does not wait and neither does the rain outside.\n",
			"## The roof\n\nIt rained in the night, and in the morning there was a puddle on the stairs of the house.\n\n## The call\n\nI called before breakfast, because a roof does not wait and neither does the rain outside.\n",
		},
		"capitals and slides": {
			"INTRO\nSo it begins.\n\nSlide 2: The beam (3 min)\n- rotten\n", "## INTRO\n\nSo it begins.\n\n## Slide 2: The beam (3 min)\n\n- rotten\n",
		},
		"three paragraphs": {
			"It rained in the night.\n\nI called before breakfast, and nobody was there to hear it.\n\nNow I call at once.",
			"## It rained in the night\n\nIt rained in the night.\n\n## I called before breakfast, and nobody …\n\nI called before breakfast, and nobody was there to hear it.\n\n## Now I call at once\n\nNow I call at once.\n",
		},
		"wide gaps": {
			"One goes on.\n\nAnd on it goes.\n\n\nTwo comes.\n\nAnd stays.\n", "## One goes on\n\nOne goes on.\n\nAnd on it goes.\n\n## Two comes\n\nTwo comes.\n\nAnd stays.\n",
		},
		"a line between parts is no slide": {
			"One goes on.\n\n---\n\nTwo comes.\n", "## One goes on\n\nOne goes on.\n\n## Two comes\n\nTwo comes.\n",
		},
		"a column": {
			"It rained in the night, and in the morning there was\na puddle on the stairs of the house, and it was larger\nthan the last one.\n",
			"It rained in the night, and in the morning there was\na puddle on the stairs of the house, and it was larger\nthan the last one.\n",
		},
		"a paragraph a line": {
			"It rained in the night, and in the morning there was a puddle on the stairs of the house, larger than the last one.\nI called before breakfast, because a roof does not wait.\n",
			"## It rained in the night, and …\n\nIt rained in the night, and in the morning there was a puddle on the stairs of the house, larger than the last one.\n\n## I called before breakfast, because a …\n\nI called before breakfast, because a roof does not wait.\n",
		},
		"one wall": {
			"It rained. I called. He came. He looked. He wrote. I paid.", "## It rained. I called\n\nIt rained. I called.\n\n## He came. He looked\n\nHe came. He looked.\n\n## He wrote. I paid\n\nHe wrote. I paid.\n",
		},
		"an email with its signature": {
			"Hi all,\n\nthe roof is open, and it will rain on Friday.\n\nBest,\nAnna\n-- \nAnna Roofs, 5 High Street\n",
			"the roof is open, and it will rain on Friday.\n\n## Hi all, #skip\n\nBest,\n\nAnna\n\nAnna Roofs, 5 High Street\n",
		},
		"an email around an outline": {
			"Hi Anna, here's my rough outline\n\nWhy bread rises\n\n1. Yeast\n- is alive\n\n2. Time\n- is free\n\nBest regards,\nBen Baker\n+49 30 1234567\nwww.example.org\n",
			"# Why bread rises\n\n## Yeast\n\n- is alive\n\n## Time\n\n- is free\n\n## Hi Anna, here's my rough outline #skip\n\nBest regards,\n\nBen Baker\n\n+49 30 1234567\n\nwww.example.org\n",
		},
		"a German email": {
			"Liebe Anna,\nhier ist meine Gliederung:\n\nBrot\n\n1. Hefe\n- lebt\n\n2. Zeit\n- dauert\n\nViele Grüße\nBen\n",
			"# Brot\n\n## Hefe\n\n- lebt\n\n## Zeit\n\n- dauert\n\n## Liebe Anna, #skip\n\nhier ist meine Gliederung:\n\nViele Grüße\n\nBen\n",
		},
		"a greeting that is said": {
			"Hello, I am Ben\n\n1. Yeast\n- is alive\n\n2. Thanks\n- to you\n", "# Hello, I am Ben\n\n## Yeast\n\n- is alive\n\n## Thanks\n\n- to you\n",
		},
		"only a greeting and a closing": {"Hi all,\n\nBest,\nAnna\n", ""},
		"a closing that is told": {
			"She wrote me a letter.\n\nBest regards,\n\nit said, and nothing more; and since then I have been asking myself what it was that she wanted to tell me.\n",
			"## She wrote me a letter\n\nShe wrote me a letter.\n\n## Best regards\n\nBest regards,\n\n## it said, and nothing more; and …\n\nit said, and nothing more; and since then I have been asking myself what it was that she wanted to tell me.\n",
		},
		"the head of an email": {
			"From: Ann Beam <ann@example.org>\nTo: Ben <ben@example.org>,\n  Cid <cid@example.org>\nDate: Mon, 1 Mar 2027 10:00:00 +0100\nSubject: Why roofs\n leak\n\nIt rained in the night.\n\nNow I call at once.\n",
			"# Why roofs leak\n\n<!-- mail\nFrom: Ann Beam <ann@example.org>\nTo: Ben <ben@example.org>,\nCid <cid@example.org>\nDate: Mon, 1 Mar 2027 10:00:00 +0100\n-->\n\n## It rained in the night\n\nIt rained in the night.\n\n## Now I call at once\n\nNow I call at once.\n",
		},
		"the head of a German email, with a greeting": {
			"\ufeff\nVon: Anna\nGesendet: Montag, 1. März 2027 10:00\nAn: Ben\nBetreff: AW: Dächer\n\nHallo Ben,\n\nes regnet herein.\n\nViele Grüße\nAnna\n",
			"# Dächer\n\n<!-- mail\nVon: Anna\nGesendet: Montag, 1. März 2027 10:00\nAn: Ben\nSubject: AW: Dächer\n-->\n\nes regnet herein.\n\n## Hallo Ben, #skip\n\nViele Grüße\n\nAnna\n",
		},
		"an email that was passed on, with a title": {
			"---------- Forwarded message ---------\n**From:** Ann\n**Subject:** outline --> Friday\n\nWhy bread rises\n\n1. Yeast\n- is alive\n\n2. Time\n- is free\n",
			"# Why bread rises\n\n<!-- mail\n---------- Forwarded message ---------\n**From:** Ann\nSubject: outline --\u200b> Friday\n-->\n\n## Yeast\n\n- is alive\n\n## Time\n\n- is free\n",
		},
		"an email with Markdown": {
			"From: Ann\nDate: today\nSubject: bread\n\n# Bread\n\n## Yeast\n\n- is alive\n",
			"# Bread\n\n## Yeast\n\n- is alive\n\n<!-- mail\nFrom: Ann\nDate: today\nSubject: bread\n-->\n",
		},
		"an email with a talk": {
			"From: Ann\nSubject: bread\n\n---\nslot: 5m\n---\n\nYeast.\n",
			"---\nslot: 5m\n---\n\nYeast.\n\n<!-- mail\nFrom: Ann\nSubject: bread\n-->\n",
		},
		"one line with a name is no email": {
			"From: the roof\n\nIt rained.\n", "## From: the roof\n\nFrom: the roof\n\n## It rained\n\nIt rained.\n",
		},
		"lines with names and others are no email": {
			"From: Berlin\nTo: Rome\nBy: train\n", "- From: Berlin\n- To: Rome\n- By: train\n",
		},
		"names that are told": {
			"From here to there\nTo be or not\n\nIt rained.\n", "",
		},
		"underlined": {
			"The roof\n========\nIt rained.\n\nThe call\n--------\nI called.\n", "## The roof\n\nIt rained.\n\n## The call\n\nI called.\n",
		},
		"code stays": {
			"Look at this:\n```go\n# no heading\n\n- no list\n```\n", "## Look at this\n\n```go\n# no heading\n\n- no list\n```\n",
		},
		"an open fence is text": {"It begins\n\n```\nand never ends. It goes on for so long that nobody remembers how it began.", ""},
		"structure by accident": {
			"#1 is the roof, says everybody who has ever slept below one when it rained in the night.\n\n<!-- nobody sees this, and it would be gone -->\n\n[1]: a footnote that would be gone, too, since it looks like a link\n\n2024. It was a good year for roofs.\n",
			"## #1 is the roof, says everybody …\n\n#1 is the roof, says everybody who has ever slept below one when it rained in the night.\n\n## <\\!-- nobody sees this, and it …\n\n<\\!-- nobody sees this, and it would be gone -->\n\n## [1]: a footnote that would be …\n\n\\[1]: a footnote that would be gone, too, since it looks like a link\n\n## 2024. It was a good year …\n\n2024\\. It was a good year for roofs.\n",
		},
		"numbers and dashes in text": {
			"-5 degrees in the night, and then the snow came down on it.\n\n– said nobody\n\n*this* is meant.", "",
		},
		"one heading below a text": {
			"It rained in the night.\n\n# The beam\n\nIt was rotten.\n", "It rained in the night.\n\n## The beam\n\nIt was rotten.\n",
		},
		"a title and text": {"# Roofs\n\nIt rained.\n\nI called.\n", "# Roofs\n\n## It rained\n\nIt rained.\n\n## I called\n\nI called.\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := string(FromText(test.text))
			if test.want != "" && got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
			keepsWords(t, test.text)
			for _, nl := range []string{"\r\n", "\r"} {
				if other := string(FromText(strings.ReplaceAll(test.text, "\n", nl))); other != got {
					t.Errorf("with %q it is\n%s", nl, other)
				}
			}
		})
	}
}

// What is a talk already stays as it is.
func TestFromTextKeepsTalks(t *testing.T) {
	texts := []string{
		"---\ntitle: A talk\n---\n\nText.\n", "---\nslot: 20\n---\n- a\n  - b\n", "## One\n\ntext\n\n---\n\nmore\n", "# A\n\n# B\n", "text\r\n\r\n### Slide\r\n",
	}
	for _, s := range seeds() {
		if hasStructure(s) {
			texts = append(texts, s)
		}
	}
	files, err := filepath.Glob(filepath.Join("..", "..", "assets", "templates", "*", "*.md"))
	samples, err2 := filepath.Glob(filepath.Join("..", "..", "assets", "samples", "*.md"))
	if err != nil || err2 != nil || len(files) == 0 || len(samples) == 0 {
		t.Fatal("no talks of the app", err, err2)
	}
	files = append(files, samples...)
	for _, file := range files {
		talk, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(talk))
	}
	if len(texts) < 20+len(files) {
		t.Fatalf("only %d talks", len(texts))
	}
	for _, text := range texts {
		if got := string(FromText(text)); got != text {
			t.Errorf("%q has become %q", text, got)
		}
	}
	// What has come of a text is a talk, or has nothing in it that would change.
	for _, text := range []string{"a\n\tb\nc\n\td\n", "One.\n\nTwo.\n\nThree.\n"} {
		once := FromText(text)
		if twice := FromText(string(once)); string(twice) != string(once) {
			t.Errorf("%q becomes\n%s\nand then\n%s", text, once, twice)
		}
	}
}

// Where every chapter has a #, each is a section; only its marks are added.
func TestFromTextWithChapters(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"a title, a greeting and chapters": {
			"Why roofs leak\n\nHello, I am Ada. I mend roofs.\n\n# The night it rained\n\nIt rained.\n\n![a roof](roof.png)\n\n# The beam\n\n- rotten\n- old\n",
			"# Why roofs leak\n\nHello, I am Ada. I mend roofs.\n\n## The night it rained\n\nIt rained.\n\n![a roof](roof.png)\n\n## The beam\n\n- rotten\n- old\n",
		},
		"a title and chapters":               {"Roofs\n\n# A\n\na\n\n# B\n", "# Roofs\n\n## A\n\na\n\n## B\n"},
		"a title below blank lines":          {"\ufeff\n\n  Roofs \n \n# A\n# B", "\ufeff\n\n  # Roofs \n \n## A\n## B"},
		"a greeting is no title":             {"Hello, I am Ada.\n\n# A\n\na\n\n# B\n", "Hello, I am Ada.\n\n## A\n\na\n\n## B\n"},
		"a line that is not alone":           {"Roofs\nleak\n\n# A\n\na\n\n# B\n", "Roofs\nleak\n\n## A\n\na\n\n## B\n"},
		"a picture is no title":              {"![a roof](roof.png)\n\n# A\n\na\n\n# B\n", "![a roof](roof.png)\n\n## A\n\na\n\n## B\n"},
		"a list is no title":                 {"- roofs\n\n# A\n\na\n\n# B\n", "- roofs\n\n## A\n\na\n\n## B\n"},
		"chapters alone":                     {"# A\n\na\n\n# B\n\nb\n", "## A\n\na\n\n## B\n\nb\n"},
		"chapters and what is below":         {"# A\n\n## a\n\ntext\n\n### deep\n\n# B\n\n## b\n\n###### deepest\n", "## A\n\n### a\n\ntext\n\n#### deep\n\n## B\n\n### b\n\n###### deepest\n"},
		"the marks of code":                  {"# A\n\n```sh\n# a remark\n```\n\n    # another\n\n- # in a list\n\n <!--\n# said\n-->\n\n  # B #\n", "## A\n\n```sh\n# a remark\n```\n\n    # another\n\n- # in a list\n\n <!--\n# said\n-->\n\n  ## B #\n"},
		"other front matter":                 {"---\nlayout: post\n---\nRoofs\n\n# A\n\na\n\n# B\n", "---\nlayout: post\n---\n# Roofs\n\n## A\n\na\n\n## B\n"},
		"one at the top is the title":        {"# Roofs\n\nHello.\n\n## A\n\na\n\n## B\n", ""},
		"one is the title, the next follows": {"# Roofs\n\n---\n\n# A\n\na\n\n# B\n", ""},
		"the first alone has sections":       {"# Roofs\n\n## A\n\na\n\n## B\n\n# Thanks\n", ""},
		"an underlined title":                {"Roofs\n=====\n\nHello.\n\n# A\n\na\n\n# B\n", ""},
		"one below a text":                   {"![state](badge.png)\n\n# Roofs\n\n## A\n\na\n", ""},
		"a talk with a deal":                 {"---\nslot: 20m\n---\n\n# Roofs\n\nHello.\n\n# A\n\na\n\n# B\n", ""},
		"a talk with key lines":              {"# Roofs\n\nHello.\n\n# A\ngives: a beam\n\na\n\n# B\n", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			want := test.want
			if want == "" {
				want = test.text
			}
			for _, nl := range []string{"\n", "\r\n", "\r"} {
				text := strings.ReplaceAll(test.text, "\n", nl)
				if got := string(FromText(text)); got != strings.ReplaceAll(want, "\n", nl) {
					t.Errorf("with %q it is\n%s\nwant\n%s", nl, got, want)
				}
				keepsWords(t, text)
			}
		})
	}
}

func FuzzFromText(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	for _, s := range []string{"1. a\n  - b\n2. c\n", "a\n\tb\n\t\tc\nd\n\te", "•\ta\no\tb", "A:\n- b\n--\n", "```\n#\n```\n1) <!-- x", "# a\n\n***\nb. C! D? e. f. g. h.", "e\n#keep1\n\x17\n#\x17-\n",
		"T\n\ng.\n\n# a\n\n## b\n\n# c\n", "# a\n## b\n# c\n## d", "a\n\n # b\n", "\ufeff# a\n\nb\n\n#\n\n# c #story\n",
		"Hi A, here is my draft\n\nB\n\n1. c\n- d\n2. e\n\nBest,\nF\n-- \n#need1 (5m)\n<!-- g"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { keepsWords(t, text) })
}

var wordRun = regexp.MustCompile(`[\p{L}\p{N}]+`)

// keepsWords shows the laws of FromText: every word of the text is in the talk,
// in its order and at a place where it is seen; and nothing of the talk is more
// than was meant.
func keepsWords(t *testing.T, text string) {
	t.Helper()
	source := FromText(text)
	lossless(t, source)
	if head, rest, ok := cutMailHead(text); ok { // its words are there, wherever, and the rest is as without it
		all := strings.Join(wordRun.FindAllString(string(source), -1), " ") + " "
		for _, word := range wordRun.FindAllString(head.subject+" "+strings.Join(head.kept, " "), -1) {
			if !strings.Contains(all, word+" ") {
				t.Fatalf("%q has lost %q of its head:\n%s", text, word, source)
			}
		}
		keepsWords(t, rest)
		return
	}
	if hasStructure(text) {
		keepsLines(t, text, string(source))
		return
	}
	d := Parse(source)
	var seen strings.Builder
	tk := d.Talk()
	if title, _, _ := strings.Cut(string(source), "\n"); strings.HasPrefix(title, "# ") {
		seen.WriteString(title + "\n")
	}
	for _, s := range tk.Sections {
		if s.Level == 1 || len(s.Keys) > 0 {
			t.Fatalf("%q begins a section that was not meant:\n%s", text, source)
		}
		// A time and tags at a heading's end stand in it, and are seen as such.
		head := strings.SplitN(tk.Text(s.Span), "\n", 2)[0]
		if s.Level == 0 {
			head = ""
		}
		seen.WriteString(head + "\n" + d.BodyText(s) + "\n")
		if len(s.Slides) > 1 {
			t.Fatalf("%q makes %d slides of a section:\n%s", text, len(s.Slides), source)
		}
	}
	if !tk.Deal.Span.Empty() || len(tk.Silences) > 0 {
		t.Fatalf("%q makes front matter or silences:\n%s", text, source)
	}
	have := wordRun.FindAllString(seen.String(), -1)
	// Of an email, what was set aside comes last, and is left out.
	lines, aside := setAside(strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(text, "\ufeff")), "\n"))
	if len(aside) > 0 {
		if last := tk.Sections[len(tk.Sections)-1]; !last.Tags.LeftOut("") {
			t.Fatalf("%q counts %q:\n%s", text, aside, source)
		}
	}
	expected := append(wordsOf(strings.Join(lines, "\n")), wordRun.FindAllString(strings.Join(aside, "\n"), -1)...)
	if all := wordsOf(text); len(expected) < len(all) {
		t.Fatalf("%q has %d words, and %d are left:\n%s", text, len(all), len(expected), source)
	}
	for _, word := range expected {
		i := slices.Index(have, word)
		if i < 0 {
			t.Fatalf("%q has lost %q, or its place:\n%s", text, word, source)
		}
		have = have[i+1:]
	}
	for _, p := range tk.Problems {
		switch p.Key {
		case talk.SecondKind, talk.ShownCue, talk.LoneTag, talk.NotUTF8, talk.TooDeep, talk.BadDuration, talk.MergeMarks:
		default:
			t.Fatalf("%q has the problem %v:\n%s", text, p, source)
		}
	}
}

// keepsLines shows the laws of FromText for a text with headings: it stays as it
// is, or its headings have a # more and a line above them may have become the
// title; then it is a talk that stays as it is.
func keepsLines(t *testing.T, text, made string) {
	t.Helper()
	if made == text {
		return
	}
	lines, given := strings.Split(strings.ReplaceAll(made, "\r", "\n"), "\n"), strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
	if len(lines) != len(given) {
		t.Fatalf("%q has %d lines, and %q has %d", text, len(given), made, len(lines))
	}
	chapters, titled := 0, false
	for i, line := range lines {
		more, was := strings.TrimLeft(strings.TrimPrefix(line, "\ufeff"), " \t"), strings.TrimLeft(strings.TrimPrefix(given[i], "\ufeff"), " \t")
		switch {
		case line == given[i]:
		case len(line)-len(more) != len(given[i])-len(was):
			t.Fatalf("%q has another line %q:\n%s", text, line, made)
		case strings.HasPrefix(was, "#") && more == "#"+was:
			chapters++
		case !titled && chapters == 0 && more == "# "+was:
			titled = true
		default:
			t.Fatalf("%q has another line %q:\n%s", text, line, made)
		}
	}
	tk := Parse([]byte(made)).Talk()
	if titled != (tk.Heading.Level == 1) || len(tk.Sections) < 2 || chapters < 2 {
		t.Fatalf("%q has %d chapters, a title: %v, and %d sections:\n%s", text, chapters, titled, len(tk.Sections), made)
	}
	if again := FromText(made); string(again) != made {
		t.Fatalf("%q becomes\n%s\nand then\n%s", text, made, again)
	}
}

// wordsOf are the words of a text without the markers of its lists.
func wordsOf(text string) []string {
	var words []string
	for _, line := range strings.FieldsFunc(strings.TrimPrefix(text, "\ufeff"), func(r rune) bool { return r == '\n' || r == '\r' }) {
		line = strings.TrimSpace(line)
		line = strings.TrimLeftFunc(line, unicode.IsSpace)
		rest, _, _ := mark(line)
		words = append(words, wordRun.FindAllString(rest, -1)...)
	}
	return words
}

// The end of code is that of the next line which closes it, however many open fences
// were before; and each kind of fence is looked for to the end of the text but once.
func TestFenceFinder(t *testing.T) {
	pieces := []string{"```", "````", "~~~", "~~~~~", "```go", "a", "", "  ```"}
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		lines := make([]string, 30)
		for i := range lines {
			lines[i] = pieces[random.IntN(len(pieces))]
		}
		fences := fenceFinder{lines: lines, open: map[byte]int{}}
		for i, line := range lines {
			m := codeFence.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			want := i + 1 + slices.IndexFunc(lines[i+1:], func(line string) bool { return closesFence(line, m[1]) })
			if got := fences.end(i); got != want {
				t.Fatalf("the fence in line %d of %q ends in line %d, want %d", i, lines, got, want)
			}
		}
	}
	fences := fenceFinder{lines: []string{"```a", "```b", "text"}, open: map[byte]int{}}
	fences.end(0)
	fences.lines[2] = "```" // which it would find if it looked again
	if got := fences.end(1); got != 1 {
		t.Errorf("the second fence ends in line %d: the text is looked at again", got)
	}
}

package library

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

const shared = `---
title: Belts
slot: 20m
needs:
  - know which fact to surface first
  - get marketing to agree
promises:
  - You leave with one question.
---

# Belts

## Why nobody wore them (4m)
gives: the reason
meets: need 1, promise 1

- Ready in the workshop, missing on the road #story

I was there when it was taken out again.

I asked why.

## The question to ask (6m) #core
meets: need 2
after: 1

- Ask it on Monday #howto

## Thanks
`

// sides changes the shared talk into another.
func change(t *testing.T, text string, replacements ...string) string {
	t.Helper()
	for i := 0; i < len(replacements); i += 2 {
		if !strings.Contains(text, replacements[i]) {
			t.Fatalf("no %q to change", replacements[i])
		}
		text = strings.Replace(text, replacements[i], replacements[i+1], 1)
	}
	return text
}

const (
	section1 = "## Why nobody wore them (4m)\ngives: the reason\nmeets: need 1, promise 1\n\n- Ready in the workshop, missing on the road #story\n\nI was there when it was taken out again.\n\nI asked why.\n"
	section2 = "## The question to ask (6m) #core\nmeets: need 2\nafter: 1\n\n- Ask it on Monday #howto\n"
)

func TestMerge(t *testing.T) {
	tests := []struct {
		name                string
		ours, theirs, wants []string // replacements in the shared talk
	}{
		{"different sections",
			[]string{"I asked why.", "I asked him why."},
			[]string{"on Monday", "on Tuesday"},
			[]string{"I asked why.", "I asked him why.", "on Monday", "on Tuesday"}},
		{"different lines of a section",
			[]string{"I asked why.", "I asked him why."},
			[]string{"in the workshop", "in the lab"},
			[]string{"I asked why.", "I asked him why.", "in the workshop", "in the lab"}},
		{"title and time of one heading",
			[]string{"Why nobody wore them", "Why they lay in a drawer"},
			[]string{"(4m)", "(5m) #core"},
			[]string{"Why nobody wore them (4m)", "Why they lay in a drawer (5m) #core"}},
		{"key lines next to each other",
			[]string{"gives: the reason", "gives: the real reason"},
			[]string{"meets: need 1, promise 1", "meets: need 1"},
			[]string{"gives: the reason", "gives: the real reason", "meets: need 1, promise 1", "meets: need 1"}},
		{"keys of the front matter",
			[]string{"title: Belts", "title: Seat belts"},
			[]string{"slot: 20m", "slot: 25m\nevent: Product Days"},
			[]string{"title: Belts\nslot: 20m", "title: Seat belts\nslot: 25m\nevent: Product Days"}},
		{"one moves a section that the other edits",
			[]string{section1 + "\n" + section2, change(t, section2, "after: 1", "after: 2") + "\n" + section1},
			[]string{"I asked why.", "I asked him why."},
			[]string{section1 + "\n" + section2, change(t, section2, "after: 1", "after: 2") + "\n" + change(t, section1, "I asked why.", "I asked him why.")}},
		{"both add a section at one place",
			[]string{"## Thanks", "## Mine\n\nm\n\n## Thanks"},
			[]string{"## Thanks", "## Theirs\n\nt\n\n## Thanks"},
			[]string{"## Thanks", "## Mine\n\nm\n\n## Theirs\n\nt\n\n## Thanks"}},
		{"both add a section at the end",
			[]string{"## Thanks\n", "## Thanks\n\n## Mine\n\nm\n"},
			[]string{"## Thanks\n", "## Thanks\n\n## Theirs\n\nt\n"},
			[]string{"## Thanks\n", "## Thanks\n\n## Mine\n\nm\n\n## Theirs\n\nt\n"}},
		{"one removes a section, the other moves it away from the end",
			[]string{"\n## Thanks\n", ""},
			[]string{"I asked why.", "I asked him why."},
			[]string{"\n## Thanks\n", "", "I asked why.", "I asked him why."}},
		{"entries of a list, and links follow",
			[]string{"  - know which", "  - come home in time\n  - know which", "meets: need 1, promise 1", "meets: need 2, promise 1, need 1", "meets: need 2\n", "meets: need 3\n"},
			[]string{"  - get marketing to agree\n", "  - get marketing to agree\n  - hear a story\n", "on Monday #howto", "on Monday #howto #need3"},
			[]string{"  - know which", "  - come home in time\n  - know which", "meets: need 1, promise 1", "meets: need 2, promise 1, need 1", "meets: need 2\n", "meets: need 3\n",
				"  - get marketing to agree\n", "  - get marketing to agree\n  - hear a story\n", "on Monday #howto", "on Monday #howto #need4"}},
		{"a link to an entry that the other side removes keeps it",
			[]string{"  - get marketing to agree\n", "", "meets: need 2\n", ""},
			[]string{"gives: the reason\nmeets: need 1", "gives: the reason\nmeets: need 1, need 2"},
			[]string{"gives: the reason\nmeets: need 1", "gives: the reason\nmeets: need 1, need 2", "meets: need 2\n", ""}},
		{"the same change on both sides",
			[]string{"I asked why.", "I asked him why.", "slot: 20m", "slot: 25m", "title: Belts", "title: A"},
			[]string{"I asked why.", "I asked him why.", "slot: 20m", "slot: 25m", "## Thanks", "## Thank you"},
			[]string{"I asked why.", "I asked him why.", "slot: 20m", "slot: 25m", "title: Belts", "title: A", "## Thanks", "## Thank you"}},
	}
	for _, tt := range tests {
		for _, nl := range []string{"\n", "\r\n", "\r"} {
			t.Run(fmt.Sprintf("%s %q", tt.name, nl), func(t *testing.T) {
				with := func(replacements []string) string {
					return strings.ReplaceAll(change(t, shared, replacements...), "\n", nl)
				}
				m := Merge([]byte(strings.ReplaceAll(shared, "\n", nl)), []byte(with(tt.ours)), []byte(with(tt.theirs)))
				if got, want := string(m.Bytes(nil)), with(tt.wants); got != want || len(m.Conflicts()) > 0 {
					t.Errorf("%d conflicts and\n%s\nwant\n%s", len(m.Conflicts()), got, want)
				}
			})
		}
	}
}

func TestMerge_Conflicts(t *testing.T) {
	tests := []struct {
		name         string
		ours, theirs []string
		want         Conflict
	}{
		{"the same line",
			[]string{"I asked why.", "I asked him why."}, []string{"I asked why.", "I asked her why."},
			Conflict{Section: "Why nobody wore them", Base: "I asked why.\n", Ours: "I asked him why.\n", Theirs: "I asked her why.\n"}},
		{"the same title",
			[]string{"title: Belts", "title: A"}, []string{"title: Belts", "title: B"},
			Conflict{Key: "title", Base: "title: Belts\n", Ours: "title: A\n", Theirs: "title: B\n"}},
		{"the same entry",
			[]string{"get marketing to agree", "get marketing to nod"}, []string{"get marketing to agree", "get marketing to say yes"},
			Conflict{Key: "needs", Base: "  - get marketing to agree\n", Ours: "  - get marketing to nod\n", Theirs: "  - get marketing to say yes\n"}},
		{"the same heading",
			[]string{"## Thanks", "## Bye"}, []string{"## Thanks", "## Thanks to Ann"},
			Conflict{Section: "Bye", Base: "## Thanks\n", Ours: "## Bye\n", Theirs: "## Thanks to Ann\n"}},
		{"changed here, removed there",
			[]string{"on Monday", "on Tuesday"}, []string{section2 + "\n", ""},
			Conflict{Section: "The question to ask", Base: section2 + "\n", Ours: change(t, section2, "on Monday", "on Tuesday") + "\n"}},
		{"removed here, changed there",
			[]string{section2 + "\n", ""}, []string{"on Monday", "on Tuesday"},
			Conflict{Section: "The question to ask", Base: section2 + "\n", Theirs: change(t, section2, "on Monday", "on Tuesday") + "\n"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ours, theirs := change(t, shared, tt.ours...), change(t, shared, tt.theirs...)
			m := Merge([]byte(shared), []byte(ours), []byte(theirs))
			if got := m.Conflicts(); tt.name != "the same heading" && (len(got) != 1 || got[0] != tt.want) {
				t.Fatalf("conflicts %+v, want %+v", got, tt.want)
			}
			if tt.name == "the same heading" {
				return // a title of one word that both replace is another section; see below
			}
			if got := string(m.Bytes(func(int) Choice { return Ours })); got != ours {
				t.Errorf("with ours it is\n%s", got)
			}
			if got := string(m.Bytes(func(int) Choice { return Theirs })); got != theirs {
				t.Errorf("with theirs it is\n%s", got)
			}
			marked, at := m.Marked("ours", "theirs")
			want := "<<<<<<< ours\n" + tt.want.Ours + "=======\n" + tt.want.Theirs + ">>>>>>> theirs\n"
			if !strings.Contains(string(marked), want) {
				t.Errorf("marked:\n%s", marked)
			}
			if line := strings.Split(string(marked), "\n")[at[0]-1]; len(at) != 1 || line != "<<<<<<< ours" {
				t.Errorf("line %v is %q", at, line)
			}
		})
	}
}

// A side that only changed how its lines end changed no line.
func TestMerge_LineEndings(t *testing.T) {
	ours := strings.ReplaceAll(change(t, shared, "I asked why.", "I asked him why."), "\n", "\r\n")
	theirs := change(t, shared, "on Monday", "on Tuesday")
	want := strings.ReplaceAll(change(t, shared, "I asked why.", "I asked him why.", "on Monday", "on Tuesday"), "\n", "\r\n")
	for range 2 {
		m := Merge([]byte(shared), []byte(ours), []byte(theirs))
		if got := string(m.Bytes(nil)); got != want || len(m.Conflicts()) > 0 {
			t.Errorf("%v\n%q\nwant\n%q", m.Conflicts(), got, want)
		}
		ours, theirs = theirs, ours
	}
}

func TestMerge_Ends(t *testing.T) {
	for _, tt := range [][4]string{ // base, ours, theirs, merged
		{"", "## a\n", "", "## a\n"},
		{"# t", "# t\n\n## a", "# t2", "# t2\n\n## a"},
		{"## a", "## a\n\n## b", "\ufeff## a", "\ufeff## a\n\n## b"},
		{"## a\n\nx", "## a\n\nx\n", "## a\n\nx\n\n## b\n\ny", "## a\n\nx\n\n## b\n\ny\n"},
		{"## a\n\n## b\n", "## b\n\n## a\n", "## a\n\none\n\n## b\n", "## b\n\n## a\n\none\n"},
		{"text\n", "text\n\n## a\n", "other\n", "other\n\n## a\n"},
		{"## a\n", "---\ntitle: x\n---\n## a\n", "## a\n\nmore\n", "---\ntitle: x\n---\n## a\n\nmore\n"},
		{"---\nneeds: [a, b]\n---\n", "---\nneeds: [a, b, c]\n---\n", "---\nneeds: [z, a, b]\n---\n", "---\nneeds: [z, a, b, c]\n---\n"},
	} {
		m := Merge([]byte(tt[0]), []byte(tt[1]), []byte(tt[2]))
		if got := string(m.Bytes(nil)); got != tt[3] || len(m.Conflicts()) > 0 {
			t.Errorf("%q, %q, %q: %q with %v, want %q", tt[0], tt[1], tt[2], got, m.Conflicts(), tt[3])
		}
	}
}

// writer makes edits that each write a word that nothing else has.
type writer struct {
	*rand.Rand
	side string
	n    int
}

func (w *writer) word() string {
	w.n++
	return fmt.Sprintf("%s%dx", w.side, w.n)
}

func (w *writer) text() string {
	words := []string{"we", "ask", "why", "nobody", "wore", "them", "on", "the", "road"}
	w.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	return strings.Join(words[:2+w.IntN(5)], " ") + " " + w.word()
}

// edit makes one random edit, as a person does in the window.
func (w *writer) edit(d *markdown.Document) markdown.Edit {
	sections := d.Talk().Sections
	number := 1 + w.IntN(max(len(sections), 1))
	lists := []markdown.List{markdown.ListNeeds, markdown.ListPromises, markdown.ListTruths}
	list := lists[w.IntN(3)]
	entries := map[markdown.List]int{markdown.ListNeeds: len(d.Talk().Deal.Needs), markdown.ListPromises: len(d.Talk().Deal.Promises), markdown.ListTruths: len(d.Talk().Deal.Truths)}[list]
	kind := map[markdown.List]talk.LinkKind{markdown.ListNeeds: talk.ToNeed, markdown.ListPromises: talk.ToPromise, markdown.ListTruths: talk.ToTruth}[list]
	switch w.IntN(14) {
	case 0:
		return markdown.AddSection{Number: number, Title: w.text(), Time: time.Duration(w.IntN(5)) * time.Minute}
	case 1:
		return markdown.DeleteSection{Section: number}
	case 2:
		return markdown.MoveSection{From: number, To: 1 + w.IntN(max(len(sections), 1))}
	case 3:
		return markdown.RenameSection{Section: number, Title: w.text()}
	case 4:
		return markdown.RetimeSection{Section: number, Time: time.Duration(1+w.IntN(9)) * time.Minute}
	case 5:
		return markdown.SetGives{Section: number, Text: w.text()}
	case 6:
		return markdown.SetField{Field: []markdown.Field{markdown.FieldTitle, markdown.FieldMessage, markdown.FieldEvent}[w.IntN(3)], Text: w.text()}
	case 7:
		return markdown.AddEntry{List: list, Number: 1 + w.IntN(entries+1), Text: w.text()}
	case 8:
		return markdown.RemoveEntry{List: list, Number: 1 + w.IntN(max(entries, 1))}
	case 9:
		return markdown.MoveEntry{List: list, From: 1 + w.IntN(max(entries, 1)), To: 1 + w.IntN(max(entries, 1))}
	case 10:
		if entries == 0 {
			return markdown.AddEntry{List: list, Number: 1, Text: w.text()}
		}
		return markdown.SetLinks{Section: number, Key: markdown.KeyMeets, Links: []talk.Link{{Kind: kind, Number: 1 + w.IntN(entries)}}}
	}
	if len(sections) == 0 {
		return markdown.AddSection{Number: 1, Title: w.text()}
	}
	s := sections[number-1]
	text := strings.Split(d.BodyText(s), "\n\n")
	at := w.IntN(len(text) + 1)
	switch w.IntN(3) {
	case 0:
		text = slices.Insert(text, at, "- "+w.text()+" #story")
	case 1:
		text = slices.Insert(text, at, w.text()+".")
	default:
		text[min(at, len(text)-1)] = w.text() + "."
	}
	return markdown.SetBody{Section: number, Text: strings.Trim(strings.Join(text, "\n\n"), "\n")}
}

func (w *writer) edited(d *markdown.Document, steps int) *markdown.Document {
	for range steps {
		if next, _, err := w.edit(d).Apply(d); err == nil {
			d = next
		}
	}
	return d
}

var written = regexp.MustCompile(`\b[bot]\d+x\b`)

func wordsWritten(text []byte) map[string]bool {
	out := map[string]bool{}
	for _, w := range written.FindAllString(string(text), -1) {
		out[w] = true
	}
	return out
}

// Random edits on both sides of random talks: nothing that either side wrote
// disappears, what neither changed stays byte for byte, and links lead where
// they led.
func TestMerge_RandomEdits(t *testing.T) {
	clean := 0
	const rounds = 500
	for seed := range uint64(rounds) {
		r := rand.New(rand.NewPCG(seed, 7))
		start := []string{shared, strings.ReplaceAll(shared, "\n", "\r\n"), "", "# t\n\nopening\n\n## a\n"}[r.IntN(4)]
		b := (&writer{r, "b", 0}).edited(markdown.Parse([]byte(start)), r.IntN(25))
		o := (&writer{r, "o", 0}).edited(b, 1+r.IntN(8))
		th := (&writer{r, "t", 0}).edited(b, 1+r.IntN(8))
		m := Merge(b.Bytes(), o.Bytes(), th.Bytes())
		got := m.Bytes(nil)
		complain := func(format string, args ...any) {
			t.Helper()
			t.Errorf("seed %d: %s\nbase:\n%s\nours:\n%s\ntheirs:\n%s\nmerged:\n%s", seed, fmt.Sprintf(format, args...), b.Bytes(), o.Bytes(), th.Bytes(), got)
		}

		inB, inO, inT, inM := wordsWritten(b.Bytes()), wordsWritten(o.Bytes()), wordsWritten(th.Bytes()), wordsWritten(got)
		for _, side := range []map[string]bool{inO, inT} {
			for w := range side {
				if !inB[w] && !inM[w] {
					complain("%s, which one side wrote, is lost", w)
				}
			}
		}
		for w := range inB {
			if inO[w] && inT[w] && !inM[w] {
				complain("%s, which neither side took away, is lost", w)
			}
		}
		for _, s := range b.Talk().Sections {
			if text := strings.TrimRight(b.Talk().Text(s.Span), "\r\n"); !strings.Contains(text, "meets:") && !strings.Contains(text, "after:") &&
				strings.Contains(string(o.Bytes()), text) && strings.Contains(string(th.Bytes()), text) && !strings.Contains(string(got), text) {
				complain("a section that neither side changed has changed:\n%s", text)
			}
		}
		if len(m.Conflicts()) == 0 {
			clean++
			have, was := links(markdown.Parse(got)), links(b)
			for _, side := range []*markdown.Document{o, th} {
				for section, entries := range links(side) {
					for entry := range entries {
						// Under a new title every link looks new; those are not ours to judge.
						if was[section] != nil && !was[section][entry] && have[section] != nil && !have[section][entry] {
							complain("the link of %q to %q is lost", section, entry)
						}
					}
				}
			}
		}
		if t.Failed() {
			return
		}
	}
	t.Logf("%d of %d without a conflict", clean, rounds)
	if clean < rounds/4 {
		t.Errorf("only %d of %d merged without a conflict", clean, rounds)
	}
}

// links are the links of sections by their titles and by the texts of what they meet.
func links(d *markdown.Document) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, s := range d.Talk().Sections {
		out[s.Title] = map[string]bool{}
		for _, l := range s.Meets {
			if entries := d.Talk().Deal.Entries(l.Kind); l.Number <= len(entries) {
				out[s.Title][entries[l.Number-1].Text] = true
			}
		}
	}
	return out
}

// FuzzMerge shows the laws of merging for any three files.
func FuzzMerge(f *testing.F) {
	f.Add(shared, strings.Replace(shared, "why", "how", 1), strings.Replace(shared, "Monday", "Tuesday", 1))
	f.Add("## a\n\nx\n\n## b\n", "## b\n\n## a\n\nx", "## a\n\ny\n")
	f.Add("---\nneeds: [a, b]\n---\n", "---\nneeds:\n  - a\n---\n", "---\nneeds: c\n")
	f.Add("A\ra\r\n\n```\nAAA", "\ufeff---\n!AA\n---\n", "#\n0\n=\nafter: 1 ") // a section that leans on itself
	f.Add("a\rb\r\n\n```\n## c", "\ufeff---\n: x\n---\n", "# t\n# u\nv\n===\nnew: 3\nafter: 1\n")
	digits := regexp.MustCompile(`\d+`)
	f.Fuzz(func(t *testing.T, base, ours, theirs string) {
		b, o, th := []byte(base), []byte(ours), []byte(theirs)
		for _, law := range []struct {
			base, ours, theirs []byte
			want               string
		}{{b, o, b, ours}, {b, b, o, ours}, {b, o, o, ours}} {
			if m := Merge(law.base, law.ours, law.theirs); string(m.Bytes(nil)) != law.want || len(m.Conflicts()) > 0 {
				t.Fatalf("merge(%q, %q, %q) = %q, want %q", law.base, law.ours, law.theirs, m.Bytes(nil), law.want)
			}
		}
		// Links are renumbered, and the words of a heading or a list in brackets
		// join those of the other side on one line: so words are counted, not lines.
		words := func(text string) map[string]bool {
			out := map[string]bool{}
			for _, w := range strings.FieldsFunc(digits.ReplaceAllString(text, "#"), func(r rune) bool { return strings.ContainsRune(" \t\r\n,[]\ufeff", r) }) {
				out[w] = true
			}
			return out
		}
		m := Merge(b, o, th)
		marked, at := m.Marked("ours", "theirs")
		if len(at) != len(m.Conflicts()) {
			t.Fatalf("%d conflicts at the lines %v", len(m.Conflicts()), at)
		}
		had := words(base)
		for _, got := range [][]byte{m.Bytes(nil), marked} {
			has := words(string(got))
			for _, side := range []string{ours, theirs} {
				for w := range words(side) {
					if !had[w] && !has[w] {
						t.Fatalf("%q is lost: merge(%q, %q, %q) = %q", w, base, ours, theirs, got)
					}
				}
			}
		}
	})
}

func BenchmarkMerge(b *testing.B) {
	var base strings.Builder
	for i := range 60 {
		fmt.Fprintf(&base, "## Section %d (1m)\n\n", i)
		for j := range 15 {
			fmt.Fprintf(&base, "What I say here, %d of %d, is a sentence of ten words.\n\n", j, i)
		}
	}
	ours := strings.ReplaceAll(base.String(), "3 of", "three of")
	theirs := strings.ReplaceAll(base.String(), "8 of", "eight of")
	for b.Loop() {
		if m := Merge([]byte(base.String()), []byte(ours), []byte(theirs)); len(m.Conflicts()) > 0 {
			b.Fatal(m.Conflicts())
		}
	}
}

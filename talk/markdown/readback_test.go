package markdown

import (
	"errors"
	"strings"
	"testing"

	"talkgiver/talk"
)

// fronts are ways in which a value can stand in the front matter.
var fronts = []string{
	"", "\ufeff", "# t\n", "\n\n# t\n", "---\n---\n", "---\n\n---\n", "---\nx: 1\n---\n", "---\r\ntitle: old\r\nx: 1\r\n---\r\n# t\r\n", "---\rtitle: old\r---\r", "---\n  title: old\n  x: 1\n---\n",
	"---\ntitle: old # why\nx: 1\n---\n", "---\ntitle: \"old \\\" one\" # why\n---\n", "---\ntitle: 'it''s'\n---\n", "---\ntitle: |\n  old\n  one\n\nx: 1\n---\n",
	"---\ntitle: >-\n  old\n\n  one\n# comment\nx: 1\n---\n", "---\ntitle: old\n  goes on\nx: 1\n---\n", "---\ntitle: [a, b]\n---\n", "---\ntitle:\n  - a\n  - b\nx: 1\n---\n",
	"---\ntitle: {a: b}\n---\n", "---\ntitle:\nx: 1\n---\n", "---\ntitle: \nx: 1\n---", "---\ntitle:   # only a comment\nx: 1\n---\n", "---\ntitle: &a old\nx: *a\n---\n", "---\ntitle: !!str 12\n---\n",
	"---\ntitle: a: b\n---\n", "---\ntitle: \"open\nx: 1\n---\n", "---\n\"title\": old\n---\n", "---\ntitle : old\n---\n", "---\ntitle: old\ntitle: second\n---\n", "---\nx: [\n---\n",
	"---\n# a comment\n\n# another\n---\n", "---\ntitle: -\n---\n", "---\ntitle: \"\"\n---\n", "---\ntitle: 'a\n  b'\nx: 1\n---\n", "---\ntitle:\n  old\nx: 1\n---\n", "---\ntitle: ü\u0085b\n---\n", "---\ntitle: \tx\n---\n",
	"---\ntitle: a\u2028b\nneeds: [\"ü\", 'b']\n---\n", "---\ntitle: \xff\n---\n", "---\ntitle: x\x00y\n---\n", "---\ntitle: ~\n---\n", "---\ntitle: null\n---\n", "---\ntitle: # c\n  x\n---\n",
}

func TestFieldReadsBack(t *testing.T) {
	refused := 0 // what a heading cannot hold, such as a comment
	for _, front := range fronts {
		for _, text := range texts {
			d := Parse([]byte(front))
			after, err := reversible(d, SetField{FieldTitle, text})
			if d.titledByHeading() {
				if failed := new(EditError); errors.As(err, &failed) && failed.Key == NotReadAgain {
					refused++
				} else if got, _ := after.Field(FieldTitle); err != nil || got != headingText(text) || after.Talk().Deal.Title.Given() {
					t.Errorf("%q title %q reads as %q: %v\n%q", front, text, got, err, after.Bytes())
				}
				continue
			}
			if err != nil {
				t.Errorf("%q title %q: %v", front, text, err)
				continue
			}
			if got, want := after.Talk().Deal.Title.Text, scalarText(text); got != want && !refuses(d, SetField{FieldTitle, text}) {
				t.Errorf("%q title %q reads as %q:\n%q", front, text, got, after.Bytes())
			}
			if strings.Contains(front, "x: 1") && !strings.Contains(string(after.Bytes()), "x: 1") {
				t.Errorf("%q title %q took another key away:\n%q", front, text, after.Bytes())
			}
			if strings.Contains(front, "# why") && scalarText(text) != "" && !strings.Contains(string(after.Bytes()), "# why") {
				t.Errorf("%q title %q took a comment away:\n%q", front, text, after.Bytes())
			}
		}
	}
	if refused > len(texts)/4 {
		t.Errorf("a heading refuses %d titles of %d", refused, len(texts))
	}
}

func refuses(d *Document, e Edit) bool {
	_, _, err := e.Apply(d)
	return err != nil
}

// listFronts are ways in which a list can stand in the front matter.
var listFronts = []string{
	"", "---\nneeds:\n---\n", "---\nneeds: one\n---\n", "---\nneeds: [one, \"two, too\"]\nx: 1\n---\n", "---\nneeds: [\n  one,\n  two,\n]\nx: 1\n---\n", "---\nneeds:\n  - one\n  - two\n  - three\nx: 1\n---\n",
	"---\nneeds:\n- one\n- two\nx: 1\n---\n", "---\r\nneeds:\r\n  - one\r\n  - two\r\n---\r\n", "---\nneeds:\n  # first\n  - one # why\n  # second\n\n  - \"two: 2\"\n  # end\nx: 1\n---\n",
	"---\nneeds:\n  - one: a\n  - two\n    goes on\n  - [x, y]\n  -\n  - - nested\n---\n", "---\nneeds:\n  - >-\n    one\n    more\n  - |\n    two\nx: 1\n---\n", "---\nneeds: []\n---\n", "---\nneeds: [ ]\nx: 1\n---\n",
	"---\nneeds: {a: b}\n---\n", "---\nneeds: |\n  one\n---\n", "---\nneeds: 'one'\n---\n", "---\nneeds:\n    - one\n    -   two\n---", "---\nneeds: [one]\nneeds: [two]\n---\n", "---\nneeds:\n  - a - b\n  - -\n  - c\n---\n",
	"---\nneeds:\n  -\n    one\n  -\n    two\n---\n", "---\nneeds: # why\n  - one\n---\n", "---\nneeds: [one, two] # why\n---\n", "---\nneeds: [[a, b], c]\n---\n", "---\nneeds: [a: b, c]\n---\n", "---\nneeds: \"[one]\"\n---\n",
	"---\nneeds: &x\n  - one\nb: *x\n---\n", "---\nneeds: [\"a]\", 'b]'] # ]\n---\n", "---\nneeds: one, two\n---\n",
}

func TestEntriesReadBack(t *testing.T) {
	for _, front := range listFronts {
		d := Parse([]byte(front))
		before := entryTexts(d)
		for n := 0; n <= len(before)+1; n++ {
			for i := n % fewer; i < len(texts); i += fewer {
				text := texts[i]
				word := scalarText(text)
				if n > 0 {
					want := append(append(append([]string(nil), before[:n-1]...), word), before[n-1:]...)
					entriesAre(t, d, AddEntry{ListNeeds, n, text}, want)
				}
				if n > 0 && n <= len(before) {
					want := append([]string(nil), before...)
					want[n-1] = word
					entriesAre(t, d, SetEntry{ListNeeds, n, text}, want)
				}
			}
			if n > 0 && n <= len(before) {
				entriesAre(t, d, RemoveEntry{ListNeeds, n}, append(append([]string(nil), before[:n-1]...), before[n:]...))
				for to := 1; to <= len(before); to++ {
					want := append(append([]string(nil), before[:n-1]...), before[n:]...)
					want = append(want[:to-1:to-1], append([]string{before[n-1]}, want[to-1:]...)...)
					entriesAre(t, d, MoveEntry{ListNeeds, n, to}, want)
				}
			}
		}
	}
}

func entryTexts(d *Document) []string {
	var list []string
	for _, v := range d.Talk().Deal.Needs {
		list = append(list, v.Text)
	}
	return list
}

func entriesAre(t *testing.T, d *Document, e Edit, want []string) {
	t.Helper()
	after, err := reversible(d, e)
	if err != nil {
		t.Errorf("%q %#v: %v", d.Bytes(), e, err)
		return
	}
	if refuses(d, e) {
		t.Errorf("%q %#v is refused", d.Bytes(), e)
		return
	}
	if got := entryTexts(after); strings.Join(got, "\x00|") != strings.Join(want, "\x00|") || len(got) != len(want) {
		t.Errorf("%q %#v\n got %q\nwant %q\n%q", d.Bytes(), e, got, want, after.Bytes())
	}
	for _, keep := range []string{"x: 1", "# why", "# first", "# end"} {
		if strings.Contains(string(d.Bytes()), keep) && !strings.Contains(string(after.Bytes()), keep) {
			if _, removes := e.(RemoveEntry); !removes {
				t.Errorf("%q %#v took %q away:\n%q", d.Bytes(), e, keep, after.Bytes())
			}
		}
	}
}

func TestGivesReadsBack(t *testing.T) {
	for _, start := range []string{"## a", "## a\n", "a\n---\n", "## a\ngives:\n", "## a\ngives: old <!-- silence x: y -->\n", "## a\r\nmeets: need 1\r\ntext", "## a\n- b\n\n## c\n", "## a\n===\n"} {
		for _, text := range texts {
			d := Parse([]byte(start))
			e := SetGives{1, text}
			after, err := reversible(d, e)
			if err != nil {
				t.Errorf("%q %q: %v", start, text, err)
				continue
			}
			if refuses(d, e) {
				if !strings.Contains(text, "<!--") && !strings.Contains(text, "-->") {
					t.Errorf("%q %q is refused", start, text)
				}
				continue
			}
			if got := after.Talk().Sections[0].Gives.Text; got != scalarText(text) {
				t.Errorf("%q %q reads as %q: %q", start, text, got, after.Bytes())
			}
		}
	}
}

// bodies are the files into which texts are typed.
var bodies = []string{
	"## a\n\nold\n\n## b\ngives: x\n\nrest\n", "## a\n## b\n", "## a\ngives: x\n\nold\n\n## b\n", "## a\ngives: x\nold\n## b\n", "## a", "## a\r\n\r\nold\r\n\r\n## b\r\n", "a\n---\nold\n\nb\n---\n", "old\n\n## b\n", "# t\n\nold\n\n## b\n",
	"---\ntitle: x\n---\nold\n## b\n", "", "## a\nold\n===\n", "## a\n\n\n\n## b\n", "## a\n\n- old\n\n## b\n\n[ref]: there\n", "\ufeffold\n\n## b\n",
}

// traps are texts that mean something else while they are typed.
var traps = []string{
	"```go\n# no heading\n```\nafter", "~~~\nx\n~~~", "<!-- a comment\n\n## not a section\n-->\nafter", "text\n---\nmore", "text\n===\nmore", "- a\n- b\n\n  c\n- d", "gives: x\nnew: 4\n\ntext", "### slide (2m)\n\ntext",
	"| a | b |\n|---|---|\n| 1 | 2 |\n#demo\ntext", "<script>\nx\n</script>\ny", "<div>\nx\n</div>\n\ny", "    code\n\ntext", "> q\n#evidence\n\ntext", "<!-- say -->\n\n- x\n\n<!-- /say -->\n\ny",
	"text\n\n---\n\nmore", "a\n\n\n\nb", "<?php\nx\n?>", "<![CDATA[\nx\n]]>", "````\n```\n````\nx", "new: 3", "makes sense: yes", "- ```\n  x\n  ```\n", "1. a\n   ~~~\n   b\n", "<pre>\n\n# x\n</pre>", "\\# not\n\n*a*", "text\n-\nx", "<!DOCTYPE x>\ny", "<!A\nb>\nc",
}

func TestBodyReadsBack(t *testing.T) {
	all := append(append([]string(nil), texts...), traps...)
	for _, start := range bodies {
		for _, text := range all {
			d := Parse([]byte(start))
			e := SetBody{1, text}
			after, err := reversible(d, e)
			if err != nil {
				t.Errorf("%q %q: %v", start, text, err)
				continue
			}
			if refuses(d, e) {
				if len(d.Talk().Sections) > 0 {
					t.Errorf("%q %q is refused", start, text)
				}
				continue
			}
			if len(after.Talk().Sections) != len(d.Talk().Sections) || after.Talk().Sections[0].Level != d.Talk().Sections[0].Level || after.Talk().Heading.Level != d.Talk().Heading.Level {
				continue // the text has headings of its own
			}
			got, want := after.BodyText(after.Talk().Sections[0]), trimBlankLines(oneEnding(text))
			if got != want && !closed(got, want) {
				t.Errorf("%q %q reads as %q:\n%q", start, text, got, after.Bytes())
			}
		}
	}
}

// closed reports whether got is want with a line that closes what it left open.
func closed(got, want string) bool {
	rest, ok := strings.CutPrefix(got, want+"\n")
	return ok && !strings.Contains(rest, "\n")
}

// TestTyping types texts letter by letter, as a person does: no other section
// is ever lost, and the file ends as if the text had been set at once.
func TestTyping(t *testing.T) {
	for _, start := range bodies {
		for _, text := range append([]string{"a\n- b\n- c", "A sentence.\n\nAnother: one #story"}, traps...) {
			d := Parse([]byte(start))
			if len(d.Talk().Sections) == 0 {
				continue
			}
			rest := tail(d, 1)
			typed := d
			lost := false
			for i := range text {
				after, err := reversible(typed, SetBody{1, text[:i+1]})
				if err != nil {
					t.Errorf("%q typed %q: %v", start, text[:i+1], err)
					break
				}
				typed = after
				if !strings.HasSuffix(tail(typed, 0), rest) {
					t.Errorf("%q typed %q has lost a section:\n%q", start, text[:i+1], typed.Bytes())
					lost = true
					break
				}
				if len(typed.Talk().Sections) != len(d.Talk().Sections) || typed.Talk().Sections[0].Level != d.Talk().Sections[0].Level {
					lost = true // the text began a section of its own: what follows is typed there
					break
				}
			}
			if lost {
				continue
			}
			atOnce, _, err := SetBody{1, text}.Apply(d)
			same := string(atOnce.Bytes()) == string(typed.Bytes())
			if strings.HasPrefix(text, " ") || strings.Contains(start, "old\n## b") {
				// The first letter is a blank body, or some HTML on the way needed
				// a blank line below it: blank lines that were written stay.
				same = withoutBlankLines(atOnce) == withoutBlankLines(typed)
			}
			if err != nil || !same {
				t.Errorf("%q typed %q gives\n%q, at once\n%q (%v)", start, text, typed.Bytes(), atOnce.Bytes(), err)
			}
		}
	}
}

func withoutBlankLines(d *Document) string {
	var kept []string
	for line := range strings.SplitSeq(oneEnding(string(d.Bytes())), "\n") {
		if strings.TrimSpace(line) != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// tail returns the headings and bodies of the sections from the index on.
func tail(d *Document, from int) string {
	var b strings.Builder
	for _, s := range d.Talk().Sections[min(from, len(d.Talk().Sections)):] {
		b.WriteString(d.Talk().Text(talk.Span{Start: s.HeadSpan.Start, End: s.HeadSpan.End}) + "\x00" + d.Talk().Text(s.Body) + "\x00")
	}
	return b.String()
}

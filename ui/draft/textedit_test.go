package draft

import (
	"strings"
	"testing"
)

// marked takes the cursor "‸", or the two ends of a selection, out of a text.
func marked(t testing.TB, text string) (plain string, from, to int) {
	t.Helper()
	from = strings.Index(text, "‸")
	if from < 0 {
		t.Fatalf("no cursor in %q", text)
	}
	text = strings.Replace(text, "‸", "", 1)
	to = from
	if i := strings.Index(text, "‸"); i >= 0 {
		to = i
		text = strings.Replace(text, "‸", "", 1)
	}
	return text, from, to
}

// withMarks puts cursor or selection into a text.
func withMarks(text string, from, to int) string {
	if from == to {
		return text[:to] + "‸" + text[to:]
	}
	return text[:from] + "‸" + text[from:to] + "‸" + text[to:]
}

// check compares what an edit makes of a text.
func (e textEdit) check(t *testing.T, text, want string) {
	t.Helper()
	now := e.apply(text)
	if got := withMarks(now, e.from, e.to); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestEnter(t *testing.T) {
	const plain = "plain"
	tests := map[string]struct{ text, want string }{
		"an item":                {"- one‸", "- one\n- ‸"},
		"a star":                 {"* one‸", "* one\n* ‸"},
		"a plus":                 {"+ one‸\n+ two", "+ one\n+ ‸\n+ two"},
		"in the words":           {"- one ‸two #story", "- one \n- ‸two #story"},
		"before a space":         {"- one‸ two", "- one\n- ‸two"},
		"nested":                 {"- a\n  - one‸", "- a\n  - one\n  - ‸"},
		"a tab":                  {"-\tone‸", "-\tone\n-\t‸"},
		"a number":               {"1. one‸", "1. one\n2. ‸"},
		"a bracket":              {"9) one‸", "9) one\n10) ‸"},
		"numbers behind":         {"1. one‸\n2. two\n3. three", "1. one\n2. ‸\n3. two\n4. three"},
		"numbers of their own":   {"1. one‸\n5. two", "1. one\n2. ‸\n5. two"},
		"all the same number":    {"1. one‸\n1. two", "1. one\n2. ‸\n1. two"},
		"numbers past children":  {"1. one‸\n   - child\n\n2. two\n\ntext", "1. one\n2. ‸\n   - child\n\n3. two\n\ntext"},
		"numbers past text":      {"1. one‸\n\ntext\n\n2. two", "1. one\n2. ‸\n\ntext\n\n2. two"},
		"nine to ten":            {"8. a‸\n9. b\n10. c", "8. a\n9. ‸\n10. b\n11. c"},
		"a task":                 {"- [ ] one‸", "- [ ] one\n- [ ] ‸"},
		"a task that is done":    {"- [x] one‸", "- [x] one\n- [ ] ‸"},
		"an empty item":          {"- one\n- ‸", "- one\n\n‸"},
		"an empty number":        {"1. one\n2. ‸", "1. one\n\n‸"},
		"an empty task":          {"- [ ] one\n- [ ] ‸", "- [ ] one\n\n‸"},
		"only an empty item":     {"- ‸", "‸"},
		"empty, in the middle":   {"- one\n- ‸\n- two", "- one\n\n‸\n- two"},
		"empty and nested":       {"- one\n  - ‸", "- one\n- ‸"},
		"empty, out to numbers":  {"1. one\n   - ‸\n2. two", "1. one\n2. ‸\n3. two"},
		"a marker only":          {"- one\n-‸", "- one\n\n‸"},
		"text of an item":        {"- one\n\n  text‸", "- one\n\n  text\n  ‸"},
		"a selection":            {"- one ‸two‸ three", "- one \n- ‸three"},
		"over two items":         {"- one ‸two\n- th‸ree", "- one \n- ‸ree"},
		"words that are ünicode": {"- über‸ 講演", "- über\n- ‸講演"},
		"before the marker":      {"‸- one", plain},
		"in the marker":          {"-‸ one", plain},
		"a paragraph":            {"one‸", plain},
		"a heading":              {"### one‸", plain},
		"a break":                {"* * *‸", plain},
		"another break":          {"---‸", plain},
		"no list, a minus":       {"-5 degrees‸", plain},
		"no list, a star":        {"*one*‸", plain},
		"a year":                 {"1984 was‸", plain},
		"code":                   {"```\n- one‸\n```", plain},
		"behind code":            {"```\nx\n```\n- one‸", "```\nx\n```\n- one\n- ‸"},
		"in long code":           {"````\n```\n- one‸", plain},
		"nothing":                {"‸", plain},
		"a blank line":           {"one\n  ‸", plain},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			text, from, to := marked(t, test.text)
			edit, ok := enter(text, from, to)
			if ok != (test.want != plain) {
				t.Fatalf("the key is taken: %v", ok)
			}
			if ok {
				edit.check(t, text, test.want)
			}
		})
	}
}

func TestBreakLine(t *testing.T) {
	for text, want := range map[string]string{
		"- one‸":       "- one\n  ‸",
		"10. one‸ two": "10. one\n    ‸two",
		"one‸":         "",
		"‸- one":       "",
	} {
		text, from, to := marked(t, text)
		edit, ok := breakLine(text, from, to)
		if ok != (want != "") {
			t.Fatalf("%q: the key is taken: %v", text, ok)
		}
		if ok {
			edit.check(t, text, want)
		}
	}
}

func TestIndent(t *testing.T) {
	tests := map[string]struct{ text, in, out string }{
		"an item":                {"- a\n- b‸", "- a\n  - b‸", ""},
		"at its beginning":       {"- a\n‸- b", "- a\n  ‸- b", ""},
		"in its words":           {"- a\n- b‸c #story", "- a\n  - b‸c #story", ""},
		"an empty one":           {"- a\n- ‸", "- a\n  - ‸", ""},
		"the first":              {"- ‸a", "", ""},
		"the first below text":   {"text\n\n- ‸a", "", ""},
		"as deep as it goes":     {"- a\n  - b‸", "", "- a\n- b‸"},
		"deeper":                 {"- a\n  - b\n  - c‸", "- a\n  - b\n    - c‸", "- a\n  - b\n- c‸"},
		"with what lies in it":   {"- a\n- b‸\n  - c\n\n  text\n- d", "- a\n  - b‸\n    - c\n\n    text\n- d", ""},
		"out with its children":  {"- a\n  - b‸\n    - c\n- d", "", "- a\n- b‸\n  - c\n- d"},
		"a number":               {"1. a\n2. b‸", "1. a\n   1. b‸", ""},
		"a number out":           {"1. a\n   1. b‸", "", "1. a\n2. b‸"},
		"into numbers":           {"1. a\n   1. x\n2. b‸", "1. a\n   1. x\n   2. b‸", ""},
		"a bullet below numbers": {"1. a\n   - b‸", "", "1. a\n- b‸"},
		"several":                {"- a\n- ‸b\n- c‸\n- d", "- a\n  - ‸b\n  - c‸\n- d", ""},
		"a task":                 {"- [ ] a\n- [x] b‸", "- [ ] a\n  - [x] b‸", ""},
		"past blank lines":       {"- a\n\n- b‸", "- a\n\n  - b‸", ""},
		"a paragraph":            {"one‸", "", ""},
		"text of an item":        {"- a\n\n  text‸", "", ""},
		"code":                   {"```\n- a\n- b‸\n```", "", ""},
		"nothing":                {"‸", "", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			text, from, to := marked(t, test.text)
			for key, want := range map[string]string{"Tab": test.in, "Shift+Tab": test.out} {
				press := indent
				if key == "Shift+Tab" {
					press = outdent
				}
				edit, ok := press(text, from, to)
				if ok != (want != "") {
					t.Errorf("%s is taken: %v", key, ok)
				} else if ok {
					edit.check(t, text, want)
				}
			}
		})
	}
}

func TestEmphasize(t *testing.T) {
	tests := map[string]struct{ text, strong, stressed string }{
		"a selection":       {"so ‸much more‸ here", "so **‸much more‸** here", "so *‸much more‸* here"},
		"a word":            {"so mu‸ch more", "so **‸much‸** more", "so *‸much‸* more"},
		"a word’s end":      {"don’t‸ go", "**‸don’t‸** go", "*‸don’t‸* go"},
		"no word":           {"so ‸ more", "so **‸** more", "so *‸* more"},
		"nothing":           {"‸", "**‸**", "*‸*"},
		"strong words":      {"so **‸much‸** here", "so ‸much‸ here", "so ***‸much‸*** here"},
		"strong, with it":   {"so ‸**much**‸ here", "so ‸much‸ here", "so ***‸much‸*** here"},
		"in a strong word":  {"so **mu‸ch** here", "so ‸much‸ here", "so ***‸much‸*** here"},
		"stressed words":    {"so *‸much‸* here", "so ***‸much‸*** here", "so ‸much‸ here"},
		"both":              {"so ***‸much‸*** here", "so *‸much‸* here", "so **‸much‸** here"},
		"with spaces":       {"so‸ much ‸here", "so **‸much‸** here", "so *‸much‸* here"},
		"an item":           {"‸- one two‸", "- **‸one two‸**", "- *‸one two‸*"},
		"a star as bullet":  {"* o‸ne", "* **‸one‸**", "* *‸one‸*"},
		"a heading":         {"‸### one‸", "### **‸one‸**", "### *‸one‸*"},
		"over lines":        {"- o‸ne\n- two\n\nth‸ree", "- o**‸ne**\n- **two**\n\n**th‸**ree", "- o*‸ne*\n- *two*\n\n*th‸*ree"},
		"over lines, off":   {"‸- **one**\n- **two**‸", "- ‸one\n- two‸", "- ***‸one***\n- ***two‸***"},
		"over lines, half":  {"‸- **one**\n- two‸", "- **‸one**\n- **two‸**", "- ***‸one***\n- *two‸*"},
		"only white space":  {"one ‸  ‸ two", "one ‸  ‸ two", "one ‸  ‸ two"},
		"letters that join": {"e‸\u0301tude 👩🏽‍🚀", "**‸e\u0301tude‸** 👩🏽‍🚀", "*‸e\u0301tude‸* 👩🏽‍🚀"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			text, from, to := marked(t, test.text)
			emphasize(text, from, to, "**").check(t, text, test.strong)
			emphasize(text, from, to, "*").check(t, text, test.stressed)
		})
	}
}

func TestPaste(t *testing.T) {
	tests := map[string]struct{ text, clip, want string }{
		"words":                      {"so ‸ more", "much", "so much‸ more"},
		"over a selection":           {"so ‸little‸ more", "much", "so much‸ more"},
		"spaces that are none":       {"‸", "10\u00a0km\ufeff", "10 km‸"},
		"one line with its ending":   {"a‸", "b\r\n", "ab\n‸"},
		"lines":                      {"‸", "one\r\ntwo\rthree", "one\ntwo\nthree‸"},
		"bullets of a document":      {"‸", "•\u00a0one\r\n•\ttwo\r\n", "- one\n- two‸"},
		"bullets in bullets":         {"‸", "• one\n  ◦ two\n• three", "- one\n  - two\n- three‸"},
		"dashes that make a list":    {"‸", "– one\n– two", "- one\n- two‸"},
		"a dash that speaks":         {"‸", "– Really?\nYes.", "– Really?\nYes.‸"},
		"the list’s own bullet":      {"* a\n\n‸", "- one\n- two", "* a\n\n* one\n* two‸"},
		"into an empty item":         {"* a\n* ‸", "- one\n- two", "* a\n* one\n* two‸"},
		"behind an item":             {"- a ‸", "• one\n• two", "- a one\n- two‸"},
		"lines into an item":         {"- a\n- ‸\n- b", "one\ntwo", "- a\n- one\n- two‸\n- b"},
		"lines into a deeper item":   {"- a\n  - ‸", "one\ntwo", "- a\n  - one\n  - two‸"},
		"depth stays":                {"- ‸", "* one\n  * two\n* three", "- one\n  - two\n- three‸"},
		"numbers count on":           {"1. a\n2. ‸\n3. b", "one\ntwo", "1. a\n2. one\n3. two‸\n4. b"},
		"tasks":                      {"- [ ] a\n- [ ] ‸", "one\ntwo", "- [ ] a\n- [ ] one\n- [ ] two‸"},
		"paragraphs into an item":    {"- ‸", "one\n\ntwo", "- one\n\ntwo‸"},
		"a list behind words":        {"words‸", "- one\n- two", "words\n\n- one\n- two‸"},
		"numbers stay numbers":       {"‸", "1) one\n2) two", "1) one\n2) two‸"},
		"a heading":                  {"‸", "## New\n\n• one\n• two\n", "## New\n\n- one\n- two‸"},
		"a break is no bullet":       {"‸", "one\n\n* * *\n\ntwo", "one\n\n* * *\n\ntwo‸"},
		"code in what is pasted":     {"‸", "```\n* a\n```\n* b", "```\n* a\n```\n- b‸"},
		"into code":                  {"```\n‸\n```", "* a\n* b", "```\n* a\n* b‸\n```"},
		"blank lines at the end":     {"‸", "one\ntwo\n\n\n", "one\ntwo‸"},
		"bytes that are no text":     {"‸", "a\xffb\x00", "a\uFFFDb‸"},
		"a selection over two lines": {"- o‸ne\n- tw‸o", "x", "- ox‸o"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			text, from, to := marked(t, test.text)
			paste(text, from, to, test.clip).check(t, text, test.want)
		})
	}
}

// Whatever is in a text and wherever the cursor is: the edits are whole, and
// keep the cursor inside of the text.
func FuzzTextEdits(f *testing.F) {
	f.Add("- one\n- two\n  1. three\n\ntext **bold** ", 3, 9, "• a\n• b")
	f.Add("```\n- a\n```\n10) x\n11) y", 14, 14, "## new\n- [ ] z")
	f.Fuzz(func(t *testing.T, text string, from, to int, clip string) {
		text = strings.ToValidUTF8(text, "?")
		onLetter := func(at int) int {
			at = min(max(at, 0), len(text))
			for at > 0 && at < len(text) && text[at]&0xC0 == 0x80 {
				at--
			}
			return at
		}
		from, to = onLetter(from), onLetter(to)
		from, to = min(from, to), max(from, to)
		edits := []textEdit{emphasize(text, from, to, "**"), emphasize(text, from, to, "*"), paste(text, from, to, clip)}
		for _, press := range []func(string, int, int) (textEdit, bool){enter, breakLine, indent, outdent} {
			if e, ok := press(text, from, to); ok {
				edits = append(edits, e)
			}
		}
		for i, e := range edits {
			now := e.apply(text)
			if e.from < 0 || e.from > e.to || e.to > len(now) {
				t.Fatalf("edit %d of %q at %d to %d selects %d to %d of %q", i, text, from, to, e.from, e.to, now)
			}
			if strings.ToValidUTF8(now, "?") != now {
				t.Fatalf("edit %d of %q gives %q", i, text, now)
			}
		}
	})
}

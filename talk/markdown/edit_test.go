package markdown

import (
	"errors"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
)

// TestEdits shows every edit as bytes before and bytes after, with LF, and that
// a file with CRLF gets the same with CRLF.
func TestEdits(t *testing.T) {
	for _, c := range []struct {
		name, before string
		edit         Edit
		after        string // empty when the edit is refused
	}{
		// The deal.
		{"a field of a file without front matter", "# T\n", SetField{FieldSlot, "20m"}, "---\nslot: 20m\n---\n\n# T\n"},
		{"a field of an empty file", "", SetField{FieldTitle, "T"}, "---\ntitle: T\n---\n"},
		{"a new field goes where a deal tells it", "---\ntitle: T\nslot: 20m\nx: 1\n---\n", SetField{FieldEvent, "E"}, "---\ntitle: T\nevent: E\nslot: 20m\nx: 1\n---\n"},
		{"a title that is the heading", "# Bread\n\n## One\n", SetField{FieldTitle, "Rye (5m)"}, "# Rye \\(5m)\n\n## One\n"},
		{"the heading keeps its tags", "---\nslot: 20m\n---\n# Bread #story\n", SetField{FieldTitle, "Rye *bread*"}, "---\nslot: 20m\n---\n# Rye *bread* #story\n"},
		{"the heading emptied", "# Bread\n\n## One\n", SetField{FieldTitle, ""}, "# \n\n## One\n"},
		{"the empty heading gets a title", "#\n\n## One\n", SetField{FieldTitle, "Rye"}, "# Rye\n\n## One\n"},
		{"an underlined heading", "Bread\n=====\n\ntext\n", SetField{FieldTitle, "Rye"}, "Rye\n=====\n\ntext\n"},
		{"an underlined heading emptied", "Bread\n=====\n\ntext\n", SetField{FieldTitle, ""}, "#\n\ntext\n"},
		{"a title that waits, and a heading", "---\ntitle:\n---\n# Bread\n", SetField{FieldTitle, "Rye"}, "---\ntitle:\n---\n# Rye\n"},
		{"title and heading say the same", "---\ntitle: Bread\n---\n# Bread\n", SetField{FieldTitle, "Rye"}, "---\ntitle: Rye\n---\n# Rye\n"},
		{"title and heading differ", "---\ntitle: Rye\n---\n# Bread\n", SetField{FieldTitle, "Oats"}, "---\ntitle: Oats\n---\n# Bread\n"},
		{"the heading stands in the opening", "Good evening.\n\n# Bread\n\n## One\n", SetField{FieldTitle, "Rye"}, "Good evening.\n\n# Rye\n\n## One\n"},
		{"a new field before all others", "---\n# why\nslot: 20m\n---\n", SetField{FieldTitle, "T"}, "---\n# why\ntitle: T\nslot: 20m\n---\n"},
		{"a changed field keeps its comment", "---\ntitle: T # why\nslot: 20m\n---\n", SetField{FieldTitle, "U"}, "---\ntitle: U # why\nslot: 20m\n---\n"},
		{"an emptied field takes its line away", "---\ntitle: T\nslot: 20m\n---\n", SetField{FieldTitle, " "}, "---\nslot: 20m\n---\n"},
		{"the same text changes nothing", "---\ntitle: \"T\"\n---\n", SetField{FieldTitle, "T"}, "---\ntitle: \"T\"\n---\n"},
		{"a text that YAML would misread is quoted", "---\ntitle: T\n---\n", SetField{FieldTitle, "a: b # c"}, "---\ntitle: \"a: b # c\"\n---\n"},
		{"front matter that cannot be read is left alone", "---\nhello\n---\n", SetField{FieldTitle, "T"}, ""},

		{"the first entry of a list", "---\ntitle: T\n---\n", AddEntry{ListNeeds, 1, "n"}, "---\ntitle: T\nneeds:\n  - n\n---\n"},
		{"an entry at the end", "---\nneeds:\n  - a # why\nslot: 20m\n---\n", AddEntry{ListNeeds, 2, "b"}, "---\nneeds:\n  - a # why\n  - b\nslot: 20m\n---\n"},
		{"an entry in front, and links follow", "---\nneeds:\n  - a\n---\n## S #need1\nmeets: need 1, promise 1\n\n- x #need1 #story\n", AddEntry{ListNeeds, 1, "b"}, "---\nneeds:\n  - b\n  - a\n---\n## S #need2\nmeets: need 2, promise 1\n\n- x #need2 #story\n"},
		{"an entry of a list on one line", "---\nneeds: [a, b] # why\n---\n", AddEntry{ListNeeds, 2, "x, y"}, "---\nneeds: [a, \"x, y\", b] # why\n---\n"},
		{"a word of words with commas", "---\nknows: API, CI\n---\n", AddEntry{ListKnows, 3, "SRE"}, "---\nknows: API, CI, SRE\n---\n"},
		{"no entry beyond the end", "---\nneeds: [a]\n---\n", AddEntry{ListNeeds, 3, "b"}, ""},
		{"an entry's text", "---\nneeds:\n  # first\n  - a # why\n  - b\n---\n", SetEntry{ListNeeds, 1, "c"}, "---\nneeds:\n  # first\n  - c # why\n  - b\n---\n"},
		{"no such entry", "---\nneeds: [a]\n---\n", SetEntry{ListNeeds, 2, "b"}, ""},
		{"a removed entry, its links and those past it", "---\nneeds:\n  - a\n  - b\n  - c\n---\n## S\nmeets: need 1, need 2, need 3, promise 2\n\n- x #need2 #need3\n\n> q\n#need2\n", RemoveEntry{ListNeeds, 2}, "---\nneeds:\n  - a\n  - c\n---\n## S\nmeets: need 1, need 2, promise 2\n\n- x #need2\n\n> q\n"},
		{"the last link goes with its key line", "---\ntruths:\n  - a\n---\n## S\ngives: g\nmeets: truth 1\n\ntext\n", RemoveEntry{ListTruths, 1}, "---\n---\n## S\ngives: g\n\ntext\n"},
		{"a promise is kept and made", "---\npromises: [a, b]\n---\n## S\nmeets: promise 2\nmakes: promise 1, promise 2\n\n- x #keep2 #make1\n", RemoveEntry{ListPromises, 1}, "---\npromises: [b]\n---\n## S\nmeets: promise 1\nmakes: promise 1\n\n- x #keep1\n"},
		{"what is no link stays in the line", "---\nneeds: [a, b]\n---\n## S\nmeets: need 1, whatever, need 2\n", RemoveEntry{ListNeeds, 1}, "---\nneeds: [b]\n---\n## S\nmeets: whatever, need 1\n"},
		{"the same tag twice on a line of its own", "---\nneeds: [a, b]\n---\n> q\n#need1 #need1\n", RemoveEntry{ListNeeds, 1}, "---\nneeds: [b]\n---\n> q\n\n"},
		{"a moved entry, and links follow", "---\nneeds:\n  - a\n  - b # why\n  - c\n---\n## S\nmeets: need 1, need 2, need 3\n", MoveEntry{ListNeeds, 3, 1}, "---\nneeds:\n  - c\n  - a\n  - b # why\n---\n## S\nmeets: need 2, need 3, need 1\n"},
		{"a moved entry further down", "---\nneeds: [a, b, c]\n---\n- x #need1 #need3\n", MoveEntry{ListNeeds, 1, 2}, "---\nneeds: [b, a, c]\n---\n- x #need2 #need3\n"},

		// Sections.
		{"a section at the end", "## A\n\ntext", AddSection{2, "B", 90 * time.Second}, "## A\n\ntext\n\n## B (90s)\n"},
		{"a section between two", "## A\n\ntext\n\n## C\n\n## D\nafter: A, 1, section 2\n", AddSection{2, "B", 0}, "## A\n\ntext\n\n## B\n\n## C\n\n## D\nafter: A, 1, section 3\n"},
		{"the first section of a file", "---\ntitle: T\n---\n", AddSection{1, "A", 0}, "---\ntitle: T\n---\n## A\n"},
		{"no section before the opening", "hello\n", AddSection{1, "A", 0}, ""},
		{"a section behind an open fence", "## A\n\n```\ncode\n", AddSection{2, "B", 0}, ""},
		{"a deleted section, and after-links", "## A\n\na\n\n## B\n\nb\n\n## C\nafter: 1, why, 2\n\n## D\nafter: section 2\nnew: 1\n", DeleteSection{2}, "## A\n\na\n\n## C\nafter: section 1, why\n\n## D\nnew: 1\n"},
		{"a moved section", "## A\n\na\n\n## B\nafter: 1\n\nb\n", MoveSection{2, 1}, "## B\nafter: 2\n\nb\n\n## A\n\na\n"},
		{"the last section without a line ending", "## A\n\n## B", MoveSection{1, 2}, "## B\n\n## A"},
		{"an opening stays first", "hello\n\n## A\n", MoveSection{2, 1}, ""},
		{"a copy", "## A (4m)\n\na\n\n## B\nafter: 1, 2\n", DuplicateSection{1}, "## A (4m)\n\na\n\n## A (4m)\n\na\n\n## B\nafter: section 1\n"},
		{"a copy of the last", "## A\n\na", DuplicateSection{1}, "## A\n\na\n\n## A\n\na"},
		{"a split", "## A\n\none\n\ntwo\n\n## B\nafter: 1, 2\n", SplitSection{1, 5, "New"}, "## A\n\none\n\n## New\n\ntwo\n\n## B\nafter: section 1\n"},
		{"two joined", "## A (2m)\ngives: a\nmeets: need 1\n\none\n\n## B (90s) #core\ngives: b\nmeets: need 1, need 2\n\ntwo\n\n## C\nafter: 2, 3\n", MergeSection{1}, "## A (3:30)\ngives: a; b\nmeets: need 1, need 2\n\none\n\n### B (90s) #core\n\ntwo\n\n## C\nafter: section 1\n"},
		{"nothing to join with", "## A\n", MergeSection{1}, ""},
		{"a title", "## A *b* (4m) #core\n", RenameSection{1, "New `code`"}, "## New `code` (4m) #core\n"},
		{"a title that ends like a time or a tag", "## A (4m)\n", RenameSection{1, "Go (2m)"}, "## Go \\(2m) (4m)\n"},
		{"a title that ends like a tag", "## A\n", RenameSection{1, "Why #story"}, "## Why \\#story\n"},
		{"an underlined heading", "A (4m)\n---\ntext\n", RenameSection{1, "B"}, "B (4m)\n---\ntext\n"},
		{"an opening gets a heading", "hello\n", RenameSection{1, "A"}, "## A\n\nhello\n"},
		{"a time", "## A #core\n", RetimeSection{1, 4 * time.Minute}, "## A (4m) #core\n"},
		{"another time", "## A (4m) #core\n", RetimeSection{1, 150 * time.Second}, "## A (2:30) #core\n"},
		{"no time", "## A (4m) #core\n", RetimeSection{1, 0}, "## A #core\n"},
		{"not a time", "## A (4m)\n", NotATime{1, 1}, "## A \\(4m)\n"},
		{"not a slide's time", "## A\n\n### b (4m)\n", NotATime{1, 2}, "## A\n\n### b \\(4m)\n"},
		{"a section's tag", "## A (4m) #story\n", TagSection{1, "core", true}, "## A (4m) #story #core\n"},
		{"a section's tag taken off", "## A (4m) #story #core\n", TagSection{1, "story", false}, "## A (4m) #core\n"},
		{"no such section", "## A\n", TagSection{2, "core", true}, ""},

		// Key lines.
		{"the first key line", "## A\ntext\n", SetGives{1, "x"}, "## A\ngives: x\ntext\n"},
		{"key lines have an order", "## A\ngives: x\nafter: 1\n", SetAnswer{1, KeyNew, 3}, "## A\ngives: x\nnew: 3\nafter: 1\n"},
		{"a changed key line", "## A\ngives: x\n", SetGives{1, "y"}, "## A\ngives: y\n"},
		{"an emptied key line", "## A\ngives: x\nnew: 1\n", SetGives{1, ""}, "## A\nnew: 1\n"},
		{"links", "## A\n", SetLinks{1, KeyMeets, []talk.Link{{Kind: talk.ToNeed, Number: 1}, {Kind: talk.ToTruth, Number: 2}}}, "## A\nmeets: need 1, truth 2\n"},
		{"no answer", "## A\nnew: 3\n", SetAnswer{1, KeyNew, -1}, "## A\n"},
		{"after", "## A\n\n## B\n", SetAfter{2, []int{1}}, "## A\n\n## B\nafter: section 1\n"},
		{"an opening has no key lines", "hello\n", SetGives{1, "x"}, ""},

		// Bodies.
		{"a body", "## A\n\none\ntwo\nthree\n\n## B\n", SetBody{1, "one\n2\nthree"}, "## A\n\none\n2\nthree\n\n## B\n"},
		{"the first body", "## A\n## B\n", SetBody{1, "text"}, "## A\n\ntext\n\n## B\n"},
		{"no body", "## A\n\ntext\n\n## B\n", SetBody{1, ""}, "## A\n\n## B\n"},
		{"a body like a key line", "## A\ntext\n", SetBody{1, "new: 3"}, "## A\n\nnew: 3\n"},
		{"an open fence is closed", "## A\n\ntext\n\n## B\n", SetBody{1, "```\ncode"}, "## A\n\n```\ncode\n```\n\n## B\n"},
		{"an open comment is closed", "## A\n\ntext\n\n## B\n", SetBody{1, "<!-- note"}, "## A\n\n<!-- note\n-->\n\n## B\n"},
		{"a heading in a body moves after-links", "## A\n\ntext\n\n## B\n\n## C\nafter: 1, 2\n", SetBody{1, "text\n\n## New"}, "## A\n\ntext\n\n## New\n\n## B\n\n## C\nafter: 1, 3\n"},

		// Items and silence.
		{"an item's tag", "## A\n\n- a\n- b\n", TagItem{1, 2, "story", true}, "## A\n\n- a\n- b #story\n"},
		{"a kind replaces a kind", "- a #core #story\n", TagItem{1, 1, "bio", true}, "- a #core #bio\n"},
		{"a tag taken off", "- a #core #story\n", TagItem{1, 1, "core", false}, "- a #story\n"},
		{"a fence's tag", "```\nx\n```\n\ntext\n", TagItem{1, 1, "demo", true}, "```\nx\n```\n#demo\n\ntext\n"},
		{"a fence's second tag", "```\nx\n```\n#demo\n", TagItem{1, 1, "core", true}, "```\nx\n```\n#demo #core\n"},
		{"a table's tag", "| a |\n|---|\n| b |\n", TagItem{1, 1, "evidence", true}, "| a |\n|---|\n| b |\n#evidence\n"},
		{"a quote's tag", "> q\n", TagItem{1, 1, "story", true}, "> q\n#story\n"},
		{"an image's tag", "![a](b)\n", TagItem{1, 1, "demo", true}, "![a](b)\n#demo\n"},
		{"a paragraph's tag", "one\ntwo\n", TagItem{1, 1, "ask", true}, "one\ntwo #ask\n"},
		{"a tag before a comment", "- a <!-- c -->\n", TagItem{1, 1, "ask", true}, "- a #ask <!-- c -->\n"},
		{"a tag of a line that holds a list", "- a\n  - b\n", TagItem{1, 1, "story", true}, "- a #story\n  - b\n"},
		{"no tag of that name", "- a\n", TagItem{1, 1, "nosuch", true}, ""},
		{"no such item", "- a\n", TagItem{1, 2, "story", true}, ""},
		{"a silence", "## A\n\ntext\n", Silence{"filler", "meant -- so", 3}, "## A\n\ntext <!-- silence filler: meant - so -->\n"},
		{"a silence in code", "```\nx\n```\n", Silence{"r", "why", 2}, "```\nx\n```\n<!-- silence r: why -->\n"},
		{"a silence of the deal", "---\ntitle: T\n---\n", Silence{"no-date", "later: maybe", 2}, "---\ntitle: T\nsilence:\n  - \"no-date: later: maybe\"\n---\n"},
		{"no silence without a reason", "text\n", Silence{"filler", " ", 1}, ""},
		{"a silence taken back", "text <!-- silence a: b --> <!-- c -->\n", Unsilence{"a", 1}, "text <!-- c -->\n"},
		{"a silence of the deal taken back", "---\ntitle: T\nsilence:\n  - a: b\n  - c: d\n---\n", Unsilence{"a", 2}, "---\ntitle: T\nsilence:\n  - c: d\n---\n"},
		{"no silence to take back", "text\n", Unsilence{"a", 1}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, nl := range []string{"\n", "\r\n"} {
				if nl == "\r\n" && !strings.Contains(c.before, "\n") {
					continue // a file without a line ending gets LF
				}
				before, after := strings.ReplaceAll(c.before, "\n", nl), strings.ReplaceAll(c.after, "\n", nl)
				d := Parse([]byte(before))
				got, err := reversible(d, c.edit)
				if err != nil {
					t.Fatal(err)
				}
				if refused := refuses(d, c.edit); refused != (c.after == "") {
					t.Fatalf("%q: refused %v", before, refused)
				}
				if c.after != "" && string(got.Bytes()) != after {
					t.Errorf("%q\ngives %q\n want %q", before, got.Bytes(), after)
				}
			}
		})
	}
}

func TestEditErrorsAreReasons(t *testing.T) {
	for edit, want := range map[Edit]EditErrorKey{
		DeleteSection{3}:                NoSuchSection,
		MergeSection{2}:                 NothingToMerge,
		TagItem{1, 9, "story", true}:    NoSuchItem,
		RemoveEntry{ListNeeds, 1}:       NoSuchEntry,
		TagItem{1, 1, "show", true}:     NoPlace,
		SetGives{1, "x <!-- y -->"}:     NotReadAgain,
		Silence{"Not a rule", "why", 1}: NoPlace,
	} {
		_, _, err := edit.Apply(Parse([]byte("## A\n\n- a\n\n## B\n")))
		var why *EditError
		if !errors.As(err, &why) || why.Key != want {
			t.Errorf("%#v: %v, want %s", edit, err, want)
		}
	}
	d := Parse([]byte("abc"))
	for _, c := range []Change{{{At: 2, Old: "cd"}}, {{At: 0, Old: "b"}}, {{At: 1, Old: "b"}, {At: 0, Old: "a"}}, {{At: -1}}} {
		if _, _, err := c.Apply(d); err == nil {
			t.Errorf("%v applies", c)
		}
	}
}

func TestHistory(t *testing.T) {
	h := NewHistory(Parse([]byte("## A\n")))
	do := func(e Edit) {
		t.Helper()
		if err := h.Do(e); err != nil {
			t.Fatal(err)
		}
	}
	is := func(want string) {
		t.Helper()
		if got := string(h.Document().Bytes()); got != want {
			t.Fatalf("the file is %q, not %q", got, want)
		}
	}
	step := func(f func() error) {
		t.Helper()
		if err := f(); err != nil {
			t.Fatal(err)
		}
	}
	if h.CanUndo() || h.CanRedo() {
		t.Fatal("a history begins with steps")
	}
	step(h.Undo) // nothing to do
	do(SetGives{1, "x"})
	do(SetGives{1, "xy"})
	h.Join()
	do(SetGives{1, "xy"}) // changes nothing
	do(RenameSection{1, "B"})
	is("## B\ngives: xy\n")
	step(h.Undo)
	is("## A\ngives: xy\n")
	step(h.Undo)
	is("## A\n")
	if h.CanUndo() || !h.CanRedo() {
		t.Fatal("two letters joined are one step")
	}
	step(h.Redo)
	is("## A\ngives: xy\n")
	if err := h.Do(DeleteSection{7}); err == nil || !h.CanRedo() {
		t.Fatal("an edit that is refused leaves the history alone")
	}
	do(SetGives{1, "z"})
	if h.CanRedo() {
		t.Fatal("what was undone is gone after an edit")
	}
	h.Join()
	step(h.Undo)
	is("## A\n")
}

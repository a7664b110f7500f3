package markdown

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
)

// texts are what people and hostile people type.
var texts = []string{
	"", "plain words", "ends: with a colon:", "a # comment", "#core", "\"quoted\" and 'so'", "- a dash", "---", "[a, b]", "{x}", "&anchor *alias",
	"emoji 🎤 and ü", "nel\u0085here", "line one\nline two", "tab\there", "(4m)", "what (90s) #story", "<!-- open", "-->", "```", "~~~", "null", "12", "true", "2027-01-01",
	"back\\slash", "ends with \\", "` tick", "*star", "%", "@at", "!bang", "| pipe", "> quote", "?", ": ", "a: b: c", "\u2028", "\ufeff", "x\x00y", "\xff",
	"gives: not a key", "new: 4\n\ntext", "- a\n- b #story\n\nsaid\n\n- c", "# title", "## one\n\n## two", "### slide\n\ntext", "text\n---", "```go\ncode\n```", "```\nopen", "<!--\nopen",
	"<script>", "a\n\n\n\nb", "   indented", "    code", "\tx", "===", "a\n===", "1. one\n2. two", "| a |\n|---|\n| b |\n#demo", "[ref]: x\n\n[ref]", "<!-- say -->\n\nx", "![i](i.png)\n#demo",
	"> q\n#evidence", "#show", "text #show", "<div>\n", "***", "[click] [pause 3]", "trailing  ", "\\", "&amp;", "- ", "-", "'", "\"", "##", "a ##", "a #", "need 1", "~", "!!str x", "x #", "=", "<<", "\r", "a\r\nb",
}

func pickText(r *rand.Rand) string {
	if r.IntN(4) == 0 {
		return texts[r.IntN(len(texts))] + texts[r.IntN(len(texts))]
	}
	return texts[r.IntN(len(texts))]
}

// randomEdit makes an edit of any type, mostly one that can be done.
func randomEdit(r *rand.Rand, d *Document) Edit {
	section := r.IntN(len(d.talk.Sections)+1) + r.IntN(2)
	lists := []List{ListNeeds, ListPromises, ListTruths, ListKnows, "silence"}
	fields := []Field{FieldTitle, FieldEvent, FieldDate, FieldSlot, FieldQuestions, FieldAudience, FieldListeners, FieldMessage, FieldStance, FieldPace, FieldLang}
	tags := []string{"story", "pitch", "core", "skip-short", "need1", "keep2", "firsthand", "bridge"}
	list := lists[r.IntN(len(lists))]
	entry := 1 + r.IntN(d.front.count(list)+1)
	switch r.IntN(24) {
	case 0, 1:
		return SetField{fields[r.IntN(len(fields))], pickText(r)}
	case 2, 3:
		return AddEntry{list, entry, pickText(r)}
	case 4:
		return SetEntry{list, entry, pickText(r)}
	case 5:
		return RemoveEntry{list, entry}
	case 6:
		return MoveEntry{list, entry, 1 + r.IntN(d.front.count(list)+1)}
	case 7, 8, 9:
		return SetBody{section, pickText(r)}
	case 10:
		return AddSection{1 + r.IntN(len(d.talk.Sections)+1), pickText(r), time.Duration(r.IntN(3)) * 90 * time.Second}
	case 11:
		return DeleteSection{section}
	case 12:
		return MoveSection{section, 1 + r.IntN(len(d.talk.Sections)+1)}
	case 13:
		return DuplicateSection{section}
	case 14:
		at := 0
		if section >= 1 && section <= len(d.talk.Sections) {
			at = r.IntN(len(d.BodyText(d.talk.Sections[section-1])) + 1)
		}
		return SplitSection{section, at, pickText(r)}
	case 15:
		return MergeSection{section}
	case 16:
		return RenameSection{section, pickText(r)}
	case 17:
		return RetimeSection{section, time.Duration(r.IntN(400)) * time.Second}
	case 18:
		return SetGives{section, pickText(r)}
	case 19:
		return SetLinks{section, []Key{KeyMeets, KeyMakes}[r.IntN(2)], []talk.Link{{Kind: talk.ToPromise, Number: 1 + r.IntN(3)}}[:r.IntN(2)]}
	case 20:
		return []Edit{SetAnswer{section, []Key{KeyNew, KeyRelevant}[r.IntN(2)], r.IntN(6) - 1}, SetAfter{section, []int{1, 2}[:r.IntN(3)]}}[r.IntN(2)]
	case 21:
		return []Edit{TagSection{section, tags[r.IntN(len(tags))], r.IntN(2) == 0}, NotATime{section, 1 + r.IntN(2)}}[r.IntN(2)]
	case 22:
		return TagItem{section, 1 + r.IntN(4), tags[r.IntN(len(tags))], r.IntN(3) > 0}
	default:
		line := 1 + r.IntN(d.talk.Lines.Count())
		return []Edit{Silence{"rule-a", pickText(r), line}, Unsilence{"rule-a", line}}[r.IntN(2)]
	}
}

// reversible applies an edit and shows what holds for every edit: the inverse
// gives the old bytes, the inverse of the inverse the new ones, the new document
// is sound, the old one untouched, and no foreign line ending has come in. It
// returns the new document, or the old one when the edit cannot be done.
func reversible(d *Document, e Edit) (*Document, error) {
	before := bytes.Clone(d.Bytes())
	after, inverse, err := e.Apply(d)
	if !bytes.Equal(before, d.Bytes()) {
		return nil, errors.New("the edit changed the document that it was applied to")
	}
	if err != nil {
		var why *EditError
		if !errors.As(err, &why) {
			return nil, fmt.Errorf("%T is no EditError", err)
		}
		return d, nil
	}
	if err := invariants(after); err != nil {
		return nil, err
	}
	back, again, err := inverse.Apply(after)
	if err != nil || !bytes.Equal(back.Bytes(), before) {
		return nil, fmt.Errorf("the inverse does not give the old bytes (%v):\n%q\n%q", err, before, back.Bytes())
	}
	if forth, _, err := again.Apply(back); err != nil || !bytes.Equal(forth.Bytes(), after.Bytes()) {
		return nil, fmt.Errorf("the inverse of the inverse does not give the new bytes (%v)", err)
	}
	if err := sameEndings(before, after.Bytes()); err != nil {
		return nil, err
	}
	return after, others(d, after, e)
}

// sameEndings checks that a file whose lines all end alike still does.
func sameEndings(before, after []byte) error {
	had, has := endingsOf(before), endingsOf(after)
	if len(had) != 1 {
		return nil
	}
	for nl := range has {
		if !had[nl] {
			return fmt.Errorf("a line ends with %q now, others with %v:\n%q", nl, had, after)
		}
	}
	return nil
}

func endingsOf(source []byte) map[string]bool {
	found := map[string]bool{}
	for at := 0; at < len(source); at = nextLine(source, at) {
		if nl := lineEnding(source, talk.Span{Start: at, End: nextLine(source, at)}); nl != "" {
			found[nl] = true
		}
	}
	return found
}

// others checks that an edit about one section, or about a field of the deal,
// leaves every byte of the others alone.
func others(before, after *Document, e Edit) error {
	about := 0 // the deal
	switch e := e.(type) {
	case SetField:
		if e.Field == FieldTitle {
			about = before.headingIn()
		}
	case SetBody:
		if len(before.talk.Sections) != len(after.talk.Sections) {
			return nil
		}
		about = e.Section
	case RenameSection:
		about = e.Section
	case RetimeSection:
		about = e.Section
	case SetGives:
		about = e.Section
	case SetLinks:
		about = e.Section
	case SetAnswer:
		about = e.Section
	case SetAfter:
		about = e.Section
	case TagSection:
		about = e.Section
	case TagItem:
		about = e.Section
	default:
		return nil
	}
	if _, field := e.(SetField); !field && about > 0 && before.talk.Text(before.talk.Deal.Span) != after.talk.Text(after.talk.Deal.Span) {
		return fmt.Errorf("the deal changed:\n%q\n%q", before.Bytes(), after.Bytes())
	}
	if len(before.talk.Sections) != len(after.talk.Sections) {
		return fmt.Errorf("%d sections, now %d:\n%q\n%q", len(before.talk.Sections), len(after.talk.Sections), before.Bytes(), after.Bytes())
	}
	for i, s := range before.talk.Sections {
		now := after.talk.Sections[i]
		if s.Number == about {
			continue
		}
		if was, is := before.talk.Text(s.Span), after.talk.Text(now.Span); was != is {
			return fmt.Errorf("section %d changed:\n%q\n%q", i+1, was, is)
		}
	}
	return nil
}

// startTalks are what random edits begin with.
func startTalks() []string {
	return []string{
		wholeTalk, strings.ReplaceAll(wholeTalk, "\n", "\r\n"), strings.ReplaceAll(wholeTalk, "\n", "\r"), "\ufeff" + wholeTalk,
		"", "no heading", "# t", "## a", "## a\n\n## b\n\n## c\n", "a\n\n## b\n", "---\ntitle: x\n---\n## a (4m)\ngives: x\n- b",
		"---\nneeds: [a, b]\nknows: c, d\n---\n\na\n=\n\nb (3m) #core\n---\nmeets: need 1, need 2\nafter: 1\n\n```\n## c\n```\n", "## a\n\n```\nnever closed\n", "---\n: bad\n  x\n---\n## a\n",
	}
}

func TestRandomEdits(t *testing.T) {
	for i, start := range startTalks() {
		for seed := range uint64(12 / fewer) {
			r := rand.New(rand.NewPCG(seed, uint64(i)))
			walk(t, r, start, 25)
		}
	}
	lines := seedLines()
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 / fewer {
		walk(t, r, string(mutant(r, lines)), 6)
	}
}

// walk applies a row of random edits, takes all back and does all again.
func walk(t *testing.T, r *rand.Rand, start string, steps int) {
	t.Helper()
	h := NewHistory(Parse([]byte(start)))
	for range steps {
		e := randomEdit(r, h.Document())
		d := h.Document()
		after, err := reversible(d, e)
		if err != nil {
			t.Errorf("%q\n%#v: %v", d.Bytes(), e, err)
			return
		}
		_ = h.Do(e) // reversible has shown that an error is an EditError
		if !bytes.Equal(h.Document().Bytes(), after.Bytes()) {
			t.Errorf("%#v gives other bytes the second time", e)
			return
		}
	}
	last := h.Document().Bytes()
	for h.CanUndo() {
		if err := h.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if string(h.Document().Bytes()) != start {
		t.Errorf("undoing all gives %q", h.Document().Bytes())
	}
	for h.CanRedo() {
		if err := h.Redo(); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(h.Document().Bytes(), last) {
		t.Errorf("redoing all gives %q, not %q", h.Document().Bytes(), last)
	}
}

// FuzzEdit shows the laws of edits for every file: apply then inverse is the
// same bytes, undo all and redo all too.
func FuzzEdit(f *testing.F) {
	for i, s := range startTalks() {
		f.Add([]byte(s), uint64(i))
	}
	f.Fuzz(func(t *testing.T, source []byte, seed uint64) {
		source = source[:min(len(source), 2000)] // long files only cost time
		walk(t, rand.New(rand.NewPCG(seed, 1)), string(source), 6)
	})
}

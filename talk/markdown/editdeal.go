package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"talkgiver/talk"
)

// SetField sets a field of the deal. An empty text takes its line away. A title
// that the talk has from its heading is changed there, in Markdown.
type SetField struct {
	Field Field
	Text  string // line breaks become spaces
}

// Apply implements Edit.
func (e SetField) Apply(d *Document) (*Document, Edit, error) {
	if e.Field == FieldTitle {
		return d.setTitle(e.Text)
	}
	return apply(d, frontField(e))
}

// frontField sets a field in the front matter.
type frontField SetField

func (e frontField) plan(d *Document) (Change, error) {
	c := d.change()
	text := scalarText(e.Text)
	entry := d.front.find(string(e.Field))
	switch {
	case text == "" && entry == nil:
	case text == "":
		c.removeKey(string(e.Field))
	case entry == nil:
		if err := c.newKey(string(e.Field), " "+yamlText(text, false)); err != nil {
			return nil, err
		}
	case len(entry.values) == 1 && entry.list == noList:
		if entry.values[0].text != text {
			c.replace(entry.values[0].span.Start, entry.values[0].span.End, yamlText(text, false))
		}
	case len(entry.values) == 0 && entry.list == noList:
		c.insert(entry.colon, " "+yamlText(text, false))
	default:
		c.replace(entry.colon, entry.span.End, " "+yamlText(text, false))
	}
	return c.done(), nil
}

// AddEntry adds an entry to one of the deal's lists; Number is the place, from
// 1, that it gets. The links that count past it follow.
type AddEntry struct {
	List   List
	Number int
	Text   string
}

// Apply implements Edit.
func (e AddEntry) Apply(d *Document) (*Document, Edit, error) { return apply(d, e) }

func (e AddEntry) plan(d *Document) (Change, error) {
	c := d.change()
	n := d.front.count(e.List)
	if e.Number < 1 || e.Number > n+1 {
		return nil, &EditError{Key: NoSuchEntry, Arg: strconv.Itoa(e.Number)}
	}
	if err := c.addEntry(e.List, e.Number-1, e.Text); err != nil {
		return nil, err
	}
	c.renumber(e.List, func(i int) int {
		if i >= e.Number && i <= n {
			return i + 1
		}
		return i
	})
	return c.done(), nil
}

// SetEntry changes the text of an entry.
type SetEntry struct {
	List   List
	Number int // from 1
	Text   string
}

// Apply implements Edit.
func (e SetEntry) Apply(d *Document) (*Document, Edit, error) { return apply(d, e) }

func (e SetEntry) plan(d *Document) (Change, error) {
	c := d.change()
	entry := d.front.find(string(e.List))
	if e.Number < 1 || e.Number > d.front.count(e.List) {
		return nil, &EditError{Key: NoSuchEntry, Arg: strconv.Itoa(e.Number)}
	}
	if entry.splitsAtCommas(e.List) {
		words := entry.words()
		words[e.Number-1].Text = e.Text
		c.rewriteWords(entry, words)
		return c.done(), nil
	}
	v := entry.values[e.Number-1]
	if v.text != scalarText(e.Text) {
		c.replace(v.span.Start, v.span.End, spaceAfter(d.source, '-', v.span.Start)+yamlText(e.Text, entry.list == flowList))
	}
	return c.done(), nil
}

// RemoveEntry takes an entry away. Links to it go with it, and the links that
// count past it follow.
type RemoveEntry struct {
	List   List
	Number int // from 1
}

// Apply implements Edit.
func (e RemoveEntry) Apply(d *Document) (*Document, Edit, error) { return apply(d, e) }

func (e RemoveEntry) plan(d *Document) (Change, error) {
	c := d.change()
	n := d.front.count(e.List)
	if e.Number < 1 || e.Number > n {
		return nil, &EditError{Key: NoSuchEntry, Arg: strconv.Itoa(e.Number)}
	}
	entry := d.front.find(string(e.List))
	switch {
	case n == 1:
		c.removeKey(string(e.List))
	case entry.splitsAtCommas(e.List):
		words := entry.words()
		c.rewriteWords(entry, append(words[:e.Number-1:e.Number-1], words[e.Number:]...))
	case entry.list == blockList:
		line := entry.values[e.Number-1].line
		c.replace(lineStart(d.source, line.Start), nextLine(d.source, line.End), "")
	default:
		texts := entry.texts()
		c.rewriteFlow(entry, append(texts[:e.Number-1:e.Number-1], texts[e.Number:]...))
	}
	c.renumber(e.List, func(i int) int {
		switch {
		case i == e.Number:
			return 0
		case i > e.Number && i <= n:
			return i - 1
		}
		return i
	})
	return c.done(), nil
}

// MoveEntry moves an entry to another place in its list. Links follow.
type MoveEntry struct {
	List     List
	From, To int // numbers from 1
}

// Apply implements Edit.
func (e MoveEntry) Apply(d *Document) (*Document, Edit, error) { return apply(d, e) }

func (e MoveEntry) plan(d *Document) (Change, error) {
	c := d.change()
	n := d.front.count(e.List)
	for _, i := range []int{e.From, e.To} {
		if i < 1 || i > n {
			return nil, &EditError{Key: NoSuchEntry, Arg: strconv.Itoa(i)}
		}
	}
	if e.From == e.To {
		return nil, nil
	}
	entry := d.front.find(string(e.List))
	if entry.list == blockList {
		line := entry.values[e.From-1].line
		start, end := lineStart(d.source, line.Start), nextLine(d.source, line.End)
		target := entry.values[e.To-1].line
		at := lineStart(d.source, target.Start)
		if e.To > e.From {
			at = nextLine(d.source, target.End)
		}
		c.insert(at, string(d.source[start:end]))
		c.replace(start, end, "")
	} else {
		list := entry.texts()
		if entry.splitsAtCommas(e.List) {
			list = entry.words()
		}
		moved := list[e.From-1]
		list = append(list[:e.From-1:e.From-1], list[e.From:]...)
		list = append(list[:e.To-1:e.To-1], append([]talk.Value{moved}, list[e.To-1:]...)...)
		if entry.splitsAtCommas(e.List) {
			c.rewriteWords(entry, list)
		} else {
			c.rewriteFlow(entry, list)
		}
	}
	c.renumber(e.List, func(i int) int { return moved(i, e.From, e.To) })
	return c.done(), nil
}

// moved returns where the thing at place i is after the one at from went to to.
func moved(i, from, to int) int {
	switch {
	case i == from:
		return to
	case from < i && i <= to:
		return i - 1
	case to <= i && i < from:
		return i + 1
	}
	return i
}

// count returns how many entries a list has.
func (f *front) count(list List) int {
	e := f.find(string(list))
	switch {
	case e == nil:
		return 0
	case e.splitsAtCommas(list):
		return len(e.words())
	}
	return len(e.values)
}

// splitsAtCommas reports whether the list stands on one line with commas.
func (e *entry) splitsAtCommas(list List) bool {
	return list == ListKnows && e.list == noList && len(e.values) == 1
}

// removeKey takes a key away, with all its lines. One that is there twice goes
// twice, so that the second does not come to life.
func (c *changes) removeKey(key string) {
	f := &c.doc.front
	for i := range f.entries {
		e := &f.entries[i]
		if e.key != key {
			continue
		}
		end := nextLine(c.doc.source, e.span.End)
		// A blank first line would mean that there is no front matter.
		for e.span.Start == f.inner.Start && end < f.inner.End && isBlank(c.doc.source[end:lineEnd(c.doc.source, end)]) {
			end = nextLine(c.doc.source, end)
		}
		c.replace(e.span.Start, end, "")
	}
}

// newKey adds a key with its value, after the keys that a deal tells before it.
func (c *changes) newKey(key, value string) error {
	d := c.doc
	f := &d.front
	if f.span.Empty() {
		at := 0
		if bytes.HasPrefix(d.source, []byte("\xef\xbb\xbf")) {
			at = 3
		}
		nl := d.newline(at)
		text := "---" + nl + key + ":" + value + nl + "---" + nl
		if at < len(d.source) && !isBlank(d.source[at:lineEnd(d.source, at)]) {
			text += nl
		}
		c.insert(at, text)
		return nil
	}
	if len(f.entries) == 0 && len(f.stray) > 0 {
		return &EditError{Key: NoFrontMatter}
	}
	at := f.inner.Start
	if len(f.entries) > 0 {
		at = f.entries[0].span.Start
	}
	for _, k := range frontOrder() {
		if k == key {
			break
		}
		if e := f.find(k); e != nil {
			at = max(at, nextLine(d.source, e.span.End))
		}
	}
	indent := ""
	if len(f.entries) > 0 {
		first := f.entries[0].span.Start
		indent = string(d.source[first : first+bytes.IndexFunc(d.source[first:], func(r rune) bool { return r != ' ' })])
	}
	c.insert(at, indent+key+":"+strings.ReplaceAll(value, "\n", "\n"+indent)+d.newline(f.span.Start))
	return nil
}

// addEntry adds a text to a list before the entry at the index i.
func (c *changes) addEntry(list List, i int, text string) error {
	d := c.doc
	entry := d.front.find(string(list))
	nl := d.newline(d.front.span.Start)
	switch {
	case entry == nil:
		return c.newKey(string(list), nl+"  - "+yamlText(text, false))
	case entry.splitsAtCommas(list):
		words := entry.words()
		c.rewriteWords(entry, append(words[:i:i], append([]talk.Value{{Text: text}}, words[i:]...)...))
	case entry.list == flowList:
		texts := entry.texts()
		c.rewriteFlow(entry, append(texts[:i:i], append([]talk.Value{{Text: text}}, texts[i:]...)...))
	case entry.list == noList && len(entry.values) == 1:
		texts := entry.texts()
		texts = append(texts[:i:i], append([]talk.Value{{Text: text}}, texts[i:]...)...)
		value := ""
		for _, v := range texts {
			value += nl + "  - " + yamlText(v.Text, false)
		}
		c.replace(entry.colon, entry.span.End, value)
	case len(entry.values) == 0:
		c.insert(lineEnd(d.source, entry.span.End), nl+"  - "+yamlText(text, false))
	case i < len(entry.values):
		line := entry.values[i].line
		start := lineStart(d.source, line.Start)
		c.insert(start, string(d.source[start:line.Start])+"- "+yamlText(text, false)+nl)
	default:
		line := entry.values[len(entry.values)-1].line
		start := lineStart(d.source, line.Start)
		c.insert(line.End, nl+string(d.source[start:line.Start])+"- "+yamlText(text, false))
	}
	return nil
}

// rewriteFlow writes a list in brackets again. A list that is one value stays
// the list of its texts.
func (c *changes) rewriteFlow(e *entry, list []talk.Value) {
	texts := make([]string, len(list))
	for i, v := range list {
		texts[i] = yamlText(v.Text, true)
	}
	start := e.colon + bytes.IndexByte(c.doc.source[e.colon:e.span.End], '[')
	end := start + flowEnd(c.doc.source[start:e.span.End])
	c.replace(start, end, "["+strings.Join(texts, ", ")+"]")
}

// rewriteWords writes a list of words with commas again.
func (c *changes) rewriteWords(e *entry, words []talk.Value) {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = strings.ReplaceAll(scalarText(w.Text), ",", " ")
	}
	c.replace(e.values[0].span.Start, e.values[0].span.End, yamlText(strings.Join(texts, ", "), false))
}

package markdown

import (
	"slices"
	"strconv"
	"strings"

	"talkgiver/talk"
)

// Key is a key line of a section.
type Key string

// The key lines, in the order in which they are written.
const (
	KeyGives    Key = "gives"
	KeyMeets    Key = "meets"
	KeyMakes    Key = "makes"
	KeyNew      Key = "new"
	KeyRelevant Key = "relevant"
	KeyAfter    Key = "after"
)

func keyOrder() []string {
	return []string{string(KeyGives), string(KeyMeets), string(KeyMakes), string(KeyNew), string(KeyRelevant), string(KeyAfter)}
}

// SetGives says what a section leaves its audience with. An empty text takes
// the line away.
type SetGives struct {
	Section int
	Text    string
}

// Apply implements Edit.
func (e SetGives) Apply(d *Document) (*Document, Edit, error) {
	return setKey(d, e.Section, KeyGives, strings.Join(strings.Fields(clean(e.Text)), " "))
}

// SetLinks says which needs, promises and truths a section meets (KeyMeets) or
// which promises it makes (KeyMakes). No links take the line away.
type SetLinks struct {
	Section int
	Key     Key
	Links   []talk.Link
}

// Apply implements Edit.
func (e SetLinks) Apply(d *Document) (*Document, Edit, error) {
	return setKey(d, e.Section, e.Key, formatLinks(e.Links))
}

// SetAnswer answers how new (KeyNew) or relevant (KeyRelevant) a section is.
type SetAnswer struct {
	Section int
	Key     Key
	Points  int // 0 to 4; less takes the answer away
}

// Apply implements Edit.
func (e SetAnswer) Apply(d *Document) (*Document, Edit, error) {
	value := ""
	if e.Points >= 0 {
		value = itoa(min(e.Points, 4))
	}
	return setKey(d, e.Section, e.Key, value)
}

// SetAfter says which sections a section leans on, by their numbers.
type SetAfter struct {
	Section  int
	Sections []int
}

// Apply implements Edit.
func (e SetAfter) Apply(d *Document) (*Document, Edit, error) {
	words := make([]string, len(e.Sections))
	for i, n := range e.Sections {
		words[i] = "section " + itoa(n)
	}
	return setKey(d, e.Section, KeyAfter, strings.Join(words, ", "))
}

func formatLinks(links []talk.Link) string {
	words := make([]string, len(links))
	for i, l := range links {
		words[i] = string(l.Kind) + " " + itoa(l.Number)
	}
	return strings.Join(words, ", ")
}

func setKey(d *Document, section int, key Key, value string) (*Document, Edit, error) {
	s, err := d.headed(section)
	if err != nil {
		return nil, nil, err
	}
	c := d.change()
	c.setKey(s, string(key), value)
	after, inverse, err := c.done().Apply(d)
	if err != nil {
		return nil, nil, err
	}
	// A value can hold a comment that opens and does not close, and a heading
	// at the end of the file has no line below it.
	if !after.leavesOthers(d, section) || value != "" && !hasKey(after.talk.Sections[section-1], string(key), value) {
		return nil, nil, &EditError{Key: NotReadAgain, Arg: value}
	}
	return after, inverse, nil
}

func hasKey(s *talk.Section, key, value string) bool {
	return slices.ContainsFunc(s.Keys, func(k talk.KeyLine) bool { return k.Key == key && k.Value.Text == value })
}

// setKey writes, changes or takes away one key line.
func (c *changes) setKey(s *talk.Section, key, value string) {
	src := c.doc.source
	for _, k := range s.Keys {
		if k.Key != key {
			continue
		}
		switch {
		case value == "":
			c.replace(k.Span.Start, nextLine(src, k.Span.End), "")
		case k.Value.Span.Empty():
			c.replace(k.Value.Span.Start, k.Value.Span.End, spaceAfter(src, ':', k.Value.Span.Start)+value)
		default:
			c.replace(k.Value.Span.Start, k.Value.Span.End, value)
		}
		return
	}
	if value == "" {
		return
	}
	at := s.HeadSpan.End
	for _, k := range s.Keys {
		if slices.Index(keyOrder(), k.Key) < slices.Index(keyOrder(), key) {
			at = k.Span.End
		}
	}
	c.insert(at, c.doc.newline(s.HeadSpan.Start)+key+": "+value)
}

// spaceAfter returns a space when the mark stands right before the offset.
func spaceAfter(source []byte, mark byte, at int) string {
	if at > 0 && source[at-1] == mark {
		return " "
	}
	return ""
}

func itoa(n int) string { return strconv.Itoa(n) }

package markdown

import "talkgiver/talk"

// FrontKey is a key of the front matter with its lines, whether or not a talk
// knows the key.
type FrontKey struct {
	Key  string
	Span talk.Span // its lines with their ends, up to the next key's; what stands between two keys belongs to the first
	// Items are the entries of a list, in order: whole lines with their ends
	// when each has a dash of its own (then Block), else the values alone.
	Items []talk.Span
	Block bool
}

// FrontKeys returns the keys of the front matter in the order of the file, and
// the span between its two lines of hyphens. What stands before the first key
// belongs to none. Without front matter the span is zero.
func (d *Document) FrontKeys() ([]FrontKey, talk.Span) {
	f := &d.front
	keys := make([]FrontKey, len(f.entries))
	for i := range f.entries {
		e := &f.entries[i]
		end := f.inner.End
		if i+1 < len(f.entries) {
			end = f.entries[i+1].span.Start
		}
		keys[i] = FrontKey{Key: e.key, Span: talk.Span{Start: e.span.Start, End: end}, Block: e.list == blockList}
		switch {
		case e.list == blockList:
			for j, v := range e.values {
				last := nextLine(d.source, e.span.End)
				if j+1 < len(e.values) {
					last = lineStart(d.source, e.values[j+1].line.Start)
				}
				keys[i].Items = append(keys[i].Items, talk.Span{Start: lineStart(d.source, v.line.Start), End: last})
			}
		case e.list == flowList:
			for _, v := range e.values {
				keys[i].Items = append(keys[i].Items, v.span)
			}
		}
	}
	return keys, f.inner
}

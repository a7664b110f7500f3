package library

import (
	"strings"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

// front is a version's front matter taken apart.
type front struct {
	open, close string // its lines of hyphens; "" where there is none
	first       string // what stands before the first key
	units       []unit
	keys        []markdown.FrontKey
}

func (v *version) front() front {
	keys, inner := v.doc.FrontKeys()
	deal := v.doc.Talk().Deal.Span
	if deal.Empty() {
		return front{}
	}
	f := front{open: v.part(deal.Start, inner.Start), close: v.part(inner.End, deal.End), keys: keys}
	at := inner.End
	if len(keys) > 0 {
		at = keys[0].Span.Start
	}
	f.first = v.part(inner.Start, at)
	for i, k := range keys {
		u := unit{name: k.Key, text: v.part(k.Span.Start, k.Span.End), number: i}
		for _, e := range v.entries(k).units {
			u.links += e.links
		}
		f.units = append(f.units, u)
	}
	return f
}

// whole returns the front matter as it stands.
func (v *version) wholeFront() string {
	s := v.doc.Talk().Deal.Span
	return v.part(s.Start, s.End)
}

// mergeFront merges the front matter, and renumbers the links of all three
// versions to the entries as the merged lists have them.
func mergeFront(b, o, t *version) []part {
	fb, fo, ft := b.front(), o.front(), t.front()
	base, ours, theirs := b.wholeFront(), o.wholeFront(), t.wholeFront()
	defer renumber(rows(b, o, t), [3]*version{b, o, t})
	if ours == theirs || fo.open == "" || ft.open == "" {
		return mergeText(base, ours, theirs) // they are at one, or one has taken it away
	}
	parts := mergeText(fb.open, fo.open, ft.open)
	parts = append(parts, mergeBody(fb.first, fo.first, ft.first)...)
	for _, trio := range align(fb.units, fo.units, ft.units, byName) {
		parts = append(parts, mergeKey(trio, [3]front{fb, fo, ft}, [3]*version{b, o, t})...)
	}
	return append(parts, mergeText(fb.close, fo.close, ft.close)...)
}

// mergeKey merges one key of the front matter: a list entry by entry, anything
// else as a whole.
func mergeKey(trio trio, fronts [3]front, versions [3]*version) []part {
	var list [3]entries
	isList, name := true, ""
	for side, u := range []*unit{trio.base, trio.ours, trio.theirs} {
		if u == nil {
			continue
		}
		name = u.name
		list[side] = versions[side].entries(fronts[side].keys[u.number])
		isList = isList && list[side].isList
	}
	if !isList || trio.ours == nil || trio.theirs == nil ||
		list[1].block != list[2].block || trio.base != nil && list[0].block != list[1].block {
		return named(name, trio.merge())
	}
	parts := named(name, mergeText(list[0].before, list[1].before, list[2].before))
	row := align(list[0].units, list[1].units, list[2].units, byLikeness)
	if !list[1].block {
		var items []string
		for _, t := range row {
			for _, p := range t.merge() {
				if p.conflict != nil {
					return named(name, trio.merge())
				}
				items = append(items, p.text)
			}
		}
		parts = append(parts, part{text: strings.Join(items, ", ")})
		return append(parts, named(name, mergeText(list[0].behind, list[1].behind, list[2].behind))...)
	}
	for _, t := range row {
		parts = append(parts, named(name, t.merge())...)
	}
	return parts
}

// entries is a list of the front matter taken apart.
type entries struct {
	isList, block  bool
	before, behind string // around the entries
	units          []unit
}

func (v *version) entries(k markdown.FrontKey) entries {
	if len(k.Items) == 0 {
		return entries{}
	}
	last := k.Items[len(k.Items)-1].End
	e := entries{isList: true, block: k.Block, before: v.part(k.Span.Start, k.Items[0].Start), behind: v.part(last, k.Span.End)}
	for i, item := range k.Items {
		end := item.End
		if k.Block && i+1 == len(k.Items) {
			end, e.behind = k.Span.End, ""
		}
		e.units = append(e.units, unit{text: v.part(item.Start, end), number: i + 1, links: v.links(markdown.List(k.Key), i+1)})
	}
	return e
}

// named says which key a conflict is about.
func named(key string, parts []part) []part {
	for i := range parts {
		if parts[i].conflict != nil {
			parts[i].conflict.Key = key
		}
	}
	return parts
}

// renumber makes the links of the three versions count the entries of the
// lists as the merged talk has them.
func renumber(lists map[markdown.List][]trio, versions [3]*version) {
	for list, row := range lists {
		var to [3]map[int]int
		for side := range to {
			to[side] = map[int]int{}
		}
		for i, trio := range row {
			for side, u := range []*unit{trio.base, trio.ours, trio.theirs} {
				if u != nil {
					to[side][u.number] = i + 1
				}
			}
		}
		for side, v := range versions {
			for _, u := range v.list(list) {
				if _, stays := to[side][u.number]; !stays {
					to[side][u.number] = 0
				}
			}
			v.apply(markdown.RenumberEntries{List: list, To: to[side]})
		}
	}
}

// rows aligns the lists that links lead into.
func rows(b, o, t *version) map[markdown.List][]trio {
	rows := map[markdown.List][]trio{}
	for _, list := range []markdown.List{markdown.ListNeeds, markdown.ListPromises, markdown.ListTruths} {
		rows[list] = align(b.list(list), o.list(list), t.list(list), byLikeness)
	}
	return rows
}

// list returns the entries of a list of the deal.
func (v *version) list(list markdown.List) []unit {
	keys, _ := v.doc.FrontKeys()
	for _, k := range keys {
		if k.Key == string(list) {
			return v.entries(k).units
		}
	}
	return nil
}

// links counts the links to the entry of a list.
func (v *version) links(list markdown.List, number int) int {
	kind := map[markdown.List]talk.LinkKind{markdown.ListNeeds: talk.ToNeed, markdown.ListPromises: talk.ToPromise, markdown.ListTruths: talk.ToTruth}[list]
	n := 0
	count := func(links []talk.Link) {
		for _, l := range links {
			if l.Kind == kind && l.Number == number {
				n++
			}
		}
	}
	for _, s := range v.doc.Talk().Sections {
		count(s.Meets)
		count(s.Makes)
		for _, item := range s.Items() {
			count(item.Links())
		}
	}
	return n
}

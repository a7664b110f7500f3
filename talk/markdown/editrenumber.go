package markdown

// RenumberEntries makes the links into one of the deal's lists follow its
// entries. The list itself stays as it is: another program has written it, or
// a merge is about to.
type RenumberEntries struct {
	List List
	To   map[int]int // the new number of an entry by its old one; 0 takes links to it away; one that is not in it stays
}

// Apply implements Edit.
func (e RenumberEntries) Apply(d *Document) (*Document, Edit, error) { return apply(d, e) }

func (e RenumberEntries) plan(d *Document) (Change, error) {
	c := d.change()
	c.renumber(e.List, follow(e.To))
	return c.done(), nil
}

// RenumberSections makes the after-links of all sections follow the sections
// that they lean on, which stay where they are. One that leans on itself still does.
type RenumberSections struct {
	To map[int]int // the new number of a section by its old one; 0 takes links to it away; one that is not in it stays
}

// Apply implements Edit.
func (e RenumberSections) Apply(d *Document) (*Document, Edit, error) { return apply(d, e) }

func (e RenumberSections) plan(d *Document) (Change, error) {
	c, to := d.change(), follow(e.To)
	for _, s := range d.talk.Sections {
		renumberAfter(c, s, 0, to)
	}
	return c.done(), nil
}

func follow(numbers map[int]int) func(int) int {
	return func(old int) int {
		if n, ok := numbers[old]; ok {
			return n
		}
		return old
	}
}

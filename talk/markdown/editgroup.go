package markdown

// Group is several edits that are one: all of them are done, each on what the
// one before it left, or none is.
type Group []Edit

// Apply implements Edit.
func (g Group) Apply(d *Document) (*Document, Edit, error) {
	after := d
	for _, e := range g {
		next, _, err := e.Apply(after)
		if err != nil {
			return nil, nil, err
		}
		after = next
	}
	return after, difference(after.source, d.source), nil
}

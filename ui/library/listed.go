package library

import "talkgiver/talk/library"

// Talks are those of the folder, whatever the search lets through.
func (p *Panel) Talks() []library.Entry {
	if p.talks == nil {
		return nil
	}
	return p.talks.Entries
}

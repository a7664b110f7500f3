package library

// Talks are those of the folder, whatever the search lets through.
func (p *Panel) Talks() []Talk { return p.talks }

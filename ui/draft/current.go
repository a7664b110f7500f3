package draft

import (
	"talkgiver/talk/markdown"
)

// HasSection reports whether there is a current section with a heading.
func (p *Place) HasSection() bool { n := p.Current(); return n > 0 && p.section(n).Level > 0 }

// Split makes a section of what stands behind the cursor.
func (p *Place) Split() {
	if n := p.Current(); n > 0 {
		p.split(n)
	}
}

// Join joins the current section with the next.
func (p *Place) Join() {
	if n := p.Current(); p.HasSection() && n < len(p.cards) {
		p.join(n)
	}
}

// Duplicate adds a copy of the current section behind it.
func (p *Place) Duplicate() {
	if p.HasSection() {
		p.duplicate(p.Current())
	}
}

// Delete takes the current section away.
func (p *Place) Delete() {
	if n := p.Current(); n > 0 {
		p.remove(n)
	}
}

// ToggleTag puts a tag such as talk.TagCore on the current section, or takes it
// off.
func (p *Place) ToggleTag(tag string) {
	if n := p.Current(); p.HasSection() {
		p.do(markdown.TagSection{Section: n, Tag: tag, On: !p.section(n).Tags.Has(tag)}, "")
	}
}

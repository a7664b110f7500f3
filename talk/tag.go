package talk

import (
	"strconv"
	"strings"
)

// Kind says what an item does for the audience. The empty kind is content
// nobody has named: a give of no particular kind.
type Kind string

// The kinds, as their tags are written in a talk file (with a # before them).
const (
	Insight  Kind = "insight"
	Story    Kind = "story"
	Example  Kind = "example"
	Evidence Kind = "evidence"
	Demo     Kind = "demo"
	HowTo    Kind = "howto"
	Truth    Kind = "truth"
	Question Kind = "question"

	Bio          Kind = "bio"
	Pitch        Kind = "pitch"
	Ask          Kind = "ask"
	Brag         Kind = "brag"
	Hype         Kind = "hype"
	Apology      Kind = "apology"
	Housekeeping Kind = "housekeeping"

	Bridge Kind = "bridge"
)

// Side is which way an item's value goes.
type Side int

// The sides, in the order in which they are good for the audience.
const (
	Take    Side = iota - 1 // the audience gives: time, attention, applause, money
	Neither                 // a bridge between two things
	Give                    // the audience gets something
)

// Kinds lists every kind in the order in which a person is offered them.
func Kinds() []Kind {
	return []Kind{Insight, Story, Example, Evidence, Demo, HowTo, Truth, Question,
		Bio, Pitch, Ask, Brag, Hype, Apology, Housekeeping, Bridge}
}

// Side returns which way items of this kind go. The empty kind is a give.
func (k Kind) Side() Side {
	switch k {
	case Bio, Pitch, Ask, Brag, Hype, Apology, Housekeeping:
		return Take
	case Bridge:
		return Neither
	}
	return Give
}

// TagClass is what a tag is about.
type TagClass int

// The classes of tags.
const (
	KindTag     TagClass = iota // what the item is: #story, #pitch, #bridge
	EffortTag                   // #firsthand, #tailored
	PriorityTag                 // #core, #extra, #skip, #skip-NAME, #backup
	LinkTag                     // #need1, #keep1, #make1, #truth1
	ShowTag                     // #show
)

// Names of tags that are not kinds.
const (
	TagFirsthand = "firsthand" // the speaker was there
	TagTailored  = "tailored"  // made for this audience
	TagCore      = "core"      // never cut
	TagExtra     = "extra"     // cut first
	TagSkip      = "skip"      // left out; "skip-NAME" of the variant NAME only
	TagBackup    = "backup"    // after the end, for questions, outside the time
	TagShow      = "show"      // shows a paragraph
)

// Tag is a known word with a # before it, at the end of what it is about.
type Tag struct {
	Name  string // without the #, such as "story", "skip-short" or "need2"
	Class TagClass
	Link  Link // for a LinkTag
	Span  Span // from the # to the end of the name
}

// Kind returns the kind that a KindTag names, otherwise the empty kind.
func (t Tag) Kind() Kind {
	if t.Class == KindTag {
		return Kind(t.Name)
	}
	return ""
}

// ParseTag reads a tag's name, without the #. It reports false for a word that
// is no tag: that word is text.
func ParseTag(name string) (Tag, bool) {
	switch name {
	case TagFirsthand, TagTailored:
		return Tag{Name: name, Class: EffortTag}, true
	case TagCore, TagExtra, TagSkip, TagBackup:
		return Tag{Name: name, Class: PriorityTag}, true
	case TagShow:
		return Tag{Name: name, Class: ShowTag}, true
	}
	for _, k := range Kinds() {
		if string(k) == name {
			return Tag{Name: name, Class: KindTag}, true
		}
	}
	if variant, ok := strings.CutPrefix(name, TagSkip+"-"); ok && variant != "" {
		return Tag{Name: name, Class: PriorityTag}, true
	}
	for _, l := range []struct {
		word string
		kind LinkKind
		made bool
	}{{"need", ToNeed, false}, {"keep", ToPromise, false}, {"make", ToPromise, true}, {"truth", ToTruth, false}} {
		digits, ok := strings.CutPrefix(name, l.word)
		if !ok {
			continue
		}
		if n, err := strconv.Atoi(digits); err == nil && n > 0 && digits[0] != '0' && digits[0] != '+' {
			return Tag{Name: name, Class: LinkTag, Link: Link{Kind: l.kind, Number: n, Makes: l.made}}, true
		}
	}
	return Tag{}, false
}

// LinkKind is which of the deal's lists a link points into.
type LinkKind string

// The lists that links point into, as key lines write them.
const (
	ToNeed    LinkKind = "need"
	ToPromise LinkKind = "promise"
	ToTruth   LinkKind = "truth"
)

// Link points from a section or an item to an entry of the deal: a need that
// it meets, a promise that it keeps or makes, a truth that it tells.
type Link struct {
	Kind   LinkKind
	Number int  // the entry's place in its list, from 1
	Makes  bool // the promise is made here; otherwise it is kept
	Span   Span // the whole link, such as "need 1" or "#need1"
}

// Tags is what an item, a slide or a section carries.
type Tags []Tag

// Has reports whether one of the tags has this name.
func (t Tags) Has(name string) bool {
	for _, tag := range t {
		if tag.Name == name {
			return true
		}
	}
	return false
}

// Kind returns the first kind among the tags, or the empty kind.
func (t Tags) Kind() Kind {
	for _, tag := range t {
		if tag.Class == KindTag {
			return tag.Kind()
		}
	}
	return ""
}

// LeftOut reports whether the tags leave their thing out of the talk, or out
// of the named variant of it; the empty variant is the talk itself.
func (t Tags) LeftOut(variant string) bool {
	return t.Has(TagSkip) || variant != "" && t.Has(TagSkip+"-"+variant)
}

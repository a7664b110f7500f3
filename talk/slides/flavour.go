package slides

import (
	"bytes"
	"context"
	"io"
	"slices"
)

// Flavour is a tool's way to write a deck.
type Flavour struct {
	Name      string // as the command line takes it
	Title     string // as a person knows it
	Extension string // of its files, with the dot
	// ByDocumentation says that the tool could not be run on decks of this
	// flavour, so that its escapes follow the tool's documentation alone.
	ByDocumentation bool
	// Through names the program that makes the file out of what is written here,
	// Pandoc's Markdown; empty when this is the file.
	Through string
	// Paper says that it is to be read by people, not by a tool that shows slides.
	Paper bool
	// Embeds says that pictures stand in the file itself: see Deck.Embed.
	Embeds  bool
	Carries Carries
	write   func(out *bytes.Buffer, d *Deck)
	// read reads a deck, as far as it comes until the context ends; nil when decks
	// of this flavour cannot be read.
	read func(ctx context.Context, deck string) *source
	// bundles says why the tool does not take an image along into what it builds,
	// or returns nil; it is nil itself for a tool that takes every file.
	bundles func(destination string) error
	// untitled says that the tool shows no titles of links to slides.
	untitled bool
}

// Carries is what of a deck a tool has a place for.
type Carries struct {
	Notes NoteStyle
	// NotesFrom is the first version of the tool that shows notes; empty for any.
	NotesFrom string
	Times     bool // a slide's planned time
	Cues      bool // the cues in the notes
	Slides    bool // what the audience sees
	Images    bool // images, not only their words
	Tables    bool // tables as tables
}

// NoteStyle is how a tool shows a speaker's notes.
type NoteStyle int

// The styles of notes.
const (
	NoNotes       NoteStyle = iota // the tool has no notes
	PlainNotes                     // text without marks
	MarkdownNotes                  // text with emphasis, links and lists
)

// Flavours lists every flavour in the order in which a person is offered them.
func Flavours() []Flavour {
	return []Flavour{
		marp(),
		slidev(),
		reveal(),
		revealMD(),
		htmlDeck(),
		remark(),
		pandoc(),
		quarto(),
		patat(),
		deckset(),
		presenterm(),
		advancedSlides(),
		terminalSlides(),
		iaPresenter(),
		powerpoint(),
		handout(),
		script(),
		plan(),
	}
}

// ByName returns the flavour that has this name.
func ByName(name string) (Flavour, bool) {
	all := Flavours()
	if i := slices.IndexFunc(all, func(f Flavour) bool { return f.Name == name }); i >= 0 {
		return all[i], true
	}
	return Flavour{}, false
}

// Write writes the deck in this flavour: UTF-8 with LF at the line ends. The
// only error is that of out.
func (f Flavour) Write(out io.Writer, d *Deck) error {
	_, err := out.Write(f.Bytes(d))
	return err
}

// Bytes returns the deck in this flavour, as Write writes it.
func (f Flavour) Bytes(d *Deck) []byte {
	var out bytes.Buffer
	f.write(&out, d)
	return out.Bytes()
}

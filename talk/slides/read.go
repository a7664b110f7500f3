package slides

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
)

// Outline is what Read calls a text that no tool has made slides of.
const Outline = "outline"

// Reading is a deck of a tool that became a talk.
type Reading struct {
	Flavour string // the name of the flavour that it was read as, or Outline
	Talk    []byte // the talk file
	Slides  int    // how many slides the deck has; 0 for an outline
	Kept    []Kept // what has no place in a talk, in the order of the deck
}

// Kept is a piece of a deck that has no place in a talk. It stands in the talk
// file as a comment, at the place where it was.
type Kept struct {
	Slide int // its number, from 1; 0 for the deck as a whole
	Text  string
}

// ErrNoText says that a deck is no text.
var ErrNoText = errors.New("this is no text")

// ErrWebPage says that a deck is a whole page of HTML, such as slides become, and
// where the text is: a page of reveal.js may have it inside.
var ErrWebPage = errors.New("this is a web page, not the text that slides are made of; " +
	"for reveal.js, import the Markdown file, or the text inside the page's data-markdown section, without its indentation")

// webPage is how a whole page of HTML begins.
var webPage = regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)[\s>]`)

// Readable returns the names that Read knows.
func Readable() []string {
	var names []string
	for _, f := range Flavours() {
		if f.read != nil {
			names = append(names, f.Name)
		}
	}
	return append(names, Outline)
}

// Read makes a talk of a deck that was written for a tool, or of an outline. An
// empty name leaves it to Detect. No text of the deck is lost: what is shown is
// shown, notes are said, and the rest is kept in comments: so is what goes beyond all
// measure, see maxSigns. The error is
// ErrNoText, ErrWebPage, or that there is no such name.
func Read(name string, deck []byte) (*Reading, error) {
	return read(context.Background(), name, deck, nil)
}

// ReadInto is Read for a talk that will lie in another folder than its deck: the
// pictures are named as seen from there. It ends with the context, whose error it
// returns then: a deck of many megabytes takes seconds.
func ReadInto(ctx context.Context, name string, deck []byte, from, to string) (*Reading, error) {
	return read(ctx, name, deck, fromFolder(from, to))
}

// read makes a talk of a deck, with other destinations for its pictures when there
// is a function that knows them.
func read(ctx context.Context, name string, deck []byte, destination func(string) string) (*Reading, error) {
	if name != "" && !slices.Contains(Readable(), name) {
		return nil, fmt.Errorf("no deck of %q can be read", name)
	}
	text, ok := markdown.ReadText(deck)
	if !ok {
		return nil, ErrNoText
	}
	if webPage.MatchString(strings.TrimPrefix(text, "\ufeff")) {
		return nil, ErrWebPage
	}
	if name == "" {
		name, _ = detect(text)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if name == Outline {
		text, beyond := cutBeyond(text)
		made := markdown.FromTextUntil(ctx, text)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if destination != nil {
			made = relocateText(made, destination)
		}
		w := newPen(Outline)
		w.out.Write(made)
		w.keep(0, beyond)
		return &Reading{Flavour: Outline, Talk: w.out.Bytes(), Kept: w.kept}, nil
	}
	f, _ := ByName(name)
	text, beyond := cutBeyond(strings.ReplaceAll(clean(lineEnds.Replace(text)), "\uFFFD", unreadable))
	source := f.read(ctx, text)
	if err := each(ctx, len(source.pages), func(i int) { source.pages[i].ready() }); err != nil {
		return nil, err
	}
	if destination != nil {
		source.relocate(destination)
	}
	source.keepBeyond(beyond)
	w := talkWriter{pen: newPen(name), source: source}
	made, err := w.write(ctx)
	if err != nil {
		return nil, err
	}
	made = bytes.ReplaceAll(made, []byte(unreadable), []byte("\uFFFD"))
	for i, kept := range w.kept {
		w.kept[i].Text = strings.ReplaceAll(kept.Text, unreadable, "\uFFFD")
	}
	slides := len(source.pages)
	if source.titled {
		slides++
	}
	return &Reading{Flavour: name, Talk: made, Slides: slides, Kept: w.kept}, nil
}

// unreadable stands for the replacement sign while a deck is read: goldmark takes
// that for the end of a tag's text.
const unreadable = "\uFDD2"

// source is a deck as a tool's file has it.
type source struct {
	title  string // of the front matter
	below  []string
	titled bool // the front matter makes a slide of the title
	lang   string
	slot   time.Duration
	front  string // the settings
	pages  []*page
}

// page is one slide of a source.
type page struct {
	parts     []part
	notes     []part
	time      time.Duration
	continued bool              // it goes on with the slide before it
	hidden    bool              // the tool does not show it
	opening   bool              // the tool shows it as a title
	pictures  map[string]string // files by the names that images have for them
	read      func()            // reads what stands on it; nil once that is done
}

// ready reads what stands on the page, unless that is done. Nothing of it is on
// another page, so that several may be read at once.
func (p *page) ready() {
	if p.read != nil {
		p.read()
		p.read = nil
	}
}

// part is a block, or what has no place in a talk.
type part struct {
	block talk.Block
	kept  string
}

// say adds notes to what is said to a slide.
func (p *page) say(notes ...part) { p.notes = append(p.notes, notes...) }

// keep adds what has no place.
func (p *page) keep(text string) {
	if text = strings.TrimSpace(text); text != "" {
		p.parts = append(p.parts, part{kept: text})
	}
}

// heading returns the heading that is the title of the slide: its first block,
// but for pictures before it, which are often behind it in truth.
func (p *page) heading() (*talk.Heading, int) {
	for i, part := range p.parts {
		switch b := part.block.(type) {
		case nil:
		case *talk.Heading:
			if b.Level <= 3 {
				return b, i
			}
			return nil, -1
		case *talk.Paragraph:
			if !talk.OnlyImages(b.Inlines) {
				return nil, -1
			}
		default:
			return nil, -1
		}
	}
	return nil, -1
}

// shows reports whether there is a block on the slide.
func (p *page) shows() bool {
	return slices.ContainsFunc(p.parts, func(p part) bool { return p.block != nil })
}

// holdsItems reports whether there is more than a title on the slide, among which
// a talk shares its time.
func (p *page) holdsItems() bool {
	heading, at := p.heading()
	return len(p.notes) > 0 || slices.ContainsFunc(p.parts, func(o part) bool { return o.block != nil && (heading == nil || o.block != p.parts[at].block) })
}

// plainPoint is a line of a list in notes without marks. The tool shows its hyphen
// or number as it stands: it stays, on a line of its own.
var plainPoint = regexp.MustCompile(`^\s*(?:[-*+•]|\d{1,3}[.)]) `)

// plainNote makes paragraphs of notes without marks.
func plainNote(text string) []part {
	var parts []part
	for paragraph := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		var inlines []talk.Inline
		for line := range strings.SplitSeq(strings.TrimSpace(paragraph), "\n") {
			if inlines != nil {
				inlines = append(inlines, &talk.LineBreak{Hard: plainPoint.MatchString(line)})
			}
			inlines = append(inlines, &talk.Text{Text: strings.TrimSpace(line)})
		}
		if strings.TrimSpace(talk.PlainText(inlines)) != "" {
			parts = append(parts, part{block: &talk.Paragraph{Inlines: inlines}})
		}
	}
	return parts
}

package slides

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
	"sync"
	"time"
)

// htmlFiles is the page of the HTML deck, its look and its script.
//
//go:embed deck
var htmlFiles embed.FS

// htmlScripts are the parts of the page's script in the order in which they
// run: each uses what stands before it.
var htmlScripts = [...]string{"deck.js", "fit.js", "clock.js", "speaker.js", "start.js"}

// htmlDeck is a page for any browser that needs nothing else: no network, no
// other file, and no script but its own. Its content security policy names the
// style and the script by their hashes, so that nothing in a talk can run or
// load anything, even if it got past the sanitizer.
func htmlDeck() Flavour {
	return Flavour{
		Name:      "html",
		Title:     "One HTML file",
		Extension: ".html",
		Embeds:    true,
		Carries:   Carries{Notes: MarkdownNotes, Times: true, Cues: true, Slides: true, Images: true, Tables: true},
		write:     writeHTML,
	}
}

// htmlPage is what page.html shows.
type htmlPage struct {
	Lang, Dir     string
	Title         string
	Policy        string
	Style, Papers template.HTML
	Script        template.HTML
	Words         htmlWords
	Slides        []htmlSlide
	Count         int
	Speaking      int  // seconds; 0 without a slot
	NeedsHeading  bool // no slide is the page's first heading
	HasNotes      bool
}

type htmlSlide struct {
	Number      int
	Label       string
	Look        string // a class for slides that hold only one thing
	Seconds     int
	Backup      bool
	Body, Notes template.HTML
}

func writeHTML(out *bytes.Buffer, d *Deck) {
	words := htmlWordsFor(d.Lang)
	style, forSlides, forNotes := htmlFile("deck.css"), htmlFile("paper-slides.css"), htmlFile("paper-notes.css")
	var script strings.Builder
	for _, name := range htmlScripts {
		script.WriteString(htmlFile(name))
	}
	page := htmlPage{
		Lang:   htmlLang(d.Lang),
		Dir:    htmlDirection(d.Lang),
		Title:  strings.TrimSpace(collapse(clean(d.Title))),
		Policy: htmlPolicy(script.String(), style, forSlides, forNotes),
		Style:  template.HTML("<style>" + style + "</style>"),
		// The script chooses the paper; without it, it is the printer's.
		Papers: template.HTML(`<style id="paper-slides" media="not all">` + forSlides + "</style>\n" +
			`<style id="paper-notes" media="not all">` + forNotes + "</style>"),
		Script:       template.HTML(`<script type="module">` + script.String() + "</script>"),
		Words:        words,
		Count:        len(d.Slides),
		Speaking:     int(d.Speaking / time.Second),
		NeedsHeading: len(d.Slides) == 0 || d.Slides[0].Level != 1,
	}
	if page.Title == "" {
		page.Title = words.Slides
	}
	// What is said is written beside what is shown: cleaning both is most of the
	// work.
	var saying sync.WaitGroup
	said := make([]template.HTML, len(d.Slides))
	saying.Go(func() {
		writer := newHTMLWriter(d.Images, page.Dir)
		for i, s := range d.Slides {
			said[i] = writer.notes(s.Notes)
		}
	})
	shown := make([]template.HTML, len(d.Slides))
	writer := newHTMLWriter(d.Images, page.Dir)
	for i, s := range d.Slides {
		shown[i] = writer.slide(s)
	}
	saying.Wait()
	for i, s := range d.Slides {
		slide := htmlSlide{
			Number:  i + 1,
			Label:   words.slide(i+1, len(d.Slides)),
			Look:    htmlLook(s),
			Seconds: int(s.Time / time.Second),
			Backup:  s.Backup,
			Body:    shown[i],
			Notes:   said[i],
		}
		page.HasNotes = page.HasNotes || slide.Notes != ""
		page.Slides = append(page.Slides, slide)
	}
	// The template is a file of this package and its data has no methods: an
	// error would be a mistake in here that no talk can bring about.
	t := template.Must(template.New("page.html").Parse(htmlFile("page.html")))
	if err := t.Execute(out, page); err != nil {
		panic(fmt.Sprintf("slides: the HTML deck: %v", err))
	}
}

// htmlFile returns a file of the folder deck.
func htmlFile(name string) string {
	data, err := htmlFiles.ReadFile("deck/" + name)
	if err != nil {
		panic(fmt.Sprintf("slides: a file of the HTML deck is missing: %v", err))
	}
	return string(data)
}

// htmlPolicy is a content security policy under which only this script and these
// styles do anything, and pictures come from the page itself.
func htmlPolicy(script string, styles ...string) string {
	hash := func(s string) string {
		sum := sha256.Sum256([]byte(s))
		return " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	policy := "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; script-src" + hash(script) + "; style-src"
	for _, style := range styles {
		policy += hash(style)
	}
	return policy
}

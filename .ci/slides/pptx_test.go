package slides

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/talk/slides"
)

// TestPowerPointShowsWhatTheDeckHolds makes a PowerPoint file with Pandoc and
// reads it as PowerPoint would: the text of its slides and of their notes.
func TestPowerPointShowsWhatTheDeckHolds(t *testing.T) {
	all := decks()
	for name, deck := range all {
		if strings.HasPrefix(name, inPlace) && os.Getenv("TALKGIVER_PLACES") == "" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			comparePowerPoint(t, deck, powerPoint(t, deck))
		})
	}
}

// comparePowerPoint compares slide by slide. Pandoc gives a table and a picture a
// slide of their own, as the flavour warns, so that a slide may become several.
func comparePowerPoint(t *testing.T, deck *slides.Deck, got []shown) {
	t.Helper()
	flavour, _ := slides.ByName("pptx")
	several := map[int]bool{}
	for _, w := range flavour.Warnings(deck) {
		if w.Kind == slides.BecomesMore {
			several[w.Slide-1] = true
		}
	}
	wrong := 0
	for i, slide := range deck.Slides {
		want := words(holds(inPowerPoint(slide)))
		var now, notes []string
		for pieces := 0; len(got) > 0; pieces++ {
			more := append(slices.Clone(now), words(got[0])...)
			if pieces > 0 && !(several[i] && len(now) < len(want) && len(more) <= len(want) && slices.Equal(more, want[:len(more)])) {
				break
			}
			now, notes = more, append(notes, texts(got[0].Notes)...)
			got = got[1:]
		}
		for j := range max(len(now), len(want)) {
			if a, b := line(now, j), line(want, j); a != b {
				t.Errorf("slide %d, block %d\n%s", i+1, j+1, difference(a, b))
				wrong++
				break
			}
		}
		if a, b := strings.Join(notes, " "), strings.Join(holds(slide).Notes, " "); a != b {
			t.Errorf("slide %d has other notes\n%s", i+1, difference(a, b))
			wrong++
		}
		if wrong > 10 {
			t.Fatal("and so on")
		}
	}
	if len(got) > 0 {
		t.Errorf("%d slides more than the deck has", len(got))
	}
}

// inPowerPoint returns a slide as the flavour says that it is shown there: a picture
// that a paragraph begins with is a paragraph, and so is each row of a table that
// is in another block.
func inPowerPoint(s *slides.Slide) *slides.Slide {
	apart := *s
	apart.Blocks = nil
	for _, block := range s.Blocks {
		switch b := block.(type) {
		case *talk.Table:
		case *talk.Paragraph:
			rest := b.Inlines
			for inner := rest; len(inner) > 0; {
				if isPicture(inner[0]) || visible(talk.PlainText(inner[:1])) == "" {
					apart.Blocks = append(apart.Blocks, paragraph(inner[0]))
					inner = inner[1:]
					rest = inner
					continue
				}
				children := marked(inner[0])
				if children == nil {
					break
				}
				inner = slices.Concat(children, inner[1:])
			}
			block = paragraph(rest...)
		default:
			block = rowByRow(block)[0]
		}
		apart.Blocks = append(apart.Blocks, block)
	}
	return &apart
}

// marked returns what is in emphasis or in a link, nil for any other inline.
func marked(in talk.Inline) []talk.Inline {
	switch in := in.(type) {
	case *talk.Emphasis:
		return in.Children
	case *talk.Anchor:
		return in.Children
	}
	return nil
}

// isPicture reports whether an inline is an image, or a link that holds nothing else.
func isPicture(in talk.Inline) bool {
	switch in := in.(type) {
	case *talk.Image:
		return true
	case *talk.Anchor:
		return len(in.Children) == 1 && isPicture(in.Children[0])
	}
	return false
}

// rowByRow returns a block with a paragraph for each row of the tables in it.
func rowByRow(block talk.Block) []talk.Block {
	each := func(blocks []talk.Block) (all []talk.Block) {
		for _, b := range blocks {
			all = append(all, rowByRow(b)...)
		}
		return all
	}
	switch b := block.(type) {
	case *talk.Quote:
		return []talk.Block{&talk.Quote{Blocks: each(b.Blocks)}}
	case *talk.List:
		rows := &talk.List{}
		for _, item := range b.Items {
			rows.Items = append(rows.Items, &talk.ListItem{Blocks: each(item.Blocks)})
		}
		return []talk.Block{rows}
	case *talk.Table:
		var rows []talk.Block
		for _, row := range append([][][]talk.Inline{b.Header}, b.Rows...) {
			var cells []string
			for _, cell := range row {
				cells = append(cells, talk.PlainText(cell))
			}
			rows = append(rows, paragraph(text(strings.Join(cells, " "))))
		}
		return rows
	}
	return []talk.Block{block}
}

// powerPoint returns the slides of the file that Pandoc makes of a deck.
func powerPoint(t *testing.T, deck *slides.Deck) []shown {
	t.Helper()
	flavour, ok := slides.ByName("pptx")
	if !ok {
		t.Fatal("there is no flavour pptx")
	}
	// Pandoc makes no file when a picture is missing.
	picture, err := os.ReadFile("../../assets/icon.png")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "picture.png"), picture, 0o644); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "deck.pptx")
	command := exec.Command(flavour.Through, "-f", "markdown", "-t", "pptx", "-o", file)
	command.Dir = dir
	command.Stdin = bytes.NewReader(flavour.Bytes(deck.Relocated(func(string) string { return "picture.png" })))
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", command, err, out)
	}
	archive, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	parts := map[string]*zip.File{}
	for _, f := range archive.File {
		parts[f.Name] = f
	}
	var all []shown
	for n := 1; parts[fmt.Sprintf("ppt/slides/slide%d.xml", n)] != nil; n++ {
		slide := shown{Blocks: paragraphs(t, parts[fmt.Sprintf("ppt/slides/slide%d.xml", n)])}
		if notes := notesOf(t, parts, n); notes != nil {
			for _, p := range paragraphs(t, notes) {
				slide.Notes = append(slide.Notes, p.Text)
			}
		}
		all = append(all, slide)
	}
	return all
}

// notesOf returns the part that holds the notes of a slide, nil when it has none.
func notesOf(t *testing.T, parts map[string]*zip.File, slide int) *zip.File {
	t.Helper()
	var related struct {
		Relationship []struct {
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
		}
	}
	part := parts[fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", slide)]
	if part == nil {
		return nil
	}
	if err := xml.Unmarshal(contents(t, part), &related); err != nil {
		t.Fatal(err)
	}
	for _, r := range related.Relationship {
		if strings.HasSuffix(r.Type, "/notesSlide") {
			return parts["ppt/notesSlides/"+filepath.Base(r.Target)]
		}
	}
	return nil
}

func contents(t *testing.T, part *zip.File) []byte {
	t.Helper()
	r, err := part.Open()
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err = errors.Join(err, r.Close()); err != nil {
		t.Fatal(err)
	}
	return data
}

// paragraphs returns the paragraphs of a part in which DrawingML stands, without
// its fields, such as the number of the slide.
func paragraphs(t *testing.T, part *zip.File) []shownBlock {
	t.Helper()
	var (
		all    []shownBlock
		inside []string
	)
	decoder := xml.NewDecoder(bytes.NewReader(contents(t, part)))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatalf("%s: %v", part.Name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = append(inside, token.Name.Local)
			switch token.Name.Local {
			case "p":
				all = append(all, shownBlock{In: "p"})
			case "br":
				all[len(all)-1].Text += " "
			}
		case xml.EndElement:
			inside = inside[:len(inside)-1]
		case xml.CharData:
			if len(inside) > 0 && inside[len(inside)-1] == "t" && !slices.Contains(inside, "fld") {
				all[len(all)-1].Text += string(token)
			}
		}
	}
}

// TestPowerPointShowsPicturesOfLists counts the pictures in the file: Pandoc shows
// none that is in a list.
func TestPowerPointShowsPicturesOfLists(t *testing.T) {
	dir := t.TempDir()
	picture, err := os.ReadFile("../../assets/icon.png")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "picture.png"), picture, 0o644); err != nil {
		t.Fatal(err)
	}
	flavour, _ := slides.ByName("pptx")
	deck := slides.New(markdown.Parse([]byte("## One\n\n- words\n- ![a](picture.png)\n\n## Two\n\n- ![b](picture.png)\n")).Talk(), slides.Options{NoTitle: true})
	file, missing, err := flavour.Publish(t.Context(), deck, slides.Publication{Talk: filepath.Join(dir, "talk.md")})
	if err != nil || len(missing) > 0 {
		t.Fatal(err, missing)
	}
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, f := range archive.File {
		if strings.HasPrefix(f.Name, "ppt/slides/slide") {
			shown += bytes.Count(contents(t, f), []byte("r:embed="))
		}
	}
	if shown != 2 {
		t.Errorf("%d pictures are shown, want 2", shown)
	}
}

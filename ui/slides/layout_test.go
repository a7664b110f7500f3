package slides

import (
	"encoding/json"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"talkgiver/assets"
	"talkgiver/talk/slides"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// german has the words of the window in German.
func german(t *testing.T) map[string]string {
	t.Helper()
	file, err := assets.I18N().Open("i18n/de.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all map[string]any
	if err := json.NewDecoder(file).Decode(&all); err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	for key, value := range all {
		if word, ok := value.(string); ok {
			words[key] = word
		}
	}
	return words
}

// Each place that a deck goes to is called by the name of its tool, or has a German
// name.
func TestToolsHaveNames(t *testing.T) {
	words := german(t)
	for name, want := range map[string]string{"html": "Eine HTML-Datei", "handout": "Handzettel", "script": "Skript", "csv": "Plan als Tabelle"} {
		f, ok := slides.ByName(name)
		if !ok || words[ToolName(f)] != want || f.Title != ToolName(f) {
			t.Errorf("%s is %q, in German %q, want %q", name, ToolName(f), words[ToolName(f)], want)
		}
	}
	for key, word := range words {
		if strings.Contains(strings.ToLower(word), "exportier") {
			t.Errorf("%q is %q: everywhere else slides are „ausgegeben“", key, word)
		}
	}
}

// parts returns an object with all within containers, scrolls and cards.
func parts(o fyne.CanvasObject) []fyne.CanvasObject {
	all := []fyne.CanvasObject{o}
	switch o := o.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			all = append(all, parts(part)...)
		}
	case *container.Scroll:
		all = append(all, parts(o.Content)...)
	case *widgets.CardButton:
		all = append(all, parts(o.Content)...)
	}
	return all
}

// Whatever the size of the text and the language, every word of a control can be
// read in the smallest window, and the panel keeps out of the slide.
func TestNoControlIsCut(t *testing.T) {
	for _, scale := range []float32{1, 1.6} {
		for _, language := range []string{"en", "de"} {
			d := newDesk(t, threeSections)
			d.cfg.Import = func() {}
			d.Place = New(d.cfg)
			words := german(t)
			controls := 0
			for _, o := range parts(d.exports.object) {
				var text *string
				switch o := o.(type) {
				case *widget.Check:
					text = &o.Text
				case *widgets.Button:
					text = &o.Text
				default:
					continue
				}
				controls++
				if language == "de" {
					if words[*text] == "" {
						t.Fatalf("%q has no German", *text)
					}
					*text = words[*text]
					o.Refresh()
				}
			}
			if controls != 10 {
				t.Fatalf("the panel has %d controls", controls)
			}
			d.win.SetContent(d.Content())
			d.win.Resize(fyne.NewSize(900, 600))
			larger := theme.New(theme.Light)
			larger.TextScale = scale
			test.ApplyTheme(t, larger)
			d.win.Content().Refresh()
			d.win.Resize(fyne.NewSize(901, 600))
			d.win.Resize(fyne.NewSize(900, 600))
			if got := d.win.Canvas().Size().Width; got != 900 {
				t.Fatalf("%s at %v: the window is %v wide", language, scale, got)
			}
			panel := d.exports.object
			if left := panel.Position().X; left < d.stage.Position().X+d.stage.Size().Width || left+panel.Size().Width > 900 {
				t.Errorf("%s at %v: the panel lies over the slide or leaves the window", language, scale)
			}
			var last fyne.CanvasObject
			for _, o := range parts(panel) {
				name := ""
				switch o := o.(type) {
				case *widget.Check:
					name = o.Text
				case *widgets.Button:
					name = o.Text
				case *widgets.CardButton:
				default:
					continue
				}
				if size, least := o.Size(), o.MinSize(); size.Width < least.Width || size.Height < least.Height {
					t.Errorf("%s at %v: %T %q has %v and needs %v", language, scale, o, name, size, least)
				}
				if last != nil && o.Position().Y < last.Position().Y+last.Size().Height && o.Position().X < last.Position().X+last.Size().Width &&
					o.Position().Y >= last.Position().Y && o.Position().X >= last.Position().X {
					t.Errorf("%s at %v: %T %q lies over the one before", language, scale, o, name)
				}
				last = nil
				if _, ok := o.(*widget.Check); ok {
					last = o
				}
			}
		}
	}
}

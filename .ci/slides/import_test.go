package slides

import (
	"strings"
	"testing"

	"talkgiver/talk/slides"
)

// foreign are decks as people write them for a tool, with what no exporter writes:
// settings, layouts, several forms of a rule, comments in comments' places.
var foreign = map[string]map[string]string{
	"marp": {
		"rules of all forms":    "---\nmarp: true\n---\n\n# One\n\n***\n\n## Two\n\nText\n---\n\nstill two\n\n- - -\n\nthree\n\n___\n\n<!-- a note -->\n\n```\n---\n```\n\n    ---\n\n> ---\n",
		"headings that divide":  "---\nmarp: true\nheadingDivider: 2\n---\n\n# One\n\n## Two\n\n### Still two\n\n---\n\nthree\n\n# Four\n",
		"an empty first slide":  "---\nmarp: true\n---\n\n---\n\n# Two\n\n---\n\n---\n\nfour\n",
		"settings and comments": "---\nmarp: true\ntheme: gaia\n---\n\n<!-- _class: lead -->\n\n# One\n\nby me\n\n<!--\nSay --- this.\n\n---\n-->\n\n---\n\n<!-- ---\n\nno slide\n-->\n\n- two <!-- in an entry -->\n",
		"no front matter":       "# One\n\n---\n\n| a | b |\n|---|---|\n| c | d |\n\n---\n\n<div>\n\n---\n\n</div>\n",
	},
	"reveal-md": {
		"down and on":   "---\ntitle: T\n---\n\n# One\n\n----\n\n## Below\n\n---\n\n## Two\n\nNote: said\n\n----\n\n## Two below\n",
		"own rules":     "---\nseparator: '\\n===\\n'\nverticalSeparator: '\\n=v=\\n'\n---\n\n# One\n\n===\n\ntwo\n\n=v=\n\n---\n\nthree\n",
		"no front":      "# One\n\n---\n\n## Two\n",
		"rules as text": "# One\n\n --- \n\n***\n\n---\n\n## Two\n",
	},
	"remark": {
		"classes and properties": "class: center, middle\nname: start\n\n# One\n\n---\n\n## Two\n\n.left[\n- a\n- b\n]\n\n???\n\nsaid\n\n---\n\n```\n---\n```\n\n~~~\n--\n~~~\n",
	},
}

// TestDecksOfOthersComeIn counts the slides of each deck as the real tool does.
func TestDecksOfOthersComeIn(t *testing.T) {
	for tool, decks := range foreign {
		t.Run(tool, func(t *testing.T) {
			got := showFiles(t, tool, decks)
			for name, deck := range decks {
				read, err := slides.Read(tool, []byte(deck))
				if err != nil {
					t.Fatal(err)
				}
				if read.Slides != len(got[name]) {
					t.Errorf("%s: %d slides are read, %s shows %d, in\n%s", name, read.Slides, tool, len(got[name]), deck)
				}
				again := deckOf(read.Talk)
				if len(again.Slides) != len(got[name]) {
					t.Errorf("%s: the talk has %d slides, %s shows %d, in\n%s", name, len(again.Slides), tool, len(got[name]), read.Talk)
				}
				for i := range min(len(again.Slides), len(got[name])) {
					all := squeezed(holds(again.Slides[i]))
					for _, text := range append(words(got[name][i]), texts(got[name][i].Notes)...) {
						if !strings.Contains(all, squeeze(text)) {
							t.Errorf("%s: slide %d lost %q, in\n%s", name, i+1, text, read.Talk)
						}
					}
				}
			}
		})
	}
}

// squeezed is all text of a slide without white space.
func squeezed(s shown) string {
	return squeeze(strings.Join(words(s), "") + strings.Join(s.Notes, ""))
}

func squeeze(s string) string { return strings.Join(strings.Fields(visible(s)), "") }

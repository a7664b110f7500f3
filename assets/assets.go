// Package assets holds what travels inside the program: the icon, the words of
// the window and the sample talks. It decides nothing; it hands out bytes.
package assets

import (
	"embed"
	"path"
	"slices"
	"strings"
)

// FirstSample is the file name of the talk that a first start opens: the one
// that is good enough to be given.
const FirstSample = "say-it-while-it-is-small.md"

var (
	//go:embed icon.png
	icon []byte

	//go:embed i18n/*.json
	words embed.FS

	//go:embed samples/*.md
	samples embed.FS

	//go:embed templates/*/*.md
	templates embed.FS
)

// Sample is a talk written for this project, in the format of the talk file.
type Sample struct {
	Name string // file name, unique among the samples, ending in ".md"
	Data []byte // the whole file, the reader's own copy
}

// Template is the beginning of a talk, with what each section is for and with
// comments that say what to write there.
type Template struct {
	Name string // such as "a-true-story", the same in every language
	Data []byte // the whole file, the reader's own copy
}

// Templates returns the templates in a language, in the order in which they are
// offered; where there are none in it, those in English.
func Templates(language string) []Template {
	var list []Template
	for _, name := range []string{"a-problem-solved", "a-true-story", "what-we-learned", "lightning-talk"} {
		data, err := templates.ReadFile(path.Join("templates", language, name+".md"))
		if err != nil {
			if language == "en" {
				return nil // cannot be: the folder is part of the program
			}
			return Templates("en")
		}
		list = append(list, Template{Name: name, Data: data})
	}
	return list
}

// Icon returns the program's icon as a square PNG, 512 pixels wide.
func Icon() []byte {
	return slices.Clone(icon)
}

// I18N returns the folder "i18n" with one JSON file a language, named by its
// tag ("en.json"). Each maps the English text of the window to that language.
func I18N() embed.FS {
	return words
}

// Samples returns the sample talks, FirstSample first, the others by name.
func Samples() []Sample {
	const dir = "samples"
	entries, err := samples.ReadDir(dir)
	if err != nil {
		return nil // cannot be: the folder is part of the program
	}
	list := make([]Sample, 0, len(entries))
	for _, entry := range entries {
		data, err := samples.ReadFile(path.Join(dir, entry.Name()))
		if err != nil {
			continue // cannot be: the entry was listed by the same embedded folder
		}
		list = append(list, Sample{Name: entry.Name(), Data: data})
	}
	slices.SortStableFunc(list, func(a, b Sample) int {
		switch {
		case a.Name == b.Name:
			return 0
		case a.Name == FirstSample:
			return -1
		case b.Name == FirstSample:
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	return list
}

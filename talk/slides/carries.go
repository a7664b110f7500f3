package slides

import "strings"

// String says in a few words what the tool has a place for, for help and lists:
// "notes, times; no images".
func (c Carries) String() string {
	var has, lacks []string
	list := func(there bool, name string) {
		if there {
			has = append(has, name)
		} else {
			lacks = append(lacks, name)
		}
	}
	from := ""
	if c.NotesFrom != "" {
		from = " from version " + c.NotesFrom + " on"
	}
	switch c.Notes {
	case MarkdownNotes:
		has = append(has, "notes"+from)
	case PlainNotes:
		has = append(has, "plain notes"+from)
	case NoNotes:
		lacks = append(lacks, "notes")
	}
	if c.Times {
		has = append(has, "times")
	}
	if c.Cues {
		has = append(has, "cues")
	}
	if c.Slides {
		list(c.Images, "images")
		list(c.Tables, "tables")
	}
	text := strings.Join(has, ", ")
	if len(lacks) > 0 {
		if text != "" {
			text += "; "
		}
		text += "no " + strings.Join(lacks, ", no ")
	}
	return text
}

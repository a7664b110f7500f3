package slides

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"time"

	"talkgiver/talk"
)

// handout is a page to give away: what is shown, and what is said to it, in
// CommonMark.
func handout() Flavour {
	return Flavour{
		Name:      "handout",
		Title:     "Handout",
		Extension: ".md",
		Paper:     true,
		Carries:   Carries{Notes: MarkdownNotes, Slides: true, Images: true, Tables: true},
		write: func(out *bytes.Buffer, d *Deck) {
			dialect := dialect{}.whole()
			for i, s := range d.Slides {
				if i > 0 {
					out.WriteByte('\n')
				}
				if len(s.Title) == 0 && i > 0 {
					out.WriteString("---\n\n")
				}
				shown := dialect.render(s.Level, s.Title, s.Blocks)
				out.Write(shown)
				if notes := dialect.render(0, nil, s.Notes); notes != nil {
					if shown != nil {
						out.WriteByte('\n')
					}
					out.Write(notes)
				}
			}
		},
	}
}

// script is what is said, with the cues, below the heading and the time of each
// slide.
func script() Flavour {
	return Flavour{
		Name:      "script",
		Title:     "Script",
		Extension: ".md",
		Paper:     true,
		Carries:   Carries{Notes: MarkdownNotes, Times: true, Cues: true},
		write: func(out *bytes.Buffer, d *Deck) {
			dialect := dialect{escape: writeCue}.whole()
			var at time.Duration
			for i, s := range d.Slides {
				if i > 0 {
					out.WriteByte('\n')
				}
				out.Write(dialect.render(s.Level, s.Title, nil))
				if s.Time > 0 {
					if len(s.Title) > 0 {
						out.WriteByte('\n')
					}
					out.WriteString("*" + talk.Clock(at) + "–" + talk.Clock(at+s.Time) + "*\n")
				}
				at += s.Time
				if said := dialect.render(0, nil, withCues(s.Notes, func(*talk.Cue) bool { return true })); said != nil {
					out.WriteByte('\n')
					out.Write(said)
				}
			}
		},
	}
}

// plan is a table of the slides and their times, in seconds.
func plan() Flavour {
	return Flavour{
		Name:      "csv",
		Title:     "Plan as a table",
		Extension: ".csv",
		Paper:     true,
		Carries:   Carries{Times: true},
		write: func(out *bytes.Buffer, d *Deck) {
			table := csv.NewWriter(out)
			table.Write([]string{"slide", "section", "title", "start", "seconds", "words"}) // a bytes.Buffer has no errors
			var at time.Duration
			for i, s := range d.Slides {
				section, start := "", ""
				if s.Section > 0 {
					section = strconv.Itoa(s.Section)
				}
				if !s.Backup {
					start = strconv.Itoa(int(at / time.Second))
				}
				said := 0
				for _, b := range s.Notes {
					said += talk.CountWords(talk.BlockText(b))
				}
				table.Write([]string{strconv.Itoa(i + 1), section, cell(talk.PlainText(s.Title)), start,
					strconv.Itoa(int(s.Time / time.Second)), strconv.Itoa(said)})
				at += s.Time
			}
			table.Flush()
		},
	}
}

// cell returns text that a spreadsheet does not calculate with.
func cell(text string) string {
	text = strings.TrimSpace(collapse(clean(text)))
	if text != "" && strings.IndexByte("=+-@", text[0]) >= 0 {
		return "'" + text
	}
	return text
}

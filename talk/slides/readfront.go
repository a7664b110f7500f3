package slides

import (
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"talkgiver/talk"
)

// cutFront takes the front matter off a file: what stands between a first line
// of three hyphens and the next one.
func cutFront(text string) (front, rest string, ok bool) {
	first, after, more := strings.Cut(text, "\n")
	if !more || strings.TrimRight(first, " \t") != "---" {
		return "", text, false
	}
	for at := 0; at < len(after); {
		line, _, _ := strings.Cut(after[at:], "\n")
		end := min(len(after), at+len(line)+1)
		if strings.TrimRight(line, " \t") == "---" {
			return after[:at], after[end:], true
		}
		at = end
	}
	return "", text, false
}

// settings are the pairs of a front matter, as far as they are one value each.
type settings map[string]string

// maxSettings is how long settings are that are read: nobody writes more, and
// what is longer is kept all the same.
const maxSettings = 1 << 16

// readSettings reads YAML. What is nested has its keys joined with dots; what is
// no map has no settings.
func readSettings(text string) settings {
	found := settings{}
	var doc yaml.Node
	if len(text) > maxSettings || yaml.Unmarshal([]byte(text), &doc) != nil || len(doc.Content) == 0 {
		return found
	}
	found.add("", doc.Content[0], 0)
	return found
}

func (s settings) add(path string, n *yaml.Node, depth int) {
	if n.Kind != yaml.MappingNode || depth > 3 {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := path+n.Content[i].Value, n.Content[i+1]
		switch value.Kind {
		case yaml.ScalarNode:
			s[key] = value.Value
		case yaml.SequenceNode:
			var all []string
			for _, v := range value.Content {
				if v.Kind == yaml.ScalarNode {
					all = append(all, v.Value)
				}
			}
			s[key] = strings.Join(all, ", ")
		default:
			s[key] = ""
			s.add(key+".", value, depth+1)
		}
	}
}

// written are the settings that the exporter writes by itself, and those that a
// talk has a place for: no need to keep them.
var written = map[string]bool{
	"marp: true": true, "theme: default": true, "layout: default": true, "slide-level: 2": true, "slidenumbers: true": true, "autoscale: true": true,
	"preloadImages: false": true, strings.TrimSpace(unstyledSetting): true,
	"format:\n  revealjs:\n    slide-level: 2": true, "options:\n  end_slide_shorthand: false": true,
	"revealOptions:\n  math:\n    tex2jax:\n      inlineMath: []\n      displayMath: []\n      processEnvironments: false": true,
}

// readFront takes what a talk has a place for out of a front matter, and keeps the
// rest.
func (s *source) readFront(text string) settings {
	found := readSettings(text)
	s.title = oneLineOf(found["title"])
	if s.title == "" {
		s.title = oneLineOf(found["pagetitle"])
	}
	s.lang = found["lang"]
	if s.lang == "" {
		s.lang = found["htmlAttrs.lang"]
	}
	if !isLanguage(s.lang) {
		s.lang = ""
	}
	s.slot, _ = talk.ParseSlot(found["duration"])
	var kept []string
	for _, entry := range entries(text) {
		key, _, _ := strings.Cut(entry, ":")
		switch {
		case len(found) == 0:
		case written[strings.TrimSpace(entry)], key == "title" && s.title != "", key == "pagetitle", key == "lang" && s.lang != "",
			key == "duration" && s.slot > 0, strings.TrimSpace(entry) == "htmlAttrs:\n  lang: "+s.lang:
			continue
		}
		kept = append(kept, entry)
	}
	s.front = strings.TrimSpace(strings.Join(kept, "\n"))
	return found
}

// entries splits a front matter at the lines that begin a key.
func entries(text string) []string {
	var all []string
	text = strings.TrimRight(text, "\n")
	start := 0
	for at := 0; ; {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			return append(all, text[start:])
		}
		at += end + 1
		if at < len(text) && strings.IndexByte(" \t-#\n", text[at]) < 0 {
			all = append(all, text[start:at-1])
			start = at
		}
	}
}

func oneLineOf(s string) string { return strings.TrimSpace(collapse(s)) }

// seconds reads a number of whole seconds; 0 when it is none.
func seconds(s string) time.Duration {
	d, ok := talk.ParseDuration(strings.TrimSpace(s) + "s")
	if !ok {
		return 0
	}
	return d
}

package slides

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
)

// marp is Marp (https://marp.app): markdown-it with tables and strikethrough,
// linkified, with emoji shortcodes and mathematics; notes are HTML comments.
func marp() Flavour {
	return Flavour{
		Name:      "marp",
		Title:     "Marp",
		Extension: ".md",
		Carries:   Carries{Notes: PlainNotes, Slides: true, Images: true, Tables: true},
		write:     writeMarp,
		read:      readMarp,
	}
}

// marpNesting: markdown-it reads 20 levels with the settings that Marp gives
// it, and the text in them needs one.
const marpNesting = 19

func writeMarp(out *bytes.Buffer, d *Deck) {
	out.WriteString("---\nmarp: true\n")
	if d.Title != "" {
		out.WriteString("title: " + yamlString(d.Title) + "\n")
	}
	if isLanguage(d.Lang) {
		out.WriteString("lang: " + d.Lang + "\n")
	}
	out.WriteString("---\n")
	dialect := dialect{
		nesting:    marpNesting,
		escape:     escapeMarp,
		keyword:    isMarpKeyword,
		bareImages: true,
		spoils:     marpSpoils,
		refuses:    markdownItRefuses,
	}.whole()
	for i, s := range d.Slides {
		if i > 0 {
			out.WriteString("\n---\n")
		}
		if s.Opening {
			out.WriteString("\n<!-- _class: lead -->\n")
		}
		if shown := dialect.render(s.Level, s.Title, s.Blocks); shown != nil {
			out.WriteByte('\n')
			out.Write(shown)
		}
		if note := plainNotes(s.Notes); note != "" {
			out.WriteString("\n<!--\n" + marpNote(note) + "\n-->\n")
		}
	}
}

// escapeMarp escapes what Marp reads beyond CommonMark.
func escapeMarp(b *strings.Builder, s string, i int, first bool) int {
	switch s[i] {
	case '$': // mathematics
		b.WriteString(`\$`)
		return 1
	case ':':
		if n := escapeAddress(b, s, i); n > 0 {
			return n
		}
		// Shortcodes are looked for after all escapes are gone.
		if isShortcode(s[i:]) {
			b.WriteString(":" + zeroWidth)
			return 1
		}
	}
	return escapeAddress(b, s, i)
}

// escapeAddress escapes what a tool would make a link of by itself, and might
// show decoded.
func escapeAddress(b *strings.Builder, s string, i int) int {
	switch s[i] {
	case '@': // of mail
		if i > 0 && s[i-1] != ' ' {
			b.WriteString(`\@`)
			return 1
		}
	case '/': // without a scheme
		if strings.HasPrefix(s[i:], "//") {
			b.WriteString(`/\/`)
			return 2
		}
	case ':':
		if strings.HasPrefix(s[i:], "://") {
			b.WriteString(`\:/\/`)
			return 3
		}
	}
	return 0
}

// isShortcode reports whether s begins as an emoji's name does, ":smile:".
// Figures are mostly a time of day, such as 10:30:00.
func isShortcode(s string) bool {
	name, _, ok := strings.Cut(s[1:], ":")
	if !ok || name == "" {
		return false
	}
	figures := true
	for i := range len(name) {
		c := name[i]
		if !alphanumeric(c) && c != '_' && c != '+' && c != '-' {
			return false
		}
		figures = figures && '0' <= c && c <= '9'
	}
	return !figures || name == "100" || name == "1234"
}

var marpKeyword = regexp.MustCompile(`^(?:(?:bg|auto|contain|cover|fit|left|right|vertical|horizontal|w|h|width|height|` +
	`blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::.*)?|[\d.]+%)$`)

// isMarpKeyword reports whether Marp takes a word of an image's alternative
// text for a size, a filter or a background.
func isMarpKeyword(word string) bool { return marpKeyword.MatchString(word) }

// marpSpoils reports whether Marp may show a text wrong as code: of signs with
// more than one code point, such as flags, it shows only the first, and it
// keeps the space beside a backtick when there is a line separator.
func marpSpoils(code string) bool {
	return strings.IndexFunc(code, func(r rune) bool {
		return r == '\u200D' || r == '\uFE0F' || r == '\u20E3' || r == '\u2028' || r == '\u2029' ||
			0x1F1E6 <= r && r <= 0x1F1FF || 0x1F3FB <= r && r <= 0x1F3FF || 0xE0020 <= r && r <= 0xE007F
	}) >= 0
}

// markdownItRefuses reports whether markdown-it finds a destination dangerous
// and shows the link's source instead.
func markdownItRefuses(destination string) bool {
	s := strings.ToLower(strings.TrimSpace(destination))
	for _, scheme := range []string{"vbscript:", "javascript:", "file:", "data:"} {
		if strings.HasPrefix(s, scheme) {
			for _, kind := range []string{"gif;", "png;", "jpeg;", "webp;"} {
				if strings.HasPrefix(s, "data:image/"+kind) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// commentEnd is what could end an HTML comment.
var commentEnd = strings.NewReplacer("-->", "--"+zeroWidth+">", "--!>", "--!"+zeroWidth+">")

// keyEnd breaks what ends a key.
var keyEnd = strings.NewReplacer(": ", ":"+zeroWidth+" ", ":\t", ":"+zeroWidth+"\t")

// setting is a line that begins as a YAML map with a key of one word does, as
// all keys of Marp's are, with or without an anchor and a tag before it.
var setting = regexp.MustCompile(`(?m)^\s*(?:[&!]\S*\s+)*[^\pL\n]*[\pL\d_-]+["']?[ \t]*:(?:\s|$)`)

// magicComment is how messages to formatters and linters begin, which Marp does
// not take for notes.
var magicComment = regexp.MustCompile(`^(?:prettier-ignore|markdownlint-|lint )`)

// marpNote writes a note so that the comment holds it and Marp leaves it there.
//
// A comment that is a YAML map with a key of Marp's is a setting and no note.
// A map begins in its first line: with a sign that means something in YAML, or
// with a key and a colon before a space. Neither is left there.
func marpNote(note string) string {
	first, rest, more := strings.Cut(commentEnd.Replace(note), "\n")
	if strings.IndexByte("-?:,[]{}#&*!|>'\"%@`", first[0]) >= 0 && strings.ContainsAny(note, ":?{") || magicComment.MatchString(first) {
		first = zeroWidth + first
	}
	if setting.MatchString(note) {
		first = keyEnd.Replace(first)
		if strings.HasSuffix(first, ":") {
			first += zeroWidth
		}
	}
	if more {
		first += "\n" + rest
	}
	return first
}

// isLanguage reports whether s can be a language's name in HTML and in YAML.
func isLanguage(s string) bool {
	for i := range len(s) {
		if !alphanumeric(s[i]) && s[i] != '-' {
			return false
		}
	}
	return s != "" && unicode.IsLetter(rune(s[0])) && len(s) <= 35
}

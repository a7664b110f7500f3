package markdown

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// ReadText reads a file as the text that FromText makes a talk of: plain text in
// UTF-8, in UTF-16 with its mark, or in what Windows had before, and outlines in
// OPML. It reports false for anything else, such as a word processor's own files.
func ReadText(data []byte) (string, bool) {
	from := encoding.Encoding(encoding.Nop)
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.IndexByte(data, 0) >= 0, bytes.HasPrefix(data, []byte("%PDF-")), bytes.HasPrefix(data, []byte(`{\rtf`)):
		return "", false
	case !utf8.Valid(data):
		from = charmap.Windows1252
	}
	text, err := from.NewDecoder().Bytes(data)
	if err != nil || bytes.IndexByte(text, 0) >= 0 {
		return "", false
	}
	if start := bytes.TrimSpace(text); bytes.HasPrefix(start, []byte("<")) && bytes.Contains(start, []byte("<opml")) {
		if outline, err := opml(text); err == nil {
			return outline, true
		}
	}
	return strings.TrimPrefix(string(text), "\ufeff"), true
}

// opml writes an outline in OPML (opml.org/spec2.opml) with tabs and bullets. The
// notes that outliners add as "_note" stand behind their entry.
func opml(data []byte) (string, error) {
	var file struct {
		Title    string     `xml:"head>title"`
		Outlines []opmlLine `xml:"body>outline"`
	}
	if err := xml.Unmarshal(data, &file); err != nil {
		return "", err
	}
	var b strings.Builder
	if title := strings.TrimSpace(file.Title); title != "" {
		b.WriteString("# " + title + "\n\n")
	}
	for _, line := range file.Outlines {
		line.write(&b, 0)
	}
	return b.String(), nil
}

type opmlLine struct {
	Text     string     `xml:"text,attr"`
	Note     string     `xml:"_note,attr"`
	Outlines []opmlLine `xml:"outline"`
}

func (l opmlLine) write(b *strings.Builder, depth int) {
	indent := strings.Repeat("\t", depth)
	b.WriteString(indent + "- " + strings.Join(strings.Fields(l.Text), " ") + "\n")
	for note := range strings.Lines(l.Note) {
		if note = strings.TrimSpace(note); note != "" {
			b.WriteString(indent + "\t- " + note + "\n")
		}
	}
	for _, child := range l.Outlines {
		child.write(b, depth+1)
	}
}

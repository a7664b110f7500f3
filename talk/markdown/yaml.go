package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

// yamlText writes a text as a YAML value that reads as the same text: plain
// where that is safe, otherwise in double quotes. In a flow list commas and
// brackets are not safe.
func yamlText(text string, inFlow bool) string {
	text = scalarText(text)
	plain := text != "" && !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) &&
		(!inFlow || !strings.ContainsAny(text, ",[]{}"))
	if plain {
		var doc yaml.Node
		err := yaml.Unmarshal([]byte("- "+text), &doc)
		plain = err == nil && len(doc.Content) == 1 && len(doc.Content[0].Content) == 1 &&
			doc.Content[0].Content[0].Kind == yaml.ScalarNode && doc.Content[0].Content[0].Style == 0 &&
			doc.Content[0].Content[0].Value == text && doc.Content[0].Content[0].Anchor == ""
		// As a value behind a key the same text may be a second key.
		err = yaml.Unmarshal([]byte("k: "+text), &doc)
		plain = plain && err == nil && len(doc.Content) == 1 && len(doc.Content[0].Content) == 2 &&
			doc.Content[0].Content[1].Value == text && doc.Content[0].Content[1].LineComment == ""
	}
	if plain {
		return text
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r <= 0xFFFF:
			b.WriteString(`\u` + hex(r, 4))
		default:
			b.WriteString(`\U` + hex(r, 8))
		}
	}
	b.WriteByte('"')
	return b.String()
}

func hex(r rune, digits int) string {
	h := strconv.FormatInt(int64(r), 16)
	return strings.Repeat("0", max(0, digits-len(h))) + h
}

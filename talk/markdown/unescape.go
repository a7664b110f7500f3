package markdown

import (
	"html"
	"regexp"
	"strings"
)

// entity is a character reference as CommonMark knows it.
var entity = regexp.MustCompile(`^&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});`)

// signAt returns the sign that s begins with as an escape or a character reference,
// and how many bytes of s it takes; 0 where s begins with neither.
func signAt(s string) (sign string, size int) {
	switch s[0] {
	case '\\':
		if len(s) > 1 && isPunctuation(s[1]) {
			return s[1:2], 2
		}
	case '&':
		name := entity.FindString(s)
		if text := html.UnescapeString(name); text != name {
			return text, len(name)
		}
	}
	return "", 0
}

// unescape returns the text of a link's destination or title, in which goldmark
// leaves escapes and character references as they were written.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if sign, size := signAt(s[i:]); size > 0 {
			b.WriteString(sign)
			i += size
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

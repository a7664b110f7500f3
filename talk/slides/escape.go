package slides

import (
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// escaped writes text so that it is only text. It stands at the start of a line
// or not, at its end or not, and in a link or not. A sign is escaped only where
// it could mean something, so that the file stays readable.
func (l *line) escaped(s string, starts, ends, linked bool) string {
	if wordLen(s) == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	end := len(s) - runeLen(s)
	for i := 0; i < len(s); {
		if n := wordLen(s[i:]); n > 0 {
			b.WriteString(s[i : i+n])
			i += n
			continue
		}
		if n := l.dialect.escape(&b, s, i, starts && i == 0); n > 0 {
			i += n
			continue
		}
		if !linked && !l.bareURLs && (s[i] == 'h' || s[i] == 'H') {
			if url := urlAt(s, i); url != "" {
				b.WriteString("<" + url + ">")
				i += len(url)
				continue
			}
		}
		if starts && i == 0 || ends && i == end {
			if r, n := utf8.DecodeRuneInString(s[i:]); trimmed(r) {
				b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
				i += n
				continue
			}
		}
		if l.means(s, i, starts, ends) {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// wordLen returns how many letters and figures s begins with, none of which
// means more than itself to any tool, but for the beginning of an address.
func wordLen(s string) int {
	for i := range len(s) {
		if !alphanumeric(s[i]) || s[i] == 'h' || s[i] == 'H' {
			return i
		}
	}
	return len(s)
}

// runeLen returns how many bytes the last rune of s has.
func runeLen(s string) int {
	_, n := utf8.DecodeLastRuneInString(s)
	return n
}

// means reports whether the sign at s[i] could be markup in CommonMark with
// tables and strikethrough.
func (l *line) means(s string, i int, starts, ends bool) bool {
	first := starts && i == 0 && !l.heading && !l.cell
	switch s[i] {
	case '\\', '`', '*', '[', ']', '<':
		return true
	case '_': // inside a word it is never a mark; an address gets a bracket before it
		return i == 0 || i+1 == len(s) || !alphanumeric(s[i-1]) || !alphanumeric(s[i+1]) || urlAt(s, i+1) != ""
	case '~':
		return i == 0 || i+1 == len(s) || s[i-1] == '~' || s[i+1] == '~'
	case '|':
		return l.cell || first
	case '&':
		return isEntity(s[i:])
	case '!': // an image may follow
		return i+1 == len(s) && !ends
	case '#':
		return first || l.heading && ends && closesHeading(s, i, starts)
	case '-', '=', '>':
		return first
	case '+':
		return first && (len(s) == 1 || s[1] == ' ')
	case ':': // a table's second row
		return first && (len(s) == 1 || strings.IndexByte("-:| ", s[1]) >= 0)
	case '.', ')': // a numbered list
		return starts && !l.heading && !l.cell && 0 < i && i <= 9 && strings.Trim(s[:i], "0123456789") == ""
	}
	return false
}

// closesHeading reports whether the # at s[i] is the last of a run that a
// heading would lose.
func closesHeading(s string, i int, starts bool) bool {
	if i+1 < len(s) {
		return false
	}
	before := strings.TrimRight(s, "#")
	return before == "" && starts || strings.HasSuffix(before, " ")
}

func alphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// isWord reports whether r is part of a word.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// maxEntity is more than the longest name of HTML has:
// "&CounterClockwiseContourIntegral;".
const maxEntity = 40

// isEntity reports whether s begins as an entity does: "&amp;", "&#35;".
func isEntity(s string) bool {
	name, _, ok := strings.Cut(s[1:min(len(s), maxEntity)], ";")
	if !ok || name == "" {
		return false
	}
	name = strings.TrimPrefix(name, "#")
	for i := range len(name) {
		if !alphanumeric(name[i]) {
			return false
		}
	}
	return name != ""
}

// trimmed reports whether a reader may take r off the ends of a text: white
// space beyond ASCII as JavaScript knows it, the byte order mark with it.
func trimmed(r rune) bool {
	return r >= utf8.RuneSelf && (unicode.Is(unicode.Z, r) || r == '\uFEFF')
}

// withoutKeywords returns an alternative text in which no word is left that the
// tool takes for a setting.
func (l *line) withoutKeywords(alt string) string {
	var b strings.Builder
	for alt != "" {
		// White space as JavaScript knows it parts the words that a tool looks at.
		end := strings.IndexFunc(alt, func(r rune) bool { return r == ' ' || trimmed(r) })
		if end < 0 {
			end = len(alt)
		}
		if l.keyword(alt[:end]) {
			b.WriteString(zeroWidth)
		}
		_, n := utf8.DecodeRuneInString(alt[end:])
		b.WriteString(alt[:end+n])
		alt = alt[end+n:]
	}
	return b.String()
}

// zeroWidth is a space that is not seen. It breaks what there is no other
// escape for.
const zeroWidth = "\u200B"

// entities writes text in HTML, also in a table's cell.
var entities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "|", "&#124;",
	"[", "&#91;", "{", "&#123;", "`", "&#96;", "@", "&#64;", "\u2028", "&#8232;", "\u2029", "&#8233;", "\u2424", "&#9252;", "\ufeff", "&#65279;")

// imageTag writes an image in HTML. The source is an attribute; "" for that of the
// destination.
func imageTag(source, destination, alt, title string) string {
	if source == "" {
		source = `src="` + entities.Replace(collapse(destination)) + `"`
	}
	tag := "<img " + source + ` alt="` + entities.Replace(alt) + `"`
	if title = strings.TrimSpace(collapse(title)); title != "" {
		tag += ` title="` + entities.Replace(title) + `"`
	}
	return tag + ">"
}

// target writes where a link or an image leads, and its title. Where nothing but
// Markdown is read, an odd sign in it is a percent sign and a number.
func (l *line) target(destination, title string) string {
	if !l.noTags {
		return target(destination, title, l.inScript)
	}
	if strings.ContainsAny(title, "\"\\&<>|{}[]`$") {
		title = ""
	}
	var b strings.Builder
	for i := range len(destination) {
		c := destination[i]
		if alphanumeric(c) || strings.IndexByte("-._~:/?#@+,;=%*", c) >= 0 || c == '&' && !isEntity(destination[i:]) {
			b.WriteByte(c)
			continue
		}
		writePercent(&b, c)
	}
	return target(b.String(), title, false)
}

// writePercent writes a byte as URLs do.
func writePercent(b *strings.Builder, c byte) {
	b.WriteByte('%')
	b.WriteByte("0123456789ABCDEF"[c>>4])
	b.WriteByte("0123456789ABCDEF"[c&15])
}

// target writes where a link or an image leads, and its title. In a script of HTML
// no sign stands that begins a tag.
func target(destination, title string, inScript bool) string {
	var b strings.Builder
	plain := destination != ""
	for i := range len(destination) {
		if c := destination[i]; !alphanumeric(c) && strings.IndexByte("-._~:/?#@!$&'+,;=%", c) < 0 && c < utf8.RuneSelf {
			plain = false
		}
	}
	if !plain {
		b.WriteByte('<')
	}
	for i := range len(destination) {
		switch c := destination[i]; {
		case i == 0 && inScript && !plain && scriptMark.MatchString("<"+destination):
			b.WriteString("&#" + strconv.Itoa(int(c)) + ";")
		case c < ' ', c == 0x7f, c == '|': // a destination has one line, and may stand in a table
			writePercent(&b, c)
		case c == '<' && inScript:
			b.WriteString("&lt;")
		case c == '\\', c == '<', c == '>', c == '&' && isEntity(destination[i:]):
			b.WriteByte('\\')
			b.WriteByte(c)
		default:
			b.WriteByte(c)
		}
	}
	if !plain {
		b.WriteByte('>')
	}
	if title = strings.TrimSpace(collapse(title)); title != "" {
		b.WriteString(` "`)
		for i := range len(title) {
			switch c := title[i]; {
			case c == '\\', c == '"', c == '&' && isEntity(title[i:]):
				b.WriteByte('\\')
				b.WriteByte(c)
			case c == '|':
				b.WriteString("&#124;")
			case c == '<' && inScript:
				b.WriteString("&lt;")
			default:
				b.WriteByte(c)
			}
		}
		b.WriteByte('"')
	}
	return b.String()
}

// maxURL is how long an address can be, as browsers agree on at least.
const maxURL = 2000

// urlAt returns the URL that begins at s[i] and can stand in an autolink, or
// "": then it is written as other text.
func urlAt(s string, i int) string {
	if i > 0 {
		if r, _ := utf8.DecodeLastRuneInString(s[:i]); isWord(r) || strings.ContainsRune("/.:@", r) {
			return ""
		}
	}
	rest := s[i:min(len(s), i+maxURL)]
	if !strings.HasPrefix(rest, "http") && !strings.HasPrefix(rest, "HTTP") {
		return ""
	}
	if end := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`<>"`, r) }); end >= 0 {
		rest = rest[:end]
	}
	if len(rest) == maxURL {
		return ""
	}
	rest = strings.TrimRight(rest, ".,:;!?'*_~)")
	if !isPlainURL(rest) {
		return ""
	}
	return rest
}

// isPlainURL reports whether s is a web address that every tool shows letter by
// letter: one without port, percent signs, international names or odd signs,
// some of which tools show decoded.
func isPlainURL(s string) bool {
	scheme, rest, ok := strings.Cut(s, "://")
	if !ok || rest == "" || !alphanumeric(rest[0]) || !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") {
		return false
	}
	for i := range len(rest) {
		if c := rest[i]; !alphanumeric(c) && strings.IndexByte("-._~/?#=&+,", c) < 0 {
			return false
		}
	}
	if last := strings.LastIndexByte(rest, '&'); last >= 0 && isEntity(rest[last:]+";") {
		return false // whose semicolon a reader may not miss
	}
	// "-->" would end a comment, in which notes stand.
	return !strings.HasSuffix(rest, "--") && !strings.Contains(strings.ToLower(rest), "xn--") && !namesEntity(rest)
}

// namesEntity reports whether an & in s and the letters behind it name an entity.
// Pandoc needs no semicolon behind one, but where it has a value.
func namesEntity(s string) bool {
	for i := range len(s) {
		if s[i] != '&' {
			continue
		}
		end := i + 1
		for end < len(s) && alphanumeric(s[end]) {
			end++
		}
		name := s[i:end] + ";"
		if !strings.HasPrefix(s[end:], "=") && html.UnescapeString(name) != name {
			return true
		}
	}
	return false
}

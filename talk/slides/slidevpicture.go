package slides

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// slidevPictures are the pictures of one slide for Slidev.
//
// A build of Slidev takes the address of every image for the name of a module,
// and ends at the first that is none: at "..", at "?x", and at each picture that
// is not there, or not yet. So the address is a value that Vue puts in: for a
// picture's file what a script on the slide says, which the build looks for and
// takes along when it is there.
type slidevPictures struct {
	names map[string]string // of the values, by destination
	files []string          // in the order of the values, as seen from the deck
}

// source writes where an image is as an attribute of its tag. An address of the
// network is left to Markdown.
func (p *slidevPictures) source(destination string) string {
	if isPlainURL(destination) && strings.HasPrefix(destination, "http") {
		return ""
	}
	file, ok := slidevFile(destination)
	if !ok {
		return `:src="'` + scriptText(destination) + `'"`
	}
	name := p.names[file]
	if name == "" {
		p.files = append(p.files, file)
		name = fmt.Sprint(slidevPicture, len(p.files))
		if p.names == nil {
			p.names = map[string]string{}
		}
		p.names[file] = name
	}
	return `:src="` + name + `"`
}

// slidevPicture begins the name of each value.
const slidevPicture = "picture"

// script writes the script that says where the pictures are.
func (p *slidevPictures) script() string {
	if len(p.files) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("<script setup>\n")
	for i, file := range p.files {
		fmt.Fprintf(&b, "const %s%d = new URL(\"%s\", import.meta.url).href\n", slidevPicture, i+1, scriptFile(file))
	}
	b.WriteString("</script>\n")
	return b.String()
}

// slidevFile returns the file of a picture as seen from the deck's folder, when
// the destination may be one: nothing else may get into what is published.
func slidevFile(destination string) (string, bool) {
	if destination == "" || destination[0] == '/' || hasScheme(destination) || !picture.MatchString(destination) {
		return "", false
	}
	file := unescaped(destination)
	if strings.ContainsAny(file, oddInNames) {
		return "", false
	}
	if file = path.Clean(file); !strings.HasPrefix(file, "../") {
		file = "./" + file
	}
	return file, true
}

// oddInNames are the signs that mean something else in an address.
const oddInNames = `%#?\`

// slidevBundles says why the file of a picture does not get into what Slidev
// builds. An address is none, and what is no picture at all is nothing to tell.
func slidevBundles(destination string) error {
	_, isFile := LocalFile(".", destination)
	if _, ok := slidevFile(destination); ok || !isFile {
		return nil
	}
	switch {
	case strings.ContainsAny(unescaped(destination), oddInNames):
		return ErrOddName
	case destination[0] == '/' || hasScheme(destination):
		return ErrWholePath
	}
	return nil
}

// scriptText writes text between the quotes of a script in a tag.
func scriptText(s string) string {
	return inScript(s, func(r rune) bool { return isWord(r) || strings.ContainsRune(" ./_,:=+~-", r) })
}

// scriptFile writes a file's name between the double quotes of a script. A build
// looks for it as it is written.
func scriptFile(s string) string {
	return inScript(s, func(r rune) bool { return unicode.IsPrint(r) && !strings.ContainsRune(`"<>`, r) })
}

// inScript writes text of a script, with an escape for each sign that is not plain.
func inScript(s string, plain func(rune) bool) string {
	var b strings.Builder
	for _, r := range collapse(s) {
		switch {
		case plain(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\u{%x}`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// pictureScript is a script as it is written here, with its lines.
var pictureScript = regexp.MustCompile(`(?:^|\n)<script setup>\n((?:const picture\d+ = new URL\("[^"\n]*", import\.meta\.url\)\.href\n)+)</script>\n?`)

var pictureLine = regexp.MustCompile(`const (picture\d+) = new URL\("(.*)", import`)

// withoutScript takes the script of pictures out of a slide's text.
func (p *page) withoutScript(text string) string {
	at := pictureScript.FindStringSubmatchIndex(text)
	if at == nil {
		return text
	}
	p.pictures = map[string]string{}
	for _, m := range pictureLine.FindAllStringSubmatch(text[at[2]:at[3]], -1) {
		file := strings.TrimPrefix(unscripted(m[2]), "./")
		p.pictures[m[1]] = escapePath.Replace(file)
	}
	return text[:at[0]] + text[at[1]:]
}

// picture returns the address of an image that has this value for it: a name, or
// a text between quotes.
func (p *page) picture(value string) (string, bool) {
	if file, ok := p.pictures[value]; ok {
		return file, true
	}
	if len(value) < 2 || value[0] != '\'' || strings.IndexByte(value[1:], '\'') != len(value)-2 {
		return "", false
	}
	return unscripted(value[1 : len(value)-1]), true
}

var scriptEscape = regexp.MustCompile(`\\u(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})`)

// unscripted returns the text that scriptText has written.
func unscripted(s string) string {
	return scriptEscape.ReplaceAllStringFunc(s, func(escape string) string {
		r, err := strconv.ParseUint(strings.Trim(escape[2:], "{}"), 16, 32)
		if err != nil {
			return escape
		}
		return string(rune(r))
	})
}

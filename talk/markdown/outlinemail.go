package markdown

import (
	"regexp"
	"strings"

	"talkgiver/talk"
)

// What of an email stands around the text that it brings.
var (
	salutation = regexp.MustCompile(`(?i)^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|guten (?:tag|morgen|abend)|moin|servus|sehr geehrte[rs]?)(?:[ ,!]|$)`)
	coverWords = regexp.MustCompile(`(?i)\b(?:outline|draft|talk|notes|gliederung|entwurf|vortrag|notizen|stichpunkte)\b`)
	coverStart = regexp.MustCompile(`(?i)\b(?:here(?:'s|’s| is| are| comes)|this is|below|attached|hier|anbei)\b`)
	// Thanks may also be the last part of a talk: only a comma makes it a closing.
	closing = regexp.MustCompile(`(?i)^(?:(?:(?:with )?(?:best|kind|warm|kindest|warmest)? ?regards|best wishes|all the best|(?:yours )?sincerely(?: yours)?|` +
		`(?:(?:viele|liebe|herzliche|beste|schöne) )?grüße|(?:(?:vielen|lieben|herzlichen|besten|schönen) )?gruß|mit freundlichen grüßen|lg|vg|mfg)[,!.]?|` +
		`(?:best|cheers|(?:many )?thanks|thank you|yours|danke|vielen dank),)(?: [\p{L}.-]+){0,3}$`)
)

// The most that a closing or a signature has: what is longer is text.
const (
	signatureLines = 8
	signatureWords = 12
	coverMost      = 20 // words of a line that leads to the text
)

// setAside takes the greeting, the closing and the signature of an email off the
// text between them. Where there are none, or nothing else, the text stays whole.
// A greeting alone may be how the talk begins: it counts with a closing, or when
// it says what it brings.
func setAside(lines []string) (text, aside []string) {
	end := signature(lines)
	start := 0
	if first := nextWords(lines, 0); first < end && salutation.MatchString(strings.TrimSpace(lines[first])) && talk.CountWords(lines[first]) <= coverMost {
		next := nextWords(lines, first+1)
		switch {
		case next < end && isCover(lines[next]):
			start = next + 1
		case isCover(lines[first]), end < len(lines):
			start = first + 1
		}
	}
	if start == 0 && end == len(lines) || nextWords(lines[:end], start) == end {
		return lines, nil
	}
	for _, line := range append(lines[:start:start], lines[end:]...) {
		if line = strings.TrimSpace(line); hasWord(line) {
			aside = append(aside, line)
		}
	}
	return lines[start:end], aside
}

// isCover reports whether a line only leads to the text of the email.
func isCover(line string) bool {
	_, marker, _ := mark(strings.TrimSpace(line))
	return marker == "" && !isStructure(line) && talk.CountWords(line) <= coverMost && coverWords.MatchString(line) && coverStart.MatchString(line)
}

// isStructure reports whether a line is a heading, or a fence of code.
func isStructure(line string) bool {
	return sharpHeading.MatchString(line) || codeFence.MatchString(line)
}

// nextWords returns the first line from i on that has words, or how many lines there are.
func nextWords(lines []string, i int) int {
	for i < len(lines) && !hasWord(lines[i]) {
		i++
	}
	return i
}

// signature returns the line that the closing or the signature of an email
// begins with, or how many lines there are.
func signature(lines []string) int {
	at, below := len(lines), 0
	for i := len(lines) - 1; i >= 0 && below <= signatureLines; i-- {
		line := strings.TrimSpace(lines[i])
		if lines[i] == "-- " && below > 0 || closing.MatchString(line) {
			at = i
		}
		if line == "" || strings.TrimRight(line, "-") == "" {
			continue
		}
		if _, marker, _ := mark(line); marker != "" || isStructure(lines[i]) || !hasWord(line) || talk.CountWords(line) > signatureWords {
			break
		}
		below++
	}
	return at
}

// leaveOut adds what was set aside as a last section that is left out of the
// talk: it takes no time, and every word can be found.
func (o *outline) leaveOut(aside []string) {
	for i, line := range aside {
		c := chunk{kind: paragraph, lines: []string{line}, gap: 1}
		if i == 0 {
			c.kind, c.leftOut = heading, true
		}
		o.chunks = append(o.chunks, c)
	}
}

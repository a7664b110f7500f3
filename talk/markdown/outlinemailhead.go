package markdown

import (
	"regexp"
	"strings"
)

// mailHead are the lines of an email above its text: who has sent it to whom, and
// when. Mail programs copy them along.
type mailHead struct {
	subject string   // without the signs of an answer
	kept    []string // the lines that the subject alone does not say
}

// mailFields are the names of the lines that mail programs show, in English and
// German.
var mailFields = regexp.MustCompile(`(?i)^[*_]{0,2}(from|to|cc|bcc|subject|date|sent|reply-to|attachments?|importance|` +
	`von|an|kopie|blindkopie|betreff|datum|gesendet(?: am)?|antwort an|anlagen?|anhänge?|wichtigkeit|priorität)[*_]{0,2}[ \t]*:[*_]{0,2}(?:[ \t]+(.*))?$`)

// answerSigns stand before the subject of what was answered or passed on.
var answerSigns = regexp.MustCompile(`(?i)^(?:(?:re|fw|fwd|aw|wg)(?:\[[0-9]+\])?:[ \t]*)+`)

// forwardLine stands above the lines of an email that was passed on.
var forwardLine = regexp.MustCompile(`(?i)^(?:-{2,}[ \t]*)?(?:begin forwarded message|forwarded message|original message|(?:anfang der )?weitergeleiteten? nachricht|ursprüngliche nachricht)[ \t]*(?:-{2,}|:)?$`)

// The fewest known lines that make a head, and the most lines that one has.
const (
	fewestFields = 2
	longestHead  = 40
)

// cutMailHead takes the head of an email off a text that begins with one. It ends
// with a blank line; there is nothing else in it but lines with a name, and those
// that go on, which are indented. Without a head the whole text is the rest.
func cutMailHead(text string) (head mailHead, rest string, ok bool) {
	at := len(text) - len(strings.TrimPrefix(text, "\ufeff"))
	line := func() string { // the line at which one is, without its end
		if end := strings.IndexAny(text[at:], "\r\n"); end >= 0 {
			return text[at : at+end]
		}
		return text[at:]
	}
	next := func() {
		at += len(line())
		at += len(text[at:min(len(text), at+2)]) - len(strings.TrimPrefix(strings.TrimPrefix(text[at:min(len(text), at+2)], "\r"), "\n"))
	}
	blanks := func() {
		for at < len(text) && strings.TrimSpace(line()) == "" {
			next()
		}
	}
	blanks()
	if words := strings.TrimSpace(line()); forwardLine.MatchString(words) {
		head.kept = append(head.kept, words)
		next()
		blanks()
	}
	fields, isSubject := 0, false
	for read := 0; at < len(text) && strings.TrimSpace(line()) != ""; read++ {
		words := strings.TrimSpace(line())
		m := mailFields.FindStringSubmatch(words)
		goesOn := fields > 0 && strings.IndexByte(" \t", line()[0]) >= 0
		if m != nil && !goesOn {
			name := strings.ToLower(m[1])
			isSubject = head.subject == "" && (name == "subject" || name == "betreff")
			fields++
		}
		switch {
		case read >= longestHead, m == nil && !goesOn:
			return mailHead{}, text, false
		case isSubject && goesOn:
			head.subject += " " + words
		case isSubject:
			head.subject = strings.TrimSpace(m[2])
		default:
			head.kept = append(head.kept, words)
		}
		next()
	}
	if fields < fewestFields {
		return mailHead{}, text, false
	}
	if bare := answerSigns.ReplaceAllString(head.subject, ""); bare != head.subject {
		head.keepSubject()
		head.subject = bare
	}
	blanks()
	return head, text[at:], true
}

// keepSubject keeps the subject among the other lines.
func (h *mailHead) keepSubject() {
	if h.subject != "" {
		h.kept = append(h.kept, "Subject: "+h.subject)
	}
	h.subject = ""
}

// comment keeps the lines that have no place in a talk.
func (h mailHead) comment() string {
	if len(h.kept) == 0 {
		return ""
	}
	return "<!-- mail\n" + commentEnds.Replace(strings.Join(h.kept, "\n")) + "\n-->\n"
}

// commentEnds keeps a comment from ending where it should not.
var commentEnds = strings.NewReplacer("-->", "--\u200b>", "--!>", "--!\u200b>")

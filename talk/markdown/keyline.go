package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"talkgiver/talk"
)

var (
	linkWord  = regexp.MustCompile(`^(?:(need|promise|truth)s? *#?)?([1-9][0-9]{0,5})$`)
	afterWord = regexp.MustCompile(`^(?:sections? *#?)?([1-9][0-9]{0,5})$`)
)

// keyLine reads a key line of the section.
func (r *reader) keyLine(start int) {
	end := lineEnd(r.source, start)
	m := keyLineStart.FindSubmatchIndex(r.source[start:end])
	s := r.section
	if m == nil || s == nil {
		return
	}
	s.Body.Start = nextLine(r.source, end)
	value := talk.Span{Start: start + m[1], End: end}
	if i := strings.LastIndex(r.content[value.Start:end], "<!--"); i >= 0 && strings.HasSuffix(strings.TrimSpace(r.content[value.Start:end]), "-->") {
		r.comment(strings.TrimSpace(r.content[value.Start+i:end]), talk.Span{Start: value.Start + i, End: end})
		value.End = value.Start + i
	}
	for value.Start < value.End && isSpace(r.source[value.Start]) {
		value.Start++
	}
	for value.End > value.Start && isSpace(r.source[value.End-1]) {
		value.End--
	}
	line := talk.KeyLine{
		Key:   r.content[start+m[2] : start+m[3]],
		Value: talk.Value{Text: clean(r.content[value.Start:value.End]), Span: value},
		Span:  talk.Span{Start: start, End: end},
	}
	for _, k := range s.Keys {
		if k.Key == line.Key {
			r.problem(talk.DoubleKey, line.Key, line.Span)
			s.Keys = append(s.Keys, line)
			return
		}
	}
	s.Keys = append(s.Keys, line)
	switch line.Key {
	case "gives":
		s.Gives = line.Value
	case "meets":
		s.Meets = r.links(value, talk.ToNeed, false)
	case "makes":
		s.Makes = r.links(value, talk.ToPromise, true)
	case "new":
		s.New = r.answer(line.Value)
	case "relevant":
		s.Relevant = r.answer(line.Value)
	case "after":
		eachWord(r.source, value, func(word string, span talk.Span) {
			if m := afterWord.FindStringSubmatch(word); m != nil {
				s.After = append(s.After, talk.Reference{Section: number(m[1]), Span: span})
			} else {
				r.problem(talk.BadLink, word, span)
			}
		})
	}
}

// links reads "need 1, promise 1, truth 1". A bare number goes on with the kind
// before it.
func (r *reader) links(value talk.Span, kind talk.LinkKind, makes bool) []talk.Link {
	var links []talk.Link
	eachWord(r.source, value, func(word string, span talk.Span) {
		m := linkWord.FindStringSubmatch(word)
		if m == nil || makes && m[1] != "" && talk.LinkKind(m[1]) != talk.ToPromise {
			r.problem(talk.BadLink, word, span)
			return
		}
		if m[1] != "" {
			kind = talk.LinkKind(m[1])
		}
		links = append(links, talk.Link{Kind: kind, Number: number(m[2]), Makes: makes, Span: span})
	})
	return links
}

// eachWord calls f for each part of a value between commas.
func eachWord(source []byte, value talk.Span, f func(string, talk.Span)) {
	for start := value.Start; start < value.End; {
		end := start
		for end < value.End && source[end] != ',' {
			end++
		}
		word := talk.Span{Start: start, End: end}
		for word.Start < word.End && isSpace(source[word.Start]) {
			word.Start++
		}
		for word.End > word.Start && isSpace(source[word.End-1]) {
			word.End--
		}
		if !word.Empty() {
			f(string(source[word.Start:word.End]), word)
		}
		start = end + 1
	}
}

func (r *reader) answer(v talk.Value) talk.Answer {
	if len(v.Text) != 1 || v.Text[0] < '0' || v.Text[0] > '4' {
		if v.Text != "" {
			r.problem(talk.BadAnswer, v.Text, v.Span)
		}
		return talk.Answer{}
	}
	return talk.Answer{Points: int(v.Text[0] - '0'), Span: v.Span}
}

// number reads the digits at the end of a link, such as "need 2". It is 0 for
// one too large to be anything.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

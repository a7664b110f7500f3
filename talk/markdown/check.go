package markdown

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"talkgiver/talk"
)

// checkLinks notes the links that point to nothing, and bytes that are no text.
func checkLinks(t *talk.Talk) {
	missing := map[talk.LinkKind]talk.ProblemKey{
		talk.ToNeed: talk.MissingNeed, talk.ToPromise: talk.MissingPromise, talk.ToTruth: talk.MissingTruth,
	}
	check := func(links []talk.Link) {
		for _, l := range links {
			if l.Number > len(t.Deal.Entries(l.Kind)) {
				t.Problems = append(t.Problems, talk.Problem{Key: missing[l.Kind], Arg: strconv.Itoa(l.Number), Span: l.Span})
			}
		}
	}
	eachLinkTag(t, func(tag talk.Tag) { check([]talk.Link{tag.Link}) })
	for _, s := range t.Sections {
		check(s.Meets)
		check(s.Makes)
		for _, a := range s.After {
			if a.Section > len(t.Sections) || a.Section == s.Number {
				t.Problems = append(t.Problems, talk.Problem{Key: talk.MissingSection, Arg: strconv.Itoa(a.Section), Span: a.Span})
			}
		}
	}
	if !utf8.Valid(t.Source) {
		at := 0
		for at < len(t.Source) {
			r, size := utf8.DecodeRune(t.Source[at:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			at += size
		}
		t.Problems = append(t.Problems, talk.Problem{Key: talk.NotUTF8, Span: talk.Span{Start: at, End: at + 1}})
	}
}

// eachLinkTag calls f for every tag that is a link: those of items, and those
// that stand on a heading.
func eachLinkTag(t *talk.Talk, f func(talk.Tag)) {
	each := func(tags talk.Tags) {
		for _, tag := range tags {
			if tag.Class == talk.LinkTag {
				f(tag)
			}
		}
	}
	each(t.Heading.Tags)
	for _, s := range t.Sections {
		for _, sl := range s.Slides {
			each(sl.Tags) // the first slide has those of the section
			for _, it := range sl.Items {
				each(it.Tags)
			}
		}
	}
}

// sortProblems brings the problems into the order of the file.
func sortProblems(t *talk.Talk) {
	slices.SortStableFunc(t.Problems, func(a, b talk.Problem) int { return a.Span.Start - b.Span.Start })
}

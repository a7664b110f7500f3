// Package say turns what the engine knows into sentences: findings, the reasons
// of the score, problems of a talk file, drift. The engine hands over a key and
// its arguments; the words are here, in English and German, for the window and
// the command line alike.
//
// A sentence has places for the arguments: {text} and {other} are words of the
// talk, {n} and {of} are numbers, {time} and {than} are times as a clock shows
// them. {n:section|sections} chooses a word by the number and writes both, and
// {signs} names the signs that meet in a passage.
package say

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/score"
)

// Speaker says things in one language.
type Speaker struct {
	lang  string
	words map[string]string
}

// For returns the speaker of a language, named as in "de" or "de-AT"; English
// for every language that it does not speak.
func For(lang string) Speaker {
	base, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
	if base == "de" {
		return Speaker{"de", germanWords()}
	}
	return Speaker{"en", englishWords()}
}

// The words are put together when they are first asked for. Nobody changes them.
var (
	englishWords = sync.OnceValue(english)
	germanWords  = sync.OnceValue(german)
)

// Lang returns the language, such as "en".
func (s Speaker) Lang() string { return s.lang }

// Advice is what a finding says.
type Advice struct {
	Title string // what is wrong, in the speaker's terms
	Why   string // why it costs the audience
	Fix   string // a way out
}

// Finding says a finding.
func (s Speaker) Finding(f score.Finding) Advice {
	say := func(part string) string { return s.say("finding."+f.Words.Key, f.Rule, part, f.Words.Args) }
	return Advice{Title: say("title"), Why: say("why"), Fix: say("fix")}
}

// say looks a part of a finding up by its key, and by its rule where the key has
// no sentence of its own.
func (s Speaker) say(key, rule, part string, args score.Args) string {
	template, ok := s.words[key+"."+part]
	if !ok {
		template = s.words["finding."+rule+"."+part]
	}
	return fill(strings.ReplaceAll(template, "{signs}", s.signs(args.Signs)), args)
}

// signs names the signs that meet in a passage, one after the other.
func (s Speaker) signs(set score.SignSet) string {
	var names []string
	for _, id := range set.IDs() {
		names = append(names, s.Sign(id))
	}
	return strings.Join(names, "; ")
}

// Score names one of the three scores.
func (s Speaker) Score(d score.Dimension) string { return s.words["score."+d.String()] }

// Criterion names a criterion.
func (s Speaker) Criterion(id string) string { return s.words["criterion."+id] }

// Sign names one of the signs of easy language.
func (s Speaker) Sign(id string) string { return s.words["sign."+id] }

// Why says where a criterion's points come from.
func (s Speaker) Why(p score.Phrase) string { return fill(s.words["why."+p.Key], p.Args) }

// Mark says what a criterion rests on.
func (s Speaker) Mark(m score.Mark) string { return s.words["mark."+string(m)] }

// Kind names a kind of item; the empty kind is content.
func (s Speaker) Kind(k talk.Kind) string {
	if k == "" {
		return s.words["kind.content"]
	}
	return s.words["kind."+string(k)]
}

// Problem says what cannot be read in a talk file.
func (s Speaker) Problem(p talk.Problem) string {
	return fill(s.words["problem."+string(p.Key)], score.Args{Text: p.Arg, Other: p.Meant})
}

// onTime is how far from the plan still is on time. Nobody in a hall notices
// five seconds.
const onTime = 5 * time.Second

// Drift says how far a run is from its plan; a positive drift is behind it.
func (s Speaker) Drift(d time.Duration) string {
	switch d = d.Round(time.Second); {
	case d > onTime:
		return fill(s.words["drift.behind"], score.Args{Time: d})
	case d < -onTime:
		return fill(s.words["drift.ahead"], score.Args{Time: -d})
	}
	return s.words["drift.on"]
}

// fill puts the arguments into the places of a sentence. A place that it does
// not know stays as it is.
func fill(template string, args score.Args) string {
	if !strings.ContainsRune(template, '{') {
		return template
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(template, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		place, after, ok := strings.Cut(rest, "}")
		if !ok {
			b.WriteString("{" + rest)
			return b.String()
		}
		b.WriteString(argument(place, args))
		template = after
	}
}

func argument(place string, args score.Args) string {
	name, words, _ := strings.Cut(place, ":")
	n := 0
	switch name {
	case "text":
		return args.Text
	case "other":
		return args.Other
	case "time":
		return talk.Clock(args.Time)
	case "than":
		return talk.Clock(args.Than)
	case "n":
		n = args.N
	case "of":
		n = args.Of
	default:
		return "{" + place + "}"
	}
	if words == "" {
		return strconv.Itoa(n)
	}
	one, many, _ := strings.Cut(words, "|")
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

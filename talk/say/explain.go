package say

import (
	"strconv"
	"strings"

	"talkgiver/talk"
	"talkgiver/talk/score"
)

// Explanation is what a criterion, a score or the balance is made of.
type Explanation struct {
	Name    string
	Rule    string // what is asked, in a sentence or two
	Formula string // how the points come about, on one line
	// Reason says why a criterion counts as much as it does, and Source where
	// that comes from. A score and the balance have the weights behind them
	// instead, and these are empty.
	Reason, Source string
}

// Explain says what one of score.ExplainedIDs is; it reports false for another
// id. What it has read in a talk is in score.Explain, and Input says that.
func (s Speaker) Explain(id string) (Explanation, bool) {
	rule, ok := s.words["rule."+id]
	e := Explanation{Name: s.named(id), Rule: rule, Formula: s.words["formula."+id], Reason: s.words["reason."+id]}
	for _, w := range score.Weights() {
		if w.ID == id {
			e.Source = s.words["source."+w.Source.ID]
		}
	}
	return e, ok
}

// named is the name of something that can be explained or that has a weight.
func (s Speaker) named(id string) string {
	for _, kind := range []string{"criterion.", "score.", "weight.", "name."} {
		if name, ok := s.words[kind+id]; ok {
			return name
		}
	}
	return id
}

// WeightWords is what a weight says of itself.
type WeightWords struct {
	Name   string
	Reason string // why it counts that much
	Source string // where that comes from
	Mark   string // what it rests on
}

// Weight says a weight.
func (s Speaker) Weight(w score.NamedWeight) WeightWords {
	return WeightWords{s.named(w.ID), s.words["reason."+w.ID], s.words["source."+w.Source.ID], s.Mark(w.Mark)}
}

// Input says one of the inputs that score.Explain returns.
func (s Speaker) Input(p score.Phrase) string {
	if p.Other != "" {
		p.Other = s.Kind(talk.Kind(p.Other))
	}
	return fill(s.words["input."+p.Key], p.Args)
}

// Question says a question, and how to answer it.
func (s Speaker) Question(q score.Question) (ask, how string) {
	args := q.Words.Args
	if args.Other != "" {
		args.Other = s.Kind(talk.Kind(args.Other))
	}
	return fill(s.words["question."+q.Words.Key], args), fill(s.words["question."+q.Words.Key+".how"], args)
}

// Page says one of the words around a report on the command line.
func (s Speaker) Page(key string, args score.Args) string { return fill(s.words["page."+key], args) }

// Decimal writes a figure with so many decimals, always as many: figures of a kind
// stand below each other.
func (s Speaker) Decimal(v float64, decimals int) string {
	return strings.Replace(strconv.FormatFloat(v, 'f', decimals, 64), ".", s.words["page.decimal"], 1)
}

// Number writes a number of tenths, without a decimal where there is none.
func (s Speaker) Number(tenths int) string {
	sign := ""
	if tenths < 0 {
		sign, tenths = "−", -tenths
	}
	out := sign + strconv.Itoa(tenths/10)
	if tenths%10 != 0 {
		out += s.words["page.decimal"] + strconv.Itoa(tenths%10)
	}
	return out
}

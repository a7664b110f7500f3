package cli

import (
	"fmt"
	"slices"
	"strings"

	"talkgiver/talk/say"
	"talkgiver/talk/score"
)

// explainable returns everything that --explain knows: criteria, scores, the
// balance and what weighs in it.
func explainable() []string {
	ids := score.ExplainedIDs()
	for _, w := range score.Weights() {
		if !slices.Contains(ids, w.ID) {
			ids = append(ids, w.ID)
		}
	}
	return ids
}

// explain sets what a criterion, a score or a weight is, and with a talk what it
// has read there.
func explain(speaker say.Speaker, id string, s *scored, look look, in score.Inputs) []byte {
	p := &page{look: look}
	e, hasRule := speaker.Explain(id)
	p.styled(bold).para(0, e.Name+" ("+id+")")
	if hasRule {
		p.WriteByte('\n')
		p.para(2, e.Rule)
		p.heading(speaker.Page("formula", score.Args{}))
		p.para(2, e.Formula)
	}
	explainWeights(p, speaker, weightsOf(id))
	if s != nil && hasRule {
		s.explainHere(p, id, in)
	}
	return p.Bytes()
}

// explainWeights sets why something counts as much as it does, and the sources
// of that, each once.
func explainWeights(p *page, speaker say.Speaker, weights []score.NamedWeight) {
	var sources []string
	switch len(weights) {
	case 0:
		return
	case 1:
		p.heading(speaker.Page("why", score.Args{}))
	default:
		p.heading(speaker.Page("weights", score.Args{}))
	}
	for _, w := range weights {
		words := speaker.Weight(w)
		if len(weights) == 1 {
			p.para(2, worth(speaker, w)+": "+words.Reason)
		} else {
			p.hanging(2, fmt.Sprintf("%6s  ", worth(speaker, w)), fmt.Sprintf("%s (%s): %s", words.Name, w.ID, words.Reason))
		}
		if source := words.Source + " (" + words.Mark + ")"; !slices.Contains(sources, source) {
			sources = append(sources, source)
		}
	}
	p.heading(speaker.Page("source", score.Args{}))
	for _, source := range sources {
		p.para(2, source)
	}
}

// weightsOf returns the weights behind an id: those of a score's criteria, or
// its own.
func weightsOf(id string) []score.NamedWeight {
	var out []score.NamedWeight
	for _, w := range score.Weights() {
		if w.ID == id || slices.Contains(behind(id), w.ID) {
			out = append(out, w)
		}
	}
	return out
}

// behind returns the ids of the weights that a score is made of.
func behind(id string) []string {
	for _, d := range []score.Dimension{score.Value, score.Effort, score.Clarity} {
		if d.String() == id {
			return score.CriterionIDs(d)
		}
	}
	var ids []string
	for _, w := range score.Weights() {
		gives := strings.HasPrefix(w.ID, "give-")
		if id == "balance" && gives || id == "take" && !gives && !slices.Contains(score.ExplainedIDs(), w.ID) {
			ids = append(ids, w.ID)
		}
	}
	return ids
}

// worth is a weight as a number: points of a criterion, else a part.
func worth(speaker say.Speaker, w score.NamedWeight) string {
	if slices.Contains(score.ExplainedIDs(), w.ID) {
		return speaker.Number(int(w.Points / 100))
	}
	return fmt.Sprintf("%d %%", w.Points/10)
}

// explainHere sets what an id has come to in a talk.
func (s *scored) explainHere(p *page, id string, in score.Inputs) {
	p.heading(s.speaker.Page("here", score.Args{}) + ": " + s.title())
	for d := range s.report.Scores {
		sc := &s.report.Scores[d]
		for _, c := range sc.Criteria {
			if c.ID == id || score.Dimension(d).String() == id {
				s.criterion(p, c)
			}
		}
	}
	if (id == "balance" || id == "take") && s.report.Rated {
		s.balance(p)
	}
	inputs, _ := score.Explain(s.talk, in, id)
	if len(inputs) == 0 && !slices.Contains([]string{"value", "effort", "clarity", "balance"}, id) {
		p.para(4, s.speaker.Page("unread", score.Args{}))
	}
	for _, in := range inputs {
		p.hanging(4, "· ", s.speaker.Input(in))
	}
	if id == "language" {
		s.signs(p)
	}
}

// signs lists the signs of the language, with what each adds to fifty.
func (s *scored) signs(p *page) {
	for _, sign := range score.Signs(s.talk) {
		p.hanging(4, fmt.Sprintf("%6s  ", s.tenths(sign.Middle())), s.speaker.Sign(sign.ID))
	}
}

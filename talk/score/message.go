package score

import "talkgiver/talk"

// Message: half for having one; a fifth for one sentence of at most 15 words,
// which is what people can retell; the rest for saying it in the first minute
// and coming back to it twice. Within one item it counts once: to say it twice in
// one breath is no coming back. A talk without a written message may have one.
var message = criterion{
	id: "message", dimension: Clarity, weight: weightMessage, text: true,
	stance: func(w clarityWeights) Points { return w.message },
	points: func(f *facts, g *figures, most Points) Range {
		m := &f.message
		if !m.given {
			return unknown(most)
		}
		hundredths := 50
		if m.short() {
			hundredths += 20
		}
		if m.early {
			hundredths += 15
		}
		hundredths += min(15*m.returns()/messageReturns, 15)
		if !f.read {
			return Range{part(most, hundredths, 100), part(most, hundredths+30, 100)}
		}
		return exactly(part(most, hundredths, 100))
	},
	variants: []string{"none", "other", "unsaid", "early"},
	why: func(f *facts, g *figures) Phrase {
		m := &f.message
		switch {
		case !m.given:
			return Phrase{Key: "message.none"}
		case !f.read:
			return Phrase{"message.other", Args{N: m.words}}
		case m.said == 0:
			return Phrase{"message.unsaid", Args{N: m.words}}
		case m.early:
			return Phrase{"message.early", Args{N: m.words, Of: m.said}}
		}
		return Phrase{"message", Args{N: m.words, Of: m.said}}
	},
	read: func(t *talk.Talk, r *reading) []talk.Span {
		return append(spans([]talk.Value{t.Deal.Message}), r.messageAt...)
	},
}

// The longest message that people retell, and how often it comes back.
const (
	messageWords   = 15
	messageReturns = 2
)

func (m *messageFacts) short() bool { return m.words <= messageWords && m.sentences <= 1 }

// returns is how often the message is said after the first time.
func (m *messageFacts) returns() int { return max(0, m.said-1) }

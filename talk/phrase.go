package talk

import "time"

// A Phrase is a sentence as data: which one it is, and what goes into it. The
// words are talk/say's.
type Phrase struct {
	Key         string // empty for nothing to say
	Text, Other string // words of the talk
	N, Of       int
	Time, Than  time.Duration
}

package rehearse

import (
	"testing"

	"talkgiver/talk/say"
)

// Figures in the sentences of the forecast have the sign of the speaker's language.
func TestFit_WritesFiguresAsTheLanguageDoes(t *testing.T) {
	b := reported(t, three(), func(c *Config) { c.Decimal = say.For("de").Decimal })
	b.sees("1,20")
	b.misses("1.20")
}

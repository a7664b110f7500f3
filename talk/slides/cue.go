package slides

import (
	"strings"

	"talkgiver/talk"
)

// A cue on its way into a file stands between two signs that are none of
// Unicode's, so that it is told from a text of the same letters.
const (
	cueBegin = "\uFDD0"
	cueEnd   = "\uFDD1"
)

// cueMarks writes the marks of cues.
var cueMarks = strings.NewReplacer(cueBegin, "[", cueEnd, "]")

// writeCue writes the marks of a cue.
func writeCue(b *strings.Builder, s string, i int, first bool) int {
	switch {
	case strings.HasPrefix(s[i:], cueBegin):
		b.WriteByte('[')
	case strings.HasPrefix(s[i:], cueEnd):
		b.WriteByte(']')
	default:
		return 0
	}
	return len(cueBegin)
}

// cueText is a cue as a tool reads it.
type cueText struct{ talk.Text }

func newCueText(cue *talk.Cue) *cueText {
	return &cueText{talk.Text{Text: cueBegin + strings.Trim(cue.String(), "[]") + cueEnd}}
}

// withCues returns what is said with those cues in it that keep picks.
func withCues(blocks []talk.Block, keep func(*talk.Cue) bool) []talk.Block {
	cued := make([]talk.Block, len(blocks))
	for i, block := range blocks {
		switch b := block.(type) {
		case *talk.Paragraph:
			cued[i] = &talk.Paragraph{BlockCommon: b.BlockCommon, Inlines: lineWithCues(b.Inlines, keep)}
		case *talk.Quote:
			cued[i] = &talk.Quote{BlockCommon: b.BlockCommon, Blocks: withCues(b.Blocks, keep)}
		case *talk.List:
			list := *b
			list.Items = make([]*talk.ListItem, len(b.Items))
			for j, item := range b.Items {
				list.Items[j] = &talk.ListItem{BlockCommon: item.BlockCommon, Blocks: withCues(item.Blocks, keep)}
			}
			cued[i] = &list
		default:
			cued[i] = block
		}
	}
	return cued
}

func lineWithCues(inlines []talk.Inline, keep func(*talk.Cue) bool) []talk.Inline {
	cued := make([]talk.Inline, len(inlines))
	for i, in := range inlines {
		cued[i] = in
		switch in := in.(type) {
		case *talk.Cue:
			if keep(in) {
				cued[i] = newCueText(in)
			}
		case *talk.Emphasis:
			cued[i] = &talk.Emphasis{Level: in.Level, Children: lineWithCues(in.Children, keep)}
		case *talk.Anchor:
			cued[i] = &talk.Anchor{Destination: in.Destination, Title: in.Title, Children: lineWithCues(in.Children, keep)}
		}
	}
	return cued
}

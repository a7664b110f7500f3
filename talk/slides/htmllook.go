package slides

import (
	"strings"

	"talkgiver/talk"
)

// htmlLook names what a slide is when it holds one thing only, which then has
// the room to itself.
func htmlLook(s *Slide) string {
	titled := strings.TrimSpace(talk.PlainText(s.Title)) != ""
	switch {
	case s.Opening:
		return "opening"
	case len(s.Blocks) == 0 && titled:
		return "statement"
	case len(s.Blocks) != 1:
		return ""
	}
	if _, ok := s.Blocks[0].(*talk.Quote); ok && !titled {
		return "quotation"
	}
	if pictureOf(s.Blocks[0]) != nil {
		return "picture"
	}
	return ""
}

// pictureOf returns the picture that a block is and nothing else, in a list or
// not, or nil.
func pictureOf(block talk.Block) *talk.Image {
	switch b := block.(type) {
	case *talk.List:
		if len(b.Items) == 1 {
			return pictureOf(b.Items[0])
		}
	case *talk.ListItem:
		if len(b.Blocks) == 1 {
			return pictureOf(b.Blocks[0])
		}
	case *talk.Paragraph:
		if len(b.Inlines) == 1 {
			image, _ := b.Inlines[0].(*talk.Image)
			return image
		}
	}
	return nil
}

// besides divides blocks into words and the one picture that goes with them,
// which comes first or last. picture is nil where there is no such picture, or
// what goes with it needs the whole width.
func besides(blocks []talk.Block, images map[string]Image) (words, picture []talk.Block, first bool) {
	blocks = lastEntryApart(blocks)
	if len(blocks) < 2 {
		return nil, nil, false
	}
	last := len(blocks) - 1
	switch {
	case pictureOf(blocks[last]) != nil:
		words, picture = blocks[:last], blocks[last:]
	case pictureOf(blocks[0]) != nil:
		words, picture, first = blocks[1:], blocks[:1], true
	default:
		return nil, nil, false
	}
	if _, held := images[clean(pictureOf(picture[0]).Destination)]; !held {
		return nil, nil, false
	}
	for _, block := range words {
		switch block.(type) {
		case *talk.Code, *talk.Table:
			return nil, nil, false
		}
		if lookInto(block).images {
			return nil, nil, false
		}
	}
	return words, picture, first
}

// lastEntryApart takes a picture out of the list whose last entry it is.
func lastEntryApart(blocks []talk.Block) []talk.Block {
	if len(blocks) == 0 {
		return nil
	}
	last := len(blocks) - 1
	list, ok := blocks[last].(*talk.List)
	if !ok || list.Ordered || len(list.Items) < 2 || pictureOf(list.Items[len(list.Items)-1]) == nil {
		return blocks
	}
	words, picture := *list, *list
	words.Items, picture.Items = list.Items[:len(list.Items)-1], list.Items[len(list.Items)-1:]
	return append(blocks[:last:last], &words, &picture)
}

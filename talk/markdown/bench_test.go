package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// longTalk writes a talk of 60 sections and about 9,000 words, which is more
// than an hour of speech.
func longTalk() []byte {
	var b strings.Builder
	b.WriteString("---\ntitle: The long way round\nslot: 60m\nneeds:\n  - know the way\n  - get home\n" +
		"message: The long way is the short one.\npromises:\n  - You leave with a map.\n---\n\n# The long way round\n")
	for i := 1; i <= 60; i++ {
		fmt.Fprintf(&b, "\n## Station %d has its own lesson (1m) #core\ngives: lesson %d\nmeets: need %d\n\n", i, i, 1+i%2)
		for j := 1; j <= 4; j++ {
			fmt.Fprintf(&b, "- Point %d of *this* station with `code` in it #story\n\n", j)
			b.WriteString("What I say here is a paragraph of plain words, told as I would tell it to a friend on a train. [pause]\n" +
				"It has a second line with **strong** words and a [link](https://example.org/way) to a map.\n\n")
		}
	}
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	source := longTalk()
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(source)
	}
}

// BenchmarkGoldmark is what Parse is measured against: the same bytes, read by
// goldmark alone with the same extensions.
func BenchmarkGoldmark(b *testing.B) {
	source := longTalk()
	p := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(text.NewReader(source))
	}
}

package markdown

import (
	"strings"
	"testing"
)

// A script of 9,000 words is a talk of over an hour: what becomes of it follows
// every key on the page where a talk begins.
func BenchmarkFromText(b *testing.B) {
	prose := strings.Repeat(strings.Repeat("It rained in the night, and nobody had looked at the roof. ", 8)+"\n\n", 94)
	list := strings.Repeat("The roof\n\tIt rained in the night\n\t\tnobody had looked\n", 900)
	for name, text := range map[string]string{"prose": prose, "outline": list} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if len(FromText(text)) < len(text)/2 {
					b.Fatal("words are lost")
				}
			}
		})
	}
}

func BenchmarkBeginning(b *testing.B) {
	text := strings.Repeat(strings.Repeat("It rained in the night, and nobody had looked at the roof. ", 8)+"\n\n", 94)
	for b.Loop() {
		if d := (Beginning{Text: text, Audience: "makers", Message: "Say it early."}).Document(); len(d.Talk().Sections) != mostParts {
			b.Fatal("sections are lost")
		}
	}
}

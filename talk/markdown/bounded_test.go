package markdown

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// What is bounded is read as goldmark reads it by itself.
func TestBoundedIsTheSame(t *testing.T) {
	plain := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))
	bounded := NewCommonMark()
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"`", "``", "```", "a", " ", "\n", "\\", "[", "](b)", "](", "![", "*", "_", "|", "> ", "- ", "<b>", "<b", "</b", "<!--", "-->", "<?", ">", "\\`", "[a]: b\n"}
	for range 5000 {
		var source []byte
		for range 1 + random.IntN(30) {
			source = append(source, pieces[random.IntN(len(pieces))]...)
		}
		if bytes.Contains(source, []byte("\\\n")) || bytes.Contains(source, []byte("- \n")) {
			continue // an entry without text is read otherwise, and better
		}
		var want, got bytes.Buffer
		if err := plain.Convert(source, &want); err != nil {
			t.Fatal(err)
		}
		if err := plain.Renderer().Render(&got, source, bounded.Parse(source)); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Fatalf("%q is read as\n%s\ninstead of\n%s", source, &got, &want)
		}
	}
}

package markdown

import (
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// TestSpecification reads the examples of package talk's comment: the one of a
// whole talk is a talk without a problem.
func TestSpecification(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../doc.go", nil, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(file.Doc.Text(), "\n\n\t---\n")
	example, _, _ = strings.Cut("\t---\n"+example, "\n\nThe text is")
	source := strings.ReplaceAll(example, "\n\t", "\n")[1:] + "\n"
	tk := Parse([]byte(source)).Talk()
	if len(tk.Problems) > 0 || len(tk.Sections) != 2 || len(tk.Sections[0].Items()) != 2 || len(tk.Sections[1].Meets) != 4 || tk.Deal.Title.Text != tk.Title() {
		t.Errorf("the example means something else:\n%s\n%s", source, describe(tk))
	}
}

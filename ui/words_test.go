package ui

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"talkgiver/assets"
)

// Every word of the window is in the table of words, and nothing else is.
func TestWordsOfTheWindow(t *testing.T) {
	singular, plural := wordsInCode(t)
	data, err := fs.ReadFile(assets.I18N(), "i18n/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var table map[string]any
	if err := json.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	for key := range singular {
		switch text := table[key].(type) {
		case nil:
			t.Errorf("%q is not in en.json", key)
		case string:
			if text != key && key != "language code" {
				t.Errorf("%q says %q in English", key, text)
			}
		default:
			t.Errorf("%q has plural forms, and no count", key)
		}
	}
	for key := range plural {
		forms, ok := table[key].(map[string]any)
		if !ok || len(forms) != 2 || forms["one"] == nil || forms["other"] != key {
			t.Errorf("%q has the forms %v, want one and other", key, table[key])
		}
	}
	for key := range table {
		if !singular[key] && !plural[key] {
			t.Errorf("%q is in en.json, and nowhere in the code", key)
		}
	}
}

// wordsInCode finds what the packages of the window ask lang for. Each must be
// a literal, else nobody can know what to translate.
func wordsInCode(t *testing.T) (singular, plural map[string]bool) {
	t.Helper()
	singular, plural = map[string]bool{}, map[string]bool{}
	files := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			f, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if of, ok := f.X.(*ast.Ident); !ok || of.Name != "lang" || f.Sel.Name != "L" && f.Sel.Name != "N" {
				return true
			}
			literal, ok := call.Args[0].(*ast.BasicLit)
			if !ok {
				t.Errorf("%v: lang.%s of what is no literal", files.Position(call.Pos()), f.Sel.Name)
				return true
			}
			key, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Error(err)
			}
			if f.Sel.Name == "L" {
				singular[key] = true
			} else {
				plural[key] = true
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(singular) < 100 || len(plural) == 0 {
		t.Fatalf("only %d and %d words found", len(singular), len(plural))
	}
	return singular, plural
}

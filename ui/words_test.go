package ui

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"

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
		if !singular[key] && !plural[key] && !slices.Contains(toolkitWords, key) {
			t.Errorf("%q is in en.json, and nowhere in the code", key)
		}
	}
}

// toolkitWords are those that Fyne asks for in its file dialog and the menu of a
// field. It has them in the system's language, which may not be the window's.
var toolkitWords = []string{
	"Advanced", "Cancel", "Confirm", "Copy", "Create Folder", "Cut", "Enter filename", "Error", "Favourites", "File", "Folder", "New Folder",
	"No", "OK", "Open", "Paste", "Quit", "Redo", "Save", "Select all", "Show Hidden Files", "Undo", "Yes",
}

func TestWordsOfTheToolkit(t *testing.T) {
	for _, language := range languages() {
		data, err := fs.ReadFile(assets.I18N(), "i18n/"+language+".json")
		if err != nil {
			t.Fatal(err)
		}
		var table map[string]any
		if err := json.Unmarshal(data, &table); err != nil {
			t.Fatal(err)
		}
		for _, word := range toolkitWords {
			if text, _ := table[word].(string); text == "" {
				t.Errorf("%s has no word for Fyne's %q", language, word)
			}
		}
	}
}

// says starts this test once more in another system and returns what a window
// says there: a process reads its language once, and for good.
func says(t *testing.T, locale, chosen, how string) string {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	for _, entry := range os.Environ() {
		if name, _, _ := strings.Cut(entry, "="); name != "LANGUAGE" && name != "LC_ALL" && name != "LC_MESSAGES" && name != "LANG" {
			cmd.Env = append(cmd.Env, entry)
		}
	}
	cmd.Env = append(cmd.Env, "LANG="+locale, "TALKGIVER_CHOSEN="+chosen, "TALKGIVER_LOADS="+how)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if strings.Contains(string(out), "Translation failure") {
		t.Errorf("a system in %q: %s", locale, out)
	}
	_, said, _ := strings.Cut(string(out), "says ")
	said, _, _ = strings.Cut(said, "\n")
	return said
}

// sayAll loads the words as it was asked to and says some. It reports whether
// this is the process that says starts.
func sayAll(t *testing.T) bool {
	switch os.Getenv("TALKGIVER_LOADS") {
	case "":
		return false
	case "all":
		if err := loadWords(os.Getenv("TALKGIVER_CHOSEN")); err != nil {
			t.Fatal(err)
		}
	case "stand-in": // as on systems that do not look at the environment
		if err := standIn(speakable(os.Getenv("TALKGIVER_CHOSEN")), lang.SystemLocale()); err != nil {
			t.Fatal(err)
		}
	}
	cards := func(n int) string { return lang.N("{{.Count}} cards", n, map[string]any{"Count": n}) }
	fmt.Println("says " + strings.Join([]string{language(), lang.L("Save"), lang.L("Paste"), cards(1), cards(2), cards(5)}, "|"))
	return true
}

const (
	inEnglish = "en|Save|Paste|1 card|2 cards|5 cards"
	inGerman  = "de|Speichern|Einfügen|1 Karte|2 Karten|5 Karten"
)

// A window speaks one language: the one that was chosen, else the system's, else
// English.
func TestLoadWords_Languages(t *testing.T) {
	if sayAll(t) {
		return
	}
	for _, c := range []struct{ locale, chosen, want string }{
		{"en_US.UTF-8", "", inEnglish},
		{"en_GB", "", inEnglish},
		{"de_DE.UTF-8", "", inGerman},
		{"de_AT.UTF-8", "", inGerman},
		{"de", "", inGerman},
		{"fr_FR.UTF-8", "", inEnglish}, // Fyne speaks it
		{"ru_RU.UTF-8", "", inEnglish}, // and counts otherwise
		{"zh_TW.UTF-8", "", inEnglish},
		{"sr_RS@latin", "", inEnglish},
		{"nl_NL.UTF-8", "", inEnglish}, // nobody does
		{"C", "", inEnglish},
		{"C.UTF-8", "", inEnglish},
		{"POSIX", "", inEnglish},
		{"", "", inEnglish},
		{"gibberish", "", inEnglish},
		{"en_US.UTF-8", "de", inGerman},
		{"C", "de", inGerman},
		{"C.UTF-8", "de", inGerman},
		{"ru_RU.UTF-8", "de", inGerman},
		{"nl_NL.UTF-8", "de", inGerman},
		{"de_DE.UTF-8", "en", inEnglish},
		{"fr_FR.UTF-8", "en", inEnglish},
		{"de_DE.UTF-8", "xx", inGerman}, // a language of a later version
	} {
		if got := says(t, c.locale, c.chosen, "all"); got != c.want {
			t.Errorf("a system in %q, %q chosen: %q, want %q", c.locale, c.chosen, got, c.want)
		}
	}
}

func TestStandIn(t *testing.T) {
	if sayAll(t) {
		return
	}
	for _, c := range []struct{ locale, chosen, want string }{
		{"fr_FR.UTF-8", "", inEnglish},
		{"ru_RU.UTF-8", "", inEnglish},
		{"ar_EG.UTF-8", "", inEnglish},
		{"nl_NL.UTF-8", "de", inGerman},
		{"en_US.UTF-8", "de", inGerman},
		{"de_DE.UTF-8", "en", inEnglish},
	} {
		if got := says(t, c.locale, c.chosen, "stand-in"); got != c.want {
			t.Errorf("a system in %q, %q chosen: %q, want %q", c.locale, c.chosen, got, c.want)
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

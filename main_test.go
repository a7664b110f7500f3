package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mayImport is who may import whom inside the module. Each package of the house
// has a row; a folder inside one of them ("talk/lexicon/en") follows its row. "talk/*" stands for every
// package below talk, "ui/*" for every package below ui. What comes from other
// modules is ruled by outside.
var mayImport = map[string][]string{
	".": {"ui", "talk/cli", "assets"},

	"ui":           {"ui/*", "talk", "talk/*", "assets"},
	"ui/beginning": {"ui/widgets", "ui/theme", "ui/work", "talk", "talk/*"},
	"ui/draft":     {"ui/widgets", "ui/theme", "ui/work", "talk", "talk/*"},
	"ui/balance":   {"ui/widgets", "ui/theme", "ui/work", "talk", "talk/*"},
	"ui/rehearse":  {"ui/widgets", "ui/theme", "ui/work", "talk", "talk/*"},
	"ui/slides":    {"ui/widgets", "ui/theme", "ui/work", "talk", "talk/*"},
	"ui/journey":   {"ui/widgets", "ui/theme", "ui/work", "talk", "talk/*"},
	"ui/library":   {"ui/widgets", "ui/theme", "ui/work", "talk", "talk/*"},
	"ui/palette":   {"ui/widgets", "ui/theme"}, // over the whole window
	"ui/widgets":   {"ui/theme"},
	"ui/theme":     {"assets"},             // for the fonts
	"ui/uitest":    {"ui/theme", "assets"}, // for tests alone
	"ui/work":      {},

	"talk":          {},
	"talk/cli":      {"talk", "talk/*"},
	"talk/library":  {"talk", "talk/markdown", "talk/journal", "talk/score"},
	"talk/slides":   {"talk", "talk/markdown"},
	"talk/fit":      {"talk", "talk/score"},
	"talk/say":      {"talk", "talk/score"},
	"talk/score":    {"talk", "talk/lexicon"},
	"talk/markdown": {"talk"},
	"talk/lexicon":  {"talk"},
	"talk/rehearse": {"talk"},
	"talk/journal":  {"talk"},

	"assets": {},
}

// outside says which packages of other modules a folder must stay away from.
// The tests of a folder are held to it too.
var outside = []struct {
	folder string // and everything below it; "." is the whole module
	except string
	never  string // an import path, or its beginning when it ends in "/"
	why    string
}{
	{folder: ".", except: ".", never: "fyne.io/fyne/v2/app", why: "only main starts the app, so that all else tests without a display or a C compiler"},
	{folder: "talk", never: "fyne.io/", why: "the engine serves the command line too and knows no window"},
	{folder: "assets", never: "fyne.io/", why: "the assets are bytes"},
}

// standardOnly are the packages that lean on nothing but Go itself.
var standardOnly = []string{"talk", "assets"}

// topLevel is what may lie beside go.mod: a new thing belongs into a folder.
var topLevel = []string{
	".ci", ".git", ".gitattributes", ".gitignore", ".golangci.yml", "FyneApp.toml", "LICENSE", "README.md",
	"assets", "go.mod", "go.sum", "main.go", "main_test.go", "talk", "talkgiver", "talkgiver.exe", "ui",
}

const module = "talkgiver"

// goPackage is what "go list -json" says about a package.
type goPackage struct {
	ImportPath   string
	Standard     bool
	Imports      []string
	TestImports  []string
	XTestImports []string
}

func TestEveryImportGoesTheWayTheTableAllows(t *testing.T) {
	openSources(t)
	for _, build := range []struct{ system, tags string }{
		{"linux", ""}, {"linux", "ci"}, {"darwin", ""}, {"windows", ""},
	} {
		packages := list(t, build.system, build.tags, "./...")
		if len(packages) < 2 {
			t.Fatalf("go list sees %d packages of the module", len(packages))
		}
		for _, pkg := range packages {
			for _, complaint := range complaints(pkg) {
				t.Errorf("%s (GOOS=%s, tags %q)", complaint, build.system, build.tags)
			}
		}
	}
}

// TestTalkReachesNoWindow looks through other modules too.
func TestTalkReachesNoWindow(t *testing.T) {
	openSources(t)
	packages := list(t, "linux", "", "-deps", "./talk/...")
	if len(packages) < 10 {
		t.Fatalf("go list -deps sees only %d packages", len(packages))
	}
	for _, pkg := range packages {
		if strings.HasPrefix(pkg.ImportPath, "fyne.io/") {
			t.Errorf("a package below talk needs %s, perhaps by way of another module; the engine knows no window", pkg.ImportPath)
		}
	}
}

func TestTopLevelStaysTidy(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !slices.Contains(topLevel, entry.Name()) && !isBuildLeftover(entry.Name()) {
			t.Errorf("%s lies at the top; only %s belong there", entry.Name(), strings.Join(topLevel, ", "))
		}
	}
}

// TestTheTableCatches breaks each rule once, so that the tests above are known
// to fail when they should.
func TestTheTableCatches(t *testing.T) {
	const app = "fyne.io/fyne/v2/app"
	for _, test := range []struct {
		name string
		pkg  goPackage
		want string // part of the complaint, none when empty
	}{
		{"main starts the app", goPackage{ImportPath: module, Imports: []string{app, module + "/ui"}}, ""},
		{"main opens a file by itself", goPackage{ImportPath: module, Imports: []string{module + "/talk/markdown"}}, "must not import talk/markdown"},
		{"the window starts the app", goPackage{ImportPath: module + "/ui", Imports: []string{app}}, "must not import " + app},
		{"a test starts the app", goPackage{ImportPath: module + "/ui/draft", TestImports: []string{app}}, "must not import " + app},
		{"talk shows a window", goPackage{ImportPath: module + "/talk/score", Imports: []string{"fyne.io/fyne/v2"}}, "must not import fyne.io/fyne/v2"},
		{"talk leans on a module", goPackage{ImportPath: module + "/talk", Imports: []string{"go.yaml.in/yaml/v3"}}, "standard library"},
		{"talk leans on Go", goPackage{ImportPath: module + "/talk", Imports: []string{"go/ast", "fmt"}}, ""},
		{"the score reads Markdown", goPackage{ImportPath: module + "/talk/score", Imports: []string{module + "/talk/markdown"}}, "must not import talk/markdown"},
		{"the command line uses all", goPackage{ImportPath: module + "/talk/cli", Imports: []string{module + "/talk/fit"}}, ""},
		{"a place uses a place", goPackage{ImportPath: module + "/ui/draft", Imports: []string{module + "/ui/balance"}}, "must not import ui/balance"},
		{"a place uses the window", goPackage{ImportPath: module + "/ui/draft", Imports: []string{module + "/ui"}}, "must not import ui"},
		{"a place uses the engine", goPackage{ImportPath: module + "/ui/draft", Imports: []string{module + "/talk/score"}}, ""},
		{"a widget decides", goPackage{ImportPath: module + "/ui/widgets", Imports: []string{module + "/talk/score"}}, "must not import talk/score"},
		{"a folder below follows its row", goPackage{ImportPath: module + "/talk/lexicon/en", Imports: []string{module + "/talk/score"}}, "must not import talk/score"},
		{"a folder below serves its own", goPackage{ImportPath: module + "/talk/lexicon", Imports: []string{module + "/talk/lexicon/en"}}, ""},
		{"a folder nobody planned", goPackage{ImportPath: module + "/util"}, "no row"},
		{"a folder nobody planned below talk", goPackage{ImportPath: module + "/talk/util"}, "no row"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(complaints(test.pkg), "; ")
			if (test.want == "") != (got == "") || !strings.Contains(got, test.want) {
				t.Errorf("complaints: %q, want one with %q", got, test.want)
			}
		})
	}
}

// complaints returns a sentence for every import of pkg that breaks a rule.
func complaints(pkg goPackage) []string {
	folder := folderOf(pkg.ImportPath)
	row, ok := rowOf(folder)
	if !ok {
		return []string{folder + " has no row in the table of who may import whom"}
	}
	var found []string
	complain := func(imported, why string) {
		sentence := fmt.Sprintf("%s must not import %s: %s", folder, imported, why)
		if !slices.Contains(found, sentence) {
			found = append(found, sentence)
		}
	}
	for _, imported := range pkg.Imports {
		switch {
		case imported == module || strings.HasPrefix(imported, module+"/"):
			target := folderOf(imported)
			if target != row && !isBelow(target, row) && !slices.ContainsFunc(mayImport[row], func(allowed string) bool { return matches(target, allowed) }) {
				complain(target, "it may import "+allowedBy(row))
			}
		case slices.Contains(standardOnly, folder) && isOutside(imported):
			complain(imported, folder+" needs nothing but the standard library")
		}
	}
	for _, imported := range slices.Concat(pkg.Imports, pkg.TestImports, pkg.XTestImports) {
		for _, rule := range outside {
			if folder == rule.except || folder != rule.folder && !isBelow(folder, rule.folder) && rule.folder != "." {
				continue
			}
			if imported == rule.never || strings.HasSuffix(rule.never, "/") && strings.HasPrefix(imported, rule.never) {
				complain(imported, rule.why)
			}
		}
	}
	return found
}

// folderOf returns the folder of a package of the module, "." for main.
func folderOf(importPath string) string {
	if importPath == module {
		return "."
	}
	return strings.TrimPrefix(importPath, module+"/")
}

// rowOf returns the row of the table that rules a folder.
func rowOf(folder string) (string, bool) {
	for at := folder; ; at = path.Dir(at) {
		holdsOthers := at == "." || at == "talk" || at == "ui"
		if isRow(at) && (at == folder || !holdsOthers) {
			return at, true
		}
		if at == "." {
			return "", false
		}
	}
}

// matches says whether a folder is meant by a word of the table.
func matches(folder, allowed string) bool {
	if parent, ok := strings.CutSuffix(allowed, "/*"); ok {
		return isBelow(folder, parent)
	}
	return folder == allowed || isBelow(folder, allowed) && !isRow(folder)
}

func isRow(folder string) bool {
	_, ok := mayImport[folder]
	return ok
}

// isBelow says whether a folder lies inside another. Nothing lies inside main,
// so that main is held to its row like any other package.
func isBelow(folder, parent string) bool {
	return strings.HasPrefix(folder, parent+"/")
}

// isOutside says whether an import path belongs to another module: only those
// have a dot in their first element.
func isOutside(importPath string) bool {
	first, _, _ := strings.Cut(importPath, "/")
	return strings.Contains(first, ".")
}

func allowedBy(row string) string {
	if len(mayImport[row]) == 0 {
		return "no package of this module"
	}
	return strings.Join(mayImport[row], ", ")
}

// isBuildLeftover says whether git ignores a file at the top by its ending.
func isBuildLeftover(name string) bool {
	return slices.Contains([]string{".test", ".out", ".prof"}, path.Ext(name))
}

// openSources opens every Go file of the module. "go test" repeats an earlier
// result as long as the files that the test opened are the same, and it does
// not see what "go list" opens.
func openSources(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && strings.HasPrefix(entry.Name(), ".") && name != "." {
			return filepath.SkipDir
		}
		if filepath.Ext(name) == ".go" {
			_, err = os.ReadFile(name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// list runs "go list -json" for a system; it reads sources and compiles nothing.
func list(t *testing.T, system, tags string, args ...string) []goPackage {
	t.Helper()
	command := exec.Command("go", append([]string{"list", "-e", "-json=ImportPath,Standard,Imports,TestImports,XTestImports", "-tags=" + tags}, args...)...)
	command.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0", "GOFLAGS=")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	output, err := command.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", command, err, stderr.String())
	}
	var packages []goPackage
	for decoder := json.NewDecoder(bytes.NewReader(output)); ; {
		var pkg goPackage
		err := decoder.Decode(&pkg)
		if errors.Is(err, io.EOF) {
			return packages
		}
		if err != nil {
			t.Fatalf("%s: %v", command, err)
		}
		packages = append(packages, pkg)
	}
}

// What the command line calls its version is that of the app.
func TestVersion(t *testing.T) {
	data, err := os.ReadFile("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	said, _, _ := strings.Cut(version(), " ")
	if !bytes.Contains(data, []byte("\nVersion = \""+said+"\"\n")) {
		t.Errorf("it is %q, and FyneApp.toml has\n%s", said, data)
	}
}

package say

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/score"
)

var place = regexp.MustCompile(`\{([a-z]+)(:[^|}]+\|[^|}]+)?\}`)

// places returns the arguments that a sentence uses, each once, in order.
func places(s string) []string {
	var names []string
	for _, m := range place.FindAllStringSubmatch(s, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Figures in a sentence have the sign of its language.
func TestDecimal(t *testing.T) {
	for lang, want := range map[string]string{"en": "1.20", "de": "1,20"} {
		if got := For(lang).Decimal(1.2, 2); got != want {
			t.Errorf("%s writes %s, want %s", lang, got, want)
		}
	}
	if got := For("de").Decimal(4, 1); got != "4,0" {
		t.Errorf("a whole figure is %s", got)
	}
}

func TestLanguagesSayTheSame(t *testing.T) {
	en, de := english(), german()
	for _, key := range slices.Sorted(maps.Keys(en)) {
		if _, ok := de[key]; !ok {
			t.Errorf("German lacks %s", key)
			continue
		}
		if a, b := places(en[key]), places(de[key]); !slices.Equal(a, b) {
			t.Errorf("%s: English has %v, German %v", key, a, b)
		}
	}
	for key := range de {
		if _, ok := en[key]; !ok {
			t.Errorf("English lacks %s", key)
		}
	}
}

func TestSentencesAreWellFormed(t *testing.T) {
	known := []string{"text", "signs", "other", "n", "of", "time", "than"}
	for lang, words := range map[string]map[string]string{"en": english(), "de": german()} {
		for key, s := range words {
			if s == "" || strings.TrimSpace(s) != s {
				t.Errorf("%s %s: %q", lang, key, s)
			}
			if rest := place.ReplaceAllString(s, ""); strings.ContainsAny(rest, "{}") {
				t.Errorf("%s %s: a broken place in %q", lang, key, s)
			}
			for _, name := range places(s) {
				if !slices.Contains(known, name) {
					t.Errorf("%s %s: unknown place %s", lang, key, name)
				}
			}
			title := strings.HasSuffix(key, ".title")
			sentence := strings.HasSuffix(key, ".why") && strings.HasPrefix(key, "finding.") || strings.HasSuffix(key, ".fix") || strings.HasPrefix(key, "why.")
			end := s[len(s)-1]
			if title && (end == '.' || end == '!') || sentence && !strings.ContainsRune(".?!", rune(end)) && !strings.HasSuffix(s, "”") && !strings.HasSuffix(s, "“") {
				t.Errorf("%s %s ends badly: %q", lang, key, s)
			}
		}
	}
}

// Everything that the engine can say has its words, and there are no others.
func TestNothingIsLeftUnsaid(t *testing.T) {
	used := map[string]bool{"kind.content": true, "drift.behind": true, "drift.ahead": true, "drift.on": true}
	for _, mark := range []score.Mark{score.Evidence, score.Principle} {
		used["mark."+string(mark)] = true
	}
	for _, k := range talk.Kinds() {
		used["kind."+string(k)] = true
	}
	for _, d := range []score.Dimension{score.Value, score.Effort, score.Clarity} {
		used["score."+d.String()] = true
		for _, id := range score.CriterionIDs(d) {
			used["criterion."+id] = true
		}
	}
	for _, id := range append(score.SignIDs(), score.AllSigns.IDs()...) {
		used["sign."+id] = true
	}
	for _, key := range score.WhyKeys() {
		used["why."+key] = true
	}
	for _, key := range problemKeys(t) {
		used["problem."+key] = true
	}
	for _, id := range score.ExplainedIDs() {
		used["rule."+id], used["formula."+id] = true, true
	}
	used["name.balance"], used["name.take"] = true, true
	for _, w := range score.Weights() {
		used["reason."+w.ID], used["source."+w.Source.ID] = true, true
		if For("en").Criterion(w.ID) == "" {
			used["weight."+w.ID] = true
		}
	}
	for _, key := range score.QuestionKeys() {
		used["question."+key], used["question."+key+".how"] = true, true
	}
	for _, key := range score.InputKeys() {
		used["input."+key] = true
	}
	for _, key := range pageKeys(t) {
		used["page."+key] = true
	}
	for _, key := range runKeys(t) {
		used["run."+key] = true
	}
	for _, key := range []string{"talk", "intro", "took", "hint", "rate", "else", "name", "thanks"} {
		used["card."+key] = true
	}
	for _, key := range []string{"worth", "new", "relevant", "concrete", "usable", "clear"} {
		used["card."+key], used["card."+key+".low"], used["card."+key+".high"] = true, true, true
	}
	en := english()
	for key := range used {
		if en[key] == "" {
			t.Errorf("nothing to say for %s", key)
		}
	}
	rules := score.Rules()
	for _, key := range score.FindingKeys() {
		rule, _, variant := strings.Cut(key, ".")
		if en["finding."+key+".title"] == "" {
			t.Errorf("nothing to say for finding %s", key)
		}
		for _, part := range []string{"title", "why", "fix"} {
			used["finding."+key+"."+part] = true
			if !variant && en["finding."+rule+"."+part] == "" {
				t.Errorf("rule %s has no %s", rule, part)
			}
		}
		if !slices.Contains(rules, rule) {
			t.Errorf("%s belongs to no rule", key)
		}
	}
	for key := range en {
		if !used[key] {
			t.Errorf("nobody says %s", key)
		}
	}
}

// pageKeys reads which words the page of the command line and dates use, from
// their source.
func pageKeys(t *testing.T) []string {
	keys := []string{"decimal", "day", "months", "short-months"}
	for _, file := range []string{"../cli/scorepage.go", "../cli/explain.go", "days.go"} {
		source, err := os.ReadFile(filepath.FromSlash(file))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?:Page|words)\("([a-z-]+)"`).FindAllStringSubmatch(string(source), -1) {
			keys = append(keys, m[1])
		}
	}
	return keys
}

// runKeys reads which phrases talk/rehearse makes, from its source.
func runKeys(t *testing.T) []string {
	var keys []string
	for _, file := range []string{"advice.go", "began.go", "forecast.go", "squeeze.go", "teach.go"} {
		source, err := os.ReadFile(filepath.Join("..", "rehearse", file))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`"((?:advice|began|forecast|range|fresh|squeeze)[a-z.-]*)"`).FindAllStringSubmatch(string(source), -1) {
			keys = append(keys, m[1])
			if strings.HasPrefix(m[1], "advice.") && m[1] != "advice.nothing" {
				keys = append(keys, m[1]+".late")
			}
		}
	}
	if len(keys) < 15 {
		t.Fatalf("found only %v", keys)
	}
	return keys
}

// problemKeys reads the constants of type talk.ProblemKey from their source, so
// that a new problem cannot be forgotten here.
func problemKeys(t *testing.T) []string {
	file, err := parser.ParseFile(token.NewFileSet(), "../problem.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	ast.Inspect(file, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == 1 {
			if lit, ok := v.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
				key, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				keys = append(keys, key)
			}
		}
		return true
	})
	if len(keys) < 15 {
		t.Fatalf("found only %v", keys)
	}
	return keys
}

func TestFinding(t *testing.T) {
	f := score.Finding{Rule: "need-unmet", Words: score.Phrase{Key: "need-unmet", Args: score.Args{N: 2, Text: "get marketing to agree"}}}
	want := Advice{
		Title: "Need 2 is met nowhere",
		Why:   "Somebody comes for “get marketing to agree” and leaves without it.",
		Fix:   "Choose “+ link” on the section that meets it (in the file: meets: need 2), or drop the need.",
	}
	if got := For("en-GB").Finding(f); got != want {
		t.Errorf("got %+v", got)
	}
	if got := For("de_AT").Finding(f).Title; got != "Bedürfnis 2 wird nirgends erfüllt" {
		t.Errorf("got %q", got)
	}
}

func TestVariantsFallBackToTheirRule(t *testing.T) {
	f := score.Finding{Rule: "apology", Words: score.Phrase{Key: "apology.detected", Args: score.Args{Text: "Sorry"}}}
	got := For("en").Finding(f)
	if got.Title != "“Sorry” sounds like an apology" || got.Why != "They had not noticed. Now they look for it." {
		t.Errorf("got %+v", got)
	}
}

func TestFill(t *testing.T) {
	args := score.Args{Text: "{n}", N: 1, Of: 3, Time: 70 * time.Second, Than: time.Hour}
	for template, want := range map[string]string{
		"":                                 "",
		"plain":                            "plain",
		"{text}":                           "{n}", // what is put in is not read again
		"{n:day|days}, {of:day|days}, {n}": "1 day, 3 days, 1",
		"{time} of {than}":                 "1:10 of 1:00:00",
		"{nobody} {open":                   "{nobody} {open",
	} {
		if got := fill(template, args); got != want {
			t.Errorf("%q: got %q, want %q", template, got, want)
		}
	}
}

func TestDrift(t *testing.T) {
	for _, test := range []struct {
		drift  time.Duration
		en, de string
	}{
		{70 * time.Second, "1:10 behind", "1:10 zu spät"},
		{-40 * time.Second, "0:40 ahead", "0:40 zu früh"},
		{0, "on time", "in der Zeit"},
		{5400 * time.Millisecond, "on time", "in der Zeit"},
		{5600 * time.Millisecond, "0:06 behind", "0:06 zu spät"},
	} {
		if got := For("en").Drift(test.drift); got != test.en {
			t.Errorf("%v: %q", test.drift, got)
		}
		if got := For("de").Drift(test.drift); got != test.de {
			t.Errorf("%v: %q", test.drift, got)
		}
	}
}

func TestProblem(t *testing.T) {
	p := talk.Problem{Key: talk.BadDuration, Arg: "4 minits"}
	if got := For("en").Problem(p); got != "“4 minits” is no time; write 4m, 90s or 2:30" {
		t.Errorf("got %q", got)
	}
}

func TestRun(t *testing.T) {
	for _, test := range []struct {
		phrase talk.Phrase
		en, de string
	}{
		{talk.Phrase{}, "", ""},
		{
			talk.Phrase{Key: "advice.one", Text: "Case B", N: 1},
			"Skip “Case B” and you are on time.", "Lass „Case B“ weg, dann bist du in der Zeit.",
		},
		{
			talk.Phrase{Key: "forecast", N: 8, Time: 20 * time.Minute},
			"8 in 10 that you end within 20:00 on stage", "8 von 10, dass du auf der Bühne mit 20:00 auskommst",
		},
		{
			talk.Phrase{Key: "range", Text: "Demo", Time: 3 * time.Minute, Than: 7 * time.Minute},
			"“Demo” takes 3:00 to 7:00: practise it or cut it", "„Demo“ dauert 3:00 bis 7:00: üben oder kürzen",
		},
	} {
		if got := For("en").Run(test.phrase); got != test.en {
			t.Errorf("%+v: %q", test.phrase, got)
		}
		if got := For("de").Run(test.phrase); got != test.de {
			t.Errorf("%+v: %q", test.phrase, got)
		}
	}
}

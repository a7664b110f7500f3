package assets

import (
	"bytes"
	"encoding/json"
	"image/png"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestIconIsASquareOf512Pixels(t *testing.T) {
	config, err := png.DecodeConfig(bytes.NewReader(Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if config.Width != 512 || config.Height != 512 {
		t.Errorf("the icon is %d x %d pixels, want 512 x 512", config.Width, config.Height)
	}
}

// Every language says everything: what has one form in English has one in each,
// what is counted has the forms that the language counts with, and what is
// filled into a sentence is filled into all of them.
func TestLanguagesSayTheSame(t *testing.T) {
	english := readWords(t, "i18n/en.json")
	files, err := fs.Glob(I18N(), "i18n/*.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 2 {
		t.Fatalf("only %v", files)
	}
	for _, file := range files {
		words := readWords(t, file)
		for key, entry := range words {
			want, ok := english[key]
			if !ok {
				t.Errorf("%s: %q is not in en.json", file, key)
				continue
			}
			for name, text := range entry {
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s: %q has no words", file, key)
				}
				if _, ok := want[name]; !ok {
					t.Errorf("%s: %q has the form %q, and English has not", file, key, name)
				} else if got, want := blanks(text), blanks(want[name]); !slices.Equal(got, want) {
					t.Errorf("%s: %q is filled with %v, want %v", file, key, got, want)
				}
				if strings.HasPrefix(key, " ") != strings.HasPrefix(text, " ") || strings.HasSuffix(key, "…") != strings.HasSuffix(text, "…") {
					t.Errorf("%s: %q begins or ends otherwise: %q", file, key, text)
				}
			}
		}
		for key, want := range english {
			if len(words[key]) != len(want) {
				t.Errorf("%s: %q has the forms %v, want those of %v", file, key, words[key], want)
			}
		}
		if code := strings.TrimSuffix(path.Base(file), ".json"); words["language code"][""] != code {
			t.Errorf("%s says it is %q", file, words["language code"][""])
		}
	}
}

// readWords reads what a language says: the forms of each text by their names,
// or one without a name.
func readWords(t *testing.T, file string) map[string]map[string]string {
	t.Helper()
	data, err := fs.ReadFile(I18N(), file)
	if err != nil {
		t.Fatal(err)
	}
	var entries map[string]json.RawMessage
	if err := json.Unmarshal(data, &entries); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	if got := strings.Count(string(data), "\n \""); got != len(entries) {
		t.Errorf("%s has %d lines for %d texts: one of them comes twice", file, got, len(entries))
	}
	words := make(map[string]map[string]string, len(entries))
	for key, entry := range entries {
		var text string
		if err := json.Unmarshal(entry, &text); err == nil {
			words[key] = map[string]string{"": text}
			continue
		}
		var forms map[string]string
		if err := json.Unmarshal(entry, &forms); err != nil {
			t.Errorf("%s: %q is neither a text nor its forms: %v", file, key, err)
		}
		words[key] = forms
	}
	return words
}

// blank is a place of a text that is filled in.
var blank = regexp.MustCompile(`\{\{[^}]*\}\}`)

func blanks(text string) []string {
	found := blank.FindAllString(text, -1)
	slices.Sort(found)
	return found
}

func TestSamples(t *testing.T) {
	samples := Samples()
	if len(samples) < 3 {
		t.Fatalf("%d samples, want a talk that gives, one that takes and a lightning talk", len(samples))
	}
	if samples[0].Name != FirstSample {
		t.Errorf("the first sample is %s, want %s", samples[0].Name, FirstSample)
	}
	seen := map[string]bool{}
	for _, sample := range samples {
		if seen[sample.Name] {
			t.Errorf("%s comes twice", sample.Name)
		}
		seen[sample.Name] = true
		if !utf8.Valid(sample.Data) || bytes.ContainsRune(sample.Data, '\r') {
			t.Errorf("%s is not plain UTF-8 with LF line endings", sample.Name)
		}
		for _, want := range []string{"---\ntitle: ", "\nslot: ", "\nmessage: ", "\n## "} {
			if !bytes.Contains(sample.Data, []byte(want)) {
				t.Errorf("%s has no %q", sample.Name, want)
			}
		}
	}
}

func TestTemplates(t *testing.T) {
	english, german := Templates("en"), Templates("de")
	if len(english) != 4 || len(german) != 4 {
		t.Fatalf("%d templates in English and %d in German, want four each", len(english), len(german))
	}
	for i, template := range english {
		if german[i].Name != template.Name || bytes.Equal(german[i].Data, template.Data) {
			t.Errorf("template %d is %s in English and %s in German, in other words or not", i+1, template.Name, german[i].Name)
		}
		if template.Data[0]++; Templates("en")[i].Data[0] == template.Data[0] {
			t.Errorf("%s is not the caller's own", template.Name)
		}
	}
	if other := Templates("nl"); len(other) != 4 || !bytes.Equal(other[1].Data, Templates("en")[1].Data) {
		t.Error("a language without templates does not get those in English")
	}
}

func TestBytesAreTheCallersOwn(t *testing.T) {
	Icon()[0] = 0
	if Icon()[0] == 0 {
		t.Error("writing into the icon changed it for the next caller")
	}
	Samples()[0].Data[0] = 0
	if Samples()[0].Data[0] == 0 {
		t.Error("writing into a sample changed it for the next caller")
	}
}

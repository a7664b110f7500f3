package assets

import (
	"bytes"
	"encoding/json"
	"image/png"
	"io/fs"
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

func TestWordsAreOneFlatObjectALanguage(t *testing.T) {
	files, err := fs.Glob(I18N(), "i18n/*.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("no language at all")
	}
	for _, file := range files {
		data, err := fs.ReadFile(I18N(), file)
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]any
		if err := json.Unmarshal(data, &words); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		for key, entry := range words {
			texts := []any{entry}
			if forms, ok := entry.(map[string]any); ok { // a text for one and one for more
				texts = []any{forms["one"], forms["other"]}
			}
			for _, text := range texts {
				if s, ok := text.(string); !ok || strings.TrimSpace(s) == "" {
					t.Errorf("%s: %q has no words", file, key)
				}
			}
		}
	}
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

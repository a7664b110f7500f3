package markdown

import "testing"

func TestReadText(t *testing.T) {
	tests := map[string]struct {
		data string
		want string
		ok   bool
	}{
		"UTF-8":               {"Zwölf Gäste\n", "Zwölf Gäste\n", true},
		"UTF-8 with its mark": {"\xef\xbb\xbfZwölf", "Zwölf", true},
		"UTF-16, low first":   {"\xff\xfeZ\x00\xf6\x00", "Zö", true},
		"UTF-16, high first":  {"\xfe\xff\x00Z\x00\xf6", "Zö", true},
		"Windows":             {"Zw\xf6lf \x93G\xe4ste\x94", "Zwölf “Gäste”", true},
		"nothing":             {"", "", true},
		"a zip":               {"PK\x03\x04\x14\x00\x06\x00", "", false},
		"a PDF":               {"%PDF-1.7\n%\xe2\xe3", "", false},
		"rich text":           {`{\rtf1\ansi Hello}`, "", false},
		"an outline": {`<?xml version="1.0"?><opml version="2.0"><head><title>Roofs</title></head><body><outline text="Beams" _note="soft&#10;and old"><outline text="rotten"/></outline><outline text="Prices"/></body></opml>`,
			"# Roofs\n\n- Beams\n\t- soft\n\t- and old\n\t- rotten\n- Prices\n", true},
		"a broken outline": {`<opml><body><outline text="Beams">`, `<opml><body><outline text="Beams">`, true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, ok := ReadText([]byte(test.data))
			if got != test.want || ok != test.ok {
				t.Errorf("got %q, %v, want %q, %v", got, ok, test.want, test.ok)
			}
		})
	}
	outline, _ := ReadText([]byte(tests["an outline"].data))
	if got, want := string(FromText(outline)), "# Roofs\n\n## Beams\n\n- soft\n- and old\n- rotten\n\n## Prices\n"; got != want {
		t.Errorf("the outline becomes\n%s\nwant\n%s", got, want)
	}
}

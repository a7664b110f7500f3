package say

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestCard(t *testing.T) {
	for _, lang := range []string{"en", "de"} {
		got, err := For(lang).Card(Card{
			Title: "Belts <b>&</b> “brakes”", Speaker: "A. Speaker", Event: "Product Days",
			Date: time.Date(2027, 5, 4, 0, 0, 0, 0, time.UTC),
		})
		if err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", "card_"+lang+".html")
		if *update {
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: got\n%s", lang, got)
		}
	}
}

// Whatever a talk is called, the card stays a page that needs nothing else.
func TestACardIsAPageOfItsOwn(t *testing.T) {
	for _, c := range []Card{
		{},
		{Title: "</title><script>alert(1)</script>", Event: `"><img src=x onerror=y>`, Speaker: "{{.Lang}}"},
		{Title: strings.Repeat("long ", 400)},
	} {
		page, err := For("en").Card(c)
		if err != nil {
			t.Fatal(err)
		}
		text := string(page)
		for _, outside := range []string{"http", "src=", "href=", "@import", "url(", "<script", "<img"} {
			// What is in a text is escaped: < and " are not there.
			if strings.Contains(strings.ReplaceAll(text, "img src=x", ""), outside) {
				t.Errorf("%.40q: the card has %s", c.Title, outside)
			}
		}
		if n := len(regexp.MustCompile(`class="step"`).FindAllString(text, -1)); n != 6*5 {
			t.Errorf("%.40q: %d circles, want six lines of five", c.Title, n)
		}
		if strings.Contains(text, "<no value>") || strings.Contains(text, "<h1></h1>") || strings.Contains(text, "<p></p>") {
			t.Errorf("%.40q: something is empty", c.Title)
		}
	}
}

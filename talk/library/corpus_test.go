package library

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// vocabulary are the words that the talks of a test are made of.
var vocabulary = map[string][]string{
	"en": strings.Fields(`we the a and to of in that it was when nobody asked why train door question engineer release morning customer
		told waited rain late broke again quietly found reason list every one two seven fourteen years first last truth story number
		believe naïve café built mended shipped table garden river bridge window letter answer listened learned small honest plain`),
	"de": strings.Fields(`wir die der das und zu von in dass es war als niemand fragte warum Zug Tür Frage Ingenieurin Übergabe Morgen
		Kundin erzählte wartete Regen spät zerbrach wieder leise fand Grund Liste jede eins zwei sieben Jahre zuerst größer Straße
		Öffnung glauben gebaut geflickt Tisch Garten Fluss Brücke Fenster Brief Antwort hörte lernte klein ehrlich einfach neue`),
}

// corpus fills a folder with talks of about so many words, every third one German.
func corpus(tb testing.TB, folder string, talks, words int) {
	tb.Helper()
	random := rand.New(rand.NewPCG(7, 11))
	for i := range talks {
		lang := "en"
		if i%3 == 2 {
			lang = "de"
		}
		pool := vocabulary[lang]
		sentence := func(n int) string {
			picked := make([]string, n)
			for j := range picked {
				picked[j] = pool[random.IntN(len(pool))]
			}
			picked[0] = strings.ToUpper(picked[0][:1]) + picked[0][1:]
			return strings.Join(picked, " ")
		}
		var b strings.Builder
		fmt.Fprintf(&b, "---\ntitle: %q\nevent: Meet-up %d\ndate: 2027-%02d-%02d\nslot: 20m\nlang: %s\nneeds:\n  - %s\nmessage: %s.\n---\n",
			fmt.Sprintf("%s %d", sentence(5), i), i%40, 1+i%12, 1+i%28, lang, sentence(6), sentence(9))
		for section := 1; len(strings.Fields(b.String())) < words; section++ {
			fmt.Fprintf(&b, "\n## %s (2m)\ngives: %s\nmeets: need 1\n\n", sentence(5), sentence(6))
			for range 4 {
				fmt.Fprintf(&b, "- %s #story\n\n%s. %s.\n%s. %s.\n\n", sentence(6), sentence(14), sentence(11), sentence(9), sentence(12))
			}
		}
		path := filepath.Join(folder, fmt.Sprintf("year-%d", 2020+i%8), fmt.Sprintf("talk-%04d.md", i))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			tb.Fatal(err)
		}
		if i%10 == 0 {
			journal := `{"id":"a","at":"2027-01-02T10:00:00Z","kind":"prep","spent":3600}` + "\n"
			if err := os.WriteFile(strings.TrimSuffix(path, Extension)+".journal.jsonl", []byte(journal), 0o644); err != nil {
				tb.Fatal(err)
			}
		}
	}
}

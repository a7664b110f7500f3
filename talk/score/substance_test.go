package score

import (
	"strings"
	"testing"

	"talkgiver/talk/markdown"
)

// What nothing is said to takes as long as it takes to read it, whether its words
// stand in a list, a quote, a table or code, and in whatever language.
func TestTimeToReadWhatIsShown(t *testing.T) {
	words := strings.Fields("the old roof was rotten and the rain came in on each single night of that long winter")
	line := strings.Join(words, " ")
	row := func(cells []string) string { return "| " + strings.Join(cells, " | ") + " |\n" }
	said := strings.Repeat("All of this is what I say to it. ", 14) + "\n"
	for _, lang := range []string{"en", "fi"} {
		for name, shown := range map[string]string{
			"a point":        "- " + line,
			"a nested point": "- " + strings.Join(words[:9], " ") + "\n  - " + strings.Join(words[9:], " "),
			"a quote":        "> " + line,
			"a table":        row(words[:6]) + "|-|-|-|-|-|-|\n" + row(words[6:12]) + row(words[12:]),
			"code":           "```\n" + line + "\n```",
			"a picture":      "![](roof.jpg)",
		} {
			t.Run(lang+"/"+name, func(t *testing.T) {
				text := "---\nslot: 20m\nlang: " + lang + "\n---\n\n## A (2m)\n\n- It rained\n\n" + said + "\n" + shown + "\n"
				var r reading
				r.read(markdown.Parse([]byte(text)).Talk(), Inputs{})
				want := r.readAloud(len(words))
				if name == "a picture" {
					want = glance
				}
				if n := len(r.facts.items); n != 2 || r.facts.items[1].time != want {
					t.Errorf("the last of %d items takes %d ms, want %d", n, r.facts.items[n-1].time, want)
				}
			})
		}
	}
}

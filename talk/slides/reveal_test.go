package slides

import (
	"strings"
	"testing"
)

// TestCodeInReveal looks at which code stands in a fence, where a person can read
// it, and which in HTML, since a tool would find something else in it.
func TestCodeInReveal(t *testing.T) {
	deep := strings.Repeat(" ", 12) + "x = 1"
	far := "x" + strings.Repeat(" ", 25) + "# far off"
	for _, test := range []struct{ flavour, code, want string }{
		{"reveal", "a\nb", "```text\na\nb\n```\n"},
		{"reveal", "a\n\nb", "<pre><code class=\"language-text\">a\n\nb</code></pre>\n"},
		{"reveal", "a\n---", "<pre><code class=\"language-text\">a\n&#45;--</code></pre>\n"},
		{"reveal", deep, "```text\n" + deep + "\n```\n"},
		{"reveal-md", deep[1:], "```text\n" + deep[1:] + "\n```\n"},
		{"reveal-md", deep, `<pre><code class="language-text">           &amp;#32;x = 1&lt;/code>&lt;/pre>` + "\n"},
		{"reveal-md", far, `<pre><code class="language-text">x           &amp;#32;           &amp;#32; # far off&lt;/code>&lt;/pre>` + "\n"},
		{"reveal", "x </script> y", "```text\nx </script> y\n```\n"},
		{"reveal", "x </SCRIPT> y", `<pre><code class="language-text">x &lt;/SCRIPT&gt; y</code></pre>` + "\n"},
		{"reveal", "x </script > y", `<pre><code class="language-text">x &lt;/script &gt; y</code></pre>` + "\n"},
		{"reveal", "<!-- <script>", `<pre><code class="language-text">&#60;!-- &lt;script&gt;</code></pre>` + "\n"},
		{"reveal-md", "a\nb", "```text\na\nb\n```\n"},
	} {
		f, _ := ByName(test.flavour)
		source := "## One\n\n```\n" + test.code + "\n```\n"
		written := string(f.Bytes(deckOf(source, Options{})))
		if !strings.HasSuffix(written, "\n\n"+test.want) {
			t.Errorf("%s writes %q as\n%s\nwant\n%s", test.flavour, test.code, written, test.want)
		}
		read, err := Read(test.flavour, []byte(written))
		if err != nil {
			t.Fatal(err)
		}
		if got := string(read.Talk); !strings.Contains(got, "\n"+test.code+"\n```\n") {
			t.Errorf("%s: %q comes back as\n%s", test.flavour, test.code, got)
		}
	}
}

// In the script that a slide of reveal.js stands in, nothing ends it, and nothing
// keeps it open.
func TestScriptsInReveal(t *testing.T) {
	f, _ := ByName("reveal")
	for _, odd := range []string{`</SCRIPT x="`, "</script >", "<!-- <script>", "<sCript>"} {
		for place, source := range map[string]string{
			"title":       "## " + escapedText(odd) + "\n",
			"text":        "- " + escapedText(odd) + "\n",
			"code":        "- `" + odd + "`\n",
			"destination": "- [a](<b" + escapedText(odd) + ">)\n",
			"beginning":   "- [a](<" + strings.TrimPrefix(odd, "<") + " x>)\n",
			"link title":  "- [a](b '" + escapedText(odd) + "')\n",
			"image":       "- ![" + escapedText(odd) + "](b.png)\n",
			"notes":       escapedText(odd) + "\n",
			"language":    "~~~ " + odd + "\nx\n~~~\n",
		} {
			written := string(f.Bytes(deckOf("# T\n\n## S\n\n"+source, Options{})))
			written = strings.ReplaceAll(written, "<!-- .slide: ", "")
			for i := range written {
				if written[i] == '<' && scriptMark.MatchString(written[i:]) {
					t.Errorf("%q in the %s: %q", odd, place, written)
				}
			}
		}
	}
}

// escapedText is Markdown for signs that may be any.
func escapedText(s string) string {
	return strings.NewReplacer("<", `\<`, ">", `\>`, "!", `\!`, "-", `\-`).Replace(s)
}

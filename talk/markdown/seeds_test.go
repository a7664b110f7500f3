package markdown

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
)

// wholeTalk has everything that a talk file can have.
const wholeTalk = `---
# What a file may say of itself.
title: The kettle
event: Kitchen Days
date: 2027-03-01
slot: 20m
questions: 5m   # for questions
audience: people who cook
listeners: 40
needs:
  - boil water
  # the second is the harder one
  - "keep it: hot"
message: Water boils sooner under a lid.
promises:
  - You save a minute.
truths: [lids get hot, "glass, too"]
stance: attract
knows: lid, stove
pace: 120
lang: en
variants:
  - short: 10m
silence:
  - no-event: it is a kitchen
theme: dark
---

# The kettle #core

An opening that is only said. [pause 3]

## Cold water (4m) #core
gives: the first thing to do
meets: need 1, promise 1
makes: promise 1
new: 3
relevant: 4
after: section 1

- Fill it *half* #story
  more of it
- Cover it #howto #need1
  1. lid
  2. stove #firsthand

What I say. [click] And more &amp; more. <!-- silence filler: meant so -->
Second line.

> A quote
#evidence

` + "```go\n# no heading\n---\nfmt.Println() // <!--\n```\n#demo\n" + `
![a kettle](kettle.jpg)
#keep1

| a | b |
|---|:-:|
| 1 | 2 |
#example

Shown, not said. #show

### A further slide (90s) #extra

<!-- say -->

- said as a list #question

<!-- /say -->

---

After the break.

#### A small heading

<!-- ## no heading

--- -->

Hot water (\(90s)
-----------------
gives: what is left

Last words ` + "`code #bio`" + ` and [a link #bio](x) #ask #truth1

# Afterword #backup

Thank you \#ask
`

// seeds are files that have been hard to read.
func seeds() []string {
	return []string{
		"[a]: b \"\nc\"\n\n[a] #story\n", "[x](y \"a\\\n b \n\tc\") ![z](w 'd\n\ne')\n",
		"", "\ufeff", "\ufeff---\ntitle: x\n---\n", "# t", "#", "##", "## ", "## a\r\rb\r", "## a\r\n\r\nb\r\n\n- c\r",
		wholeTalk,
		strings.ReplaceAll(wholeTalk, "\n", "\r\n"),
		strings.ReplaceAll(wholeTalk, "\n", "\r"),
		"---\n{[}\nx: [\n---\n## a\n", "---\ntitle: a: b\n---", "---\na: &x [*x]\n---\n", "---\nneeds: [a, [b, c], {d: e}]\n---\n",
		"---\nneeds:\n- a\n-\n- - b\n-   c\n    d\n---\n", "---\ntitle: |\n  a\n  b\n\nneeds: >-\n  c\n---\n",
		"---\n\"title\": 'it''s'\nx: !!str 3\ntitle: \"\\u00e9 \\\"\"\n---\n", "---\r\ntitle: x\r\nneeds:\r\n  - a\r\n---\r\n# x\r\n",
		"---\nknows: a, b\nvariants:\n  short: 5m\nsilence: {r: s}\n---\n", "---\ntitle:\nneeds:\n---\n\n## a\n",
		"## a\ngives: x\n- b\n", "## a\ngives: x\n---\nb", "## a\ngives:\nnew: 7\nafter: 2, 9, x\n\nb", "a\n-\ngives: x\n",
		"## a\n\n- b\n#story\n\n> c\n#bio\n\n#ask\n", "- a\n\n  #story\n\n#bio\n", "a\n#show\n\n![x](y)\n#demo #demo\n", "# a\n# b\n#core\n",
		"<!-- say -->\n\n# a\n\n<!-- /say -->\n", "<!-- say\n## a\n\n-->b\n", "<div>\n#story\n</div>\n<!-- silence a: b -->\n", "a <!-- silence a: b --> <!-- silence --> \n",
		"## a (1:3)\n### b (4 minits)\n#### c (4m)\n", "a\n===\n\nb (4m)\nc #core\n---\n", "***\n\n***\n## a\n***\n### b\n***\n",
		"## a `b` (4m) `#core`\n", "## [a](b) #core\n", "## ![a](b)\n", "[a]: b \"c\"\n\n[a] #story\n", "- [ ] a\n", "a\\\n#story\n", "a  \n#story\n",
		"> - a #bio\n>   #story\n\n", "1. a\n2. b\n\n   c #skip-short\n", "\t- a\n\n\tb\n", "- a\n\n\n      b\n\t#demo\n", "&#0; &copy; \\& [pause 9999] [click][pause]\n",
		"\xff\xfe#\x00 a\n\x00\n", "a\x00b\n#\x00story\n", "- \n-\n*\n", "~~~\n", "```\n\n## a\n", "<!--\n## a\n", "| a |\n|-|\n| b | c |\n#demo\n",
		"|a|\n|-|\n\n#demo\n", "## a\n\ufeff\n", "-\n---\n-\n", "## a #story #bio\n\nb #story #bio\n", "[" + strings.Repeat("(", 50), strings.Repeat("> ", 120) + "a\n", "a\n\u2028## b\n",
		// Found by fuzzing.
		"```\r---\r```\r#demo\r", "&\na\nt\n|-", "-\ng\n#show", "e\n## (4m)\n#backup", "-\n\t#\n", ">\t#", "\ufeff## a\nk\n-",
		"0\n\nb\n->\n-|\n-", "|\nh\n-|\n-", "x\n|\n\t-\n#-\n-", "\r<iv:>", "-\n", "` 3\n`", ".<!--silence\n-->", "<d\nv>", "<div \ne", "\ufeff<!-- say\n\nb\n", "\ufeff- a\n\n  b\n", "---\n## a\ntext\n", "*\n#keep1\n*\n---\n",
	}
}

// mutant makes a file of lines of the seeds, with a few bytes changed.
func mutant(r *rand.Rand, lines []string) []byte {
	var b []byte
	for range 1 + r.IntN(12) {
		b = append(b, lines[r.IntN(len(lines))]...)
	}
	const bytesThatMatter = "#-*>`~[]()!<>|:_\\ \t\n\r&0123abgs\x00\xff\"'{}"
	for range r.IntN(6) {
		at := r.IntN(len(b) + 1)
		switch r.IntN(2) {
		case 0:
			b = slices.Insert(b, at, bytesThatMatter[r.IntN(len(bytesThatMatter))])
		case 1:
			b = slices.Delete(b, max(at-1, 0), at)
		}
	}
	return bytes.ReplaceAll(b, []byte("\n"), []byte([]string{"\n", "\n", "\r\n", "\r"}[r.IntN(4)]))
}

// seedLines are all lines of all seeds.
func seedLines() []string {
	var lines []string
	for _, s := range seeds() {
		lines = append(lines, strings.SplitAfter(s, "\n")...)
	}
	return lines
}

package slides

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// anyTalk writes a talk file by chance, of about n slides: Markdown, its
// look-alikes of other tools, and signs that are not seen, each wherever it may
// stand. Unlike anyDeck it makes only what a talk file can hold.
func anyTalk(seed uint64, n int) []byte {
	w := &talkWriter{Rand: rand.New(rand.NewPCG(seed, 2)), pieces: append(slices.Clone(wild), lineTexts()...)}
	var b strings.Builder
	b.WriteString("# " + w.line(2) + "\n")
	for range n {
		b.WriteString("\n")
		switch w.IntN(8) {
		case 0:
			b.WriteString("---\n")
		case 1, 2:
			b.WriteString("### " + w.line(3) + "\n")
		case 3:
			b.WriteString("## " + w.line(3) + " #core (2m)\ngives: much\n")
		default:
			b.WriteString("## " + w.line(3) + "\n")
		}
		for range w.IntN(5) {
			b.WriteString("\n" + strings.Join(w.block(2, true), "\n") + "\n")
		}
	}
	text := b.String()
	if seed%5 == 4 { // as an editor on Windows writes it
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
	}
	return []byte(text)
}

// lineTexts are the hostile texts of one line.
func lineTexts() []string {
	return slices.DeleteFunc(short(hostile()), func(s string) bool { return strings.ContainsAny(s, "\n\r") })
}

// talkWriter writes a talk's Markdown by chance.
type talkWriter struct {
	*rand.Rand
	pieces []string
}

func (w *talkWriter) one(of ...string) string { return of[w.IntN(len(of))] }

func (w *talkWriter) piece() string { return w.pieces[w.IntN(len(w.pieces))] }

// line returns inlines of one line, with up to as many pieces.
func (w *talkWriter) line(pieces int) string {
	var b strings.Builder
	for i := range 1 + w.IntN(pieces) {
		if i > 0 {
			b.WriteString(w.one("", " ", " ", " ", "  ", "\t", "\u00a0"))
		}
		b.WriteString(w.inline())
	}
	return strings.NewReplacer("\n", " ", "\r", " ").Replace(b.String())
}

func (w *talkWriter) inline() string {
	s := w.piece()
	switch w.IntN(18) {
	case 0:
		return "*" + s + "*"
	case 1:
		return "**" + s + "**"
	case 2:
		return "~~" + s + "~~"
	case 3:
		return "_" + s + "_"
	case 4:
		return "`" + s + "`"
	case 5:
		return "[" + s + "](" + w.destination() + ")"
	case 6:
		return "![" + s + "](" + w.destination() + ")"
	case 7:
		return "***" + s + "** " + w.piece() + "*"
	case 8:
		return "**[" + s + "](" + w.destination() + ")**" + w.piece()
	case 9:
		return "\\" + s
	case 10:
		return "[*" + s + "* `" + w.piece() + "`](<" + w.piece() + ">)"
	case 12:
		return "[![" + s + "](" + w.destination() + ")](" + w.destination() + ")" + w.one("", " ") + w.piece()
	case 11:
		var b strings.Builder // each sign as a number
		for _, r := range s {
			fmt.Fprintf(&b, "&#%d;", r)
		}
		return b.String()
	}
	return s
}

func (w *talkWriter) destination() string {
	return w.one("https://example.com/", "a.png", "b%20c.jpg", "#top", "", "<a b.png>", "x.mp4", "mailto:a@b.example", "https://example.com/a_(b)?c=1&d=2#e",
		`a.png "a title"`, `a.png 'it "is"'`, "<"+w.piece()+">")
}

// lines returns a text of some lines, each ended as Markdown can end one.
func (w *talkWriter) lines() []string {
	lines := []string{w.line(4)}
	for range w.IntN(3) {
		lines[len(lines)-1] += w.one("", "", "  ", "\\")
		lines = append(lines, w.line(4))
	}
	return lines
}

// block returns the lines of a block, in which others stand that many levels
// deep.
func (w *talkWriter) block(depth int, top bool) []string {
	kind := w.IntN(14)
	if depth == 0 {
		kind = w.IntN(6)
	}
	switch kind {
	case 0:
		lines := w.lines()
		lines[len(lines)-1] += " #show"
		return lines
	case 1:
		fence := w.one("```", "~~~", "`````")
		lines := []string{fence + w.one("", "go", "js", w.piece(), "{.go}", "{r, echo=FALSE}", "c++ {1,3}", "python title=\"x\"", "=html", "{=html}", "mermaid")}
		for range 1 + w.IntN(3) {
			lines = append(lines, w.one("", "\t", "    ")+w.piece())
		}
		return append(lines, fence)
	case 2:
		return []string{"    " + w.piece(), "    " + w.piece()}
	case 3, 4, 5:
		return w.lines()
	case 6:
		var lines []string
		for i := range 1 + w.IntN(2) {
			if i > 0 {
				lines = append(lines, "")
			}
			lines = append(lines, w.block(depth-1, false)...)
		}
		return indent(lines, "> ", "> ")
	case 7:
		columns := 1 + w.IntN(3)
		row := func() string {
			s := "|"
			for range columns {
				s += " " + strings.ReplaceAll(w.line(2), "|", `\|`) + " |"
			}
			return s
		}
		lines := []string{row(), "|" + strings.Repeat(w.one("---|", ":-:|", "--:|"), columns)}
		for range w.IntN(3) {
			lines = append(lines, row())
		}
		return lines
	case 8:
		return []string{"![" + w.line(2) + "](" + w.destination() + ")"}
	case 9:
		if !top {
			return w.lines()
		}
		return append(append([]string{"<!-- say -->", ""}, w.block(depth, false)...), "", "<!-- /say -->")
	case 10:
		return []string{w.one("#### ", "##### ", "###### ") + w.line(3)}
	}
	return w.list(depth)
}

func (w *talkWriter) list(depth int) []string {
	bullet, loose := w.one("- ", "* ", "+ ", "1. ", "7) ", "-   "), w.IntN(3) == 0
	var all []string
	for range 1 + w.IntN(4) {
		lines := w.lines()
		for range w.IntN(2 * depth) {
			if loose || w.IntN(2) == 0 {
				lines = append(lines, "")
			}
			lines = append(lines, w.block(depth-1, false)...)
		}
		if loose && len(all) > 0 {
			all = append(all, "")
		}
		all = append(all, indent(lines, bullet, strings.Repeat(" ", len(bullet)))...)
	}
	return all
}

// indent begins the first line and the others with something.
func indent(lines []string, first, rest string) []string {
	for i, line := range lines {
		if lines[i] = rest + line; i == 0 {
			lines[i] = first + line
		}
	}
	return lines
}

// wild are texts of talk files in which somebody's tool sees more.
var wild = append(strings.Split(strings.TrimSpace(wildLines), "\n"),
	"no\u00a0break", "\u00a0", "a\tb", "\t", "zero\u200bwidth", "\u200b", "\u2060", "\u200d", "soft\u00adhyphen", "\u202eabc\u202c", "\u2067אב\u2069", "\ufeff",
	"a\u2028b", "a\u2029b", "\u0085", "e\u0301\u0323", "\u0301", "\u3000", "\u2003a", "\u180e", "\ue000", "\ufffd", "\U0001f468\u200d\U0001f4bb", "\U0001f1e9\U0001f1ea", "", " ", "  ",
	"see  ", "\\", "\\\\")

const wildLines = `
plain
two words
A sentence, with a comma.
Really?
yes!
so: here
semi;colon
x
I
I.
A. Smith said
i. first
ii) second
(a) or (b)
(iv) four
MM. Dupont
#. auto
(@) example
(@good) example
see (@good)
@good
@doe99
[@doe99]
[-@doe99]
[@doe99, pp. 33-35; @smith04]
@doe99 [p. 33]
-@doe99
a@b.example
user@host
[^1]
[^note]: the note
^[inline note]
[^
: definition
:   definition
~ definition
Term
| line block
|   indented line
|
| a | b |
a|b
+---+---+
+===+===+
----
--- ---
 --- ---
Table: a caption
: a caption
$x$
$x
$1 and $2$
$$x$$
\(x\)
\[x\]
\alpha
\newpage
\textbf{x}
\begin{x}
\frac{1}{2}
\\(x\\)
H~2~O
x^2^
x^2
^up^
~down~
~a b~
^a b^
a~b
{.cls}
{#id}
{#id .cls key="v"}
heading {#id}
word{.cls}
[span]{.cls}
[span]{.smallcaps}
[x]{.underline}
` + "`code`{.go}" + `
` + "`x`{=html}" + `
` + "`$x$`" + `
` + "``a ` b``" + `
` + "`" + `
` + "``" + `
` + "a`" + `
{=html}
:smile:
:x:
:::
::: notes
::: {.notes}
:::: columns
::: incremental
. . .
.  .  .
. .
....
...
wait...
--
---
a--b
a---b
1--2
–
—
'single'
"double"
it's
'90s
"
'
''
"' '"
don't "stop"
<b>bold</b>
<br>
<br/>
<div>
</div>
<span class="x">y</span>
<script>x</script>
<!-- c -->
<!--
-->
<?x?>
<!DOCTYPE x>
<a href="x">
<http://x.example>
<x@y.example>
<x
x>
<3
->
<->
=>
&amp;
&lt;
&#60;
&#x3c;
&#0;
&#128512;
&nbsp;
&ensp;
&shy;
&zwnj;
&copy;
&copy
&x;
& ;
*
**
***
* a
*a
a*
**a
a**b**c
*a*b
_
__
___
_a
a_
a_b
a_b_c
_a_b
~
~~
~~~
~~a
==x==
++x++
!
![
[
]
[]
[](
[a]
[a][b]
[a]: b
[a]:
[a](b
](b)
[ ] todo
[x] done
[X] done
(
)
()
1.
1. one
1) one
01. one
1.2.3
10:30
-
- a
-a
+
+ a
+a
=
===
#
##
# a
#a
a #
a ##
C#
#1
>
> a
>a
>>
%
% title
%%
100%
\*
\_
\#
\$
\@
\"
\'
\~
\^
\.
\ 
a\ b
\-
\<
\|
\{
C:\new\table
/
//
a/b
https://example.com
http://example.com/a_b_c
https://example.com/~user/x^y
www.example.com
ftp://x.example
https://example.com/?a=1&b=2
https://example.com).
https://example.com/a--b
mailto:x@y.example
doi:10.1/x
key: value
---yaml
title: x
...end
{{x}}
{% x %}
<%= x %>
${x}
#{x}
@{x}
%x%
[[wiki]]
[[wiki|link]]
((x))
::x::
||x||
^^x^^
,,x,,
//x//
??x??
!!x!!
!!! note
[TOC]
[toc]
\[TOC\]
{:toc}
{: .cls}
*[HTML]: abbr
[~] x
©
™
½
→
…
“x”
‘x’
«x»
„x“
שלום
مرحبا
שלום abc 12
日本語
中文，标点。
한국어
नमस्ते
ไทย
😀
👍🏽
❤️
ß
İ
ﬁ
𝒳
∑
#show
#story
#core
[click]
[pause 3]
(3m)
(2:30)
\(2m)
gives: x
meets: need 1
Note:
Notes: x
???
^
^ x
Figure: x
Listing: x
Example 1.
e.g. this
cf. that
p. 3
Mr. Smith
vs. him
a.m. now
No. 5
`

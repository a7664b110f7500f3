package slides

import (
	"math/rand/v2"
	"strings"

	"talkgiver/talk/slides"
)

// fileByChance is a talk file of n slides as nobody would write it: pieces that
// some tool takes for more than text, one after the other in every place of a
// talk file.
func fileByChance(seed uint64, n int) string {
	w := &writer{Rand: rand.New(rand.NewPCG(seed, 2))}
	w.line("# ", w.text(3))
	for range n {
		w.line("", "")
		switch w.IntN(6) {
		case 0:
			w.line("### ", w.text(4))
		case 1:
			w.line("---", "")
		default:
			w.line("## ", w.text(4)+w.one("", " (2m)", " #core", " (1:30) #story"))
		}
		for range w.IntN(5) {
			w.line("", "")
			w.block("", 3)
		}
	}
	end := w.one("\n", "\n", "\r\n")
	return strings.ReplaceAll(w.String(), "\n", end)
}

// deckByChance is the deck of such a file.
func deckByChance(seed uint64, n int) *slides.Deck {
	return deckOf([]byte(fileByChance(seed, n)))
}

// writer writes Markdown by chance.
type writer struct {
	*rand.Rand
	strings.Builder
}

func (w *writer) one(all ...string) string { return all[w.IntN(len(all))] }

func (w *writer) line(start, text string) { w.WriteString(start + text + "\n") }

// block writes a block whose lines begin with what it stands in.
func (w *writer) block(start string, depth int) {
	kind := w.IntN(12)
	if depth == 0 {
		kind = w.IntN(3)
	}
	switch kind {
	case 0, 1, 2: // a note, or shown where it stands in a list or a quote
		for range 1 + w.IntN(3) {
			w.line(start, w.text(5)+w.one("", "", "  ", `\`))
		}
		if w.IntN(3) == 0 {
			w.line(start, w.text(2)+" #show")
		}
	case 3, 4, 5:
		w.list(start, w.one("- ", "- ", "* ", "+ ", "1. ", "7) "), depth)
	case 6:
		w.fence(start)
	case 7:
		for i := range 1 + w.IntN(2) {
			if i > 0 {
				w.line(start+">", "")
			}
			w.block(start+"> ", depth-1)
		}
	case 8:
		w.table(start)
	case 9:
		w.line(start, w.image())
	case 10:
		w.line(start, w.one("#### ", "##### ", "###### ")+w.text(3))
	case 11:
		w.line(start, w.one("<!-- show -->", "<!-- say -->"))
		w.line(start, "")
		w.block(start, depth-1)
		w.line(start, "")
		w.line(start, w.one("<!-- /show -->", "<!-- /say -->", "<!-- a remark -->"))
	}
}

func (w *writer) list(start, mark string, depth int) {
	loose := w.IntN(3) == 0
	for range 1 + w.IntN(4) {
		w.line(start+mark, w.one("", "", "[ ] ", "[x] ")+w.text(5)+w.one("", "", " #skip", " #backup"))
		if w.IntN(3) == 0 {
			w.line(start+"", "")
			w.block(start+strings.Repeat(" ", len(mark)), depth-1)
		}
		if loose {
			w.line(start, "")
		}
	}
}

func (w *writer) fence(start string) {
	marks := w.one("```", "````", "~~~", "``````")
	w.line(start, marks+w.one("", "", " ")+w.one("", "", "go", "js {all|1}", "{1,3}", "mermaid", "ts {monaco}", "md magic-move", "plantuml", "yaml", "html", "nosuch", "ts twoslash", "js [title] {1}", "text", "c++", `diff "x"`, "md", "vue", "{.r #x}", "<b>", "js{1}"))
	for range w.IntN(5) {
		line := w.text(4)
		if strings.HasPrefix(strings.TrimSpace(line), marks) {
			line = "code"
		}
		w.line(start+w.one("", "", "  ", "\t"), line)
	}
	w.line(start, marks)
}

func (w *writer) table(start string) {
	columns := 1 + w.IntN(3)
	row := func(cell func() string) {
		line := "|"
		for range columns {
			line += " " + cell() + " |"
		}
		w.line(start, line)
	}
	text := func() string { return strings.ReplaceAll(w.text(3), "|", `\|`) }
	row(text)
	row(func() string { return w.one("---", ":--", ":-:", "--:") })
	for range w.IntN(3) {
		row(text)
	}
}

func (w *writer) image() string {
	return "![" + w.text(2) + "](" + w.target() + w.one("", "", ` "`+strings.ReplaceAll(w.piece(), `"`, `\"`)+`"`) + ")"
}

// target is where a link or an image leads.
func (w *writer) target() string {
	return w.one("cat.png", "https://example.com/a?b=c&d#e", "../x.png", "a%20b.svg", "..", "?x", "#top", "", "/abs.png", "mailto:a@example.com",
		"<a b.png>", "data:image/png;base64,AA", "javascript:alert(1)", "a.mp4", "https://example.com/:smile:", "C:/a.png", "@/x.png", "~/x.png",
		"HTTPS://EXAMPLE.COM/x.png", "//example.com/x.png", `<a"b'c.png>`, "a_b_c.png", "./x.png?raw", "x.png#only", "http://[::1]/", "virtual:x", "\\\\x", "&amp;", "{{x}}")
}

// text is some pieces with marks around and between them.
func (w *writer) text(most int) string {
	var b strings.Builder
	for range 1 + w.IntN(most) {
		b.WriteString(w.one("", "", "", " ", " ", "word", "word ", " word"))
		piece := w.piece()
		switch w.IntN(14) {
		case 0:
			piece = "*" + piece + "*"
		case 1:
			piece = "**" + piece + "**"
		case 2:
			piece = "~~" + piece + "~~"
		case 3:
			piece = "`` " + piece + " ``"
		case 4:
			piece = "`" + piece + "`"
		case 5:
			piece = "[" + piece + "](" + w.target() + ")"
		case 6:
			piece = w.image()
		case 7:
			piece = "_" + piece + "_"
		case 8:
			piece = "***" + piece + "***"
		case 9:
			piece = `\` + piece
		}
		b.WriteString(piece)
	}
	return b.String()
}

func (w *writer) piece() string {
	return chancePieces[w.IntN(len(chancePieces))]
}

var chancePieces = append(strings.Split(strings.Trim(chanceLines, "\n"), "\n"),
	"a\u00a0b", "\u00a0", "\u200b", "\u200bx", "\u2028", "x\u2029y", "\ufeff", "\u202eevil\u202c", "e\u0301\u0323", "\u0301first", "\u00ad", "\u2060", "a\tb", "\t", "\u3000",
	"👩🏽‍🚀", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇺🇳🇪🇺", "7️⃣", "⚠️", "اَلْعَرَبِيَّةُ", "עִבְרִית", "नमस्ते", "ไทย", "﷽", "ﬁ", "İstanbul", "ſ", "①", "½", "\u0085", "\x1b[0m", "\x7f", "\u2424", "\ufffd", "\ufdd0")

const chanceLines = `
plain
two words
{{ $slidev.nav }}
{{
}}
{{{a}}}
v-if="false"
<Tweet id="1" />
<v-click>x</v-click>
<div v-if="x">
</div>
<Toc/>
<template #x>
<<< @/a.ts
<<<./b.ts
@import url(x)
@include x
[[toc]]
[toc]
::right::
:: right ::
:::tip
::
layout: center
class: inverse
name: me
template: x
exclude: true
count: false
background-image: url(x)
--
---
----
-----
- - -
***
.red[x]
.footnote[.red[a] b]
.left-column[
]
![:scale 50%](x.png)
![:nosuch a, b](x)
![bg fit](x.png)
![w:10](x)
Note:
Notes: a
note: b
snotes: c
 Note: d
Note&#58; e
???
??? a
^ note
<!-- .slide: data-background="red" -->
<!-- .element: class="fragment" -->
.slide: a
<!-- _class: lead -->
<!-- x
-->
--!>
<!---->
<![CDATA[
]]>
$a$
$$b$$
\(c\)
\[d\]
\\(e\\)
\begin{x}
$1.50 or $2
:smile:
:not-emoji:
:+1:
x:100:y
12:30:45
&lt;i&gt;
&amp;amp;
&#x41;
&#0;
&hellip;
&unknown;
&copy
<b>
</b>
<i
<br>
<p>
<script>x()</script>
<style>*{}</style>
<svg>
<textarea>
</textarea>
</section>
<a href="x">
<?x?>
<!x>
<x@y.example>
<https://example.org/a_b*c>
https://example.org/a_b_c?d=*e*&f
www.example.org/a
ftp://x.example
me@example.org
*
**
***
_
__
a_b_c
_a
b_
*a
b*
2*3*4
a*b*c_d_e
~
~~
~a~
==a==
++b++
^c^
^d
[
]
[a]
[a][b]
[a]: b
[^a]
[^a]: b
![
](
)
(
[x]
[ ]
\
\\
\*
|
||
a | b
#
##
# a
a #
a ##
#!
####### h
>
> a
>>
-
+
- a
+ b
1.
1. c
2)
3) d
123456789. e
1234567890. f
=
===
!
!!
"
''
'a'
"b"
it's
...
a--b
--- c
(c)
(tm)
+-
n-(k-1)
hover:(a b)
foo:(int)bar
content-['x]
[color:red{]
bg-[url(x.png)]
p-$x(
before:content-["]
[&_a{]:b
f(x)[i](y)
a[i]
dark:text-[;}]
%
% a
%YAML
@
@a
@{b}
{
}
{.a}
{#b}
{a=b}
:
a:
:a
::a::b
;
,
.
..
/
//
/* a */
// b
?
?a
<
<<
a<b
a < b
>
->
=>
<-
<=
-5
+1
0
00
1e9
~/x
C:\a
\n
\u0041
%41
$x
${y}
$(z)
#story
#skip
#show
#core
[click]
[pause]
[pause 2]
(3m)
(1:20)
gives: x
meets: y
yes
null
~
---a
~~~
` + "`\n``\n```\n````\n`a`\n``b``\n```js\n``` c" + `
`

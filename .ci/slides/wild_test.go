package slides

import (
	"slices"
	"strings"
)

// wild are texts of talk files in which somebody's tool sees more.
func wild() []string {
	return slices.Concat(strings.Fields(wildWords), strings.Split(strings.Trim(wildLines, "\n"), "\n"), wildSigns)
}

// wildSigns are those with a sign that is not seen, or with a backtick.
var wildSigns = []string{
	"`code`{.go}", "`x`{=html}", "`$x$`", "``a ` b``", "`", "``", "a`", "```", "````", "`a`", "``b``", "```js", "``` c",
	"no\u00a0break", "\u00a0", "a\tb", "\t", "zero\u200bwidth", "\u200b", "\u2060", "\u200d", "soft\u00adhyphen", "\u202eabc\u202c",
	"\u2067אב\u2069", "\ufeff", "a\u2028b", "a\u2029b", "\u0085", "e\u0301\u0323", "\u0301", "\u3000", "\u2003a", "\u180e", "\ue000", "\ufffd",
	"\U0001f468\u200d\U0001f4bb", "\U0001f1e9\U0001f1ea", "", " ", "  ", "see  ", "\\", "\\\\", "a\u00a0b", "\u200bx", "\u2028", "x\u2029y",
	"\u202eevil\u202c", "\u0301first", "\u00ad", "👩🏽\u200d🚀", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "🇺🇳🇪🇺", "7️⃣", "⚠️", "اَلْعَرَبِيَّةُ", "עִבְרִית", "नमस्ते", "ไทย", "﷽",
	"ﬁ", "İstanbul", "ſ", "①", "½", "\x1b[0m", "\x7f", "\u2424", "\ufdd0",
}

// wildWords stand between spaces.
const wildWords = `
plain Really? yes! semi;colon x I I. @good @doe99 [@doe99] [-@doe99] -@doe99 a@b.example user@host [^1] [^ Term | a|b
+---+---+ +===+===+ ---- $x$ $x $$x$$ \(x\) \[x\] \alpha \newpage \textbf{x} \begin{x} \frac{1}{2} \\(x\\) H~2~O x^2^
x^2 ^up^ ~down~ a~b {.cls} {#id} word{.cls} [span]{.cls} [span]{.smallcaps} [x]{.underline} {=html} :smile: :x: ::: ....
... wait... -- --- a--b a---b 1--2 – — 'single' "double" it's '90s " ' '' <b>bold</b> <br> <br/> <div> </div>
<script>x</script> <!-- --> <?x?> <http://x.example> <x@y.example> <x x> <3 -> <-> => &amp; &lt; &#60; &#x3c; &#0;
&#128512; &nbsp; &ensp; &shy; &zwnj; &copy; &copy &x; * ** *** *a a* **a a**b**c *a*b _ __ ___ _a a_ a_b a_b_c _a_b ~ ~~
~~~ ~~a ==x== ++x++ ! ![ [ ] [] []( [a] [a][b] [a]: [a](b ](b) ( ) () 1. 1.2.3 10:30 - -a + +a = === # ## #a C# #1 > >a
>> % %% 100% \* \_ \# \$ \@ \" \' \~ \^ \. \- \< \| \{ C:\new\table / // a/b https://example.com
http://example.com/a_b_c https://example.com/~user/x^y www.example.com ftp://x.example https://example.com/?a=1&b=2
https://example.com). https://example.com/a--b mailto:x@y.example doi:10.1/x ---yaml ...end {{x}} ${x} #{x} @{x} %x%
[[wiki]] [[wiki|link]] ((x)) ::x:: ||x|| ^^x^^ ,,x,, //x// ??x?? !!x!! [TOC] [toc] \[TOC\] {:toc} © ™ ½ → … “x” ‘x’ «x»
„x“ שלום مرحبا 日本語 中文，标点。 한국어 नमस्ते ไทย 😀 👍🏽 ❤️ ß İ ﬁ 𝒳 ∑ #show #story #core [click] (3m) (2:30) \(2m) Note: ??? ^ {{
}} {{{a}}} v-if="false" <v-click>x</v-click> <Toc/> <<<./b.ts [[toc]] ::right:: :::tip :: ----- .red[x] .left-column[
![w:10](x) --!> <!----> <![CDATA[ ]]> $a$ $$b$$ \(c\) \[d\] \\(e\\) :not-emoji: :+1: x:100:y 12:30:45 &lt;i&gt;
&amp;amp; &#x41; &hellip; &unknown; <b> </b> <i <p> <script>x()</script> <style>*{}</style> <svg> <textarea> </textarea>
</section> <!x> <https://example.org/a_b*c> https://example.org/a_b_c?d=*e*&f www.example.org/a me@example.org b_ b*
2*3*4 a*b*c_d_e ~a~ ==a== ++b++ ^c^ ^d [^a] ]( [x] \ \\ || #! 2) !! 'a' "b" (c) (tm) +- n-(k-1) foo:(int)bar
content-['x] [color:red{] bg-[url(x.png)] p-$x( before:content-["] [&_a{]:b f(x)[i](y) a[i] dark:text-[;}] %YAML @ @a
@{b} { } {.a} {#b} {a=b} : a: :a ::a::b ; , . .. ? ?a < << a<b <- <= -5 +1 0 00 1e9 ~/x C:\a \n \u0041 %41 ${y} $(z)
#skip [pause] (1:20) yes null ---a
`

// wildLines are those that have spaces themselves.
const wildLines = `
two words
A sentence, with a comma.
so: here
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
[@doe99, pp. 33-35; @smith04]
@doe99 [p. 33]
[^note]: the note
^[inline note]
: definition
:   definition
~ definition
| line block
|   indented line
| a | b |
--- ---
 --- ---
Table: a caption
: a caption
$1 and $2$
~a b~
^a b^
{#id .cls key="v"}
heading {#id}
::: notes
::: {.notes}
:::: columns
::: incremental
. . .
.  .  .
. .
"' '"
don't "stop"
<span class="x">y</span>
<!-- c -->
<!DOCTYPE x>
<a href="x">
& ;
* a
[a]: b
[ ] todo
[x] done
[X] done
1. one
1) one
01. one
- a
+ a
# a
a #
a ##
> a
% title
\ 
a\ b
key: value
title: x
{% x %}
<%= x %>
!!! note
{: .cls}
*[HTML]: abbr
[~] x
שלום abc 12
[pause 3]
gives: x
meets: need 1
Notes: x
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
{{ $slidev.nav }}
<Tweet id="1" />
<div v-if="x">
<template #x>
<<< @/a.ts
@import url(x)
@include x
:: right ::
layout: center
class: inverse
name: me
template: x
exclude: true
count: false
background-image: url(x)
- - -
.footnote[.red[a] b]
![:scale 50%](x.png)
![:nosuch a, b](x)
![bg fit](x.png)
Notes: a
note: b
snotes: c
 Note: d
Note&#58; e
??? a
^ note
<!-- .slide: data-background="red" -->
<!-- .element: class="fragment" -->
.slide: a
<!-- _class: lead -->
<!-- x
$1.50 or $2
[^a]: b
[ ]
a | b
####### h
+ b
1. c
3) d
123456789. e
1234567890. f
--- c
hover:(a b)
% a
/* a */
// b
a < b
[pause 2]
meets: y
`

package slides

import "strings"

// hostile returns texts that some tool takes for more than text, each of which
// stands in every place of a talk where text can stand.
func hostile() []string {
	texts := strings.Split(strings.Trim(hostileLines, "\n"), "\n")
	return append(texts,
		// Signs that cannot be seen in a source file.
		"a\u200bb zero width space", "a\u200db joiner", "a\u2060b word joiner", "\ufeffmark at the start", "at the end\ufeff",
		"a\u00a0b no-break", "\u00a0no-break at the start", "no-break at the end\u00a0", "a\u3000b ideographic",
		"\u3000ideographic at the start", "a\u2028b line separator", "a\u0085b next line", "soft\u00adhyphen",
		"\u202eright to left override\u202c", "\u2066isolate\u2069", "\u200fmark", "a\tb tab", "\ttab first", "tab last\t",
		"a\vb vertical tab", "a\fb form feed", "escape \x1b[31mred", "bell \x07", "delete \x7f", "nul \x00 nul", "bad \xff\xfe utf-8",
		"half \xe2\x82 a sign", "line\nfeed", "carriage\rreturn", "both\r\nof them", "---\n# not a slide", "text\n---\ntext", "text\n===",
		"a\n\nb", "- one\n- two", "<!--\nnot: a note\n-->", "| a | b |\n|---|---|\n| c | d |", "a | b\n- | -", "a\n:-", "  two  spaces  ", "   four", " ",
		"\\\n", "hard  \nbreak", "> a\n> b", "```\ncode\n```", "~~~\ncode\n~~~", "[a]: b\n[a]", "$$\nx\n$$", "::: notes\nx\n:::", "a\n\tb",
		"Say this: and that\ntheme: gaia", "so:\n_class: invert", "\"theme\"\n: dark", "? theme\n: dark", "# a\ntheme: gaia", "{\ntheme: gaia\n}",
		"\"\\x74heme\": gaia", "one: two\n\nbackgroundColor: red", "%TAG ! x\n--- \ntheme: gaia", "&a\ntheme: gaia", "!!map\ntheme: gaia", "\u00a0theme: gaia",
		"it\u0092s \u0093quoted\u0094 by Windows", "\u0091", "</SCRIPT x=\"", "</script\n>", "<!-- <script> stays open", " # one\n  ## two",
		"\ufdd0no sign", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F flag", "x\ufeffy",
		strings.Repeat("word ", 2000), strings.Repeat("x", 10_000), strings.Repeat("*", 500), strings.Repeat("[", 500),
		strings.Repeat("`", 99), strings.Repeat("> ", 200), strings.Repeat("- ", 60), strings.Repeat("<b>", 100), strings.Repeat("\\", 101),
		strings.Repeat("漢字", 500), strings.Repeat("a_", 200), strings.Repeat("~~x", 50), strings.Repeat("![", 50), strings.Repeat("&amp;", 50),
	)
}

const hostileLines = `
plain words
---
----
- - -
***
* * *
___
_ _ _
===
=
+++
--
-
+
*
- item
+ item
* item
-5 degrees
+1 for it
1. one
2) two
10. ten
1234567890. long
1.5 litres
a. letter
(1) bracket
# heading
## two
###### six
####### seven
#hashtag
#
Issue #
Issue ##
C#
F# and C#
# both #
> quote
>quote
=> arrow
-> arrow
->
<-
<!-- comment -->
<!-- theme: gaia -->
<!-- _class: invert -->
<!--
-->
--!>
a --> b
a -- b --- c
<b>bold</b>
<br>
<br/>
<script>alert(1)</script>
<style>section { display: none }</style>
</section>
</textarea>
</script>
<svg onload=alert(1)>
<img src=x onerror=alert(1)>
<?php echo 1 ?>
<![CDATA[x]]>
<!DOCTYPE html>
a < b > c
a<b
List<String> and Map<K, V>
<http://example.com>
<someone@example.com>
&amp;
&lt;b&gt;
&nbsp;
&#35;
&#x23;
&copy 2027
&notanentity;
AT&T
R&D; more
a && b
*emphasis*
**strong**
***both***
_emphasis_
__strong__
snake_case_name
_private
__init__
init__
2*3*4
2 * 3 * 4
**
**bold
bold**
~~struck~~
~struck~
~/bin and ~user
~~~
~
==marked==
++inserted++
^super^ and H~2~O
||spoiler||
code with ` + "`ticks`" + `
` + "`" + `
` + "``" + `
` + "```" + `
` + "```js" + `
` + "a `` b ` c" + `
` + "\\`" + `
[link](http://example.com)
[link]
[link][ref]
[ref]: http://example.com
[^1]
[^1]: footnote
[x] done
[ ] to do
[-]
[-]: #
![image](x.png)
![bg](x.png)
![
!
Wow!
a ! b
(bracket)
[square]
{curly}
{.class}
{#id}
{{ mustache }}
{{ constructor.constructor('alert(1)')() }}
{% liquid %}
${template}
\
\\
\*
\n
C:\Users\name
ends with \
\#demo
$5 and $10
$x^2$
$$x^2$$
$
$$
\(x\)
\[x\]
\begin{equation}
:smile:
:+1:
:-1:
:100:
:1234:
:heart: :tada:
a:smile:b
:not_an_emoji:
::
:
:::
::: notes
10:30:45
10:100:30
std::vector::size
:)
:-)
:--
:-:
:-|
8-)
|
||
| a | b |
a | b
|---|
|---|---|
a \| b
^ caret
^
???
?? a
? key
Note: this
Notes: that
note: small
.slide: x
<!-- .slide: data-background="x" -->
. . .
...
..
%
% title
%%
@
@name
@media print
someone@example.com
mailto:someone@example.com
a@xn--bcher-kva.example
http://example.com
https://example.com/a_b_c?d=e&f=g#h
https://example.com/a_b*c*d
https://example.com/100%25
https://example.com/%41%42
https://example.com:8080/
https://example.com.
(https://example.com/a)
https://example.com/a(b)c
https://en.wikipedia.org/wiki/Foo_(bar)
https://xn--bcher-kva.example/
https://bücher.example/ü
https://user:pass@example.com/
https://[::1]/
https://
http:/
see https://example.com, and https://example.org!
xhttps://example.com
HTTPS://EXAMPLE.COM/A
http://a?b
http://a?b&copy
https://example.com/a?b&amp;
https://example.com/:smile:
ftp://example.com/%41
//example.com/%41
www.example.com
example.com/%41
javascript:alert(1)
file:///etc/passwd
title: a title
theme: gaia
theme:
header: We say this
"theme": dark
'theme': dark
{theme: dark}
{"theme":"dark"}
{theme}
? theme
- theme: dark
&a theme: dark
!!map theme: dark
_class: invert
paginate: true
headingDivider: 1
style: section { display: none }
marp: false
class: [a, b]
key: value: more
key : value
a: |
a: >
--- # yaml
...
%YAML 1.2
fit
prettier-ignore
markdownlint-disable MD001
lint disable x
bg
bg right:33%
w:100
width:200px h:50%
100%
50% off
contrast
a high contrast picture
left and right
cover
blur:10px
drop-shadow:0,5px,10px,rgba(0,0,0,.4)
invert
opacity:.5
(c) (r) (tm)
"quoted" and 'single'
“quoted”
it's
1/2
<<< x
>>> x
<<
«guillemets»
#story
a #story
#core
[click]
[pause]
[pause 3]
(4m)
(2:30)
emoji 😀 here
👩‍👩‍👧‍👦
👍🏽
❤️
☎
☎︎
1️⃣
🇩🇪
©
™
שלום עולם
مرحبا بالعالم
abc שלום 123
日本語のテキスト
中文。
한국어
é combining e` + "\u0301" + `
Z` + "\u0351\u036B\u0343" + `algo
ß ẞ İ ı
𝒳 mathematical
tab` + "\u2003" + `em space
non‑breaking‑hyphen
— dash — dash
…
• bullet
· dot
→
null
true
~
0x1F
1e3
-1
=1+1
+49 30 123456
'; DROP TABLE talks; --
%s %d %n
$(whoami)
` + "`whoami`" + `
../../etc/passwd
n-(k-1)
foo:(int)bar
hover:(a b)
content-['x]
[color:red{]
[Click:2]
C++
C++11
.NET
#!/bin/sh
a*b_c~d
*a_b*
_a*b_
a**b
**a*b**
*a**b*
[a](b
[a]b)
](
)[
<a
a>
</
/>
&
&;
&#;
&#x;
;
"
'
,
/
//
/*
*/
=
`

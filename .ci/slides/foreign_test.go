package slides

// foreign are decks as people write them for a tool, with what no exporter writes:
// settings, layouts, several forms of a rule, comments in comments' places, HTML.
var foreign = map[string]map[string]string{
	"marp": {
		"rules of all forms":    "---\nmarp: true\n---\n\n# One\n\n***\n\n## Two\n\nText\n---\n\nstill two\n\n- - -\n\nthree\n\n___\n\n<!-- a note -->\n\n```\n---\n```\n\n    ---\n\n> ---\n",
		"headings that divide":  "---\nmarp: true\nheadingDivider: 2\n---\n\n# One\n\n## Two\n\n### Still two\n\n---\n\nthree\n\n# Four\n",
		"an empty first slide":  "---\nmarp: true\n---\n\n---\n\n# Two\n\n---\n\n---\n\nfour\n",
		"settings and comments": "---\nmarp: true\ntheme: gaia\n---\n\n<!-- _class: lead -->\n\n# One\n\nby me\n\n<!--\nSay --- this.\n\n---\n-->\n\n---\n\n<!-- ---\n\nno slide\n-->\n\n- two <!-- in an entry -->\n",
		"no front matter":       "# One\n\n---\n\n| a | b |\n|---|---|\n| c | d |\n\n---\n\n<div>\n\n---\n\n</div>\n",
		"pictures": "---\nmarp: true\npaginate: true\n---\n\n# Pots :rocket:\n\nby a cook\n\nin a kitchen\n\n---\n\n![bg](a.png)\n![bg right:40% w:10](b.png)\n\n## Behind the words\n\n![w:100 h:50 a pot](pot.png) and ![a lid](lid.png \"seen from above\")\n\n" +
			"---\n\n[![a linked pot](pot.png)](https://example.com)\n\n---\n\n<img src=\"c.png\" alt=\"in HTML\" width=\"30\">\n",
		"lists and tables": "---\nmarp: true\nfooter: 'below'\n---\n\n## Lists\n\n* one by one\n* *two* by **two**\n  1) first\n  2) second\n\n     below the second\n\n+ plus\n\n10. ten\n11. eleven\n\n---\n\n### Table\n\n| left | right |\n|:-----|------:|\n| `a`  | b \\| c |\n| <br> | ~~d~~ |\n\n---\n\n" +
			"Term\n: what it means\n\n- [ ] to do\n- [x] done\n\nA claim[^1].\n\n[^1]: Its source.\n",
		"HTML": "---\nmarp: true\nstyle: |\n  section { color: red }\n---\n\n<style scoped>\nh1 { color: blue }\n</style>\n\n# One\n\n<br>\n\nH<sub>2</sub>O, x<sup>2</sup> and <b>bold</b>, <kbd>Esc</kbd>\n\n---\n\n<!-- _backgroundColor: black -->\n<!-- class: invert -->\n\n## Two\n\ntext&nbsp;with &amp; and &copy;<br/>on two lines\\\nand three\n\n" +
			"<!-- First note. -->\n\nmore\n\n<!--\nSecond *note*\nwith: a colon\n\n- and a list\n-->\n",
		"code": "---\nmarp: true\n---\n\n## Code\n\n```js\nlet a = `${b}` // <!-- no note -->\n```\n\n~~~\n```\n~~~\n\n    indented <b>\n\n```mermaid\ngraph TD; A-->B;\n```\n\nand ``a ` tick``\n",
	},
	"slidev": {
		"settings of slides": "---\ntheme: default\n---\n\n# One\n\n---\nlayout: center\nclass: text-white\n---\n\n# Two\n\n<!-- a note -->\n\n---\n\nthree\n",
		"fences":             "---\ntheme: default\n---\n\n# One\n\n```md\n---\nlayout: none\n---\n```\n\n---\n\n````md\n```\n---\n```\n````\n\n---\n\nthree <!-- open\n---\n\nstill --> three\n",
		"long rules":         "---\ntheme: default\n---\n\n# One\n\n----\n\ntwo\n\n--- \n\nthree\n",
		"clicks and columns": "---\ntitle: Pots\nduration: 20min\n---\n\n# Pots\n\n---\nlayout: two-cols\n---\n\n## Left\n\n<v-clicks>\n\n- one\n- two\n\n</v-clicks>\n\n::right::\n\n## Right\n\n<div v-click class=\"text-xl\">\n\nlater *on*\n\n</div>\n\n<!--\nFirst this. [click] Then **that**.\n\n- and a list\n-->\n\n---\ntransition: fade\n---\n\n<style>\nh1 { color: red }\n</style>\n\n# Styled\n\n<!-- no note -->\n\ntext<br>below\n",
	},
	"reveal": {
		"indented": "    # One\n\n    - a\n        - b\n\n---\n\n\t## Two\n\n\t- c    d\n\n---\n\n  three\n\n  > a  b\n\n---\n\n\n\n- d\n  - e\n\n---\n\n    code\n\n- f\n",
		// A fence protects no rule. Notes behind half a fence would be shown as code.
		"notes and code": "# One\n\n---\n\n## Two\n\n```\n\n---\n\n```\n\n---\n\n## Four\n\nNote:\n\nsaid\n\n---\n\nfive\n",
		"attributes":     "<!-- .slide: data-background=\"red\" data-timing=\"60\" -->\n\n# One\n\n---\n\n- a <!-- .element: class=\"fragment\" -->\n- b\n\n<p class=\"small\">HTML with <em>words</em></p>\n\n| a | b |\n|---|---|\n| c | d |\n\nNote: Said *here*.\n\n- and\n- there\n",
	},
	"reveal-md": {
		"indented":      "  # One\n\n  - a\n    - b\n\n---\n\n    ## Two\n\n    - c\n\n---\n\n\n\n- d\n  - e\n",
		"down and on":   "---\ntitle: T\n---\n\n# One\n\n----\n\n## Below\n\n---\n\n## Two\n\nNote: said\n\n----\n\n## Two below\n",
		"own rules":     "---\nseparator: '\\n===\\n'\nverticalSeparator: '\\n=v=\\n'\n---\n\n# One\n\n===\n\ntwo\n\n=v=\n\n---\n\nthree\n",
		"no front":      "# One\n\n---\n\n## Two\n",
		"rules as text": "# One\n\n --- \n\n***\n\n---\n\n## Two\n",
		"settings":      "---\ntheme: black\nhighlightTheme: github\nrevealOptions:\n  transition: fade\n---\n\n# One\n\n<small>by a cook</small>\n\n---\n\n<!-- .slide: class=\"wide\" -->\n\n![a pot](pot.png) <!-- .element: height=\"40\" -->\n\n```rust\nfn main() {}\n```\n\n&nbsp;&nbsp;a &amp;&amp; b\n\nNotes: First.\n\nSecond.\n",
	},
	"remark": {
		"classes and properties": "class: center, middle\nname: start\n\n# One\n\n---\n\n## Two\n\n.left[\n- a\n- b\n]\n\n???\n\nsaid\n\n---\n\n```\n---\n```\n\n~~~\n--\n~~~\n",
		"columns and footnotes":  "class: center\nbackground-image: url(pot.png)\n\n# Pots\n\n---\nname: two\ncount: false\n\n.left-column[\n### Left\n]\n.right-column[\n* one\n* two.footnote[.red.bold[*] a source]\n]\n\n???\nFirst *note*.\n\n1. one\n2. two\n\n---\n\n![a pot](pot.png)\n\n<small>HTML</small> and **bold**\n\n[link](https://example.com)\n",
	},
	"pandoc": {
		"title and notes": "% Pots\n% A Cook\n\n# One\n\n- a\n\n. . .\n\n- b\n\n::: notes\n\nSaid *here*.\n\n- and there\n\n:::\n\n# Two {.wide data-state=x}\n\n:::::::::::::: {.columns}\n::: {.column width=\"40%\"}\nleft\n:::\n::: {.column width=\"60%\"}\nright\n:::\n::::::::::::::\n\n---\n\n::: incremental\n\n- c\n- d\n\n:::\n",
		"sections":        "---\ntitle: Pots\nslide-level: 2\n---\n\n# Part\n\n## One\n\n![a pot](pot.png){width=50%} and `code`{.js}\n\n## Two\n\n> quoted\n\n| a | b |\n|---|---|\n| c | d |\n\n```{.js .numberLines}\nlet a = 1\n```\n\n<!-- a comment -->\n\n## Three\n\nx\\ y, H~2~O and x^2^\n",
	},
}

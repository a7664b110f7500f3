// Package slides turns a talk into slides for the tools that speakers use.
//
// A talk becomes a Deck, plain data without any tool's syntax, and a Flavour
// writes the Deck for one tool. The text of a talk is only ever text: whatever
// a tool would read as markup, as a separator or as a setting of its own is
// escaped, so that the real tool shows what the talk holds.
//
// Between the two stands the syntax tree of gomarkdown, built from the Deck by
// tree: its renderers write HTML, markup writes Markdown. gomarkdown's parser
// is never used, and neither is its own Markdown renderer: that one escapes
// little, leaves out alternative texts and panics on quotes, tables and line
// breaks.
package slides

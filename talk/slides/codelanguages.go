package slides

import (
	"slices"
	"strings"
)

// codeLanguage is what a slide needs to know of a programming language.
type codeLanguage struct {
	lines    []string    // what begins a comment to the line's end
	blocks   [][2]string // what begins and ends a longer one
	quotes   []string    // what stands around strings, the longer ones first
	keywords []string
	anyCase  bool // keywords in capitals are the same
}

func (l codeLanguage) isKeyword(word string) bool {
	if l.anyCase {
		word = strings.ToLower(word)
	}
	return slices.Contains(l.keywords, word)
}

// likeC is what the many languages share that write as C does.
func likeC(keywords string) codeLanguage {
	return codeLanguage{lines: []string{"//"}, blocks: [][2]string{{"/*", "*/"}}, quotes: []string{`"`, "'"}, keywords: strings.Fields(keywords)}
}

// likeShell is what the languages share whose comments begin with a hash.
func likeShell(keywords string) codeLanguage {
	return codeLanguage{lines: []string{"#"}, quotes: []string{`"""`, "'''", `"`, "'"}, keywords: strings.Fields(keywords)}
}

// quoting adds a way to write strings.
func (l codeLanguage) quoting(quote string) codeLanguage {
	l.quotes = append(slices.Clone(l.quotes), quote)
	return l
}

// codeLanguages are those of talks, by the names that fences give them.
var codeLanguages = named(map[string]codeLanguage{
	"go golang":               likeC("break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var nil true false").quoting("`"),
	"c h":                     likeC("auto break case char const continue default do double else enum extern float for goto if int long register return short signed sizeof static struct switch typedef union unsigned void volatile while"),
	"cpp c++ cc hpp":          likeC("alignas auto bool break case catch char class const constexpr continue default delete do double else enum explicit extern false float for friend if inline int long mutable namespace new noexcept nullptr operator private protected public return short signed sizeof static struct switch template this throw true try typedef typename union unsigned using virtual void while"),
	"java":                    likeC("abstract boolean break byte case catch char class continue default do double else enum extends final finally float for if implements import instanceof int interface long new null package private protected public record return static super switch this throw throws true false try var void while"),
	"kotlin kt":               likeC("as break by class companion const continue data do else false for fun if import in interface internal is lateinit null object open override package private protected public return sealed super suspend this throw true try val var when while"),
	"scala":                   likeC("case class def do else extends false final for given if implicit import match new null object override package private protected return sealed super this throw trait true try type using val var while with yield"),
	"csharp cs c#":            likeC("abstract as async await base bool break case catch class const continue decimal default delegate do double else enum event false finally float for foreach if in int interface internal is lock long namespace new null object out override private protected public readonly record ref return sealed static string struct switch this throw true try typeof using var virtual void while yield"),
	"javascript js jsx mjs":   likeC("async await break case catch class const continue default delete do else export extends false finally for from function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while yield").quoting("`"),
	"typescript ts tsx":       likeC("abstract any as async await boolean break case catch class const continue declare default do else enum export extends false finally for from function if implements import in infer instanceof interface keyof let namespace never new null number of private protected public readonly return static string super switch this throw true try type typeof undefined unknown var void while yield").quoting("`"),
	"rust rs":                 {lines: []string{"//"}, blocks: [][2]string{{"/*", "*/"}}, quotes: []string{`"`}, keywords: strings.Fields("as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while")},
	"swift":                   likeC("as async await break case catch class continue default defer do else enum extension false fileprivate for func guard if import in init inout internal is let nil open private protocol public return self static struct super switch throw throws true try var where while"),
	"php":                     likeC("abstract as break case catch class const continue default do echo else elseif extends false final finally fn for foreach function if implements interface match namespace new null private protected public return static switch this throw true try use var while"),
	"css scss":                {blocks: [][2]string{{"/*", "*/"}}, quotes: []string{`"`, "'"}, keywords: strings.Fields("important media import supports keyframes font face")},
	"python py":               likeShell("and as assert async await break class continue def del elif else except False finally for from global if import in is lambda match None nonlocal not or pass raise return True try while with yield self"),
	"ruby rb":                 likeShell("alias and begin break case class def defined do else elsif end ensure false for if in module next nil not or redo require rescue retry return self super then true undef unless until when while yield"),
	"sh bash zsh shell fish":  likeShell("case do done elif else esac export fi for function if in local read return set then until while"),
	"r":                       likeShell("break else FALSE for function if in NA next NULL repeat return TRUE while"),
	"elixir ex exs":           likeShell("after and case catch cond def defmodule defp defstruct do else end false fn for if import in nil not or quote receive require rescue true try unless use when with"),
	"julia jl":                likeShell("abstract begin break catch const continue do else elseif end export false finally for function if import in let macro module mutable nothing quote return struct true try using while"),
	"yaml yml":                likeShell("true false null yes no on off"),
	"toml":                    likeShell("true false"),
	"dockerfile docker":       likeShell("FROM RUN CMD COPY ADD ENV ARG EXPOSE WORKDIR ENTRYPOINT USER VOLUME LABEL AS"),
	"make makefile":           likeShell("ifeq ifneq ifdef ifndef else endif include define endef export"),
	"sql":                     {lines: []string{"--"}, blocks: [][2]string{{"/*", "*/"}}, quotes: []string{"'", `"`}, anyCase: true, keywords: strings.Fields("add all alter and as asc begin between by case commit constraint create cross default delete desc distinct drop else end exists false foreign from full group having in index inner insert into is join key left like limit not null offset on or order outer over partition primary references returning right rollback select set table then true union unique update using values view when where window with")},
	"lua":                     {lines: []string{"--"}, quotes: []string{`"`, "'"}, keywords: strings.Fields("and break do else elseif end false for function goto if in local nil not or repeat return then true until while")},
	"haskell hs":              {lines: []string{"--"}, blocks: [][2]string{{"{-", "-}"}}, quotes: []string{`"`}, keywords: strings.Fields("case class data deriving do else if import in infix instance let module newtype of then type where")},
	"clojure clj lisp scheme": {lines: []string{";"}, quotes: []string{`"`}, keywords: strings.Fields("def defn defmacro fn let loop recur if when cond do ns require true false nil lambda define")},
	"json json5":              {lines: []string{"//"}, quotes: []string{`"`}, keywords: strings.Fields("true false null")},
	"html xml svg vue svelte": {blocks: [][2]string{{"<!--", "-->"}}, quotes: []string{`"`, "'"}},
	"ini conf properties":     {lines: []string{"#", ";"}, quotes: []string{`"`}, keywords: strings.Fields("true false")},
	"zig":                     {lines: []string{"//"}, quotes: []string{`"`, "'"}, keywords: strings.Fields("and break catch comptime const continue defer else enum errdefer error export extern false fn for if inline null or orelse pub return struct switch test true try undefined union unreachable var while")},
	"hcl terraform tf":        {lines: []string{"#", "//"}, blocks: [][2]string{{"/*", "*/"}}, quotes: []string{`"`}, keywords: strings.Fields("resource data variable output module provider locals for_each count true false null for in if")},
})

// named gives each of a language's names an entry of its own.
func named(by map[string]codeLanguage) map[string]codeLanguage {
	all := make(map[string]codeLanguage, 2*len(by))
	for names, l := range by {
		for name := range strings.FieldsSeq(names) {
			all[name] = l
		}
	}
	return all
}

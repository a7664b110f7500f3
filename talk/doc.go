// Package talk is what Talkgiver knows of a talk: its deal, sections, slides,
// items and their times, as plain data without any behaviour of files or
// windows. This comment specifies the talk file, from which talk/markdown makes
// that data.
//
// # The talk file
//
// One talk is one Markdown file that reads well in any editor. The file is the
// truth: opening and saving it without an edit gives back the same bytes, and an
// edit changes only the lines that it is about. Whatever is not understood stays
// as it is. Every sequence of bytes is a talk: what cannot be read as it was
// meant is a [Problem] with a place, and never keeps a talk from opening.
//
//	---
//	title: Put the lid on
//	event: Kitchen Days
//	date: 2027-03-01
//	slot: 12m
//	questions: 2m
//	audience: people who cook every day
//	listeners: 40
//	needs:
//	  - get dinner on the table sooner
//	  - spend less on gas
//	message: Water boils sooner under a lid.
//	promises:
//	  - You save five minutes tonight.
//	truths:
//	  - A lid gets hot, and the pot boils over when you forget it.
//	stance: adapt
//	---
//
//	# Put the lid on
//
//	## We all watch the pot (4m)
//	gives: why an open pot is slow
//	meets: need 1
//	makes: promise 1
//
//	- My grandmother cooked for nine on one flame #story #firsthand
//
//	What I say here is a paragraph. It becomes my notes, and my script
//	when I rehearse. [pause]
//
//	- ![steam over an open pot](steam.jpg)
//
//	## Try it tonight (6m) #core
//	gives: three pots to cover tonight
//	meets: need 1, need 2, promise 1, truth 1
//
//	- The three pots that lose most #howto
//	- Our book has them all #pitch
//
// The text is CommonMark with tables and ~~struck out~~ words. A line ends with
// LF, CRLF or a lone CR, and a file means the same with each. A mark that says
// "UTF-8" may stand in front. Bytes that are no text are shown as the sign for
// the unreadable and stay in the file.
//
// # Structure
//
// The first # heading is the title; the title of the front matter wins when both
// are there. A ## heading begins a section and its first slide. A ### heading or
// a thematic break begins a further slide. #### and below are headings shown
// inside a slide. Underlined headings are headings too.
//
//	# The title
//
//	What stands before the first ## is an opening: a section without a heading.
//
//	## A section, and its first slide
//
//	### A further slide
//
//	---
//
//	A further slide without a title.
//
//	#### A heading on that slide
//
//	---
//
//	## The next section: the break right before it made no slide
//
// A break makes no slide right before a heading that begins one, at the end, and
// before everything else. Comments do not count as standing between.
//
// Another # heading, or one below a ##, begins a section like a ##. A file
// without any ## is one section, its opening. Comments and link definitions alone
// make no opening; right before its text they belong to it. Headings and breaks
// in fences, comments, quotes and lists are no structure.
//
// # Shown or said
//
// Headings, lists, images, code, tables and quotes are shown; paragraphs are
// said. A paragraph of nothing but images, linked or not, is shown. #show at its
// end shows a paragraph. What stands between say marks is said, whatever it is;
// a say mark ends with its section, and is a problem when it has no end. Raw HTML
// is text, letter by letter. Comments are neither.
//
//   - shown
//
//     Said.
//
//     ![shown](picture.jpg)
//
//     Shown, too. #show
//
//     <!-- say -->
//
//   - said: a list that I only tell
//
//     <!-- /say -->
//
// In what is said, [click], [pause] and [pause 3] are cues: seen when rehearsing
// and never counted as words.
//
// # Items
//
// An item is the smallest thing that is weighed: a top-level list item with all
// below it, or another shown block, together with the paragraphs that follow it
// up to the next. Paragraphs before the first item of a slide are an item.
//
//	## Three items
//
//	These two paragraphs
//
//	are the first item.
//
//	- the second
//	  - with what is below it
//
//	And what I say to it.
//
//	> the third
//
// A section's time is shared among its items by said words; an item without any
// counts as [Wordless]. Without a planned time it is estimated from the pace. See
// [Talk.Timing].
//
// # Times
//
// The last parenthesis of a ## or ### heading, after its tags are taken off, is
// its planned time. A section without one of its own has the sum of its slides'.
//
//	## Minutes (4m)
//	## Minutes (4 min)
//	## Seconds (90s) #core
//	## Both (1h 5m)
//	## A clock (2:30)
//	## A clock with hours (1:05:00)
//
// A backslash makes it text, and so does anything that is no time. What was
// meant as a time but is none, such as 4 minits, 2:75, 0m or 1.5h, is text and a
// problem. The title and #### headings have no time.
//
//	## A film of \(90s)
//	## The crisis (2008)
//
// # Key lines
//
// Key lines stand directly under the heading of a section (under ### they are
// speech), in lower case, without a blank line between. The first other line
// ends them.
//
//	## The one question (6m)
//	gives: the question to ask on Monday
//	meets: need 1, need 2, promise 1, truth 1
//	makes: promise 2
//	new: 3
//	relevant: 4
//	after: section 1, section 2
//	This line is speech, and so would be any key line below it.
//
// A line there whose word is almost a key, such as keeps: promise 1, is speech
// too, and a problem that asks what was meant.
//
//	gives     what they take home
//	meets     needs met, promises kept, truths told
//	makes     promises made
//	new       the speaker's own answer, 0 to 4: is it new to them?
//	relevant  the speaker's own answer, 0 to 4: does it matter to them?
//	after     sections that it leans on, by their numbers in the file
//
// Links are numbers into the deal's lists, from 1. A bare number goes on with the
// kind before it; without one it is a need in meets, a promise in makes and a
// section in after. A plural and a # sign do no harm: "needs 1", "need #2". A link
// to nothing, a word that is no link, an answer that is none and a key that is
// there twice (the first counts) are problems. The links follow when an edit
// moves what they point to.
//
// # Tags
//
// Tags are known words with a # before them, at the end of a heading, a line of
// a list or quote, or a paragraph, behind a space, and outside code, links and
// emphasis. A fence, a table, a quote, an image or a list may have its tags on a
// line of its own right below it.
//
//	gives     #insight #story #example #evidence #demo #howto #truth #question
//	takes     #bio #pitch #ask #brag #hype #apology #housekeeping
//	neither   #bridge
//	effort    #firsthand #tailored
//	priority  #core never cut, #extra cut first, #skip left out, #skip-NAME left
//	          out of the variant NAME, #backup after the end, outside the time
//	links     #need1 #keep1 #make1 #truth1 of one item
//	          #show
//
//	- a line of a list #story
//	  and its second line #firsthand
//
//	| a | table |
//	|---|-------|
//	| 1 | 2     |
//	#evidence #need1
//
//	What I say. #insight
//
// Other words with a # are text, and so is all before them: in "a #story #nosuch"
// there is no tag. \#demo is text. A line of tags with nothing right above it that
// it could be about is a problem. An item has one kind; of several the first
// counts, and the others are problems. What is said to an item has its tags for
// the item.
//
// # Silence
//
// A comment at the end of a line silences a finding there. On a line of its own
// right below a block it silences the finding in the whole block. Without a rule
// or a reason it is a problem.
//
//	We are the leading supplier. #brag <!-- silence brag: a quotation -->
//
//	```go
//	code
//	```
//	<!-- silence code-heavy: they read code all day -->
//
// # Front matter
//
// Front matter is a first line of three hyphens, directly followed by text, up to
// the next such line; it may be empty. Each key is read as YAML on its own, so
// one that is none costs itself only: it is taken as the text that it is.
//
//	title, event, audience, message, lang   text
//	date                                    2027-05-04
//	slot, questions                         a time; a bare number is minutes
//	listeners, pace                         a whole number
//	stance                                  adapt or attract
//	needs, promises, truths, knows          a list of texts
//	variants                                a list of NAME or NAME: TIME
//	silence                                 a list of RULE: reason, about the deal
//
//	---
//	title: Rust: why we stayed   # a colon in a text is no problem
//	slot: 20                     # minutes
//	needs: [one, two]            # or a line each, with a hyphen before it
//	knows: API, CI               # words may stand on one line with commas
//	variants:
//	  - short: 12m
//	silence:
//	  - no-date: it is given every week
//	theme: dark                  # not ours: kept, and no problem
//	---
//
// A value is one line of text, whatever its form in YAML. A key that is there
// twice is a problem, and the first counts. An unknown key is no problem, unless
// it is one slip away from a known one that is not there: "adience".
//
// # Limits
//
// So that no file takes forever, lines that nest quotes and lists more than 100
// deep, paragraphs of more than 5,000 marks such as [ and *, and tables of more
// than 100 columns lose what is beyond; the first place is a problem. Times
// longer than [MaxDuration] are none.
package talk

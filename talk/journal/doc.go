// Package journal keeps what happens to a talk over time, in a file beside it:
// NAME.journal.jsonl for NAME.md.
//
// The file has one JSON object a line and only ever grows:
//
//	{"id":"Q3ZL7…","at":"2027-04-20T21:03:11+02:00","kind":"prep","spent":5400,"what":"read the reports"}
//	{"id":"X2M5A…","at":"2027-04-21T09:12:40+02:00","kind":"delete","of":"Q3ZL7…"}
//
// Times of day are RFC 3339 in the writer's zone, lengths of time are seconds
// with up to nine decimals, scores are points with up to three. What is left out
// is empty or zero. Lines that cannot be read, kinds and fields that this
// version does not know stay as they are, since no line is ever written again.
//
// The kinds are prep (time put in), message (a new one, with its reason), score
// (of a day), feedback (a listener's card), debrief (the speaker's own after the
// talk), delete (the line of that id no longer counts), and those of a run, all
// with the id of its first line:
//
//	run-start   practice, drill (of one section) or given; the plan, slide by slide
//	run-part    what was measured, from the start of the run on
//	run-plan    another plan from here on: the slot and the time planned for each
//	            slide, both from the start of the run, the slides that are skipped,
//	            and by how much being late was forgiven; where the speaker was told
//	            to have another time, that too, and what was spoken until then
//	run-end     what was measured in the end
//
//	{"id":"K7…","at":"…","kind":"run-plan","run":"B2…","after":480,"left":720,"slide":1,"spoken":[300,55],"slot":1200,"planned":[300,95.5,260],"skipped":[3]}
//
// That makes it safe where other files are not: a program killed while it
// writes costs the line it was writing, and the journals of two machines merge
// by taking every line once.
package journal

// Package talk is what Talkgiver knows of a talk: its deal, sections, slides,
// items and their times, as plain data without any behaviour of files or
// windows.
package talk

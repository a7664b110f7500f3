// Package library is the folder in which talks live: it loads a talk's file,
// saves it whole or not at all, finds names for new talks, and duplicates,
// renames and throws them away. An Index lists what is there, with what each
// talk gives, and searches all of it; a Watcher tells when something changes.
//
// A file belongs to the person, not to the app. It may be a link into a cloud
// folder, read-only, on a full disk, or changed by somebody else a second ago;
// each of these ends in an *Error that says so and names a way out, with the
// old file as it was.
//
// Two versions of a talk that began as one are put together by Merge, section
// by section; and Recovery keeps, outside the library, what a window has not
// saved yet.
package library

package draft

import (
	"strings"
)

// enter is what Enter does in a text: a list goes on with its next item, an item
// without words ends it, and a line of an item begins where the one above does.
// It reports false where a plain line break is all there is to do.
func enter(text string, from, to int) (textEdit, bool) {
	start, _ := lineBounds(text, from)
	_, end := lineBounds(text, to)
	line := text[start:end]
	if inFence(text, start) {
		return textEdit{}, false
	}
	item, ok := parseListLine(text[start:max(from, start)] + text[to:end])
	switch {
	case !ok:
		indent := indentOf(text[start:from])
		if indent == "" || strings.TrimSpace(line) == "" {
			return textEdit{}, false
		}
		return replaced(from, skipBlanks(text, to, end), "\n"+indent), true
	case from-start < len(item.head()) && strings.TrimSpace(item.rest) != "":
		return textEdit{}, false // before the words: the item moves down
	case strings.TrimSpace(item.rest) == "" && from == to:
		return endItem(text, start, end, item), true
	}
	next := item.next()
	edit := replaced(from, skipBlanks(text, to, end), "\n"+next.head())
	return renumber(text, edit, next, next.number), true
}

// replaced is an edit that leaves the cursor behind what it writes.
func replaced(start, end int, text string) textEdit {
	return textEdit{start: start, end: end, text: text, from: start + len(text), to: start + len(text)}
}

// skipBlanks returns where the words go on behind a cut in a line.
func skipBlanks(text string, at, end int) int {
	for at < end && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	return at
}

// endItem is Enter in an item without words: one that lies in another goes out
// to that, else the list ends there. A blank line keeps what is written then
// from being a line of the item above.
func endItem(text string, start, end int, item listLine) textEdit {
	if parent, ok := parentOf(text, start, width(item.indent)); ok {
		next := parent.next()
		return renumber(text, replaced(start, end, next.head()), next, next.number)
	}
	if start == 0 {
		return replaced(start, end, "")
	}
	return replaced(start, end, "\n")
}

// parentOf finds the item above a line that an item with this indent lies in.
func parentOf(text string, start, indent int) (listLine, bool) {
	for start > 0 && indent > 0 {
		var end int
		start, end = lineBounds(text, start-1)
		line := text[start:end]
		if strings.TrimSpace(line) == "" {
			continue
		}
		l, ok := parseListLine(line)
		if ok && width(l.indent) < indent {
			return l, true
		}
		if !ok && width(indentOf(line)) == 0 {
			break
		}
	}
	return listLine{}, false
}

// siblingOf finds the item above a line that has the same indent and lies in
// the same list.
func siblingOf(text string, start, indent int) (listLine, bool) {
	for start > 0 {
		var end int
		start, end = lineBounds(text, start-1)
		line := text[start:end]
		if strings.TrimSpace(line) == "" {
			continue
		}
		l, ok := parseListLine(line)
		switch at := width(indentOf(line)); {
		case ok && at == indent:
			return l, true
		case at < indent || !ok && at <= indent:
			return listLine{}, false
		}
	}
	return listLine{}, false
}

// renumber makes the items behind an edit count on from the last that it writes,
// as far as they counted on from the number was.
func renumber(text string, e textEdit, item listLine, was int) textEdit {
	if item.number < 0 {
		return e
	}
	at, by := e.end, item.number+1-was
	var behind strings.Builder
	rest := text[e.end:]
	first, _, more := strings.Cut(rest, "\n")
	if !more {
		return e
	}
	behind.WriteString(first + "\n")
	at += len(first) + 1
	end, kept := e.end, 0
	for line := range strings.Lines(text[at:]) {
		l, ok := parseListLine(strings.TrimSuffix(line, "\n"))
		if ok && item.sameList(l) {
			if l.number != was {
				break
			}
			was++
			old := len(l.indent) + len(l.marker())
			l.number += by
			behind.WriteString(l.indent + l.marker() + line[old:])
			end, kept = at+len(line), behind.Len()
		} else {
			if strings.TrimSpace(line) != "" && width(indentOf(line)) <= width(item.indent) {
				break
			}
			behind.WriteString(line)
		}
		at += len(line)
	}
	if kept > 0 {
		e.end = end
		e.text += behind.String()[:kept]
	}
	return e
}

// breakLine is Shift+Enter: a new line of the same item.
func breakLine(text string, from, to int) (textEdit, bool) {
	start, _ := lineBounds(text, from)
	_, end := lineBounds(text, to)
	item, ok := parseListLine(text[start:end])
	if !ok || inFence(text, start) || from-start < len(item.head()) {
		return textEdit{}, false
	}
	return replaced(from, skipBlanks(text, to, end), "\n"+strings.Repeat(" ", item.content())), true
}

// indent moves the items that are selected, with all that lies in them, into
// the item above (Tab). It reports false where there is none to lie in.
func indent(text string, from, to int) (textEdit, bool) {
	start, item, ok := itemAt(text, from)
	if !ok {
		return textEdit{}, false
	}
	above, ok := siblingOf(text, start, width(item.indent))
	if !ok {
		return textEdit{}, false
	}
	to = max(to, from)
	end := subtreeEnd(text, start, to)
	// The list that it comes into may be there already.
	moved := item
	moved.indent = strings.Repeat(" ", above.content())
	if l, ok := siblingOf(text, start, width(moved.indent)); ok {
		moved.bullet, moved.number = l.bullet, l.number
		if l.number >= 0 {
			moved.number++
		}
	} else if item.number >= 0 {
		moved.number = 1
	}
	return shifted(text, start, end, from, to, width(moved.indent)-width(item.indent), item, moved), true
}

// outdent moves the items that are selected out of the item that they lie in
// (Shift+Tab). It reports false where they lie in none.
func outdent(text string, from, to int) (textEdit, bool) {
	start, item, ok := itemAt(text, from)
	if !ok || item.indent == "" {
		return textEdit{}, false
	}
	to = max(to, from)
	end := subtreeEnd(text, start, to)
	moved := item
	moved.indent = ""
	if parent, ok := parentOf(text, start, width(item.indent)); ok {
		moved.indent = parent.indent
		if (parent.number < 0) == (item.number < 0) {
			moved.bullet = parent.bullet
			if parent.number >= 0 {
				moved.number = parent.number + 1
			}
		}
	}
	return shifted(text, start, end, from, to, width(moved.indent)-width(item.indent), item, moved), true
}

// itemAt returns the item whose first line an offset is in.
func itemAt(text string, at int) (start int, item listLine, ok bool) {
	start, end := lineBounds(text, at)
	if inFence(text, start) {
		return start, listLine{}, false
	}
	item, ok = parseListLine(text[start:end])
	return start, item, ok
}

// subtreeEnd returns where the lines end that lie in the item at start, and
// those that are selected.
func subtreeEnd(text string, start, to int) int {
	_, end := lineBounds(text, to)
	last, _ := lineBounds(text, to)
	least := width(indentOf(text[last:]))
	if last <= start {
		_, end = lineBounds(text, start)
		least = width(indentOf(text[start:]))
	}
	at := end
	for at < len(text) {
		lineStart, lineEnd := lineBounds(text, at+1)
		line := text[lineStart:lineEnd]
		if strings.TrimSpace(line) != "" {
			if width(indentOf(line)) <= least {
				break
			}
			end = lineEnd
		}
		at = lineEnd
	}
	return end
}

// shifted moves lines by so many columns; the first gets another head. What was
// selected stays selected.
func shifted(text string, start, end, from, to, by int, item, moved listLine) textEdit {
	var b strings.Builder
	place := func(at int) int { return at }
	old, now := start, start // of the line, before and after
	for i, line := range strings.Split(text[start:end], "\n") {
		space := indentOf(line)
		fresh := space
		switch {
		case i == 0:
			space = item.indent + item.marker()
			fresh = moved.indent + moved.marker()
		case strings.TrimSpace(line) != "":
			fresh = strings.Repeat(" ", max(0, width(space)+by))
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(fresh + line[len(space):])
		before, lineOld, lineNow, length := place, old, now, len(line)
		place = func(at int) int {
			if at < lineOld || at > lineOld+length {
				return before(at)
			}
			return lineNow + max(min(at-lineOld, len(fresh)), at-lineOld+len(fresh)-len(space))
		}
		old += len(line) + 1
		now += len(fresh) + len(line) - len(space) + 1
	}
	return textEdit{start: start, end: end, text: b.String(), from: place(from), to: place(to)}
}

package draft

import (
	"regexp"
	"strings"
)

// plainText is what a clipboard holds as a talk's text has it: lines end in LF,
// and spaces that only look like one are one.
func plainText(clip string) string {
	clip = strings.ToValidUTF8(clip, "\uFFFD")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u00a0", " ", "\u202f", " ", "\ufeff", "", "\x00", "").Replace(clip)
}

// foreignBullet is a bullet as word processors, slides and web pages copy it. A
// dash is one only where a list is made of dashes.
var (
	foreignBullet = regexp.MustCompile(`^([ \t]*)[•◦▪‣·●○■□➤➢*+-][ \t]+`)
	dashBullet    = regexp.MustCompile(`^([ \t]*)[–—][ \t]+`)
)

// paste puts a clipboard's text in the place of what is selected. Several lines
// come in as they were meant: bullets of any kind become those of the list they
// come into, lines pasted into an item stay in its list, and code stays as it is.
func paste(text string, from, to int, clip string) textEdit {
	clip = plainText(clip)
	start, _ := lineBounds(text, from)
	if !strings.Contains(strings.TrimRight(clip, "\n"), "\n") || inFence(text, start) {
		return replaced(from, to, clip)
	}
	lines := strings.Split(strings.Trim(clip, "\n"), "\n")
	bullets := normalize(lines, bulletAt(text, from))
	_, lineEnd := lineBounds(text, from)
	item, inItem := parseListLine(text[start:lineEnd])
	inItem = inItem && from-start >= len(item.head())
	switch {
	case inItem && (bullets || !hasBlank(lines)):
		return pasteItems(text, from, to, start, item, lines)
	case (bullets || clip[0] == '\n' || strings.HasPrefix(lines[0], "#")) && strings.TrimSpace(text[start:from]) != "":
		lines = append([]string{"", ""}, lines...) // what begins a block begins a line
	}
	return replaced(from, to, strings.Join(lines, "\n"))
}

// normalize gives all lines that begin an item the bullet of their list, and
// takes white space off the ends of lines. It reports whether the first line
// begins an item.
func normalize(lines []string, bullet string) (first bool) {
	dashes := 0
	for _, line := range lines {
		if dashBullet.MatchString(line) {
			dashes++
		}
	}
	fence := false
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimLeft(line, " "), "```") {
			fence = !fence
		}
		if fence {
			continue
		}
		line = strings.TrimRight(line, " \t")
		if m := foreignBullet.FindStringSubmatch(line); m != nil && !isBreak(line) {
			line = m[1] + bullet + " " + line[len(m[0]):]
		} else if m := dashBullet.FindStringSubmatch(line); m != nil && dashes > 1 {
			line = m[1] + bullet + " " + line[len(m[0]):]
		}
		lines[i] = line
		if _, ok := parseListLine(line); i == 0 {
			first = ok
		}
	}
	return first
}

// bulletAt is the bullet that a text uses: that of the item at or above an
// offset, else of its first list, else a dash.
func bulletAt(text string, at int) string {
	_, end := lineBounds(text, at)
	bullet := ""
	at = 0
	for line := range strings.Lines(text) {
		if l, ok := parseListLine(strings.TrimSuffix(line, "\n")); ok && l.number < 0 {
			if bullet == "" || at <= end {
				bullet = l.bullet
			}
		}
		at += len(line)
	}
	if bullet == "" {
		return "-"
	}
	return bullet
}

func hasBlank(lines []string) bool {
	for _, line := range lines {
		if strings.TrimSpace(line) == "" {
			return true
		}
	}
	return false
}

// pasteItems puts lines into the list that the cursor is in: the first goes on
// in its item, each other becomes one, as deep below it as it was copied.
func pasteItems(text string, from, to, start int, item listLine, lines []string) textEdit {
	least := -1
	for _, line := range lines {
		if n := width(indentOf(line)); strings.TrimSpace(line) != "" && (least < 0 || n < least) {
			least = n
		}
	}
	var b strings.Builder
	next := item
	for i, line := range lines {
		deeper := width(indentOf(line)) - max(0, least)
		l, isItem := parseListLine(line)
		words := strings.TrimLeft(line, " \t")
		if isItem {
			words = l.box + l.rest
		}
		switch {
		case i == 0:
			b.WriteString(words)
		case words == "" && !isItem:
			b.WriteByte('\n')
		case deeper > 0:
			b.WriteString("\n" + item.indent + strings.Repeat(" ", deeper))
			if isItem {
				b.WriteString(l.marker() + " ")
			}
			b.WriteString(words)
		default:
			next = next.next()
			if l.box != "" {
				next.box = ""
			}
			b.WriteString("\n" + next.head() + words)
		}
	}
	return renumber(text, replaced(from, to, b.String()), next, item.number+1)
}

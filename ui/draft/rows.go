package draft

import (
	"sort"
	"unicode/utf8"
)

// rowStarts returns at which letter of its text each row of the entry begins,
// as the entry itself has wrapped it. It asks for the place of a cursor in each
// row: that is the only thing that an entry tells of its rows, and it is exact.
func (e *entry) rowStarts() []int {
	row, column := e.CursorRow, e.CursorColumn
	defer func() { e.CursorRow, e.CursorColumn = row, column }()
	e.CursorColumn = 0
	starts := []int{0}
	for {
		e.CursorRow = len(starts)
		start := e.CursorTextOffset()
		if start <= starts[len(starts)-1] { // there is no such row
			return starts
		}
		starts = append(starts, start)
	}
}

// rowAndColumn returns where the cursor stands behind so many letters of a text
// whose rows begin at starts.
func rowAndColumn(starts []int, letters int) (row, column int) {
	row = max(0, sort.SearchInts(starts, letters+1)-1)
	return row, letters - starts[row]
}

// lineRows returns at which row each line of a text begins, and behind them how
// many rows there are.
func lineRows(text string, starts []int) []int {
	rows := make([]int, 1, len(starts)+1)
	at, row := 0, 0
	for len(text) > 0 {
		letter, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		at++
		if letter != '\n' {
			continue
		}
		for row < len(starts)-1 && starts[row] < at {
			row++
		}
		rows = append(rows, row)
	}
	return append(rows, len(starts))
}

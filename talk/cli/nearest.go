package cli

import "unicode/utf8"

// nearest returns the word of a list that a mistyped one is most likely meant for, or
// "" when none is near: at most one letter in three is another one.
func nearest(typed string, words []string) string {
	best, least := "", utf8.RuneCountInString(typed)/3+1
	for _, word := range words {
		if d := distance(typed, word); d < least {
			best, least = word, d
		}
	}
	return best
}

// distance is how many letters must be put in, taken out, replaced or swapped with
// their neighbour to make one word of another: the optimal string alignment distance.
func distance(from, to string) int {
	a, b := []rune(from), []rune(to)
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		for j := range rows[i] {
			switch {
			case i == 0:
				rows[i][j] = j
				continue
			case j == 0:
				rows[i][j] = i
				continue
			}
			other := 0
			if a[i-1] != b[j-1] {
				other = 1
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+other)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}

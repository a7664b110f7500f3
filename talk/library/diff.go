package library

import "slices"

// hunk says that the lines [a0, a1) of one text became the lines [b0, b1) of
// another.
type hunk struct{ a0, a1, b0, b1 int }

// maxEdits bounds the search for the smallest difference. Texts that differ in
// more lines count as rewritten between their common beginning and end: no
// talk's section does, and a hostile file shall not fill the memory.
const maxEdits = 1000

// diff returns where two texts differ, in their order, as E. W. Myers'
// "An O(ND) Difference Algorithm" (1986) finds it.
func diff(a, b []string) []hunk {
	first := 0
	for first < len(a) && first < len(b) && a[first] == b[first] {
		first++
	}
	last := 0
	for last < len(a)-first && last < len(b)-first && a[len(a)-1-last] == b[len(b)-1-last] {
		last++
	}
	hunks := shortest(a[first:len(a)-last], b[first:len(b)-last])
	for i := range hunks {
		h := &hunks[i]
		h.a0, h.a1, h.b0, h.b1 = h.a0+first, h.a1+first, h.b0+first, h.b1+first
	}
	return hunks
}

// shortest is diff for texts whose first lines differ, and their last.
func shortest(a, b []string) []hunk {
	if len(a) == 0 && len(b) == 0 {
		return nil
	}
	// ahead[k+most] is how far into a the best path on diagonal k = x-y has
	// come; trace keeps it for each number of edits, to walk back along it.
	most := min(len(a)+len(b), maxEdits)
	ahead := make([]int, 2*most+2)
	var trace [][]int
	for edits := 0; edits <= most; edits++ {
		for k := -edits; k <= edits; k += 2 {
			x := 0
			switch {
			case edits == 0:
			case k == -edits || k != edits && ahead[k-1+most] < ahead[k+1+most]:
				x = ahead[k+1+most]
			default:
				x = ahead[k-1+most] + 1
			}
			for x < len(a) && x-k >= 0 && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			ahead[k+most] = x
			if x >= len(a) && x-k >= len(b) {
				return walkBack(a, b, trace, edits)
			}
		}
		trace = append(trace, slices.Clone(ahead[most-edits:most+edits+1]))
	}
	return []hunk{{0, len(a), 0, len(b)}}
}

// walkBack makes hunks of the path that shortest has found.
func walkBack(a, b []string, trace [][]int, edits int) []hunk {
	var hunks []hunk
	x, y := len(a), len(b)
	for ; edits > 0; edits-- {
		before := trace[edits-1] // diagonal k is at k+edits-1
		at := func(k int) int { return before[k+edits-1] }
		k := x - y
		down := k == -edits || k != edits && at(k-1) < at(k+1)
		from := k - 1
		if down {
			from = k + 1
		}
		px := at(from)
		py := px - from
		h := hunk{px, px + 1, py, py}
		if down {
			h = hunk{px, px, py, py + 1}
		}
		if n := len(hunks); n > 0 && hunks[n-1].a0 == h.a1 && hunks[n-1].b0 == h.b1 {
			hunks[n-1].a0, hunks[n-1].b0 = h.a0, h.b0
		} else {
			hunks = append(hunks, h)
		}
		x, y = px, py
	}
	slices.Reverse(hunks)
	return hunks
}

// mergeLines merges what two texts made of a third, line by line. Changes that
// touch each other and are not the same become a conflict.
func mergeLines(base, ours, theirs []string) []part {
	var parts []part
	changesO, changesT := diff(base, ours), diff(base, theirs)
	at, shiftO, shiftT := 0, 0, 0 // base[:at] is done; ours and theirs stand at at plus their shifts
	for len(changesO)+len(changesT) > 0 {
		// A region is what changes that touch each other cover.
		low := len(base)
		for _, changes := range [][]hunk{changesO, changesT} {
			if len(changes) > 0 {
				low = min(low, changes[0].a0)
			}
		}
		high, nO, nT := low, 0, 0
		for grown := true; grown; {
			grown = false
			if nO < len(changesO) && changesO[nO].a0 <= high {
				high, grown = max(high, changesO[nO].a1), true
				nO++
			}
			if nT < len(changesT) && changesT[nT].a0 <= high {
				high, grown = max(high, changesT[nT].a1), true
				nT++
			}
		}
		parts = append(parts, lines(base[at:low]))
		startO, startT := low+shiftO, low+shiftT
		for _, h := range changesO[:nO] {
			shiftO += (h.b1 - h.b0) - (h.a1 - h.a0)
		}
		for _, h := range changesT[:nT] {
			shiftT += (h.b1 - h.b0) - (h.a1 - h.a0)
		}
		textO, textT := ours[startO:high+shiftO], theirs[startT:high+shiftT]
		switch {
		case nT == 0:
			parts = append(parts, lines(textO))
		case nO == 0:
			parts = append(parts, lines(textT))
		default:
			parts = append(parts, disagree(base[low:high], textO, textT)...)
		}
		changesO, changesT, at = changesO[nO:], changesT[nT:], high
	}
	return append(parts, lines(base[at:]))
}

// disagree makes a conflict of two texts for one place. What they have in
// common at their beginning and end is none.
func disagree(base, ours, theirs []string) []part {
	first := 0
	for first < len(ours) && first < len(theirs) && ours[first] == theirs[first] {
		first++
	}
	last := 0
	for last < len(ours)-first && last < len(theirs)-first && ours[len(ours)-1-last] == theirs[len(theirs)-1-last] {
		last++
	}
	o, t := ours[first:len(ours)-last], theirs[first:len(theirs)-last]
	parts := []part{lines(ours[:first])}
	if len(o)+len(t) > 0 {
		parts = append(parts, part{conflict: &Conflict{Base: lines(base).text, Ours: lines(o).text, Theirs: lines(t).text}})
	}
	return append(parts, lines(ours[len(ours)-last:]))
}

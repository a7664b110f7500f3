package palette

// slot is which part of a list can be seen, and what in it is chosen.
type slot struct {
	count  int // items of the list
	rows   int // rows that can be seen, at least 1
	top    int // the item in the first row
	chosen int // -1 when there is none
}

// reset begins at the top of another list.
func (s *slot) reset(count int) {
	s.count, s.top, s.chosen = count, 0, min(0, count-1)
}

// choose chooses an item and brings it into sight.
func (s *slot) choose(i int) {
	if s.count == 0 {
		return
	}
	s.chosen = min(max(i, 0), s.count-1)
	s.top = min(max(s.top, s.chosen-s.rows+1), s.chosen)
}

// step goes up or down by one, from either end to the other.
func (s *slot) step(by int) {
	if s.count > 0 {
		s.choose((s.chosen + by + s.count) % s.count)
	}
}

// page goes up or down by what can be seen.
func (s *slot) page(by int) { s.choose(s.chosen + by*s.rows) }

// scroll moves what can be seen; what is chosen stays in sight.
func (s *slot) scroll(by int) {
	s.top = min(max(s.top+by, 0), max(0, s.count-s.rows))
	if s.count > 0 {
		s.chosen = min(max(s.chosen, s.top), min(s.top+s.rows, s.count)-1)
	}
}

// fit makes room for so many rows.
func (s *slot) fit(rows int) {
	s.rows = max(1, rows)
	s.choose(s.chosen)
	s.scroll(0)
}

// seen is how many rows have an item.
func (s *slot) seen() int { return min(s.rows, s.count-s.top) }

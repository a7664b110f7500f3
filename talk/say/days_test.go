package say

import (
	"testing"
	"time"
)

func TestDays(t *testing.T) {
	zone := time.FixedZone("there", -8*60*60)
	today := time.Date(2027, 5, 4, 23, 30, 0, 0, zone)
	for _, c := range []struct {
		day                              time.Time
		shortEN, shortDE, awayEN, awayDE string
	}{
		{time.Date(2027, 5, 4, 0, 0, 0, 0, time.UTC), "4 May", "4. Mai", "today", "heute"},
		{time.Date(2027, 5, 5, 0, 0, 0, 0, time.UTC), "5 May", "5. Mai", "tomorrow", "morgen"},
		{time.Date(2027, 6, 3, 12, 0, 0, 0, zone), "3 June", "3. Juni", "in 30 days", "in 30 Tagen"},
		{time.Date(2027, 5, 3, 23, 59, 0, 0, zone), "3 May", "3. Mai", "yesterday", "gestern"},
		{time.Date(2027, 3, 1, 1, 0, 0, 0, zone), "1 Mar", "1. März", "64 days ago", "vor 64 Tagen"},
		{time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC), "31 Dec 2026", "31. Dez. 2026", "124 days ago", "vor 124 Tagen"},
	} {
		en, de := For("en"), For("de")
		if a, b := en.ShortDay(c.day, today), de.ShortDay(c.day, today); a != c.shortEN || b != c.shortDE {
			t.Errorf("%v is written %q, %q, want %q, %q", c.day, a, b, c.shortEN, c.shortDE)
		}
		if a, b := en.Away(c.day, today), de.Away(c.day, today); a != c.awayEN || b != c.awayDE {
			t.Errorf("%v is %q, %q, want %q, %q", c.day, a, b, c.awayEN, c.awayDE)
		}
	}
	for month := time.January; month <= time.December; month++ {
		day := time.Date(2027, month, 1, 0, 0, 0, 0, time.UTC)
		for _, s := range []Speaker{For("en"), For("de")} {
			if text := s.ShortDay(day, today); len(text) < 5 {
				t.Errorf("the first of %v is %q", month, text)
			}
		}
	}
}

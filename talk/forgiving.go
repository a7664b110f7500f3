package talk

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// spokenTime is a time as people write it.
var spokenTime = regexp.MustCompile(`^(\d{1,3})(?:[.,](\d))? ?(h|hr|hrs|hours?|std|stunden?|m|min|mins|minutes?|minuten?|'|′)?\.?$`)

// hoursAndMinutes is a time such as "1h30" or "1 h 30", as it is shown, too.
var hoursAndMinutes = regexp.MustCompile(`^(\d{1,2}) ?(?:h|std\.?) ?(\d{1,2})(?: ?(?:m|min)\.?)?$`)

// ReadTime reads a time as people type it in English or German: what ParseSlot
// reads, and "1.5 h", "1h30", "20 Minuten", "1 Std.", "20'". A bare number is minutes.
func ReadTime(s string) (time.Duration, bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if d, ok := ParseSlot(s); ok {
		return d, true
	}
	if m := hoursAndMinutes.FindStringSubmatch(s); m != nil {
		minutes := count(m[2])
		d := count(m[1])*time.Hour + minutes*time.Minute
		return d, minutes < 60 && d > 0 && d <= MaxDuration
	}
	m := spokenTime.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	unit := time.Minute
	if strings.HasPrefix(m[3], "h") || strings.HasPrefix(m[3], "s") {
		unit = time.Hour
	}
	d := count(m[1])*unit + count(m[2])*unit/10
	return d, d > 0 && d <= MaxDuration
}

// dayParts are the figures and words of a day, whatever stands between them.
var dayParts = regexp.MustCompile(`\d+|\p{L}+`)

// ReadDay reads a day as people type it in English or German: "2027-05-04",
// "4.5.2027", "4 May 2027", "May 4, 2027", "Di, 4. Mai". Without a year it is the
// next such day from today on. With slashes the month is known only where the
// other figure cannot be one: "4/5" is read as no day at all, for it would be
// another one on the other side of the ocean. The day is at midnight UTC.
func ReadDay(s string, today time.Time) (time.Time, bool) {
	var figures, sizes []int // the numbers, and how many figures they have
	month, monthAt := time.Month(0), 0
	for _, part := range dayParts.FindAllString(strings.ToLower(s), -1) {
		switch n, err := strconv.Atoi(part); {
		case err == nil:
			figures, sizes = append(figures, n), append(sizes, len(part))
		case len(part) == 2 && (part == "st" || part == "nd" || part == "rd" || part == "th"), part == "of":
		case monthOf(part) != 0 && month == 0:
			month, monthAt = monthOf(part), len(figures)
		case !isWeekday(part):
			return time.Time{}, false
		}
	}
	day, year, dated := 0, 0, false
	switch {
	case month != 0 && len(figures) == 1, month != 0 && len(figures) == 2 && monthAt < 2:
		day = figures[0]
		if dated = len(figures) == 2; dated {
			year = fullYear(figures[1], sizes[1])
		}
	case month != 0:
		return time.Time{}, false
	case len(figures) == 3 && sizes[0] == 4:
		year, month, day, dated = figures[0], time.Month(figures[1]), figures[2], true
	case len(figures) == 3 || len(figures) == 2:
		day, month = figures[0], time.Month(figures[1])
		if dated = len(figures) == 3; dated {
			year = fullYear(figures[2], sizes[2])
		}
		if strings.Contains(s, "/") {
			if day <= 12 && month <= 12 && day != int(month) {
				return time.Time{}, false
			}
			if month > 12 {
				day, month = int(month), time.Month(day)
			}
		}
	default:
		return time.Time{}, false
	}
	if !dated {
		year = today.Year()
		if d := time.Date(year, month, day, 0, 0, 0, 0, time.UTC); d.Before(time.Date(today.Year(), today.Month(), today.Day(), 0, 0, 0, 0, time.UTC)) {
			year++
		}
	}
	d := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if d.Day() != day || d.Month() != month || year < 1900 || year > 2999 {
		return time.Time{}, false // no such day
	}
	return d, true
}

func fullYear(n, size int) int {
	switch size {
	case 4:
		return n
	case 2:
		return 2000 + n
	}
	return -1
}

// isWeekday reports whether a word begins as a weekday does.
func isWeekday(word string) bool {
	for _, day := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"} {
		if len(word) >= 2 && strings.HasPrefix(day, word) {
			return true
		}
	}
	return false
}

// monthOf returns the month whose name begins with a word of three letters or
// more, or 0.
func monthOf(word string) time.Month {
	if word == "mrz" {
		return time.March
	}
	if len([]rune(word)) < 3 || !unicode.IsLetter([]rune(word)[0]) {
		return 0
	}
	for i, names := range [][]string{{"january", "januar", "jänner"}, {"february", "februar"}, {"march", "märz", "maerz"}, {"april"}, {"may", "mai"}, {"june", "juni"},
		{"july", "juli"}, {"august"}, {"september", "sept"}, {"october", "oktober"}, {"november"}, {"december", "dezember"}} {
		for _, name := range names {
			if strings.HasPrefix(name, word) {
				return time.Month(i + 1)
			}
		}
	}
	return 0
}

// someCount is a number with what people write around it.
var someCount = regexp.MustCompile(`^\D{0,8}(\d{1,3}(?:[.,' ]\d{3})+|\d{1,7})\D*$`)

// ReadCount reads how many people as one types it: "150", "about 150", "1,500
// people", "1.500". It reports false for none, for zero and for what may be two
// numbers.
func ReadCount(s string) (int, bool) {
	m := someCount.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil || strings.HasPrefix(strings.TrimSpace(s), "-") {
		return 0, false
	}
	n, err := strconv.Atoi(strings.NewReplacer(".", "", ",", "", "'", "", " ", "").Replace(m[1]))
	return n, err == nil && n > 0 && n <= 1_000_000
}

package talk

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// MaxDuration is the longest time a talk file can plan for one thing. It keeps
// every sum of times far from overflow; no talk comes near it.
const MaxDuration = 99 * time.Hour

var (
	clockTime = regexp.MustCompile(`^(?:(\d{1,4}):)?(\d{1,6}):(\d{2})$`)
	unitTime  = regexp.MustCompile(`^(?:(\d{1,4}) ?(?:h|hours?))? ?(?:(\d{1,6}) ?(?:m|mins?|minutes?))? ?(?:(\d{1,7}) ?(?:s|secs?|seconds?))?$`)
	bareTime  = regexp.MustCompile(`^\d{1,6}$`)
	// timeLike is what a person meant as a time, though it may not be one:
	// figures, then a unit or a part of one, and nothing else.
	timeLike = regexp.MustCompile(`^\d[\d.,: ]*(?:(?:h|hr|hrs|hour\w*|m|min(?:s|[iu]\w*)?|s|sec(?:s|[ou]\w*)?)[\d.,: ]*)+$|^\d+:[\d:.]*$`)
)

// ParseDuration reads a time as a talk file writes it: "4m", "90s", "1h 5m",
// "4 min", "2:30" (minutes and seconds) or "1:05:00". It reports false for
// anything else, for zero and for more than MaxDuration.
func ParseDuration(s string) (time.Duration, bool) {
	s = strings.TrimSpace(s)
	var hours, minutes, seconds string
	if m := clockTime.FindStringSubmatch(s); m != nil {
		hours, minutes, seconds = m[1], m[2], m[3]
		if seconds > "59" || hours != "" && (len(minutes) > 2 || minutes > "59") {
			return 0, false
		}
	} else if m := unitTime.FindStringSubmatch(s); m != nil {
		hours, minutes, seconds = m[1], m[2], m[3]
	} else {
		return 0, false
	}
	d := count(hours)*time.Hour + count(minutes)*time.Minute + count(seconds)*time.Second
	if d <= 0 || d > MaxDuration {
		return 0, false
	}
	return d, true
}

// ParseSlot reads a time of the front matter. There a bare number is minutes,
// since that is what a speaker means by "slot: 20".
func ParseSlot(s string) (time.Duration, bool) {
	if s = strings.TrimSpace(s); bareTime.MatchString(s) {
		s += "m"
	}
	return ParseDuration(s)
}

// LooksLikeDuration reports whether s was meant as a time, readable or not, so
// that "(4 minits)" can be told from "(2024)" and "(three stories)".
func LooksLikeDuration(s string) bool { return timeLike.MatchString(strings.TrimSpace(s)) }

// FormatDuration writes d, rounded to whole seconds, the shortest way that
// ParseDuration reads: "4m", "90s", "2:30", "1h 5m" or "1:05:30".
func FormatDuration(d time.Duration) string {
	total := int64(d.Round(time.Second) / time.Second)
	h, m, s := total/3600, total/60%60, total%60
	switch {
	case total <= 0:
		return "0s"
	case s == 0 && h == 0:
		return fmt.Sprintf("%dm", m)
	case s == 0 && m == 0:
		return fmt.Sprintf("%dh", h)
	case s == 0:
		return fmt.Sprintf("%dh %dm", h, m)
	case total < 120:
		return fmt.Sprintf("%ds", total)
	case h == 0:
		return fmt.Sprintf("%d:%02d", m, s)
	default:
		return fmt.Sprintf("%d:%02d:%02d", h, m, s)
	}
}

// Clock writes d as a clock shows it: "4:00", "12:05", "1:05:00". A negative
// time has a minus sign before it.
func Clock(d time.Duration) string {
	sign := ""
	total := int64(d.Round(time.Second) / time.Second)
	if total < 0 {
		sign, total = "−", -total
	}
	if total >= 3600 {
		return fmt.Sprintf("%s%d:%02d:%02d", sign, total/3600, total/60%60, total%60)
	}
	return fmt.Sprintf("%s%d:%02d", sign, total/60, total%60)
}

// count reads the figures that a time's expression has matched; none is zero.
func count(digits string) time.Duration {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return time.Duration(n)
}

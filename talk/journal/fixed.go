package journal

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// seconds is a length of time as the journal writes it: decimal seconds, exact
// to the nanosecond, never negative.
type seconds time.Duration

// maxLength is the longest time that is believed. It keeps sums from overflow.
const maxLength = 366 * 24 * time.Hour

// change is a length of time that may be negative.
type change time.Duration

// points is a score in thousandths, written as points.
type points int

// MarshalJSON writes a number such as 41.25.
func (s seconds) MarshalJSON() ([]byte, error) { return formatFixed(int64(s), 9), nil }

// UnmarshalJSON reads a number from 0 to a year; null is nothing known.
func (s *seconds) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	n, err := parseFixed(string(data), 9)
	if err == nil && (n < 0 || n > int64(maxLength)) {
		err = fmt.Errorf("%s is no length of time in seconds", data)
	}
	*s = seconds(n)
	return err
}

// MarshalJSON writes a number such as -41.25.
func (c change) MarshalJSON() ([]byte, error) { return formatFixed(int64(c), 9), nil }

// UnmarshalJSON reads a number of seconds up to a year in size; null is none.
func (c *change) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	n, err := parseFixed(string(data), 9)
	if err == nil && (n < -int64(maxLength) || n > int64(maxLength)) {
		err = fmt.Errorf("%s is no length of time in seconds", data)
	}
	*c = change(n)
	return err
}

// MarshalJSON writes a number such as 41.25.
func (p points) MarshalJSON() ([]byte, error) { return formatFixed(int64(p), 3), nil }

// UnmarshalJSON reads a number; null is nothing known.
func (p *points) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	n, err := parseFixed(string(data), 3)
	if err == nil && n != int64(int32(n)) {
		err = fmt.Errorf("%s is no score", data)
	}
	*p = points(n)
	return err
}

// formatFixed writes n units of 10^-decimals as the shortest decimal number.
func formatFixed(n int64, decimals int) []byte {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	digits := fmt.Sprintf("%0*d", decimals+1, n)
	whole, rest := digits[:len(digits)-decimals], digits[len(digits)-decimals:]
	if rest = strings.TrimRight(rest, "0"); rest != "" {
		rest = "." + rest
	}
	return []byte(sign + whole + rest)
}

// parseFixed reads a JSON number into units of 10^-decimals. What is finer is
// cut off. Numbers with an exponent, which other programs may write, are read as
// closely as a float can.
func parseFixed(s string, decimals int) (int64, error) {
	if strings.ContainsAny(s, "eE") {
		f, err := strconv.ParseFloat(s, 64)
		f *= math.Pow10(decimals)
		if err != nil || math.Abs(f) >= 1<<62 {
			return 0, fmt.Errorf("%s is no number that fits here", s)
		}
		return int64(math.Round(f)), nil
	}
	whole, rest, _ := strings.Cut(s, ".")
	if len(rest) > decimals {
		rest = rest[:decimals]
	}
	n, err := strconv.ParseInt(whole+rest+strings.Repeat("0", decimals-len(rest)), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%s is no number that fits here", s)
	}
	return n, nil
}

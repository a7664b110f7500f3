package talk

import (
	"testing"
	"time"
)

func TestParseDuration(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"4m": 4 * time.Minute, "4 m": 4 * time.Minute, "4 min": 4 * time.Minute, "4mins": 4 * time.Minute, "1 minute": time.Minute, "10 minutes": 10 * time.Minute,
		"90s": 90 * time.Second, "90 sec": 90 * time.Second, "5 seconds": 5 * time.Second, "1h": time.Hour, "2 hours": 2 * time.Hour, "1h 5m": 65 * time.Minute, "1h5m": 65 * time.Minute,
		"1h 5m 3s": 65*time.Minute + 3*time.Second, "2m30s": 150 * time.Second, "2:30": 150 * time.Second, "0:05": 5 * time.Second, "90:00": 90 * time.Minute, "1:05:00": 65 * time.Minute,
		" 4m ": 4 * time.Minute, "99h": MaxDuration,
		"": 0, "4": 0, "0m": 0, "0:00": 0, "-4m": 0, "4x": 0, "four": 0, "4 minits": 0, "1.5h": 0, "2:5": 0, "2:75": 0, "1:75:00": 0, "5m 1h": 0, "100h": 0, "99999999m": 0, "4m.": 0, "m": 0, ":30": 0, "4M": 0,
	} {
		got, ok := ParseDuration(text)
		if got != want || ok != (want > 0) {
			t.Errorf("%q is %v %v, not %v", text, got, ok, want)
		}
	}
}

func TestParseSlot(t *testing.T) {
	for text, want := range map[string]time.Duration{"20": 20 * time.Minute, " 20 ": 20 * time.Minute, "20m": 20 * time.Minute, "2:30": 150 * time.Second, "0": 0, "x": 0} {
		if got, ok := ParseSlot(text); got != want || ok != (want > 0) {
			t.Errorf("%q is %v %v, not %v", text, got, ok, want)
		}
	}
}

func TestLooksLikeDuration(t *testing.T) {
	for text, want := range map[string]bool{
		"4m": true, "4 minits": true, "1.5h": true, "2:75": true, "2:": true, "0m": true, "4 m 5": true,
		"2024": false, "three stories": false, "": false, "v2": false, "4 members": false, "4 horses": false, "5 secrets": false, "2 hrs": true, "m": false,
	} {
		if got := LooksLikeDuration(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestFormatDuration(t *testing.T) {
	for want, d := range map[string]time.Duration{
		"4m": 4 * time.Minute, "90s": 90 * time.Second, "2m": 2 * time.Minute, "2:30": 150 * time.Second, "1h": time.Hour, "1h 5m": 65 * time.Minute, "1:05:30": 65*time.Minute + 30*time.Second,
		"1:00:05": time.Hour + 5*time.Second, "0s": 0, "1s": 600 * time.Millisecond, "5m": 299_600 * time.Millisecond,
	} {
		if got := FormatDuration(d); got != want {
			t.Errorf("%v is %q, not %q", d, got, want)
		}
	}
}

func TestClock(t *testing.T) {
	for want, d := range map[string]time.Duration{"4:00": 4 * time.Minute, "0:05": 5 * time.Second, "12:05": 725 * time.Second, "1:05:00": 65 * time.Minute, "−1:10": -70 * time.Second, "0:00": -400 * time.Millisecond} {
		if got := Clock(d); got != want {
			t.Errorf("%v is %q, not %q", d, got, want)
		}
	}
}

// FuzzDuration shows that a time that is read is written so that it reads as
// the same time, and that every readable time looks like one.
func FuzzDuration(f *testing.F) {
	for _, s := range []string{"4m", "90s", "1h 5m", "4 min", "2:30", "1:05:00", "99h", "0", "999999999999999999999m", "1:00:60"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := ParseDuration(text)
		if !ok {
			if d != 0 {
				t.Fatalf("%q is no time but %v", text, d)
			}
			return
		}
		if d <= 0 || d > MaxDuration || d%time.Second != 0 {
			t.Fatalf("%q is %v", text, d)
		}
		if again, ok := ParseDuration(FormatDuration(d)); !ok || again != d {
			t.Fatalf("%q is %v, written %q, read %v", text, d, FormatDuration(d), again)
		}
		if !LooksLikeDuration(text) {
			t.Fatalf("%q is a time and does not look like one", text)
		}
	})
}

package talk

import (
	"testing"
	"time"
)

func TestReadTime(t *testing.T) {
	tests := []struct {
		s    string
		want time.Duration // 0 is none
	}{
		{"20", 20 * time.Minute}, {" 20 ", 20 * time.Minute}, {"20m", 20 * time.Minute}, {"20 min", 20 * time.Minute}, {"20 min.", 20 * time.Minute},
		{"20 MIN", 20 * time.Minute}, {"20 Minuten", 20 * time.Minute}, {"20'", 20 * time.Minute}, {"1h", time.Hour}, {"1 h", time.Hour}, {"1 Std.", time.Hour},
		{"2 Stunden", 2 * time.Hour}, {"1.5h", 90 * time.Minute}, {"1,5 h", 90 * time.Minute}, {"7.5", 450 * time.Second}, {"1h 5m", 65 * time.Minute}, {"90s", 90 * time.Second},
		{"4:30", 270 * time.Second}, {"1:05:00", 65 * time.Minute},
		{"1h30", 90 * time.Minute}, {"1 h 30", 90 * time.Minute}, {"1 Std. 30 min", 90 * time.Minute}, {"0h45", 45 * time.Minute}, {"1h75", 0}, {"0h0", 0},
		{"", 0}, {"0", 0}, {"soon", 0}, {"20 apples", 0}, {"20m20", 0}, {"-5", 0}, {"999h", 0},
	}
	for _, test := range tests {
		if got, ok := ReadTime(test.s); got != test.want && ok || ok != (test.want > 0) {
			t.Errorf("%q is %v, %v, want %v", test.s, got, ok, test.want)
		}
	}
}

func TestReadDay(t *testing.T) {
	today := time.Date(2027, 4, 20, 23, 30, 0, 0, time.FixedZone("", 3600))
	tests := []struct{ s, want string }{
		{"2027-05-04", "2027-05-04"}, {"2027/5/4", "2027-05-04"}, {"4.5.2027", "2027-05-04"}, {"04.05.27", "2027-05-04"}, {"4. 5. 2027", "2027-05-04"},
		{"4 May 2027", "2027-05-04"}, {"4th of May 2027", "2027-05-04"}, {"May 4, 2027", "2027-05-04"}, {"may 4th", "2027-05-04"}, {"Tue, 4 May", "2027-05-04"},
		{"4. Mai 2027", "2027-05-04"}, {"Di, 4. Mai", "2027-05-04"}, {"1. März", "2028-03-01"}, {"3 sept 2027", "2027-09-03"}, {"24 dez", "2027-12-24"},
		{"20.4.", "2027-04-20"}, {"19.4.", "2028-04-19"}, {"29 Feb", "2028-02-29"}, {"5/30/2027", "2027-05-30"}, {"30/5/2027", "2027-05-30"}, {"5/5", "2027-05-05"},
		{"4/5/2027", ""}, {"", ""}, {"May", ""}, {"4", ""}, {"31.6.2027", ""}, {"29 Feb 2027", ""}, {"4 Mai 5 June", ""}, {"4.5.27.9", ""}, {"sometime in May", ""}, {"4.5.202", ""},
		{"4 5 May 2027", ""}, {"99999999999999999999 May", ""},
	}
	for _, test := range tests {
		got, ok := ReadDay(test.s, today)
		if day := got.Format(time.DateOnly); ok && day != test.want || ok != (test.want != "") {
			t.Errorf("%q is %s, %v, want %q", test.s, day, ok, test.want)
		}
	}
}

// What a talk file has is read the same way here.
func FuzzReadTime(f *testing.F) {
	for _, s := range []string{"20", "1.5h", "2:30", "20 Minuten", "1 Std."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := ReadTime(s)
		if ok && (d <= 0 || d > MaxDuration) || !ok && d < 0 {
			t.Errorf("%q is %v, %v", s, d, ok)
		}
		if file, known := ParseSlot(s); known && (!ok || d != file) {
			t.Errorf("%q is %v in a file and %v here", s, file, d)
		}
		if ok {
			if again, _ := ParseSlot(FormatDuration(d)); again != d.Round(time.Second) {
				t.Errorf("%q is written as %q, which is %v", s, FormatDuration(d), again)
			}
		}
	})
}

func FuzzReadDay(f *testing.F) {
	for _, s := range []string{"2027-05-04", "4.5.27", "May 4th", "Di, 4. Mai", "29 Feb"} {
		f.Add(s)
	}
	today := time.Date(2027, 4, 20, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := ReadDay(s, today)
		if again, still := ReadDay(d.Format(time.DateOnly), today); ok && (!still || !again.Equal(d)) {
			t.Errorf("%q is %v, and its own form is %v, %v", s, d, again, still)
		}
	})
}

func TestReadCount(t *testing.T) {
	tests := []struct {
		s    string
		want int // 0 is none
	}{
		{"150", 150}, {" 150 ", 150}, {"about 150", 150}, {"~150 people", 150}, {"1,500", 1500}, {"1.500 Leute", 1500}, {"1 500", 1500}, {"12'000", 12000},
		{"", 0}, {"many", 0}, {"0", 0}, {"-5", 0}, {"20 to 30", 0}, {"1.5", 0}, {"9999999", 0}, {"12345678", 0},
	}
	for _, test := range tests {
		if got, ok := ReadCount(test.s); ok && got != test.want || ok != (test.want > 0) {
			t.Errorf("%q is %d, %v, want %d", test.s, got, ok, test.want)
		}
	}
}

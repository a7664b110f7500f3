package rehearse

import (
	"testing"
	"time"
)

func TestAlarms(t *testing.T) {
	own := Alarms{{Left: -2 * m, Level: Urgent, Flash: true}, {Left: 5 * m, Level: Near}, {Left: 0, Level: Over}, {Percent: 50, Level: Calm, Flash: true}}
	tests := []struct {
		name          string
		alarms        Alarms
		spoken, whole time.Duration
		want          Level
		next          time.Duration
	}{
		{"default, early", DefaultAlarms(), 15 * m, 20 * m, Calm, m},
		{"default, at 80 %", DefaultAlarms(), 16 * m, 20 * m, Near, 4 * m},
		{"default, at the end", DefaultAlarms(), 20 * m, 20 * m, Over, 0},
		{"default, long past it", DefaultAlarms(), 90 * m, 20 * m, Over, 0},
		{"without a slot", DefaultAlarms(), 90 * m, 0, Calm, 0},
		{"none", nil, 90 * m, m, Calm, 0},
		{"own, five minutes left", own, 15 * m, 20 * m, Near, 5 * m},
		{"own, a moment before", own, 15*m - 1, 20 * m, Calm, 1},
		{"own, at the end", own, 20 * m, 20 * m, Over, 2 * m},
		{"own, two minutes over", own, 22 * m, 20 * m, Urgent, 0},
		{"longer than the talk", own, 0, 4 * m, Near, 2 * m},
		{"at once the stronger", Alarms{{Left: m, Level: Over}, {Left: m, Level: Near}}, 3 * m, 4 * m, Over, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.alarms.At(tt.spoken, tt.whole).Level; got != tt.want {
				t.Errorf("level %d, want %d", got, tt.want)
			}
			if got := tt.alarms.Next(tt.spoken, tt.whole); got != tt.next {
				t.Errorf("the next in %v, want %v", got, tt.next)
			}
		})
	}
}

func TestAlarmsAreWritten(t *testing.T) {
	for text, want := range map[string]Alarm{
		"80% near":         {Percent: 80, Level: Near},
		"5m0s over":        {Left: 5 * m, Level: Over},
		"-2m0s over flash": {Left: -2 * m, Level: Over, Flash: true},
		"0s calm":          {},
	} {
		var got Alarm
		if err := got.UnmarshalText([]byte(text)); err != nil || got != want {
			t.Errorf("%q reads %+v (%v), want %+v", text, got, err, want)
		}
		if again, err := want.MarshalText(); err != nil || string(again) != text {
			t.Errorf("%+v is written %q (%v), want %q", want, again, err, text)
		}
	}
	for _, text := range []string{"", "80%", "near", "0% near", "80 near", "80% later", "80% near now", "1e9h near", "80% near flash flash"} {
		got := Alarm{Percent: 7}
		if err := got.UnmarshalText([]byte(text)); err == nil || got != (Alarm{Percent: 7}) {
			t.Errorf("%q reads %+v", text, got)
		}
	}
	if _, err := (Alarm{Level: 9}).MarshalText(); err == nil {
		t.Error("a level that is none was written")
	}
}

func FuzzAlarm(f *testing.F) {
	f.Add("80% near", int64(time.Minute))
	f.Add("-2m urgent flash", int64(-1))
	f.Fuzz(func(t *testing.T, text string, whole int64) {
		var a, again Alarm
		if a.UnmarshalText([]byte(text)) != nil {
			return
		}
		written, err := a.MarshalText()
		if err != nil || again.UnmarshalText(written) != nil || again != a {
			t.Fatalf("%q reads %+v and is written %q (%v)", text, a, written, err)
		}
		if next := (Alarms{a}).Next(time.Minute, min(time.Duration(whole), 24*time.Hour)); next < 0 {
			t.Fatalf("%+v comes up in %v", a, next)
		}
	})
}

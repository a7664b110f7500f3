package say

import (
	"strings"
	"time"

	"talkgiver/talk/score"
)

// Day writes a date with its year.
func (s Speaker) Day(day time.Time) string {
	months := strings.Fields(s.words["page.months"])
	return s.Page("day", score.Args{N: day.Day(), Text: months[day.Month()-1], Of: day.Year()})
}

// ShortDay writes a date as short as people do who know which year it is: with
// the year only where it is not that of today.
func (s Speaker) ShortDay(day, today time.Time) string {
	months := strings.Fields(s.words["page.short-months"])
	args := score.Args{N: day.Day(), Text: months[day.Month()-1], Of: day.Year()}
	if day.Year() == today.Year() {
		return s.Page("short-day", args)
	}
	return s.Page("day", args)
}

// Away says how far away a day is from today, as in "in 3 days". Days are those
// that people read off a calendar, each in its own zone.
func (s Speaker) Away(day, today time.Time) string {
	switch n := DaysTo(day, today); {
	case n == 0:
		return s.Page("today", score.Args{})
	case n == 1:
		return s.Page("tomorrow", score.Args{})
	case n > 1:
		return s.Page("in-days", score.Args{N: n})
	case n == -1:
		return s.Page("yesterday", score.Args{})
	default:
		return s.Page("days-ago", score.Args{N: -n})
	}
}

// DaysTo counts the nights from today to a day; a day before today is negative.
func DaysTo(day, today time.Time) int {
	date := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(date(day).Sub(date(today)) / (24 * time.Hour))
}

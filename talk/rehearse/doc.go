// Package rehearse holds the clock that a talk is rehearsed and given against:
// the plan, the run as it is measured, how far it is from the plan, and the
// report that compares the two.
//
// Everything here is plain data and arithmetic: no goroutine, no timer, no
// time.Now. Whoever has a clock and a keyboard calls Tick and the actions, from
// one goroutine.
package rehearse

//go:build race

package rehearse

// fewer is by how much fewer speakers are simulated than it takes, and slack how
// much further off chance alone may then be: the race detector takes ten times
// the time, and one goroutine has no races. The figures are held to without it.
const (
	fewer = 4
	slack = 2
)

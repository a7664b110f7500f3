//go:build !race

package rehearse

// fewer is by how much fewer speakers are simulated than it takes, and slack how
// much further off chance alone may then be.
const (
	fewer = 1
	slack = 1
)

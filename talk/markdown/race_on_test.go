//go:build race

package markdown

// countsWork is false under the race detector: there sync.Pool, which the parser
// leans on, throws things away at random, and allocations tell of that.
const countsWork = false

// fewer is by how much what is tried at random, or with everything, is less: the
// race detector takes ten times the time, and one goroutine has no races.
const fewer = 6

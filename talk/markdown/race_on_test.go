//go:build race

package markdown

// countsWork is false under the race detector: there sync.Pool, which the parser
// leans on, throws things away at random, and allocations tell of that.
const countsWork = false

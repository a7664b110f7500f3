//go:build !race

package markdown

// countsWork says that allocations tell how much work was done.
const countsWork = true

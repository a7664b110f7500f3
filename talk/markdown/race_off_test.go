//go:build !race

package markdown

// countsWork says that allocations tell how much work was done.
const countsWork = true

// fewer is by how much what is tried at random, or with everything, is less.
const fewer = 1

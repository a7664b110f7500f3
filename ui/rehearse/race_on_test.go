//go:build race

package rehearse

// fewer is by how much fewer random runs and sizes of window are gone through than
// it takes: the race detector needs eight times the time, and what these tests look
// for is no race.
const fewer = 3

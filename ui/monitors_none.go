//go:build !cgo || ci

package ui

// secondDisplay is not known where there are no displays.
func secondDisplay() (x, y int, ok bool) { return 0, 0, false }

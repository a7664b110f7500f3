//go:build !cgo || ci

package ui

// secondDisplay is not known where there are no displays.
func secondDisplay() (display, bool) { return display{}, false }

//go:build cgo && !ci

package ui

import "github.com/go-gl/glfw/v3.4/glfw"

// secondDisplay is the display that is not the primary one, nor shows the same as
// it. Fyne knows only whether there is one, and fails where there is none at all,
// as with a laptop that is shut.
func secondDisplay() (display, bool) {
	monitors := glfw.GetMonitors()
	if len(monitors) < 2 {
		return display{}, false
	}
	primary := monitors[0]
	x, y := primary.GetPos()
	named := true // nothing else has been found by its name
	for _, m := range monitors[1:] {
		other := m.GetName() != primary.GetName()
		if left, top := m.GetPos(); left != x || top != y {
			return display{left, top, other && named}, true
		}
		named = named && !other
	}
	return display{}, false
}

//go:build cgo && !ci

package ui

import "github.com/go-gl/glfw/v3.4/glfw"

// secondDisplay is where the display that is not the primary one begins. Window
// managers that know nothing of _NET_WM_FULLSCREEN_MONITORS fill the display that
// a window is on, whichever one it asks for; Fyne tells no places of displays.
func secondDisplay() (x, y int, ok bool) {
	primary := glfw.GetPrimaryMonitor()
	for _, m := range glfw.GetMonitors() {
		if primary != nil && m.GetName() != primary.GetName() {
			x, y = m.GetPos()
			return x, y, true
		}
	}
	return 0, 0, false
}

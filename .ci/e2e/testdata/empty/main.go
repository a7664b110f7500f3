// Command empty shows a window with nothing in it: the yardstick for how long
// a start takes and how much memory it needs.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	window := app.NewWithID("app.talkgiver.empty").NewWindow("empty")
	window.Resize(fyne.NewSize(1280, 800))
	window.ShowAndRun()
}

package rehearse

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

func TestGolden(t *testing.T) {
	for name, size := range map[string]fyne.Size{"1280": fyne.NewSize(1280, 800), "900": fyne.NewSize(900, 600)} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, func(c *Config) { c.Ask = func(string, string, string, func()) {} })
			b.window.Resize(size)
			b.Begin(parse(strings.Replace(bread, "(4m)", "(4m) #extra", 1))) // which may go
			b.Focus()
			b.golden("ready_" + name)
			b.begin()
			b.wait(250 * time.Second) // more than the slot has room for
			b.golden("stage_" + name)
			b.press("?")
			b.golden("keys_" + name)
			b.press("Escape", "End")
			b.golden("end_" + name)
			b.press("g", "Right")
			b.wait(100 * time.Second)
			b.press("Right")
			b.wait(130 * time.Second)
			b.press("End", "k")
			b.golden("report_" + name)
		})
	}
}

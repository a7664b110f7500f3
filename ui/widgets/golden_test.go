package widgets

import (
	"testing"

	"fyne.io/fyne/v2"

	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
)

// inWindow puts the object alone in a window of our theme and returns the window.
func inWindow(t testing.TB, mode theme.Mode, size fyne.Size, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	uitest.App(t, mode)
	return uitest.Window(t, size, o)
}

func nothing() {}

func TestGolden_Markup(t *testing.T) {
	parts := map[string]struct {
		size fyne.Size
		make func() fyne.CanvasObject
	}{
		"chip":          {fyne.NewSize(80, 24), func() fyne.CanvasObject { return &Chip{Text: "story", Tone: theme.Give} }},
		"chip_detected": {fyne.NewSize(80, 24), func() fyne.CanvasObject { return &Chip{Text: "brag", Tone: theme.Take, Detected: true} }},
		"chip_solid":    {fyne.NewSize(80, 24), func() fyne.CanvasObject { return &Chip{Text: "12 min", Tone: theme.Clarity, Solid: true} }},
		"button":        {fyne.NewSize(200, 40), func() fyne.CanvasObject { return &Button{Text: "New talk", Key: "Ctrl+N", OnTapped: nothing} }},
		"button_grey":   {fyne.NewSize(200, 40), func() fyne.CanvasObject { return &Button{Text: "Save"} }},
		"keyhint":       {fyne.NewSize(80, 24), func() fyne.CanvasObject { return &KeyHint{Key: "P", Text: "pause"} }},
		"card": {fyne.NewSize(200, 60), func() fyne.CanvasObject {
			return &Card{Accent: theme.Message, Focused: true, Content: Heading("What they take home")}
		}},
		"cardbutton": {fyne.NewSize(200, 60), func() fyne.CanvasObject {
			return &CardButton{Flat: true, Selected: true, Content: Strong("The long way round"), OnTapped: nothing}
		}},
		"rows": {fyne.NewSize(200, 120), func() fyne.CanvasObject {
			titles := []string{"The long way round", "Belts", "Doors that nobody opened"}
			rows := &Rows{
				Count: len(titles), Selected: 1, Height: func(int) float32 { return 44 }, New: func() fyne.CanvasObject { return Strong("") },
				Fill: func(i int, o fyne.CanvasObject) { o.(*Text).SetText(titles[i]) }, OnTapped: func(int) {}, OnMenu: func(int, fyne.Position) {},
			}
			rows.ExtendBaseWidget(rows)
			return rows
		}},
		"finding": {fyne.NewSize(220, 120), func() fyne.CanvasObject {
			return &FindingRow{Points: "+9", Tone: theme.Take, Title: "The opening leaves them with nothing", Text: "Two minutes about you. Cut it.", OnTapped: nothing}
		}},
		"finding_menu": {fyne.NewSize(220, 120), func() fyne.CanvasObject {
			return &FindingRow{Points: "+9", Title: "The opening leaves them with nothing", OnTapped: nothing, OnMenu: func(fyne.Position) {}}
		}},
		"glyph": {fyne.NewSize(30, 30), func() fyne.CanvasObject { return &Glyph{Text: "×", OnTapped: nothing} }},
		"grip":  {fyne.NewSize(20, 30), func() fyne.CanvasObject { return &Grip{} }},
		"steps": {fyne.NewSize(260, 24), func() fyne.CanvasObject {
			return &Steps{Label: "New to them?", Words: []string{"not at all", "hardly", "by half", "mostly", "all of it"}, Unknown: "only you know", Value: 3, Tone: theme.Give}
		}},
		"steps_unknown": {fyne.NewSize(260, 24), func() fyne.CanvasObject {
			return &Steps{Label: "New to them?", Words: []string{"not at all", "hardly"}, Unknown: "only you know", Value: -1, Tone: theme.Give}
		}},
		"outline": {fyne.NewSize(260, 100), func() fyne.CanvasObject {
			return &Outline{Selected: 1, OnChosen: func(int) {}, Rows: []OutlineRow{
				{Number: "1", Title: "Belts existed, and cars went without them for years", Time: "4:00", Segments: []Segment{{Seconds: 60, Tone: theme.Give}, {Seconds: 40, Tone: theme.Take, Shade: ShadeSoft}}},
				{Number: "2", Title: "Who we are", Time: "1:00 · est. 3:00", Tone: theme.Message, Quiet: true},
			}}
		}},
		"clock": {fyne.NewSize(160, 90), func() fyne.CanvasObject {
			return &ClockText{Label: "talk", Time: "7:26", Note: "left · ends 14:35", Align: fyne.TextAlignTrailing}
		}},
		"drift": {fyne.NewSize(200, 40), func() fyne.CanvasObject {
			return &DriftSign{Drift: Behind, Text: "0:48 behind", Tone: theme.Message}
		}},
		"places": {fyne.NewSize(300, 40), func() fyne.CanvasObject {
			return &Places{Items: []string{"Draft", "Balance", "Slides"}, Selected: 1}
		}},
		"pacebar": {fyne.NewSize(400, 30), func() fyne.CanvasObject {
			return &PaceBar{Live: true, Now: 130, Plan: 110, Segments: []Segment{
				{Seconds: 60, Tone: theme.Give, Shade: ShadeSoft}, {Seconds: 40, Tone: theme.Take, Shade: ShadeSoft},
				{Seconds: 60, Tone: theme.Give, Filled: 30}, {Seconds: 40, Shade: ShadeEmpty},
			}}
		}},
		"pacebar_estimated": {fyne.NewSize(400, 30), func() fyne.CanvasObject {
			return &PaceBar{Slot: 400, Limit: 300, Questions: 100, Segments: []Segment{{Seconds: 160, Tone: theme.Give}, {Seconds: 80, Tone: theme.Give, Estimated: true}}}
		}},
		"pacebar_over": {fyne.NewSize(400, 30), func() fyne.CanvasObject {
			return &PaceBar{Slot: 400, Limit: 300, Questions: 100, Segments: []Segment{{Seconds: 320, Tone: theme.Give}, {Seconds: 40, Tone: theme.Take}}}
		}},
		"balancebar": {fyne.NewSize(100, 10), func() fyne.CanvasObject { return &BalanceBar{Known: true, Balance: -40} }},
		"gutter": {fyne.NewSize(10, 60), func() fyne.CanvasObject {
			return &GutterStrip{Segments: []GutterSegment{{0, 20, theme.Give, ShadeFull}, {20, 20, theme.Take, ShadeSoft}}}
		}},
		"compare": {fyne.NewSize(400, 100), func() fyne.CanvasObject {
			return &CompareBars{Rows: []CompareRow{{"One", 60, 80, "1:20 · +0:20", theme.Take}, {"Two", 60, 50, "0:50 · −0:10", theme.Give}}}
		}},
		"text": {fyne.NewSize(120, 60), func() fyne.CanvasObject {
			return &Text{Flow: FlowWrap, Spans: []Span{{Text: "Skip "}, {Text: "the film", Style: fyne.TextStyle{Bold: true}}, {Text: " and you are on time"}}}
		}},
	}
	for name, part := range parts {
		// Markup names the colours of the theme, so light and dark read the same.
		t.Run(name, func(t *testing.T) {
			uitest.GoldenMarkup(t, name, inWindow(t, theme.Light, part.size, part.make()))
		})
	}
}

func TestGolden_Image(t *testing.T) {
	parts := map[string]struct {
		size fyne.Size
		make func() fyne.CanvasObject
	}{
		"beam": {fyne.NewSize(284, 220), func() fyne.CanvasObject {
			return &Beam{Known: true, Balance: 31, Give: "you give 55", Take: "you take 24", Figure: "+31", Range: "between 20 and 40"}
		}},
		"beam_unknown": {fyne.NewSize(284, 220), func() fyne.CanvasObject {
			return &Beam{Balance: 50, Give: "you give", Take: "you take", Range: "name a slot to see the balance"}
		}},
		"dial": {fyne.NewSize(90, 90), func() fyne.CanvasObject {
			return &Dial{Known: true, Value: 58, Low: 44, High: 71, Label: "value / min", Tone: theme.Give}
		}},
		"dial_unknown": {fyne.NewSize(90, 90), func() fyne.CanvasObject { return &Dial{Value: 58, Label: "effort", Tone: theme.Message} }},
		"chip_dashes":  {fyne.NewSize(90, 30), func() fyne.CanvasObject { return &Chip{Text: "evidence", Tone: theme.Give, Detected: true} }},
	}
	for name, part := range parts {
		for modeName, mode := range map[string]theme.Mode{"light": theme.Light, "dark": theme.Dark} {
			t.Run(name+"_"+modeName, func(t *testing.T) {
				uitest.GoldenImage(t, name+"_"+modeName, inWindow(t, mode, part.size, part.make()))
			})
		}
	}
}

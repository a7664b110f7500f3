package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
)

// BenchmarkScorePanel refreshes what follows every key: the beam, three dials and ten findings, each with other words than before.
func BenchmarkScorePanel(b *testing.B) {
	uitest.App(b, theme.Light)
	beam := &Beam{Known: true}
	panel := Column(theme.SizeNameSpace3, beam)
	dials := make([]*Dial, 3)
	for i := range dials {
		dials[i] = &Dial{Known: true, Low: 20, High: 80, Label: "clarity", Tone: theme.Clarity}
		panel.Add(dials[i])
	}
	rows := make([]*FindingRow, 10)
	for i := range rows {
		rows[i] = &FindingRow{Points: "+9", OnTapped: nothing}
		panel.Add(rows[i])
	}
	uitest.Window(b, fyne.NewSize(316, 1600), panel)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n++
		beam.Balance, beam.Figure = n%100, fmt.Sprintf("+%d", n%100)
		beam.Give, beam.Take, beam.Range = fmt.Sprintf("you give %d", n%100), "you take 24", "between 20 and 40"
		beam.Refresh()
		for _, d := range dials {
			d.Value = n % 100
			d.Refresh()
		}
		for i, row := range rows {
			row.Title = fmt.Sprintf("Section %d leaves them with nothing", (n+i)%12)
			row.Text = "1:40 about you before the question they came for. Cut it, or tell what it means for them."
			row.Refresh()
		}
	}
}

func BenchmarkPaceBar(b *testing.B) {
	bar := &PaceBar{Live: true, Segments: make([]Segment, 60)}
	for i := range bar.Segments {
		bar.Segments[i] = Segment{Seconds: 20, Tone: theme.Give}
	}
	inWindow(b, theme.Light, fyne.NewSize(900, 30), bar)
	b.ReportAllocs()
	for b.Loop() {
		bar.Now++
		bar.Refresh()
	}
}

package rehearse

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// shownPoints are the points that the audience sees, apart from what is said. The
// speaker needs the words: of many points only the first stand there, and how many
// more there are.
type shownPoints struct {
	content *fyne.Container
	text    *widgets.Text
	points  []string
	label   bool // says what the lines at the side are
	whole   bool // all of them stand there, however many
	fits    int  // how many stand there
}

// How much of the height points may take: beside the words of a script, and beside
// the few of a cue card, where the points lead on.
const (
	scriptShare = 0.25
	cardShare   = 0.5
)

func newShownPoints(points []string, label bool) *shownPoints {
	s := &shownPoints{points: points, label: label}
	s.text = &widgets.Text{ColorName: theme.ColorNameSoftInk, SizeName: theme.SizeNameLead, Flow: widgets.FlowWrap}
	s.content = container.New(marked{}, newPaint(theme.ColorNameLine), s.text)
	s.all()
	return s
}

// all lets all points stand there.
func (s *shownPoints) all() {
	s.text.Lines = 0
	s.show(len(s.points))
}

// show lets the first n points stand there.
func (s *shownPoints) show(n int) {
	if s.fits == n && s.text.Text != "" {
		return
	}
	s.fits = n
	lines := s.points[:n:n]
	if more := len(s.points) - n; more > 0 {
		lines = append(lines, lang.N("… {{.Count}} more", more, map[string]any{"Count": more}))
	}
	text := strings.Join(lines, "\n")
	if s.label {
		text = lang.L("on the screen: {{.Lines}}", map[string]any{"Lines": text})
	}
	s.text.SetText(text)
}

// fit lets as many points stand there as a width and a height have room for, one
// at least: of a long one as many lines.
func (s *shownPoints) fit(width, height float32) {
	if s.whole {
		return
	}
	tall := func(n int) float32 {
		s.show(n)
		s.text.Resize(fyne.NewSize(width, s.text.Size().Height))
		return s.text.MinSize().Height
	}
	most := sort.Search(len(s.points)-1, func(n int) bool { return tall(n+2) > height }) + 1
	if tall(most) > height {
		s.text.Lines = 1
		s.text.Lines = max(1, int(height/s.text.MinSize().Height))
		s.text.Refresh()
	}
}

package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// answers are the two questions about a section that no text can answer, at the
// foot of its card.
type answers struct {
	row           *fyne.Container
	isNew, matter *widgets.Steps
}

// answerWords are the answers from 0 to 4.
func answerWords() []string {
	return []string{lang.L("not at all"), lang.L("hardly"), lang.L("by half"), lang.L("mostly"), lang.L("all of it")}
}

func newAnswers(c *card) *answers {
	steps := func(label string, key markdown.Key) *widgets.Steps {
		return &widgets.Steps{Label: label, Words: answerWords(), Unknown: lang.L("only you know"), Value: -1, Tone: theme.Give,
			OnChanged: func(value int) {
				c.place.do(markdown.SetAnswer{Section: c.number, Key: key, Points: value}, "")
			}}
	}
	a := &answers{isNew: steps(lang.L("New to them?"), markdown.KeyNew), matter: steps(lang.L("Relevant to them?"), markdown.KeyRelevant)}
	a.row = container.New(&answersRow{}, a.isNew, a.matter)
	return a
}

// show brings the answers to what the section says.
func (a *answers) show(s *talk.Section) {
	for steps, answer := range map[*widgets.Steps]talk.Answer{a.isNew: s.New, a.matter: s.Relevant} {
		value := -1
		if answer.Given() {
			value = answer.Points
		}
		if steps.Value != value {
			steps.Value = value
			steps.Refresh()
		}
	}
}

// answersRow lays the questions side by side, or below each other where it is
// narrow.
type answersRow struct{ below bool }

const answersGap = 20

// MinSize implements fyne.Layout.
func (r *answersRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	height := max(a.Height, b.Height)
	if r.below {
		height = a.Height + b.Height
	}
	return fyne.NewSize(max(a.Width, b.Width)+2*edge+8, height)
}

// Layout implements fyne.Layout.
func (r *answersRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	a, b := o[0].MinSize(), o[1].MinSize()
	r.below = edge+4+a.Width+answersGap+b.Width+edge > size.Width
	x, y := edge+4+a.Width+answersGap, float32(0)
	if r.below {
		x, y = edge+4, a.Height
	}
	o[0].Resize(a)
	o[0].Move(fyne.NewPos(edge+4, 0))
	o[1].Resize(b)
	o[1].Move(fyne.NewPos(x, y))
}

package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"talkgiver/talk/library"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

const (
	// versionsWidth is how wide a question is that shows two versions.
	versionsWidth = 860
	// mostPlaces bounds how many differences are shown: nobody reads more to
	// know whether it is the right text.
	mostPlaces = 40
	// versionsShare is the part of the window's height for the versions.
	versionsShare = 0.46
)

// askVersions asks for each place that two sides have changed which version
// stands, and goes on with the choice. Both are the answer before there is one.
func (w *Window) askVersions(title, text, ours, theirs string, conflicts []library.Conflict, then func(choose func(int) library.Choice), others ...answer) {
	choices := make([]library.Choice, len(conflicts))
	rows := []fyne.CanvasObject{}
	for i, c := range conflicts {
		choices[i] = library.Both
		options := []string{ours, theirs, lang.L("Both")}
		radio := widget.NewRadioGroup(options, func(chosen string) {
			for n, option := range options {
				if option == chosen {
					choices[i] = []library.Choice{library.Ours, library.Theirs, library.Both}[n]
				}
			}
		})
		radio.Horizontal, radio.Required = true, true
		radio.Selected = options[2]
		runsOurs, runsTheirs := library.Runs(c.Ours, c.Theirs)
		rows = append(rows, placeView(placeName(c.Section, c.Key), unsavedView(ours, runsOurs), fileView(theirs, runsTheirs), radio))
	}
	w.askWith(title, w.scrolled(text, rows), versionsWidth, nil,
		append([]answer{{text: lang.L("Take it like this"), main: true, run: func() { then(func(n int) library.Choice { return choices[n] }) }}}, others...)...)
}

// differencesView shows what would change in a file.
func (w *Window) differencesView(text string, differences []library.Difference) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, d := range differences {
		if i == mostPlaces {
			more := len(differences) - i
			rows = append(rows, widgets.Soft(lang.N("and {{.Count}} more places", more, map[string]any{"Count": more})))
			break
		}
		runsOld, runsNew := library.Runs(d.Old, d.New)
		rows = append(rows, placeView(placeName(d.Section, ""), fileView(lang.L("In the file"), runsOld), unsavedView(lang.L("Not saved"), runsNew), nil))
	}
	return w.scrolled(text, rows)
}

// scrolled is a text above rows that may be more than the window has room for.
func (w *Window) scrolled(text string, rows []fyne.CanvasObject) fyne.CanvasObject {
	column := widgets.Column(theme.SizeNameSpace4, rows...)
	width := min(versionsWidth, w.most().Width) - 48 // what a question keeps around its content
	column.Resize(fyne.NewSize(width, 0))
	scroll := container.NewVScroll(column)
	scroll.SetMinSize(fyne.NewSize(width, min(column.MinSize().Height, w.win.Canvas().Size().Height*versionsShare)))
	return widgets.Column(theme.SizeNameSpace3, widgets.Soft(text), scroll, layout.NewSpacer()) // and room above the answers
}

// placeName says where something stands.
func placeName(section, key string) string {
	switch {
	case section != "":
		return section
	case key != "":
		return lang.L("Above the sections: {{.Key}}", map[string]any{"Key": key})
	}
	return lang.L("Above the sections")
}

// placeView shows two versions of a place beside each other. choice may be nil.
func placeView(title string, left, right fyne.CanvasObject, choice *widget.RadioGroup) fyne.CanvasObject {
	parts := []fyne.CanvasObject{widgets.Strong(title), container.New(&beside{}, left, right)}
	if choice != nil {
		parts = append(parts, choice)
	}
	return widgets.Column(theme.SizeNameSpace1, parts...)
}

// fileView and unsavedView show a version in its colour, whichever side it is on,
// and the words that only it has stronger.
func fileView(name string, runs []library.Run) fyne.CanvasObject {
	return versionView(name, runs, theme.ColorNameMessageTint, theme.ColorNameMessageInk)
}

func unsavedView(name string, runs []library.Run) fyne.CanvasObject {
	return versionView(name, runs, theme.ColorNameClarityTint, theme.ColorNameClarityInk)
}

// versionView shows one version, line by line.
func versionView(name string, runs []library.Run, ground, ink fyne.ThemeColorName) fyne.CanvasObject {
	caption := widgets.Caption(name)
	caption.ColorName = ink
	column := widgets.Column(theme.SizeNameSpace1, caption)
	lines := linesOf(runs)
	for _, line := range lines {
		text := &widgets.Text{Flow: widgets.FlowWrap}
		for _, r := range line {
			span := widgets.Span{Text: r.Text}
			if r.New {
				span.ColorName, span.Style.Bold = ink, true
			}
			text.Spans = append(text.Spans, span)
		}
		column.Add(text)
	}
	if len(lines) == 0 {
		column.Add(widgets.Soft(lang.L("nothing here")))
	}
	return container.NewStack(&widgets.Surface{ColorName: ground}, container.New(inset{}, column))
}

// linesOf breaks runs into lines, without those that are blank.
func linesOf(runs []library.Run) [][]library.Run {
	var lines [][]library.Run
	var line []library.Run
	end := func() {
		text := ""
		for _, r := range line {
			text += r.Text
		}
		if strings.TrimSpace(text) != "" {
			lines = append(lines, line)
		}
		line = nil
	}
	for _, r := range runs {
		rest := strings.ReplaceAll(strings.ReplaceAll(r.Text, "\r\n", "\n"), "\r", "\n")
		for {
			text, after, more := strings.Cut(rest, "\n")
			if text != "" {
				line = append(line, library.Run{Text: text, New: r.New})
			}
			if !more {
				break
			}
			end()
			rest = after
		}
	}
	end()
	return lines
}

// beside lays two objects out side by side, each with half of the width and the
// height of the higher one.
type beside struct{}

const besideGap = 8

// MinSize implements fyne.Layout.
func (beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout implements fyne.Layout.
func (beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	half := (size.Width - besideGap) / 2
	for i, part := range o {
		if part.Size().Width != half { // its height is that for its width
			part.Resize(fyne.NewSize(half, part.MinSize().Height))
		}
		part.Move(fyne.NewPos(float32(i)*(half+besideGap), 0))
	}
	height := max(o[0].MinSize().Height, o[1].MinSize().Height)
	for _, part := range o {
		part.Resize(fyne.NewSize(half, height))
	}
}

// inset keeps a margin around an object.
type inset struct{}

const insetBy = 10

// MinSize implements fyne.Layout.
func (inset) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().AddWidthHeight(2*insetBy, 2*insetBy)
}

// Layout implements fyne.Layout.
func (inset) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size.SubtractWidthHeight(2*insetBy, 2*insetBy))
	o[0].Move(fyne.NewPos(insetBy, insetBy))
}

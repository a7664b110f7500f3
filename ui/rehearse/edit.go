package rehearse

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// editPanel changes a passage of the script while the clock goes on.
type editPanel struct {
	place   *Place
	content *fyne.Container
	field   *field
	why     *widgets.Text
	column  *fyne.Container
	before  markdown.Splice // what is there, with nothing in its place yet
}

// editScale makes the words large enough to be read from a step away.
const editScale = 1.5

func newEditPanel(p *Place) *editPanel {
	e := &editPanel{place: p, field: newField(p), why: &widgets.Text{ColorName: theme.ColorNameTakeInk, Flow: widgets.FlowWrap}}
	e.field.MultiLine, e.field.Wrapping = true, fyne.TextWrapWord
	e.field.SetMinRowsVisible(4)
	e.field.onEnter = e.keep
	e.field.onEscape = p.leaveOverlay
	e.column = widgets.Column(theme.SizeNameSpace3,
		&widgets.Text{Text: lang.L("Say it better"), SizeName: theme.SizeNameLead, Style: fyne.TextStyle{Bold: true}},
		container.NewThemeOverride(e.field, &scaled{scale: editScale, text: true}), e.why,
		widgets.Caption(lang.L("Enter keeps it in the talk, Esc leaves it as it was. The clock goes on.")),
	)
	e.content = overClocks(container.New(wide(640), e.column))
	return e
}

// edit opens the passage that is read: the first one in sight.
func (p *Place) edit() {
	span, ok := p.stage.script.reading()
	if !ok || p.config.Do == nil {
		p.stage.say(lang.L("Nothing is said here that could be changed"))
		return
	}
	e := p.stage.edit
	e.before = markdown.Splice{At: span.Start, Old: p.talk.Text(span)}
	e.field.SetText(oneEnding(e.before.Old))
	e.say("")
	p.cover(overlayEdit)
	e.field.focus()
}

// oneEnding writes text with the line endings of a field.
func oneEnding(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// keep changes the talk.
func (e *editPanel) keep() {
	p := e.place
	change := e.before
	change.New = strings.TrimSpace(e.field.Text)
	if strings.Contains(change.Old, "\r\n") {
		change.New = strings.ReplaceAll(change.New, "\n", "\r\n")
	}
	switch {
	case change.New == change.Old:
		p.leaveOverlay()
		return
	case change.New == "" || !e.fits(change):
		e.say(lang.L("That would change more than this passage: do it in the draft."))
		return
	}
	if !p.config.Do(markdown.Change{change}) {
		e.say(lang.L("The talk has changed meanwhile. Esc leaves this field."))
		return
	}
	p.leaveOverlay()
	p.stage.say(lang.L("changed in the talk"))
}

// fits reports whether the talk has the same slides with the change, and
// whatever else is said and shown: words alone may differ.
func (e *editPanel) fits(change markdown.Splice) bool {
	before := e.place.talk
	after, _, err := markdown.Change{change}.Apply(markdown.Parse(before.Source))
	if err != nil {
		return false
	}
	return slices.Equal(shape(before), shape(after.Talk()))
}

// shape is what a talk is made of: its sections, their slides and the blocks of
// those.
func shape(t *talk.Talk) []string {
	var all []string
	for _, section := range t.Sections {
		all = append(all, "section "+section.Title)
		for _, slide := range section.Slides {
			all = append(all, "slide "+slide.Title)
			for _, block := range slide.Blocks {
				if block.Common().Said {
					all = append(all, "said")
				} else {
					all = append(all, "shown "+talk.BlockText(block))
				}
			}
		}
	}
	return all
}

// say shows why it could not be kept; nothing while there is no reason.
func (e *editPanel) say(why string) {
	e.why.SetText(why)
	if why == "" {
		e.why.Hide()
	} else {
		e.why.Show()
	}
	e.column.Refresh()
	e.content.Refresh()
}

// placesOf says where the slides of a run's plan stand in a talk; false when the
// talk has other slides by now.
func placesOf(t *talk.Talk, start *talk.RunStart, pace int) ([]engine.Place, bool) {
	plan, places := engine.NewPlan(t, pace)
	if start.Kind == talk.RunDrill {
		if len(start.Plan.Slides) == 0 {
			return nil, false
		}
		_, drilled, ok := engine.Drill(talk.RunStart{Plan: plan}, places, start.Plan.Slides[0].Section)
		places = drilled
		if !ok {
			return nil, false
		}
	}
	return places, len(places) == len(start.Plan.Slides) && len(plan.Sections) == len(start.Plan.Sections)
}

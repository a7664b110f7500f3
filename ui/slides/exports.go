package slides

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/talk/slides"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// exports is the panel at the right: for which tool, with what, to where.
type exports struct {
	place  *Place
	cards  map[string]*widgets.CardButton
	cannot *widgets.Text
	checks []*check
	save   *widgets.Button
	object fyne.CanvasObject
}

// check is one choice that is on or off.
type check struct {
	*widget.Check
	of func(*Choice) *bool
	// inverted ones are on where the choice is off.
	inverted bool
}

func newExports(p *Place) *exports {
	e := &exports{place: p, cards: map[string]*widgets.CardButton{}}
	tools, paper := widgets.Column(theme.SizeNameSpace2), widgets.Column(theme.SizeNameSpace2)
	for _, f := range slides.Flavours() {
		carries := widgets.Caption(carried(f))
		carries.Align, carries.Flow = fyne.TextAlignTrailing, widgets.FlowLine
		name := widgets.Strong(ToolName(f))
		name.Flow = widgets.FlowLine
		card := &widgets.CardButton{Content: container.New(&exportRow{}, name, carries), Inset: 10}
		card.OnTapped = func() { p.choose(func(c *Choice) { c.Flavour = f.Name }) }
		e.cards[f.Name] = card
		if f.Paper {
			paper.Add(card)
		} else {
			tools.Add(card)
		}
	}
	list := widgets.Column(theme.SizeNameSpace3, widgets.Heading(lang.L("Export for")), tools)
	if len(paper.Objects) > 0 {
		list.Objects = append(list.Objects, widgets.Heading(lang.L("On paper")), paper)
	}
	e.cannot = widgets.Soft("")
	e.cannot.Hidden = true
	e.checks = []*check{
		e.newCheck(lang.L("with notes"), func(c *Choice) *bool { return &c.NoNotes }, true),
		e.newCheck(lang.L("times in the notes"), func(c *Choice) *bool { return &c.Times }, false),
		e.newCheck(lang.L("title slide"), func(c *Choice) *bool { return &c.Title }, false),
		e.newCheck(lang.L("closing slide"), func(c *Choice) *bool { return &c.Closing }, false),
		e.newCheck(lang.L("split full slides"), func(c *Choice) *bool { return &c.Split }, false),
	}
	boxes := container.New(&twoColumns{})
	for _, c := range e.checks {
		boxes.Add(c.Check)
	}
	e.save = &widgets.Button{Text: lang.L("Save…"), Tone: theme.Give, OnTapped: p.ExportAs}
	buttons := container.New(&twoColumns{gap: 8}, e.save,
		&widgets.Button{Text: lang.L("To a folder…"), OnTapped: func() { p.export(ToFolder) }},
		&widgets.Button{Text: lang.L("Copy"), OnTapped: func() { p.export(ToClipboard) }},
		&widgets.Button{Text: lang.L("In the browser"), OnTapped: func() { p.export(ToBrowser) }},
	)
	doing := widgets.Column(theme.SizeNameSpace2, buttons)
	if p.cfg.Import != nil {
		doing.Add(&widgets.Button{Text: lang.L("Make a talk of a deck…"), OnTapped: p.cfg.Import})
	}
	choices := widgets.Column(theme.SizeNameSpace3, e.cannot, boxes)
	e.object = container.New(&panelRows{}, container.NewVScroll(container.New(&scrollMargin{}, list)), container.NewVScroll(container.New(&scrollMargin{}, choices)), doing)
	return e
}

// newCheck makes a box for one choice.
func (e *exports) newCheck(text string, of func(*Choice) *bool, inverted bool) *check {
	c := &check{of: of, inverted: inverted}
	c.Check = &widget.Check{Text: text, OnChanged: func(on bool) {
		if on == (*of(&e.place.choice) != inverted) {
			return // it only shows what is chosen
		}
		e.place.choose(func(choice *Choice) { *of(choice) = on != inverted })
	}}
	c.ExtendBaseWidget(c.Check)
	return c
}

// show brings the panel to what is chosen.
func (e *exports) show() {
	choice := &e.place.choice
	tool := choice.Tool()
	for name, card := range e.cards {
		if selected := name == tool.Name; card.Selected != selected {
			card.Selected = selected
			card.Refresh()
		}
	}
	for _, c := range e.checks {
		c.SetChecked(*c.of(choice) != c.inverted)
	}
	if text := cannot(tool); text != e.cannot.Text {
		e.cannot.Hidden = text == ""
		e.cannot.SetText(text)
		e.object.Refresh() // it has another height now
	}
}

// ToolName is what a person calls that for which a deck is written: the name of the
// tool, or words in the language of the window.
func ToolName(f slides.Flavour) string {
	switch f.Name {
	case "html":
		return lang.L("One HTML file")
	case "handout":
		return lang.L("Handout")
	case "script":
		return lang.L("Script")
	case "csv":
		return lang.L("Plan as a table")
	}
	return f.Title
}

// carried says in a few words what of a talk a tool shows beside its slides.
func carried(f slides.Flavour) string {
	var words []string
	if f.Carries.Notes != slides.NoNotes {
		words = append(words, lang.L("notes"))
	}
	if f.Carries.Times {
		words = append(words, lang.L("times"))
	}
	if f.Carries.Cues {
		words = append(words, lang.L("cues"))
	}
	return strings.Join(words, " · ")
}

// cannot says what is lost or uncertain in a flavour, for the one that is chosen.
func cannot(f slides.Flavour) string {
	var words []string
	c := f.Carries
	if c.Notes == slides.NoNotes {
		words = append(words, lang.L("It has no place for notes."))
	} else if c.Notes == slides.PlainNotes {
		words = append(words, lang.L("Notes become plain text."))
	}
	if c.NotesFrom != "" {
		words = append(words, lang.L("Notes need {{.Tool}} {{.Version}} or later.", map[string]any{"Tool": ToolName(f), "Version": c.NotesFrom}))
	}
	if c.Slides && !c.Images {
		words = append(words, lang.L("Pictures become their words."))
	}
	if c.Slides && !c.Tables {
		words = append(words, lang.L("Tables become lines."))
	}
	if f.Through != "" {
		words = append(words, lang.L("What stands below a picture or a table goes on to another slide; inside a line or a list they become words."))
	}
	if f.ByDocumentation {
		words = append(words, lang.L("Written by the tool's documentation; we could not try it with the tool itself."))
	}
	return strings.Join(words, " ")
}

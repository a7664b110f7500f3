// Package beginning is the page on which a talk begins: any text, three
// questions, and the templates. Nothing on it must be filled.
package beginning

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	"talkgiver/talk/markdown"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// Template is a talk that one can begin with.
type Template struct {
	Title   string
	Purpose string // when to choose it, in a few words
	Data    []byte // the talk's file
}

// Config is what the page needs of the window.
type Config struct {
	Templates []Template
	// Changed is called after every key, with the talk as it would be.
	Changed func(*markdown.Document)
	// Begin goes on to the draft with the talk as it is.
	Begin func()
	// Choose goes on to the draft with a talk made of a template.
	Choose func(*markdown.Document)
	// Help shows the keys.
	Help func()
	// Focus moves the keyboard to a field.
	Focus func(fyne.Focusable)
	// Pace is the speaker's own, in words a minute.
	Pace func() int
	// BeginKey is the key that begins, as it is written on this platform.
	BeginKey string
}

// Page is the beginning of a talk. It is for the UI goroutine.
type Page struct {
	cfg     Config
	setting bool

	text     *field
	audience *field
	message  *field
	slot     *field
	made     *widgets.Text    // what the text becomes
	bar      *widgets.PaceBar // and how it fills the slot
	words    *widgets.Text    // of the message
	time     *widgets.Text    // what the slot is read as
	slots    []*widgets.Chip
	begin    *widgets.Button
	row      *fyne.Container // the button's: it gives it the width of its words
	scroll   *container.Scroll
	content  fyne.CanvasObject
}

// textRows is how many lines of the text one sees: enough to know it again, and
// the questions stay in sight.
const textRows = 6

// messageMost is how many words a message has at the most.
const messageMost = 15

// New makes the page.
func New(cfg Config) *Page {
	p := &Page{cfg: cfg}
	p.text = p.field(lang.L("Paste or drop what you have: notes, an outline, an email, a whole script. Or write a few lines."), true)
	p.text.SetMinRowsVisible(textRows)
	p.audience = p.field(lang.L("people who make something for other people"), false)
	p.message = p.field(lang.L("one sentence that they can say again tomorrow"), false)
	p.slot = p.field(lang.L("20 min"), false)
	p.audience.next, p.message.next = p.message, p.slot
	p.slot.OnSubmitted = func(string) { cfg.Begin() }
	p.made = widgets.Caption("")
	p.made.Flow = widgets.FlowWrap
	p.bar = &widgets.PaceBar{Height: 6}
	p.words, p.time = answerNote(), answerNote()
	p.begin = &widgets.Button{Tone: theme.Give, Key: cfg.BeginKey, OnTapped: cfg.Begin}

	slots := container.NewHBox()
	for _, minutes := range []string{"5", "10", "20", "30", "45"} {
		chip := &widgets.Chip{Text: minutes}
		chip.OnTapped = func() {
			p.slot.SetText(lang.L("{{.Minutes}} min", map[string]any{"Minutes": minutes}))
		}
		p.slots = append(p.slots, chip)
		slots.Add(chip)
	}
	heading := &widgets.Text{Text: lang.L("What will you talk about?"), SizeName: theme.SizeNameFigure, Style: fyne.TextStyle{Bold: true}, Flow: widgets.FlowWrap}
	templates := container.New(&cards{least: 190})
	for _, t := range cfg.Templates {
		templates.Add(p.template(t))
	}
	p.row = container.New(&beginRow{}, p.begin, widgets.Caption(lang.L("Nothing here must be filled.")))
	column := widgets.Column(theme.SizeNameSpace4,
		widgets.Column(theme.SizeNameSpace1, heading,
			widgets.Soft(lang.L("Begin with what you have. Everything else can wait until it helps."))),
		widgets.Column(theme.SizeNameSpace2, p.text, container.New(&made{}, p.made, p.bar)),
		question(lang.L("Who is it for?"), nil, p.audience),
		question(lang.L("What will you open their eyes to?"), p.words, p.message),
		question(lang.L("How long is the slot?"), p.time, container.New(&beside{}, p.slot, slots)),
		p.row,
		widgets.Column(theme.SizeNameSpace2, widgets.Strong(lang.L("Or begin with a shape")), templates),
	)
	p.scroll = container.NewVScroll(container.New(&sheet{}, column))
	p.content = container.NewStack(p.scroll, &wheel{page: p.scroll})
	p.show(p.Document())
	return p
}

// question is a field with what it asks above it, and a note at the right.
func question(asks string, note *widgets.Text, field fyne.CanvasObject) fyne.CanvasObject {
	label := widgets.Strong(asks)
	if note == nil {
		return widgets.Column(theme.SizeNameSpace1, label, field)
	}
	return widgets.Column(theme.SizeNameSpace1, container.NewBorder(nil, nil, nil, note, label), field)
}

// answerNote is what stands at the right above a field.
func answerNote() *widgets.Text {
	return &widgets.Text{ColorName: theme.ColorNameSoftInk, SizeName: theme.SizeNameCaption, Flow: widgets.FlowLine}
}

// template is a card that begins a talk at once.
func (p *Page) template(t Template) fyne.CanvasObject {
	tk := markdown.Parse(t.Data).Talk()
	purpose := widgets.Caption(t.Purpose)
	purpose.Flow, purpose.Lines = widgets.FlowWrap, 3
	bar := &widgets.PaceBar{Height: 6}
	setBar(bar, tk, tk.Timing(p.cfg.Pace()))
	length := answerNote()
	length.Text = talk.FormatDuration(tk.Deal.Slot.Duration)
	title := container.NewBorder(nil, nil, nil, length, widgets.Strong(t.Title))
	card := &widgets.CardButton{Content: widgets.Column(theme.SizeNameSpace2, title, purpose, bar), Inset: 12}
	card.OnTapped = func() { p.cfg.Choose(p.begun(t.Data).Document()) }
	return card
}

// Content is what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Clear empties the page for another talk.
func (p *Page) Clear() {
	p.setting = true
	for _, f := range p.fields() {
		f.SetText("")
	}
	p.setting = false
	p.show(p.Document())
	p.scroll.ScrollToTop()
}

// Paste puts a text into the box, behind what stands there already.
func (p *Page) Paste(text string) {
	if before := p.text.Text; strings.TrimSpace(before) != "" {
		text = strings.TrimRight(before, "\n") + "\n\n" + text
	}
	p.text.SetText(text)
	p.FocusFirst()
}

// Empty reports whether nothing is written on the page.
func (p *Page) Empty() bool {
	for _, f := range p.fields() {
		if strings.TrimSpace(f.Text) != "" {
			return false
		}
	}
	return true
}

// FocusFirst puts the cursor where it is needed first: into the box, and when
// there is a text already into the first question without an answer.
func (p *Page) FocusFirst() {
	for _, f := range p.fields() {
		if strings.TrimSpace(f.Text) == "" {
			p.cfg.Focus(f)
			return
		}
	}
	p.cfg.Focus(p.slot)
}

// Undo and Redo are those of the field that has the cursor.
func (p *Page) Undo() { p.inField((*field).Undo) }

// Redo does again what Undo took back.
func (p *Page) Redo() { p.inField((*field).Redo) }

func (p *Page) inField(do func(*field)) {
	for _, f := range p.fields() {
		if f.focused {
			do(f)
		}
	}
}

// fields are the page's fields in the order of the keyboard.
func (p *Page) fields() []*field { return []*field{p.text, p.audience, p.message, p.slot} }

// Document makes the talk as it would be.
func (p *Page) Document() *markdown.Document { return p.begun(nil).Document() }

func (p *Page) begun(template []byte) markdown.Beginning {
	slot, _ := talk.ReadTime(p.slot.Text)
	return markdown.Beginning{Text: p.text.Text, Template: template, Audience: p.audience.Text, Message: p.message.Text, Slot: slot}
}

// changed follows a key.
func (p *Page) changed() {
	if p.setting {
		return
	}
	d := p.Document()
	p.show(d)
	p.cfg.Changed(d)
}

// show says what becomes of what is written.
func (p *Page) show(d *markdown.Document) {
	tk := d.Talk()
	timing := tk.Timing(p.cfg.Pace())
	p.made.SetText(becomes(tk, timing))
	setBar(p.bar, tk, timing)
	setVisible(p.bar, timing.Total > 0)

	note, color := "", theme.ColorNameSoftInk
	if n := talk.CountWords(p.message.Text); n > messageMost {
		note, color = lang.L("{{.Count}} words, 15 at most", map[string]any{"Count": n}), theme.ColorNameTakeInk
	} else if n > 0 {
		note = lang.N("{{.Count}} words", n, map[string]any{"Count": n})
	}
	setNote(p.words, note, color)

	slot, ok := talk.ReadTime(p.slot.Text)
	switch {
	case ok:
		setNote(p.time, talk.Clock(slot), theme.ColorNameSoftInk)
	case strings.TrimSpace(p.slot.Text) == "":
		setNote(p.time, "", theme.ColorNameSoftInk)
	default:
		setNote(p.time, lang.L("a time is 20, 20 min or 1 h"), theme.ColorNameTakeInk)
	}
	for _, chip := range p.slots {
		tone := theme.Neutral
		if minutes, _ := talk.ReadTime(chip.Text); ok && minutes == slot {
			tone = theme.Give
		}
		if chip.Tone != tone {
			chip.Tone = tone
			chip.Refresh()
		}
	}
	text := lang.L("Begin")
	if p.Empty() {
		text = lang.L("Begin with an empty page")
	}
	if p.begin.Text != text {
		p.begin.Text = text
		p.begin.Refresh()
		p.row.Refresh()
	}
}

// becomes says what a text is made into.
func becomes(tk *talk.Talk, timing talk.Timing) string {
	headed, items := false, 0
	for _, s := range tk.Sections {
		headed = headed || s.Level > 0
		items += len(s.Items())
	}
	if len(tk.Sections) == 0 {
		return lang.L("It becomes sections, and nothing of it is lost.")
	}
	var parts []string
	if headed { // the opening is one too: it has a part of the bar
		n := len(tk.Sections)
		parts = append(parts, lang.N("{{.Count}} sections", n, map[string]any{"Count": n}))
	} else {
		parts = append(parts, lang.N("{{.Count}} points", items, map[string]any{"Count": items}))
	}
	if words := tk.Words(); words > 0 {
		parts = append(parts, lang.N("{{.Count}} words to say", words, map[string]any{"Count": words}))
	}
	if about := timing.Total.Round(15 * time.Second); about > 0 {
		parts = append(parts, lang.L("about {{.Time}}", map[string]any{"Time": talk.Clock(about)}))
	}
	return strings.Join(parts, " · ")
}

// setBar draws the sections of a talk against its slot.
func setBar(bar *widgets.PaceBar, tk *talk.Talk, timing talk.Timing) {
	bar.Segments = bar.Segments[:0]
	for _, s := range timing.Sections {
		if s.Length > 0 {
			bar.Segments = append(bar.Segments, widgets.Segment{Seconds: int(s.Length.Round(time.Second) / time.Second), Tone: theme.Give, Shade: widgets.ShadeSoft})
		}
	}
	bar.Slot = int(tk.Deal.Slot.Duration / time.Second)
	bar.Refresh()
}

func setNote(t *widgets.Text, note string, color fyne.ThemeColorName) {
	if t.Text != note || t.ColorName != color {
		t.Text, t.ColorName = note, color
		t.Refresh()
	}
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

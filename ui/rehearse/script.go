package rehearse

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	fynetheme "fyne.io/fyne/v2/theme"

	"talkgiver/talk"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// passage is a piece of a slide as the speaker needs it: words to say, or what
// the audience sees meanwhile.
type passage struct {
	shown bool
	parts []part
	span  talk.Span // where it stands in the file
}

// part is words or a cue.
type part struct {
	text   string
	cue    bool
	pause  int  // the seconds of a cue to pause
	stress bool // emphasised in the file
}

// passagesOf returns what is said and shown on a slide, in its order. What is
// left out of the talk, or kept for questions, is not there.
func passagesOf(s *talk.Slide) []passage {
	var all []passage
	for _, item := range s.Items {
		if item.Tags.LeftOut("") || item.Tags.Has(talk.TagBackup) {
			continue
		}
		if item.Shown != nil {
			all = append(all, passage{shown: true, parts: partsOf(item.Shown)})
		}
		for _, said := range item.Said {
			all = append(all, passage{parts: partsOf(said), span: said.Common().Span})
		}
	}
	return all
}

// partsOf returns the words of a block, with its cues apart.
func partsOf(block talk.Block) []part {
	var parts []part
	switch b := block.(type) {
	case *talk.Paragraph:
		parts = inlineParts(nil, b.Inlines, false)
	case *talk.Heading:
		parts = inlineParts(nil, b.Inlines, false)
	case *talk.Quote:
		parts = blockParts(b.Blocks)
	case *talk.ListItem:
		parts = blockParts(b.Blocks)
	case *talk.List:
		for i, item := range b.Items {
			if i > 0 {
				parts = append(parts, part{text: "\n"})
			}
			parts = append(parts, partsOf(item)...)
		}
	case *talk.Table:
		parts = tableParts(b)
	default:
		parts = append(parts, part{text: talk.BlockText(block)})
	}
	return parts
}

func blockParts(blocks []talk.Block) []part {
	var parts []part
	for i, b := range blocks {
		if i > 0 {
			parts = append(parts, part{text: "\n"})
		}
		parts = append(parts, partsOf(b)...)
	}
	return parts
}

func tableParts(t *talk.Table) []part {
	lines := make([]string, 0, 1+len(t.Rows))
	for _, row := range append([][][]talk.Inline{t.Header}, t.Rows...) {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = talk.PlainText(cell)
		}
		lines = append(lines, strings.Join(cells, " | "))
	}
	return []part{{text: strings.Join(lines, "\n")}}
}

func inlineParts(parts []part, inlines []talk.Inline, stress bool) []part {
	words := func(text string) {
		if n := len(parts); n > 0 && !parts[n-1].cue && parts[n-1].stress == stress {
			parts[n-1].text += text
			return
		}
		parts = append(parts, part{text: text, stress: stress})
	}
	for _, in := range inlines {
		switch in := in.(type) {
		case *talk.Text:
			words(in.Text)
		case *talk.CodeSpan:
			words(in.Text)
		case *talk.Image:
			words(in.Alt)
		case *talk.Emphasis:
			parts = inlineParts(parts, in.Children, stress || in.Level > 0)
		case *talk.Anchor:
			parts = inlineParts(parts, in.Children, stress)
		case *talk.LineBreak:
			if in.Hard {
				words("\n")
			} else {
				words(" ")
			}
		case *talk.Cue:
			parts = append(parts, cueOf(in))
		}
	}
	return parts
}

// cueOf is a cue with the time that it takes.
func cueOf(c *talk.Cue) part {
	p := part{text: c.String(), cue: true}
	if !c.Click {
		if p.pause = c.Seconds; p.pause == 0 {
			p.pause = pauseSeconds
		}
	}
	return p
}

// plain returns the words of parts without cues, in one line.
func plain(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		if !p.cue {
			b.WriteString(p.text)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// script is the text of one slide, as large as the speaker likes, which scrolls
// when it is longer than the screen.
type script struct {
	look     *scaled
	column   *fyne.Container
	override *container.ThemeOverride
	scroll   *container.Scroll
	content  *fyne.Container
	said     []saidAt
	points   []*shownPoints // what the audience sees, which must not push the words out
	share    float32        // how much of the height they may take
}

// saidAt is a passage that is said, and where it is drawn.
type saidAt struct {
	object fyne.CanvasObject
	span   talk.Span
}

// scriptMargin keeps the words clear of the scroll bar.
const scriptMargin = 16

func newScript(scale float32) *script {
	s := &script{look: &scaled{scale: scale}, share: scriptShare, column: widgets.Column(theme.SizeNameSpace6)}
	s.override = container.NewThemeOverride(inseted(0, 0, scriptMargin, scriptMargin, s.column), s.look)
	s.scroll = container.NewVScroll(s.override)
	s.content = container.New(scriptLayout{s}, s.scroll)
	return s
}

// show sets the words of a slide. stay keeps the place that was scrolled to.
func (s *script) show(passages []passage, stay bool) {
	s.column.Objects, s.said, s.points = nil, nil, nil
	label := true // says once what the lines at the side are
	for i := 0; i < len(passages); i++ {
		if !passages[i].shown {
			words := said(passages[i])
			s.column.Add(words)
			s.said = append(s.said, saidAt{words, passages[i].span})
			continue
		}
		var lines []string
		for ; i < len(passages) && passages[i].shown; i++ {
			lines = append(lines, strings.Split(seen(passages[i]), "\n")...)
		}
		i--
		points := newShownPoints(lines, label)
		points.whole = i == len(passages)-1 && len(s.said) == 0 // there are no words that it could hide
		s.points = append(s.points, points)
		s.column.Add(points.content)
		label = false
	}
	if len(passages) == 0 {
		s.column.Add(&widgets.Text{
			Text: lang.L("Nothing is written for this slide."), ColorName: theme.ColorNameSoftInk, SizeName: theme.SizeNameLead, Flow: widgets.FlowWrap,
		})
	}
	s.override.Refresh()
	if !stay {
		s.scroll.Offset = fyne.Position{}
	}
	s.set(s.content.Size())
}

// scriptLeading makes lines of 48 from a script of 34: open enough to find the
// next one after looking up.
const scriptLeading = 1.04

// said is a paragraph of the script, its cues standing out.
func said(p passage) fyne.CanvasObject {
	t := &widgets.Text{SizeName: theme.SizeNameScript, Style: theme.SerifStyle(), Flow: widgets.FlowWrap, Leading: scriptLeading}
	for _, part := range p.parts {
		span := widgets.Span{Text: part.text, SizeName: theme.SizeNameScript, Style: theme.SerifStyle()}
		if part.stress { // the serif has one face, so that a colour must do
			span.ColorName = theme.ColorNameClarityInk
		}
		if part.cue {
			span = widgets.Span{Text: part.text, SizeName: theme.SizeNameFigure, ColorName: theme.ColorNameMessageInk, Style: fyne.TextStyle{Bold: true}}
		}
		t.Spans = append(t.Spans, span)
	}
	return t
}

// seenLines is the most lines of a slide's text, such as code or a table, that
// stand beside the script: the audience reads them, the speaker knows them.
const seenLines = 6

// seen returns the words of a shown passage.
func seen(p passage) string {
	var b strings.Builder
	for _, part := range p.parts {
		if !part.cue {
			b.WriteString(part.text)
		}
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) > seenLines {
		lines = append(lines[:seenLines], "…")
	}
	return strings.Join(lines, "\n")
}

// marked stands a line at the left of a text.
type marked struct{}

const (
	markWidth = 3
	markGap   = 13
)

func (marked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize().AddWidthHeight(markWidth+markGap, 0)
}

func (marked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	text := objects[1]
	if width := size.Width - markWidth - markGap; text.Size().Width != width {
		text.Resize(fyne.NewSize(width, text.MinSize().Height))
	}
	place(text, markWidth+markGap, 0, size.Width-markWidth-markGap, text.MinSize().Height)
	place(objects[0], 0, 1, markWidth, text.MinSize().Height-2)
}

// room is how far the script can be scrolled: nowhere when all of it is to be
// seen anyway.
func (s *script) room() float32 { return max(0, s.override.Size().Height-s.scroll.Size().Height) }

// move scrolls by a share of the screen, and reports false when there is nothing
// to scroll.
func (s *script) move(share float32) bool { return s.moveBy(share * s.scroll.Size().Height) }

// moveBy scrolls by a length.
func (s *script) moveBy(length float32) bool {
	room := s.room()
	if room == 0 {
		return false
	}
	s.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(s.scroll.Offset.Y+length, room))))
	return true
}

// reading returns the place of the passage that is read: the first one of which
// something is in sight, and of those the first that begins there.
func (s *script) reading() (talk.Span, bool) {
	top := s.scroll.Offset.Y
	for _, at := range s.said {
		if at.object.Position().Y >= top-1 {
			return at.span, true
		}
	}
	if n := len(s.said); n > 0 { // the last one is longer than the screen
		return s.said[n-1].span, true
	}
	return talk.Span{}, false
}

// setScale makes the words larger or smaller: as the speaker likes it, times what
// the screen allows.
func (s *script) setScale(scale, grown float32) {
	s.look.scale, s.look.grown = scale, grown
	s.override.Refresh()
	s.set(s.content.Size())
}

// set gives the words their width before the scroller asks for their height.
func (s *script) set(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	for _, points := range s.points {
		points.all()
	}
	s.override.Resize(fyne.NewSize(size.Width, s.override.MinSize().Height))
	if s.override.MinSize().Height > size.Height { // not all of it can be seen at once
		for _, points := range s.points {
			points.fit(size.Width-scriptMargin-markWidth-markGap, size.Height*s.share)
		}
		s.override.Resize(fyne.NewSize(size.Width, s.override.MinSize().Height))
	}
	s.override.Resize(fyne.NewSize(size.Width, max(size.Height, s.override.MinSize().Height)))
	place(s.scroll, 0, 0, size.Width, size.Height)
	s.scroll.Refresh()
}

type scriptLayout struct{ script *script }

func (l scriptLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 60) }

func (l scriptLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.script.set(size) }

// scaled is the theme of the window with another size of script.
type scaled struct {
	scale float32 // as the speaker likes it
	grown float32 // as the screen allows it; 0 is 1
	text  bool    // the text of fields, too
}

// factor is how many times as large as designed the script is.
func (s *scaled) factor() float32 {
	if s.grown == 0 {
		return s.scale
	}
	return s.scale * s.grown
}

var _ fyne.Theme = (*scaled)(nil)

func (s *scaled) base() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

// Size enlarges what stands in the script.
func (s *scaled) Size(name fyne.ThemeSizeName) float32 {
	v := s.base().Size(name)
	switch name {
	case theme.SizeNameScript, theme.SizeNameFigure, theme.SizeNameLead:
		v *= s.factor()
	case fynetheme.SizeNameText:
		if s.text {
			v *= s.factor()
		}
	}
	return v
}

// Color implements fyne.Theme.
func (s *scaled) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	return s.base().Color(name, variant)
}

// Font implements fyne.Theme.
func (s *scaled) Font(style fyne.TextStyle) fyne.Resource { return s.base().Font(style) }

// Icon implements fyne.Theme.
func (s *scaled) Icon(name fyne.ThemeIconName) fyne.Resource { return s.base().Icon(name) }

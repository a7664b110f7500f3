package rehearse

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
)

// stage is the screen of a run: nothing but the text, two clocks, how far it is
// from the plan, and what comes next.
type stage struct {
	place   *Place
	content *fyne.Container

	section, talk *widgets.ClockText
	sign          *widgets.DriftSign
	note          *widgets.Text
	skip          *widgets.KeyHint
	noteLine      *fyne.Container
	bar           *widgets.PaceBar
	body          *fyne.Container
	of, title     *widgets.Text // the section of a slide that has a title of its own, and that
	script        *script
	next, earlier *widgets.Text
	nextLength    *widgets.Text
	head, foot    *fyne.Container
	hints         *fyne.Container
	frame         *container.ThemeOverride // all of it, as large as the screen allows
	look          *enlarged
	ground, edge  *paint
	blank         *fyne.Container
	ask           *endPanel
	keys          *fyne.Container
	have          *havePanel
	edit          *editPanel
	count         *countPanel

	starts    []time.Duration // where in the plan each slide begins
	shown     figures         // what is drawn
	drawn     bool            // shown is
	stale     bool            // the plan has changed since
	driftText string          // how far the run is from its plan, in words
	advice    engine.Advice   // what to leave out to be on time
	squeeze   engine.Squeeze  // and what has no room though the run is on time

	scroller    scroller
	warnedUntil time.Duration // the words of a warning are shown until then on the clock,
	litUntil    time.Duration // and the ground is lit
	// slideSince is when this slide came up, on the clock that never jumps.
	slideSince time.Duration
	said       string // a word about the last key, until sayUntil on the clock
	saidUntil  time.Duration
}

const (
	stageSide   = 40  // room at both sides of the stage
	stageColumn = 960 // the width of the script: some 55 letters a line
	stageEdge   = 10  // of the edge around a stage where the clock waits
	saidFor     = 2500 * time.Millisecond
)

func newStage(p *Place) *stage {
	s := &stage{
		place:   p,
		section: &widgets.ClockText{Label: lang.L("section"), Widest: "00:00"},
		talk:    &widgets.ClockText{Label: lang.L("talk"), Widest: "00:00", Align: fyne.TextAlignTrailing},
		sign:    &widgets.DriftSign{SizeName: theme.SizeNameScript},
		look:    &enlarged{by: 1},
		note:    &widgets.Text{ColorName: theme.ColorNameSoftInk, SizeName: theme.SizeNameTitle, Align: fyne.TextAlignCenter, Flow: widgets.FlowEllipsis},
		bar:     &widgets.PaceBar{Live: true, Height: 14},
		of:      &widgets.Text{ColorName: theme.ColorNameSoftInk, Flow: widgets.FlowEllipsis},
		title:   &widgets.Text{SizeName: theme.SizeNameLead, Style: fyne.TextStyle{Bold: true}, Flow: widgets.FlowWrap, Lines: 2},
		script:  newScript(p.config.ScriptScale),
		next:    &widgets.Text{Flow: widgets.FlowEllipsis},
		earlier: &widgets.Text{ColorName: theme.ColorNameSoftInk, Flow: widgets.FlowLine},
	}
	s.skip = &widgets.KeyHint{Key: "S", OnTapped: p.skip}
	s.noteLine = container.New(besides{s.note}, s.note, s.skip)
	middle := widgets.Column(theme.SizeNameSpace1, s.sign, s.noteLine)
	s.head = container.New(ends{}, s.section, middle, s.talk)
	s.nextLength = &widgets.Text{ColorName: theme.ColorNameSoftInk, Flow: widgets.FlowLine}
	s.foot = container.New(footLine{s.next}, s.next, s.nextLength, s.earlier)
	top := widgets.Column(theme.SizeNameSpace4, s.head, s.bar)
	foot := container.New(column{s.script.look}, widgets.Column(theme.SizeNameSpace3, rule(), s.foot))
	s.body = container.New(headed(16), widgets.Column(theme.SizeNameSpace1, s.of, s.title), s.script.content)
	s.hints = hints(p)
	s.frame = container.NewThemeOverride(container.NewBorder(
		inseted(0, 0, 0, 24, top),
		inseted(0, 8, 0, 0, widgets.Column(theme.SizeNameSpace6, foot, s.hints)),
		nil, nil, container.New(column{s.script.look}, s.body)), s.look)
	s.blank = blankPanel()
	s.ask = newEndPanel(p)
	s.keys = keysPanel(p)
	s.ground = newPaint(theme.ColorNameBackground)
	s.ground.Hide()
	s.edge = newPaint(theme.ColorNameClarity)
	s.edge.edge = stageEdge
	s.edge.Hide()
	s.have, s.edit, s.count = newHavePanel(p), newEditPanel(p), newCountPanel()
	s.content = container.NewStack(s.ground, s.edge, inseted(stageSide, 24, stageSide, 20, container.New(growing{s}, s.frame)),
		s.ask.content, s.keys, s.have.content, s.edit.content, s.count.content, s.blank)
	s.cover(overlayNone)
	return s
}

// hints are the keys at the bottom.
func hints(p *Place) *fyne.Container {
	hint := func(key, text string, run func(*Place)) fyne.CanvasObject {
		return &widgets.KeyHint{Key: key, Text: text, OnTapped: func() { run(p) }}
	}
	left := container.New(row(gapBetween),
		hint("→", lang.L("next"), (*Place).next),
		hint("←", lang.L("back"), (*Place).back),
		hint("P", lang.L("pause"), (*Place).pause),
		hint("Q", lang.L("question"), (*Place).question),
		hint("M", lang.L("stumbled"), (*Place).stumbled),
		hint("L", lang.L("landed"), (*Place).landed),
		hint("T", lang.L("time"), (*Place).have),
		hint("B", lang.L("blank"), (*Place).blank),
		container.New(row(gapBetween), hint("+", "", (*Place).larger), hint("−", lang.L("size"), (*Place).smaller)), // both or none
	)
	right := container.New(row(gapBetween),
		hint("?", lang.L("all keys"), (*Place).listKeys),
		hint("Esc", lang.L("pause"), (*Place).escape),
	)
	return container.New(hintLine{}, left, right)
}

// cover lays one of the overlays over the stage, or none.
func (s *stage) cover(o overlay) {
	for kind, panel := range map[overlay]fyne.CanvasObject{
		overlayBlank: s.blank, overlayKeys: s.keys, overlayEnd: s.ask.content,
		overlayHave: s.have.content, overlayEdit: s.edit.content, overlayCount: s.count.content,
	} {
		if kind == o {
			panel.Show()
		} else {
			panel.Hide()
		}
	}
	if o == overlayKeys {
		s.keys.Refresh() // the text may have another size by now
	}
	// Fyne draws by itself when something is hidden, but not when it is shown. To
	// refresh all of it would make every letter anew, so one line stands for it.
	canvas.Refresh(s.note)
}

// begin is for a new run.
func (s *stage) begin() {
	plan := &s.place.plan
	sum := s.setStarts()
	widest := "00:00"
	if max(plan.Slot, sum) >= time.Hour {
		widest = "0:00:00"
	}
	s.section.Widest, s.talk.Widest = widest, widest
	s.head.Refresh()
	if sum > 0 {
		s.bar.Show()
	} else {
		s.bar.Hide() // nothing is planned that could be done of it
	}
	s.scroller = scroller{}
	s.scroller.begin(s.place)
	s.drawn, s.stale, s.said = false, false, ""
	s.warnedUntil, s.litUntil = 0, 0
	s.ask.begin(s.place, s.place.run.start.Kind == talk.RunGiven)
	s.cover(overlayNone)
}

// setStarts computes where in the plan each slide begins, and returns where it
// ends.
func (s *stage) setStarts() time.Duration {
	slides := s.place.plan.Slides
	s.starts = make([]time.Duration, len(slides))
	var sum time.Duration
	for i, slide := range slides {
		s.starts[i] = sum
		sum += slide.Planned
	}
	return sum
}

// replanned is for a plan that has changed in the middle of the run.
func (s *stage) replanned() {
	s.setStarts()
	s.stale = true
}

// say shows a word about what a key did, for a moment.
func (s *stage) say(text string) {
	s.said = text
	s.saidUntil, _ = s.place.config.Now()
	s.saidUntil += saidFor
	s.showNote()
}

// refresh draws what has changed since the last time, and returns how long it
// takes until something else does.
func (s *stage) refresh(r *engine.Reading) (wait time.Duration) {
	habits := &s.place.habits
	f := figuresOf(r, s.starts[r.Slide], habits.Alarms)
	now, wall := s.place.config.Now()
	if now >= s.saidUntil {
		s.said = ""
	}
	if s.place.digits != "" && now >= s.place.digitsUntil {
		s.place.digits = ""
	}
	f.said, f.digits = s.said, s.place.digits
	was := s.shown
	if s.drawn && f.alarm != was.alarm && f.alarm.Level > engine.Calm {
		s.warn(f.alarm)
	}
	f.warned, f.lit = now < s.warnedUntil, now < s.litUntil
	wait = untilChange(r, habits.Alarms, s.place.run.start.Kind == talk.RunGiven)
	for _, end := range []time.Duration{s.saidUntil, s.warnedUntil, s.litUntil, s.place.digitsUntil} {
		if end > now {
			wait = min(wait, end-now)
		}
	}
	if habits.Scroll {
		ends := wall.Add(lead + s.scroller.left(s.place, r)) // r is that much ahead
		f.ends = ends.Unix() / 60
		wait = min(wait, time.Minute-time.Duration(ends.UnixNano())%time.Minute)
	}
	if s.stale || !s.drawn || f != was {
		s.draw(r, f, now)
	}
	if habits.Scroll {
		s.scroller.move(s.script, r)
		if r.State == engine.Running && s.script.room() > 0 {
			wait = min(wait, scrollBeat)
		}
	}
	return wait
}

// draw shows what has changed.
func (s *stage) draw(r *engine.Reading, f figures, now time.Duration) {
	was, first, all := s.shown, !s.drawn, !s.drawn || s.stale
	s.shown, s.drawn, s.stale = f, true, false
	switch {
	case first || f.slide != was.slide:
		s.slideSince = now
		s.showSlide(false)
	case all:
		s.showFoot()
	}
	if all || f.section != was.section || f.spoken != was.spoken || f.slide != was.slide {
		s.showSection(r)
	}
	if all || f.talk != was.talk || f.total != was.total || f.alarm != was.alarm || f.end != was.end || f.spokeBy != was.spokeBy {
		s.showTalk(r)
	}
	if all || f.drift != was.drift || f.by != was.by {
		s.driftText = s.place.config.Drift(signed(f.drift, f.by))
	}
	if all || f.drift != was.drift || f.by != was.by || f.slide != was.slide || f.state != was.state {
		s.advice, s.squeeze = s.place.advise(), s.place.squeezed()
	}
	s.showSign()
	s.showNote()
	if all || f.lit != was.lit || f.alarm != was.alarm || f.state != was.state {
		s.showGround()
	}
	if all || f.now != was.now || f.total != was.total || f.slide != was.slide || f.state != was.state {
		s.showBar(r)
	}
}

// setClock sets the parts of a clock and draws it when one is new.
func setClock(c *widgets.ClockText, figure, note string, tone theme.Tone) {
	if c.Time == figure && c.Note == note && c.Tone == tone {
		return
	}
	c.Time, c.Note, c.Tone = figure, note, tone
	c.Refresh()
}

func (s *stage) showSection(r *engine.Reading) {
	switch f := s.shown.section; {
	case r.OnSectionPlanned == 0:
		setClock(s.section, clockOf(s.shown.spoken), lang.L("so far"), theme.Neutral)
	case f.over:
		setClock(s.section, "+"+clockOf(f.seconds), over(r.OnSectionPlanned), theme.Message)
	default:
		setClock(s.section, clockOf(f.seconds), left(r.OnSectionPlanned), theme.Neutral)
	}
}

func (s *stage) showTalk(r *engine.Reading) {
	f := s.shown
	tone := levelTone(f.alarm.Level)
	figure := clockOf(f.talk.seconds)
	if f.talk.over {
		figure = "+" + figure
	}
	ends := func(end time.Time) map[string]any { return map[string]any{"Time": end.Format("15:04")} }
	switch {
	case r.End.IsZero() && r.Planned == 0:
		setClock(s.talk, clockOf(f.total), lang.L("so far"), theme.Neutral)
	case r.End.IsZero() && f.talk.over:
		setClock(s.talk, figure, over(r.Planned), tone)
	case r.End.IsZero():
		setClock(s.talk, figure, left(r.Planned), tone)
	case f.talk.over:
		setClock(s.talk, figure, lang.L("over · slot ends {{.Time}}", ends(r.End)), tone)
	default:
		setClock(s.talk, figure, lang.L("left · ends {{.Time}}", ends(r.SpokenEnd())), tone)
	}
}

// showBar draws the sections with what is done of them.
func (s *stage) showBar(r *engine.Reading) {
	s.bar.Segments = barSegments(s.bar.Segments[:0], s.place, s.shown.now, r.Section)
	s.bar.Slot = int((s.place.plan.Slot - s.place.plan.Questions) / time.Second)
	s.bar.Limit = s.bar.Slot
	s.bar.Now, s.bar.Plan = s.shown.now, s.shown.total
	s.bar.Refresh()
}

// showSlide sets all that stays as it is while a slide is spoken. stay keeps
// the place in the script.
func (s *stage) showSlide(stay bool) {
	p := s.place
	at := s.shown.slide
	where := p.slides[at]
	section := p.talk.Sections[where.Section]
	slide := section.Slides[where.Slide]
	s.showTitle(section, slide)
	passages := passagesOf(slide)
	s.script.share = scriptShare
	if p.habits.Cards {
		s.script.share = cardShare
		for i := range passages {
			passages[i] = cardOf(passages[i])
		}
	}
	s.script.show(passages, stay)
	// The title may need more lines than the one before.
	s.body.Layout.Layout(s.body.Objects, s.body.Size())
	s.showFoot()
}

// showTitle names the slide, or its section where the slide has no other title.
func (s *stage) showTitle(section *talk.Section, slide *talk.Slide) {
	of, title := "", section.Title
	if slide.Title != "" && slide.Title != section.Title {
		of, title = section.Title, slide.Title
	}
	s.of.SetText(of)
	s.title.Text, s.title.ColorName = title, sectionTone(section).Ink()
	s.title.Refresh()
	for _, t := range []*widgets.Text{s.of, s.title} {
		if t.Text == "" {
			t.Hide()
		} else {
			t.Show()
		}
	}
}

// showFoot says what comes next, and what earlier runs took here.
func (s *stage) showFoot() {
	p, at := s.place, s.shown.slide
	words, length := p.nextSpans(at)
	s.next.SetSpans(words...)
	s.nextLength.SetText(length)
	where := lang.L("slide {{.Slide}} of {{.Slides}}", map[string]any{"Slide": p.counted.number(at), "Slides": p.counted.of})
	s.earlier.SetText(where + " · " + p.earlierHere(p.plan.Slides[at].Section))
	s.foot.Refresh()
}

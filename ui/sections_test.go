package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

const threeSections = "## One (1m)\n\n- first #story\n\nsaid\n\n## Two\n\n- second\n\n## Three\n\n- third\n"

// in puts the cursor into the text of a section.
func (d *desk) in(section int) *desk {
	d.draft.GoTo(d.session.Talk().Sections[section-1].Body, 0)
	return d
}

// Each command for a section does what it says, and is taken back in one step.
func TestSectionCommands(t *testing.T) {
	tests := map[string]struct {
		section int
		want    string // of the file, from the section on
	}{
		"Split at the cursor": {1, "## One (1m)\n\n## \n\n- first #story\n"},
		"Join with the next":  {2, "## Two\n\n- second\n\n### Three\n\n- third\n"},
		"Duplicate section":   {3, "## Three\n\n- third\n\n## Three\n\n- third\n"},
		"Delete section":      {1, "## Two\n\n- second\n\n## Three\n"},
		"Move section up":     {3, "## Three\n\n- third\n\n## Two\n"},
		"Move section down":   {2, "## Three\n\n- third\n\n## Two\n"},
		"Core: never cut":     {2, "## Two #core\n"},
		"Extra: cut first":    {2, "## Two #extra\n"},
		"Leave out":           {2, "## Two #skip\n"},
		"Keep for questions":  {2, "## Two #backup\n"},
		"Add a section":       {3, "## Three\n\n- third\n\n## \n"},
		"Bold":                {2, "## Two\n\n- **second**\n"},
		"Italic":              {2, "## Two\n\n- *second*\n"},
	}
	for title, test := range tests {
		t.Run(title, func(t *testing.T) {
			d := newDesk(t, talkFile(t, threeSections))
			d.in(test.section)
			if title == "Bold" || title == "Italic" {
				d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
			}
			d.command(title)
			d.settle()
			if got := string(d.session.Document().Bytes()); !strings.Contains(got, test.want) {
				t.Fatalf("the file is\n%s\nwant in it\n%s", got, test.want)
			}
			d.command("Undo")
			if got := string(d.session.Document().Bytes()); got != threeSections {
				t.Errorf("taken back, the file is\n%s", got)
			}
		})
	}
}

// The draft's views open and close by commands, with their marks, and Escape
// closes them wherever the cursor is.
func TestDraftViews(t *testing.T) {
	d := newDesk(t, talkFile(t, threeSections))
	d.in(2)
	for _, view := range []struct {
		title string
		shown func() bool
	}{{"Outline", d.draft.OutlineShown}, {"This section alone", d.draft.Alone}} {
		d.command(view.title)
		if !view.shown() || !d.item(view.title).Checked {
			t.Errorf("%q is not shown, or not marked", view.title)
		}
		d.command(view.title)
		if view.shown() || d.item(view.title).Checked {
			t.Errorf("%q stays, or stays marked", view.title)
		}
		d.command(view.title)
		d.win.Canvas().Unfocus()
		d.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if view.shown() || d.item(view.title).Checked {
			t.Errorf("Escape leaves %q, or its mark", view.title)
		}
	}
	talks := d.talks.Content().Visible()
	d.command("This section alone")
	if d.talks.Content().Visible() {
		t.Error("the list of talks stands beside a section that is alone")
	}
	d.command("Next section")
	d.command("Previous section")
	d.command("This section alone")
	if d.talks.Content().Visible() != talks {
		t.Error("the list of talks does not come back")
	}
	d.command("Fold all sections")
	d.command("Unfold all sections")
	d.command("Fold section")
	if d.session.Dirty() {
		t.Error("looking at a talk changes it")
	}
}

// A word is one step; what is wrapped at once behind it is another.
func TestBreakBetweenSteps(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\ntext\n"))
	d.write("so")
	d.clock = d.clock.Add(100 * time.Millisecond)
	d.command("Bold")
	d.clock = d.clock.Add(100 * time.Millisecond)
	body := func() string { return d.session.Document().BodyText(d.session.Talk().Sections[0]) }
	if body() != "**sotext**" {
		t.Fatalf("the text is %q", body())
	}
	for _, want := range []string{"sotext", "text"} {
		d.command("Undo")
		if body() != want {
			t.Errorf("taken back, the text is %q, want %q", body(), want)
		}
	}
}

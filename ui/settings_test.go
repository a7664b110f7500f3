package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkgiver/ui/theme"
	"talkgiver/ui/uitest"
	"talkgiver/ui/widgets"
)

// settingsDesk is a window that shows its settings.
func settingsDesk(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t, talkFile(t, "---\nslot: 5m\n---\n\n## One\n\n- a point\n\ntext of several words\n"))
	d.command("Settings…")
	if d.question() != "Settings" {
		t.Fatalf("the question is %q", d.question())
	}
	return d
}

// chooser finds the one with an item of that name.
func (d *desk) chooser(item string) *widgets.Places {
	for _, o := range d.overlay() {
		if p, ok := o.(*widgets.Places); ok {
			for _, i := range p.Items {
				if i == item {
					return p
				}
			}
		}
	}
	d.t.Fatalf("nothing can be chosen as %q", item)
	return nil
}

// sliders and checks are those of the settings, from top to bottom.
func (d *desk) sliders() (all []*askSlider) {
	for _, o := range d.overlay() {
		if s, ok := o.(*askSlider); ok {
			all = append(all, s)
		}
	}
	return all
}

func (d *desk) check(text string) *askCheck {
	for _, o := range d.overlay() {
		if c, ok := o.(*askCheck); ok && c.Text == text {
			return c
		}
	}
	d.t.Fatalf("no %q among the settings", text)
	return nil
}

func TestSettings_Choices(t *testing.T) {
	d := settingsDesk(t)
	d.chooser("Dark").Select(1)
	if d.theme.Mode != theme.Dark || d.prefs.Appearance() != theme.Dark {
		t.Error("dark is not chosen at once")
	}
	language := d.chooser("Deutsch")
	if language.Items[language.Selected] != "As the desktop" {
		t.Errorf("the language is %q", language.Items[language.Selected])
	}
	for i, item := range language.Items {
		if item == "Deutsch" {
			language.Select(i)
		}
	}
	if d.prefs.Language() != "de" || !has(d.words(), "From the next start on.") {
		t.Errorf("the language is %q", d.prefs.Language())
	}
	autosave := d.prefs.Autosave()
	test.Tap(d.check("Save by itself"))
	if d.prefs.Autosave() == autosave {
		t.Errorf("autosave is still %v", autosave)
	}
	test.Tap(d.check("Show figures beside the advice"))
	if d.prefs.Numbers() || d.item("Figures of the score").Checked {
		t.Error("the figures are not switched off")
	}
}

func TestSettings_Numbers(t *testing.T) {
	d := settingsDesk(t)
	all := d.sliders()
	if len(all) != 3 {
		t.Fatalf("%d sliders", len(all))
	}
	text, pace, live := all[0], all[1], all[2]
	before := d.theme.Size(theme.SizeNameBody)
	press(text, fyne.KeyEnd)
	if d.prefs.TextSize() != maxTextSize || d.theme.Size(theme.SizeNameBody) != before*maxTextSize || !has(d.words(), "160 %") {
		t.Errorf("the text is %v, %v high", d.prefs.TextSize(), d.theme.Size(theme.SizeNameBody))
	}
	press(pace, fyne.KeyRight)
	if d.prefs.Pace() != 135 || !has(d.words(), "135 words a minute") {
		t.Errorf("the pace is %d: %q", d.prefs.Pace(), d.words())
	}
	press(live, fyne.KeyHome)
	press(live, fyne.KeyRight)
	if got := d.prefs.LiveFactor(); got < 1.049 || got > 1.051 || !has(d.words(), "5 % longer") {
		t.Errorf("the live factor is %v: %q", got, d.words())
	}
	d.settle()
	press(live, fyne.KeyEscape)
	if d.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not leave the settings from a slider")
	}
}

// The pace changes what the talk is estimated at.
func TestSettings_PaceReachesTheDraft(t *testing.T) {
	d := newDesk(t, talkFile(t, "## One\n\n- a point\n\n"+words(260)+"\n"))
	chips := func() []string {
		var texts []string
		for _, o := range uitest.Visible(d.draft.Content()) {
			if c, ok := o.(*widgets.Chip); ok {
				texts = append(texts, c.Text)
			}
		}
		return texts
	}
	d.setPace(130)
	if !has(chips(), "est. 2:00") {
		t.Errorf("at 130 words a minute: %q", chips())
	}
	d.setPace(260)
	if !has(chips(), "est. 1:00") {
		t.Errorf("at 260 words a minute: %q", chips())
	}
}

func words(n int) string {
	text := ""
	for range n {
		text += "word "
	}
	return text
}

func TestFolder(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	p := newPrefs(t)
	folder := func() string {
		t.Helper()
		path, err := Folder(p.store)
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	usual := filepath.Join(home, "Documents", "Talks")
	if got := folder(); got != usual {
		t.Errorf("%s, want %s", got, usual)
	}
	chosen := filepath.Join(home, "Chosen")
	p.SetFolder(chosen)
	if got := folder(); got != usual { // unplugged
		t.Errorf("%s, want %s", got, usual)
	}
	if err := os.Mkdir(chosen, 0o755); err != nil {
		t.Fatal(err)
	}
	if got := folder(); got != chosen {
		t.Errorf("%s, want %s", got, chosen)
	}
}

// A folder that was chosen and is gone is missed aloud.
func TestFolder_Missing(t *testing.T) {
	a := test.NewTempApp(t)
	Prefs{a.Preferences()}.SetFolder("/nowhere/Talks")
	d := startDesk(t, a, t.TempDir(), talkFile(t, "## One\n"))
	if d.frame.told != "Your folder /nowhere/Talks is not there." {
		t.Errorf("the bar says %q", d.frame.told)
	}
}

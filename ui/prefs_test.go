package ui

import (
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"talkgiver/talk"
	engine "talkgiver/talk/rehearse"
	"talkgiver/ui/rehearse"
	"talkgiver/ui/theme"
)

func newPrefs(t *testing.T) Prefs { return Prefs{test.NewTempApp(t).Preferences()} }

// What is chosen is there the next time.
func TestPrefs_ReadBack(t *testing.T) {
	p := newPrefs(t)
	check := func(name string, ok bool) {
		t.Helper()
		if !ok {
			t.Errorf("%s is not read back", name)
		}
	}
	for _, m := range []theme.Mode{theme.Light, theme.Dark, theme.System} {
		p.SetAppearance(m)
		check("the appearance", p.Appearance() == m)
	}
	p.SetPace(145)
	check("the pace", p.Pace() == 145)
	p.SetLiveFactor(1.35)
	check("the live factor", p.LiveFactor() == 1.35)
	p.SetScriptSize(1.5)
	check("the size of the script", p.ScriptSize() == 1.5)
	p.SetTextSize(0.9)
	check("the size of the text", p.TextSize() == 0.9)
	for _, code := range append(languages(), "") {
		p.SetLanguage(code)
		check("the language", p.Language() == code)
	}
	habits := rehearse.Habits{ByHand: true, CountIn: 3 * time.Second, Cards: true, Scroll: true,
		Alarms: engine.Alarms{{Percent: 50, Level: engine.Near, Flash: true}, {Left: -time.Minute, Level: engine.Urgent}}}
	p.SetHabits(habits)
	check("how one rehearses", reflect.DeepEqual(p.Habits(), habits))
	habits.Alarms = engine.Alarms{}
	p.SetHabits(habits)
	check("that there are no warnings", reflect.DeepEqual(p.Habits(), habits))
	p.SetFolder("/somewhere/Talks")
	check("the folder", p.Folder() == "/somewhere/Talks")
	p.SetAutosave(false)
	check("autosave", !p.Autosave())
	p.SetNumbers(false)
	check("the figures", !p.Numbers())
	p.SetShowTalks(false)
	check("the list of talks", !p.ShowTalks())
	p.SetStarted()
	check("the first start", p.Started())
	p.AddRecent("/a.md")
	p.AddRecent("/b.md")
	check("the files", slices.Equal(p.Recent(), []string{"/b.md", "/a.md"}))
	p.RemoveRecent("/b.md")
	check("the files", slices.Equal(p.Recent(), []string{"/a.md"}))
}

// defaults are what a person has who never chose anything.
func (p Prefs) isAsDelivered() bool {
	return p.Appearance() == theme.System && p.Pace() == talk.DefaultPace && p.LiveFactor() == defaultLiveFactor &&
		p.ScriptSize() == defaultScriptSize && p.TextSize() == defaultTextSize && p.Language() == "" && p.Folder() == "" &&
		reflect.DeepEqual(p.Habits(), rehearse.Habits{Alarms: engine.DefaultAlarms()}) && p.Autosave() && p.Numbers() && p.ShowTalks() && !p.Started() && len(p.Recent()) == 0 && len(p.Chosen()) == 0
}

func TestPrefs_AsDelivered(t *testing.T) {
	if p := newPrefs(t); !p.isAsDelivered() {
		t.Errorf("%+v", p)
	}
}

var prefKeys = []string{
	keyAppearance, keyPace, keyRecent, keyStarted, keyScriptSize, keyShowTalks, keyNumbers, keyAutosave, keyTextSize, keyLanguage,
	keyFolder, keyLiveFactor, keyChosen, keyByHand, keyCountIn, keyCards, keyScroll, keyAlarms,
}

// The file of the preferences can be edited by anybody. What is of another type
// there is as if it were not.
func TestPrefs_ForeignTypes(t *testing.T) {
	for name, put := range map[string]func(Prefs, string){
		"a list of numbers": func(p Prefs, key string) { p.store.SetFloatList(key, []float64{1, 2}) },
		"a list of bools":   func(p Prefs, key string) { p.store.SetBoolList(key, []bool{true}) },
	} {
		p := newPrefs(t)
		for _, key := range prefKeys {
			put(p, key)
		}
		if !p.isAsDelivered() {
			t.Errorf("%s: %v %v %v %v %v %q %q %v %v %v %v %v %v", name, p.Appearance(), p.Pace(), p.LiveFactor(), p.ScriptSize(), p.TextSize(),
				p.Language(), p.Folder(), p.Autosave(), p.Numbers(), p.ShowTalks(), p.Started(), p.Recent(), p.Chosen())
		}
		// And it can be chosen again.
		p.SetPace(100)
		p.SetAutosave(false)
		p.AddChosen("Save")
		if p.Pace() != 100 || p.Autosave() || !slices.Equal(p.Chosen(), []string{"Save"}) {
			t.Errorf("%s: cannot be chosen again", name)
		}
	}
	p := newPrefs(t)
	for _, key := range []string{keyPace, keyLiveFactor, keyTextSize, keyScriptSize, keyAutosave, keyNumbers, keyShowTalks, keyStarted, keyByHand, keyCountIn, keyCards, keyScroll, keyAlarms} {
		p.store.SetString(key, "nonsense")
	}
	for _, key := range []string{keyLanguage, keyAppearance} {
		p.store.SetString(key, "nonsense")
	}
	if !p.isAsDelivered() {
		t.Error("words in place of numbers do harm")
	}
}

func TestPrefs_Bounds(t *testing.T) {
	inf := math.Inf(1)
	p := newPrefs(t)
	for _, c := range []struct{ set, pace int }{{0, minPace}, {-5, minPace}, {59, minPace}, {60, 60}, {260, 260}, {261, maxPace}, {1 << 40, maxPace}} {
		p.SetPace(c.set)
		if p.Pace() != c.pace {
			t.Errorf("a pace of %d is %d", c.set, p.Pace())
		}
		p.store.SetInt(keyPace, c.set) // by hand
		if p.Pace() != c.pace {
			t.Errorf("a pace of %d in the file is %d", c.set, p.Pace())
		}
	}
	for _, n := range []struct {
		key                    string
		least, most, otherwise float64
		set                    func(float64)
		get                    func() float64
	}{
		{keyLiveFactor, 1, 1.6, 1.2, p.SetLiveFactor, p.LiveFactor},
		{keyTextSize, 0.8, 1.6, 1, func(v float64) { p.SetTextSize(float32(v)) }, func() float64 { return float64(p.TextSize()) }},
		{keyScriptSize, 0.5, 3, 1, func(v float64) { p.SetScriptSize(float32(v)) }, func() float64 { return float64(p.ScriptSize()) }},
	} {
		for _, c := range []struct{ set, want float64 }{
			{n.least, n.least}, {n.most, n.most}, {n.least - 0.01, n.least}, {n.most + 0.01, n.most}, {-inf, n.least}, {inf, n.most}, {math.NaN(), n.otherwise},
		} {
			n.set(c.set)
			if math.Abs(n.get()-c.want) > 1e-6 {
				t.Errorf("%s: %v is %v", n.key, c.set, n.get())
			}
			p.store.SetFloat(n.key, c.set) // by hand
			if math.Abs(n.get()-c.want) > 1e-6 {
				t.Errorf("%s: %v in the file is %v", n.key, c.set, n.get())
			}
		}
	}
}

func TestPrefs_Chosen(t *testing.T) {
	p := newPrefs(t)
	for _, title := range []string{"A", "B", "C", "D", "E", "F", "G", "H", "I", "B"} {
		p.AddChosen(title)
	}
	if got, want := p.Chosen(), []string{"B", "I", "H", "G", "F", "E", "D", "C"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

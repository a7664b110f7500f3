// Package uitest has what the tests of all places share: a window in memory, a hand that types in it, an eye that
// reads it, and goldens.
package uitest

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"talkgiver/assets"
	"talkgiver/ui/theme"
)

// Main runs the tests of a package with the words of the window loaded, as the window does, and returns the code to
// exit with. It is called by TestMain.
func Main(m *testing.M) int {
	if err := lang.AddTranslationsFS(assets.I18N(), "i18n"); err != nil {
		panic(err)
	}
	return m.Run()
}

// App gives a test, a benchmark or a fuzz target an app with our theme.
func App(t testing.TB, mode theme.Mode) fyne.App {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(mode))
	return app
}

// Window puts the object alone in a window of the app that runs, which closes when the test ends.
func Window(t testing.TB, size fyne.Size, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(size)
	return w
}

// Write types into what has the focus: "\n" is Enter, "\t" Tab and "\b" the key that goes back.
func Write(t testing.TB, w fyne.Window, text string) {
	t.Helper()
	for _, r := range text {
		if r == '\t' {
			w.Canvas().FocusNext()
			continue
		}
		focused := w.Canvas().Focused()
		if focused == nil {
			t.Fatalf("nothing takes %q of %q", r, text)
		}
		switch r {
		case '\n':
			focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		case '\b':
			focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		default:
			focused.TypedRune(r)
		}
	}
}

// Press gives the keys to what has the focus.
func Press(t testing.TB, w fyne.Window, keys ...fyne.KeyName) {
	t.Helper()
	for _, key := range keys {
		focused := w.Canvas().Focused()
		if focused == nil {
			t.Fatalf("nothing takes the key %q", key)
		}
		focused.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// Choose performs the item of a menu whose label begins so.
func Choose(t testing.TB, menu *fyne.Menu, label string) {
	t.Helper()
	for _, item := range menu.Items {
		if strings.HasPrefix(item.Label, label) {
			if item.Disabled {
				t.Fatalf("%q cannot be chosen", label)
			}
			item.Action()
			return
		}
	}
	t.Fatalf("the menu has no %q", label)
}

// Visible returns an object with all that can be seen of it, in the order in which it is drawn.
func Visible(o fyne.CanvasObject) []fyne.CanvasObject {
	if !o.Visible() {
		return nil
	}
	all := []fyne.CanvasObject{o}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		all = append(all, Visible(part)...)
	}
	return all
}

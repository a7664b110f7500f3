package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"talkgiver/ui/theme"
	"talkgiver/ui/widgets"
	"talkgiver/ui/work"
)

// patience is how long a person waits without asking what is going on.
const patience = 500 * time.Millisecond

// progress computes away from the UI goroutine and applies the result. Where that
// takes longer than a person waits unasked, a question stands meanwhile that says
// what is going on, and lets it be cancelled: then the context ends and nothing
// is applied.
func progress[T any](w *Window, key, doing string, compute func(context.Context) T, apply func(T)) {
	done := make(chan struct{})
	waiting := key + " in progress"
	var shown *dialog.CustomDialog
	work.Go(w.runner, key, func(ctx context.Context) T {
		defer close(done)
		return compute(ctx)
	}, func(result T) {
		w.runner.Cancel(waiting)
		if shown != nil {
			shown.Hide()
		}
		apply(result)
	})
	work.Go(w.runner, waiting, func(ctx context.Context) bool {
		timer := time.NewTimer(patience)
		defer timer.Stop()
		select {
		case <-timer.C:
			return true
		case <-done:
		case <-ctx.Done():
		}
		return false
	}, func(long bool) {
		if !long || !w.runner.Busy(key) {
			return
		}
		bar := widget.NewProgressBarInfinite()
		shown = w.askWith(doing, widgets.Column(theme.SizeNameSpace2, bar), 360, nil, answer{text: lang.L("Cancel"), main: true})
		shown.SetOnClosed(func() {
			bar.Stop()
			w.runner.Cancel(key) // what is applied is busy no more
		})
	})
}

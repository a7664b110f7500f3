package slides

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
)

// countdown is a context that ends when it has been looked at a number of times. It
// counts how often it is looked at after that.
type countdown struct {
	context.Context
	left, after atomic.Int64
}

func newCountdown(looks int) *countdown {
	c := &countdown{Context: context.Background()}
	c.left.Store(int64(looks))
	return c
}

// Err implements context.Context.
func (c *countdown) Err() error {
	if c.left.Add(-1) >= 0 {
		return nil
	}
	c.after.Add(1)
	return context.Canceled
}

// A reading that is cancelled ends wherever it is: nothing is begun any more, and
// no goroutine is left.
func TestReadEndsWithItsContext(t *testing.T) {
	decks := map[string]string{}
	for _, name := range []string{"quotes on lines", "open fences", "comments", "blocks of HTML", "nested settings", "divs", "lists of lists", "tables"} {
		decks[name] = hostileDecks(1 << 9)[name]
	}
	decks["slides"] = "# A\n" + strings.Repeat("\n---\n\n## B\n\n- c\n\nNote: d\n", 20)
	decks["one slide"] = "# A\n" + strings.Repeat("\n- b\n\n| c |\n|---|\n| d |\n\nText.\n", 20)
	for name, deck := range decks {
		for _, flavour := range append(Readable(), "") {
			for looks := 0; looks < 1<<10; looks = 3*looks + 1 {
				synctest.Test(t, func(t *testing.T) { // which fails when a goroutine is left
					ctx := newCountdown(looks)
					read, err := ReadInto(ctx, flavour, []byte(deck), "a", "b")
					after := ctx.after.Load()
					if after == 0 { // it was done before
						if err != nil {
							t.Errorf("%s as %q, looked at %d times: %v", name, flavour, looks, err)
						}
						return
					}
					if !errors.Is(err, context.Canceled) || read != nil {
						t.Errorf("%s as %q, looked at %d times: %v, %v", name, flavour, looks, read, err)
					}
					// Each level of what is being read looks once more on the way out.
					if most := int64(2*deepest + 2*runtime.GOMAXPROCS(0) + 20); after > most {
						t.Errorf("%s as %q, looked at %d times: it goes on for %d looks", name, flavour, looks, after)
					}
				})
			}
		}
	}
}

// However a deck is made, there is a look at the context before long: while lines are
// read, pages, what stands on a page, and when the talk is written.
func TestReadLooksAtItsContext(t *testing.T) {
	const many = 200
	for name, deck := range map[string]string{
		"slides":    strings.Repeat("---\n\nA\n\n", many),
		"blocks":    strings.Repeat("A\n\n", many),
		"lists":     strings.Repeat("- A\n", many),
		"tables":    "|a|\n|-|\n" + strings.Repeat("|b|\n", many),
		"HTML":      strings.Repeat("<b>A</b>\n", many),
		"headings":  strings.Repeat("# A\n", many),
		"long text": strings.Repeat("A *b*\n", many),
	} {
		for _, flavour := range Readable() {
			if flavour == Outline {
				continue // which reads without Markdown
			}
			t.Run(fmt.Sprint(name, " as ", flavour), func(t *testing.T) {
				ctx := newCountdown(1 << 30)
				if _, err := ReadInto(ctx, flavour, []byte(deck), ".", "."); err != nil {
					t.Fatal(err)
				}
				if looks := 1<<30 - ctx.left.Load(); looks < 2*many {
					t.Errorf("there are %d looks in reading %d of them", looks, many)
				}
			})
		}
	}
}

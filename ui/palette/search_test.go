package palette

import (
	"fmt"
	"slices"
	"testing"
)

var items = []Item{
	{Title: "New talk", Note: "File"},
	{Title: "Save", Note: "File"},
	{Title: "Save as…", Note: "File"},
	{Title: "Export slides: Marp…", Note: "File"},
	{Title: "Dark", Note: "View"},
	{Title: "Draft", Note: "View"},
	{Kind: Section, Title: "Save a life", Note: "Section · 4:00"},
	{Kind: Talk, Title: "A dark and stormy night", Note: "Product Days"},
	{Kind: Talk, Title: "Safety", Note: "Vienna"},
}

func titles(r results) []string {
	var all []string
	for i := range r.count() {
		all = append(all, r.at(i).Title)
	}
	return all
}

func TestSearch(t *testing.T) {
	for _, c := range []struct {
		query  string
		recent []string
		want   []string
	}{
		{query: "save", want: []string{"Save", "Save as…", "Save a life"}},
		{query: "save", recent: []string{"Save a life"}, want: []string{"Save a life", "Save", "Save as…"}},
		{query: "SÄVE", want: []string{"Save", "Save as…", "Save a life"}},
		{query: "view dark", want: []string{"Dark"}},
		{query: "dark", want: []string{"Dark", "A dark and stormy night"}},
		{query: "product", want: []string{"A dark and stormy night"}},
		{query: "night dark", want: []string{"A dark and stormy night"}},
		{query: "vie", want: []string{"Dark", "Draft", "Safety", "Save a life"}}, // a command's menu before a talk's event: by kind
		{query: "save xyz", want: nil},
		{query: "es marp", want: []string{"Export slides: Marp…"}},
	} {
		if got := titles(newIndex(items, c.recent).search(c.query)); !slices.Equal(got, c.want) {
			t.Errorf("%q after %q: %q, want %q", c.query, c.recent, got, c.want)
		}
	}
}

func TestSearch_NothingTyped(t *testing.T) {
	got := titles(newIndex(items, []string{"Safety", "Gone", "Dark"}).search("  "))
	want := []string{"Safety", "Dark", "New talk", "Save", "Save as…", "Export slides: Marp…", "Draft", "Save a life", "A dark and stormy night"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSearch_SaysWhichLettersAnswered(t *testing.T) {
	got := newIndex(items, nil).search("prod dark")
	if got.count() != 1 || !slices.Equal(got.at(0).InTitle, []int{2, 3, 4, 5}) || !slices.Equal(got.at(0).InNote, []int{0, 1, 2, 3}) {
		t.Errorf("%d found: %+v", got.count(), got.at(0))
	}
}

// A frame is 16 ms. A key in the palette searches all that there is.
func BenchmarkSearch_1000Talks(b *testing.B) {
	many := slices.Clone(items)
	for i := range 1000 {
		many = append(many, Item{Kind: Talk, Title: fmt.Sprintf("The question nobody asks about subject %d", i), Note: "An Evening for Makers · in 12 days"})
	}
	for i := range 60 {
		many = append(many, Item{Kind: Section, Title: fmt.Sprintf("Belts existed, and cars went without, part %d", i), Note: "Section · 4:00"})
	}
	x := newIndex(many, nil)
	for _, query := range []string{"", "e", "que", "question nobody"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				x.search(query)
			}
		})
	}
	b.Run("making ready", func(b *testing.B) {
		for b.Loop() {
			newIndex(many, nil)
		}
	})
}

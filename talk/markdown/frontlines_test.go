package markdown

import (
	"strings"
	"testing"
)

func TestFrontKeys(t *testing.T) {
	const source = "---\n# a note\ntitle: x\nneeds:\n  - a\n  # why\n  - b: c\n\nknows: [one, \"two, three\"]\nmine: {a: 1}\n---\ntext\n"
	d := Parse([]byte(source))
	keys, inner := d.FrontKeys()
	text := func(k FrontKey) []string {
		out := []string{k.Key, source[k.Span.Start:k.Span.End]}
		for _, item := range k.Items {
			out = append(out, source[item.Start:item.End])
		}
		return out
	}
	var got []string
	for _, k := range keys {
		got = append(got, strings.Join(text(k), "|"))
	}
	want := []string{
		"title|title: x\n",
		"needs|needs:\n  - a\n  # why\n  - b: c\n\n|  - a\n  # why\n|  - b: c\n",
		"knows|knows: [one, \"two, three\"]\n|one|\"two, three\"",
		"mine|mine: {a: 1}\n",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	if source[inner.Start:inner.End] != source[4:strings.LastIndex(source, "---")] {
		t.Errorf("between the lines is %q", source[inner.Start:inner.End])
	}
}

// Whatever a file holds, the keys share the front matter among them.
func TestFrontKeys_AnyFile(t *testing.T) {
	for _, s := range append(seeds(), startTalks()...) {
		keys, inner := Parse([]byte(s)).FrontKeys()
		at := inner.Start
		for i, k := range keys {
			if i > 0 && k.Span.Start != at || k.Span.Start < at || k.Span.End > inner.End {
				t.Fatalf("%q: key %s stands at %v, the one before ends at %d", s, k.Key, k.Span, at)
			}
			in := k.Span.Start
			for _, item := range k.Items {
				if item.Start < in || item.End < item.Start || item.End > k.Span.End {
					t.Fatalf("%q: an entry of %s stands at %v, after %d, within %v", s, k.Key, item, in, k.Span)
				}
				in = item.End
			}
			at = k.Span.End
		}
		if len(keys) > 0 && at != inner.End {
			t.Fatalf("%q: the last key ends at %d, the front matter at %d", s, at, inner.End)
		}
	}
}

func TestRenumber(t *testing.T) {
	const source = "---\nneeds: [a, b]\n---\n\n## One\nmeets: need 1, need 2, promise 1\nafter: 2\n\n- x #need1\n\n## Two\nafter: 1, 2\n"
	for _, tt := range []struct {
		edit Edit
		want string
	}{
		{RenumberEntries{ListNeeds, map[int]int{1: 3}}, "---\nneeds: [a, b]\n---\n\n## One\nmeets: need 3, need 2, promise 1\nafter: 2\n\n- x #need3\n\n## Two\nafter: 1, 2\n"},
		{RenumberEntries{ListNeeds, map[int]int{1: 0, 2: 1}}, "---\nneeds: [a, b]\n---\n\n## One\nmeets: need 1, promise 1\nafter: 2\n\n- x\n\n## Two\nafter: 1, 2\n"},
		{RenumberSections{map[int]int{1: 2, 2: 1}}, "---\nneeds: [a, b]\n---\n\n## One\nmeets: need 1, need 2, promise 1\nafter: 1\n\n- x #need1\n\n## Two\nafter: 2, 1\n"},
	} {
		d, inverse, err := tt.edit.Apply(Parse([]byte(source)))
		if err != nil {
			t.Fatal(err)
		}
		if got := string(d.Bytes()); got != tt.want {
			t.Errorf("%+v gives\n%s\nwant\n%s", tt.edit, got, tt.want)
		}
		if back, _, err := inverse.Apply(d); err != nil || string(back.Bytes()) != source {
			t.Errorf("%+v cannot be taken back: %v", tt.edit, err)
		}
	}
}

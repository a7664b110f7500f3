package talk

import "testing"

func TestParseTag(t *testing.T) {
	for name, want := range map[string]TagClass{"story": KindTag, "howto": KindTag, "bridge": KindTag, "firsthand": EffortTag, "tailored": EffortTag, "core": PriorityTag, "extra": PriorityTag, "skip": PriorityTag,
		"skip-short": PriorityTag, "backup": PriorityTag, "need1": LinkTag, "keep12": LinkTag, "make3": LinkTag, "truth4": LinkTag, "show": ShowTag} {
		if tag, ok := ParseTag(name); !ok || tag.Class != want || tag.Name != name {
			t.Errorf("%s is %+v, %v", name, tag, ok)
		}
	}
	for _, name := range []string{"", "Story", "stories", "need", "need0", "need01", "need+1", "need-1", "need99999999999999999999", "skip-", "promise1", "#story"} {
		if tag, ok := ParseTag(name); ok {
			t.Errorf("%q is a tag: %+v", name, tag)
		}
	}
	for name, want := range map[string]Link{"need2": {Kind: ToNeed, Number: 2}, "keep3": {Kind: ToPromise, Number: 3}, "make4": {Kind: ToPromise, Number: 4, Makes: true}, "truth5": {Kind: ToTruth, Number: 5}} {
		if tag, _ := ParseTag(name); tag.Link != want {
			t.Errorf("%s links to %+v", name, tag.Link)
		}
	}
}

func TestKinds(t *testing.T) {
	sides := map[Side]int{}
	for _, k := range Kinds() {
		sides[k.Side()]++
		if tag, ok := ParseTag(string(k)); !ok || tag.Kind() != k {
			t.Errorf("#%s is not the tag of its kind", k)
		}
	}
	if sides[Give] != 8 || sides[Take] != 7 || sides[Neither] != 1 || Kind("").Side() != Give {
		t.Errorf("gives, takes and bridges are %v", sides)
	}
}

func TestLeftOut(t *testing.T) {
	skip, _ := ParseTag("skip")
	short, _ := ParseTag("skip-short")
	for _, c := range []struct {
		tags    Tags
		variant string
		want    bool
	}{{nil, "", false}, {Tags{skip}, "", true}, {Tags{skip}, "short", true}, {Tags{short}, "", false}, {Tags{short}, "short", true}, {Tags{short}, "long", false}} {
		if got := c.tags.LeftOut(c.variant); got != c.want {
			t.Errorf("%v in %q: %v", c.tags, c.variant, got)
		}
	}
}

package markdown

import (
	"strconv"
	"strings"
	"time"

	"talkgiver/talk"
)

// Field is a key of the front matter that holds one value.
type Field string

// The deal's fields.
const (
	FieldTitle     Field = "title"
	FieldEvent     Field = "event"
	FieldDate      Field = "date"
	FieldSlot      Field = "slot"
	FieldQuestions Field = "questions"
	FieldAudience  Field = "audience"
	FieldListeners Field = "listeners"
	FieldMessage   Field = "message"
	FieldStance    Field = "stance"
	FieldPace      Field = "pace"
	FieldLang      Field = "lang"
)

// List is a key of the front matter that holds a list.
type List string

// The deal's lists.
const (
	ListNeeds    List = "needs"
	ListPromises List = "promises"
	ListTruths   List = "truths"
	ListKnows    List = "knows"
)

// frontOrder is the order in which a deal is told; a new key goes after the
// last one before it that is there.
func frontOrder() []string {
	return []string{string(FieldTitle), string(FieldEvent), string(FieldDate), string(FieldSlot), string(FieldQuestions), string(FieldAudience),
		string(FieldListeners), string(ListNeeds), string(FieldMessage), string(ListPromises), string(ListTruths), string(FieldStance),
		string(ListKnows), string(FieldPace), string(FieldLang), "variants", "silence"}
}

// fill reads the entries into the talk's deal.
func (f *front) fill(t *talk.Talk) {
	d := &t.Deal
	d.Span = f.span
	problem := func(key talk.ProblemKey, arg string, span talk.Span) {
		t.Problems = append(t.Problems, talk.Problem{Key: key, Arg: clean(arg), Span: span})
	}
	for _, s := range f.stray {
		problem(talk.BadFrontMatter, "", s)
	}
	seen := map[string]bool{}
	for i := range f.entries {
		e := &f.entries[i]
		if seen[e.key] {
			problem(talk.DoubleKey, e.key, talk.Span{Start: e.span.Start, End: e.colon})
			continue
		}
		seen[e.key] = true
		if e.err != "" {
			problem(talk.BadFrontMatter, e.err, e.span)
		}
		if near := misspelt(e.key); near != "" && f.find(near) == nil {
			problem(talk.UnknownKey, e.key, talk.Span{Start: e.span.Start, End: e.colon - 1})
		}
		e.fill(d, problem)
	}
}

// fill reads one entry into the deal.
func (e *entry) fill(d *talk.Deal, problem func(talk.ProblemKey, string, talk.Span)) {
	switch e.key {
	case string(ListNeeds):
		d.Needs = e.texts()
		return
	case string(ListPromises):
		d.Promises = e.texts()
		return
	case string(ListTruths):
		d.Truths = e.texts()
		return
	case string(ListKnows):
		d.Knows = e.words()
		return
	case "variants":
		d.Variants = e.variants()
		return
	case "silence":
		d.Silences = e.silences(problem)
		return
	}
	if len(e.values) == 0 || e.list == noList && e.values[0].text == "" {
		return // a key that waits for its value
	}
	v := talk.Value{Text: e.values[0].text, Span: e.values[0].span}
	known := true
	switch Field(e.key) {
	case FieldTitle:
		d.Title = v
	case FieldEvent:
		d.Event = v
	case FieldAudience:
		d.Audience = v
	case FieldMessage:
		d.Message = v
	case FieldLang:
		d.Lang = v
	case FieldDate:
		if day, err := time.Parse(time.DateOnly, v.Text); err == nil {
			d.Date = talk.Date{Day: day, Span: v.Span}
		} else {
			problem(talk.BadDate, v.Text, v.Span)
		}
	case FieldSlot:
		d.Slot = slot(v, problem)
	case FieldQuestions:
		if none := strings.TrimLeft(v.Text, "0"); v.Text[0] == '0' && (none == "" || none == "m" || none == "s") {
			d.Questions = talk.Duration{Span: v.Span} // said to be none
			break
		}
		d.Questions = slot(v, problem)
	case FieldListeners:
		d.Listeners = positive(v, problem)
	case FieldPace:
		d.Pace = positive(v, problem)
	case FieldStance:
		if w := talk.Way(v.Text); w == talk.Adapt || w == talk.Attract {
			d.Stance = talk.Stance{Way: w, Span: v.Span}
		} else {
			problem(talk.BadStance, v.Text, v.Span)
		}
	default:
		known = false
	}
	if known && (e.list != noList || len(e.values) > 1) {
		problem(talk.BadValue, e.key, e.span)
	}
}

// texts returns the entry's texts; one value is a list of one.
func (e *entry) texts() []talk.Value {
	var list []talk.Value
	for _, s := range e.values {
		list = append(list, talk.Value{Text: s.text, Span: s.span})
	}
	return list
}

// words returns a list of words, which may also stand on one line with commas.
func (e *entry) words() []talk.Value {
	if e.list != noList || len(e.values) != 1 {
		return e.texts()
	}
	var list []talk.Value
	for word := range strings.SplitSeq(e.values[0].text, ",") {
		if word = strings.TrimSpace(word); word != "" {
			list = append(list, talk.Value{Text: word, Span: e.values[0].span})
		}
	}
	return list
}

// variants reads "short: 12m" or only "short", in a list or as keys.
func (e *entry) variants() []talk.Variant {
	var out []talk.Variant
	for _, v := range e.pairs() {
		name, rest, _ := strings.Cut(v.Text, ":")
		variant := talk.Variant{Name: talk.Value{Text: strings.TrimSpace(name), Span: v.Span}}
		if d, ok := talk.ParseSlot(rest); ok {
			variant.Slot = talk.Duration{Duration: d, Span: v.Span}
		}
		out = append(out, variant)
	}
	return out
}

// silences reads "RULE: reason", in a list or as keys.
func (e *entry) silences(problem func(talk.ProblemKey, string, talk.Span)) []talk.Silence {
	var out []talk.Silence
	for _, v := range e.pairs() {
		rule, reason, ok := strings.Cut(v.Text, ":")
		rule, reason = strings.TrimSpace(rule), strings.TrimSpace(reason)
		if !ok || rule == "" || reason == "" {
			problem(talk.BadSilence, v.Text, v.Span)
			continue
		}
		out = append(out, talk.Silence{Rule: rule, Reason: strings.Trim(reason, `"'`), Span: v.Span})
	}
	return out
}

// pairs returns the entry's list, or its keys with their values as "key: value".
func (e *entry) pairs() []talk.Value {
	if e.list != noList || e.node == nil || len(e.node.Content) == 0 {
		return e.texts()
	}
	var out []talk.Value
	for i := 0; i+1 < len(e.node.Content); i += 2 {
		out = append(out, talk.Value{Text: scalarText(e.node.Content[i].Value + ": " + e.node.Content[i+1].Value), Span: e.span})
	}
	return out
}

func slot(v talk.Value, problem func(talk.ProblemKey, string, talk.Span)) talk.Duration {
	d, ok := talk.ParseSlot(v.Text)
	if !ok {
		problem(talk.BadDuration, v.Text, v.Span)
		return talk.Duration{}
	}
	return talk.Duration{Duration: d, Span: v.Span}
}

func positive(v talk.Value, problem func(talk.ProblemKey, string, talk.Span)) talk.Number {
	n, err := strconv.Atoi(v.Text)
	if err != nil || n < 1 || n > 1_000_000 {
		problem(talk.BadNumber, v.Text, v.Span)
		return talk.Number{}
	}
	return talk.Number{N: n, Span: v.Span}
}

// misspelt returns the known key that an unknown one was probably meant to be.
// Other unknown keys belong to other tools and are no problem.
func misspelt(key string) string {
	lower := strings.ToLower(key)
	for _, known := range frontOrder() {
		if key == known {
			return ""
		}
	}
	for _, known := range frontOrder() {
		if lower == known || len(known) > 4 && oneSlip(lower, known) {
			return known
		}
	}
	return ""
}

// oneSlip reports whether one letter more, less, other or swapped makes b of a.
func oneSlip(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && j < len(b)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	restA, restB := a[i:len(a)-j], b[i:len(b)-j]
	if len(restA) == 2 && len(restB) == 2 {
		return restA[0] == restB[1] && restA[1] == restB[0]
	}
	return len(restA) <= 1 && len(restB) <= 1
}

// Field returns a field's text as it stands in the file, also one that cannot
// be read as it was meant, and its place. The title may be that of the heading.
func (d *Document) Field(f Field) (string, talk.Span) {
	if f == FieldTitle {
		return d.title()
	}
	return d.value(f)
}

// value returns a field's text in the front matter, and its place.
func (d *Document) value(f Field) (string, talk.Span) {
	e := d.front.find(string(f))
	if e == nil || len(e.values) == 0 {
		return "", talk.Span{}
	}
	return e.values[0].text, e.values[0].span
}

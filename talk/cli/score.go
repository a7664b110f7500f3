package cli

import (
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/markdown"
	"talkgiver/talk/say"
	"talkgiver/talk/score"
)

func scoreCommand() command {
	return command{
		name:    "score",
		usage:   "[--json] [--today DATE] [--lang en|de] [--fail-under N] [--explain ID] FILE...",
		summary: "weighs talks: what the audience gets, and what it pays",
		detail: "  --json           one JSON object a line for each file, in their order\n" +
			"  --today DATE     the day to count from, such as 2027-05-04; else today\n" +
			"  --lang LANG      the language of the sentences, en or de; else that of LC_ALL,\n" +
			"                   LC_MESSAGES or LANG, else en\n" +
			"  --fail-under N   exit 1 when a balance is below N; one that is not known is\n" +
			"                   below everything\n" +
			"  --explain ID     the rule of a criterion, a score or a weight, its formula, its\n" +
			"                   source, and what it has read in FILE, which may be left out:\n" +
			wrapped(explainable(), "                   ") +
			"\nWhat the journal beside a talk knows of rehearsals and preparation counts too. A\n" +
			"FILE of - is standard input, which has no journal.\n" +
			"Times are in seconds, lines and columns begin at 1, and null is unknown.\n" +
			"Colour only on a terminal, and not where NO_COLOR is set.\n",
		run: runScore,
	}
}

// wrapped sets words in lines of a help text.
func wrapped(words []string, indent string) string {
	var b strings.Builder
	column := 0
	for _, w := range words {
		if column > 0 && len(indent)+column+1+len(w) > 80 {
			b.WriteByte('\n')
			column = 0
		}
		if column == 0 {
			b.WriteString(indent)
		} else {
			b.WriteByte(' ')
		}
		b.WriteString(w)
		column += 1 + len(w)
	}
	return b.String() + "\n"
}

// scoreOptions are the flags of the command.
type scoreOptions struct {
	json    bool
	today   time.Time
	speaker say.Speaker
	explain string
	under   *int // a balance below it fails
	look    look
}

func runScore(sys System, flags *flag.FlagSet, args []string) error {
	o := scoreOptions{today: sys.Now(), speaker: say.For(sys.language()), look: sys.look()}
	flags.BoolVar(&o.json, "json", false, "")
	date := flags.String("today", "", "")
	lang := flags.String("lang", "", "")
	under := flags.String("fail-under", "", "")
	flags.StringVar(&o.explain, "explain", "", "")
	files, err := parse(flags, args)
	if err != nil {
		return err
	}
	if *date != "" {
		if o.today, err = time.Parse(time.DateOnly, *date); err != nil {
			return fmt.Errorf("--today: %q is no date: write it as 2027-05-04", *date)
		}
	}
	switch *lang {
	case "":
	case "en", "de":
		o.speaker = say.For(*lang)
	default:
		return fmt.Errorf("--lang: there are no sentences in %q: choose en or de", *lang)
	}
	if *under != "" {
		n, err := strconv.Atoi(*under)
		if err != nil {
			return fmt.Errorf("--fail-under: %q is no whole number from -100 to 100", *under)
		}
		o.under = &n
	}
	if o.explain != "" && !slices.Contains(explainable(), o.explain) {
		return fmt.Errorf("--explain: there is no %q: choose one of %s", o.explain, strings.Join(explainable(), ", "))
	}
	if len(files) == 0 {
		if o.explain == "" {
			return misuse("it needs a talk's file")
		}
		_, err := sys.Stdout.Write(explain(o.speaker, o.explain, nil, o.look, score.Inputs{}))
		return err
	}
	if err := onceFromStdin(files); err != nil {
		return err
	}
	return o.scoreAll(sys, files)
}

// outcome is what there is to write about a file.
type outcome struct {
	out    []byte
	tooLow string // the line about a balance that is too low, or nothing
	unread error  // the file could not be read
	err    error
}

// score scores a file.
func (o *scoreOptions) score(sys System, file string) outcome {
	s, err := sys.scoreFile(file, o.today, o.speaker)
	if err != nil {
		return outcome{unread: err}
	}
	out, err := o.write(s)
	return outcome{out: out, err: err, tooLow: s.tooLow(o.under)}
}

// scoreAll scores files, and writes of them in their order. What cannot be read
// has its line on stderr, and so has a balance that is too low; the others are
// scored all the same.
func (o *scoreOptions) scoreAll(sys System, files []string) error {
	failed := false
	for i, s := range inOrder(files, func(file string) outcome { return o.score(sys, file) }) {
		if s.unread != nil {
			fmt.Fprintln(sys.Stderr, told(s.unread))
			failed = true
			continue
		}
		if s.err == nil && i > 0 && !o.json {
			s.out = append([]byte("\n\n"), s.out...)
		}
		if s.err == nil {
			_, s.err = sys.Stdout.Write(s.out)
		}
		if s.err != nil {
			return s.err
		}
		if s.tooLow != "" {
			fmt.Fprintln(sys.Stderr, s.tooLow)
			failed = true
		}
	}
	if failed {
		return errSaid
	}
	return nil
}

func (o *scoreOptions) write(s *scored) ([]byte, error) {
	switch {
	case o.explain != "":
		return explain(o.speaker, o.explain, s, o.look, s.in), nil
	case o.json:
		return s.json()
	}
	return s.page(o.look), nil
}

// tooLow says that a balance is below what was asked for; "" when it is not. A
// balance that is not known is below everything: a gate that opens for a talk
// without a slot would be none.
func (s *scored) tooLow(under *int) string {
	switch {
	case under == nil:
		return ""
	case !s.report.Rated:
		return fmt.Sprintf("%s: the balance is not known, which counts as below %d", s.file, *under)
	case s.report.Balance.Points < score.Points(*under)*score.Point:
		return fmt.Sprintf("%s: the balance is %s, below %d", s.file, s.tenths(s.report.Balance.Points), *under)
	}
	return ""
}

// language is the language of the person at the terminal: what they read is for
// them, whatever language the talk is in.
func (sys System) language() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := sys.env(name); v != "" {
			return v
		}
	}
	return "en"
}

// scored is a talk with its score.
type scored struct {
	file    string
	talk    *talk.Talk
	in      score.Inputs
	report  score.Report
	speaker say.Speaker
}

// scoreFile scores a talk with what the journal beside it knows. A journal that
// cannot be read leaves what it could tell unknown, and is an error: a score
// that quietly forgets rehearsals would be wrong.
func (sys System) scoreFile(file string, today time.Time, speaker say.Speaker) (*scored, error) {
	data, err := sys.loadTalk(file)
	if err != nil {
		return nil, err
	}
	in := score.Inputs{Today: today}
	if file != standardInput {
		log, err := journal.Read(journal.Path(file))
		if err != nil {
			return nil, err
		}
		in.Know(journal.Live(log.Events), journal.Runs(log.Events))
	}
	t := markdown.Parse(data).Talk()
	return &scored{file: nameOf(file), talk: t, in: in, report: score.Of(t, in), speaker: speaker}, nil
}

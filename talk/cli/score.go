package cli

import (
	"bytes"
	"flag"
	"fmt"
	"time"

	"talkgiver/talk"
	"talkgiver/talk/journal"
	"talkgiver/talk/library"
	"talkgiver/talk/markdown"
	"talkgiver/talk/say"
	"talkgiver/talk/score"
)

func scoreCommand() command {
	return command{
		name:    "score",
		usage:   "[--json] [--today DATE] FILE...",
		summary: "weighs talks: what the audience gets, and what it pays",
		detail: "  --json         one JSON object a line for each file, in their order\n" +
			"  --today DATE   the day to count from, such as 2027-05-04; else today\n\n" +
			"What the journal beside a talk knows of rehearsals and preparation counts too.\n" +
			"Times are in seconds, lines and columns begin at 1, and null is unknown.\n",
		run: runScore,
	}
}

func runScore(sys System, flags *flag.FlagSet, args []string) error {
	asJSON := flags.Bool("json", false, "")
	date := flags.String("today", "", "")
	files, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return misuse("it needs a talk's file")
	}
	today := sys.Now()
	if *date != "" {
		if today, err = time.Parse(time.DateOnly, *date); err != nil {
			return fmt.Errorf("--today: %q is no date: write it as 2027-05-04", *date)
		}
	}
	said := false
	for i, file := range files {
		s, err := scoreFile(file, today)
		if err != nil {
			fmt.Fprintln(sys.Stderr, err)
			said = true
			continue
		}
		out := s.page(pageWidth(sys.Width))
		switch {
		case *asJSON:
			out, err = s.json()
		case i > 0:
			out = append([]byte("\n\n"), out...)
		}
		if err == nil {
			_, err = sys.Stdout.Write(out)
		}
		if err != nil {
			return err
		}
	}
	if said {
		return errSaid
	}
	return nil
}

// scored is a talk with its score.
type scored struct {
	file    string
	talk    *talk.Talk
	report  score.Report
	speaker say.Speaker
}

// scoreFile scores a talk with what the journal beside it knows. A journal that
// cannot be read leaves what it could tell unknown, and is an error: a score
// that quietly forgets rehearsals would be wrong.
func scoreFile(file string, today time.Time) (*scored, error) {
	data, err := loadTalk(file)
	if err != nil {
		return nil, err
	}
	log, err := journal.Read(journal.Path(file))
	if err != nil {
		return nil, err
	}
	in := score.Inputs{Today: today}
	in.Know(journal.Live(log.Events), journal.Runs(log.Events))
	t := markdown.Parse(data).Talk()
	return &scored{file: file, talk: t, report: score.Of(t, in), speaker: say.For("en")}, nil
}

// loadTalk reads a talk's file. A file in UTF-16 would be one long line of signs.
func loadTalk(file string) ([]byte, error) {
	f, err := library.Load(file)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(f.Data, []byte("\xff\xfe")) || bytes.HasPrefix(f.Data, []byte("\xfe\xff")) {
		return nil, fmt.Errorf("%s:1: the file is in UTF-16: save it as UTF-8", file)
	}
	return f.Data, nil
}

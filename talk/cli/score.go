package cli

import "flag"

func scoreCommand() command {
	return command{
		name:    "score",
		usage:   "[--json] [--today DATE] FILE...",
		summary: "weighs talks: what the audience gets, and what it pays",
		run: func(sys System, flags *flag.FlagSet, args []string) error {
			_, err := parse(flags, args)
			return err
		},
	}
}

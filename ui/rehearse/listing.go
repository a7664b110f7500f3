package rehearse

// Key is a key of the stage, or several that do the same with two spaces between
// them, and what they do.
type Key struct{ Keys, Does string }

// Keys lists the keys of the stage, in the language of the window.
func Keys() []Key {
	var list []Key
	for _, c := range stageCommands() {
		if c.key != "" {
			list = append(list, Key{c.key, c.does})
		}
	}
	return list
}

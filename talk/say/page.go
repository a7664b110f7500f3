package say

// The words around everything else on the page that the command line prints.

func pageEN() map[string]string {
	return map[string]string{
		"page.planned":   "{time} planned",
		"page.of-slot":   "{time} planned of {than}",
		"page.questions": "{time} for questions",
		"page.no-slot":   "No score yet: the talk has no slot.",
		"page.empty":     "No score yet: the talk has nothing in it.",
		"page.few-items": "No score yet: it takes {n} items, such as lines of a list.",
		"page.give":      "you give {n}",
		"page.take":      "you take {n}",
		"page.balance":   "balance {text}",
		"page.between":   "between {n} and {of}",
		"page.ask":       "answer {n:question|questions} to know",
		"page.minute":    "{text} of 10 a minute.",
		"page.minute-at": "{text} of 10 a minute, from {time} on.",
		"page.asks":      "What only you can say",
		"page.narrows":   "±{text}",
		"page.clear":     "Nothing to mend",
		"page.practice":  "The rest is practice.",
		"page.help":      "What would help most",
		"page.then":      "And then",
		"page.line":      "line {n}",
		"page.likewise":  "line {n}; likewise {text}",
		"page.silenced":  "{n} silenced, with a reason.",
		"page.points":    "Where the points come from: {text}",
		"page.of":        "{text} of {other}",
		"page.honest":    "All of it is read from the text and what you said; how it lands, only listeners know.",
		"page.problems":  "What cannot be read as it was meant",

		"page.formula": "Formula",
		"page.why":     "Why that much",
		"page.source":  "Source",
		"page.here":    "In this talk",
		"page.unread":  "nothing that it could read",
		"page.weights": "Weights",

		"page.decimal": ".",
		"page.day":     "{n} {text} {of}",
		"page.months":  "January February March April May June July August September October November December",
	}
}

func pageDE() map[string]string {
	return map[string]string{
		"page.planned":   "{time} geplant",
		"page.of-slot":   "{time} von {than} geplant",
		"page.questions": "{time} für Fragen",
		"page.no-slot":   "Noch keine Wertung: Der Vortrag hat keine Redezeit.",
		"page.empty":     "Noch keine Wertung: Der Vortrag ist leer.",
		"page.few-items": "Noch keine Wertung: Es braucht {n} Punkte, etwa Zeilen einer Liste.",
		"page.give":      "du gibst {n}",
		"page.take":      "du nimmst {n}",
		"page.balance":   "Bilanz {text}",
		"page.between":   "zwischen {n} und {of}",
		"page.ask":       "beantworte {n:Frage|Fragen}, um es zu wissen",
		"page.minute":    "{text} von 10 in der Minute.",
		"page.minute-at": "{text} von 10 in der Minute, ab {time}.",
		"page.asks":      "Was nur du sagen kannst",
		"page.narrows":   "±{text}",
		"page.clear":     "Nichts zu richten",
		"page.practice":  "Der Rest ist Übung.",
		"page.help":      "Was am meisten hilft",
		"page.then":      "Und dann",
		"page.line":      "Zeile {n}",
		"page.likewise":  "Zeile {n}; ebenso {text}",
		"page.silenced":  "{n} mit Grund verschwiegen.",
		"page.points":    "Woher die Punkte kommen: {text}",
		"page.of":        "{text} von {other}",
		"page.honest":    "Das alles steht im Text oder kommt von dir; wie es ankommt, wissen nur die, die zuhören.",
		"page.problems":  "Was nicht so zu lesen ist, wie es gemeint war",

		"page.formula": "Formel",
		"page.why":     "Warum so viel",
		"page.source":  "Quelle",
		"page.here":    "In diesem Vortrag",
		"page.unread":  "nichts, was zu lesen wäre",
		"page.weights": "Gewichte",

		"page.decimal": ",",
		"page.day":     "{n}. {text} {of}",
		"page.months":  "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
	}
}

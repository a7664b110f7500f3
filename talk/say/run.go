package say

import (
	"talkgiver/talk"
	"talkgiver/talk/score"
)

// Run says what talk/rehearse knows about a run, a forecast or what to do;
// nothing where it has nothing to say.
func (s Speaker) Run(p talk.Phrase) string {
	if p.Key == "" {
		return ""
	}
	return fill(s.words["run."+p.Key], score.Args{Text: p.Text, Other: p.Other, N: p.N, Of: p.Of, Time: p.Time, Than: p.Than})
}

func runEN() map[string]string {
	return map[string]string{
		"run.advice.one":       "Skip “{text}” and you are on time.",
		"run.advice.two":       "Skip “{text}” and “{other}” and you are on time.",
		"run.advice.many":      "Skip {n:part|parts}, “{text}” first and “{other}” last, and you are on time.",
		"run.advice.one.late":  "Skip “{text}”, and {time} are still missing.",
		"run.advice.two.late":  "Skip “{text}” and “{other}”, and {time} are still missing.",
		"run.advice.many.late": "Skip {n:part|parts}, “{text}” first and “{other}” last, and {time} are still missing.",
		"run.advice.nothing":   "Nothing is left that may go, and {time} are missing: tell the core in fewer words.",
		"run.squeeze":          "All of it is {time} too long: drop “{text}” first.",
		"run.squeeze.late":     "Even the core is {time} too long: drop “{text}” first.",
		"run.squeeze.core":     "Even the core is {time} too long: tell it in fewer words.",

		"run.began.behind":       "From “{text}” on, {time} into the plan, you were behind.",
		"run.began.behind.start": "You were behind from the start.",
		"run.began.ahead.start":  "You were ahead from the start.",
		"run.began.ahead":        "From “{text}” on, {time} into the plan, you were ahead.",
		"run.began.behind.said":  "By the new plan you were behind from “{text}” on, after {time}.",
		"run.began.ahead.said":   "By the new plan you were ahead from “{text}” on, after {time}.",

		"run.forecast":           "{n} in 10 that you end within {time} on stage",
		"run.forecast.hardly":    "Hardly a chance that you end within {time} on stage",
		"run.forecast.nearly":    "Nearly certain that you end within {time} on stage",
		"run.forecast.no-slot":   "On stage it will take about {time}",
		"run.forecast.none":      "Rehearse it once, whole and aloud, to get a forecast",
		"run.forecast.basis":     "From {n:whole run|whole runs}. Eight times in ten you end between {time} and {than}.",
		"run.forecast.basis.few": "A first guess from {n:whole run|whole runs}: eight times in ten you end between {time} and {than}.",

		"run.range": "“{text}” takes {time} to {than}: practise it or cut it",

		"run.fresh":           "Last rehearsed whole {n:day|days} ago",
		"run.fresh.yesterday": "Last rehearsed whole yesterday",
		"run.fresh.today":     "Rehearsed whole today",
		"run.fresh.none":      "Not rehearsed whole yet",
	}
}

func runDE() map[string]string {
	return map[string]string{
		"run.advice.one":       "Lass „{text}“ weg, dann bist du in der Zeit.",
		"run.advice.two":       "Lass „{text}“ und „{other}“ weg, dann bist du in der Zeit.",
		"run.advice.many":      "Lass {n:Teil|Teile} weg, von „{text}“ als erstem bis „{other}“ als letztem, dann bist du in der Zeit.",
		"run.advice.one.late":  "Lass „{text}“ weg, dann fehlen noch {time}.",
		"run.advice.two.late":  "Lass „{text}“ und „{other}“ weg, dann fehlen noch {time}.",
		"run.advice.many.late": "Lass {n:Teil|Teile} weg, von „{text}“ als erstem bis „{other}“ als letztem, dann fehlen noch {time}.",
		"run.advice.nothing":   "Weglassen kannst du nichts mehr, und {time} fehlen: Sag den Kern mit weniger Worten.",
		"run.squeeze":          "Alles ist um {time} zu lang: Lass zuerst „{text}“ weg.",
		"run.squeeze.late":     "Selbst der Kern ist um {time} zu lang: Lass zuerst „{text}“ weg.",
		"run.squeeze.core":     "Selbst der Kern ist um {time} zu lang: Sag ihn mit weniger Worten.",

		"run.began.behind":       "Ab „{text}“, bei {time} im Plan, warst du zu spät.",
		"run.began.behind.start": "Zu spät warst du von Anfang an.",
		"run.began.ahead.start":  "Zu früh warst du von Anfang an.",
		"run.began.ahead":        "Ab „{text}“, bei {time} im Plan, warst du zu früh.",
		"run.began.behind.said":  "Nach dem neuen Plan warst du ab „{text}“, nach {time}, zu spät.",
		"run.began.ahead.said":   "Nach dem neuen Plan warst du ab „{text}“, nach {time}, zu früh.",

		"run.forecast":           "{n} von 10, dass du auf der Bühne mit {time} auskommst",
		"run.forecast.hardly":    "Kaum eine Aussicht, dass du auf der Bühne mit {time} auskommst",
		"run.forecast.nearly":    "So gut wie sicher, dass du auf der Bühne mit {time} auskommst",
		"run.forecast.no-slot":   "Auf der Bühne wird es etwa {time} dauern",
		"run.forecast.none":      "Probe einmal ganz und laut, dann gibt es eine Vorhersage",
		"run.forecast.basis":     "Aus {n:ganzem Lauf|ganzen Läufen}. Achtmal von zehn endest du zwischen {time} und {than}.",
		"run.forecast.basis.few": "Eine erste Schätzung aus {n:ganzem Lauf|ganzen Läufen}: Achtmal von zehn endest du zwischen {time} und {than}.",

		"run.range": "„{text}“ dauert {time} bis {than}: üben oder kürzen",

		"run.fresh":           "Zuletzt vor {n:Tag|Tagen} ganz geprobt",
		"run.fresh.yesterday": "Zuletzt gestern ganz geprobt",
		"run.fresh.today":     "Heute ganz geprobt",
		"run.fresh.none":      "Noch nie ganz geprobt",
	}
}

package talk

import "testing"

func TestCountWords(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "one": 1, "one two": 2, " one\ttwo\nthree ": 3, "it's a well-known fact": 4, "— , . !": 0, "3.14 is π": 3, "a\u00a0b": 2, "e-mail@example.org": 1, "🎤": 0, "🎤x": 1, "über Straße": 2,
		"日本語": 2, "日本語のテスト": 4, "abc 日本": 2, "สวัสดี": 3, "\xff a": 1,
	} {
		if got := CountWords(text); got != want {
			t.Errorf("%q has %d words, not %d", text, got, want)
		}
	}
}

package theme

import "fyne.io/fyne/v2"

// Tone is a meaning that has a colour. The zero Tone means nothing in particular.
type Tone int

const (
	Neutral Tone = iota
	Give
	Take
	Bridge
	Message // the message and the promises; effort
	Clarity // clarity; what has the focus
)

type toneNames struct{ fill, soft, tint, ink fyne.ThemeColorName }

var tones = map[Tone]toneNames{
	Neutral: {ColorNameSoftInk, ColorNameBridgeSoft, ColorNamePanel, ColorNameSoftInk},
	Give:    {ColorNameGive, ColorNameGiveSoft, ColorNameGiveTint, ColorNameGiveInk},
	Take:    {ColorNameTake, ColorNameTakeSoft, ColorNameTakeTint, ColorNameTakeInk},
	Bridge:  {ColorNameBridge, ColorNameBridgeSoft, ColorNamePanel, ColorNameSoftInk},
	Message: {ColorNameMessage, ColorNameMessageSoft, ColorNameMessageTint, ColorNameMessageInk},
	Clarity: {ColorNameClarity, ColorNameClaritySoft, ColorNameClarityTint, ColorNameClarityInk},
}

// Fill is the colour of shapes.
func (t Tone) Fill() fyne.ThemeColorName { return tones[t].fill }

// Soft is the paler colour of shapes: a range, what is done, what is guessed.
func (t Tone) Soft() fyne.ThemeColorName { return tones[t].soft }

// Tint is the colour behind words of this tone.
func (t Tone) Tint() fyne.ThemeColorName { return tones[t].tint }

// Ink is the colour of words of this tone.
func (t Tone) Ink() fyne.ThemeColorName { return tones[t].ink }

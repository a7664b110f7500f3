package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Surfaces, and text upon them.
const (
	ColorNameBackground fyne.ThemeColorName = "talkgiver.background" // the window behind the cards
	ColorNamePanel      fyne.ThemeColorName = "talkgiver.panel"      // side panels, the top bar, quiet chips
	ColorNameCard       fyne.ThemeColorName = "talkgiver.card"       // cards and inputs
	ColorNameLine       fyne.ThemeColorName = "talkgiver.line"       // edges, separators, empty tracks
	ColorNameInk        fyne.ThemeColorName = "talkgiver.ink"        // text
	ColorNameSoftInk    fyne.ThemeColorName = "talkgiver.softInk"    // text that explains
	ColorNameOnTone     fyne.ThemeColorName = "talkgiver.onTone"     // text on the full tones of give, take and clarity
)

// The four meanings. The plain name fills shapes; Soft is paler (a range, something done, something guessed); Tint lies behind text; Ink
// writes text, on a surface or on the Tint.
const (
	ColorNameGive     fyne.ThemeColorName = "talkgiver.give"
	ColorNameGiveSoft fyne.ThemeColorName = "talkgiver.giveSoft"
	ColorNameGiveTint fyne.ThemeColorName = "talkgiver.giveTint"
	ColorNameGiveInk  fyne.ThemeColorName = "talkgiver.giveInk"

	ColorNameTake     fyne.ThemeColorName = "talkgiver.take"
	ColorNameTakeSoft fyne.ThemeColorName = "talkgiver.takeSoft"
	ColorNameTakeTint fyne.ThemeColorName = "talkgiver.takeTint"
	ColorNameTakeInk  fyne.ThemeColorName = "talkgiver.takeInk"

	ColorNameMessage     fyne.ThemeColorName = "talkgiver.message" // the message, the promises, effort
	ColorNameMessageSoft fyne.ThemeColorName = "talkgiver.messageSoft"
	ColorNameMessageTint fyne.ThemeColorName = "talkgiver.messageTint"
	ColorNameMessageInk  fyne.ThemeColorName = "talkgiver.messageInk"

	ColorNameClarity     fyne.ThemeColorName = "talkgiver.clarity" // clarity, and the focus ring
	ColorNameClaritySoft fyne.ThemeColorName = "talkgiver.claritySoft"
	ColorNameClarityTint fyne.ThemeColorName = "talkgiver.clarityTint"
	ColorNameClarityInk  fyne.ThemeColorName = "talkgiver.clarityInk"

	ColorNameBridge     fyne.ThemeColorName = "talkgiver.bridge"
	ColorNameBridgeSoft fyne.ThemeColorName = "talkgiver.bridgeSoft"
)

type palette map[fyne.ThemeColorName]color.NRGBA

// base holds what a palette is made from.
type base struct {
	background, panel, card, line, ink, softInk, onTone uint32

	give, giveTint, giveInk          uint32
	take, takeTint, takeInk          uint32
	message, messageTint, messageInk uint32
	clarity, clarityTint, clarityInk uint32
	bridge                           uint32
}

var (
	lightPalette = newPalette(base{
		background: 0xFAF7F2, panel: 0xF3EEE6, card: 0xFFFFFF, line: 0xE3DCD0,
		ink: 0x232833, softInk: 0x6B6A66, onTone: 0xFFFFFF,
		give: 0x1F7A6B, giveTint: 0xD5E9E4, giveInk: 0x1A7062,
		take: 0xB64A31, takeTint: 0xF5DDD5, takeInk: 0xA8422A,
		message: 0xB5842A, messageTint: 0xF4E7CC, messageInk: 0x85601A,
		clarity: 0x2B5FA8, clarityTint: 0xDDE7F5, clarityInk: 0x2B5FA8,
		bridge: 0xA59E92,
	})
	darkPalette = newPalette(base{
		background: 0x16181D, panel: 0x1C1F26, card: 0x232730, line: 0x343945,
		ink: 0xECE7DE, softInk: 0xA09C94, onTone: 0x16181D,
		give: 0x4DB8A4, giveTint: 0x1E3D39, giveInk: 0x4DB8A4,
		take: 0xE8836B, takeTint: 0x45291F, takeInk: 0xE8836B,
		message: 0xE0B25A, messageTint: 0x3F341C, messageInk: 0xE0B25A,
		clarity: 0x7FB0F0, clarityTint: 0x22334D, clarityInk: 0x7FB0F0,
		bridge: 0x7A756C,
	})
)

func newPalette(b base) palette {
	soft := func(tone uint32) color.NRGBA { return mix(rgb(tone), rgb(b.line), 0.5) }
	return palette{
		ColorNameBackground: rgb(b.background),
		ColorNamePanel:      rgb(b.panel),
		ColorNameCard:       rgb(b.card),
		ColorNameLine:       rgb(b.line),
		ColorNameInk:        rgb(b.ink),
		ColorNameSoftInk:    rgb(b.softInk),
		ColorNameOnTone:     rgb(b.onTone),

		ColorNameGive:        rgb(b.give),
		ColorNameGiveSoft:    soft(b.give),
		ColorNameGiveTint:    rgb(b.giveTint),
		ColorNameGiveInk:     rgb(b.giveInk),
		ColorNameTake:        rgb(b.take),
		ColorNameTakeSoft:    soft(b.take),
		ColorNameTakeTint:    rgb(b.takeTint),
		ColorNameTakeInk:     rgb(b.takeInk),
		ColorNameMessage:     rgb(b.message),
		ColorNameMessageSoft: soft(b.message),
		ColorNameMessageTint: rgb(b.messageTint),
		ColorNameMessageInk:  rgb(b.messageInk),
		ColorNameClarity:     rgb(b.clarity),
		ColorNameClaritySoft: soft(b.clarity),
		ColorNameClarityTint: rgb(b.clarityTint),
		ColorNameClarityInk:  rgb(b.clarityInk),
		ColorNameBridge:      rgb(b.bridge),
		ColorNameBridgeSoft:  soft(b.bridge),

		fynetheme.ColorNameBackground:                rgb(b.background),
		fynetheme.ColorNameButton:                    rgb(b.panel),
		fynetheme.ColorNameDisabled:                  mix(rgb(b.softInk), rgb(b.background), 0.7),
		fynetheme.ColorNameDisabledButton:            rgb(b.panel),
		fynetheme.ColorNameError:                     rgb(b.takeInk),
		fynetheme.ColorNameFocus:                     alpha(b.clarity, 0x40),
		fynetheme.ColorNameForeground:                rgb(b.ink),
		fynetheme.ColorNameForegroundOnError:         rgb(b.onTone),
		fynetheme.ColorNameForegroundOnPrimary:       rgb(b.onTone),
		fynetheme.ColorNameForegroundOnSuccess:       rgb(b.onTone),
		fynetheme.ColorNameForegroundOnWarning:       rgb(b.onTone),
		fynetheme.ColorNameHeaderBackground:          rgb(b.panel),
		fynetheme.ColorNameHover:                     alpha(b.ink, 0x0F),
		fynetheme.ColorNameHyperlink:                 rgb(b.clarityInk),
		fynetheme.ColorNameInnerWindowBorder:         rgb(b.card),
		fynetheme.ColorNameInnerWindowBorderInactive: rgb(b.panel),
		fynetheme.ColorNameInputBackground:           rgb(b.card),
		fynetheme.ColorNameInputBorder:               mix(rgb(b.bridge), rgb(b.softInk), 0.5), // a field is to be found
		fynetheme.ColorNameMenuBackground:            rgb(b.card),
		fynetheme.ColorNameOverlayBackground:         rgb(b.card),
		fynetheme.ColorNamePlaceHolder:               rgb(b.softInk),
		fynetheme.ColorNamePressed:                   alpha(b.ink, 0x1F),
		fynetheme.ColorNamePrimary:                   rgb(b.clarity),
		fynetheme.ColorNameScrollBar:                 alpha(b.softInk, 0x99),
		fynetheme.ColorNameScrollBarBackground:       rgb(b.panel),
		fynetheme.ColorNameSelection:                 alpha(b.clarity, 0x40),
		fynetheme.ColorNameSeparator:                 rgb(b.line),
		fynetheme.ColorNameShadow:                    alpha(0x000000, 0x33),
		fynetheme.ColorNameSuccess:                   rgb(b.giveInk),
		fynetheme.ColorNameWarning:                   rgb(b.messageInk),
	}
}

// rgb is an opaque colour written as 0xRRGGBB.
func rgb(hex uint32) color.NRGBA {
	return alpha(hex, 0xFF)
}

func alpha(hex uint32, a uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: a}
}

// mix lays share of top over bottom, both opaque.
func mix(top, bottom color.NRGBA, share float32) color.NRGBA {
	channel := func(a, b uint8) uint8 { return uint8(float32(a)*share + float32(b)*(1-share) + 0.5) }
	return color.NRGBA{R: channel(top.R, bottom.R), G: channel(top.G, bottom.G), B: channel(top.B, bottom.B), A: 0xFF}
}

package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The type scale.
const (
	SizeNameCaption fyne.ThemeSizeName = "talkgiver.caption" // 11: chips, labels of dials, key hints
	SizeNameBody    fyne.ThemeSizeName = "talkgiver.body"    // 13: running text, the same as Fyne's text
	SizeNameTitle   fyne.ThemeSizeName = "talkgiver.title"   // 15: titles of cards and of sections
	SizeNameLead    fyne.ThemeSizeName = "talkgiver.lead"    // 17: figures in dials, the section that is spoken
	SizeNameFigure  fyne.ThemeSizeName = "talkgiver.figure"  // 26: the balance
	SizeNameScript  fyne.ThemeSizeName = "talkgiver.script"  // 34: the script on the big screen
	SizeNameClock   fyne.ThemeSizeName = "talkgiver.clock"   // 44: clocks
)

// Spacing goes in steps of four.
const (
	SizeNameSpace1 fyne.ThemeSizeName = "talkgiver.space1" // 4
	SizeNameSpace2 fyne.ThemeSizeName = "talkgiver.space2" // 8
	SizeNameSpace3 fyne.ThemeSizeName = "talkgiver.space3" // 12
	SizeNameSpace4 fyne.ThemeSizeName = "talkgiver.space4" // 16
	SizeNameSpace5 fyne.ThemeSizeName = "talkgiver.space5" // 20
	SizeNameSpace6 fyne.ThemeSizeName = "talkgiver.space6" // 24
)

// Corners and edges.
const (
	SizeNameRadius      fyne.ThemeSizeName = "talkgiver.radius"      // 10: cards
	SizeNameRadiusSmall fyne.ThemeSizeName = "talkgiver.radiusSmall" // 8: buttons, inputs
	SizeNameEdge        fyne.ThemeSizeName = "talkgiver.edge"        // 3: the coloured edge of a card
)

// textSizes grow with Theme.TextScale.
var textSizes = map[fyne.ThemeSizeName]float32{
	SizeNameCaption: 11,
	SizeNameBody:    13,
	SizeNameTitle:   15,
	SizeNameLead:    17,
	SizeNameFigure:  26,
	SizeNameScript:  34,
	SizeNameClock:   44,

	fynetheme.SizeNameCaptionText:    11,
	fynetheme.SizeNameText:           13,
	fynetheme.SizeNameSubHeadingText: 17,
	fynetheme.SizeNameHeadingText:    26,
	fynetheme.SizeNameInlineIcon:     18,
}

var sizes = map[fyne.ThemeSizeName]float32{
	SizeNameSpace1: 4,
	SizeNameSpace2: 8,
	SizeNameSpace3: 12,
	SizeNameSpace4: 16,
	SizeNameSpace5: 20,
	SizeNameSpace6: 24,

	SizeNameRadius:      10,
	SizeNameRadiusSmall: 8,
	SizeNameEdge:        3,

	fynetheme.SizeNamePadding:            4,
	fynetheme.SizeNameInnerPadding:       8,
	fynetheme.SizeNameLineSpacing:        4,
	fynetheme.SizeNameSeparatorThickness: 1,
	fynetheme.SizeNameInputBorder:        1,
	fynetheme.SizeNameInputRadius:        8,
	fynetheme.SizeNameButtonRadius:       8,
	fynetheme.SizeNameSelectionRadius:    4,
	fynetheme.SizeNameCardRadius:         10,
	fynetheme.SizeNameDialogRadius:       10,
	fynetheme.SizeNamePopupRadius:        8,
	fynetheme.SizeNameMenuRadius:         8,
	fynetheme.SizeNameScrollBar:          10,
	fynetheme.SizeNameScrollBarSmall:     4,
	fynetheme.SizeNameScrollBarRadius:    4,
	fynetheme.SizeNameSplitThickness:     5,
}

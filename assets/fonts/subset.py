#!/usr/bin/env python3
"""Makes the fonts beside this file from the full ones. Needs fontTools 4.38.

    subset.py INTER_FOLDER NOTO_FOLDER

Inter comes from Debian's fonts-inter (OpenType, 3.19), Noto Serif from fonts-noto-core (TrueType). Both keep Latin, Greek, Cyrillic,
punctuation, currency, arrows and the shapes an outline uses; what is missing falls back to Fyne's own fonts. In Inter a colon
between figures rises to their middle. Inter-SemiBold-Figures has little but figures, all as wide as each other, so that clocks stand still.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

RANGES = [
    (0x20, 0x7E), (0xA0, 0x24F),           # Latin
    (0x2B0, 0x36F),                        # modifiers, combining marks
    (0x370, 0x3FF), (0x400, 0x52F),        # Greek, Cyrillic
    (0x1E00, 0x1EFF),                      # Latin additional
    (0x2000, 0x206F), (0x2070, 0x209F),    # punctuation, superscripts
    (0x20A0, 0x20BF), (0x2100, 0x214F),    # currency, letterlike
    (0x2190, 0x21FF), (0x2200, 0x22FF),    # arrows, mathematics
    (0x2460, 0x2473), (0x25A0, 0x25FF),    # circled numbers, shapes
    (0x2713, 0x2717), (0xFB00, 0xFB06),    # check marks, ligatures
]
FIGURES = range(ord("0"), ord("9") + 1)
KEEP = {cp for first, last in RANGES for cp in range(first, last + 1)}


def single(font, tag):
    """The one-to-one substitutions of a feature."""
    table, found = font["GSUB"].table, {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == tag:
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    found.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    return found


def tabular(font):
    """Points the figures at their tabular forms, all of one width."""
    tnum = single(font, "tnum")
    for table in font["cmap"].tables:
        for cp in FIGURES:
            if cp in table.cmap:
                table.cmap[cp] = tnum.get(table.cmap[cp], table.cmap[cp])
    names = [font.getBestCmap()[cp] for cp in FIGURES]
    widest = max(font["hmtx"][name][0] for name in names)  # a weight or two is off by a few units
    for name in names:
        font["hmtx"][name] = (widest, font["hmtx"][name][1])


def make(source, target, keep, layout):
    font = TTFont(source)
    inter = source.name.startswith("Inter")
    if target.stem.endswith("Figures"):
        tabular(font)
    best, extra = font.getBestCmap(), []
    if inter:
        colon = best[ord(":")]
        raised = single(font, "case")[colon]
        extra = [raised]
    options = subset.Options()
    options.layout_features = layout
    options.name_IDs = [0, 1, 2, 4, 5, 6, 7, 13, 14]
    options.notdef_outline = True
    options.glyph_names = True
    options.hinting = False
    worker = subset.Subsetter(options)
    worker.populate(unicodes=keep, glyphs=extra)
    worker.subset(font)
    if inter:
        figures = " ".join(best[cp] for cp in FIGURES)
        add_rule(font, f"feature calt {{ sub [{figures}] {colon}' [{figures}] by {raised}; }} calt;")
    font.save(target)
    print(target.name, target.stat().st_size)


def add_rule(font, rule):
    """feaLib replaces GSUB whole, so the new lookup is moved over into the old table."""
    old = font["GSUB"]
    addOpenTypeFeaturesFromString(font, rule, tables=["GSUB"])
    new, table = font["GSUB"].table, old.table
    base = len(table.LookupList.Lookup)
    for lookup in new.LookupList.Lookup:
        for sub in lookup.SubTable:
            for record in getattr(sub, "SubstLookupRecord", []):
                record.LookupListIndex += base
        table.LookupList.Lookup.append(lookup)
    for record in new.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex = [i + base for i in record.Feature.LookupListIndex]
        table.FeatureList.FeatureRecord.append(record)
        last = len(table.FeatureList.FeatureRecord) - 1
        for script in table.ScriptList.ScriptRecord:
            systems = [s.LangSys for s in script.Script.LangSysRecord]
            if script.Script.DefaultLangSys:
                systems.append(script.Script.DefaultLangSys)
            for system in systems:
                system.FeatureIndex.append(last)
    font["GSUB"] = old


def main():
    inter, noto = Path(sys.argv[1]), Path(sys.argv[2])
    here = Path(__file__).parent
    features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    for style in ("Regular", "Italic", "SemiBold", "SemiBoldItalic"):
        make(inter / f"Inter-{style}.otf", here / f"Inter-{style}.otf", KEEP, features)
    make(inter / "Inter-SemiBold.otf", here / "Inter-SemiBold-Figures.otf", {*range(0x20, 0x7F), 0xA0, 0xB7, 0x2013, 0x2212}, features)
    make(noto / "NotoSerif-Regular.ttf", here / "NotoSerif-Regular.ttf", KEEP, features + ["liga"])


main()

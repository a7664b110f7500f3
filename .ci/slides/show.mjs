// Shows decks with a real tool and prints what an audience would read and what the speaker would see under it:
//
//   node show.mjs TOOL <{"NAME": "the deck's Markdown", ...}
//   {"NAME": [{"blocks": [{"in": "li", "text": "..."}, ...], "notes": ["paragraph", ...]}, ...], ...}
//
// White space is collapsed, byte order marks are taken out, an image is its alternative text, and a text stands
// in the innermost list entry, table cell, quote, heading or code that holds it.
import { readFileSync } from 'node:fs'

const tools = {
  marp: async () => (await import('./marp.mjs')).marp,
  reveal: async () => (await import('./reveal.mjs')).reveal,
  'reveal-md': async () => (await import('./reveal.mjs')).revealMd,
  remark: async () => (await import('./remark.mjs')).remark,
  slidev: async () => (await import('./slidev.mjs')).slidev,
  pandoc: async () => (await import('./pandoc.mjs')).pandoc,
  pptx: async () => (await import('./pandoc.mjs')).pptx,
  patat: async () => (await import('./patat.mjs')).patat,
}

const tool = tools[process.argv[2]]
if (!tool) throw new Error(`there is no tool ${process.argv[2]}; there is: ${Object.keys(tools).join(', ')}`)
const show = await tool()
const decks = JSON.parse(readFileSync(0, 'utf8'))
process.stdout.write(JSON.stringify(await show(decks)))

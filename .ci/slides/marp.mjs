// Shows the decks of a folder with the real Marp and prints, as one JSON
// object, what an audience would read and what the speaker would see under it:
//
//   node marp.mjs FOLDER
//   {"NAME of NAME.md": [{"blocks": [{"in": "li", "text": "..."}, ...], "notes": ["paragraph", ...]}, ...], ...}
//
// White space is collapsed, byte order marks are taken out, an image is its alternative text, and a text stands
// in the innermost list entry, table cell, quote, heading or code that holds it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'parse5'

const marp = fileURLToPath(new URL('node_modules/@marp-team/marp-cli/marp-cli.js', import.meta.url))

const isBlock = new Set(('section div p ul ol li dl dt dd h1 h2 h3 h4 h5 h6 pre blockquote hr figure figcaption ' +
  'table thead tbody tfoot tr td th header footer').split(' '))
const isPlace = new Set('h1 h2 h3 h4 h5 h6 li td th pre blockquote'.split(' '))
const isHidden = new Set(['script', 'style', 'template'])

const attribute = (node, name) => node.attrs?.find((a) => a.name === name)?.value

// find calls visit for each element under node; a visit that returns true is not entered.
function find(node, visit) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName && visit(child)) continue
    find(child, visit)
  }
}

// blocks returns the text of each innermost block under node, empty ones left out.
function blocks(node) {
  const found = []
  let text = ''
  const flush = (place) => {
    text = text.replace(/\ufeff/g, '').replace(/\s+/g, ' ').trim()
    if (text) found.push({ in: place === 'th' ? 'td' : place, text })
    text = ''
  }
  const walk = (at, place) => {
    for (const child of at.childNodes ?? []) {
      const name = child.tagName
      if (child.nodeName === '#text') text += child.value
      else if (name === 'br') text += ' '
      else if (name === 'img') text += attribute(child, 'alt') ?? ''
      else if (isBlock.has(name)) {
        flush(place)
        const inner = isPlace.has(name) ? name : place
        walk(child, inner)
        flush(inner)
      } else if (!isHidden.has(name)) walk(child, place)
    }
  }
  walk(node, 'p')
  flush('p')
  return found
}

function slides(html) {
  const found = []
  find(parse(html), (element) => {
    // Only a background of Marp's own makes a second section.
    if (element.tagName === 'section') {
      found.push({ blocks: blocks(element), notes: [] })
      return true
    }
    if (attribute(element, 'class') === 'bespoke-marp-note') {
      found[Number(attribute(element, 'data-index'))].notes = blocks(element).map((b) => b.text)
      return true
    }
    return false
  })
  return found
}

const out = mkdtempSync(join(tmpdir(), 'marp-'))
try {
  execFileSync(process.execPath, [marp, '--no-stdin', '--no-config-file', '--input-dir', process.argv[2], '--output', out],
    { stdio: ['ignore', 'ignore', 'inherit'] })
  const shown = {}
  for (const file of readdirSync(out)) {
    if (file.endsWith('.html')) shown[basename(file, '.html')] = slides(readFileSync(join(out, file), 'utf8'))
  }
  console.log(JSON.stringify(shown))
} finally {
  rmSync(out, { recursive: true, force: true })
}

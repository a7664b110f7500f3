// Shows decks with the real Marp and prints, as one JSON array, what an audience
// would read and what the speaker would see under it:
//
//   node marp.mjs DECK.md...
//   [{"slides": [{"blocks": ["text", ...], "notes": ["paragraph", ...]}, ...]}, ...]
//
// White space is collapsed, an image is its alternative text.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parse } from 'parse5'

const marp = fileURLToPath(new URL('node_modules/@marp-team/marp-cli/marp-cli.js', import.meta.url))

const isBlock = new Set(('section div p ul ol li dl dt dd h1 h2 h3 h4 h5 h6 pre blockquote hr figure figcaption ' +
  'table thead tbody tfoot tr td th header footer').split(' '))
const isHidden = new Set(['script', 'style', 'template'])

const attribute = (node, name) => node.attrs?.find((a) => a.name === name)?.value

// find calls visit for each element under node; a visit that returns true is not entered.
function find(node, visit) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName && visit(child)) continue
    find(child, visit)
  }
}

// texts returns the text of each innermost block under node, empty ones left out.
function texts(node) {
  const found = []
  let line = ''
  const flush = () => {
    line = line.replace(/\s+/g, ' ').trim()
    if (line) found.push(line)
    line = ''
  }
  const walk = (at) => {
    for (const child of at.childNodes ?? []) {
      const name = child.tagName
      if (child.nodeName === '#text') line += child.value
      else if (name === 'br') line += ' '
      else if (name === 'img') line += attribute(child, 'alt') ?? ''
      else if (isBlock.has(name)) { flush(); walk(child); flush() }
      else if (!isHidden.has(name)) walk(child)
    }
  }
  walk(node)
  flush()
  return found
}

function show(file) {
  const html = execFileSync(process.execPath, [marp, '--no-stdin', '--no-config-file', '--output', '-', file],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 })
  const slides = []
  find(parse(html), (element) => {
    if (element.tagName === 'section') {
      slides.push({ blocks: texts(element), notes: [] })
      return true
    }
    if (attribute(element, 'class') === 'bespoke-marp-note') {
      slides[Number(attribute(element, 'data-index'))].notes = texts(element)
      return true
    }
    return false
  })
  return { slides }
}

console.log(JSON.stringify(process.argv.slice(2).map(show)))

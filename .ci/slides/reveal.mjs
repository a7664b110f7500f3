// reveal.js with its Markdown plugin, and reveal-md, in Chromium.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withBrowser } from './browser.mjs'
import { each } from './each.mjs'
import { attribute, blocks, find, hasClass, parse, texts } from './html.mjs'

const modules = fileURLToPath(new URL('node_modules/', import.meta.url))

export const isNotes = (element) => element.tagName === 'aside' && hasClass(element, 'notes')

// sections returns the slides of a deck that reveal.js has shown.
export function sections(html) {
  const found = []
  const take = (section) => {
    const inner = section.childNodes.filter((n) => n.tagName === 'section')
    if (inner.length) return inner.forEach(take)
    let notes = attribute(section, 'data-notes') ? [attribute(section, 'data-notes')] : []
    find(section, (e) => isNotes(e) && ((notes = notes.concat(texts(e))), true))
    found.push({ blocks: blocks(section, isNotes), notes, seconds: Number(attribute(section, 'data-timing') ?? 0) })
  }
  find(parse(html), (e) => {
    if (e.tagName !== 'div' || !hasClass(e, 'slides')) return false
    e.childNodes.filter((n) => n.tagName === 'section').forEach(take)
    return true
  })
  return found
}

const deck = (page) => page.evaluate(() => document.querySelector('.reveal .slides').outerHTML)

// The usual settings, and those of the plugin itself.
const settings = {
  usual: String.raw`data-separator="^\r?\n---\r?\n$" data-separator-vertical="^\r?\n--\r?\n$" data-separator-notes="^Note:"`,
  own: '',
}

export const reveal = (decks) => withBrowser((open) => each(decks, async (markdown, name) => {
  const seen = {}
  for (const [which, attributes] of Object.entries(settings)) {
    const html = `<!doctype html><meta charset=utf-8><div class=reveal><div class=slides><section data-markdown="deck.md" ${attributes}></section></div></div>
<script src="/reveal.js"></script><script src="/plugin/markdown.js"></script><script src="/plugin/notes.js"></script>
<script>Reveal.initialize({ plugins: [RevealMarkdown, RevealNotes], viewDistance: 1 }).then(() => { window.ready = true })</script>`
    const serve = (path) => {
      if (path === '/') return html
      if (path === '/deck.md') return markdown
      return path.endsWith('.js') ? readFileSync(modules + 'reveal.js/dist' + path) : undefined
    }
    seen[which] = sections(await open('/', serve, async (page) => {
      await page.waitForFunction('window.ready')
      return deck(page)
    }))
  }
  if (JSON.stringify(seen.usual) !== JSON.stringify(seen.own)) {
    const at = seen.usual.findIndex((s, i) => JSON.stringify(s) !== JSON.stringify(seen.own[i]))
    throw new Error(`${name}: slide ${at + 1} is ${JSON.stringify(seen.usual[at])} with the usual settings, and ${JSON.stringify(seen.own[at])} with the plugin's own`)
  }
  return seen.usual
}))

export async function revealMd(decks) {
  process.argv.splice(2) // reveal-md reads them
  const { render } = await import(modules + 'reveal-md/lib/render.js')
  const base = [modules + 'reveal-md/node_modules/reveal.js', modules + 'reveal.js'].find(existsSync)
  return withBrowser((open) => each(decks, async (markdown) => {
    const html = (await render(markdown, { base: '' })).replace('Reveal.initialize(options);', 'Reveal.initialize(options).then(() => { window.ready = true });')
    const serve = (path) => {
      if (path === '/') return html
      return /^\/(dist|plugin)\/[\w/.-]+\.(js|css)$/.test(path) && existsSync(base + path) ? readFileSync(base + path) : undefined
    }
    return sections(await open('/', serve, async (page) => {
      await page.waitForFunction('window.ready')
      return deck(page)
    }))
  }))
}

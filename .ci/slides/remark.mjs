// remark (https://remarkjs.com) in Chromium.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withBrowser } from './browser.mjs'
import { each } from './each.mjs'
import { blocks, find, hasClass, parse, texts } from './html.mjs'

const script = readFileSync(fileURLToPath(new URL('node_modules/remark-slide/out/remark.js', import.meta.url)))

export const remark = (decks) => withBrowser((open) => each(decks, async (markdown, name) => {
  const serve = (path) => (path === '/' ? '<!doctype html><meta charset=utf-8><body><script src="/remark.js"></script>' : path === '/remark.js' ? script : undefined)
  const pieces = await open('/', serve, (page) => page.evaluate((source) => {
    const slides = remark.create({ source, highlightLines: false }).getSlides()
    const content = [...document.querySelectorAll('.remark-slide-content')]
    const notes = [...document.querySelectorAll('.remark-slide-notes')]
    return slides.map((s, i) => ({ content: content[i].innerHTML, notes: notes[i]?.innerHTML ?? '', continued: s.properties.continued === 'true' }))
  }, markdown))
  if (pieces.some((p) => p.continued)) throw new Error(`${name}: a slide is continued`)
  return pieces.map((p) => ({ blocks: blocks(parse(p.content), (e) => hasClass(e, 'remark-slide-number')), notes: texts(parse(p.notes)) }))
}))

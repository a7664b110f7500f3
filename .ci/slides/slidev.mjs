// Slidev builds decks as one, and Chromium shows it. How many slides each deck has, its own parser says.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from '@slidev/parser'
import { withBrowser } from './browser.mjs'
import { blocks, parse, texts } from './html.mjs'

const modules = fileURLToPath(new URL('node_modules', import.meta.url))
const head = /^---\n[\s\S]*?\n---\n/

// settings leaves of a deck's settings those of its first slide.
function settings(front) {
  const lines = front.match(/^(?:layout|unocss): .*\n/gm) ?? []
  return lines.length ? '---\n' + lines.join('') + '---\n' : '---\n'
}

// Slidev asks for each title whether it is the one, inside of the question for the title before: a few thousand
// are more than the stack holds.
const most = 1200

export async function slidev(decks) {
  const builds = []
  let slides = 0
  for (const [name, text] of Object.entries(decks)) {
    const count = parseSync(text, name).slides.length
    slides += count
    if (builds.length === 0 || slides > most) {
      builds.push({ names: [], counts: [] })
      slides = count
    }
    builds.at(-1).names.push(name)
    builds.at(-1).counts.push(count)
  }
  const shown = {}
  for (const { names, counts } of builds) Object.assign(shown, await build(decks, names, counts))
  return shown
}

// build shows some of the decks, which have so many slides.
async function build(decks, names, counts) {
  const joined = names.map((name, i) => (i === 0 ? decks[name] : decks[name].replace(head, settings))).join('\n')
  const dir = mkdtempSync(join(tmpdir(), 'slidev-'))
  try {
    symlinkSync(modules, join(dir, 'node_modules'))
    writeFileSync(join(dir, 'package.json'), '{"private":true,"type":"module"}')
    writeFileSync(join(dir, 'vite.config.js'), 'export default { build: { minify: false, cssMinify: true } }')
    writeFileSync(join(dir, 'slides.md'), joined)
    const run = spawnSync(process.execPath, [join(modules, '@slidev/cli/bin/slidev.mjs'), 'build', 'slides.md', '--out', 'out'],
      { cwd: dir, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, NO_COLOR: '1' } })
    const out = join(dir, 'out')
    if (!existsSync(join(out, 'index.html'))) throw new Error((run.stderr + run.stdout).slice(-4000))
    const slides = await read(out)
    const total = counts.reduce((a, b) => a + b, 0)
    if (slides.length !== total) throw new Error(`the decks have ${total} slides one by one, and ${slides.length} when they are one`)
    const shown = {}
    let at = 0
    names.forEach((name, i) => { shown[name] = slides.slice(at, at += counts[i]) })
    return shown
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

const read = (out) => withBrowser((open) => {
  const serve = (path) => {
    const file = join(out, path)
    if (existsSync(file) && statSync(file).isFile()) return readFileSync(file)
    return extname(path) ? undefined : readFileSync(join(out, 'index.html'))
  }
  // The page of one slide holds all of them, so that moving on is quick.
  return open('/1', serve, async (page) => {
    await page.waitForFunction(() => document.querySelector('.slidev-layout'), undefined, { timeout: 60_000 })
    const pieces = await page.evaluate(async () => {
      const { nav } = document.querySelector('#app')._vnode.appContext.provides['$$slidev-context']
      const slides = nav.slides.value ?? nav.slides
      const shown = (i) => document.querySelector(`.slidev-page-${i + 1} .slidev-layout`)
      const end = Date.now() + 60_000
      while (Date.now() < end && slides.some((_, i) => !shown(i))) await new Promise((resolve) => setTimeout(resolve, 100))
      return slides.map((s, i) => ({ content: shown(i)?.innerHTML ?? '', notes: s.meta.slide.noteHTML ?? '' }))
    })
    return pieces.map((p) => ({ blocks: blocks(parse(p.content)), notes: texts(parse(p.notes)) }))
  })
})

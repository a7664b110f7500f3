// Marp writes HTML by itself.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { attribute, blocks, find, parse, texts } from './html.mjs'

const cli = fileURLToPath(new URL('node_modules/@marp-team/marp-cli/marp-cli.js', import.meta.url))

const isAround = (element) => element.tagName === 'header' || element.tagName === 'footer'

function slides(html) {
  const found = []
  find(parse(html), (element) => {
    if (element.tagName === 'section') {
      // A background of Marp's own has sections of its own. Header and footer are settings.
      const layer = attribute(element, 'data-marpit-advanced-background') ?? 'content'
      if (layer === 'content') found.push({ blocks: blocks(element, isAround), notes: [] })
      return true
    }
    if (attribute(element, 'class') === 'bespoke-marp-note') {
      found[Number(attribute(element, 'data-index'))].notes = texts(element)
      return true
    }
    return false
  })
  return found
}

export async function marp(decks) {
  const dir = mkdtempSync(join(tmpdir(), 'marp-'))
  try {
    const names = Object.keys(decks)
    names.forEach((name, i) => writeFileSync(join(dir, `${i}.md`), decks[name]))
    execFileSync(process.execPath, [cli, '--no-stdin', '--no-config-file', '--input-dir', dir, '--output', dir], { stdio: ['ignore', 'ignore', 'inherit'] })
    return Object.fromEntries(names.map((name, i) => [name, slides(readFileSync(join(dir, `${i}.html`), 'utf8'))]))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

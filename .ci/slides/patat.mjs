// patat prints its slides. What stands in what cannot be told from that, so a slide is one text. It prints no notes:
// they are the comments that Pandoc, which patat reads its files with, finds on each slide.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { each } from './each.mjs'

const run = promisify(execFile)

// A list in a quote comes point by point, so a slide is printed several times, each time with its number at the end.
function whole(printed) {
  const slides = new Map()
  for (const text of printed) slides.set(text.match(/(\d+) \/ \d+\s*$/)[1], text)
  return [...slides.values()]
}

// What patat has Pandoc read, by default, from its manual.
const format = 'markdown_strict-shortcut_reference_links-spaced_reference_links' + ['yaml_metadata_block', 'table_captions', 'simple_tables',
  'multiline_tables', 'grid_tables', 'pipe_tables', 'raw_html', 'tex_math_dollars', 'fenced_code_blocks', 'fenced_code_attributes',
  'backtick_code_blocks', 'inline_code_attributes', 'fancy_lists', 'four_space_rule', 'definition_lists', 'compact_definition_lists',
  'example_lists', 'strikeout', 'superscript', 'subscript'].map((name) => `+${name}`).join('')

// Slides end at rules, and one without anything is none. A comment is a block of its own, and one without words parts two lists.
function notes({ blocks }) {
  const slides = [[]]
  for (const block of blocks) {
    if (block.t === 'HorizontalRule') slides.push([])
    else slides.at(-1).push(block)
  }
  return slides.filter((slide) => slide.length > 0).map((slide) => slide
    .filter(({ t, c }) => t === 'RawBlock' && c[0] === 'html').map(({ c }) => c[1].match(/^<!--([^]*)-->$/)?.[1] ?? `no comment: ${c[1]}`))
}

export async function patat(decks) {
  const dir = mkdtempSync(join(tmpdir(), 'patat-'))
  const options = { maxBuffer: 1 << 28, env: { ...process.env, LANG: 'C.UTF-8', TERM: 'xterm' } }
  const names = Object.keys(decks)
  try {
    return await each(decks, async (markdown, name) => {
      const file = join(dir, `${names.indexOf(name)}.md`)
      writeFileSync(file, markdown)
      const { stdout: printed } = await run('patat', ['--dump', '--force', file], options)
      const { stdout: read } = await run('pandoc', ['-f', format, '-t', 'json', file], options)
      const texts = whole(printed.split('\x1b[m----------\x1b[0m\n').map((slide) => slide.replace(/\x1b\[[\d;]*m/g, '')))
      const said = notes(JSON.parse(read))
      const differ = said.length === texts.length ? undefined : [`Pandoc reads ${said.length} slides`]
      return texts.map((text, i) => ({ blocks: [{ in: 'slide', text }], notes: differ ?? said[i] }))
    })
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

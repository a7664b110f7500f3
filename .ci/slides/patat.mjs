// patat prints its slides. What stands in what cannot be told from that, so a slide is one text.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

// A list in a quote comes point by point, so a slide is printed several times, each time with its number at the end.
function whole(printed) {
  const slides = new Map()
  for (const text of printed) slides.set(text.match(/(\d+) \/ \d+\s*$/)[1], text)
  return [...slides.values()]
}

export async function patat(decks) {
  const dir = mkdtempSync(join(tmpdir(), 'patat-'))
  const shown = {}
  const waiting = Object.keys(decks).map((name, i) => [name, join(dir, `${i}.md`)])
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, file] = next
      writeFileSync(file, decks[name])
      const { stdout } = await promisify(execFile)('patat', ['--dump', '--force', file],
        { maxBuffer: 1 << 28, env: { ...process.env, LANG: 'C.UTF-8', TERM: 'xterm' } })
      shown[name] = whole(stdout.split('\x1b[m----------\x1b[0m\n').map((slide) => slide.replace(/\x1b\[[\d;]*m/g, '')))
        .map((text) => ({ blocks: [{ in: 'slide', text }], notes: [] }))
    }
  }
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, work))
    return shown
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

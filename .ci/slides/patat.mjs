// patat prints its slides. What stands in what cannot be told from that, so a slide is one text.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export async function patat(decks) {
  const dir = mkdtempSync(join(tmpdir(), 'patat-'))
  const shown = {}
  try {
    for (const [name, markdown] of Object.entries(decks)) {
      const file = join(dir, 'deck.md')
      writeFileSync(file, markdown)
      const run = spawnSync('patat', ['--dump', '--force', file], { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, LANG: 'C.UTF-8', TERM: 'xterm' } })
      if (run.error ?? run.status !== 0) throw run.error ?? new Error(`${name}: ${run.stderr}`)
      shown[name] = run.stdout.split('\x1b[m----------\x1b[0m\n').map((slide) => ({ blocks: [{ in: 'slide', text: slide.replace(/\x1b\[[\d;]*m/g, '') }], notes: [] }))
    }
    return shown
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

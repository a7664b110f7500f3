// Pandoc writes slides for reveal.js.
import { spawnSync } from 'node:child_process'
import { sections } from './reveal.mjs'

export async function pandoc(decks) {
  const shown = {}
  for (const [name, markdown] of Object.entries(decks)) {
    const run = spawnSync('pandoc', ['-f', 'markdown', '-t', 'revealjs', '-s', '--wrap=none'], { input: markdown, encoding: 'utf8', maxBuffer: 1 << 28 })
    if (run.error ?? run.status !== 0) throw run.error ?? new Error(`${name}: ${run.stderr}`)
    shown[name] = sections(run.stdout)
  }
  return shown
}

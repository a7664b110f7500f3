// Pandoc writes slides for reveal.js.
import { spawn } from 'node:child_process'
import { each } from './each.mjs'
import { sections } from './reveal.mjs'

function html(markdown) {
  return new Promise((resolve, reject) => {
    const run = spawn('pandoc', ['-f', 'markdown', '-t', 'revealjs', '-s', '--wrap=none'], { stdio: ['pipe', 'pipe', 'pipe'] })
    const out = [], problems = []
    run.on('error', reject)
    run.stdout.on('data', (data) => out.push(data))
    run.stderr.on('data', (data) => problems.push(data))
    run.on('close', (code) => code === 0 ? resolve(Buffer.concat(out).toString()) : reject(new Error(Buffer.concat(problems).toString())))
    run.stdin.end(markdown)
  })
}

export const pandoc = (decks) => each(decks, async (markdown) => sections(await html(markdown)))

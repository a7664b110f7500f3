// Decks are shown as many at a time as there are processors.
import { availableParallelism } from 'node:os'

// each calls show(deck, name) for every deck and returns what it returns, each under its name.
export async function each(decks, show) {
  const shown = {}
  const waiting = Object.entries(decks)
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) shown[next[0]] = await show(next[1], next[0])
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return shown
}

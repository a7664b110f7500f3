// The clock of the talk, in the window with the slides, so that closing the
// speaker's view loses nothing. It counts spoken milliseconds for each slide.

const clock = { running: false, last: performance.now(), spoken: slides.map(() => 0) }
const planned = slides.map((slide) => Number(slide.dataset.seconds) * 1000)
const memory = `talkgiver ${slides.length} ${document.title}`
const reloadTime = 300_000 // a run goes on after a reload that took no longer

const sum = (all) => all.reduce((a, b) => a + b, 0)
const started = () => clock.running || sum(clock.spoken) > 0

// count counts the time since it was called last for the slide that is shown.
function count() {
  const now = performance.now()
  if (clock.running) clock.spoken[at] += now - clock.last
  clock.last = now
}

// drift is how much later than planned everything will have been said, when from
// here on each slide takes what is left of its time, in milliseconds: slides that
// were left count with what they took over or under their time, this one and those
// to come only with what they are over. It is null when nothing is planned.
function drift() {
  if (sum(planned) === 0) return null
  return sum(planned.map((p, i) => i < at ? clock.spoken[i] - p : Math.max(0, clock.spoken[i] - p)))
}

// remember keeps the run for a reload; where the browser keeps nothing, it ends there.
function remember() {
  if (speaking) return
  try {
    sessionStorage.setItem(memory, JSON.stringify({ spoken: clock.spoken, running: clock.running, wall: Date.now() }))
  } catch { /* a browser may forbid it for files */ }
}

function recall() {
  if (speaking) return
  try {
    const kept = JSON.parse(sessionStorage.getItem(memory))
    if (kept?.spoken?.length !== slides.length) return
    clock.spoken = kept.spoken.map(Number)
    const away = Date.now() - kept.wall
    clock.running = kept.running === true && 0 <= away && away < reloadTime
    clock.last = performance.now() - (clock.running ? away : 0)
  } catch { /* nothing was kept */ }
}
addEventListener('pagehide', () => {
  count()
  remember()
})

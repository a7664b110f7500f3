// The speaker's view: notes, what is on the screen, what comes next, clocks and
// drift. It is this page again, in a window of its own; the two talk by messages,
// which work for a file on a disk too. Each hears only the other.

const word = 'talkgiver'
const onTime = 5_000 // nobody in a hall notices less
let other = speaking ? window.opener : null
let heard = 0 // when the window with the slides answered last
let size = 1

function openSpeaker() {
  other = window.open(location.href.split('#')[0] + '#speaker', 'talkgiver-speaker', 'popup,width=1180,height=800')
  if (!other) toast($('toast').dataset.blocked)
}

// tell tells the speaker's view what the window with the slides shows.
function tell() {
  if (speaking || !other || other.closed) return
  count()
  other.postMessage({ from: word, at, blank: root.classList.contains('blanked'), running: clock.running, spoken: clock.spoken }, '*')
}

// ask asks the window with the slides to do something, and reports whether there is one.
function ask(what, argument) {
  if (!other || other.closed) return false
  other.postMessage({ from: word, what, argument }, '*')
  return true
}

addEventListener('message', (event) => {
  const message = event.data
  if (message?.from !== word || !event.source) return
  if (speaking) {
    if (event.source === other) hear(message)
    return
  }
  if (event.source !== other) {
    // After a reload the speaker's view, which this window has opened, calls again.
    if (event.source.opener !== window) return
    other = event.source
  }
  if (Object.hasOwn(actions, message.what)) actions[message.what](Number(message.argument))
  tell()
})

function hear(message) {
  heard = performance.now()
  clock.running = message.running === true
  clock.spoken = message.spoken.map(Number)
  clock.last = performance.now()
  blank(message.blank === true)
  if (message.at !== at) show(Number(message.at))
  speakerClocks()
}

function startSpeaker() {
  $('speaker').hidden = false
  document.title = $('notes-title').textContent + ' · ' + document.title
  const total = sum(planned)
  $('passed').append(...planned.map((p) => {
    const part = document.createElement('i')
    part.style.flexGrow = total ? p : 1
    return part
  }))
  const call = () => {
    ask('hello')
    speakerClocks()
  }
  setInterval(call, 250)
  call()
}

// speakerShows fills the view for the slide that is shown.
function speakerShows() {
  const slide = slides[at], next = slides[at + 1]
  $('which').textContent = `${at + 1} / ${slides.length}`
  const notes = slide.querySelector('.notes')
  $('notes').replaceChildren(...notes ? [...notes.cloneNode(true).childNodes] : [$('notes').dataset.none])
  $('notes').classList.toggle('none', !notes)
  $('notes').scrollTop = 0
  $('current').replaceChildren(picture(slide))
  $('following').replaceChildren(next ? picture(next) : $('following').dataset.end)
  for (const [i, part] of [...$('passed').children].entries()) part.className = i < at ? 'past' : i === at ? 'now' : ''
}

// time writes milliseconds as the app does: 7:05, or 1:07:05.
function time(ms) {
  const s = Math.round(Math.max(0, ms) / 1000)
  const two = (n) => String(n).padStart(2, '0')
  return s < 3600 ? `${Math.floor(s / 60)}:${two(s % 60)}` : `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
}

const onTheClock = (when) => `${when.getHours()}:${String(when.getMinutes()).padStart(2, '0')}`

function speakerClocks() {
  const total = sum(planned), room = $('planned').dataset.speaking * 1000 || total, now = new Date()
  $('elapsed').textContent = time(sum(clock.spoken))
  $('planned').textContent = room ? $('planned').dataset.of.replace('{time}', time(room)) : ''
  $('spent').textContent = time(clock.spoken[at])
  $('budget').textContent = planned[at] ? $('budget').dataset.of.replace('{time}', time(planned[at])) : ''
  $('wall').textContent = onTheClock(now)
  // The end, when what is to come takes what it is planned for.
  const left = sum(planned.map((p, i) => i < at ? 0 : Math.max(0, p - clock.spoken[i])))
  const over = sum(clock.spoken) + left - room
  $('ends').textContent = total ? $('ends').dataset.at.replace('{time}', onTheClock(new Date(now.getTime() + left))) : ''
  if (total && over > onTime) $('ends').textContent += ' · ' + $('ends').dataset.late.replace('{time}', time(over))
  $('ends').classList.toggle('late', over > onTime)
  $('clock').textContent = clock.running ? $('clock').dataset.pause : $('clock').dataset.start
  const [state, text] = driftInWords()
  $('drift').className = state
  if ($('drift').textContent !== text) $('drift').textContent = text
}

// driftInWords says how the talk stands; shape and words say it, not colour alone.
function driftInWords() {
  const words = $('drift').dataset, late = drift()
  if (!other || other.closed || heard && performance.now() - heard > 5000) return ['lost', words.lost]
  if (!started()) return ['ready', words.ready]
  if (!clock.running) return ['paused', '❙❙ ' + words.paused]
  if (late === null) return ['', '']
  if (late > onTime) return ['behind', '▲ ' + words.behind.replace('{time}', time(late))]
  if (late < -onTime) return ['ahead', '▼ ' + words.ahead.replace('{time}', time(-late))]
  return ['on', '● ' + words.intime]
}

function notesSize(by) {
  size = Math.min(Math.max(size * by, 0.6), 2.5)
  $('notes').style.setProperty('--size', size)
}

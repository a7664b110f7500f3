// The slides on the screen: moving, keys, touch, overview, help and print.
// A window that was opened with #speaker shows the speaker's view instead, and
// asks the window with the slides to move.

const $ = (id) => document.getElementById(id)
const root = document.documentElement
const slides = [...document.querySelectorAll('#deck > .slide')]
const speaking = location.hash === '#speaker' && window.opener !== null

let at = 0 // the slide that is shown
let typed = '' // digits that wait for Enter
let toasting, sleeping

const titleOf = (slide) => slide.querySelector('.flow :is(h1, h2, h3)')?.textContent.trim() ?? ''
// beginningOf is what a slide without a title begins with.
const beginningOf = (slide) => titleOf(slide) || (slide.querySelector('.flow').textContent.trim() || slide.querySelector('.flow img')?.alt || '').slice(0, 80)

// show shows a slide, the nearest one when there is none with this index.
function show(index) {
  count()
  at = Math.min(Math.max(Math.trunc(index) || 0, 0), slides.length - 1)
  const slide = slides[at]
  for (const other of slides) other.classList.toggle('current', other === slide)
  fit(slide)
  $('where').textContent = `${at + 1} / ${slides.length}`
  root.style.setProperty('--progress', slides.length > 1 ? at / (slides.length - 1) : 1)
  if (speaking) {
    speakerShows()
    return
  }
  const title = titleOf(slide)
  $('live').textContent = slide.getAttribute('aria-label') + (title && ': ' + title)
  if (location.hash !== '#' + slide.id) history.replaceState(null, '', '#' + slide.id)
  if (document.activeElement?.closest('.slide')) $('deck').focus()
  remember()
  tell()
}

// move goes to a slide because the speaker wants it; the clock starts with it.
function move(index) {
  count()
  if (index > at && !started()) clock.running = true
  blank(false)
  show(index)
}

// blank covers the screen; the speaker's view only says so.
function blank(on) {
  root.classList.toggle('blanked', on)
  $('blank').hidden = !on || speaking
}

function toast(text) {
  $('toast').textContent = text
  $('toast').hidden = false
  clearTimeout(toasting)
  toasting = setTimeout(() => ($('toast').hidden = true), 2000)
}

function toggle(dialog) {
  if (dialog.open) dialog.close()
  else {
    document.querySelector('dialog[open]')?.close()
    dialog.showModal()
    dialog.querySelector('h2[tabindex]')?.focus() // or it begins at its last button
  }
}

// picture is a slide as a small picture of itself that nothing can be done with.
function picture(slide) {
  fit(slide)
  const frame = slide.querySelector('.frame').cloneNode(true)
  frame.className = 'frame ' + slide.className.replace(/\b(slide|current)\b/g, '')
  frame.inert = true
  frame.setAttribute('aria-hidden', 'true')
  for (const a of frame.querySelectorAll('a')) a.removeAttribute('href')
  return frame
}

function overview() {
  const grid = $('overview').querySelector('.grid')
  if (!grid.hasChildNodes()) {
    grid.append(...slides.map((slide, i) => {
      const button = document.createElement('button')
      const label = document.createElement('span')
      button.type = 'button'
      label.textContent = `${i + 1} ${beginningOf(slide)}`
      button.append(picture(slide), label)
      button.addEventListener('click', () => {
        $('overview').close()
        move(i)
      })
      return button
    }))
  }
  toggle($('overview'))
  if ($('overview').open) {
    for (const [i, button] of [...grid.children].entries()) {
      if (i === at) button.setAttribute('aria-current', 'true')
      else button.removeAttribute('aria-current')
    }
    grid.children[at].focus()
  }
}

// walk moves the focus among the pictures of the overview.
function walk(key) {
  const all = [...$('overview').querySelectorAll('button')]
  const from = all.indexOf(document.activeElement)
  const columns = all.filter((b) => b.offsetTop === all[0].offsetTop).length
  const to = { ArrowRight: from + 1, ArrowLeft: from - 1, ArrowDown: from + columns, ArrowUp: from - columns, Home: 0, End: all.length - 1 }[key]
  if (to === undefined) return false
  all[Math.min(Math.max(to, 0), all.length - 1)].focus()
  return true
}

// paper chooses the size of the paper that goes with what is printed.
function paper(what) {
  for (const kind of ['slides', 'notes']) $('paper-' + kind).media = kind === what ? 'print' : 'not all'
}

function print() {
  const what = document.querySelector('input[name=what]:checked').value
  $('print').close()
  root.classList.toggle('with-notes', what === 'notes')
  paper(what)
  window.print()
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen()
  else root.requestFullscreen?.().catch(() => {})
}

const actions = {
  next: () => move(at + 1),
  back: () => move(at - 1),
  first: () => move(0),
  last: () => move(slides.length - 1),
  goto: (n) => move(n),
  blank: () => blank(!root.classList.contains('blanked')),
  clock: () => {
    count()
    clock.running = !clock.running
    remember()
  },
  reset: () => {
    clock.running = false
    clock.spoken.fill(0)
    remember()
  },
}
const here = { // what a window does for itself
  overview,
  full,
  print: () => toggle($('print')),
  paper: print,
  help: () => toggle($('help')),
  speaker: () => {
    if (!speaking) openSpeaker()
  },
  larger: () => notesSize(1.1),
  smaller: () => notesSize(1 / 1.1),
}
const notInSpeaker = new Set(['overview', 'print', 'full'])

// act does what a key or a button asks for, here or in the window with the slides.
function act(name, argument) {
  if (here[name]) {
    if (!speaking || !notInSpeaker.has(name)) here[name](argument)
  } else if (speaking && ask(name, argument)) {
    // The window with the slides answers with what it shows.
  } else {
    actions[name](argument)
    tell()
  }
}

const keys = {
  ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next', n: 'next',
  ArrowLeft: 'back', ArrowUp: 'back', PageUp: 'back', Backspace: 'back',
  Home: 'first', End: 'last', b: 'blank', '.': 'blank', o: 'overview', s: 'speaker', f: 'full', F5: 'full', p: 'print', '?': 'help',
  t: 'clock', r: 'reset', '+': 'larger', '-': 'smaller',
}
const onlySpeaker = new Set(['clock', 'reset', 'larger', 'smaller'])

function digits(key) {
  if (/^[0-9]$/.test(key)) typed = (typed + key).slice(-4)
  else if (key === 'Backspace' && typed) typed = typed.slice(0, -1)
  else if (key === 'Escape' && typed) typed = ''
  else if (key === 'Enter' && typed) {
    const n = Number(typed)
    typed = ''
    $('toast').hidden = true
    if (n < 1 || n > slides.length) toast($('toast').dataset.nowhere.replace('{n}', n))
    else act('goto', n - 1)
    return true
  } else return false
  if (typed) toast(typed + ' ⏎')
  else $('toast').hidden = true
  return true
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (event.key === 'F5') event.preventDefault() // clickers send it to begin; it must not load the page anew
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  // Where the keyboard has no Latin letters, the key in their place counts.
  let name = keys[key] ?? keys[event.code.replace(/^Key/, '').toLowerCase()]
  if (key === ' ' && event.shiftKey) name = 'back'
  const open = document.querySelector('dialog[open]')
  if (open) {
    if (name === open.id) open.close()
    else if (open.id !== 'overview' || !walk(key)) return
    event.preventDefault()
    return
  }
  if (event.target.closest?.('button, a[href]') && (key === ' ' || key === 'Enter') && !typed) return
  if (event.target.closest?.('#notes') && /^(Arrow(Up|Down)|Home|End)$/.test(key)) return
  if (digits(key)) {
    event.preventDefault()
    return
  }
  if (key === 'Enter') name = 'next'
  if (key === 'Escape') blank(false)
  if (!name || onlySpeaker.has(name) && !speaking) return
  event.preventDefault()
  act(name)
})

document.addEventListener('click', (event) => {
  const button = event.target.closest('button')
  if (button?.dataset.do) act(button.dataset.do)
  else if (button && 'close' in button.dataset) button.closest('dialog').close()
  else if (event.target.tagName === 'DIALOG') event.target.close() // beside it
  else if (event.target.id === 'blank') blank(false)
})

let touch = null
addEventListener('touchstart', (event) => {
  touch = event.touches.length === 1 && !document.querySelector('dialog[open]') ? event.touches[0] : null
  wake()
}, { passive: true })
addEventListener('touchend', (event) => {
  if (!touch || (visualViewport?.scale ?? 1) > 1.01) return
  const dx = event.changedTouches[0].clientX - touch.clientX
  const dy = event.changedTouches[0].clientY - touch.clientY
  touch = null
  if (Math.abs(dx) > 50 && Math.abs(dx) > 2 * Math.abs(dy)) act(dx < 0 ? 'next' : 'back')
}, { passive: true })

// wake shows the controls and the pointer for a while.
function wake() {
  root.classList.add('awake')
  clearTimeout(sleeping)
  sleeping = setTimeout(() => root.classList.remove('awake'), 3000)
}

addEventListener('mousemove', wake)
addEventListener('resize', scale)
addEventListener('hashchange', () => {
  const index = slides.findIndex((s) => '#' + s.id === location.hash)
  if (!speaking && index >= 0 && index !== at) move(index)
})
addEventListener('beforeprint', () => {
  scale(true)
  fitAll()
})
addEventListener('afterprint', scale)

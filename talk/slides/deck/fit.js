// Text that is too much for a slide becomes smaller, until all of it is seen.

const smallest = 0.01 // nobody reads that, but nothing is lost without a word
const crowded = 0.72 // below it a list that two columns make larger gets them
const breaking = 0.35 // below it the words of a table are broken
const smallestCode = 0.6 // of the size of code; longer lines are broken
const telephone = matchMedia('(max-width: 700px) and (orientation: portrait)')
const stage = { width: 1280, height: 720 }

// scale makes the stage as large as the window allows, and upright on a telephone
// that is held so.
function scale(printing) {
  const upright = telephone.matches && !speaking && printing !== true
  const width = upright ? 720 : 1280
  const height = upright ? Math.round(Math.min(Math.max(720 * innerHeight / innerWidth, 960), 1600)) : 720
  root.style.setProperty('--scale', Math.min(innerWidth / width, innerHeight / height))
  // Both pictures beside the notes are seen whole.
  root.style.setProperty('--side', innerWidth > 700 ? Math.min(0.296875, (innerHeight - 320) / 2 / 720, innerWidth * 0.36 / 1280) : 0.125)
  if (stage.width === width && stage.height === height) return
  Object.assign(stage, { width, height })
  root.classList.toggle('upright', upright)
  root.style.setProperty('--w', width)
  root.style.setProperty('--h', height)
  for (const slide of slides) delete slide.dataset.fit
  $('overview').querySelector('.grid').replaceChildren()
  fit(slides[at])
  fitLater()
}

// fit finds the largest size at which a slide shows all that it holds. Sizes are
// layout sizes, so that they hold for the screen, small pictures and paper alike.
function fit(slide) {
  if (slide.dataset.fit) return
  const flow = slide.querySelector('.flow')
  flow.classList.remove('columns2', 'breaking')
  sizes(flow)
  besides(flow)
  let size = largest(flow)
  if (size < breaking && flow.querySelector('table')) {
    flow.classList.add('breaking')
    size = largest(flow)
  }
  if (size < crowded && flow.querySelector(':scope > :is(ul, ol) > li:nth-child(6)')) {
    flow.classList.add('columns2')
    const inColumns = largest(flow)
    if (inColumns > 1.2 * size) size = inColumns
    else {
      flow.classList.remove('columns2')
      size = largest(flow)
    }
  }
  slide.dataset.fit = size.toFixed(3)
}

// largest finds the size for what stands in a slide's flow as it is, and sets it.
function largest(flow) {
  const page = flow.parentElement
  const fits = (size) => {
    page.style.setProperty('--fit', size)
    for (const code of flow.querySelectorAll('pre')) straighten(code)
    return flow.offsetHeight <= page.clientHeight && flow.scrollWidth <= flow.clientWidth
  }
  let low = smallest, high = 1
  if (fits(high)) return high
  while (high / low > 1.01) {
    const middle = Math.sqrt(low * high)
    if (fits(middle)) low = middle
    else high = middle
  }
  fits(low)
  return low
}

// straighten makes the lines of code as small as they must be to stay unbroken.
function straighten(code) {
  code.classList.add('straight')
  code.style.setProperty('--code', 1)
  const style = getComputedStyle(code)
  const beside = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight)
  const fits = (code.clientWidth - beside) / code.firstElementChild.offsetWidth
  if (fits < smallestCode) code.classList.remove('straight')
  code.style.setProperty('--code', fits < smallestCode ? 0.8 : Math.min(1, Math.floor(fits * 100) / 100))
}

// sizes tells a picture how wide it is by itself. Several share the room as they are.
function sizes(flow) {
  const [picture, another] = flow.querySelectorAll('img')
  if (picture?.naturalWidth > 0 && !another) picture.style.setProperty('--own', picture.naturalWidth)
}

// besides puts words above a picture that is too wide to stand beside them.
function besides(flow) {
  const beside = flow.querySelector('.beside')
  const picture = beside?.querySelector('img')
  beside?.classList.toggle('wide', picture.naturalWidth > 1.9 * picture.naturalHeight)
}

function fitAll() {
  slides.forEach(fit)
}

// fitLater fits one slide after the other when there is nothing else to do.
function fitLater() {
  const next = slides.find((s) => !s.dataset.fit)
  if (!next) return
  const idle = window.requestIdleCallback ?? ((f) => setTimeout(f, 20))
  const step = () => {
    fit(next)
    fitLater()
  }
  idle(step, { timeout: 200 }) // a window in the background may never be idle
}

// A picture that arrives takes its room.
addEventListener('load', (event) => {
  const slide = event.target.closest?.('.slide')
  if (!slide) return
  delete slide.dataset.fit
  fit(slide)
}, true)

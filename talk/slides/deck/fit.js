// Text that is too much for a slide becomes smaller, until all of it is seen.

const stageWidth = 1280, stageHeight = 720
const smallest = 0.01 // nobody reads that, but nothing is lost without a word

// scale makes the stage as large as the window allows.
function scale() {
  root.style.setProperty('--scale', Math.min(innerWidth / stageWidth, innerHeight / stageHeight))
}

// fit finds the largest size at which a slide shows all that it holds. Sizes are
// layout sizes, so that they hold for the screen, small pictures and paper alike.
function fit(slide) {
  if (slide.dataset.fit) return
  const page = slide.querySelector('.page')
  const flow = page.firstElementChild
  const fits = (size) => {
    page.style.setProperty('--fit', size)
    return flow.offsetHeight <= page.clientHeight && flow.scrollWidth <= flow.clientWidth
  }
  let low = smallest, high = 1
  if (fits(high)) low = high
  while (high / low > 1.01) {
    const middle = Math.sqrt(low * high)
    if (fits(middle)) low = middle
    else high = middle
  }
  page.style.setProperty('--fit', low)
  slide.dataset.fit = low.toFixed(3)
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

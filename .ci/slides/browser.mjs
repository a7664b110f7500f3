// Opens pages in Chromium that are made here: nothing is fetched from anywhere.
import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { chromium } from 'playwright-core'

const origin = 'http://slides.invalid'
const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.md': 'text/plain; charset=utf-8', '.svg': 'image/svg+xml' }

function chromiumPath() {
  for (const path of [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']) {
    if (path && existsSync(path)) return path
  }
  throw new Error('Chromium is missing. Please run .ci/deps --ci')
}

// empty returns a page, and where it is told what it gets.
async function empty(browser) {
  const page = await browser.newPage()
  const to = {}
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    const body = url.origin === origin ? await to.serve(url.pathname) : undefined
    if (body === undefined) return route.fulfill({ status: 404, body: '' })
    await route.fulfill({ body, contentType: types[extname(url.pathname)] ?? 'text/html; charset=utf-8' })
  })
  return { page, to }
}

// withBrowser calls work(open): open(path, serve, use) opens a page and returns what use(page) does. What
// serve(path) returns is the page's; all else is not there.
export async function withBrowser(work) {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run', '--blink-settings=imagesEnabled=false'],
  })
  try {
    const idle = [] // a page that has been used opens the next one quicker than a new one
    return await work(async (path, serve, use) => {
      const { page, to } = idle.pop() ?? await empty(browser)
      to.serve = serve
      await page.goto(origin + path, { waitUntil: 'domcontentloaded' })
      const used = await use(page)
      idle.push({ page, to })
      return used
    })
  } finally {
    await browser.close()
  }
}

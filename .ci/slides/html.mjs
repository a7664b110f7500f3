// What is seen in HTML: the text of each innermost block, white space collapsed, and of code its lines as they are.
import { parse } from 'parse5'

const isBlock = new Set(('section div p ul ol li dl dt dd h1 h2 h3 h4 h5 h6 pre blockquote hr figure figcaption ' +
  'table thead tbody tfoot tr td th header footer aside').split(' '))
const isPlace = new Set('h1 h2 h3 h4 h5 h6 li td th pre blockquote'.split(' '))
const isHidden = new Set(['script', 'style', 'template'])

export const attribute = (node, name) => node.attrs?.find((a) => a.name === name)?.value

export const hasClass = (node, name) => (attribute(node, 'class') ?? '').split(/\s+/).includes(name)

// find calls visit for each element under node; a visit that returns true is not entered.
export function find(node, visit) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName && visit(child)) continue
    find(child, visit)
  }
}

// blocks returns the text of each innermost block under node, empty ones left out, and those that skip picks.
export function blocks(node, skip = () => false) {
  const found = []
  let text = '', lines = ''
  const flush = (place) => {
    text = text.replace(/\ufeff/g, '').replace(/\s+/g, ' ').trim()
    if (text) found.push(place === 'pre' ? { in: place, text, lines } : { in: place === 'th' ? 'td' : place, text })
    text = lines = ''
  }
  const walk = (at, place) => {
    for (const child of at.childNodes ?? []) {
      const name = child.tagName
      if (child.nodeName === '#text') (text += child.value, lines += child.value)
      else if (name && skip(child)) continue
      else if (name === 'br') (text += ' ', lines += '\n')
      else if (name === 'img') (text += attribute(child, 'alt') ?? '', lines += attribute(child, 'alt') ?? '')
      else if (isBlock.has(name) && place === 'pre') { // a line of code
        walk(child, place)
        text += ' '
        lines += '\n'
      } else if (isBlock.has(name)) {
        flush(place)
        const inner = isPlace.has(name) ? name : place
        walk(child, inner)
        flush(inner)
      } else if (!isHidden.has(name)) walk(child, place)
    }
  }
  walk(node, 'p')
  flush('p')
  return found
}

export const texts = (node, skip) => blocks(node, skip).map((b) => b.text)

export { parse }

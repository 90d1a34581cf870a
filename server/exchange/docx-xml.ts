/** XML parts as trees, refused before parsing if they could blow up: no document types, no entities, bounded depth and size. */
import type { Element, Node } from '@xmldom/xmldom'
import { DOMParser, ParseError } from '@xmldom/xmldom'

const MOST_DEPTH = 120
const MOST_ELEMENTS = 1_500_000

/** Null: not XML, or not such as a word processor writes. */
export function parseXml(text: string): Element | null {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || !withinDepth(text)) return null
  try {
    const parser = new DOMParser({
      locator: false,
      onError: (level, message) => {
        if (level !== 'warning') throw new ParseError(message)
      },
    })
    return parser.parseFromString(text, 'text/xml').documentElement
  } catch {
    return null
  }
}

/** Counts tags without building anything. */
function withinDepth(text: string): boolean {
  let depth = 0
  let elements = 0
  let end = -1
  let at = text.indexOf('<')
  while (at !== -1) {
    const next = text.charCodeAt(at + 1)
    if (next === 0x2f) depth -= 1
    else if (next !== 0x3f && next !== 0x21) {
      // One that lies ahead is looked for once, or tags in tags would cost their square.
      if (end < at) end = text.indexOf('>', at)
      if (end === -1) return false
      if (text.charCodeAt(end - 1) !== 0x2f) depth += 1
      elements += 1
      if (depth > MOST_DEPTH || elements > MOST_ELEMENTS) return false
    }
    at = text.indexOf('<', at + 1)
  }
  return true
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

export function childrenOf(element: Element): Element[] {
  const children: Element[] = []
  for (let node = element.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) children.push(node)
  return children
}

/** The first child of that local name. */
export function childOf(element: Element | null | undefined, name: string): Element | null {
  for (let node = element?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (isElement(node) && node.localName === name) return node
  }
  return null
}

/** An attribute whatever the prefix of its namespace: `w:val` under strict and transitional files alike. */
export function attributeOf(element: Element | null | undefined, name: string): string | null {
  if (element === null || element === undefined) return null
  return element.getAttribute(`w:${name}`) ?? element.getAttribute(name)
}

/** The `val` of the child of that name. */
export function valueIn(element: Element | null | undefined, name: string): string | null {
  return attributeOf(childOf(element, name), 'val')
}

/** A switch such as `<w:b/>`: null absent, else on or off. */
export function switchIn(element: Element | null | undefined, name: string): boolean | null {
  const child = childOf(element, name)
  if (child === null) return null
  const value = attributeOf(child, 'val')
  return value === null || !['0', 'false', 'off', 'none'].includes(value)
}

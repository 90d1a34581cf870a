/**
 * From the window to the text and back. A place is a block and an offset, so that windows of any size show the same sentence.
 * Blocks carry `data-block`; numbers that are drawn carry `data-drawn` and are no part of the text.
 */
export interface BlockPlace {
  block: number
  offset: number
}

/** How far down the window a follower sees the speaker's line. */
const FOLLOWED_AT = 0.3

export function blockElement(stage: HTMLElement, block: number): HTMLElement | null {
  return stage.querySelector<HTMLElement>(`[data-block="${block}"]`)
}

/** Where the line of `place` is, from the top of the window; null: not on the page. */
function topOf(stage: HTMLElement, { block, offset }: BlockPlace): number | null {
  const element = blockElement(stage, block)
  if (element === null) return null
  return offset === 0 ? element.getBoundingClientRect().top : (charTop(element, offset) ?? element.getBoundingClientRect().top)
}

/** What stands at height `y` of the window. */
export function placeAtHeight(stage: HTMLElement, y: number): BlockPlace | null {
  let last: HTMLElement | null = null
  for (const element of stage.querySelectorAll<HTMLElement>('[data-block]')) {
    last = element
    if (element.getBoundingClientRect().bottom > y) break
  }
  if (last === null) return null
  return { block: Number(last.dataset.block), offset: offsetAtHeight(last, y) }
}

/** The block under a click. */
export function blockUnder(target: EventTarget | null): number | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-block]') : null
  return element === null ? null : Number(element.dataset.block)
}

/**
 * The line one reads while scrolling by hand: at the top of the window at the beginning of the text, at its bottom at the end, so
 * that every line of the text can be reached.
 */
export function readingHeight(scroller: HTMLElement): number {
  const most = scroller.scrollHeight - scroller.clientHeight
  const share = most <= 0 ? 0 : Math.min(1, Math.max(0, scroller.scrollTop / most))
  return scroller.getBoundingClientRect().top + share * (scroller.clientHeight - 1)
}

/** The `scrollTop` at which a follower sees `place`; null: not on the page. */
export function scrollTopFor(scroller: HTMLElement, stage: HTMLElement, place: BlockPlace): number | null {
  const top = topOf(stage, place)
  if (top === null) return null
  const inText = top - scroller.getBoundingClientRect().top + scroller.scrollTop
  const most = scroller.scrollHeight - scroller.clientHeight
  return Math.round(Math.min(most, Math.max(0, inText - scroller.clientHeight * FOLLOWED_AT)))
}

function offsetAtHeight(element: HTMLElement, y: number): number {
  if (element.getBoundingClientRect().top >= y) return 0
  // The first character whose line reaches below `y`, by halving: lines only go down.
  let low = 0
  let high = lengthOf(element)
  while (low < high) {
    const middle = (low + high) >> 1
    if ((charBottom(element, middle) ?? Number.POSITIVE_INFINITY) > y) high = middle
    else low = middle + 1
  }
  return low
}

function charTop(element: HTMLElement, offset: number): number | null {
  return charRect(element, offset)?.top ?? null
}

function charBottom(element: HTMLElement, offset: number): number | null {
  return charRect(element, offset)?.bottom ?? null
}

function charRect(element: HTMLElement, offset: number): DOMRect | null {
  let rest = offset
  for (const text of textsOf(element)) {
    if (rest < text.length) {
      const range = document.createRange()
      range.setStart(text, rest)
      range.setEnd(text, rest + 1)
      return range.getBoundingClientRect()
    }
    rest -= text.length
  }
  return null
}

function lengthOf(element: HTMLElement): number {
  return textsOf(element).reduce((sum, text) => sum + text.length, 0)
}

function textsOf(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('[data-drawn]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const texts: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node instanceof Text) texts.push(node)
  return texts
}

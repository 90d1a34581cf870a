/**
 * A `scroll` event does not say who scrolled. Following moves the window all the time, so the person's own scrolling is told by
 * what causes it: the wheel, a finger, the scroll bar, the keys that move a page or a caret.
 */
const SCROLLING_KEYS = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' '])

export function onScrolledByHand(scroller: HTMLElement, signal: AbortSignal, onScrolled: () => void): void {
  scroller.addEventListener('wheel', onScrolled, { signal, passive: true })
  scroller.addEventListener('touchmove', onScrolled, { signal, passive: true })
  scroller.addEventListener('pointerdown', (event) => isOnScrollBar(scroller, event) && onScrolled(), { signal })
  scroller.addEventListener('keydown', (event) => SCROLLING_KEYS.has(event.key) && onScrolled(), { signal })
}

function isOnScrollBar(scroller: HTMLElement, event: PointerEvent): boolean {
  return event.target === scroller && event.offsetX >= scroller.clientWidth
}

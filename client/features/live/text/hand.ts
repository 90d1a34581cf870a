/**
 * Whether the window is scrolled by the person's own hand. A `scroll` event does not say; what causes it does: wheel, finger, scroll
 * bar, keys. A finger's swing goes on for a while after it has left.
 */
const SWING_MS = 400

export class Hand {
  #until = 0
  #holdsBar = false

  constructor(scroller: HTMLElement, signal: AbortSignal, onSign: () => void) {
    const sign = () => {
      this.moved()
      onSign()
    }
    scroller.addEventListener('wheel', sign, { signal, passive: true })
    scroller.addEventListener('touchmove', sign, { signal, passive: true })
    scroller.addEventListener(
      'pointerdown',
      (event) => {
        if (event.target !== scroller || event.offsetX < scroller.clientWidth) return
        this.#holdsBar = true
        sign()
      },
      { signal },
    )
    window.addEventListener('pointerup', () => this.#letGo(), { signal })
  }

  moved(): void {
    this.#until = performance.now() + SWING_MS
  }

  /** From here on the page scrolls, until the hand is seen again. */
  off(): void {
    this.#until = 0
  }

  /** Asked at a `scroll` event, which continues what the hand began. */
  get scrolls(): boolean {
    if (!this.#holdsBar && performance.now() > this.#until) return false
    this.moved()
    return true
  }

  #letGo(): void {
    if (this.#holdsBar) this.moved()
    this.#holdsBar = false
  }
}

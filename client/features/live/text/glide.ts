/** Scrolls within a sixth of a second, so that the eye can follow and the sentence is there in time; a newer aim takes over. */
const GLIDE_MS = 160
/** Shorter ways are walked at once: the speaker is scrolling. */
const SHORT_PX = 60

export class Glide {
  #frame: number | null = null

  to(scroller: HTMLElement, top: number): void {
    this.stop()
    const from = scroller.scrollTop
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    if (still || document.hidden || Math.abs(top - from) < SHORT_PX) {
      scroller.scrollTop = top
      return
    }
    const begin = performance.now()
    const step = (now: number) => {
      const share = Math.min(1, (now - begin) / GLIDE_MS)
      scroller.scrollTop = from + (top - from) * (1 - (1 - share) ** 3)
      this.#frame = share < 1 ? requestAnimationFrame(step) : null
    }
    this.#frame = requestAnimationFrame(step)
  }

  stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#frame = null
  }
}

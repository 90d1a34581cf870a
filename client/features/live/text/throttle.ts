/** Runs at once and then at most every `everyMs`, the last asking never lost. */
export class Throttle {
  #timer: ReturnType<typeof setTimeout> | null = null
  #asked = false
  readonly #everyMs: number
  readonly #run: () => void

  constructor(everyMs: number, run: () => void) {
    this.#everyMs = everyMs
    this.#run = run
  }

  ask(): void {
    if (this.#timer !== null) {
      this.#asked = true
      return
    }
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (!this.#asked) return
      this.#asked = false
      this.ask()
    }, this.#everyMs)
    this.#run()
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}

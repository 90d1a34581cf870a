/**
 * How far each material is: the lowest sections of its outline, and how many of them have text. Counted a few seconds after a change, off
 * the document's path; only the numbers are kept, and who may see which of them is decided by the views.
 *
 * A count builds the document, which costs more than hundreds of keystrokes. So it is one at a time, with a rest in proportion to what it
 * took: in a quiet house numbers are seconds old, in a busy one minutes, and typing never pays for them (docs/decisions/0015).
 */
import type { MaterialId } from '../../shared/ids'
import type { Block } from '../../shared/schema/blocks'
import { textOf } from '../../shared/schema/blocks'
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import type { Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'

const COUNT_AFTER_MS = 3_000
/** A count that took 20 ms is followed by a second without one. */
const REST_FACTOR = 50

export interface ProgressOptions {
  records: Records
  rooms: Pick<RoomsPort, 'survey'>
  clock: Clock
  log: Log
}

export class Progress {
  readonly #options: ProgressOptions
  /** Materials to be counted, in the order of their changes, and when each is old enough for it. */
  readonly #due = new Map<MaterialId, number>()
  #restUntil = 0
  #callOff: (() => void) | null = null
  #stopped = false

  constructor(options: ProgressOptions) {
    this.#options = options
  }

  /** A material's text changed; counted soon, once for all changes until then. */
  changed(material: MaterialId): void {
    if (this.#due.has(material)) return
    this.#due.set(material, this.#options.clock.now() + COUNT_AFTER_MS)
    this.#schedule()
  }

  #schedule(): void {
    const [first] = this.#due.values()
    if (this.#callOff !== null || first === undefined || this.#stopped) return
    const { clock } = this.#options
    this.#callOff = clock.after(Math.max(first, this.#restUntil) - clock.now(), () => void this.#countFirst())
  }

  async #countFirst(): Promise<void> {
    const { clock, log } = this.#options
    const [material] = this.#due.keys()
    if (material === undefined) return
    this.#due.delete(material)
    const began = clock.now()
    await this.count(material).catch((error: unknown) => log.warn({ err: error, material }, 'progress.failed'))
    this.#restUntil = clock.now() + REST_FACTOR * (clock.now() - began)
    this.#callOff = null
    this.#schedule()
  }

  async count(material: MaterialId): Promise<void> {
    const { records, rooms, clock } = this.#options
    if ((await records.materials.get(material)) === null) return
    const { blocks, suggestions } = await rooms.survey(material)
    await records.materials.saveProgress({ material, ...progressOf(blocks), suggestions: suggestions.length }, clock.now())
  }

  stop(): void {
    this.#stopped = true
    this.#callOff?.()
    this.#due.clear()
  }
}

/** A section counts where nothing deeper stands below its heading: a part that only introduces its sections is not a section of its own. */
export function progressOf(blocks: readonly Block[]): { written: number; total: number; chars: number } {
  let written = 0
  let total = 0
  let chars = 0
  let open: { level: number; hasText: boolean } | null = null
  const close = () => {
    if (open === null) return
    total++
    if (open.hasText) written++
  }
  for (const block of blocks) {
    const text = textIn(block)
    chars += [...text.replace(/\s/g, '')].length
    if (block.type === 'heading') {
      const introduces = open !== null && block.level > open.level
      if (!introduces) close()
      open = { level: block.level, hasText: false }
    } else if (open !== null && text.trim() !== '') open.hasText = true
  }
  close()
  return { written, total, chars }
}

function textIn(block: Block): string {
  if (block.type !== 'table') return textOf(block)
  return block.rows.flatMap((cells) => cells.flatMap((cell) => cell.paragraphs.map(textOf))).join('')
}

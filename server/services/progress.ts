/**
 * How far each material is: the lowest sections of its outline, and how many of them have text. Counted a few seconds after a change, off
 * the document's path; only the numbers are kept, and who may see which of them is decided by the views.
 */
import type { MaterialId } from '../../shared/ids'
import type { Block } from '../../shared/schema/blocks'
import { textOf } from '../../shared/schema/blocks'
import type { Clock } from '../platform/clock'
import type { Log } from '../platform/log'
import type { Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'

const COUNT_AFTER_MS = 3_000

export interface ProgressOptions {
  records: Records
  rooms: Pick<RoomsPort, 'survey'>
  clock: Clock
  log: Log
}

export class Progress {
  readonly #options: ProgressOptions
  readonly #pending = new Map<MaterialId, () => void>()

  constructor(options: ProgressOptions) {
    this.#options = options
  }

  /** A material's text changed; counted soon, once for all changes until then. */
  changed(material: MaterialId): void {
    if (this.#pending.has(material)) return
    const callOff = this.#options.clock.after(COUNT_AFTER_MS, () => {
      this.#pending.delete(material)
      this.count(material).catch((error: unknown) => this.#options.log.warn({ err: error, material }, 'progress.failed'))
    })
    this.#pending.set(material, callOff)
  }

  async count(material: MaterialId): Promise<void> {
    const { records, rooms, clock } = this.#options
    if ((await records.materials.get(material)) === null) return
    const { blocks, suggestions } = await rooms.survey(material)
    await records.materials.saveProgress({ material, ...progressOf(blocks), suggestions: suggestions.length }, clock.now())
  }

  stop(): void {
    for (const callOff of this.#pending.values()) callOff()
    this.#pending.clear()
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

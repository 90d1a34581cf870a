/** What a scenario asks of a server, ours or a peer: prepare data once, start fresh on a copy of it as often as wanted. */
import type { Target } from '../load/target'

export interface Data {
  /** How many documents. */
  rooms: number
  /** Edits in the history of each. */
  documentEdits: number
  /** Instead: a text of so many characters without a history. Ours only. */
  pastedCharacters?: number
}

export interface Started {
  target: Target
  end(): Promise<void>
}

export interface BenchServer {
  name: string
  /** What it is, for the table. */
  about: string
  /** Whether what people wrote is on disk. */
  durable: boolean
  /** Fills a new folder. */
  prepare(folder: string, data: Data): Promise<void>
  start(folder: string, data: Data): Promise<Started>
}

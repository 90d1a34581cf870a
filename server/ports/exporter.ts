/** Turns a material into a file people take along; `exchange/export-file.ts` is the only implementation. */
import type { PersonId } from '../../shared/ids'

export const EXPORT_FORMATS = ['docx', 'txt'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What becomes of undecided suggestions: left out, taken in, or (.docx only) kept as revisions with the comments beside them. */
export const EXPORT_WAYS = ['without', 'with', 'revisions'] as const
export type ExportWay = (typeof EXPORT_WAYS)[number]

export interface ExportedThread {
  id: string
  /** The suggestion it is about; null: words of the text. */
  suggestion: string | null
  resolved: boolean
  comments: { author: string; at: number; text: string }[]
}

export interface ExportTask {
  /** The document as one Yjs update. */
  state: Uint8Array
  title: string
  format: ExportFormat
  way: ExportWay
  names: ReadonlyMap<PersonId, string>
  threads: readonly ExportedThread[]
  /** Minutes by which the asker's clock is ahead of UTC: Word keeps local times. */
  offset: number
}

export interface Exporter {
  /** Off the main thread. @throws when `signal` calls it off. */
  exportFile(task: ExportTask, signal?: AbortSignal): Promise<Uint8Array>
}

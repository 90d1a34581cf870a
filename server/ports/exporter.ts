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

/** One file of an archive: a material to be made, or a text. `note`: what the index says of it. */
export interface ArchivedFile {
  path: string
  note: string
  make: ExportTask | string
}

export interface ArchiveTask {
  title: string
  /** What the index says at its head: label and value. */
  facts: readonly (readonly [string, string])[]
  files: readonly ArchivedFile[]
  /** Sentences on what is not in it. */
  left: readonly string[]
}

export interface Exporter {
  /** Off the main thread. @throws when `signal` calls it off. */
  exportFile(task: ExportTask, signal?: AbortSignal): Promise<Uint8Array>
  /** The same for a .zip of many, with an index and the hash of each; `onDone` hears how many are made. */
  exportArchive(task: ArchiveTask, signal: AbortSignal, onDone: (files: number) => void): Promise<Uint8Array>
}

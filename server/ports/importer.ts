/** Turns a file a person brings into a structured material; `exchange/import-file.ts` is the only implementation. */
import type { UnreadableKind } from '../../shared/model/import-file'
import type { ReportItem } from '../../shared/outline/document-outline'
import type { Result } from '../../shared/result'
import type { Block } from '../../shared/schema/blocks'
import type { RichBlock } from '../../shared/suggestions/rich-text'

export const TEXT_ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const
export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

/** Comments of a file, by the names it gives. */
export interface ImportedThread {
  /** By it pieces of the text say that it stands over them. */
  id: string
  /** The suggestion (`Revision.part`) it is about; null: words of the text. */
  suggestion: number | null
  resolved: boolean
  /** The oldest first; `at` 0: the file does not say when. */
  comments: { author: string; at: number; text: string }[]
}

export interface ImportedMaterial {
  /** As it reads once all that is proposed in it is taken. */
  blocks: Block[]
  /** With what is proposed, and the places of the threads. */
  text: RichBlock[]
  /** Those that have a place. */
  threads: ImportedThread[]
  /** How many there are in `text`. */
  suggestions: number
  report: ReportItem[]
}

/** `code` is one of `shared/errors.ts`; `message` is a Chinese sentence for the person, without anything of the file's text. */
export interface ImportFailure {
  code: 'UNSUPPORTED_FILE' | 'BROKEN_FILE' | 'TOO_LARGE'
  message: string
  /** What it is, where that is known: the page has its own words for it. */
  kind?: UnreadableKind
}

export interface ImportOptions {
  fileName?: string
  /** Needed only where the bytes do not say it. */
  encoding?: TextEncoding
  /** Minutes by which the asker's clock is ahead of UTC: Word keeps local times. */
  offset?: number
}

export interface Importer {
  /** Reads and recognises off the main thread, within limits of memory and time; never throws for a bad file. */
  importFile(bytes: Uint8Array, options?: ImportOptions): Promise<Result<ImportedMaterial, ImportFailure>>
}

/** Turns a file a person brings into a structured material; `exchange/import-file.ts` is the only implementation. */
import type { ReportItem } from '../../shared/outline/document-outline'
import type { Result } from '../../shared/result'
import type { Block } from '../../shared/schema/blocks'

export const TEXT_ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const
export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

export interface ImportedMaterial {
  blocks: Block[]
  report: ReportItem[]
}

/** `code` is one of `shared/errors.ts`; `message` is a Chinese sentence for the person, without anything of the file's text. */
export interface ImportFailure {
  code: 'UNSUPPORTED_FILE' | 'BROKEN_FILE' | 'TOO_LARGE'
  message: string
}

export interface ImportOptions {
  fileName?: string
  /** Needed only where the bytes do not say it. */
  encoding?: TextEncoding
}

export interface Importer {
  /** Reads and recognises off the main thread, within limits of memory and time; never throws for a bad file. */
  importFile(bytes: Uint8Array, options?: ImportOptions): Promise<Result<ImportedMaterial, ImportFailure>>
}

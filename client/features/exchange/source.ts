/** What is to be imported, as far as it is known. */
import { ORPCError } from '@orpc/client'
import type { MaterialId } from '../../../shared/ids'
import { MOST_IMPORT_BYTES } from '../../../shared/model/import-file'
import type { ImportSource } from '../../lib/api-types'

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const
export type Encoding = (typeof ENCODINGS)[number]

export interface Source {
  file: File | null
  text: string
  /** null: read from the bytes. */
  encoding: Encoding | null
}

export const EMPTY_SOURCE: Source = { file: null, text: '', encoding: null }

export function isEmpty({ file, text }: Source): boolean {
  return file === null && text.trim() === ''
}

/** Only plain text leaves its encoding open. */
export function asksForEncoding({ file }: Source): boolean {
  return file !== null && /\.txt$/i.test(file.name)
}

/** @throws as the server would, which hangs up on a file far too large before its answer can be read. */
export function importSourceOf(material: MaterialId, source: Source): ImportSource {
  const { file, text, encoding } = source
  const offset = -new Date().getTimezoneOffset()
  if (file === null) return { material, text, offset }
  if (file.size > MOST_IMPORT_BYTES) throw new ORPCError('TOO_LARGE', { data: {} })
  return { material, file, offset, ...(encoding !== null && asksForEncoding(source) ? { encoding } : {}) }
}

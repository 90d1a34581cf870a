/** What is to be imported, as far as it is known. */
import type { MaterialId } from '../../../shared/ids'
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

export function importSourceOf(material: MaterialId, source: Source): ImportSource {
  const { file, text, encoding } = source
  const offset = -new Date().getTimezoneOffset()
  if (file === null) return { material, text, offset }
  return { material, file, offset, ...(encoding !== null && asksForEncoding(source) ? { encoding } : {}) }
}

/** Who changed something under track changes, and when, as a file says it. */
import type { Element } from '@xmldom/xmldom'
import type { Revision } from '../../shared/suggestions/rich-text'
import { FIRST_PART_ID, REVISIONS_A_PART } from './docx-names'
import { attributeOf, childOf } from './docx-xml'

/** `offset`: minutes by which the clock it was written under is ahead of UTC, since Word keeps local times. */
export type RevisionReader = (element: Element) => Revision

export function revisionReader(offset: number): RevisionReader {
  return (element) => {
    const id = Number(attributeOf(element, 'id'))
    return {
      author: attributeOf(element, 'author') ?? '',
      at: timeIn(element, offset),
      ...(id >= FIRST_PART_ID ? { part: Math.floor((id - FIRST_PART_ID) / REVISIONS_A_PART) } : {}),
    }
  }
}

/** 0: it does not say. */
export function timeIn(element: Element, offset: number): number {
  const written = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)/.exec(attributeOf(element, 'date') ?? '')?.[1]
  const at = written === undefined ? Number.NaN : Date.parse(`${written}Z`)
  return Number.isNaN(at) ? 0 : at - offset * 60_000
}

/** What became of a paragraph's end. */
export function endOf(properties: Element | null, revisionOf: RevisionReader): { inserted?: Revision; deleted?: Revision } {
  const mark = childOf(properties, 'rPr')
  const inserted = childOf(mark, 'ins') ?? childOf(mark, 'moveTo')
  const deleted = childOf(mark, 'del') ?? childOf(mark, 'moveFrom')
  return {
    ...(inserted === null ? {} : { inserted: revisionOf(inserted) }),
    ...(deleted === null ? {} : { deleted: revisionOf(deleted) }),
  }
}

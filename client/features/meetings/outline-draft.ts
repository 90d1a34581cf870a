/** An outline while it is edited: rows carry keys of their own, so that moving one moves its field and the focus in it. */
import type { Outline } from '../../lib/api-types'

export interface DraftSection {
  key: number
  heading: string
  hint: string
}
export interface DraftPart extends DraftSection {
  sections: DraftSection[]
}
export interface OutlineDraft {
  title: string
  prefaceHint: string
  parts: DraftPart[]
  nextKey: number
}

/** Where something is: a part, or a section of it. */
export interface Place {
  part: number
  section?: number
}

export type OutlineEdit =
  | { kind: 'title' | 'prefaceHint'; text: string }
  | { kind: 'heading' | 'hint'; at: Place; text: string }
  | { kind: 'add'; to: number | null }
  | { kind: 'remove'; at: Place }
  | { kind: 'move'; at: Place; by: 1 | -1 }

export function draftOf(outline: Outline): OutlineDraft {
  let key = 0
  const row = ({ heading, hint = '' }: { heading: string; hint?: string | undefined }): DraftSection => ({
    key: key++,
    heading,
    hint,
  })
  const parts = outline.parts.map((part) => ({ ...row(part), sections: part.sections.map(row) }))
  return { title: outline.title, prefaceHint: outline.prefaceHint ?? '', parts, nextKey: key }
}

export function outlineOf(draft: OutlineDraft): Outline {
  const row = ({ heading, hint }: DraftSection) => ({
    heading: heading.trim(),
    ...(hint.trim() === '' ? {} : { hint: hint.trim() }),
  })
  return {
    title: draft.title.trim(),
    ...(draft.prefaceHint.trim() === '' ? {} : { prefaceHint: draft.prefaceHint.trim() }),
    parts: draft.parts.map((part) => ({ ...row(part), sections: part.sections.map(row) })),
  }
}

export function isComplete({ title, parts }: OutlineDraft): boolean {
  const named = ({ heading }: DraftSection) => heading.trim() !== ''
  return title.trim() !== '' && parts.every((part) => named(part) && part.sections.every(named))
}

export function edited(draft: OutlineDraft, edit: OutlineEdit): OutlineDraft {
  switch (edit.kind) {
    case 'title':
    case 'prefaceHint':
      return { ...draft, [edit.kind]: edit.text }
    case 'heading':
    case 'hint':
      return withRow(draft, edit.at, (row) => ({ ...row, [edit.kind]: edit.text }))
    case 'add':
      return { ...added(draft, edit.to), nextKey: draft.nextKey + 1 }
    case 'remove':
      return withSiblings(draft, edit.at, (rows, index) => rows.filter((_, each) => each !== index))
    case 'move':
      return withSiblings(draft, edit.at, (rows, index) => moved(rows, index, index + edit.by))
  }
}

function added(draft: OutlineDraft, to: number | null): OutlineDraft {
  const row = { key: draft.nextKey, heading: '', hint: '' }
  if (to === null) return { ...draft, parts: [...draft.parts, { ...row, sections: [] }] }
  return {
    ...draft,
    parts: draft.parts.map((part, index) => (index === to ? { ...part, sections: [...part.sections, row] } : part)),
  }
}

function withRow(draft: OutlineDraft, at: Place, change: <Row extends DraftSection>(row: Row) => Row): OutlineDraft {
  return withSiblings(draft, at, (rows, index) => rows.map((row, each) => (each === index ? change(row) : row)))
}

function withSiblings(
  draft: OutlineDraft,
  { part, section }: Place,
  change: <Row extends DraftSection>(rows: Row[], index: number) => Row[],
): OutlineDraft {
  if (section === undefined) return { ...draft, parts: change(draft.parts, part) }
  return {
    ...draft,
    parts: draft.parts.map((each, index) => (index === part ? { ...each, sections: change(each.sections, section) } : each)),
  }
}

function moved<Row>(rows: Row[], from: number, to: number): Row[] {
  const row = rows[from]
  if (row === undefined || to < 0 || to >= rows.length) return rows
  const rest = rows.filter((_, index) => index !== from)
  return [...rest.slice(0, to), row, ...rest.slice(to)]
}

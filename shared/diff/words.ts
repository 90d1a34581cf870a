/** Two lines compared character by character, so that an insertion is told with who wrote it. */
import type { PersonId } from '../ids'
import type { Words } from './lines'
import { diffSequences, type Stretch } from './sequences'

export interface DiffPart {
  op: 'same' | 'insert' | 'delete'
  text: string
  /** Who wrote these words; of deleted ones nobody knows who took them out. */
  author: PersonId | null
}

interface Character {
  text: string
  author: PersonId | null
}

/** What is the same but shorter than this between two changes reads better as part of them. */
const SHORTEST_SAME = 2

export function diffWords(before: readonly Words[], after: readonly Words[]): DiffPart[] {
  const old = charactersOf(before)
  const next = charactersOf(after)
  const stretches = diffSequences(
    old.map(({ text }) => text),
    next.map(({ text }) => text),
  )
  return partsOf(readable(stretches), old, next)
}

/** All of a line, added or gone. */
export function wholeWords(op: DiffPart['op'], words: readonly Words[]): DiffPart[] {
  const parts: DiffPart[] = []
  for (const { text, author } of words) add(parts, op, text, author)
  return parts
}

/** 16 × 9 → 1 of 16 same is no help: drops lone characters that happen to be the same, and puts each deletion before its insertion. */
function readable(stretches: readonly Stretch[]): { deleted: [number, number]; inserted: [number, number]; same: number }[] {
  const groups: { deleted: [number, number]; inserted: [number, number]; same: number }[] = []
  let open = { deleted: [0, 0] as [number, number], inserted: [0, 0] as [number, number], same: 0 }
  stretches.forEach(({ op, from, to, length }, index) => {
    const isBetween = index > 0 && index < stretches.length - 1
    if (op === 'same' && (length >= SHORTEST_SAME || !isBetween)) {
      groups.push({ ...open, same: length })
      open = { deleted: [from + length, from + length], inserted: [to + length, to + length], same: 0 }
      return
    }
    if (op !== 'insert') open.deleted[1] = from + length
    if (op !== 'delete') open.inserted[1] = to + length
  })
  groups.push(open)
  return groups
}

function partsOf(groups: ReturnType<typeof readable>, old: readonly Character[], next: readonly Character[]): DiffPart[] {
  const parts: DiffPart[] = []
  for (const { deleted, inserted, same } of groups) {
    for (const { text, author } of old.slice(...deleted)) add(parts, 'delete', text, author)
    for (const { text, author } of next.slice(...inserted)) add(parts, 'insert', text, author)
    for (const { text, author } of next.slice(inserted[1], inserted[1] + same)) add(parts, 'same', text, author)
  }
  return parts
}

function add(parts: DiffPart[], op: DiffPart['op'], text: string, author: PersonId | null): void {
  const last = parts.at(-1)
  if (last?.op === op && (op === 'same' || last.author === author)) last.text += text
  else parts.push({ op, text, author })
}

/** By code point: half of 𠮷 is no character. */
function charactersOf(words: readonly Words[]): Character[] {
  return words.flatMap(({ text, author }) => [...text].map((character) => ({ text: character, author })))
}

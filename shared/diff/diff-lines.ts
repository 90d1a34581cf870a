/** Two texts compared: by line, and inside lines that changed by character. */
import type { Line } from './lines'
import { textOfLine } from './lines'
import { diffSequences, type Stretch } from './sequences'
import { type DiffPart, diffWords, wholeWords } from './words'

export interface LineDiff {
  /** `changed`: both are there and differ in their words, their kind, their number or their marks. */
  op: 'same' | 'added' | 'removed' | 'changed'
  before: Line | null
  after: Line | null
  parts: DiffPart[]
}

/** Less alike than this, two lines are one that went and one that came. */
const ALIKE = 0.35
/** Larger gaps are paired in order: to weigh every pair costs their product. */
const MAX_PAIRS = 40_000

export function diffLines(before: readonly Line[], after: readonly Line[]): LineDiff[] {
  const diffs: LineDiff[] = []
  const gap: { removed: Line[]; added: Line[] } = { removed: [], added: [] }
  const close = () => {
    diffs.push(...pairUp(gap.removed, gap.added))
    gap.removed = []
    gap.added = []
  }
  for (const { op, from, to, length } of diffSequences(before.map(keyOf), after.map(keyOf)) satisfies Stretch[]) {
    if (op === 'delete') gap.removed.push(...before.slice(from, from + length))
    else if (op === 'insert') gap.added.push(...after.slice(to, to + length))
    else {
      close()
      for (let index = 0; index < length; index++) {
        const old = before[from + index]
        const next = after[to + index]
        if (old && next) diffs.push(compared(old, next))
      }
    }
  }
  close()
  return diffs
}

/** Lines that say the same are found again even where their kind or marks changed. */
function keyOf(line: Line): string {
  return `${line.kind === 'row' ? 'row' : 'text'} ${textOfLine(line)}`
}

function compared(before: Line, after: Line): LineDiff {
  const isSame = formOf(before) === formOf(after)
  return { op: isSame ? 'same' : 'changed', before, after, parts: diffWords(before.words, after.words) }
}

/** Everything but who wrote it. */
function formOf({ kind, number, detail, words }: Line): string {
  const marked = words.flatMap(({ text, marks }) => [...text].map((character) => `${character}${marks.join('')}`))
  return JSON.stringify([kind, number, detail, marked])
}

/** The pairs that are most alike in sum, without crossing. */
function pairUp(removed: readonly Line[], added: readonly Line[]): LineDiff[] {
  const rows = removed.length
  const columns = added.length
  const isSmall = rows * columns <= MAX_PAIRS
  const bags = isSmall ? { old: removed.map(pairsIn), next: added.map(pairsIn) } : null
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  const alikeAt = (row: number, column: number): number => {
    if (bags === null) return row === column ? 1 : 0
    const alike = likeness(bags.old[row] ?? new Map(), bags.next[column] ?? new Map())
    return alike >= ALIKE ? alike : 0
  }
  if (bags !== null) {
    for (let row = rows - 1; row >= 0; row--) {
      for (let column = columns - 1; column >= 0; column--) {
        const alike = alikeAt(row, column)
        const paired = alike > 0 ? alike + (best[(row + 1) * width + column + 1] ?? 0) : 0
        best[row * width + column] = Math.max(paired, best[(row + 1) * width + column] ?? 0, best[row * width + column + 1] ?? 0)
      }
    }
  }
  const diffs: LineDiff[] = []
  let row = 0
  let column = 0
  while (row < rows || column < columns) {
    const old = removed[row]
    const next = added[column]
    const here = best[row * width + column] ?? 0
    const alike = old && next ? alikeAt(row, column) : 0
    const pairs = alike > 0 && (bags === null || here === alike + (best[(row + 1) * width + column + 1] ?? 0))
    if (old && next && pairs) {
      diffs.push(compared(old, next))
      row++
      column++
    } else if (old && (!next || here === (best[(row + 1) * width + column] ?? 0))) {
      diffs.push({ op: 'removed', before: old, after: null, parts: wholeWords('delete', old.words) })
      row++
    } else if (next) {
      diffs.push({ op: 'added', before: null, after: next, parts: wholeWords('insert', next.words) })
      column++
    }
  }
  return diffs
}

/** The neighbouring pairs of characters of a line, counted. */
function pairsIn(line: Line): Map<string, number> {
  const text = [...textOfLine(line)]
  const pairs = new Map<string, number>()
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = `${text[index]}${text[index + 1]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** 0: nothing in common; 1: the same pairs. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0
  let total = 0
  for (const [pair, count] of a) {
    common += Math.min(count, b.get(pair) ?? 0)
    total += count
  }
  for (const count of b.values()) total += count
  return total === 0 ? 0 : (2 * common) / total
}

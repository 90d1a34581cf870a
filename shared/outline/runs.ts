/** Cutting and joining text that carries marks. */
import type { MarkName, Run } from '../schema/blocks'

export function textOfRuns(runs: readonly Run[]): string {
  return runs.length === 1 ? (runs[0]?.text ?? '') : runs.map((run) => run.text).join('')
}

/** Cuts at `positions` (ascending, in characters of the whole text); one piece more than there are cuts. Linear. */
export function cutRuns(runs: readonly Run[], positions: readonly number[]): Run[][] {
  const pieces: Run[][] = [[]]
  let next = 0
  let offset = 0
  for (const run of runs) {
    let from = 0
    while (next < positions.length && (positions[next] ?? 0) < offset + run.text.length) {
      const at = Math.max((positions[next] ?? 0) - offset, from)
      push(pieces, run.text.slice(from, at), run.marks)
      pieces.push([])
      from = at
      next += 1
    }
    push(pieces, run.text.slice(from), run.marks)
    offset += run.text.length
  }
  while (next++ < positions.length) pieces.push([])
  return pieces
}

function push(pieces: Run[][], text: string, marks: MarkName[] | undefined): void {
  if (text !== '') pieces.at(-1)?.push(marks === undefined ? { text } : { text, marks })
}

/** From `start` to the end. */
export function dropRuns(runs: readonly Run[], start: number): Run[] {
  return start === 0 ? [...runs] : (cutRuns(runs, [start])[1] ?? [])
}

export function trimRuns(runs: readonly Run[]): Run[] {
  const text = textOfRuns(runs)
  const trimmed = text.trim()
  if (trimmed.length === text.length) return joinRuns(runs)
  const start = text.length - text.trimStart().length
  return joinRuns(cutRuns(runs, [start, start + trimmed.length])[1] ?? [])
}

/** Neighbours under the same marks become one run; empty ones go. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const groups: { texts: string[]; marks: MarkName[] | undefined }[] = []
  for (const { text, marks } of runs) {
    if (text === '') continue
    const last = groups.at(-1)
    if (last !== undefined && sameMarks(last.marks, marks)) last.texts.push(text)
    else groups.push({ texts: [text], marks })
  }
  return groups.map(({ texts, marks }) =>
    marks === undefined || marks.length === 0 ? { text: texts.join('') } : { text: texts.join(''), marks },
  )
}

/** Marks on the whole of a title or heading are its look, not an emphasis. */
export function withoutWholeMarks(runs: readonly Run[]): Run[] {
  return runs.length === 1 && runs[0] !== undefined ? [{ text: runs[0].text }] : [...runs]
}

function sameMarks(left: readonly MarkName[] = [], right: readonly MarkName[] = []): boolean {
  return left.length === right.length && left.every((mark, index) => mark === right[index])
}

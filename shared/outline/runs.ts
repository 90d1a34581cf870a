/** Cutting and joining text that carries marks, and notes where a file says more of it. */
import type { MarkName, Run } from '../schema/blocks'

/**
 * A run with something said of it that no recogniser reads. Where its text is empty the note is about a place: what was deleted there,
 * say. Notes go with the text around them; one that is `sticky` stays even if the text it stands in is taken off as a number.
 */
export interface NotedRun extends Run {
  note?: { sticky?: boolean }
}

export function textOfRuns(runs: readonly Run[]): string {
  return runs.length === 1 ? (runs[0]?.text ?? '') : runs.map((run) => run.text).join('')
}

/** Cuts at `positions` (ascending, in characters of the whole text); one piece more than there are cuts. Linear. A place at a cut goes with what follows, if anything does. */
export function cutRuns(runs: readonly NotedRun[], positions: readonly number[]): NotedRun[][] {
  const pieces: NotedRun[][] = [[]]
  const end = runs.reduce((sum, { text }) => sum + text.length, 0)
  let next = 0
  let offset = 0
  for (const run of runs) {
    if (run.text === '') {
      while (next < positions.length && (positions[next] ?? 0) <= offset && offset < end) {
        pieces.push([])
        next += 1
      }
      if (run.note !== undefined) pieces.at(-1)?.push(run)
      continue
    }
    let from = 0
    while (next < positions.length && (positions[next] ?? 0) < offset + run.text.length) {
      const at = Math.max((positions[next] ?? 0) - offset, from)
      push(pieces, run, run.text.slice(from, at))
      pieces.push([])
      from = at
      next += 1
    }
    push(pieces, run, run.text.slice(from))
    offset += run.text.length
  }
  while (next++ < positions.length) pieces.push([])
  return pieces
}

function push(pieces: NotedRun[][], { marks, note }: NotedRun, text: string): void {
  if (text !== '') pieces.at(-1)?.push(runOf(text, marks, note))
}

function runOf(text: string, marks: MarkName[] | undefined, note: NotedRun['note']): NotedRun {
  return { text, ...(marks === undefined ? {} : { marks }), ...(note === undefined ? {} : { note }) }
}

/** From `start` to the end. */
export function dropRuns(runs: readonly NotedRun[], start: number): NotedRun[] {
  if (start === 0) return [...runs]
  const [number = [], rest = []] = cutRuns(runs, [start])
  return [...stuck(number), ...rest]
}

/** The places up to the last that is sticky. */
function stuck(runs: readonly NotedRun[]): NotedRun[] {
  const last = runs.findLastIndex(({ note }) => note?.sticky === true)
  return runs.slice(0, last + 1).filter(({ text }) => text === '')
}

export function trimRuns(runs: readonly NotedRun[]): NotedRun[] {
  const text = textOfRuns(runs)
  const trimmed = text.trim()
  if (trimmed.length === text.length) return joinRuns(runs)
  const start = text.length - text.trimStart().length
  const [before = [], inside = [], after = []] = cutRuns(runs, [start, start + trimmed.length])
  return joinRuns([...placesIn(before), ...inside, ...placesIn(after)])
}

function placesIn(runs: readonly NotedRun[]): NotedRun[] {
  return runs.filter(({ text }) => text === '')
}

/** Neighbours under the same marks become one run; empty ones go, unless they mark a place. */
export function joinRuns(runs: readonly NotedRun[]): NotedRun[] {
  const groups: { texts: string[]; marks: MarkName[] | undefined; note: NotedRun['note'] }[] = []
  for (const { text, marks, note } of runs) {
    if (text === '' && note === undefined) continue
    const last = groups.at(-1)
    if (last !== undefined && text !== '' && last.texts[0] !== '' && last.note === note && sameMarks(last.marks, marks))
      last.texts.push(text)
    else groups.push({ texts: [text], marks, note })
  }
  return groups.map(({ texts, marks, note }) => runOf(texts.join(''), marks?.length === 0 ? undefined : marks, note))
}

/** Marks on the whole of a title or heading are its look, not an emphasis. */
export function withoutWholeMarks(runs: readonly NotedRun[]): NotedRun[] {
  const [first, ...others] = runs.filter(({ text }) => text !== '')
  if (first === undefined || others.some(({ marks }) => !sameMarks(first.marks, marks))) return [...runs]
  return runs.map(({ text, note }) => runOf(text, undefined, note))
}

function sameMarks(left: readonly MarkName[] = [], right: readonly MarkName[] = []): boolean {
  return left.length === right.length && left.every((mark, index) => mark === right[index])
}

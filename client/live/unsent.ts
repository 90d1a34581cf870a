/**
 * What the recorder wrote and the server has not answered yet: lines and ticks, each the newest of its kind. Pure; the store keeps
 * the same on disk, so that a page without a network, closed and opened again, loses nothing and sends everything on return.
 */
import type { Refusal } from '../../shared/live/commands'
import type { PersonId } from '../../shared/ids'
import type { Line, LineInput, RecordState } from '../../shared/live/record'

export type UnsentEntry = { kind: 'line'; line: LineInput } | { kind: 'reply'; person: PersonId; given: boolean }

/** `refused`: the server will not have it as things stand; kept until its writer has seen it. */
export interface Unsent {
  key: string
  entry: UnsentEntry
  refused: Refusal | null
}

function keyOf(entry: UnsentEntry): string {
  return entry.kind === 'line' ? `line/${entry.line.id}` : `reply/${entry.person}`
}

/** An older edition of a line never replaces a newer one. */
export function withUnsent(queue: readonly Unsent[], entry: UnsentEntry): readonly Unsent[] {
  const key = keyOf(entry)
  const known = queue.find((one) => one.key === key)
  if (known === undefined) return [...queue, { key, entry, refused: null }]
  if (known.entry.kind === 'line' && entry.kind === 'line' && known.entry.line.edition >= entry.line.edition) return queue
  return queue.map((one) => (one === known ? { key, entry, refused: null } : one))
}

/** `sent` is on disk; what was written over it meanwhile stays. */
export function withoutSent(queue: readonly Unsent[], sent: UnsentEntry): readonly Unsent[] {
  return queue.filter((one) => !(one.key === keyOf(sent) && isSame(one.entry, sent)))
}

export function withRefused(queue: readonly Unsent[], sent: UnsentEntry, why: Refusal): readonly Unsent[] {
  return queue.map((one) => (one.key === keyOf(sent) && isSame(one.entry, sent) ? { ...one, refused: why } : one))
}

/** The record as its writer sees it: what is on its way stands in its place. */
export function withWaiting(record: RecordState, queue: readonly Unsent[], writer: PersonId): RecordState {
  let { lines, replies } = record
  for (const { entry } of queue) {
    if (entry.kind === 'reply') {
      replies = [...replies.filter(({ person }) => person !== entry.person), { person: entry.person, given: entry.given, at: 0 }]
      continue
    }
    const line: Line = { ...entry.line, writer, verdict: 'none', note: '' }
    const known = lines.find(({ id }) => id === line.id)
    if (known === undefined) lines = [...lines, line]
    else if (known.edition < line.edition) lines = lines.map((one) => (one === known ? line : one))
  }
  return lines === record.lines && replies === record.replies ? record : { lines, replies }
}

function isSame(a: UnsentEntry, b: UnsentEntry): boolean {
  if (a.kind === 'line') return b.kind === 'line' && a.line.edition === b.line.edition
  return b.kind === 'reply' && a.given === b.given
}

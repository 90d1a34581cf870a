/**
 * Who sees which line of the record, and when. One function for every way out of the server: live messages, requests, export. Spoken
 * lines are for the recorder and the presider; once the record is up for confirmation, for each critic their own and for each
 * criticised person those about them. What is only prepared never comes here.
 */
import type { PersonId } from '../ids'
import { keepsRecord, type Participant } from './command-rights'
import type { RecordStage } from './meeting-state'
import type { Line, RecordState } from './record'

/** The line as `viewer` may see it; null: not at all. */
export function lineFor(line: Line, viewer: Participant, stage: RecordStage): Line | null {
  if (keepsRecord(viewer)) return line
  if (stage === 'open' || line.removed) return null
  if (line.speaker === viewer.person) return line
  return line.target === viewer.person ? { ...line, note: '', verdict: 'none' } : null
}

export function recordFor(record: RecordState, viewer: Participant, stage: RecordStage): RecordState {
  const lines = record.lines.flatMap((line) => lineFor(line, viewer, stage) ?? [])
  const critics = new Set(lines.flatMap(({ target }) => target ?? []))
  const maySee = (person: PersonId) => keepsRecord(viewer) || person === viewer.person || critics.has(person)
  return { lines, replies: stage === 'open' && !keepsRecord(viewer) ? [] : record.replies.filter(({ person }) => maySee(person)) }
}

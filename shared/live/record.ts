/**
 * The record: one line an opinion. Lines are made with an id by the page that wrote them, so that what was written without a network
 * merges on return by itself: the same line twice is one line, the higher edition of a line wins.
 */
import type { PersonId } from '../ids'
import { failed, ok, type Result } from '../result'
import type { Refusal } from './commands'
import type { RecordStage } from './meeting-state'

export const LINE_KINDS = ['criticism', 'statement', 'reply'] as const
/** 批评意见 · 发言记录 · 表态 */
export type LineKind = (typeof LINE_KINDS)[number]

export const LINE_MODES = ['verbatim', 'gist'] as const
/** 原话 · 摘要 */
export type LineMode = (typeof LINE_MODES)[number]

export const MAX_LINE_CHARS = 2_000
export const MAX_ASPECT_CHARS = 60

/** A line as it is written down. */
export interface LineInput {
  /** 8–64 URL-safe characters, made by the page. */
  id: string
  /** Counts this line's changes from 1: an edit, an undo (`removed`) and its taking back each add one. */
  edition: number
  kind: LineKind
  speaker: PersonId
  /** `criticism`: about whom. */
  target: PersonId | null
  mode: LineMode
  /** 方面; empty: none. */
  aspect: string
  text: string
  /** When it was said, by the page's clock corrected to the server's. */
  saidAt: number
  /** The agenda item it belongs to. */
  item: string | null
  removed: boolean
}

export const VERDICTS = ['none', 'confirmed', 'objected'] as const
/** 待核对 · 已确认 · 有异议 */
export type LineVerdict = (typeof VERDICTS)[number]

export interface Line extends LineInput {
  /** Who wrote it down. */
  writer: PersonId
  verdict: LineVerdict
  /** What its speaker objects to; for its speaker and those who keep the record. */
  note: string
}

/** 已表态: whether a person has replied to what was said to them. */
export interface ReplyTick {
  person: PersonId
  given: boolean
  at: number
}

export interface RecordState {
  /** In the order they were first kept. */
  lines: Line[]
  replies: ReplyTick[]
}

export const EMPTY_RECORD: RecordState = { lines: [], replies: [] }

export type RecordEntry =
  | { kind: 'line'; line: LineInput }
  | { kind: 'reply'; person: PersonId; given: boolean }
  | { kind: 'verdict'; line: string; verdict: LineVerdict; note: string }

export interface RecordAct {
  at: number
  actor: PersonId
  entry: RecordEntry
}

/** The record after `act`. The very same object: it says nothing new and need not be kept. */
export function writeRecord(record: RecordState, act: RecordAct, stage: RecordStage): Result<RecordState, Refusal> {
  if (stage === 'locked') return failed('locked')
  const { entry } = act
  switch (entry.kind) {
    case 'line':
      return ok(withLine(record, entry.line, act))
    case 'reply':
      return ok(withReply(record, { person: entry.person, given: entry.given, at: act.at }))
    case 'verdict':
      return stage === 'confirmation' ? withVerdict(record, entry, act.actor) : failed('impossible')
  }
}

function withLine(record: RecordState, line: LineInput, { actor, at }: RecordAct): RecordState {
  const known = record.lines.find(({ id }) => id === line.id)
  if (known !== undefined && known.edition >= line.edition) return record
  // A line about nobody and a time to come are slips of the page; the record has neither.
  const target = line.kind === 'criticism' ? line.target : null
  const kept: Line = { ...line, target, saidAt: Math.min(line.saidAt, at), writer: actor, verdict: 'none', note: '' }
  const lines = known === undefined ? [...record.lines, kept] : record.lines.map((one) => (one.id === line.id ? kept : one))
  return { ...record, lines }
}

function withReply(record: RecordState, tick: ReplyTick): RecordState {
  if ((record.replies.find(({ person }) => person === tick.person)?.given ?? false) === tick.given) return record
  return { ...record, replies: [...record.replies.filter(({ person }) => person !== tick.person), tick] }
}

function withVerdict(
  record: RecordState,
  { line: id, verdict, note }: Extract<RecordEntry, { kind: 'verdict' }>,
  actor: PersonId,
): Result<RecordState, Refusal> {
  const line = record.lines.find((one) => one.id === id)
  if (line === undefined || line.removed || line.speaker !== actor) return failed('not-allowed')
  const changed: Line = { ...line, verdict, note: verdict === 'objected' ? note : '' }
  if (changed.verdict === line.verdict && changed.note === line.note) return ok(record)
  return ok({ ...record, lines: record.lines.map((one) => (one.id === id ? changed : one)) })
}

/** Prepared criticism (准备的批评意见): its author's alone, until they pull it into the record. */
export interface PreparedLine {
  id: string
  target: PersonId
  aspect: string
  text: string
  updatedAt: number
  /** The record's line it became. */
  spokenAs: string | null
}

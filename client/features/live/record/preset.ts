/** What the agenda says of the next line before the recorder says anything: kind, speaker, target. */
import type { PersonId } from '../../../../shared/ids'
import { currentPlace, type MeetingState } from '../../../../shared/live/meeting-state'
import type { Line, LineInput, LineKind } from '../../../../shared/live/record'

export interface Preset {
  kind: LineKind
  /** Null: to be chosen. */
  speaker: PersonId | null
  target: PersonId | null
  item: string | null
}

export function presetFor(state: MeetingState): Preset {
  const place = currentPlace(state)
  const item = place?.item.id ?? null
  const speaker = place?.turn.person ?? null
  switch (state.position?.step) {
    case 'criticism':
      return { kind: 'criticism', speaker: null, target: speaker, item }
    case 'reply':
      return { kind: 'reply', speaker, target: null, item }
    default:
      return { kind: 'statement', speaker, target: null, item }
  }
}

/** 1 李明 … 9: the expected in the order of the list, the others after them. */
export function speakersOf(state: MeetingState): PersonId[] {
  const { attendance } = state
  const came = attendance.filter(({ status }) => status !== 'absent')
  return [...came.filter(({ expected }) => expected), ...came.filter(({ expected }) => !expected)].map(({ person }) => person)
}

/** The newest line of `writer` that stands. */
export function lastOwnLine(lines: readonly Line[], writer: PersonId): Line | null {
  return lines.findLast((line) => line.writer === writer && !line.removed) ?? null
}

/** The same line, one edition further. */
export function nextEdition(line: Line, change: Partial<LineInput>): LineInput {
  const { writer: _writer, verdict: _verdict, note: _note, ...input } = line
  return { ...input, ...change, edition: line.edition + 1 }
}

/** 会议记录 as data: header, agenda with times, lines, places to sign. Export prints it; who may have it is the server's matter. */
import type { MeetingKind } from '../model/meeting'
import type { ItemKind } from './agenda'
import type { HeadCount } from './attendance'
import type { RecordStage } from './meeting-state'
import type { LineKind, LineMode, LineVerdict } from './record'

export interface MinutesPerson {
  name: string
  post: string
}

export interface MinutesLine {
  kind: LineKind
  speaker: string
  target: string | null
  mode: LineMode
  aspect: string
  text: string
  saidAt: number
  verdict: LineVerdict
}

export interface MinutesTurn {
  speaker: string | null
  spentMs: number
  /** What was shown: title of the material, number and hash of the version. */
  shown: { title: string; version: number; hash: string }[]
  lines: MinutesLine[]
  /** 已表态 */
  replied: boolean
}

export interface MinutesItem {
  kind: ItemKind
  title: string
  spentMs: number
  turns: MinutesTurn[]
}

export interface Minutes {
  team: string
  title: string
  kind: MeetingKind
  theme: string
  /** `YYYY-MM-DD` */
  day: string
  place: string
  startedAt: number | null
  endedAt: number | null
  presider: MinutesPerson[]
  recorder: MinutesPerson[]
  present: MinutesPerson[]
  absent: (MinutesPerson & { reason: string })[]
  observing: MinutesPerson[]
  /** When the meeting began; as it stands where it has not. */
  count: HeadCount
  quorum: { needs: number; of: number }
  items: MinutesItem[]
  /** Lines that belong to no item. */
  otherLines: MinutesLine[]
  stage: RecordStage
  /** Who signs: presider, recorder, everyone expected and present. */
  signatures: MinutesPerson[]
}

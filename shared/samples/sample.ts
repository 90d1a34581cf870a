/** A filled meeting to look around in, as data; `server/services/sample.ts` puts it into an empty data folder. */
import type { AdminRole, MeetingRole } from '../access/roles'
import type { MaterialKind, MaterialState } from '../model/material-state'
import type { Block } from '../schema/blocks'

export interface SamplePerson {
  name: string
  post: string
  roles: MeetingRole[]
  adminRoles?: AdminRole[]
}

/** A proposal that waits for a decision: `words` become `becomes`. */
export interface SampleSuggestion {
  by: string
  minutesAgo: number
  words: string
  becomes: string
}

/** A comment on `words` and what was answered. */
export interface SampleThread {
  words: string
  said: { by: string; minutesAgo: number; text: string }[]
}

export interface SampleMaterial {
  kind: MaterialKind
  /** The name of a person above; absent for the collective material. */
  owner?: string
  state: MaterialState
  /** Why it was returned. */
  reason?: string
  blocks: Block[]
  suggestions?: SampleSuggestion[]
  threads?: SampleThread[]
}

export interface SampleMeeting {
  team: string
  title: string
  year: number
  theme: string
  place: string
  /** How many days after it is loaded the meeting is held. */
  inDays: number
  templateId: string
  people: SamplePerson[]
  materials: SampleMaterial[]
}

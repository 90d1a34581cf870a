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

export interface SampleMaterial {
  kind: MaterialKind
  /** The name of a person above; absent for the collective material. */
  owner?: string
  state: MaterialState
  /** Why it was returned. */
  reason?: string
  blocks: Block[]
}

export interface SampleMeeting {
  team: string
  title: string
  year: number
  theme: string
  place: string
  templateId: string
  people: SamplePerson[]
  materials: SampleMaterial[]
}

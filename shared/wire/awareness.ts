/**
 * What a client may say of itself, and what the server says to the others. A client sends `OwnPresence`; the server drops
 * everything it does not know, adds `user` from the session and passes `Presence` on (W6): nobody speaks under another name.
 */
import type { PersonId } from '../ids'

export const ACTIVITIES = ['editing', 'viewing', 'away'] as const
/** 正在编辑 · 正在查看 · 离开 */
export type Activity = (typeof ACTIVITIES)[number]

/** A caret or selection: two Yjs relative positions in JSON form, as y-tiptap's cursor plugin writes them. */
export interface CursorAnchor {
  anchor: unknown
  head: unknown
}

/** The place a person reads: a relative position in the line at the top of their window. */
export interface ViewAnchor {
  /** Relative position in JSON form. */
  at: unknown
  /** Distance of that line's top from the window's top, in pixels. */
  offset: number
}

export interface OwnPresence {
  cursor?: CursorAnchor | null
  view?: ViewAnchor | null
  activity?: Activity
  /** `client:clock` of the heading the caret (or the window) stands under; absent in the preface. */
  section?: string | null
  /** Whom this client follows, so that the followed person's page can say so. */
  following?: PersonId | null
}

export interface PresenceUser {
  id: PersonId
  name: string
  /** Index into the eight person colours; the client owns the actual colour values. */
  color: number
}

export interface Presence extends OwnPresence {
  user: PresenceUser
}

export const OWN_PRESENCE_KEYS = ['cursor', 'view', 'activity', 'section', 'following'] as const

/** A state larger than this many characters of JSON is not passed on (W6). */
export const MAX_PRESENCE_CHARS = 2_000
/** How many person colours there are. */
export const PERSON_COLORS = 8

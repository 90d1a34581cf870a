/**
 * Who is here, verified. Awareness is untrusted input: a session speaks only for client ids it was the first to use, what it
 * says is cut to the known fields, and the name and colour are the server's (W6). Of several states within one window only
 * the latest goes out.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { ACTIVITIES, MAX_PRESENCE_CHARS, OWN_PRESENCE_KEYS, type Presence, type PresenceUser } from '../../shared/wire/awareness'

/** One tab needs one id; a reload may leave an old one behind for a moment. */
const MAX_IDS_PER_SPEAKER = 4
/** No honest clock of a page's life comes near it; a forged one would make the id deaf to later states. */
const MAX_CLOCK = 2 ** 31

/** Who speaks: identity by reference. */
export interface Speaker {
  readonly user: PresenceUser
}

interface Entry {
  speaker: Speaker
  clock: number
  /** JSON of a `Presence`; null: gone, kept so that a late state cannot bring it back. */
  state: string | null
}

export class RoomPresence {
  readonly #entries = new Map<number, Entry>()
  readonly #changed = new Set<number>()

  /**
   * Takes what `speaker` says. @returns whether anything a person would notice changed (renewals say nothing new).
   * @throws if the bytes are not an awareness update.
   */
  receive(bytes: Uint8Array, speaker: Speaker): boolean {
    const decoder = decoding.createDecoder(bytes)
    const count = decoding.readVarUint(decoder)
    let noticeable = false
    for (let i = 0; i < count; i++) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const json = decoding.readVarString(decoder)
      if (!this.#mayUse(client, speaker)) continue
      const entry = this.#entries.get(client)
      const isNews = entry === undefined || clock > entry.clock || (clock === entry.clock && json === 'null')
      if (!isNews || clock > MAX_CLOCK) continue
      const state = verified(json, speaker.user)
      if (state === undefined) continue
      noticeable ||= state !== entry?.state
      this.#entries.set(client, { speaker, clock, state })
      this.#changed.add(client)
    }
    return noticeable
  }

  /** All ids of `speaker` are gone. */
  leave(speaker: Speaker): void {
    for (const [client, entry] of this.#entries) {
      if (entry.speaker !== speaker) continue
      if (entry.state !== null) {
        this.#entries.set(client, { ...entry, clock: entry.clock + 1, state: null })
        this.#changed.add(client)
      }
    }
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0
  }

  /** What changed since the last call, as one awareness update, and the only speaker it is about (to spare them the echo). */
  takeChanges(): { update: Uint8Array; soleSpeaker: Speaker | null } {
    const clients = [...this.#changed]
    this.#changed.clear()
    const update = this.#encode(clients)
    const speakers = new Set(clients.map((client) => this.#entries.get(client)?.speaker))
    for (const client of clients) {
      const entry = this.#entries.get(client)
      if (entry?.state === null) this.#entries.delete(client)
    }
    const [sole] = speakers
    return { update, soleSpeaker: speakers.size === 1 && sole !== undefined ? sole : null }
  }

  /** Everyone who is here now, as one awareness update. */
  everyone(): Uint8Array {
    return this.#encode([...this.#entries].filter(([, entry]) => entry.state !== null).map(([client]) => client))
  }

  #mayUse(client: number, speaker: Speaker): boolean {
    const holder = this.#entries.get(client)?.speaker
    // The same person through another socket: a page that came back while its old connection is still half open.
    if (holder !== undefined) return holder.user.id === speaker.user.id
    let own = 0
    for (const entry of this.#entries.values()) if (entry.speaker === speaker) own += 1
    return own < MAX_IDS_PER_SPEAKER
  }

  #encode(clients: readonly number[]): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clients.length)
      for (const client of clients) {
        const entry = this.#entries.get(client)
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, entry?.clock ?? 0)
        encoding.writeVarString(encoder, entry?.state ?? 'null')
      }
    })
  }
}

/** The state as it may be passed on: JSON, null for "gone", undefined for "not worth passing on". */
function verified(json: string, user: PresenceUser): string | null | undefined {
  if (json === 'null') return null
  if (json.length > MAX_PRESENCE_CHARS) return undefined
  let said: unknown
  try {
    said = JSON.parse(json)
  } catch {
    return undefined
  }
  if (typeof said !== 'object' || said === null) return undefined
  const fields = said as Record<string, unknown>
  const presence: Presence & Record<string, unknown> = { user }
  for (const key of OWN_PRESENCE_KEYS) {
    const value = fields[key]
    if (value !== undefined && isPlausible(key, value)) presence[key] = value as never
  }
  return JSON.stringify(presence)
}

function isPlausible(key: (typeof OWN_PRESENCE_KEYS)[number], value: unknown): boolean {
  switch (key) {
    case 'activity':
      return ACTIVITIES.some((known) => known === value)
    case 'section':
    case 'following':
      return value === null || (typeof value === 'string' && value.length <= 64)
    case 'cursor':
    case 'view':
      return value === null || typeof value === 'object'
  }
}

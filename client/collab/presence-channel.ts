/**
 * Presence over the wire: own state out at most every 50 ms, the latest only; the others' in once per frame. Nothing that came
 * from the server is sent back.
 */
import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import type { Clock } from '../net/surroundings'

const SEND_EVERY_MS = 50

export interface PresenceChannelOptions {
  awareness: Awareness
  /** Marks changes as not one's own. */
  origin: object
  clock: Clock
  nextFrame(run: () => void): void
  send(update: Uint8Array): void
}

interface AwarenessChange {
  added: number[]
  updated: number[]
  removed: number[]
}

export class PresenceChannel {
  readonly #options: PresenceChannelOptions
  #received: Uint8Array[] = []
  #everyoneGone = false
  #frameScheduled = false
  #held = false
  /** Own state changed since it was last sent. */
  #changed = false
  #cooling: (() => void) | null = null
  #isOpen = false

  constructor(options: PresenceChannelOptions) {
    this.#options = options
    options.awareness.on('update', this.#onUpdate)
  }

  /** A new connection: says who is here. */
  opened(): void {
    const { awareness } = this.#options
    const own = awareness.getLocalState()
    // Twice, for a clock two higher: one higher is what the server told the others when the last connection went.
    if (own !== null) for (let step = 0; step < 2; step += 1) awareness.setLocalState(own)
    this.#isOpen = true
    if (this.#changed) this.#send()
  }

  /** The connection is gone, and with it all knowledge of the others. */
  closed(): void {
    this.#isOpen = false
    this.#received = []
    this.#everyoneGone = true
    this.#scheduleFrame()
  }

  receive(update: Uint8Array): void {
    this.#received.push(update)
    this.#scheduleFrame()
  }

  /** Somebody asked who we are. */
  answer(): void {
    this.#changed = true
    this.#send()
  }

  hold(): void {
    this.#held = true
  }

  release(): void {
    this.#held = false
    this.#apply()
    if (this.#changed) this.#send()
  }

  stop(): void {
    this.#options.awareness.off('update', this.#onUpdate)
    this.#cooling?.()
    this.#isOpen = false
  }

  readonly #onUpdate = ({ added, updated, removed }: AwarenessChange, origin: unknown) => {
    if (origin === this.#options.origin) return
    const { clientID } = this.#options.awareness
    if (![added, updated, removed].some((clients) => clients.includes(clientID))) return
    this.#changed = true
    if (this.#cooling === null) this.#send()
  }

  #send(): void {
    if (this.#held || !this.#isOpen) return
    const { awareness, clock, send } = this.#options
    this.#changed = false
    this.#cooling?.()
    this.#cooling = clock.after(SEND_EVERY_MS, () => {
      this.#cooling = null
      if (this.#changed) this.#send()
    })
    send(encodeAwarenessUpdate(awareness, [awareness.clientID]))
  }

  #scheduleFrame(): void {
    if (this.#frameScheduled || this.#held) return
    this.#frameScheduled = true
    this.#options.nextFrame(() => {
      this.#frameScheduled = false
      this.#apply()
    })
  }

  #apply(): void {
    if (this.#held) return
    const { awareness, origin } = this.#options
    if (this.#everyoneGone) {
      this.#everyoneGone = false
      const others = [...awareness.getStates().keys()].filter((client) => client !== awareness.clientID)
      removeAwarenessStates(awareness, others, origin)
      // A remembered clock would make us deaf to a state that has not changed since.
      for (const client of [...awareness.meta.keys()]) if (client !== awareness.clientID) awareness.meta.delete(client)
    }
    const received = this.#received
    this.#received = []
    for (const update of received) applyAwarenessUpdate(awareness, update, origin)
  }
}

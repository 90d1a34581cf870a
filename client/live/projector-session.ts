/**
 * A projector's part: the code is its one word, then it only listens. What it showed last stays while the network is gone; a
 * code revoked while it shows takes everything off the screen at once.
 */
import type { ProjectorMessage, ProjectorPlace, ProjectorText, ProjectorView } from '../../shared/live/projector'
import { Connection } from '../net/connection'
import { LIVE_CONNECTION, questions } from './live-connection'
import type { LiveStatus } from './live-status'
import type { LiveSurroundings } from './surroundings'

export interface Projection {
  status: LiveStatus
  view: ProjectorView | null
  text: ProjectorText | null
  place: ProjectorPlace | null
  /** Server's clock minus this device's. */
  clockOffsetMs: number
}

const DARK = { view: null, text: null, place: null, clockOffsetMs: 0 }

export class ProjectorSession {
  readonly #surroundings: LiveSurroundings
  readonly #connection: Connection<string>
  readonly #listeners = new Set<() => void>()
  #projection: Projection = { status: { kind: 'connecting' }, ...DARK }

  constructor(code: string, surroundings: LiveSurroundings) {
    this.#surroundings = surroundings
    this.#connection = new Connection({
      ...LIVE_CONNECTION,
      path: '/live/projector',
      surroundings,
      events: {
        ...questions(surroundings),
        opened: () => this.#connection.send(JSON.stringify({ type: 'code', code })),
        received: (text) => this.#received(JSON.parse(text) as ProjectorMessage),
        lost: () => this.#lost(),
        refused: (refusal) => this.#show({ status: { kind: 'refused', code: refusal }, ...DARK }),
        isOverdue: () => false,
      },
    })
    this.#connection.connect()
  }

  readonly projection = (): Projection => this.#projection

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#connection.stop()
    this.#listeners.clear()
  }

  #received(message: ProjectorMessage): void {
    const status: LiveStatus = { kind: 'live' }
    this.#connection.succeeded()
    switch (message.type) {
      case 'view':
        this.#show({ status, view: message.view, clockOffsetMs: message.now - this.#now() })
        return
      case 'text':
        this.#show({ status, text: message.text })
        return
      case 'place':
        this.#show({ status, place: message.place })
    }
  }

  #lost(): void {
    if (this.#projection.status.kind !== 'offline') this.#show({ status: { kind: 'offline', since: this.#now() } })
  }

  #show(change: Partial<Projection>): void {
    this.#projection = { ...this.#projection, ...change }
    for (const listener of this.#listeners) listener()
  }

  #now(): number {
    return this.#surroundings.clock.now()
  }
}

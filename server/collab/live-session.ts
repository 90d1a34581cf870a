/** One person's open socket on one material, as a room sees it. */
import { type Ability, atLeast } from '../../shared/access/ability'
import type { MaterialId } from '../../shared/ids'
import type { CloseCode } from '../../shared/wire/close-codes'
import { type Ack, ackFrame } from '../../shared/wire/frames'
import type { Identity, Rights } from '../ports/access'
import type { Speaker } from './presence'

/** The smallest thing a session needs of a socket; tests pass an object literal. */
export interface Outlet {
  /** Bytes handed over and not yet taken by the network. */
  readonly unsentBytes: number
  /** In their order, as one write. */
  send(...frames: Uint8Array[]): void
  close(code: CloseCode, reason: string): void
}

export interface LiveSessionOptions {
  material: MaterialId
  identity: Identity
  ability: Ability
  /** May edit, but only suggest where somebody else drafts. */
  heldByDrafters: boolean
  /** Speaks our further message kinds. */
  extended: boolean
  outlet: Outlet
}

export class LiveSession implements Speaker {
  readonly material: MaterialId
  readonly identity: Identity
  readonly ability: Ability
  readonly heldByDrafters: boolean
  readonly extended: boolean
  readonly outlet: Outlet
  readonly user: Speaker['user']
  /** Since when frames are held back because the reader is slow, and the clocks it had then; null: it keeps up. */
  lag: { since: number; clocks: ReadonlyMap<number, number> } | null = null
  #writes = 0
  /** From this write on, something is missing here; nothing later is acknowledged until a whole step 2 has arrived. */
  #missingSince: number | null = null
  #acked = 0
  /** Acknowledged and not told yet. */
  #owed: Ack | null = null

  constructor(options: LiveSessionOptions) {
    this.material = options.material
    this.identity = options.identity
    this.ability = options.ability
    this.heldByDrafters = options.heldByDrafters
    this.extended = options.extended
    this.outlet = options.outlet
    this.user = { id: options.identity.person, name: options.identity.name, color: options.identity.color }
  }

  /** Where what this session writes must be proven to be nothing but proposals; `reader`: it may not write at all. */
  get judged(): 'nowhere' | 'drafted' | 'everywhere' | 'reader' {
    if (atLeast(this.ability, 'edit')) return this.heldByDrafters ? 'drafted' : 'nowhere'
    return atLeast(this.ability, 'suggest') ? 'everywhere' : 'reader'
  }

  get isJudged(): boolean {
    return this.judged === 'everywhere' || this.judged === 'drafted'
  }

  hasRights({ ability, heldByDrafters }: Rights): boolean {
    return ability === this.ability && heldByDrafters === this.heldByDrafters
  }

  /** Counts a step 2 or update message. @returns its number, from 1. */
  countWrite(): number {
    this.#writes += 1
    return this.#writes
  }

  /** Write number `write` built on something that never arrived. */
  markMissing(write: number): void {
    this.#missingSince ??= write
  }

  /** A whole step 2 was understood: it holds everything this client has. */
  markWhole(): void {
    this.#missingSince = null
  }

  /** Write number `write`, and all before it, are on disk. @returns whether there is something to tell: `takeAck`. */
  acknowledge(write: number, seq: number): boolean {
    if (!this.extended || write <= this.#acked) return false
    if (this.#missingSince !== null && write >= this.#missingSince) return false
    this.#acked = write
    this.#owed = { writes: write, seq }
    return true
  }

  /** What this client is still to be told, as a frame. */
  takeAck(): Uint8Array | null {
    const owed = this.#owed
    this.#owed = null
    return owed === null ? null : ackFrame(owed)
  }
}

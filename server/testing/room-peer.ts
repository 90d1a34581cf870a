/**
 * A person at a room without a network: a Yjs document, the plain protocol, and two queues that a test moves by hand. What the
 * room sends waits in `inbox`; what the document says waits in `outgoing`.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { Ability } from '../../shared/access/ability'
import type { MaterialId, PersonId } from '../../shared/ids'
import { type Ack, MESSAGE, readAck, SYNC } from '../../shared/wire/frames'
import { LiveSession, type Outlet } from '../collab/live-session'
import type { Room } from '../collab/room'

interface Write {
  update: Uint8Array
  isStep2: boolean
  /** How far this person's own typing reaches in it; 0: it only deletes. */
  clock: number
}

export class RoomPeer {
  readonly doc = new Y.Doc()
  readonly name: string
  readonly person: PersonId
  unsentBytes = 0
  closedWith: number | null = null
  closedWhy = ''
  synced = false
  lastAck: Ack | null = null
  /** How far this person's own typing is acknowledged, over all connections. */
  ackedClock = 0
  /** Messages of the room by kind, for counting. */
  readonly received: number[] = []
  /** How many messages the room put into each of its writes. */
  readonly writes: number[] = []
  #inbox: Uint8Array[] = []
  #outgoing: Write[] = []
  #room: Room | null = null
  #session: LiveSession | null = null
  #outlet: Outlet | null = null
  #sent = 0
  #sentClocks: number[] = []

  /** A given `clientId` makes a story repeatable: Yjs orders concurrent typing by it. */
  constructor(name: string, clientId?: number) {
    this.name = name
    this.person = `person-${encodeURIComponent(name).replaceAll('%', '')}` as PersonId
    if (clientId !== undefined) this.doc.clientID = clientId
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#room !== null) this.#queue(update, false)
    })
  }

  get text(): string {
    return this.doc.getText('t').toString()
  }

  get session(): LiveSession {
    if (this.#session === null) throw new Error(`${this.name} is not connected`)
    return this.#session
  }

  get connected(): boolean {
    return this.#room !== null
  }

  /** Everything this person wrote on this connection is acknowledged. */
  get saved(): boolean {
    return this.#outgoing.length === 0 && (this.lastAck?.writes ?? 0) === this.#sent
  }

  connect(room: Room, ability: Ability = 'edit', heldByDrafters = false): void {
    this.closedWith = null
    this.synced = false
    this.lastAck = null
    this.#sent = 0
    this.#sentClocks = []
    this.#room = room
    this.#outlet = this.#openOutlet()
    this.#session = new LiveSession({
      material: room.id as MaterialId,
      identity: { sessionId: `s-${this.name}`, person: this.person, name: this.name, color: 0 },
      ability,
      heldByDrafters,
      extended: true,
      outlet: this.#outlet,
    })
    room.join(this.#session)
    room.answerStep1(this.#session, Y.encodeStateVector(this.doc))
  }

  /** The connection drops: what was on its way, both ways, is lost. */
  drop(): void {
    if (this.#room && this.#session) this.#room.leave(this.#session)
    this.#room = null
    this.#session = null
    this.#outlet = null
    this.#inbox = []
    this.#outgoing = []
  }

  type(at: number, text: string): void {
    this.doc.getText('t').insert(at, text)
  }

  /** Moves one message of this person to the room. @returns whether there was one. */
  deliverOut(): boolean {
    const write = this.#outgoing.shift()
    if (write === undefined || this.#room === null || this.#session === null) return false
    this.#sent += 1
    this.#sentClocks.push(write.clock)
    this.#room.receive(this.#session, write.update, write.isStep2)
    return true
  }

  /** Moves one message of the room to this person. @returns whether there was one. */
  deliverIn(): boolean {
    const frame = this.#inbox.shift()
    if (frame === undefined) return false
    this.#read(frame)
    return true
  }

  /** One for each connection: what the room still sends to a dropped one reaches nobody. */
  #openOutlet(): Outlet {
    const peer = this
    return {
      get unsentBytes() {
        return peer.unsentBytes
      },
      send(...frames) {
        if (peer.#outlet !== this) return
        peer.writes.push(frames.length)
        peer.#inbox.push(...frames)
      },
      close(code, reason) {
        if (peer.#outlet !== this) return
        peer.drop()
        peer.closedWith = code
        peer.closedWhy = reason
      },
    }
  }

  #read(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const kind = decoding.readVarUint(decoder)
    this.received.push(kind)
    if (kind === MESSAGE.ack) {
      this.lastAck = readAck(decoder)
      this.ackedClock = Math.max(this.ackedClock, ...this.#sentClocks.slice(0, this.lastAck.writes))
    }
    if (kind !== MESSAGE.sync) return
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === SYNC.step1) this.#queue(Y.encodeStateAsUpdate(this.doc, bytes), true)
    else Y.applyUpdate(this.doc, bytes, this)
    if (step === SYNC.step2) this.synced = true
  }

  #queue(update: Uint8Array, isStep2: boolean): void {
    const clock = Y.parseUpdateMeta(update).to.get(this.doc.clientID) ?? 0
    this.#outgoing.push({ update, isStep2, clock })
  }
}

/**
 * The other end of the wire, as small as it can be and still keep the server's promises (docs/wire.md): nothing is
 * acknowledged or broadcast before `commit`, a crash loses what was not committed, a gap is answered with a step 1. Both
 * directions are queues that `deliver` empties.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Ability } from '../../../shared/access/ability'
import { accessFrame } from '../../../shared/wire/control'
import {
  ackFrame,
  awarenessFrame,
  EMPTY_UPDATE,
  MESSAGE,
  SYNC,
  syncStep1Frame,
  syncStep2Frame,
  updateFrame,
} from '../../../shared/wire/frames'
import type { Socket, SocketEvents } from '../../net/surroundings'
import { buildsOn } from '../update-gap'

export class Peer implements Socket<Uint8Array> {
  readonly path: string
  readonly events: SocketEvents<Uint8Array>
  readonly reachable: () => boolean
  toServer: Uint8Array[] = []
  toClient: Uint8Array[] = []
  state: 'connecting' | 'open' | 'closed' = 'connecting'
  ability: Ability = 'edit'
  writes = 0
  missing = false
  /** A dead wire: messages vanish, and nobody says so. */
  isDead = false

  constructor(path: string, events: SocketEvents<Uint8Array>, reachable: () => boolean) {
    this.path = path
    this.events = events
    this.reachable = reachable
  }

  send(frame: Uint8Array): void {
    if (this.state === 'open') this.toServer.push(frame)
  }

  close(): void {
    this.end(1005)
  }

  /** Told when the socket is gone. */
  onEnd: () => void = () => {}

  /** Both directions are lost. */
  end(code: number): void {
    if (this.state === 'closed') return
    this.state = 'closed'
    this.toServer = []
    this.toClient = []
    this.onEnd()
    this.events.closed(code)
  }
}

interface Write {
  peer: Peer
  number: number
  update: Uint8Array
}

export class Relay {
  /** What is on disk. */
  doc = new Y.Doc()
  isDown = false
  /** False: what arrives waits for `commit()`. */
  commitsAtOnce = true
  ability: Ability = 'edit'
  peers: Peer[] = []
  /** Every frame that arrived. */
  readonly received: Uint8Array[] = []
  #uncommitted: Write[] = []
  /** As the server keeps it: who spoke last for a client id, and with which clock. */
  readonly #present = new Map<number, { peer: Peer; clock: number; json: string }>()

  connect(path: string, events: SocketEvents<Uint8Array>, reachable: () => boolean): Peer {
    const peer = new Peer(path, events, reachable)
    peer.onEnd = () => this.#absent(peer)
    this.peers.push(peer)
    return peer
  }

  /** The newest socket that is not closed. */
  get last(): Peer {
    const peer = this.peers.findLast((each) => each.state !== 'closed')
    if (!peer) throw new Error('nobody is connected')
    return peer
  }

  /** @returns whether anything moved. */
  deliver(): boolean {
    let moved = false
    for (const peer of [...this.peers]) {
      if (peer.state === 'connecting') {
        moved = true
        if (this.isDown || !peer.reachable()) peer.end(1006)
        else this.#join(peer)
      }
      if (peer.isDead) {
        peer.toServer = []
        peer.toClient = []
        continue
      }
      for (const frame of peer.toServer.splice(0)) {
        moved = true
        this.received.push(frame)
        this.#take(frame, peer)
      }
      if (this.commitsAtOnce && this.#uncommitted.length > 0) this.commit()
      for (const frame of peer.toClient.splice(0)) {
        moved = true
        if (peer.state === 'open') peer.events.received(frame)
      }
    }
    this.peers = this.peers.filter((peer) => peer.state !== 'closed')
    return moved
  }

  commit(): void {
    for (const { peer, number, update } of this.#uncommitted.splice(0)) {
      Y.applyUpdate(this.doc, update)
      if (!peer.missing) peer.toClient.push(ackFrame({ writes: number, seq: 1 }))
      for (const other of this.peers) if (other !== peer && other.state === 'open') other.toClient.push(updateFrame(update))
    }
  }

  /** SIGKILL: what was not committed is gone, every socket with it. */
  crash(): void {
    this.#uncommitted = []
    this.isDown = true
    for (const peer of [...this.peers]) peer.end(1006)
  }

  restart(): void {
    this.isDown = false
  }

  #join(peer: Peer): void {
    peer.state = 'open'
    peer.ability = this.ability
    peer.events.opened()
    peer.toClient.push(accessFrame({ ability: peer.ability }), syncStep1Frame(Y.encodeStateVector(this.doc)), this.#everyone())
  }

  #take(frame: Uint8Array, peer: Peer): void {
    const decoder = decoding.createDecoder(frame)
    const kind = decoding.readVarUint(decoder)
    if (kind === MESSAGE.queryAwareness) {
      peer.toClient.push(this.#everyone())
    } else if (kind === MESSAGE.awareness) {
      this.#takePresence(decoding.readVarUint8Array(decoder), peer)
    } else if (kind === MESSAGE.sync) {
      const step = decoding.readVarUint(decoder)
      const bytes = decoding.readVarUint8Array(decoder)
      if (step === SYNC.step1) this.#answerStep1(peer, bytes)
      else this.#write(peer, bytes, step === SYNC.step2)
    }
  }

  #takePresence(update: Uint8Array, peer: Peer): void {
    const decoder = decoding.createDecoder(update)
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      this.#present.set(client, { peer, clock, json: decoding.readVarString(decoder) })
      this.#tellPresence([client], peer)
    }
  }

  #absent(peer: Peer): void {
    for (const [client, entry] of this.#present) {
      if (entry.peer !== peer) continue
      this.#present.set(client, { ...entry, clock: entry.clock + 1, json: 'null' })
      this.#tellPresence([client], peer)
      this.#present.delete(client)
    }
  }

  #tellPresence(clients: readonly number[], except: Peer): void {
    const frame = awarenessFrame(this.#presence(clients))
    for (const other of this.peers) if (other !== except && other.state === 'open') other.toClient.push(frame)
  }

  #everyone(): Uint8Array {
    return awarenessFrame(this.#presence([...this.#present.keys()]))
  }

  #presence(clients: readonly number[]): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clients.length)
      for (const client of clients) {
        const { clock, json } = this.#present.get(client) ?? { clock: 0, json: 'null' }
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, json)
      }
    })
  }

  #answerStep1(peer: Peer, stateVector: Uint8Array): void {
    peer.toClient.push(updateFrame(Y.encodeStateAsUpdate(this.doc, stateVector)), syncStep2Frame(EMPTY_UPDATE))
  }

  #write(peer: Peer, update: Uint8Array, isStep2: boolean): void {
    peer.writes += 1
    const known = new Y.Doc()
    Y.applyUpdate(known, Y.encodeStateAsUpdate(this.doc))
    for (const write of this.#uncommitted) Y.applyUpdate(known, write.update)
    const hasGap = !buildsOn(update, Y.decodeStateVector(Y.encodeStateVector(known)))
    known.destroy()
    if (hasGap && isStep2) {
      peer.end(4409)
      return
    }
    if (hasGap) {
      peer.missing = true
      peer.toClient.push(syncStep1Frame(Y.encodeStateVector(this.doc)))
      return
    }
    if (isStep2) peer.missing = false
    const isNews = update.byteLength > EMPTY_UPDATE.byteLength
    if (isNews && peer.ability !== 'edit') peer.end(4409)
    else this.#uncommitted.push({ peer, number: peer.writes, update })
  }
}

/**
 * Seeded people over an unreliable network: they type, delete, compose, lose the wire, close their tabs and open new ones, the
 * server crashes between receiving and committing. At the end all documents are equal, and every word that was ever called
 * saved, or was in a device's store, is there.
 */
import { expect, test } from 'vitest'
import type { PersonId } from '../../shared/ids'
import type { Session } from './session'
import { openOn, textOf } from './testing/people'
import { Relay } from './testing/relay'
import { type Device, World } from './testing/world'

const SEEDS = Number(process.env.FUZZ_SEEDS ?? 60)
const FIRST_SEED = Number(process.env.FUZZ_SEED ?? 1)
const STEPS = 120

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Writer {
  person: PersonId
  device: Device
  session: Session
  isHeld: boolean
  /** Words typed by this session. */
  typed: string[]
}

class Scene {
  readonly relay = new Relay()
  readonly world = new World(this.relay)
  readonly writers: Writer[] = []
  readonly log: string[] = []
  /** Words that may not be missing at the end, because nobody deletes them and somebody said they are safe. */
  readonly safe = new Set<string>()
  readonly deleted = new Set<string>()
  readonly #random: () => number
  #words = 0

  constructor(seed: number) {
    this.#random = randomFrom(seed)
    const [first, second] = [this.world.device(), this.world.device()]
    this.writers = [this.#open(first, 'p1'), this.#open(first, 'p1'), this.#open(second, 'p2')]
  }

  #open(device: Device, person: string): Writer {
    const session = openOn(device, person as PersonId)
    return { person: person as PersonId, device, session, isHeld: false, typed: [] }
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }

  async step(): Promise<void> {
    const index = this.#below(this.writers.length)
    const writer = this.writers[index]
    if (!writer) return
    const dice = this.#below(100)
    if (dice < 40) this.#type(writer)
    else if (dice < 47) this.#delete(writer)
    else if (dice < 55) this.#toggleHold(writer)
    else if (dice < 60) this.#cutWire(writer)
    else if (dice < 64) this.#killWire(writer)
    else if (dice < 66) this.#reopen(writer, index)
    else if (dice < 67) await this.#tabDies(writer, index)
    else if (dice < 70) this.#crash()
    else if (dice < 72) this.#toggleStore(writer)
    else if (dice < 76) this.relay.commitsAtOnce = !this.relay.commitsAtOnce
    else if (dice < 82) this.relay.deliver()
    else if (dice < 86) this.world.runFrames()
    else if (dice < 95) await this.world.settle()
    else await this.world.live(500 * (1 + this.#below(8)))
    this.#noteWhatIsSafe()
  }

  #type(writer: Writer): void {
    if (writer.session.status().kind === 'connecting' || writer.session.status().kind === 'syncing') return
    this.#words += 1
    const word = `<${this.#words}>`
    const text = writer.session.doc.getText('t')
    const at = boundary(text.toString(), this.#below(text.length + 1))
    this.log.push(`${writer.person} types ${word} at ${at}`)
    text.insert(at, word)
    writer.typed.push(word)
  }

  #delete(writer: Writer): void {
    const text = writer.session.doc.getText('t')
    const words = [...text.toString().matchAll(/<\d+>/g)]
    const match = words[this.#below(Math.max(words.length, 1))]
    if (!match) return
    this.log.push(`${writer.person} deletes ${match[0]}`)
    text.delete(match.index, match[0].length)
    this.deleted.add(match[0])
  }

  #toggleHold(writer: Writer): void {
    this.log.push(`${writer.person} ${writer.isHeld ? 'releases' : 'holds'}`)
    if (writer.isHeld) writer.session.release()
    else writer.session.hold()
    writer.isHeld = !writer.isHeld
  }

  #cutWire(writer: Writer): void {
    this.log.push('a wire is cut')
    const peers = this.relay.peers
    peers[this.#below(peers.length)]?.end(1006)
    if (this.#below(3) === 0) writer.device.setOnline(!writer.device.isOnline)
  }

  #killWire(writer: Writer): void {
    this.log.push(`a wire dies silently near ${writer.person}`)
    const peer = this.relay.peers[this.#below(this.relay.peers.length)]
    if (peer) peer.isDead = true
  }

  /** The page goes elsewhere and comes back. */
  #reopen(writer: Writer, index: number): void {
    this.log.push(`${writer.person} leaves the material and opens it again`)
    for (const word of writer.typed) this.safe.add(word)
    void writer.session.close()
    this.writers[index] = this.#open(writer.device, writer.person)
  }

  /** No goodbye; what was in the store is safe, what was in memory only may be lost. */
  async #tabDies(writer: Writer, index: number): Promise<void> {
    await this.world.settle()
    const status = writer.session.status()
    const isKept = 'edits' in status && status.atRisk === undefined
    this.log.push(`${writer.person}'s tab dies, ${isKept ? 'all kept' : 'who knows'}`)
    if (isKept) for (const word of writer.typed) this.safe.add(word)
    writer.session.abandon()
    this.writers[index] = this.#open(writer.device, writer.person)
  }

  #crash(): void {
    this.log.push('the server is killed and starts again')
    this.relay.crash()
    this.relay.restart()
  }

  #toggleStore(writer: Writer): void {
    writer.device.store.isFull = !writer.device.store.isFull
    this.log.push(`${writer.person}'s store is ${writer.device.store.isFull ? 'full' : 'fine'}`)
  }

  /** Whoever is told "saved" may believe it: all they typed is on the relay's disk at this moment. */
  #noteWhatIsSafe(): void {
    const onDisk = textOf(this.relay)
    for (const { session, typed } of this.writers) {
      const status = session.status()
      if (status.kind !== 'live' || status.save.kind !== 'saved') continue
      for (const word of typed) {
        if (!this.deleted.has(word)) expect(onDisk, `${word} was called saved\n${this.log.join('\n')}`).toContain(word)
        this.safe.add(word)
      }
    }
  }

  async end(): Promise<void> {
    this.relay.commitsAtOnce = true
    for (const writer of this.writers) {
      writer.device.store.isFull = false
      if (!writer.device.isOnline) writer.device.setOnline(true)
      if (writer.isHeld) writer.session.release()
      for (const word of writer.typed) this.safe.add(word)
    }
    await this.world.live(90_000, 500)
  }
}

/** A place between words at or before `at`. */
function boundary(text: string, at: number): number {
  const [open, close] = [text.lastIndexOf('<', at - 1), text.lastIndexOf('>', at - 1)]
  return open > close ? open : at
}

const seeds = Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index)

test.each(seeds)('seed %i', async (seed) => {
  const scene = new Scene(seed)
  await scene.world.settle()
  for (let step = 0; step < STEPS; step += 1) await scene.step()
  await scene.end()
  const story = () => `FUZZ_SEED=${seed} FUZZ_SEEDS=1\n${scene.log.join('\n')}`
  const onDisk = textOf(scene.relay)
  for (const { session, device } of scene.writers) {
    expect(session.status(), story()).toMatchObject({ kind: 'live', save: { kind: 'saved' } })
    expect(textOf(session), story()).toBe(onDisk)
    expect(device.store.rows('pending').length, story()).toBe(0)
    expect(device.store.rows('refused').length, story()).toBe(0)
    expect(device.guards, story()).toBe(0)
  }
  for (const word of scene.safe) {
    const times = onDisk.split(word).length - 1
    expect(times, `${word} stands ${times} times\n${story()}`).toBe(scene.deleted.has(word) ? times : 1)
    expect(times, story()).toBeLessThanOrEqual(1)
  }
  for (const { session } of scene.writers) void session.close()
})

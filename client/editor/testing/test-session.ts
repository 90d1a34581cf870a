/** A session whose network is a queue in the hands of the test: nothing travels before it is told to. */
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Block } from '../../../shared/schema/blocks'
import { updateOf } from '../../../shared/schema/ydoc'
import type { EditorSession } from '../kernel'

export type Message = { kind: 'update' | 'awareness'; bytes: Uint8Array }

const REMOTE = Symbol('remote')

export class TestSession implements EditorSession {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly synced = Promise.resolve()
  /** Everything that left this page, in order. */
  readonly sent: Message[] = []
  private held: { out: Uint8Array[]; in: Message[] } | null = null

  /** `deliver`: where what is sent goes; without it, it only stays in `sent`. */
  constructor(
    initial: Uint8Array,
    private readonly deliver: (message: Message) => void = () => {},
  ) {
    Y.applyUpdate(this.doc, initial, REMOTE)
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === REMOTE) return
      if (this.held) this.held.out.push(bytes)
      else this.send({ kind: 'update', bytes })
    })
    this.awareness.on('update', (changes: { added: number[]; updated: number[]; removed: number[] }, origin: unknown) => {
      if (origin === REMOTE || this.held) return
      const clients = [...changes.added, ...changes.updated, ...changes.removed]
      this.send({ kind: 'awareness', bytes: encodeAwarenessUpdate(this.awareness, clients) })
    })
  }

  receive(message: Message): void {
    if (this.held) this.held.in.push(message)
    else this.apply([message])
  }

  private apply(messages: readonly Message[]): void {
    const updates = messages.filter(({ kind }) => kind === 'update').map(({ bytes }) => bytes)
    if (updates.length > 0) Y.applyUpdate(this.doc, Y.mergeUpdates(updates), REMOTE)
    for (const { kind, bytes } of messages) if (kind === 'awareness') applyAwarenessUpdate(this.awareness, bytes, REMOTE)
  }

  private send(message: Message): void {
    this.sent.push(message)
    this.deliver(message)
  }

  /** How many messages have arrived and wait for the end of the composition. */
  get waiting(): number {
    return this.held?.in.length ?? 0
  }

  get isHeld(): boolean {
    return this.held !== null
  }

  hold(): void {
    this.held ??= { out: [], in: [] }
  }

  release(between?: () => void): void {
    const held = this.held
    this.held = null
    if (held !== null && held.out.length > 0) this.send({ kind: 'update', bytes: Y.mergeUpdates(held.out) })
    const updates = held?.in.filter(({ kind }) => kind === 'update') ?? []
    this.apply(updates)
    between?.()
    this.apply(held?.in.filter(({ kind }) => kind === 'awareness') ?? [])
    const own = this.awareness.getLocalState()
    if (held !== null && own !== null) this.awareness.setLocalState(own)
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc)
  }

  close(): void {
    this.awareness.destroy()
    this.doc.destroy()
  }
}

export function sessionWith(blocks: readonly Block[]): TestSession {
  return new TestSession(updateOf(blocks))
}

/** A person's open document, by hand: plain protocol, every byte that came is kept. */
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { awarenessFrame, SYNC, syncStep1Frame, updateFrame } from '../../shared/wire/frames'
import type { Browser } from './browser'

export class DocPage {
  readonly doc = new Y.Doc()
  readonly chunks: Buffer[] = []
  closedWith: number | null = null
  synced = false
  readonly #socket: WebSocket

  constructor(browser: Browser, material: string) {
    this.#socket = browser.socket(material)
    this.#socket.binaryType = 'nodebuffer'
    this.#socket.on('message', (data: Buffer) => {
      this.chunks.push(data)
      this.#read(new Uint8Array(data))
    })
    this.#socket.on('close', (code) => {
      this.closedWith = code
    })
    this.#socket.on('error', () => undefined)
    this.#socket.on('open', () => this.#socket.send(syncStep1Frame(Y.encodeStateVector(this.doc))))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#socket.readyState === WebSocket.OPEN) this.#socket.send(updateFrame(update))
    })
  }

  get bytes(): string {
    return Buffer.concat(this.chunks).toString('utf8')
  }

  /** Says where this person is. */
  appear(state: Record<string, unknown>): void {
    const awareness = new Awareness(this.doc)
    awareness.setLocalState(state)
    this.#socket.send(awarenessFrame(encodeAwarenessUpdate(awareness, [this.doc.clientID])))
    awareness.destroy()
  }

  close(): void {
    this.#socket.close()
  }

  #read(frame: Uint8Array): void {
    if (frame[0] !== 0 || frame[1] === SYNC.step1) return
    let at = 2
    while ((frame[at] ?? 0) > 127) at += 1
    Y.applyUpdate(this.doc, frame.subarray(at + 1), this)
    if (frame[1] === SYNC.step2) this.synced = true
  }
}

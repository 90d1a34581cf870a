/**
 * What a writer's page would send: one update a keystroke, most of them a character, some replacing the one before. Made ahead by a
 * real Yjs document, so that the load generator only has to send bytes. A writer builds on the base document and on itself
 * alone, so the same keystrokes are good for every room.
 */
import * as Y from 'yjs'
import { Random } from '../../shared/testing/random'
import { type BaseDocument, letter, textsOf } from './base-document'

/** Of a hundred keystrokes, so many replace the character before. */
const REPLACEMENTS = 10

export interface Keystroke {
  update: Uint8Array
  /** The writer's clock after it. */
  end: number
}

export interface TypedText {
  client: number
  keystrokes: Keystroke[]
}

export interface TypingOptions {
  /** Number from 0, which decides where it types. */
  writer: number
  count: number
  /** Characters of one keystroke. */
  letters: number
}

export function typeAhead(base: BaseDocument, { writer, count, letters }: TypingOptions): TypedText {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, base.state)
  const client = 1_000_000 + writer
  doc.clientID = client
  const random = new Random(client)
  const texts = textsOf(doc)
  const text = texts[(writer * 3 + 1) % texts.length] ?? doc.getText('typed')
  let caret = text.length
  const keystrokes: Keystroke[] = []
  doc.on('update', (update: Uint8Array) => keystrokes.push({ update, end: Y.getState(doc.store, client) }))
  for (let i = 0; i < count; i++) {
    doc.transact(() => {
      if (i > 0 && random.below(100) < REPLACEMENTS) text.delete(--caret, 1)
      text.insert(caret, letter(random).repeat(letters))
      caret += letters
    })
  }
  doc.destroy()
  return { client, keystrokes }
}

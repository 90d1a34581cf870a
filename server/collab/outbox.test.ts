import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { FakeClock } from '../testing/fake-clock'
import { Outbox } from './outbox'
import { readUpdate, type ReadUpdate } from '../../shared/updates/read-update'

function setUp() {
  const clock = new FakeClock()
  const sent: { text: string; soleWriter: object | null; at: number }[] = []
  const start = clock.now()
  const outbox = new Outbox<object>({
    clock,
    windowMs: 16,
    send(update, soleWriter) {
      const doc = new Y.Doc()
      if (update !== null) Y.applyUpdate(doc, update)
      sent.push({ text: doc.getText('t').toString(), soleWriter, at: clock.now() - start })
    },
  })
  return { clock, sent, outbox }
}

function inserted(text: string): ReadUpdate {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, text)
  return readUpdate(Y.encodeStateAsUpdate(doc))
}

test('a quiet room is flushed at the end of the turn, and its writer is spared the echo', () => {
  const { clock, sent, outbox } = setUp()
  const writer = {}
  outbox.add(inserted('甲'), writer)
  clock.advance(0)
  expect(sent).toEqual([{ text: '甲', soleWriter: writer, at: 0 }])
})

test('a busy room is flushed once a window, merged, to everyone', () => {
  const { clock, sent, outbox } = setUp()
  outbox.add(inserted('甲'), {})
  clock.advance(1)
  outbox.add(inserted('乙'), {})
  outbox.add(inserted('丙'), {})
  clock.advance(14)
  expect(sent).toHaveLength(1)
  clock.advance(1)
  expect(sent).toHaveLength(2)
  expect(sent[1]?.soleWriter).toBeNull()
  expect([...(sent[1]?.text ?? '')].sort()).toEqual(['丙', '乙'].sort())
  expect(sent[1]?.at).toBe(16)
})

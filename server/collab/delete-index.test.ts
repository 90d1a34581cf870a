import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { DeleteIndex } from './delete-index'

const ranges = fc.array(
  fc.record({ client: fc.integer({ min: 1, max: 3 }), start: fc.nat(60), length: fc.integer({ min: 1, max: 9 }) }),
  { maxLength: 40 },
)

test('knows exactly the positions that were added, whatever their order and overlap', () => {
  fc.assert(
    fc.property(ranges, (added) => {
      const index = new DeleteIndex()
      const deleted = new Set<string>()
      for (const { client, start, length } of added) {
        index.add(client, start, start + length)
        for (let at = start; at < start + length; at++) deleted.add(`${client}:${at}`)
      }
      for (let client = 1; client <= 4; client++) {
        for (let at = 0; at < 72; at++) {
          expect(index.contains(client, at, at + 1)).toBe(deleted.has(`${client}:${at}`))
        }
      }
      for (const { client, start, length } of added) expect(index.contains(client, start, start + length)).toBe(true)
    }),
  )
})

test('a stretch with a hole is not contained', () => {
  const index = new DeleteIndex()
  index.add(1, 0, 5)
  index.add(1, 6, 9)
  expect(index.contains(1, 0, 9)).toBe(false)
  index.add(1, 5, 6)
  expect(index.contains(1, 0, 9)).toBe(true)
})

test('its bytes are the update Yjs makes of the same deletions', () => {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getText('t').insert(0, '一二三四五六')
  doc.getText('t').delete(1, 2)
  doc.getText('t').delete(3, 1)
  const index = new DeleteIndex()
  index.add(7, 5, 6)
  index.add(7, 1, 3)
  expect([...index.asUpdate()]).toEqual([...Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))])
})

import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { KnownState } from './known-state'

function typed(doc: Y.Doc, change: (text: Y.Text) => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  change(doc.getText('t'))
  return Y.encodeStateAsUpdate(doc, before)
}

function take(known: KnownState, update: Uint8Array): string {
  const judged = known.judge(update)
  if (judged.kind === 'new') known.add(judged.update)
  return judged.kind
}

describe('known state', () => {
  test('tells new from known', () => {
    const known = new KnownState()
    const doc = new Y.Doc()
    const first = typed(doc, (text) => text.insert(0, '甲'))
    expect(take(known, first)).toBe('new')
    expect(take(known, first)).toBe('known')
    expect(take(known, Y.encodeStateAsUpdate(doc))).toBe('known')
  })

  test('a deletion is new once', () => {
    const known = new KnownState()
    const doc = new Y.Doc()
    take(
      known,
      typed(doc, (text) => text.insert(0, '甲乙丙')),
    )
    const deletion = typed(doc, (text) => text.delete(1, 1))
    expect(take(known, deletion)).toBe('new')
    expect(take(known, deletion)).toBe('known')
    expect(known.isCoveredBy(Y.decodeStateVector(Y.encodeStateVector(doc)))).toBe(true)
  })

  test('a lost update before this one is a gap, in clocks, neighbours, parents and deletions', () => {
    const writer = new Y.Doc()
    const lost = typed(writer, (text) => text.insert(0, '甲'))
    const next = typed(writer, (text) => text.insert(1, '乙'))
    expect(new KnownState().judge(next).kind).toBe('gap')

    const reader = new Y.Doc()
    Y.applyUpdate(reader, lost)
    const beside = typed(reader, (text) => text.insert(1, '丙'))
    expect(new KnownState().judge(beside).kind).toBe('gap')

    const deletion = (() => {
      const before = Y.encodeStateVector(reader)
      reader.getText('t').delete(0, 1)
      return Y.encodeStateAsUpdate(reader, before)
    })()
    expect(new KnownState().judge(deletion).kind).toBe('gap')

    const nested = new Y.Doc()
    const element = new Y.XmlElement('paragraph')
    nested.getXmlFragment('default').insert(0, [element])
    const peer = new Y.Doc()
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(nested))
    const before = Y.encodeStateVector(peer)
    const inner = peer.getXmlFragment('default').get(0) as Y.XmlElement
    inner.insert(0, [new Y.XmlText()])
    expect(new KnownState().judge(Y.encodeStateAsUpdate(peer, before)).kind).toBe('gap')
  })

  test('whoever is up to date and says so is known, whatever the order of what they say', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    one.clientID = 1
    two.clientID = 2
    one.getText('t').insert(0, '甲乙丙丁戊')
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    two.getText('t').insert(5, '己庚')
    two.getText('t').delete(1, 2)
    two.getText('t').delete(4, 1)
    const known = new KnownState()
    const vector = Y.encodeStateVector(two)
    known.seed(vector, Y.encodeStateAsUpdate(two, vector))
    expect(known.judge(Y.encodeStateAsUpdate(two, vector)).kind).toBe('known')
    expect(known.judge(new Uint8Array([0, 1, 1, 1, 1, 1])).kind).toBe('known')
    expect(known.judge(new Uint8Array([0, 1, 1, 1, 0, 1])).kind).toBe('new')
    take(known, new Uint8Array([0, 1, 1, 1, 0, 1]))
    two.getText('t').delete(0, 1)
    expect([...known.deletions()]).toEqual([...Y.encodeStateAsUpdate(two, vector)])
  })

  test('a stretch longer than anybody types is malformed', () => {
    const update = encoding.encode((encoder) => {
      for (const value of [1, 1, 7, 0, 0, 2 ** 40, 0]) encoding.writeVarUint(encoder, value)
    })
    expect(Y.decodeUpdate(update).structs[0]?.length).toBe(2 ** 40)
    expect(new KnownState().judge(update).kind).toBe('malformed')
  })

  test('noise is malformed, not a crash', () => {
    for (const bytes of [[], [5], [1, 1, 1, 0, 99], [255, 255, 255, 255, 255]]) {
      expect(new KnownState().judge(new Uint8Array(bytes)).kind).toBe('malformed')
    }
  })

  test('seeded from metadata it judges like one that saw everything', () => {
    const doc = new Y.Doc()
    const all = typed(doc, (text) => {
      text.insert(0, '甲乙丙丁')
      text.delete(1, 2)
    })
    const vector = Y.encodeStateVector(doc)
    const known = new KnownState()
    known.seed(vector, Y.encodeStateAsUpdate(doc, vector))
    expect(known.judge(all).kind).toBe('known')
    expect(known.judge(typed(doc, (text) => text.insert(0, '戊'))).kind).toBe('new')
    expect(Y.decodeStateVector(known.stateVector())).toEqual(Y.decodeStateVector(vector))
  })
})

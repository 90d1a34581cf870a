import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Random } from '../testing/random'
import { mergeUpdates } from './merge-updates'
import { readUpdate } from './read-update'

describe('reading an update', () => {
  test('says of every kind of content what Yjs says', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const text = doc.getText('t')
    text.insert(0, '对照检查𠮷材料', { bold: true })
    text.insertEmbed(2, { kind: 'image' })
    text.format(0, 3, { italic: true })
    text.delete(1, 3)
    const map = doc.getMap('m')
    map.set('bytes', new Uint8Array([1, 2, 3]))
    map.set('any', { list: [1, 'two', null, undefined, true, 1.5] })
    map.set('nested', new Y.Map([['in', 1]]))
    map.set('doc', new Y.Doc({ guid: 'inner' }))
    doc.getArray('a').insert(0, [1, 2, new Y.Array(), 3])
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('一')])
    doc.getXmlFragment('default').insert(0, [paragraph, new Y.XmlHook('hook') as unknown as Y.XmlElement])
    updates.push(Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates), Y.mergeUpdates([updates[0], updates[3]] as Uint8Array[]))
    for (const update of updates) expect(facts(update)).toEqual(factsOfYjs(update))
  })

  test('refuses what Yjs refuses, cut anywhere', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, '甲乙丙', { bold: true })
    doc.getText('t').delete(1, 1)
    const whole = Y.encodeStateAsUpdate(doc)
    for (let end = 0; end < whole.length; end++) {
      const part = whole.subarray(0, end)
      expect(() => Y.decodeUpdate(part)).toThrow()
      expect(() => readUpdate(part)).toThrow()
    }
    for (const kind of [10 + 32, 11, 31]) expect(() => readUpdate(new Uint8Array([1, 1, 1, 0, kind, 1, 1, 116]))).toThrow()
  })

  test('a changed byte is read as Yjs reads it, or refused', () => {
    const random = new Random(7)
    const doc = new Y.Doc()
    doc.clientID = 4
    const text = doc.getText('t')
    for (let i = 0; i < 30; i++) text.insert(random.below(text.length + 1), '甲乙', i % 3 ? {} : { bold: true })
    text.delete(3, 9)
    const whole = Y.encodeStateAsUpdate(doc)
    let readable = 0
    for (let round = 0; round < 3_000; round++) {
      const bytes = whole.slice()
      bytes[random.below(bytes.length)] = random.below(256)
      const theirs = attempt(() => factsOfYjs(bytes))
      const ours = attempt(() => facts(bytes))
      expect(ours).toEqual(theirs)
      if (ours !== null) readable += 1
    }
    expect(readable).toBeGreaterThan(100)
  })
})

describe('merging', () => {
  test('gives the document that the updates give one by one', () => {
    const random = new Random(1)
    for (let round = 0; round < 200; round++) {
      const updates = conversation(random)
      const merged = mergeUpdates(updates.map(readUpdate))
      expect(stateOf([merged])).toEqual(stateOf(updates))
      expect(facts(merged).ends).toEqual(facts(Y.mergeUpdates(updates)).ends)
      // It can be merged and compared again.
      expect(stateOf([Y.mergeUpdates([merged, ...updates])])).toEqual(stateOf(updates))
    }
  })

  test('a run that does not follow the one before it is left to Yjs', () => {
    const doc = new Y.Doc()
    doc.getText('t').insert(0, '甲')
    const first = Y.encodeStateAsUpdate(doc)
    doc.getText('t').insert(1, '乙')
    const both = Y.encodeStateAsUpdate(doc)
    expect(stateOf([mergeUpdates([readUpdate(first), readUpdate(both)])])).toEqual(stateOf([both]))
  })
})

function facts(bytes: Uint8Array) {
  const { runs, deletions, neighbours } = readUpdate(bytes)
  const ends: { client: number; clock: number; end: number; hasSkip: boolean }[] = []
  for (const { client, clock, end, structs, hasSkip } of runs) {
    const last = ends.at(-1)
    if (last?.client === client && last.end === clock) {
      last.end = end
      last.hasSkip ||= hasSkip
    } else if (structs > 0) ends.push({ client, clock, end, hasSkip })
  }
  return {
    ends,
    deletions: [...deletions].map(([client, ranges]) => [client, ranges]),
    neighbours: [...neighbours].sort(([a], [b]) => a - b),
  }
}

function factsOfYjs(bytes: Uint8Array): ReturnType<typeof facts> {
  const { structs, ds } = Y.decodeUpdate(bytes)
  const ends: ReturnType<typeof facts>['ends'] = []
  const neighbours = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const last = ends.at(-1)
    const end = clock + struct.length
    const hasSkip = struct instanceof Y.Skip
    if (last?.client === client && last.end === clock) {
      last.end = end
      last.hasSkip ||= hasSkip
    } else ends.push({ client, clock, end, hasSkip })
    if (!(struct instanceof Y.Item)) continue
    for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
      if (id instanceof Y.ID) neighbours.set(id.client, Math.max(id.clock, neighbours.get(id.client) ?? 0))
    }
  }
  const deletions = [...ds.clients].map(([client, ranges]): [number, { clock: number; len: number }[]] => [
    client,
    ranges.map(({ clock, len }) => ({ clock, len })),
  ])
  return { ends, deletions, neighbours: [...neighbours].sort(([a], [b]) => a - b) }
}

/** Three people type, delete and format in turn, each having heard of what went before. */
function conversation(random: Random): Uint8Array[] {
  const docs = [1, 2, 3].map((id) => {
    const doc = new Y.Doc()
    doc.clientID = id + random.below(1_000_000)
    return doc
  })
  const updates: Uint8Array[] = []
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'heard') return
      updates.push(update)
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'heard')
    })
  }
  for (let step = 0; step < 12; step++) {
    const text = random.pick(docs).getText('t')
    const at = random.below(text.length + 1)
    if (random.chance(0.3) && at < text.length) text.delete(at, Math.min(2, text.length - at))
    else text.insert(at, random.pick(['意', '意见']), random.chance(0.2) ? { bold: true } : {})
  }
  return updates
}

function stateOf(updates: readonly Uint8Array[]) {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return { text: doc.getText('t').toDelta() as unknown, vector: Y.decodeStateVector(Y.encodeStateVector(doc)) }
}

function attempt<Value>(run: () => Value): Value | null {
  try {
    return run()
  } catch {
    return null
  }
}

/** What every update log promises. One suite, run by each adapter's test. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { MaterialId, PersonId } from '../../shared/ids'
import { updateOf } from '../../shared/schema/ydoc'
import type { LogEntry, StoredRoom, UpdateLog } from '../ports/update-log'

const ROOM = 'room-0001' as MaterialId
const OTHER = 'room-0002' as MaterialId

function entry(update: Uint8Array, room = ROOM): LogEntry {
  return { room, actor: 'person-01' as PersonId, at: 1_700_000_000_000, update, newClients: [] }
}

/** The updates of a person typing `text` one character at a time. */
function typing(text: string): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const character of text) doc.getText('t').insert(doc.getText('t').length, character)
  return updates
}

function textOf(stored: StoredRoom): string {
  const doc = new Y.Doc()
  if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot.state)
  for (const { update } of stored.tail) Y.applyUpdate(doc, update)
  return doc.getText('t').toString()
}

export function updateLogContract(name: string, open: () => Promise<UpdateLog>): void {
  describe(`update log contract: ${name}`, () => {
    let log: UpdateLog
    beforeEach(async () => {
      log = await open()
    })
    afterEach(() => log.close())

    test('a room nobody wrote in is empty', async () => {
      expect(await log.load(ROOM)).toEqual({ snapshot: null, tail: [] })
      expect(await log.compact(ROOM)).toBeNull()
    })

    test('rows come back in order, with rising numbers, each in its room', async () => {
      const updates = typing('甲乙丙')
      const first = await log.append(updates.map((update) => entry(update)))
      const second = await log.append([entry(typing('丁')[0] as Uint8Array, OTHER)])
      const numbers = [...first, ...second]
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
      expect(new Set(numbers).size).toBe(4)
      const stored = await log.load(ROOM)
      expect(stored.tail.map((row) => row.seq)).toEqual(first)
      expect(stored.tail.map((row) => [...row.update])).toEqual(updates.map((update) => [...update]))
      expect(textOf(await log.load(OTHER))).toBe('丁')
    })

    test('a snapshot sums up the rows before it and leaves the later ones', async () => {
      const updates = typing('一二三四')
      await log.append(updates.slice(0, 3).map((update) => entry(update)))
      const snapshot = await log.compact(ROOM)
      await log.append([entry(updates[3] as Uint8Array)])
      const stored = await log.load(ROOM)
      expect(stored.snapshot?.seq).toBe(snapshot?.seq)
      expect(stored.tail).toHaveLength(1)
      expect(textOf(stored)).toBe('一二三四')
      await log.compact(ROOM)
      expect((await log.load(ROOM)).tail).toEqual([])
      expect(textOf(await log.load(ROOM))).toBe('一二三四')
    })

    test('a snapshot carries its state vector and its deletions', async () => {
      const doc = new Y.Doc()
      doc.getText('t').insert(0, '留去留')
      doc.getText('t').delete(1, 1)
      await log.append([entry(Y.encodeStateAsUpdate(doc))])
      const snapshot = await log.compact(ROOM)
      expect(Y.decodeStateVector(snapshot?.stateVector as Uint8Array)).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
      const behind = new Y.Doc()
      Y.applyUpdate(behind, Y.encodeStateAsUpdate(doc))
      const decoded = Y.decodeUpdate(snapshot?.deletions as Uint8Array)
      expect(decoded.structs).toEqual([])
      expect([...decoded.ds.clients.values()].flat().map(({ clock, len }) => ({ clock, len }))).toEqual([{ clock: 1, len: 1 }])
    })

    test('the facts of a room are those of its snapshot, and the rows after it', async () => {
      const updates = typing('一二三')
      expect(await log.facts(ROOM)).toEqual({ snapshot: null, tail: [] })
      await log.append(updates.slice(0, 2).map((update) => entry(update)))
      const snapshot = await log.compact(ROOM)
      await log.append([entry(updates[2] as Uint8Array)])
      const facts = await log.facts(ROOM)
      expect(facts.snapshot?.stateVector).toEqual(snapshot?.stateVector)
      expect(facts.snapshot?.deletions).toEqual(snapshot?.deletions)
      expect(facts.tail.map(({ update }) => [...update])).toEqual([[...(updates[2] as Uint8Array)]])
    })

    test('whoever lacks something is told that and no more, wherever it is stored', async () => {
      const doc = new Y.Doc()
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      const text = doc.getText('t')
      for (const character of '一二三四五六') text.insert(text.length, character)
      text.delete(0, 1)
      for (const summedUp of [0, 3, 7]) {
        const room = `room-${summedUp}` as MaterialId
        if (summedUp > 0) {
          await log.append(updates.slice(0, summedUp).map((update) => entry(update, room)))
          await log.compact(room)
        }
        await log.append(updates.slice(summedUp).map((update) => entry(update, room)))
        for (let known = 0; known <= updates.length; known++) {
          const behind = new Y.Doc()
          for (const update of updates.slice(0, known)) Y.applyUpdate(behind, update)
          const missing = await log.missing(room, Y.encodeStateVector(behind))
          const structs = missing.flatMap((update) => Y.decodeUpdate(update).structs)
          expect(structs.reduce((sum, { length }) => sum + length, 0)).toBe(Math.max(0, 6 - known))
          for (const update of missing) Y.applyUpdate(behind, update)
          expect(behind.getText('t').toString()).toBe('二三四五六')
        }
      }
    })

    test('a client id belongs to who used it first, for ever and in that room only', async () => {
      const [first, second] = typing('甲乙').map((update) => entry(update)) as [LogEntry, LogEntry]
      await log.append([{ ...first, newClients: [7, 8] }])
      await log.append([{ ...second, actor: 'person-02' as PersonId, newClients: [8, 9] }])
      await log.compact(ROOM)
      expect(await log.clients(ROOM)).toEqual(
        new Map([
          [7, 'person-01'],
          [8, 'person-01'],
          [9, 'person-02'],
        ]),
      )
      expect(await log.clients(OTHER)).toEqual(new Map())
    })

    test('who wrote what is known to the minute, also once the rows are summed up and where something was sent twice', async () => {
      const MINUTE_MS = 60_000
      const updates = typing('甲乙丙丁')
      const client = [...Y.parseUpdateMeta(updates[0] as Uint8Array).to.keys()][0] ?? 0
      const noon = 1_700_000_040_000
      const at = (minutes: number, update: Uint8Array): LogEntry => ({
        ...entry(update),
        at: noon + minutes * MINUTE_MS + 5_000,
        newClients: [client],
      })
      const origins = () =>
        log.origins(
          ROOM,
          [0, 1, 2, 3].map((clock) => ({ client, clock, length: 1 })),
        )
      await log.append([at(0, updates[0] as Uint8Array), at(0, updates[1] as Uint8Array)])
      await log.compact(ROOM)
      await log.append([at(7, Y.mergeUpdates(updates.slice(0, 3))), at(9, updates[3] as Uint8Array)])
      const times = [0, 0, 7, 9].map((minutes) => noon + minutes * MINUTE_MS)
      const expected = times.map((time) => ({ person: 'person-01', from: time, to: time }))
      expect(await origins()).toEqual(expected)
      await log.compact(ROOM)
      expect((await log.load(ROOM)).tail).toEqual([])
      expect(await origins()).toEqual(expected)
      expect(await log.origins(ROOM, [{ client, clock: 0, length: 4 }])).toEqual([
        { person: 'person-01', from: times[0], to: times[3] },
      ])
      expect(await log.origins(OTHER, [{ client, clock: 0, length: 1 }])).toEqual([{ person: null, from: null, to: null }])
    })

    test('content and state are read from snapshot and rows together', async () => {
      await log.append([entry(updateOf([{ type: 'paragraph', runs: [{ text: '正文' }] }]))])
      await log.compact(ROOM)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, await log.state(ROOM))
      const before = Y.encodeStateVector(doc)
      const title = new Y.XmlElement('title')
      doc.getXmlFragment('default').insert(0, [title])
      await log.append([entry(Y.encodeStateAsUpdate(doc, before))])
      expect((await log.survey(ROOM)).blocks).toEqual([
        { type: 'title', runs: [] },
        { type: 'paragraph', runs: [{ text: '正文' }] },
      ])
    })
  })
}

import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { MaterialId, PersonId } from '../../shared/ids'
import { MESSAGE, SYNC } from '../../shared/wire/frames'
import { MemoryUpdateLog } from '../testing/memory-update-log'
import { CatchUp } from './catch-up'
import { KnownState } from './known-state'

const ROOM = 'room-0001' as MaterialId
const LETTERS = 600

/** A text of which the first half is summed up, and a log that notes what it was asked for. */
async function setUp({ tailRows }: { tailRows: number }) {
  const log = new MemoryUpdateLog()
  const known = new KnownState()
  const writer = new Y.Doc()
  const updates: Uint8Array[] = []
  writer.on('update', (update: Uint8Array) => updates.push(update))
  for (let i = 0; i < LETTERS; i++) writer.getText('t').insert(i, '字')
  const append = (some: readonly Uint8Array[]) =>
    log.append(some.map((update) => ({ room: ROOM, actor: 'person-01' as PersonId, at: 0, update })))
  await append(updates.slice(0, LETTERS - tailRows))
  await log.compact(ROOM)
  await append(updates.slice(LETTERS - tailRows))
  const judged = known.judge(Y.encodeStateAsUpdate(writer))
  if (judged.kind === 'new') known.add(judged.update)
  const asked: string[] = []
  const catchUp = new CatchUp({
    room: ROOM,
    known,
    tail: { rows: tailRows },
    updateLog: {
      facts: (room) => (asked.push('facts'), log.facts(room)),
      missing: (room, vector) => (asked.push('missing'), log.missing(room, vector)),
    },
  })
  /** Somebody who has the first `letters`. @returns how many messages it took */
  const comesBack = async (letters: number) => {
    const reader = new Y.Doc()
    for (const update of updates.slice(0, letters)) Y.applyUpdate(reader, update)
    const frames: Uint8Array[] = []
    await catchUp.send((...some) => frames.push(...some), Y.decodeStateVector(Y.encodeStateVector(reader)))
    const steps = frames.map((frame) => {
      const decoder = decoding.createDecoder(frame)
      expect(decoding.readVarUint(decoder)).toBe(MESSAGE.sync)
      const step = decoding.readVarUint(decoder)
      Y.applyUpdate(reader, decoding.readVarUint8Array(decoder))
      return step
    })
    expect(steps.at(-1)).toBe(SYNC.step2)
    expect(steps.filter((step) => step === SYNC.step2)).toHaveLength(1)
    expect(reader.getText('t').length).toBe(LETTERS)
    return frames.length
  }
  return { asked, comesBack }
}

test('whoever lacks a few lines is answered from here, in one update', async () => {
  const { asked, comesBack } = await setUp({ tailRows: 300 })
  // The deletions of the snapshot, the rows, the end.
  expect(await comesBack(LETTERS - 40)).toBe(3)
  expect(asked).toEqual(['facts'])
})

test('a whole text, and a long log, are read on the other thread', async () => {
  const short = await setUp({ tailRows: 300 })
  await short.comesBack(0)
  expect(short.asked).toEqual(['missing'])
  const long = await setUp({ tailRows: 501 })
  await long.comesBack(LETTERS - 40)
  expect(long.asked).toEqual(['missing'])
})

test('whoever is up to date is told at once, and nothing is read', async () => {
  const { asked, comesBack } = await setUp({ tailRows: 300 })
  expect(await comesBack(LETTERS)).toBe(1)
  expect(asked).toEqual([])
})

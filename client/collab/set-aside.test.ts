import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '../../shared/wire/close-codes'
import { EMPTY_UPDATE, MESSAGE, SYNC } from '../../shared/wire/frames'
import type { Session } from './session'
import { SetAside } from './set-aside'
import { createMemoryStore } from './testing/memory-store'
import { LI, MATERIAL, openOn, textOf, type, WANG } from './testing/people'
import { Relay } from './testing/relay'
import { World } from './testing/world'

function setUp() {
  const relay = new Relay()
  const world = new World(relay)
  return { relay, world, device: world.device() }
}

const edits = ({ setAside }: Session) => setAside.rows().reduce((sum, row) => sum + row.edits, 0)

/** Writes without the server; what the person may do there is less when it is back. */
async function refusedWords() {
  const all = setUp()
  const { relay, world, device } = all
  const session = openOn(device)
  await world.settle()
  relay.crash()
  type(session, '离线写的')
  await world.settle()
  relay.ability = 'read'
  relay.restart()
  await world.live(10_000)
  expect(session.status()).toMatchObject({ kind: 'refused', code: CLOSE.refusedChange, edits: 1 })
  return all
}

describe('what the server would not take', () => {
  test('is offered at the next opening, until it is thrown away', async () => {
    const { world, device } = await refusedWords()
    for (let opening = 1; opening <= 2; opening += 1) {
      const again = openOn(device)
      await world.settle()
      expect(again.status()).toMatchObject({ kind: 'live', ability: 'read', save: { kind: 'saved' } })
      expect(edits(again)).toBe(1)
      again.abandon()
    }
    const last = openOn(device)
    await world.settle()
    let told = 0
    last.setAside.subscribe(() => {
      told += 1
    })
    await last.setAside.discard()
    expect([edits(last), told]).toEqual([0, 1])
    expect(device.store.rows('refused')).toEqual([])
    expect(textOf(last)).toBe('')
  })

  test('is nobody else’s', async () => {
    const { world, device } = await refusedWords()
    const other = openOn(device, WANG)
    await world.settle()
    expect(edits(other)).toBe(0)
  })

  test('can be put back when one may write again', async () => {
    const { relay, world, device } = await refusedWords()
    relay.ability = 'edit'
    const again = openOn(device)
    await world.settle()
    expect(textOf(again)).toBe('')
    await again.setAside.putBack()
    await world.settle()
    expect(textOf(relay)).toBe('离线写的')
    expect(again.status()).toMatchObject({ kind: 'live', save: { kind: 'saved' } })
    expect(edits(again)).toBe(0)
    expect(await device.store.count(LI)).toBe(0)
  })

  test('refused once more, it is offered once more', async () => {
    const { relay, world, device } = await refusedWords()
    relay.ability = 'suggest'
    const again = openOn(device)
    await world.settle()
    await again.setAside.putBack()
    await world.settle()
    expect(again.status()).toMatchObject({ kind: 'refused', edits: 1 })
    const third = openOn(device)
    await world.settle()
    expect(edits(third)).toBe(1)
    expect(device.store.rows('refused')).toHaveLength(1)
  })

  test('what it has after all, because only the acknowledgement was lost, is forgotten', async () => {
    const { relay, world, device } = setUp()
    const session = openOn(device)
    await world.settle()
    relay.commitsAtOnce = false
    type(session, '已在盘上')
    await world.settle()
    const { doc } = relay
    relay.commit()
    relay.last.end(1006)
    expect(doc.getText('t').toString()).toBe('已在盘上')
    relay.commitsAtOnce = true
    relay.ability = 'read'
    await world.live(10_000)
    expect(session.status()).toMatchObject({ kind: 'refused' })
    const again = openOn(device)
    await world.settle()
    expect(edits(again)).toBe(0)
    expect(await device.store.count(LI)).toBe(0)
  })

  test('words of a closed tab are offered while one may only read, and sent when one may write', async () => {
    const { relay, world, device } = setUp()
    const closed = openOn(device)
    await world.settle()
    relay.crash()
    type(closed, '关掉之前写的')
    await world.settle()
    closed.abandon()
    relay.ability = 'read'
    relay.restart()
    const again = openOn(device)
    await world.settle()
    expect(edits(again)).toBe(1)
    expect(device.store.rows('pending')).toHaveLength(1)
    relay.ability = 'edit'
    relay.last.end(CLOSE.accessChanged)
    await world.live(2_000)
    expect(textOf(relay)).toBe('关掉之前写的')
    expect(edits(again)).toBe(0)
    expect(await device.store.count(LI)).toBe(0)
  })

  test('where the text cannot be had, nothing is taken for known', async () => {
    const { relay, world } = setUp()
    const store = createMemoryStore()
    const mine = new Y.Doc()
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(relay.doc))
    const others = new Y.Doc()
    others.getText('t').insert(0, '别人的话')
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(others))
    mine.on('update', (update: Uint8Array) => {
      void store.write('refused', [{ person: LI, material: MATERIAL, tab: 't', n: 1, edits: 1, at: 0, update }], [])
    })
    mine.getText('t').insert(2, '我的话')
    await world.settle()
    const putBack = () => Promise.resolve()
    const setAside = new SetAside({ person: LI, material: MATERIAL, store, doc: new Y.Doc(), putBack })
    await setAside.look([])
    expect(setAside.rows()).toHaveLength(1)
    expect(store.rows('refused')).toHaveLength(1)
  })

  test('without a store there is nothing', async () => {
    const { world } = setUp()
    const store = createMemoryStore()
    store.refused = () => Promise.reject(new Error('no store'))
    const session = openOn(world.device(store))
    await world.settle()
    expect(session.material).toBe(MATERIAL)
    expect(edits(session)).toBe(0)
  })
})

test('[W11] what a closed tab left goes out as a step 2: written before this connection', async () => {
  const { relay, world, device } = setUp()
  const closed = openOn(device)
  await world.settle()
  relay.crash()
  type(closed, '关掉之前写的')
  await world.settle()
  closed.abandon()
  relay.restart()
  relay.received.length = 0
  const again = openOn(device)
  await world.settle()
  expect(textOf(relay)).toBe('关掉之前写的')
  expect(again.status()).toMatchObject({ kind: 'live', save: { kind: 'saved' } })
  expect(writesIn(relay.received)).toEqual(['step 2'])
})

/** Of those that bring something. */
function writesIn(frames: readonly Uint8Array[]): string[] {
  return frames.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== MESSAGE.sync) return []
    const step = decoding.readVarUint(decoder)
    const update = decoding.readVarUint8Array(decoder)
    if (step === SYNC.step1 || update.byteLength <= EMPTY_UPDATE.byteLength) return []
    return [step === SYNC.step2 ? 'step 2' : 'update']
  })
}

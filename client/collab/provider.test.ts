import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '../../shared/wire/close-codes'
import { noticeFrame } from '../../shared/wire/control'
import { MESSAGE, SYNC, updateFrame } from '../../shared/wire/frames'
import type { Session } from './session'
import { LI, openOn, textOf, type, WANG } from './testing/people'
import { Relay } from './testing/relay'
import { World } from './testing/world'

function setUp() {
  const relay = new Relay()
  return { relay, world: new World(relay) }
}

/** Updates (not step 2s) among the frames. */
function updatesIn(frames: readonly Uint8Array[]): Uint8Array[] {
  return frames.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== MESSAGE.sync || decoding.readVarUint(decoder) !== SYNC.update) return []
    return [decoding.readVarUint8Array(decoder)]
  })
}

function countTransactions(session: Session): { count: number } {
  const counter = { count: 0 }
  session.doc.on('afterTransaction', () => {
    counter.count += 1
  })
  return counter
}

describe('saving', () => {
  test('saved is said only after the commit, and others see nothing before it', async () => {
    const { relay, world } = setUp()
    const [a, b] = [openOn(world.device()), openOn(world.device(), WANG)]
    expect(a.status()).toEqual({ kind: 'connecting' })
    await world.settle()
    await a.synced
    expect(a.status()).toEqual({ kind: 'live', ability: 'edit', save: { kind: 'saved', at: null } })
    relay.commitsAtOnce = false
    type(a, '你')
    expect(a.status()).toMatchObject({ save: { kind: 'saving' } })
    await world.settle()
    expect(a.status()).toMatchObject({ save: { kind: 'saving' } })
    expect(textOf(b)).toBe('')
    relay.commit()
    await world.settle()
    expect(a.status()).toMatchObject({ save: { kind: 'saved', at: world.clock.now() } })
    expect(textOf(b)).toBe('你')
  })

  test('an ack for the first of two messages does not save the second', async () => {
    const { relay, world } = setUp()
    const a = openOn(world.device())
    await world.settle()
    relay.commitsAtOnce = false
    type(a, '一')
    await world.settle()
    const committed = relay.last
    relay.commit()
    type(a, '二')
    await world.settle()
    expect(committed.writes).toBe(3)
    expect(a.status()).toMatchObject({ save: { kind: 'saving' } })
    relay.commit()
    await world.settle()
    expect(a.status()).toMatchObject({ save: { kind: 'saved' } })
  })

  test('a server that cannot write is told as such until it has recovered', async () => {
    const { relay, world } = setUp()
    const a = openOn(world.device())
    await world.settle()
    relay.commitsAtOnce = false
    type(a, '字')
    relay.last.toClient.push(noticeFrame('save-failing'))
    await world.settle()
    expect(a.status()).toMatchObject({ save: { kind: 'failing', reason: 'server-disk' } })
    relay.last.toClient.push(noticeFrame('save-recovered'))
    await world.settle()
    expect(a.status()).toMatchObject({ save: { kind: 'saving' } })
    relay.commit()
    await world.settle()
    expect(a.status()).toMatchObject({ save: { kind: 'saved' } })
  })

  test('listeners hear once per frame, and the status keeps its identity', async () => {
    const { world } = setUp()
    const a = openOn(world.device())
    await world.settle()
    let heard = 0
    a.subscribe(() => {
      heard += 1
    })
    type(a, '一')
    await world.settle()
    expect(heard).toBeGreaterThan(0)
    expect(a.status()).toBe(a.status())
  })
})

describe('traffic', () => {
  test('the first keystroke leaves at once, what follows within the frame as one message', async () => {
    const { relay, world } = setUp()
    const a = openOn(world.device())
    await world.settle()
    world.runFrames()
    const before = a.traffic.framesOut
    type(a, '一')
    await Promise.resolve()
    expect(a.traffic.framesOut).toBe(before + 1)
    type(a, '二')
    await Promise.resolve()
    type(a, '三')
    await Promise.resolve()
    expect(a.traffic.framesOut).toBe(before + 1)
    await world.settle()
    expect(updatesIn(relay.received)).toHaveLength(2)
    expect(textOf(relay)).toBe('一二三')
  })

  test('what came within a frame is one transaction', async () => {
    const { relay, world } = setUp()
    const a = openOn(world.device())
    await world.settle()
    const other = new Y.Doc()
    for (const letter of '多人同写') {
      const known = Y.encodeStateVector(other)
      other.getText('t').insert(0, letter)
      relay.last.toClient.push(updateFrame(Y.encodeStateAsUpdate(other, known)))
    }
    const transactions = countTransactions(a)
    await world.settle()
    expect(textOf(a)).toBe('写同人多')
    expect(transactions.count).toBe(1)
  })

  test('an update that builds on a missing one makes us ask for it', async () => {
    const { relay, world } = setUp()
    const a = openOn(world.device())
    await world.settle()
    relay.doc.getText('t').insert(0, '前')
    const known = Y.encodeStateVector(relay.doc)
    relay.doc.getText('t').insert(1, '后')
    relay.last.toClient.push(updateFrame(Y.encodeStateAsUpdate(relay.doc, known)))
    await world.settle()
    expect(textOf(a)).toBe('前后')
  })

  test('half a frame costs the connection, not the text', async () => {
    const { relay, world } = setUp()
    const a = openOn(world.device())
    await world.settle()
    type(a, '字')
    await world.settle()
    relay.last.toClient.push(Uint8Array.of(MESSAGE.sync, SYNC.update, 9, 1))
    await world.settle()
    expect(a.status()).toMatchObject({ kind: 'reconnecting' })
    await world.live(1_000)
    expect(a.status()).toMatchObject({ kind: 'live' })
    expect(textOf(a)).toBe('字')
  })
})

describe('refused', () => {
  test('changes the server will not take are set aside and not sent at the next opening', async () => {
    const { relay, world } = setUp()
    const device = world.device()
    const a = openOn(device)
    await world.settle()
    relay.last.ability = 'read'
    type(a, '不许')
    await world.settle()
    expect(a.status()).toEqual({ kind: 'refused', code: CLOSE.refusedChange, edits: 1 })
    expect(device.store.rows('refused')).toHaveLength(1)
    expect(device.store.rows('pending')).toHaveLength(0)
    void a.close()
    const again = openOn(device)
    await world.settle()
    expect(textOf(again)).toBe('')
    expect(await device.store.count(LI)).toBe(1)
  })

  test('who lost the right to write while away does not send what they typed', async () => {
    const { relay, world } = setUp()
    const device = world.device()
    const a = openOn(device)
    await world.settle()
    relay.crash()
    type(a, '迟了')
    await world.settle()
    relay.restart()
    relay.ability = 'read'
    await world.live(1_000)
    expect(a.status()).toMatchObject({ kind: 'refused', code: CLOSE.refusedChange, edits: 1 })
    expect(textOf(relay)).toBe('')
    expect(device.store.rows('refused')).toHaveLength(1)
  })

  test('a message over the limit is not sent again and again', async () => {
    const { relay, world } = setUp()
    const device = world.device()
    const a = openOn(device)
    await world.settle()
    relay.commitsAtOnce = false
    type(a, '太长')
    await world.settle()
    relay.last.end(1009)
    await world.live(20_000, 1_000)
    expect(a.status()).toMatchObject({ kind: 'refused', code: CLOSE.tooLarge, edits: 1 })
    expect(relay.peers).toHaveLength(0)
    expect(device.store.rows('refused')).toHaveLength(1)
  })

  test('signed out: closed for good, and what is pending stays for the next sign-in', async () => {
    const { relay, world } = setUp()
    const device = world.device()
    const a = openOn(device)
    await world.settle()
    relay.commitsAtOnce = false
    type(a, '留')
    await world.settle()
    relay.last.end(CLOSE.signedOut)
    await world.live(20_000, 1_000)
    expect(a.status()).toMatchObject({ kind: 'refused', code: CLOSE.signedOut, edits: 1 })
    expect(relay.peers).toHaveLength(0)
    expect(device.store.rows('pending')).toHaveLength(1)
  })
})

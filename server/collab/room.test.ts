import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '../../shared/wire/close-codes'
import { MESSAGE } from '../../shared/wire/frames'
import { RoomPeer } from '../testing/room-peer'
import { RoomWorld } from '../testing/room-world'

async function two(limits = {}) {
  const world = new RoomWorld(limits)
  const room = await world.open()
  const [wang, li] = [new RoomPeer('王芳'), new RoomPeer('李明')]
  wang.connect(room)
  li.connect(room)
  await world.settle(wang, li)
  return { world, room, wang, li }
}

describe('a room', () => {
  test('[W3] what one types the other reads, and a newcomer reads it all before it is synced', async () => {
    const { world, room, wang, li } = await two()
    wang.type(0, '学习')
    li.type(0, '理论')
    await world.settle(wang, li)
    expect(wang.text).toBe(li.text)
    const chen = new RoomPeer('陈刚')
    chen.connect(room)
    await world.settle(chen, wang, li)
    expect(chen.synced).toBe(true)
    expect(chen.text).toBe(wang.text)
  })

  test('[W4] nothing is acknowledged or shown to others before it is on disk', async () => {
    const { world, wang, li } = await two()
    world.log.failure = new Error('disk full')
    wang.type(0, '甲')
    await world.settle(wang, li)
    expect(wang.saved).toBe(false)
    expect(li.text).toBe('')
    world.log.failure = null
    world.clock.advance(200)
    await world.settle(wang, li)
    expect(wang.saved).toBe(true)
    expect(li.text).toBe('甲')
  })

  test('a writer gets no echo of what only they wrote', async () => {
    const { world, wang, li } = await two()
    const [before, others] = [wang.received.length, li.received.length]
    wang.type(0, '甲')
    await world.settle(wang, li)
    expect(wang.received.slice(before)).toEqual([MESSAGE.ack])
    expect(li.received.slice(others)).toEqual([MESSAGE.sync])
  })

  test('two who write at once are each told in one write what of theirs is on disk and what the other did', async () => {
    const { world, wang, li } = await two()
    const [before, writes] = [wang.received.length, wang.writes.length]
    wang.type(0, '甲')
    li.type(0, '乙')
    await world.settle(wang, li)
    expect(wang.received.slice(before)).toEqual([MESSAGE.ack, MESSAGE.sync])
    expect(wang.writes.slice(writes)).toEqual([2])
    expect([wang.saved, li.saved]).toEqual([true, true])
  })

  test('[W5] an update that builds on a lost one is asked for, not stored, and not acknowledged', async () => {
    const { world, wang, li } = await two()
    const updates: Uint8Array[] = []
    const away = new Y.Doc()
    away.on('update', (update: Uint8Array) => updates.push(update))
    away.getText('t').insert(0, '甲')
    away.getText('t').insert(1, '乙')
    Y.applyUpdate(wang.doc, updates[0] as Uint8Array, wang)
    Y.applyUpdate(wang.doc, updates[1] as Uint8Array)
    wang.deliverOut()
    expect((await world.log.load(wang.session.material)).tail).toEqual([])
    await world.settle(wang, li)
    expect(li.text).toBe('甲乙')
    expect(wang.saved).toBe(true)
  })

  test('[W7] a reader who writes is closed, nobody sees it, and reading answers of a reader are fine', async () => {
    const { world, room, wang } = await two()
    const reader = new RoomPeer('督导')
    wang.type(0, '甲')
    reader.connect(room, 'read')
    await world.settle(wang, reader)
    expect(reader.text).toBe('甲')
    expect(reader.closedWith).toBeNull()
    reader.type(0, '乙')
    await world.settle(wang, reader)
    expect(reader.closedWith).toBe(CLOSE.refusedChange)
    expect(wang.text).toBe('甲')
  })

  test('bytes that are no update close only their sender', async () => {
    const { world, room, wang, li } = await two()
    room.receive(wang.session, new Uint8Array([9, 9, 9]), false)
    expect(wang.closedWith).toBe(CLOSE.malformed)
    li.type(0, '甲')
    await world.settle(li)
    expect(li.saved).toBe(true)
  })

  test('a long log is summed up while people write, and what was written meanwhile stays', async () => {
    const { world, wang, li } = await two({ compactRows: 10 })
    for (let i = 0; i < 35; i++) {
      wang.type(wang.text.length, String(i % 10))
      await world.settle(wang, li)
    }
    const stored = await world.log.load(wang.session.material)
    expect(stored.snapshot).not.toBeNull()
    expect(stored.tail.length).toBeLessThan(12)
    const late = new RoomPeer('赵静')
    late.connect(await world.restart())
    await world.settle(late)
    expect(late.text).toBe(wang.text)
    expect(world.errors).toEqual([])
  })

  test('someone who comes back is sent what they missed, from snapshot, tail or deletions alone', async () => {
    const { world, room, wang, li } = await two()
    wang.type(0, '一二三')
    await world.settle(wang, li)
    li.drop()
    wang.doc.getText('t').delete(0, 1)
    await world.settle(wang)
    li.connect(room)
    await world.settle(wang, li)
    expect(li.text).toBe('二三')

    li.drop()
    wang.type(0, '零')
    await world.settle(wang)
    await room.compact()
    wang.doc.getText('t').delete(2, 1)
    await world.settle(wang)
    li.type(li.text.length, '末')
    li.connect(room)
    await world.settle(wang, li)
    expect(li.text).toBe(wang.text)
    expect(li.text).toBe('零二末')
  })

  test('[W8] a slow reader is sent nothing more, costs the others nothing, and catches up in one go', async () => {
    const { world, room, wang, li } = await two({ lagBytes: 1000 })
    li.unsentBytes = 5000
    for (const character of '反复修改这一段') {
      wang.type(wang.text.length, character)
      await world.settle(wang)
    }
    const framesWhileSlow = li.received.length
    await world.settle(li)
    expect(wang.saved).toBe(true)
    expect(li.text).toBe('反')
    expect(li.received.length - framesWhileSlow).toBe(1)
    li.unsentBytes = 0
    room.drained(li.session)
    await world.settle(wang, li)
    expect(li.text).toBe('反复修改这一段')
  })

  test("the server's own writing reaches everyone and the log", async () => {
    const { world, room, wang, li } = await two()
    const doc = new Y.Doc()
    doc.getText('t').insert(0, '范文')
    const written = room.write(Y.encodeStateAsUpdate(doc), null)
    await world.settle(wang, li)
    await written
    expect([wang.text, li.text]).toEqual(['范文', '范文'])
    await expect(room.write(new Uint8Array([7]), null)).rejects.toThrow('malformed')
  })
})

import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { MESSAGE, SYNC } from '../../shared/wire/frames'
import { openOn, textOf, type, WANG } from './testing/people'
import { Relay } from './testing/relay'
import { World } from './testing/world'

async function setUp() {
  const relay = new Relay()
  const world = new World(relay)
  const [a, b] = [openOn(world.device()), openOn(world.device(), WANG)]
  await world.settle()
  return { relay, world, a, b }
}

/** `text` of each update and step 2 among the frames, `presence` for awareness. */
function told(frames: readonly Uint8Array[]): string[] {
  return frames.flatMap((frame) => {
    const decoder = decoding.createDecoder(frame)
    const kind = decoding.readVarUint(decoder)
    if (kind === MESSAGE.awareness) return ['presence']
    return kind === MESSAGE.sync && decoding.readVarUint(decoder) !== SYNC.step1 ? ['text'] : []
  })
}

describe('while an input method composes', () => {
  test('nothing goes out and nothing comes in, whatever the others do', async () => {
    const { relay, world, a, b } = await setUp()
    type(a, '甲')
    await world.settle()
    a.hold()
    const before = relay.received.length
    for (const letter of 'nihao') {
      type(a, letter)
      a.awareness.setLocalStateField('activity', 'editing')
      type(b, '乙', 0)
      b.awareness.setLocalStateField('section', letter)
      await world.live(100, 50)
    }
    expect(textOf(a)).toBe('甲nihao')
    expect(textOf(b)).toBe('乙乙乙乙乙甲')
    expect(relay.received.slice(before).length).toBe(told(relay.received.slice(before)).length)
    expect(a.awareness.getStates().get(b.doc.clientID)?.section).toBeUndefined()
    expect(a.status()).toMatchObject({ save: { kind: 'saving' } })
    expect(textOf(relay)).toBe('乙乙乙乙乙甲')
  })

  test('what was typed before the hold is not held', async () => {
    const { relay, world, a } = await setUp()
    type(a, '先')
    a.hold()
    type(a, 'x')
    await world.settle()
    expect(textOf(relay)).toBe('先')
  })

  test('afterwards: own text as one update, theirs as one transaction, the rescue, then presence', async () => {
    const { relay, world, a, b } = await setUp()
    a.hold()
    for (const letter of '你好') type(a, letter)
    a.awareness.setLocalStateField('activity', 'editing')
    for (const letter of '同事') {
      type(b, letter)
      await world.settle()
    }
    b.awareness.setLocalStateField('activity', 'viewing')
    await world.live(100)
    const order: string[] = []
    a.doc.on('afterTransaction', (transaction: Y.Transaction) => order.push(transaction.local ? 'own' : 'theirs'))
    a.awareness.on('change', (_: unknown, origin: unknown) => {
      if (origin !== 'local') order.push('their presence')
    })
    const before = relay.received.length
    a.release(() => {
      order.push('between')
      expect(relay.received.length).toBe(before)
      expect([...textOf(a)].sort()).toEqual([...'你好同事'].sort())
      type(a, '救')
    })
    expect(order).toEqual(['theirs', 'between', 'own', 'their presence'])
    await world.settle()
    expect(told(relay.received.slice(before))).toEqual(['text', 'text', 'presence'])
    expect(textOf(b)).toBe(textOf(a))
    expect(a.status()).toMatchObject({ save: { kind: 'saved' } })
  })

  test('a rescue that throws does not silence presence', async () => {
    const { world, a, b } = await setUp()
    a.hold()
    a.awareness.setLocalStateField('activity', 'editing')
    expect(() =>
      a.release(() => {
        throw new Error('rescue failed')
      }),
    ).toThrow('rescue failed')
    await world.settle()
    expect(b.awareness.getStates().get(a.doc.clientID)?.activity).toBe('editing')
  })

  test('a connection that breaks and returns within the hold is answered from before it', async () => {
    const { relay, world, a, b } = await setUp()
    relay.commitsAtOnce = false
    type(a, '前')
    await world.settle()
    a.hold()
    type(a, 'zhong')
    relay.crash()
    relay.restart()
    relay.commitsAtOnce = true
    await world.live(2_000)
    expect(textOf(relay)).toBe('前')
    expect(textOf(b)).toBe('前')
    expect(a.status()).toMatchObject({ kind: 'live', save: { kind: 'saving' } })
    a.doc.getText('t').delete(1, 5)
    type(a, '中')
    a.release()
    await world.settle()
    expect(textOf(b)).toBe('前中')
    expect(a.status()).toMatchObject({ kind: 'live', save: { kind: 'saved' } })
  })

  test('a server that lost even more is told the whole after the hold', async () => {
    const { relay, world, a, b } = await setUp()
    void b.close()
    type(a, '一')
    await world.settle()
    relay.commitsAtOnce = false
    type(a, '二')
    await world.settle()
    a.hold()
    type(a, 'san')
    relay.crash()
    // As after restoring an older backup.
    relay.doc = new Y.Doc()
    relay.restart()
    relay.commitsAtOnce = true
    await world.live(2_000)
    expect(textOf(relay)).toBe('')
    expect(a.status()).toMatchObject({ kind: 'live' })
    a.release()
    await world.settle()
    expect(textOf(relay)).toBe('一二san')
    expect(a.status()).toMatchObject({ save: { kind: 'saved' } })
  })

  test('closing within a hold keeps the words', async () => {
    const { relay, world, a } = await setUp()
    a.hold()
    type(a, '词')
    void a.close()
    await world.settle()
    expect(textOf(relay)).toBe('词')
  })
})

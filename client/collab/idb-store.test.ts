import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import type { MaterialId, PersonId } from '../../shared/ids'
import { createIdbStore, keyOf, type LocalStore, type Row } from './idb-store'
import { createMemoryStore } from './testing/memory-store'

const [LI, WANG] = ['li', 'wang'] as [PersonId, PersonId]
const [M1, M2] = ['m1', 'm2'] as [MaterialId, MaterialId]

const row = (n: number, more: Partial<Row> = {}): Row => ({
  person: LI,
  material: M1,
  tab: 't1',
  n,
  edits: 1,
  at: 0,
  update: Uint8Array.of(n),
  ...more,
})

// One suite for the real store and the one the other tests run on.
const STORES: [string, () => LocalStore][] = [
  ['IndexedDB', createIdbStore],
  ['memory', createMemoryStore],
]

for (const [name, create] of STORES) {
  let store: LocalStore

  beforeEach(async () => {
    store = create()
    await Promise.all([store.clear(LI), store.clear(WANG)])
  })

  test(`[${name}] keeps rows per person and material, in order, bytes unchanged`, async () => {
    await store.write('pending', [row(2), row(10), row(1)], [])
    await store.write('pending', [row(1, { tab: 't2' }), row(3, { material: M2 }), row(4, { person: WANG })], [])
    const rows = await store.pending(LI, M1)
    expect(rows.map(({ tab, n }) => `${tab}/${n}`)).toEqual(['t1/1', 't1/2', 't1/10', 't2/1'])
    expect(rows[2]?.update).toEqual(Uint8Array.of(10))
  })

  test(`[${name}] moves rows aside in one go, where they no longer are pending but still count`, async () => {
    await store.write('pending', [row(1), row(2, { edits: 3 })], [])
    await store.write('refused', [row(2, { edits: 3 })], [keyOf(row(2))])
    expect((await store.pending(LI, M1)).map(({ n }) => n)).toEqual([1])
    expect(await store.count(LI)).toBe(4)
    expect(await store.count(WANG)).toBe(0)
  })

  test(`[${name}] gives back what was refused, lets it wait again, and forgets single rows wherever they are`, async () => {
    await store.write('refused', [row(1), row(2), row(1, { material: M2 }), row(1, { person: WANG })], [])
    expect((await store.refused(LI, M1)).map(({ n }) => n)).toEqual([1, 2])
    await store.restore([row(1)])
    expect((await store.refused(LI, M1)).map(({ n }) => n)).toEqual([2])
    expect((await store.pending(LI, M1)).map(({ n }) => n)).toEqual([1])
    await store.discard([keyOf(row(1)), keyOf(row(2))])
    expect(await store.count(LI)).toBe(1)
    expect(await store.count(WANG)).toBe(1)
  })

  test(`[${name}] forgets one person, not another whose name begins alike`, async () => {
    const lina = 'lina' as PersonId
    await store.write('pending', [row(1), row(1, { person: lina })], [])
    await store.write('refused', [row(2)], [])
    await store.clear(LI)
    expect(await store.count(LI)).toBe(0)
    expect(await store.count(lina)).toBe(1)
    await store.clear(lina)
  })
}

test('a row outlives the page that wrote it', async () => {
  const store = createIdbStore()
  await store.clear(LI)
  await store.write('pending', [row(1)], [])
  expect(await createIdbStore().pending(LI, M1)).toHaveLength(1)
})

test('without IndexedDB every call fails, and works again once it is there', async () => {
  const store = createIdbStore()
  const real = globalThis.indexedDB
  Reflect.deleteProperty(globalThis, 'indexedDB')
  await expect(store.write('pending', [row(1)], [])).rejects.toThrow()
  globalThis.indexedDB = real
  await expect(store.write('pending', [row(1)], [])).resolves.toBeUndefined()
})

/** Programs that cheat with the right to suggest, against the built server: each is refused and closed, and nothing of it reaches page, peer or disk. */
import { expect, test } from '@playwright/test'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { PersonId } from '../../shared/ids'
import { type Block, plain } from '../../shared/schema/blocks'
import { appendBlocks, rootOf } from '../../shared/schema/ydoc'
import { forgeries } from '../../shared/suggestions/testing/forgeries'
import { SuggestingHands } from '../../shared/suggestions/testing/hands'
import { MESSAGE, SYNC } from '../../shared/wire/frames'
import { App, type Sample } from '../fixtures/app'
import { HttpPerson } from '../fixtures/http'
import { Peer } from '../fixtures/peer'
import { RawSocket } from '../fixtures/raw-socket'

const PRINCIPAL = '沈怀远'
const SUGGESTERS = ['陆明川', '苏静宜', '韩立群', '贺振邦']
/** Whoever is refused more often within a minute is kept out for a while: then the server begins anew. */
const REFUSALS_EACH = 4

const BLOCKS: Block[] = [
  { type: 'heading', level: 2, runs: plain('存在的问题') },
  { type: 'paragraph', runs: [{ text: '学习不够' }, { text: '深入', marks: ['bold'] }, { text: '，时紧时松。' }] },
  { type: 'paragraph', runs: plain('调研较少。') },
  {
    type: 'table',
    rows: [[{ header: false, colspan: 1, rowspan: 1, paragraphs: [{ type: 'paragraph', runs: plain('格子') }] }]],
  },
]

let app: App
let sample: Sample
let material: string
const people = new Map<string, HttpPerson>()
const ids = new Map<string, PersonId>()

test.beforeAll(async () => {
  app = new App()
  sample = await app.sample()
  await app.start()
  material = sample.materials.find(({ kind }) => kind === 'collective')?.id ?? ''
  for (const name of [PRINCIPAL, ...SUGGESTERS]) {
    const person = await HttpPerson.signIn(
      app,
      sample.people.find((each) => each.name === name) ?? { username: '', password: '' },
    )
    people.set(name, person)
    ids.set(name, ((await person.ask('GET', '/session')).body as { person: PersonId }).person)
  }
  const writer = await enter(PRINCIPAL)
  writer.doc.transact(() => {
    const root = rootOf(writer.doc)
    root.delete(0, root.length)
    appendBlocks(root, BLOCKS)
  })
  await expect.poll(async () => (await read()).text).toBe(writer.text)
  writer.close()
  const submitted = await people.get(PRINCIPAL)?.ask('POST', `/materials/${material}/transitions`, { transition: 'submit' })
  expect(submitted?.status).toBe(200)
})

test.afterAll(() => app.dispose())

async function enter(name: string): Promise<Peer> {
  const peer = new Peer(app, people.get(name) ?? null, material)
  await expect.poll(() => peer.synced).toBe(true)
  return peer
}

/** What the server holds, as a newcomer gets it. */
async function read(): Promise<{ text: string; state: Uint8Array }> {
  const peer = await enter(PRINCIPAL)
  const found = { text: peer.text, state: Y.encodeStateVector(peer.doc) }
  peer.close()
  return found
}

test('each way to cheat is refused, closed, and reaches nobody', async () => {
  test.setTimeout(300_000)
  const before = await read()
  let watcher = await enter(PRINCIPAL)
  // The text is old enough that nothing in it counts as contested.
  const names = forgeries(ids.get('陆明川') as PersonId, ids.get('苏静宜') as PersonId, Date.now()).map(({ name }) => name)
  for (const [index, name] of names.entries()) {
    const turn = Math.floor(index / REFUSALS_EACH)
    if (index > 0 && index % (REFUSALS_EACH * SUGGESTERS.length) === 0) {
      watcher.close()
      await app.end()
      await app.start()
      watcher = await enter(PRINCIPAL)
    }
    const who = SUGGESTERS[turn % SUGGESTERS.length] ?? ''
    const other = SUGGESTERS[(turn + 1) % SUGGESTERS.length] ?? ''
    const forger = await enter(who)
    const forgery = forgeries(ids.get(who) as PersonId, ids.get(other) as PersonId, Date.now())[index]
    // It does not come back with what it holds.
    forger.provider.on('connection-close', () => {
      forger.provider.shouldConnect = false
    })
    forger.doc.transact(() => forgery?.forge(forger.doc))
    await expect.poll(() => forger.closes, { message: name }).toEqual([4409])
    expect(watcher.text, name).toBe(before.text)
    forger.close()
  }
  watcher.close()
  await app.end('SIGKILL')
  await app.start()
  expect(await read()).toEqual(before)
  const { body } = (await people.get(PRINCIPAL)?.ask('GET', `/materials/${material}/comments`)) ?? { body: null }
  expect((body as { threads: unknown[] }).threads).toEqual([])
})

test('noise, holes, other people’s client ids and replays do no harm; an honest proposal passes all the while', async () => {
  const watcher = await enter(PRINCIPAL)
  const { text } = watcher
  const send = (body: Uint8Array) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, SYNC.update)
    encoding.writeVarUint8Array(encoder, body)
    return encoding.toUint8Array(encoder)
  }
  /** A proposal that is well formed, under a client id that is somebody else's (the server's, or a colleague's). */
  const under = (client: number) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(watcher.doc))
    // Yjs itself would move away from an id in use.
    doc.clientID = client
    const base = Y.encodeStateVector(doc)
    const hands = new SuggestingHands(doc, ids.get('苏静宜') as PersonId)
    hands.insert(hands.block(1), 0, '冒名')
    return Y.encodeStateAsUpdate(doc, base)
  }
  const clients = [...watcher.doc.store.clients.keys()]
  expect(clients.length).toBeGreaterThan(1)
  const tries: [Uint8Array, number | null][] = [
    [send(new Uint8Array([255, 255, 255, 255, 1, 2, 3])), 4422],
    ...clients.slice(0, 3).map((client): [Uint8Array, number] => [send(under(client)), 4409]),
    [new Uint8Array(5_000_000).fill(1), 1009],
    // What everybody has is nothing new.
    [send(Y.encodeStateAsUpdate(watcher.doc)), null],
  ]
  for (const [frame, code] of tries) {
    const socket = new RawSocket(app, material, { cookie: people.get('苏静宜')?.cookie ?? '' })
    await expect.poll(() => socket.frames.length).toBeGreaterThan(1)
    socket.send(frame)
    if (code !== null) await expect.poll(() => socket.closeCode).toBe(code)
    else await expect.poll(() => socket.frames.some(({ kind }) => kind === MESSAGE.ack)).toBe(true)
    socket.close()
    expect(watcher.text).toBe(text)
  }
  const honest = await enter('苏静宜')
  const own = new SuggestingHands(honest.doc, ids.get('苏静宜') as PersonId)
  own.insert(own.block(1), 0, '平时')
  await expect.poll(() => watcher.text).toContain('平时')
  expect(honest.closes).toEqual([])
  honest.close()
  watcher.close()
})

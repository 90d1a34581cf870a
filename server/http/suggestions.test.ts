/** Suggesting, forging and deciding through the real server. */
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { PersonId } from '../../shared/ids'
import type { Block } from '../../shared/schema/blocks'
import { appendBlocks, readBlocks, rootOf } from '../../shared/schema/ydoc'
import { cardsIn } from '../../shared/suggestions/cards'
import { forgeries } from '../../shared/suggestions/testing/forgeries'
import { SuggestingHands } from '../../shared/suggestions/testing/hands'
import { SYNC, syncStep1Frame, updateFrame } from '../../shared/wire/frames'
import type { Browser } from '../testing/browser'
import { Harness, type Meeting } from '../testing/harness'

const BLOCKS: Block[] = [
  { type: 'heading', level: 1, runs: [{ text: '存在的问题' }] },
  { type: 'paragraph', runs: [{ text: '学习不够' }, { text: '深入', marks: ['bold'] }, { text: '，时紧时松。' }] },
  { type: 'paragraph', runs: [] },
  {
    type: 'table',
    rows: [[{ header: false, colspan: 1, rowspan: 1, paragraphs: [{ type: 'paragraph', runs: [{ text: '单元格' }] }] }]],
  },
]

/** A person's page, by hand: a document and a socket. */
class Page {
  readonly doc = new Y.Doc()
  closed: number | null = null
  synced = false
  readonly #socket: WebSocket

  constructor(browser: Browser, material: string) {
    this.#socket = browser.socket(material)
    this.#socket.binaryType = 'nodebuffer'
    this.#socket.on('message', (data: Buffer) => this.#read(new Uint8Array(data)))
    this.#socket.on('close', (code) => {
      this.closed = code
    })
    this.#socket.on('open', () => this.#socket.send(syncStep1Frame(Y.encodeStateVector(this.doc))))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#socket.readyState === WebSocket.OPEN) this.#socket.send(updateFrame(update))
    })
  }

  get blocks(): Block[] {
    return readBlocks(rootOf(this.doc))
  }

  send(frame: Uint8Array): void {
    this.#socket.send(frame)
  }

  close(): void {
    this.#socket.close()
  }

  #read(frame: Uint8Array): void {
    if (frame[0] !== 0 || frame[1] === SYNC.step1) return
    let at = 2
    while ((frame[at] ?? 0) > 127) at += 1
    Y.applyUpdate(this.doc, frame.subarray(at + 1), this)
    if (frame[1] === SYNC.step2) this.synced = true
  }
}

let house: Harness
let material: string
let office: Browser
let member: Browser
let principal: Browser
let memberId: PersonId
let officeId: PersonId

async function open(browser: Browser): Promise<Page> {
  const page = new Page(browser, material)
  await vi.waitFor(() => expect(page.synced || page.closed !== null).toBe(true), { timeout: 20_000 })
  return page
}

beforeAll(async () => {
  house = await Harness.start()
  const made = await house.setUp('沈一，书记\n陆二，副局长')
  office = made.office
  principal = await house.join(made.invitations, '沈一')
  member = await house.join(made.invitations, '陆二')
  memberId = (await member.get<{ person: PersonId }>('/session')).person
  officeId = (await office.get<{ person: PersonId }>('/session')).person
  const meeting = await office.get<Meeting>(`/meetings/${made.meeting}`)
  material = meeting.materials.find(({ kind }) => kind === 'collective')?.id ?? ''
  const editor = await open(office)
  editor.doc.transact(() => {
    rootOf(editor.doc).delete(0, rootOf(editor.doc).length)
    appendBlocks(rootOf(editor.doc), BLOCKS)
  })
  editor.close()
  await office.ok('POST', `/materials/${material}/transitions`, { transition: 'submit' })
})

afterAll(() => house.remove())

describe('a hand-made client with the right to suggest', () => {
  it('is refused whatever it tries, and nothing of it reaches anyone', async () => {
    const witness = await open(principal)
    await vi.waitFor(() => expect(witness.blocks).toEqual(BLOCKS))
    for (const { name, forge } of forgeries(memberId, officeId, house.clock.now())) {
      // A person may be refused only so often in a while.
      house.clock.advance(30_000)
      const forger = await open(member)
      expect(forger.blocks, `before: ${name}`).toEqual(BLOCKS)
      forger.doc.transact(() => forge(forger.doc))
      await vi.waitFor(() => expect(forger.closed, name).toBe(4409), { timeout: 20_000 })
      expect(witness.blocks, name).toEqual(BLOCKS)
    }
    const later = await open(office)
    expect(later.blocks).toEqual(BLOCKS)
    expect(witness.closed).toBeNull()
    later.close()
    witness.close()
  })

  it('may replay what the room knows already', async () => {
    const page = await open(member)
    page.send(updateFrame(Y.encodeStateAsUpdate(page.doc)))
    const hands = new SuggestingHands(page.doc, memberId)
    hands.insert(hands.block(1), 0, '我们')
    const witness = await open(principal)
    await vi.waitFor(() => expect(cardsIn(rootOf(witness.doc))).toHaveLength(1))
    expect(page.closed).toBeNull()
    hands.withdrawAll()
    await vi.waitFor(() => expect(cardsIn(rootOf(witness.doc))).toHaveLength(0))
    page.close()
    witness.close()
  })
})

interface Decision {
  id: number
  decision: string
  reason: string
  deciderName: string
  undoneAt: number | null
  suggestions: { id: string; authorName: string; inserted: string; deleted: string }[]
}

describe('deciding', () => {
  const path = () => `/materials/${material}/decisions`

  async function propose(): Promise<string> {
    const page = await open(member)
    const hands = new SuggestingHands(page.doc, memberId)
    const id = hands.newId()
    hands.remove(hands.block(1), 2, 2, id)
    hands.insert(hands.block(1), 4, '还不够', null, id)
    const witness = await open(principal)
    await vi.waitFor(() => expect(cardsIn(rootOf(witness.doc)).map((card) => card.id)).toEqual([id]))
    witness.close()
    page.close()
    return id
  }

  it('is for those who may edit; it has a name, a time and a reason, is kept, and its author takes it back', async () => {
    const id = await propose()
    const accept = { suggestions: [id], decision: 'accept', reason: '更准确' }
    expect((await member.send('POST', path(), accept)).status).toBe(403)
    const witness = await open(member)
    const { body } = await principal.ok<Decision>('POST', path(), accept)
    expect(body).toMatchObject({ decision: 'accept', reason: '更准确', deciderName: '沈一', undoneAt: null })
    expect(body.suggestions).toMatchObject([{ id, authorName: '陆二', deleted: '不够', inserted: '还不够' }])
    await vi.waitFor(() => expect(JSON.stringify(witness.blocks[1])).toContain('学习还不够'))
    expect(cardsIn(rootOf(witness.doc))).toEqual([])
    expect((await principal.send('POST', path(), accept)).status).toBe(409)
    expect(await member.get<Decision[]>(path())).toMatchObject([{ id: body.id }])

    expect((await office.send('DELETE', `${path()}/${body.id}`)).status).toBe(403)
    await principal.ok('DELETE', `${path()}/${body.id}`)
    await vi.waitFor(() => expect(cardsIn(rootOf(witness.doc)).map((card) => card.id)).toEqual([id]))
    expect((await member.get<Decision[]>(path()))[0]?.undoneAt).not.toBeNull()
    expect((await principal.send('DELETE', `${path()}/${body.id}`)).status).toBe(409)
    witness.close()
  })

  it('one may withdraw one’s own, and only that', async () => {
    const witness = await open(principal)
    const [card] = cardsIn(rootOf(witness.doc))
    const withdraw = { suggestions: [card?.id], decision: 'reject' }
    await member.ok('POST', path(), withdraw)
    await vi.waitFor(() => expect(witness.blocks).toEqual(BLOCKS))
    witness.close()
  })

  it('the count of what waits is known to readers', async () => {
    await propose()
    house.clock.advance(10_000)
    const count = async () => (await principal.get<{ suggestions: number | null }>(`/materials/${material}`)).suggestions
    await vi.waitFor(async () => expect(await count()).toBe(1), { timeout: 20_000 })
  })
})

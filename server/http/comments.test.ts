/** Comments through the real server: who may, where they stand, who sees what, and what nobody can forge. */
import { WebSocket } from 'ws'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { anchorsIn } from '../../shared/comments/testing/anchors'
import type { PersonId } from '../../shared/ids'
import type { Block } from '../../shared/schema/blocks'
import { appendBlocks, readBlocks, rootOf } from '../../shared/schema/ydoc'
import { joinToPrevious, splitBlock, textBlocksIn, textOfBlock } from '../../shared/suggestions/block-edits'
import { overlappingKey } from '../../shared/suggestions/mark-key'
import { SuggestingHands } from '../../shared/suggestions/testing/hands'
import { SYNC, syncStep1Frame, updateFrame } from '../../shared/wire/frames'
import type { Browser } from '../testing/browser'
import { Harness, type Meeting } from '../testing/harness'

const BLOCKS: Block[] = [
  { type: 'heading', level: 1, runs: [{ text: '存在的问题' }] },
  { type: 'paragraph', runs: [{ text: '学习不够' }, { text: '深入', marks: ['bold'] }, { text: '，时紧时松。' }] },
]

interface Comment {
  id: number
  authorName: string
  at: number
  editedAt: number | null
  text: string
  mentions: { name: string }[]
}

interface Thread {
  id: string
  suggestion: string | null
  quote: string
  resolved: { name: string } | null
  comments: Comment[]
  unread: number
}

/** A person's page, by hand. */
class Page {
  readonly doc = new Y.Doc()
  closed: number | null = null
  synced = false

  constructor(browser: Browser, id: string) {
    const socket = browser.socket(id)
    socket.binaryType = 'nodebuffer'
    socket.on('message', (data: Buffer) => this.#read(new Uint8Array(data)))
    socket.on('close', (code) => {
      this.closed = code
    })
    socket.on('open', () => socket.send(syncStep1Frame(Y.encodeStateVector(this.doc))))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && socket.readyState === WebSocket.OPEN) socket.send(updateFrame(update))
    })
    pages.push(socket)
  }

  get anchors(): Record<string, string> {
    return anchorsIn(rootOf(this.doc))
  }

  block(index: number): Y.XmlElement {
    const block = textBlocksIn(rootOf(this.doc))[index]
    if (block === undefined) throw new Error(`no block ${index}`)
    return block
  }

  /** The selection from `from` to `to` in a block, as a page sends it. */
  selection(index: number, from: number, to: number) {
    const text = textOfBlock(this.block(index)) as unknown as Y.AbstractType<unknown>
    const at = (offset: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, offset))
    return { from: at(from), to: at(to) }
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
let meeting: string
let material: string
let office: Browser
let principal: Browser
let member: Browser
let ids: Record<string, PersonId>
const pages: WebSocket[] = []

async function open(browser: Browser): Promise<Page> {
  const page = new Page(browser, material)
  await vi.waitFor(() => expect(page.synced || page.closed !== null).toBe(true), { timeout: 20_000 })
  return page
}

const path = (rest = '') => `/materials/${material}/comments${rest}`
const list = async (browser: Browser) => (await browser.get<{ threads: Thread[] }>(path())).threads
const code = async (browser: Browser, method: string, where: string, body?: unknown) =>
  (await browser.send(method, where, body)).body.code
const audited = async () =>
  (await office.get<{ action: string; target: string }[]>('/audit?limit=500')).map(({ action }) => action)

async function begin(browser: Browser, text = '请写具体次数', mentions: string[] = []): Promise<Thread> {
  const page = await open(browser)
  return (await browser.ok<Thread>('POST', path(), { on: page.selection(1, 2, 6), text, mentions })).body
}

beforeAll(async () => {
  house = await Harness.start()
  const made = await house.setUp('沈一，书记\n陆二，副局长\n苏三，副局长')
  office = made.office
  meeting = made.meeting
  principal = await house.join(made.invitations, '沈一')
  member = await house.join(made.invitations, '陆二')
  const { members, materials } = await office.get<Meeting>(`/meetings/${meeting}`)
  ids = Object.fromEntries(members.map(({ name, person }) => [name, person as PersonId]))
  material = materials.find(({ kind }) => kind === 'collective')?.id ?? ''
})

beforeEach(async () => {
  const editor = await open(office)
  editor.doc.transact(() => {
    rootOf(editor.doc).delete(0, rootOf(editor.doc).length)
    appendBlocks(rootOf(editor.doc), BLOCKS)
  })
  const witness = await open(principal)
  await vi.waitFor(() => expect(readBlocks(rootOf(witness.doc))).toEqual(BLOCKS))
  for (const socket of pages.splice(0)) socket.close()
})

afterAll(() => house.remove())

describe('a thread', () => {
  it('begins on words, which the server marks for everybody and changes in nothing else', async () => {
    const witness = await open(principal)
    const thread = await begin(member)
    expect(thread).toMatchObject({ quote: '不够深入', suggestion: null, resolved: null, unread: 0 })
    expect(thread.comments).toMatchObject([{ authorName: '陆二', text: '请写具体次数', editedAt: null }])
    await vi.waitFor(() => expect(witness.anchors).toEqual({ [thread.id]: '不够深入' }))
    expect(readBlocks(rootOf(witness.doc))).toEqual(BLOCKS)
  })

  it('stays on its words when others split, join and type', async () => {
    const thread = await begin(member)
    const editor = await open(office)
    const block = editor.block(1)
    editor.doc.transact(() => splitBlock(block, textOfBlock(block), 4, 'paragraph'))
    const later = await open(principal)
    await vi.waitFor(() => expect(textBlocksIn(rootOf(later.doc))).toHaveLength(3))
    expect(later.anchors).toEqual({ [thread.id]: '不够深入' })
    later.doc.transact(() => {
      joinToPrevious(later.block(2))
      textOfBlock(later.block(1)).insert(0, '平时')
    })
    await vi.waitFor(() => expect(textBlocksIn(rootOf(editor.doc))).toHaveLength(2))
    expect(editor.anchors).toEqual({ [thread.id]: '不够深入' })
    // Its words go; what was said about them stays.
    editor.doc.transact(() => textOfBlock(editor.block(1)).delete(0, 12))
    await vi.waitFor(() => expect(later.anchors).toEqual({}))
    expect((await list(principal)).find(({ id }) => id === thread.id)?.quote).toBe('不够深入')
  })

  it('is answered, changed by its authors only, resolved, reopened and, unanswered, taken back', async () => {
    const thread = await begin(member)
    const at = path(`/${thread.id}`)
    const answered = (await principal.ok<Thread>('POST', `${at}/replies`, { text: '已补充' })).body
    expect(answered.comments.map(({ authorName, text }) => [authorName, text])).toEqual([
      ['陆二', '请写具体次数'],
      ['沈一', '已补充'],
    ])
    const [first, second] = answered.comments
    expect(await code(principal, 'PUT', `${at}/replies/${first?.id}`, { text: '改' })).toBe('FORBIDDEN')
    expect(await code(principal, 'DELETE', `${at}/replies/${first?.id}`)).toBe('FORBIDDEN')
    expect(await code(member, 'DELETE', `${at}/replies/${first?.id}`)).toBe('CONFLICT')
    expect(await code(member, 'POST', `${at}/replies`, { text: '  ' })).toBe('INVALID_INPUT')
    house.clock.advance(1_000)
    const edited = (await member.ok<Thread>('PUT', `${at}/replies/${first?.id}`, { text: '请写明次数' })).body.comments[0]
    expect(edited).toMatchObject({ text: '请写明次数', at: first?.at })
    expect(edited?.editedAt).toBeGreaterThan(first?.at ?? Number.POSITIVE_INFINITY)

    expect((await principal.ok<Thread>('PUT', `${at}/resolved`, { resolved: true })).body.resolved?.name).toBe('沈一')
    expect((await member.ok<Thread>('PUT', `${at}/resolved`, { resolved: false })).body.resolved).toBeNull()

    await principal.ok('DELETE', `${at}/replies/${second?.id}`)
    const witness = await open(office)
    expect(witness.anchors[thread.id]).toBe('不够深入')
    await member.ok('DELETE', `${at}/replies/${first?.id}`)
    await vi.waitFor(() => expect(witness.anchors).toEqual({}))
    expect((await list(office)).some(({ id }) => id === thread.id)).toBe(false)
    expect(await code(member, 'POST', `${at}/replies`, { text: '还在吗' })).toBe('NOT_FOUND')
    const actions = await audited()
    for (const action of ['create', 'reply', 'edit', 'resolve', 'reopen', 'delete'])
      expect(actions).toContain(`comment.${action}`)
    expect(JSON.stringify(await office.get('/audit?limit=500'))).not.toMatch(/次数|已补充|不够深入/)
  })

  it('is unread until it is seen, by each for themselves', async () => {
    const thread = await begin(member)
    const unread = async (browser: Browser) => (await list(browser)).find(({ id }) => id === thread.id)?.unread
    expect([await unread(member), await unread(principal), await unread(office)]).toEqual([0, 1, 1])
    const see = (comment: number) => principal.ok('POST', path('/seen'), { seen: [{ thread: thread.id, comment }] })
    await see(thread.comments[0]?.id ?? 0)
    expect([await unread(principal), await unread(office)]).toEqual([0, 1])
    await member.ok('POST', path(`/${thread.id}/replies`), { text: '再想想' })
    expect(await unread(principal)).toBe(1)
    // What comes later is not seen beforehand, and nothing seen is taken back.
    await see(Number.MAX_SAFE_INTEGER)
    await see(1)
    expect(await unread(principal)).toBe(0)
    await member.ok('POST', path(`/${thread.id}/replies`), { text: '还有' })
    expect(await unread(principal)).toBe(1)
    await principal.ok('POST', path(`/${thread.id}/replies`), { text: '好' })
    expect(await unread(principal)).toBe(0)
  })

  it('mentions those whose name stands in it and who may read it', async () => {
    const thread = await begin(member, '请 @沈一 看看', [ids.沈一 ?? '', ids.苏三 ?? '', 'nobody-known-here'])
    expect(thread.comments[0]?.mentions.map(({ name }) => name)).toEqual(['沈一'])
    const { readers } = await member.get<{ readers: { name: string }[] }>(path())
    expect(readers.map(({ name }) => name).sort()).toEqual(['方晓', '沈一', '苏三', '陆二'].sort())
  })

  it('on a suggestion is one, whoever answers there first', async () => {
    const page = await open(member)
    const hands = new SuggestingHands(page.doc, ids.陆二 as PersonId)
    const id = hands.newId()
    page.doc.transact(() => hands.insert(hands.block(1), 2, '得还', null, id))
    const say = (browser: Browser, text: string) => browser.send<Thread>('POST', path(), { on: { suggestion: id }, text })
    await vi.waitFor(async () => expect((await say(principal, '同意')).status).toBe(200))
    const both = await Promise.all([say(office, '我也同意'), say(member, '谢谢')])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const onIt = (await list(member)).filter(({ suggestion }) => suggestion === id)
    expect(onIt).toHaveLength(1)
    expect(onIt[0]).toMatchObject({ quote: '得还' })
    expect(onIt[0]?.comments).toHaveLength(3)
    await office.ok('POST', `/materials/${material}/decisions`, { suggestions: [id], decision: 'accept' })
    expect((await say(principal, '已采纳')).body.id).toBe(onIt[0]?.id)
    expect(await code(principal, 'POST', path(), { on: { suggestion: `${id}x` }, text: '没有' })).toBe('CONFLICT')
  })
})

describe('what is forged', () => {
  it('a place that is none, or whose words are gone, begins no thread', async () => {
    const before = (await list(office)).length
    const page = await open(member)
    const good = page.selection(1, 2, 6)
    const start = page.selection(1, 0, 0)
    for (const on of [
      { from: { item: { client: 7, clock: 7 } }, to: good.to },
      start,
      { from: {}, to: {} },
      { suggestion: 'x' },
    ]) {
      expect(await code(member, 'POST', path(), { on, text: '伪造' }), JSON.stringify(on)).toBe('CONFLICT')
    }
    const malformed = [{ from: good.from }, { from: 'here', to: 'there' }, { from: { tname: 'other' }, to: good.to }, {}, null]
    for (const on of malformed) {
      expect(await code(member, 'POST', path(), { on, text: '伪造' }), JSON.stringify(on)).toBe('INVALID_INPUT')
    }
    expect(await list(office)).toHaveLength(before)
    const after = await open(office)
    expect(after.anchors).toEqual({})
  })

  it('a thread of one material is none of another’s', async () => {
    const thread = await begin(office)
    const { materials } = await member.get<Meeting>(`/meetings/${meeting}`)
    const own = materials.find(({ kind }) => kind === 'individual')?.id
    expect(await code(member, 'POST', `/materials/${own}/comments/${thread.id}/replies`, { text: '串' })).toBe('NOT_FOUND')
    expect(await code(member, 'PUT', `/materials/${own}/comments/${thread.id}/resolved`, { resolved: true })).toBe('NOT_FOUND')
  })

  it('whoever may not read learns nothing, whoever may only read says nothing', async () => {
    const { materials } = await member.get<Meeting>(`/meetings/${meeting}`)
    const own = materials.find(({ kind }) => kind === 'individual')?.id
    for (const [method, rest, body] of [
      ['GET', '', undefined],
      ['POST', '', { on: { suggestion: 'x' }, text: 'x' }],
      ['POST', '/seen', { seen: [{ thread: 'x', comment: 1 }] }],
    ] as const) {
      const real = await principal.send(method, `/materials/${own}/comments${rest}`, body)
      const invented = await principal.send(method, `/materials/abcdefghijklmnopqrstu/comments${rest}`, body)
      expect([real.status, real.body]).toEqual([404, invented.body])
      // The office knows that it is there, and that is all.
      expect(await code(office, method, `/materials/${own}/comments${rest}`, body)).toBe('FORBIDDEN')
    }
  })

  it('a mark set by a hand that may only suggest is refused; after approval readers read what was said and say no more', async () => {
    const thread = await begin(office)
    await office.ok('POST', `/materials/${material}/transitions`, { transition: 'submit' })
    const forger = await open(member)
    const witness = await open(principal)
    const attrs = { thread: thread.id }
    forger.doc.transact(() => textOfBlock(forger.block(0)).format(0, 2, { [overlappingKey('comment', attrs)]: attrs }))
    await vi.waitFor(() => expect(forger.closed).toBe(4409), { timeout: 20_000 })
    expect(witness.anchors).toEqual({ [thread.id]: '不够深入' })
    house.clock.advance(30_000)
    const eraser = await open(member)
    eraser.doc.transact(() => textOfBlock(eraser.block(1)).format(2, 4, { [overlappingKey('comment', attrs)]: null }))
    await vi.waitFor(() => expect(eraser.closed).toBe(4409), { timeout: 20_000 })
    expect(witness.anchors).toEqual({ [thread.id]: '不够深入' })
    // To suggest includes to comment: the server sets the mark that this hand may not.
    expect((await begin(member, '送审后也能批注')).quote).toBe('不够深入')

    await principal.ok('POST', `/materials/${material}/transitions`, { transition: 'approve' })
    expect((await list(member)).length).toBeGreaterThan(1)
    expect(await code(member, 'POST', path(`/${thread.id}/replies`), { text: '晚了' })).toBe('FORBIDDEN')
    expect(await code(member, 'PUT', path(`/${thread.id}/resolved`), { resolved: true })).toBe('FORBIDDEN')
    expect(await code(member, 'POST', path(), { on: eraser.selection(1, 2, 6), text: '晚了' })).toBe('FORBIDDEN')
  })
})

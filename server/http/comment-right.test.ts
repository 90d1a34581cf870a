/** A right to comment without any right to write: the table gives it to nobody yet, so here it is given to one by hand. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type * as Can from '../../shared/access/can'
import { anchorsIn } from '../../shared/comments/testing/anchors'
import { rootOf } from '../../shared/schema/ydoc'
import { textBlocksIn, textOfBlock } from '../../shared/suggestions/block-edits'
import { SYNC, syncStep1Frame, updateFrame } from '../../shared/wire/frames'
import type { Browser } from '../testing/browser'
import { Harness, type Meeting } from '../testing/harness'

const commenters = vi.hoisted(() => new Set<string>())

vi.mock('../../shared/access/can', async (original) => {
  const real = await original<typeof Can>()
  const abilityOn: typeof real.abilityOn = (material, actor) =>
    commenters.has(actor.person) ? 'comment' : real.abilityOn(material, actor)
  return { ...real, abilityOn }
})

let house: Harness
let member: Browser
let material: string

beforeAll(async () => {
  house = await Harness.start()
  const made = await house.setUp('沈一，书记\n陆二，副局长')
  member = await house.join(made.invitations, '陆二')
  const { materials, members } = await made.office.get<Meeting>(`/meetings/${made.meeting}`)
  material = materials.find(({ kind }) => kind === 'collective')?.id ?? ''
  commenters.add(members.find(({ name }) => name === '陆二')?.person ?? '')
})

afterAll(() => house.remove())

/** Reads the document, then tries `write`. @returns the document and how the socket was closed, if it was. */
async function page(write: (doc: Y.Doc) => void) {
  const doc = new Y.Doc()
  const socket = member.socket(material)
  socket.binaryType = 'nodebuffer'
  let closed: number | null = null
  let synced = false
  socket.on('close', (code) => {
    closed = code
  })
  socket.on('open', () => socket.send(syncStep1Frame(Y.encodeStateVector(doc))))
  socket.on('message', (data: Buffer) => {
    const frame = new Uint8Array(data)
    if (frame[0] !== 0 || frame[1] === SYNC.step1) return
    let at = 2
    while ((frame[at] ?? 0) > 127) at += 1
    Y.applyUpdate(doc, frame.subarray(at + 1), socket)
    if (frame[1] === SYNC.step2) synced = true
  })
  await vi.waitFor(() => expect(synced).toBe(true))
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== socket && socket.readyState === WebSocket.OPEN) socket.send(updateFrame(update))
  })
  doc.transact(() => write(doc))
  return { doc, socket, closed: () => closed }
}

it('says, answers and settles by request, and cannot write a letter', async () => {
  const reading = await page(() => undefined)
  const block = textBlocksIn(rootOf(reading.doc)).find((one) => textOfBlock(one).length > 3)
  if (block === undefined) throw new Error('an empty material')
  const text = textOfBlock(block) as unknown as Y.AbstractType<unknown>
  const at = (offset: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, offset))
  const begun = { on: { from: at(0), to: at(2) }, text: '标题再斟酌' }
  const { id } = (await member.ok<{ id: string }>('POST', `/materials/${material}/comments`, begun)).body
  await vi.waitFor(() => expect(Object.keys(anchorsIn(rootOf(reading.doc)))).toEqual([id]))
  await member.ok('POST', `/materials/${material}/comments/${id}/replies`, { text: '或者不改' })
  await member.ok('PUT', `/materials/${material}/comments/${id}/resolved`, { resolved: true })
  expect(reading.closed()).toBeNull()
  reading.socket.close()

  const writing = await page((doc) => textOfBlock(textBlocksIn(rootOf(doc))[0] as Y.XmlElement).insert(0, '写'))
  await vi.waitFor(() => expect(writing.closed()).not.toBeNull())
  const decide = { suggestions: ['x'], decision: 'accept' }
  expect((await member.send('POST', `/materials/${material}/decisions`, decide)).body.code).toBe('FORBIDDEN')
})

/** Who wrote what and when, and what versions say, through the real server: also once the log was summed up. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import type { Line } from '../../shared/diff/lines'
import { rootOf } from '../../shared/schema/ydoc'
import { textBlocksIn, textOfBlock } from '../../shared/suggestions/block-edits'
import { textParts } from '../../shared/suggestions/text-items'
import { openLogFile } from '../storage/log-file'
import type { Browser } from '../testing/browser'
import { DocPage } from '../testing/doc-page'
import { Harness, type Meeting } from '../testing/harness'

const MINUTE_MS = 60_000

interface Origins {
  origins: { person: string | null; from: number | null; to: number | null }[]
  people: { person: string; name: string }[]
}

interface VersionText {
  lines: Line[]
  people: { person: string; name: string }[]
}

let house: Harness
let ann: Browser
let ben: Browser
let observer: Browser
let material: string
let annsOwn: string

beforeAll(async () => {
  house = await Harness.start()
  const { office, meeting, invitations } = await house.setUp('沈一，书记\n陆二，副局长\n何三，监督员')
  ann = await house.join(invitations, '沈一')
  ben = await house.join(invitations, '陆二')
  observer = await house.join(invitations, '何三')
  const { materials } = await office.get<Meeting>(`/meetings/${meeting}`)
  const me = await ann.get<{ person: string }>('/session')
  material = materials.find(({ kind }) => kind === 'collective')?.id ?? ''
  annsOwn = materials.find(({ owner }) => owner === me.person)?.id ?? ''
  await office.ok('POST', `/materials/${material}/import`, { text: '题目\n\n一、问题\n原文。' })
})

afterAll(() => house.remove())

async function open(browser: Browser): Promise<DocPage> {
  const page = new DocPage(browser, material)
  await vi.waitFor(() => expect(page.synced).toBe(true), 10_000)
  return page
}

function paragraph(page: DocPage): Y.XmlElement {
  const block = textBlocksIn(rootOf(page.doc)).at(-1)
  if (block === undefined) throw new Error('no paragraph')
  return block
}

const words = (page: DocPage) => textParts(paragraph(page), (item) => !item.deleted)

async function askedBy(browser: Browser, page: DocPage): Promise<[text: string, name: string, from: number | null][]> {
  const parts = words(page)
  const stretches = parts.map(({ text, item }) => ({ client: item.id.client, clock: item.id.clock, length: text.length }))
  const { body } = await browser.ok<Origins>('POST', `/materials/${material}/origins`, { stretches })
  const nameOf = (person: string | null) => body.people.find((each) => each.person === person)?.name ?? ''
  return parts.map(({ text }, index) => [text, nameOf(body.origins[index]?.person ?? null), body.origins[index]?.from ?? null])
}

/** Everybody has gone, and the log with them. */
async function summedUp(...pages: DocPage[]): Promise<void> {
  for (const page of pages) page.close()
  const db = openLogFile(join(house.dataDir, 'duizhao.db'))
  const rows = db.prepare('SELECT count(*) AS n FROM update_log WHERE room = ?')
  await vi.waitFor(() => {
    house.clock.advance(31_000)
    expect(rows.get([material])).toMatchObject({ n: 0 })
  }, 10_000)
  db.close()
}

function write(page: DocPage, at: number, text: string): void {
  textOfBlock(paragraph(page)).insert(at, text)
}

it('tells of each word who wrote it and in which minute, before and after the log is summed up', async () => {
  const [one, other] = [await open(ann), await open(ben)]
  write(one, 2, '学习不够')
  await vi.waitFor(() => expect(textOfBlock(paragraph(other)).toString()).toBe('原文学习不够。'), 10_000)
  house.clock.advance(12 * MINUTE_MS)
  write(other, 4, '系统')
  await vi.waitFor(() => expect(textOfBlock(paragraph(one)).toString()).toBe('原文学习系统不够。'), 10_000)
  const before = await askedBy(observer, one)
  expect(before.map(([text, name]) => [text, name])).toEqual([
    ['原文', '方晓'],
    ['学习', '沈一'],
    ['系统', '陆二'],
    ['不够', '沈一'],
    ['。', '方晓'],
  ])
  const [, written, inserted, behind] = before.map(([, , from]) => from)
  if (written === null || written === undefined) throw new Error('the time is not known')
  expect(written % MINUTE_MS).toBe(0)
  expect(behind).toBe(written)
  expect((inserted ?? 0) - written).toBeGreaterThanOrEqual(12 * MINUTE_MS)
  await summedUp(one, other)
  expect(await askedBy(observer, one)).toEqual(before)
})

it('is for those who may read the text', async () => {
  const stretches = [{ client: 1, clock: 0, length: 1 }]
  const refused = await ben.send('POST', `/materials/${annsOwn}/origins`, { stretches })
  expect([403, 404]).toContain(refused.status)
  expect((await house.browser().send('POST', `/materials/${material}/origins`, { stretches })).status).toBe(401)
  const nobody = await ann.ok<Origins>('POST', `/materials/${material}/origins`, { stretches })
  expect(nobody.body).toEqual({ origins: [{ person: null, from: null, to: null }], people: [] })
})

it('leaves a version as it was, word for word and author for author, when the log is summed up around it', async () => {
  const read = (version: number) => ann.get<VersionText>(`/materials/${material}/versions/${version}`)
  const first = await open(ann)
  write(first, 0, '版本以前的字，')
  // Deleted words are forgotten by compaction, but not by the version that has them.
  await vi.waitFor(async () => expect(JSON.stringify((await read(0)).lines)).toContain('版本以前的字'), 10_000)
  const { body: kept } = await ann.ok<{ number: number }>('POST', `/materials/${material}/versions`, { label: '留着' })
  const before = await read(kept.number)
  expect(before.people.map(({ name }) => name).sort()).toEqual(['方晓', '沈一', '陆二'].sort())
  const text = textOfBlock(paragraph(first))
  text.delete(0, text.length)
  write(first, 0, '后来全都改写了。')
  await vi.waitFor(async () => expect(JSON.stringify((await read(0)).lines)).toContain('后来全都改写了'), 10_000)
  await summedUp(first)
  expect(await read(kept.number)).toEqual(before)
  const second = await open(ben)
  write(second, 0, '又一句。')
  await vi.waitFor(async () => expect(JSON.stringify((await read(0)).lines)).toContain('又一句'), 10_000)
  await summedUp(second)
  expect(await read(kept.number)).toEqual(before)
  await ann.ok('POST', `/materials/${material}/versions/${kept.number}/restoration`)
  const textOf = ({ lines }: VersionText) => lines.map((line) => line.words.map((each) => each.text).join(''))
  expect(textOf(await read(0))).toEqual(textOf(before))
  await summedUp()
  expect(await read(kept.number)).toEqual(before)
  expect(textOf(await read(0))).toEqual(textOf(before))
})

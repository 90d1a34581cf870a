/** A file with tracked changes and comments through the real server: kept by the names in it, and nobody of ours however they are called. */
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from '../testing/browser'
import { docx, p, r, wordPart } from '../testing/docx'
import { Harness, type Meeting } from '../testing/harness'

interface Thread {
  id: string
  quote: string
  resolved: { name: string } | null
  unread: number
  comments: { id: number; author: string; authorName: string; at: number; text: string }[]
}

let house: Harness
let office: Browser
let member: Browser
let memberId: string
let material: string

beforeAll(async () => {
  house = await Harness.start()
  const made = await house.setUp('沈一，书记\n陆二，副局长')
  office = made.office
  member = await house.join(made.invitations, '陆二')
  memberId = (await member.get<{ person: string }>('/session')).person
  material =
    (await office.get<Meeting>(`/meetings/${made.meeting}`)).materials.find(({ kind }) => kind === 'collective')?.id ?? ''
})

afterAll(() => house.remove())

const who = 'w:author="陆二" w:date="2025-03-05T09:10:00Z"'

/** In the name of a member. */
function forged(): File {
  const body = p(
    `${r('学习不够')}<w:ins w:id="1" ${who}>${r('十分')}</w:ins><w:commentRangeStart w:id="0"/>${r('深入。')}<w:commentRangeEnd w:id="0"/>`,
  )
  const comments = wordPart('comments', `<w:comment w:id="0" ${who}>${p('我同意')}</w:comment>`)
  return new File([new Uint8Array(docx(body, { 'word/comments.xml': comments }))], '稿.docx')
}

async function bring(file: File): Promise<{ suggestions: number; threads: number }> {
  const form = new FormData()
  form.append('file', file)
  form.append('offset', '480')
  return (await office.ok<{ suggestions: number; threads: number }>('POST', `/materials/${material}/import`, form)).body
}

const threads = async (browser: Browser) => (await browser.get<{ threads: Thread[] }>(`/materials/${material}/comments`)).threads

it('a name in a file is never a member, and nobody can speak further in it', async () => {
  expect(await bring(forged())).toMatchObject({ suggestions: 1, threads: 1 })
  const [thread] = await threads(member)
  expect(thread).toMatchObject({ quote: '深入。', unread: 1, comments: [{ authorName: '陆二', text: '我同意' }] })
  expect(thread?.comments[0]?.author).not.toBe(memberId)
  const comment = `/materials/${material}/comments/${thread?.id}/replies/${thread?.comments[0]?.id}`
  for (const browser of [office, member]) {
    expect((await browser.send('PUT', comment, { text: '改口' })).status).toBe(403)
    expect((await browser.send('DELETE', comment)).status).toBe(403)
  }
  await member.ok('POST', `/materials/${material}/comments/${thread?.id}/replies`, { text: '这不是我写的' })
  expect((await threads(office))[0]?.comments.map(({ author }) => author === memberId)).toEqual([false, true])
})

it('what stood before is kept in a version named after the file', async () => {
  const versions = await office.get<{ kind: string; label: string }[]>(`/materials/${material}/versions`)
  expect(versions[0]).toMatchObject({ kind: 'import', label: '稿.docx' })
})

it('deciding names who it came from, and it leaves under that name again', async () => {
  const bytes = readFileSync(new URL('../exchange/fixtures/libreoffice-tracked.docx', import.meta.url))
  expect(await bring(new File([new Uint8Array(bytes)], 'a.docx'))).toMatchObject({ suggestions: 9, threads: 2 })
  const settled = (await threads(office)).find(({ quote }) => quote === '制定计划')
  expect(settled?.resolved).not.toBeNull()
  const response = await fetch(`${house.url}/api/materials/${material}/export?suggestions=revisions`, {
    headers: { cookie: office.cookie },
  })
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const times = [...body.matchAll(/<w:ins [^>]*w:author="(.+?)" w:date="(.+?)"/g)].map(
    ([, name, at]) => `${name} ${at?.slice(0, 10)}`,
  )
  expect(new Set(times)).toEqual(new Set(['张三 2025-03-05', '李四 2025-03-05']))
  expect(strFromU8(parts['word/comments.xml'] ?? new Uint8Array())).toContain('w:author="王五"')
})

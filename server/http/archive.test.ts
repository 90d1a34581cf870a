/** A meeting's package through the real server: what is in it, what never is, who may have it. */
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from '../testing/browser'
import { Harness, type Meeting } from '../testing/harness'

interface Job {
  job: string
  state: string
  done: number
  total: number
}

let house: Harness
let office: Browser
let principal: Browser
let member: Browser
let meeting: string
let own: string

beforeAll(async () => {
  house = await Harness.start()
  const made = await house.setUp('沈一，书记\n陆二，副局长')
  office = made.office
  meeting = made.meeting
  principal = await house.join(made.invitations, '沈一')
  member = await house.join(made.invitations, '陆二')
  const { materials } = await office.get<Meeting>(`/meetings/${meeting}`)
  const collective = materials.find(({ kind }) => kind === 'collective')?.id ?? ''
  const me = (await member.get<{ person: string }>('/session')).person
  own = materials.find(({ owner }) => owner === me)?.id ?? ''
  await office.ok('POST', `/materials/${collective}/import`, { text: '班子材料\n一、问题\n集体的话。' })
  await office.ok('POST', `/materials/${collective}/versions`, { label: '初稿', note: '第一次' })
  await member.ok('POST', `/materials/${own}/import`, { text: '个人材料\n一、问题\n只有本人看得见的话。' })
})

afterAll(() => house.remove())

const path = (job?: string) => `/meetings/${meeting}/archive${job === undefined ? '' : `/${job}`}`

async function packed(browser: Browser): Promise<Record<string, Uint8Array>> {
  const { job } = (await browser.ok<Job>('POST', path(), {})).body
  for (;;) {
    const { state } = await browser.get<Job>(path(job))
    if (state === 'failed') throw new Error('it failed')
    if (state === 'ready') break
    await new Promise((resolve) => setImmediate(resolve))
  }
  const response = await fetch(`${house.url}/api${path(job)}/file`, { headers: { cookie: browser.cookie } })
  return unzipSync(new Uint8Array(await response.arrayBuffer()))
}

const textsIn = (files: Record<string, Uint8Array>) =>
  Object.entries(files).map(([name, bytes]) =>
    name.endsWith('.docx') ? strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()) : strFromU8(bytes),
  )

describe('the archive package', () => {
  it('holds materials, decisions and versions with an index, and no personal draft, opened or not', async () => {
    await member.ok('PUT', `/materials/${own}/opened-to`, { people: [(await office.get<{ person: string }>('/session')).person] })
    const files = await packed(office)
    const names = Object.keys(files)
    expect(names.filter((name) => name.startsWith('材料/'))).toHaveLength(1)
    expect(names.map((name) => name.split('/')[0])).toEqual(['索引.html', '校验值.sha256', '材料', '修改意见采纳情况表', '版本'])
    expect(textsIn(files).some((text) => text.includes('集体的话'))).toBe(true)
    expect(textsIn(files).some((text) => text.includes('只有本人看得见的话'))).toBe(false)
    const index = strFromU8(files['索引.html'] ?? new Uint8Array())
    expect(index).toContain('撰写中，未收入')
    expect(index).toContain('会议记录由主持人和记录人保管，未收入。')
    const versions = strFromU8(files[names.find((name) => name.startsWith('版本/')) ?? ''] ?? new Uint8Array())
    expect(versions).toMatch(/"手动保存","初稿：第一次",".+","[0-9a-f]{64}"/)
  })

  it('lists the true hash of every file', async () => {
    const files = await packed(office)
    const lines = strFromU8(files['校验值.sha256'] ?? new Uint8Array())
      .trim()
      .split('\n')
    expect(lines).toHaveLength(Object.keys(files).length - 2)
    for (const line of lines) {
      const [hash, name] = line.split('  ')
      expect(
        createHash('sha256')
          .update(files[name ?? ''] ?? '')
          .digest('hex'),
      ).toBe(hash)
    }
  })

  it('has the text once it is handed in, and the minutes for whoever keeps them', async () => {
    await member.ok('POST', `/materials/${own}/transitions`, { transition: 'submit' })
    const files = await packed(principal)
    expect(textsIn(files).some((text) => text.includes('只有本人看得见的话'))).toBe(true)
    expect(Object.keys(files)).toContain('会议记录/会议记录.html')
    await principal.ok('POST', `/materials/${own}/transitions`, { transition: 'return', reason: '再改' })
    expect(textsIn(await packed(principal)).some((text) => text.includes('只有本人看得见的话'))).toBe(false)
  })

  it('is for the office and the principal, each their own, and can be called off', async () => {
    expect((await member.send('POST', path(), {})).status).toBe(403)
    const { job } = (await office.ok<Job>('POST', path(), {})).body
    expect((await principal.send('GET', path(job))).status).toBe(404)
    expect((await member.send('GET', `${path(job)}/file`)).status).toBe(403)
    await office.ok('DELETE', path(job))
    expect((await office.send('GET', path(job))).status).toBe(404)
    const lines = await office.get<{ action: string }[]>('/audit?limit=100')
    expect(lines.some(({ action }) => action === 'meeting.archive')).toBe(true)
  })
})

/** Versions through the real server: kept by themselves, by hand and at transitions; read, restored, and hidden from who could not read then. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Line } from '../../shared/diff/lines'
import type { Browser } from '../testing/browser'
import { Harness, type Meeting } from '../testing/harness'

interface Version {
  number: number
  kind: string
  label: string
  note: string
  by: { name: string } | null
  writers: { name: string }[]
}

let house: Harness
let office: Browser
let member: Browser
let collective: string
let own: string

beforeAll(async () => {
  house = await Harness.start()
  const made = await house.setUp('沈一，书记\n陆二，副局长\n何三，监督员')
  office = made.office
  member = await house.join(made.invitations, '陆二')
  await house.join(made.invitations, '沈一')
  const meeting = await office.get<Meeting>(`/meetings/${made.meeting}`)
  collective = meeting.materials.find(({ kind }) => kind === 'collective')?.id ?? ''
  const me = await member.get<{ person: string }>('/session')
  own = meeting.materials.find(({ owner }) => owner === me.person)?.id ?? ''
})

afterAll(() => house.remove())

async function write(browser: Browser, material: string, text: string): Promise<void> {
  await browser.ok('POST', `/materials/${material}/import`, { text })
}

function versions(browser: Browser, material: string): Promise<Version[]> {
  return browser.get<Version[]>(`/materials/${material}/versions`)
}

async function textOf(browser: Browser, material: string, version: number): Promise<string> {
  const { lines } = await browser.get<{ lines: Line[] }>(`/materials/${material}/versions/${version}`)
  return lines.map(({ number, words }) => `${number}${words.map(({ text }) => text).join('')}`).join('\n')
}

describe('versions of a material', () => {
  it('are kept by hand with a name and a note, and tell who wrote', async () => {
    await write(office, collective, '题目\n\n一、存在的问题\n学习不够深入。')
    const { body } = await office.ok<Version>('POST', `/materials/${collective}/versions`, { label: '初稿', note: '送领导前' })
    expect(body).toMatchObject({
      kind: 'named',
      label: '初稿',
      note: '送领导前',
      by: { name: '方晓' },
      writers: [{ name: '方晓' }],
    })
    expect(await textOf(member, collective, body.number)).toContain('一、存在的问题\n学习不够深入。')
  })

  it('are kept by themselves when it is quiet, once a change', async () => {
    const before = (await versions(office, collective)).length
    await write(office, collective, '题目\n\n一、存在的问题\n学习不够系统。')
    house.clock.advance(6 * 60_000)
    await vi.waitFor(
      async () => expect((await versions(office, collective))[0]).toMatchObject({ kind: 'auto', by: null }),
      10_000,
    )
    house.clock.advance(6 * 60_000)
    house.clock.advance(6 * 60_000)
    expect(await versions(office, collective)).toHaveLength(before + 1)
  })

  it('are restored as a new change, with a version of what stood before', async () => {
    const [latest, named] = await versions(office, collective)
    const { body } = await office.ok<Version>('POST', `/materials/${collective}/versions/${named?.number}/restoration`)
    expect(body).toMatchObject({ kind: 'restore', label: String(named?.number) })
    expect(await textOf(office, collective, 0)).toContain('学习不够深入。')
    expect(await textOf(office, collective, body.number)).toContain('学习不够系统。')
    expect((await versions(office, collective)).map(({ number }) => number)).toEqual(
      expect.arrayContaining([latest?.number, named?.number, body.number]),
    )
  })

  it('outlive compaction and a restart', async () => {
    const [latest] = await versions(office, collective)
    await house.stop()
    await house.boot()
    office = office.moved(house.url)
    member = member.moved(house.url)
    expect(await textOf(office, collective, latest?.number ?? 0)).toContain('学习不够系统。')
  })

  it('of a draft stay its owner’s, also when others read the text', async () => {
    await write(member, own, '题目\n\n一、检视剖析\n只有我看得到的草稿。')
    const { body } = await member.ok<Version>('POST', `/materials/${own}/versions`, { label: '草稿' })
    await write(member, own, '题目\n\n一、检视剖析\n可以给别人看的稿子。')
    await member.ok('POST', `/materials/${own}/transitions`, { transition: 'submit' })
    const seen = await versions(office, own)
    expect(seen.map(({ kind, label }) => [kind, label])).toEqual([['state', 'submit']])
    expect(await textOf(office, own, seen[0]?.number ?? 0)).toContain('可以给别人看的稿子')
    const refused = await office.send('GET', `/materials/${own}/versions/${body.number}`)
    expect(refused.status).toBe(404)
    expect((await versions(member, own)).map(({ kind }) => kind)).toEqual(['state', 'named', 'import'])
  })

  it('are for readers to see and for writers to keep and restore', async () => {
    const [version] = await versions(office, own)
    for (const [path, input] of [
      [`/materials/${own}/versions`, { label: '我的' }],
      [`/materials/${own}/versions/${version?.number}/restoration`, {}],
    ] as const) {
      expect((await office.send('POST', path, input)).body.code).toBe('FORBIDDEN')
    }
    const guest = house.browser()
    expect((await guest.send('GET', `/materials/${own}/versions`)).status).toBe(401)
  })
})

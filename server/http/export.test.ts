/** Files through the real server: three ways and a version, rights, the audit. */
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from '../testing/browser'
import { Harness, type Meeting } from '../testing/harness'

const TEXT = '题目\n\n一、存在的问题\n（一）学习方面\n学习不够深入。'

let house: Harness
let office: Browser
let member: Browser
let material: string
let own: string

beforeAll(async () => {
  house = await Harness.start()
  const made = await house.setUp('沈一，书记\n陆二，副局长')
  office = made.office
  member = await house.join(made.invitations, '陆二')
  const meeting = await office.get<Meeting>(`/meetings/${made.meeting}`)
  material = meeting.materials.find(({ kind }) => kind === 'collective')?.id ?? ''
  const me = await member.get<{ person: string }>('/session')
  own = meeting.materials.find(({ owner }) => owner === me.person)?.id ?? ''
  await office.ok('POST', `/materials/${material}/import`, { text: TEXT })
})

afterAll(() => house.remove())

async function file(browser: Browser, of: string, query: string): Promise<{ status: number; name: string; bytes: Uint8Array }> {
  const response = await fetch(`${house.url}/api/materials/${of}/export?${query}`, { headers: { cookie: browser.cookie } })
  const name = decodeURIComponent(/filename\*=utf-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '')
  return { status: response.status, name, bytes: new Uint8Array(await response.arrayBuffer()) }
}

describe('a material as a file', () => {
  it('is a .docx named after it, with its numbers', async () => {
    const { status, name, bytes } = await file(office, material, 'format=docx')
    expect(status).toBe(200)
    expect(name).toMatch(/\.docx$/)
    const body = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    expect(body).toContain('一、')
    expect(body).toContain('学习不够深入。')
    expect((await file(office, material, 'format=docx&suggestions=revisions')).status).toBe(200)
  })

  it('comes back into another material as it was', async () => {
    const { bytes } = await file(office, material, 'format=docx')
    const form = new FormData()
    form.append('file', new File([new Uint8Array(bytes)], '材料.docx'))
    await member.ok('POST', `/materials/${own}/import`, form)
    const text = async (browser: Browser, of: string) => strFromU8((await file(browser, of, 'format=txt')).bytes)
    expect(await text(member, own)).toBe(await text(office, material))
    expect(await text(member, own)).toContain('题目\r\n一、存在的问题\r\n（一）学习方面\r\n学习不够深入。')
    expect([...(await file(office, material, 'format=txt')).bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('can be of a version', async () => {
    const { body } = await office.ok<{ number: number }>('POST', `/materials/${material}/versions`, { label: '初稿' })
    await office.ok('POST', `/materials/${material}/import`, { text: TEXT.replace('深入', '系统') })
    const text = async (version: number) => strFromU8((await file(office, material, `format=txt&version=${version}`)).bytes)
    expect(await text(body.number)).toContain('学习不够深入')
    expect(await text(0)).toContain('学习不够系统')
    expect((await file(office, material, 'format=txt&version=99')).status).toBe(404)
  })

  it('is for readers only, and every time is noted', async () => {
    expect((await file(office, own, 'format=docx')).status).toBe(403)
    expect((await file(house.browser(), material, 'format=docx')).status).toBe(401)
    expect((await file(office, material, 'format=txt&suggestions=revisions')).status).toBe(422)
    const lines = await office.get<{ action: string; target: string }[]>('/audit?limit=100')
    expect(lines.some(({ action, target }) => action === 'material.export' && target === `material ${material} docx`)).toBe(true)
  })
})

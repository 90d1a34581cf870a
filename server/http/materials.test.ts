/** Who learns what of whose material, through lists, single requests and their refusals. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from '../testing/browser'
import { Harness, type Invitation, type Material, type Meeting } from '../testing/harness'

let house: Harness
let meeting: string
let office: Browser
let principal: Browser
let author: Browser
let colleague: Browser
let supervisor: Browser
let outsider: Browser
let people: Map<string, string>

beforeAll(async () => {
  house = await Harness.start()
  const made = await house.setUp('沈一，书记\n陆二，副局长\n苏三，副局长\n贺四，督导组组长')
  office = made.office
  meeting = made.meeting
  people = new Map((await list(office)).members.map(({ name, person }) => [name, person]))
  await office.ok('PATCH', `/meetings/${meeting}/members/${people.get('贺四')}`, { roles: ['supervisor'] })
  const other = { title: '另一个会', year: 2024, day: '2025-01-10', templateId: 'y2023', members: '韩五，书记' }
  const elsewhere = await office.ok<{ invitations: Invitation[] }>('POST', '/meetings', other)
  principal = await house.join(made.invitations, '沈一')
  author = await house.join(made.invitations, '陆二')
  colleague = await house.join(made.invitations, '苏三')
  supervisor = await house.join(made.invitations, '贺四')
  outsider = await house.join(elsewhere.body.invitations, '韩五')
})

afterAll(() => house.remove())

function list(browser: Browser): Promise<Meeting> {
  return browser.get<Meeting>(`/meetings/${meeting}`)
}

async function draftOf(name: string): Promise<Material> {
  const found = (await list(office)).materials.find(({ owner }) => owner === people.get(name))
  if (found === undefined) throw new Error(`${name} has no material`)
  return found
}

async function collective(): Promise<Material> {
  const found = (await list(office)).materials.find(({ kind }) => kind === 'collective')
  if (found === undefined) throw new Error('no collective material')
  return found
}

const code = async (browser: Browser, method: string, path: string, body?: unknown) =>
  (await browser.send(method, path, body)).body.code

describe('a personal draft', () => {
  it('is in nobody’s list but its author’s and, as a state without text, the office’s', async () => {
    const names = async (browser: Browser) =>
      (await list(browser)).materials.map(({ kind, owner }) =>
        kind === 'collective' ? '集体' : [...people].find(([, id]) => id === owner)?.[0],
      )
    expect(await names(author)).toEqual(['集体', '陆二'])
    expect(await names(colleague)).toEqual(['集体', '苏三'])
    expect(await names(principal)).toEqual(['集体', '沈一'])
    expect(await names(supervisor)).toEqual([])
    expect(await names(office)).toEqual(['集体', '沈一', '陆二', '苏三'])
    const { id, ability, progress, openedTo, transitions } = await draftOf('陆二')
    expect({ ability, progress, openedTo, transitions }).toEqual({
      ability: 'state',
      progress: { written: 0, total: 9, chars: null },
      openedTo: [],
      transitions: [],
    })
    expect((await author.get<Material>(`/materials/${id}`)).progress?.chars).toBeGreaterThan(0)
  })

  it('is answered to others exactly like one that does not exist', async () => {
    const { id } = await draftOf('陆二')
    const requests: [string, string, unknown?][] = [
      ['GET', ''],
      ['POST', '/transitions', { transition: 'approve' }],
      ['PUT', '/opened-to', { people: [] }],
      ['POST', '/import', { text: 'x' }],
      ['POST', '/import-preview', { text: 'x' }],
    ]
    for (const [method, path, body] of requests) {
      for (const browser of [colleague, principal, supervisor, outsider]) {
        const real = await browser.send(method, `/materials/${id}${path}`, body)
        const invented = await browser.send(method, `/materials/abcdefghijklmnopqrstu${path}`, body)
        expect([path, real.status, real.body]).toEqual([path, 404, invented.body])
      }
      // The office knows that it is there, and that is all.
      if (path !== '') expect([path, await code(office, method, `/materials/${id}${path}`, body)]).toEqual([path, 'FORBIDDEN'])
    }
  })

  it('counts no word and names nobody in what others get of the meeting', async () => {
    const { id } = await draftOf('陆二')
    await author.ok('PUT', `/materials/${id}/opened-to`, { people: [people.get('苏三')] })
    expect((await colleague.get<Material>(`/materials/${id}`)).ability).toBe('suggest')
    expect(JSON.stringify(await list(principal))).not.toContain(id)
    expect(await draftOf('陆二')).toMatchObject({ openedTo: [], ability: 'state' })
    await author.ok('PUT', `/materials/${id}/opened-to`, { people: [] })
    expect(await code(colleague, 'GET', `/materials/${id}`)).toBe('NOT_FOUND')
  })

  it('is opened by its author only, to colleagues only, while it is a draft', async () => {
    const { id } = await draftOf('苏三')
    const open = (browser: Browser, name: string) =>
      code(browser, 'PUT', `/materials/${id}/opened-to`, { people: [people.get(name)] })
    expect(await open(office, '陆二')).toBe('FORBIDDEN')
    expect(await open(colleague, '贺四')).toBe('INVALID_INPUT')
    await colleague.ok('POST', `/materials/${id}/transitions`, { transition: 'submit' })
    expect(await open(colleague, '陆二')).toBe('CONFLICT')
  })
})

describe('the review', () => {
  it('goes from draft to submitted, back with a reason, and to approved', async () => {
    const { id } = await draftOf('陆二')
    const move = (browser: Browser, transition: string, reason?: string) =>
      browser.send<Material & { code: string }>('POST', `/materials/${id}/transitions`, { transition, reason })
    expect((await move(author, 'approve')).body.code).toBe('FORBIDDEN')
    expect((await move(author, 'submit')).body).toMatchObject({ state: 'submitted', ability: 'read', transitions: [] })
    expect((await move(author, 'submit')).body.code).toBe('CONFLICT')
    expect((await supervisor.get<Material>(`/materials/${id}`)).ability).toBe('suggest')
    expect((await move(supervisor, 'return', '不该由督导组退回')).body.code).toBe('FORBIDDEN')
    expect((await move(principal, 'return')).body.code).toBe('INVALID_INPUT')
    expect((await move(principal, 'return', '问题部分缺少具体事例')).body.state).toBe('returned')
    expect(await author.get<Material>(`/materials/${id}`)).toMatchObject({ ability: 'edit', reason: '问题部分缺少具体事例' })
    await move(author, 'submit')
    expect((await move(principal, 'approve')).body).toMatchObject({ state: 'approved', reason: null, transitions: ['reopen'] })
    expect(await code(colleague, 'GET', `/materials/${id}`)).toBe('NOT_FOUND')
    await office.ok('PATCH', `/meetings/${meeting}`, { membersReadApproved: true })
    expect((await colleague.get<Material>(`/materials/${id}`)).ability).toBe('read')
    expect((await move(principal, 'reopen', '补充数据')).body.state).toBe('returned')
    expect(await code(colleague, 'GET', `/materials/${id}`)).toBe('NOT_FOUND')
  })

  it('of the collective text is begun by office or principal, and lets the supervisors in', async () => {
    const { id } = await collective()
    const move = (browser: Browser, transition: string) => browser.send('POST', `/materials/${id}/transitions`, { transition })
    expect(await code(supervisor, 'GET', `/materials/${id}`)).toBe('NOT_FOUND')
    expect((await move(author, 'submit')).body.code).toBe('FORBIDDEN')
    expect((await move(office, 'submit')).status).toBe(200)
    expect((await author.get<Material>(`/materials/${id}`)).ability).toBe('suggest')
    expect((await supervisor.get<Material>(`/materials/${id}`)).ability).toBe('suggest')
    expect((await move(principal, 'approve')).status).toBe(200)
  })

  it('lets one of two deciding at once decide', async () => {
    const { id } = await draftOf('沈一')
    const replies = await Promise.all(
      [1, 2, 3].map(() => principal.send('POST', `/materials/${id}/transitions`, { transition: 'submit' })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })
})

describe('meetings', () => {
  it('are in the list of those who take part, and unknown to everybody else', async () => {
    expect((await author.get<unknown[]>('/meetings')).length).toBe(1)
    expect((await office.get<unknown[]>('/meetings')).length).toBe(2)
    expect(await code(outsider, 'GET', `/meetings/${meeting}`)).toBe('NOT_FOUND')
    expect(await code(outsider, 'PATCH', `/meetings/${meeting}`, { place: 'x' })).toBe('NOT_FOUND')
  })

  it('are run by the office', async () => {
    expect(await code(author, 'PATCH', `/meetings/${meeting}`, { place: 'x' })).toBe('FORBIDDEN')
    expect(await code(author, 'POST', `/meetings/${meeting}/members`, { members: '新人，科长' })).toBe('FORBIDDEN')
    expect(await code(author, 'DELETE', `/meetings/${meeting}/members/${people.get('苏三')}`)).toBe('FORBIDDEN')
    const create = { title: '新会', year: 2024, day: '2025-01-10', templateId: 'y2023' }
    expect(await code(author, 'POST', '/meetings', create)).toBe('FORBIDDEN')
    expect(await code(office, 'POST', '/meetings', { ...create, templateId: 'none' })).toBe('INVALID_INPUT')
    const changed = await office.ok<{ place: string; stage: string }>('PATCH', `/meetings/${meeting}`, {
      place: '三楼',
      stage: 'write',
    })
    expect(changed.body).toMatchObject({ place: '三楼', stage: 'write' })
  })

  it('take in people by name, give each a material, and leave a namesake their own account', async () => {
    const add = (members: string) => office.ok<Invitation[]>('POST', `/meetings/${meeting}/members`, { members })
    const first = (await add('韩五，总工程师\n邵六，科长\n邵六，会计')).body
    expect(first.map(({ name, username }) => [name, username])).toEqual([
      ['邵六', '邵六'],
      ['邵六', '邵六2'],
    ])
    // 韩五 has an account already: no link, the same person.
    const { members, materials } = await list(office)
    const han = members.find(({ name }) => name === '韩五')
    expect(han?.person).toBe((await outsider.get<{ person: string }>('/session')).person)
    expect(materials.some(({ owner }) => owner === han?.person)).toBe(true)
    expect((await outsider.get<unknown[]>('/meetings')).length).toBe(2)
    // The same line again adds nobody.
    expect((await add('邵六，科长')).body).toEqual([])
    expect((await list(office)).members).toHaveLength(members.length)
  })

  it('lose a member with their draft, and find it again', async () => {
    const shao = (await list(office)).members.find(({ name }) => name === '邵六')?.person
    const before = (await list(office)).materials.find(({ owner }) => owner === shao)?.id
    await office.ok('DELETE', `/meetings/${meeting}/members/${shao}`)
    expect((await list(office)).materials.some(({ id }) => id === before)).toBe(false)
    await office.ok('POST', `/meetings/${meeting}/members`, { members: '邵六，调研员' })
    expect((await list(office)).materials.some(({ id }) => id === before)).toBe(true)
    const own = (await office.get<{ person: string }>('/session')).person
    expect(await code(office, 'DELETE', `/meetings/${meeting}/members/${own}`)).toBe('CONFLICT')
    expect(await code(office, 'PATCH', `/meetings/${meeting}/members/${own}`, { roles: ['member'] })).toBe('CONFLICT')
  })

  it('give somebody who becomes a member their material', async () => {
    const path = `/meetings/${meeting}/members/${people.get('贺四')}`
    const own = async () => (await list(supervisor)).materials.filter(({ owner }) => owner === people.get('贺四')).length
    expect(await own()).toBe(0)
    await office.ok('PATCH', path, { roles: ['supervisor', 'member'], post: '组长' })
    expect(await own()).toBe(1)
    await office.ok('PATCH', path, { roles: ['supervisor'] })
    expect(await own()).toBe(0)
  })
})

describe('the audit', () => {
  it('is read by the audit administrator only', async () => {
    expect(await code(principal, 'GET', '/audit')).toBe('FORBIDDEN')
    const lines =
      await office.get<{ seq: number; action: string; actor: string; result: string; target: string }[]>('/audit?limit=500')
    const actions = new Set(lines.map(({ action }) => action))
    for (const action of [
      'setup.run',
      'meeting.create',
      'invitation.accept',
      'material.submit',
      'material.return',
      'session.sign-in',
    ]) {
      expect(actions).toContain(action)
    }
    expect(lines.find(({ action, result }) => action === 'audit.read' && result === 'refused')?.actor).toBe('沈一')
    const page = await office.get<{ seq: number }[]>(`/audit?limit=2&before=${lines[3]?.seq}`)
    expect(page.map(({ seq }) => seq)).toEqual([lines[4]?.seq, lines[5]?.seq])
    // The auditor reads no text: neither titles nor reasons.
    expect(JSON.stringify(lines)).not.toMatch(/对照检查|缺少具体事例/)
  })
})

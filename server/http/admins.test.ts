/** The three admin roles, through the real server: who hands them out, and that apart means apart. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from '../testing/browser'
import { Harness, type Meeting } from '../testing/harness'

interface Admins {
  apart: boolean
  people: { person: string; name: string; adminRoles: string[]; isOffice: boolean; joined: boolean }[]
}

let house: Harness
let office: Browser
let security: Browser
let meeting: string
let people: Map<string, string>

beforeAll(async () => {
  house = await Harness.start()
  const made = await house.setUp('沈一，书记\n方晓，办公室主任\n陆二，副局长\n苏三，副局长\n贺四，副局长')
  ;({ office, meeting } = made)
  for (const name of ['陆二', '苏三']) await house.join(made.invitations, name)
  security = await house.join(made.invitations, '沈一')
  people = new Map((await office.get<Meeting>(`/meetings/${meeting}`)).members.map(({ name, person }) => [name, person]))
})

afterAll(() => house.remove())

const holders = (of: Record<string, string[]>) =>
  Object.entries(of).map(([name, adminRoles]) => ({ person: people.get(name), adminRoles }))
const code = async (browser: Browser, method: string, path: string, body?: unknown) =>
  (await browser.send(method, path, body)).body.code
const held = ({ people: list }: Admins) =>
  Object.fromEntries(list.filter(({ adminRoles }) => adminRoles.length > 0).map(({ name, adminRoles }) => [name, adminRoles]))

describe('the three admin roles', () => {
  it('are shown to the security administrator alone, and handed out by nobody else', async () => {
    const seen = await office.get<Admins>('/admins')
    expect(seen.apart).toBe(false)
    expect(held(seen)).toEqual({ 方晓: ['systemAdmin', 'securityAdmin', 'auditAdmin'] })
    expect(seen.people.filter(({ isOffice }) => isOffice).map(({ name }) => name)).toEqual(['方晓'])
    expect(await code(security, 'GET', '/admins')).toBe('FORBIDDEN')
    const all = { apart: false, holders: holders({ 沈一: ['systemAdmin', 'securityAdmin', 'auditAdmin'] }) }
    expect(await code(security, 'PUT', '/admins', all)).toBe('FORBIDDEN')
  })

  it('never remain without somebody who can sign in', async () => {
    const two = { 方晓: ['systemAdmin', 'securityAdmin'] }
    expect(await code(office, 'PUT', '/admins', { apart: false, holders: holders(two) })).toBe('ROLE_UNHELD')
    const absent = { ...two, 贺四: ['auditAdmin'] }
    expect(await code(office, 'PUT', '/admins', { apart: false, holders: holders(absent) })).toBe('ROLE_UNHELD')
    expect(held(await office.get<Admins>('/admins'))).toEqual({ 方晓: ['systemAdmin', 'securityAdmin', 'auditAdmin'] })
  })

  it('once apart, are held by three who run no meeting, and a meeting is given to none of them', async () => {
    const withOffice = { 方晓: ['systemAdmin'], 沈一: ['securityAdmin'], 陆二: ['auditAdmin'] }
    expect(await code(office, 'PUT', '/admins', { apart: true, holders: holders(withOffice) })).toBe('ROLES_TOGETHER')
    const three = { 沈一: ['securityAdmin'], 陆二: ['auditAdmin'], 苏三: ['systemAdmin'] }
    await office.ok('PUT', '/admins', { apart: true, holders: holders(three) })
    // From that moment: the old holder sees neither page, the new one does.
    expect(await code(office, 'GET', '/admins')).toBe('FORBIDDEN')
    expect(await code(office, 'GET', '/audit')).toBe('FORBIDDEN')
    expect(held(await security.get<Admins>('/admins'))).toEqual(three)
    const toOffice = { roles: ['member', 'office'] }
    expect(await code(office, 'PATCH', `/meetings/${meeting}/members/${people.get('陆二')}`, toOffice)).toBe('ROLES_TOGETHER')
    await office.ok('PATCH', `/meetings/${meeting}/members/${people.get('贺四')}`, toOffice)
  })
})

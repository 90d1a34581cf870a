/** Setting up, signing in and out, lockout, idleness, links and passwords: through the real server, over HTTP. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeCode, opened } from '../testing/browser'
import { Harness, type Meeting, PASSWORD, tokenOf } from '../testing/harness'

const MINUTE = 60_000
const MEMBERS = '沈一，书记\n方晓，办公室主任\n陆二，副局长'

let house: Harness

beforeEach(async () => {
  house = await Harness.start()
})

afterEach(() => house.remove())

describe('set-up', () => {
  it('makes the team, its first person and the meeting once, and signs that person in', async () => {
    expect(await house.browser().get('/setup')).toEqual({ needed: true })
    const { office, meeting, invitations } = await house.setUp(MEMBERS)
    expect(await office.get('/setup')).toEqual({ needed: false })
    expect(await office.get('/session')).toMatchObject({
      name: '方晓',
      team: '某局党组',
      adminRoles: ['systemAdmin', 'securityAdmin', 'auditAdmin'],
      idleMinutes: 30,
    })
    expect(invitations.map(({ name }) => name)).toEqual(['沈一', '陆二'])
    const { members, materials } = await office.get<Meeting>(`/meetings/${meeting}`)
    expect(members.map(({ name, roles }) => [name, roles])).toEqual([
      ['沈一', ['principal', 'member']],
      ['方晓', ['member', 'office']],
      ['陆二', ['member']],
    ])
    expect(materials.map(({ kind }) => kind)).toEqual(['collective', 'individual', 'individual', 'individual'])
    const again = await house.browser().send('POST', '/setup', {
      name: '别人',
      password: PASSWORD,
      team: '别队',
      meeting: { title: 'x', year: 2023, day: '2024-01-10', templateId: 'y2023', members: '' },
    })
    expect([again.status, again.body.code]).toEqual([409, 'ALREADY_SET_UP'])
  })

  it('lets only one of two at the same time be the first', async () => {
    const input = {
      name: '方晓',
      password: PASSWORD,
      team: '某局党组',
      meeting: { title: 'x', year: 2023, day: '2024-01-10', templateId: 'y2023', members: MEMBERS },
    }
    const replies = await Promise.all([
      house.browser().send('POST', '/setup', input),
      house.browser().send('POST', '/setup', input),
    ])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('says which line of the list is none and which rule a password breaks, and changes nothing', async () => {
    const attempt = (password: string, members: string) =>
      house.browser().send('POST', '/setup', {
        name: '方晓',
        password,
        team: '某局党组',
        meeting: { title: 'x', year: 2023, day: '2024-01-10', templateId: 'y2023', members },
      })
    expect((await attempt(PASSWORD, '沈一，书记\n，副局长')).body).toMatchObject({ code: 'INVALID_INPUT', data: { line: 2 } })
    expect((await attempt('Ab-1', MEMBERS)).body).toMatchObject({ code: 'WEAK_PASSWORD', data: { rule: 'length' } })
    expect((await attempt('abcdefgh1', MEMBERS)).body).toMatchObject({ code: 'WEAK_PASSWORD', data: { rule: 'kinds' } })
    expect((await attempt('My-方晓-2023', MEMBERS)).body).toMatchObject({ code: 'WEAK_PASSWORD', data: { rule: 'username' } })
    expect(await house.browser().get('/setup')).toEqual({ needed: true })
  })

  it('loads the sample meeting with the first person as its office', async () => {
    const office = house.browser()
    const input = { name: '王办', password: PASSWORD, team: '某局', sample: true }
    const { body } = await office.ok<{ meeting: string; invitations: unknown[] }>('POST', '/setup', input)
    const meeting = await office.get<Meeting & { roles: string[] }>(`/meetings/${body.meeting}`)
    expect(meeting.roles).toEqual(['office'])
    expect(meeting.members.length).toBeGreaterThanOrEqual(6)
    expect(body.invitations).toHaveLength(meeting.members.length - 1)
    expect(meeting.materials.some(({ kind, owner }) => kind === 'individual' && owner !== null)).toBe(true)
  })
})

describe('sessions', () => {
  it('are HttpOnly cookies, outlive a restart, and end at sign-out', async () => {
    const { office } = await house.setUp(MEMBERS)
    const reply = await house.browser().signIn('方晓', PASSWORD)
    expect(reply.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/)
    const cookie = office.cookie
    await house.stop()
    await house.boot()
    const after = house.browser()
    expect((await after.send('GET', '/session', undefined, { cookie })).status).toBe(200)
    expect((await after.send('DELETE', '/session', undefined, { cookie })).status).toBe(200)
    expect((await after.send('GET', '/session', undefined, { cookie })).body.code).toBe('UNAUTHORIZED')
  })

  it('are signed with a secret made here, which only its owner reads', async () => {
    const file = join(house.dataDir, 'session-secret')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8').trim().length).toBeGreaterThanOrEqual(32)
  })

  it('end after half an hour without activity, with their sockets; activity counts anew', async () => {
    const { office, meeting } = await house.setUp(MEMBERS)
    const material = (await office.get<Meeting>(`/meetings/${meeting}`)).materials[0]
    const socket = office.socket(material?.id ?? '')
    await opened(socket)
    house.clock.advance(29 * MINUTE)
    await office.get('/session')
    house.clock.advance(29 * MINUTE)
    await office.get('/session')
    // What the page asks on its own is no activity.
    house.clock.advance(20 * MINUTE)
    expect((await office.send('GET', '/session', undefined, { 'x-duizhao-passive': '1' })).status).toBe(200)
    expect((await office.send('GET', `/meetings/${meeting}`)).status).toBe(200)
    const closed = closeCode(socket)
    house.clock.advance(11 * MINUTE)
    expect(await closed).toBe(4401)
    expect((await office.send('GET', '/session')).status).toBe(401)
  })

  it('of a person end when the password changes, except the one that changed it', async () => {
    const { office, meeting } = await house.setUp(MEMBERS)
    const material = (await office.get<Meeting>(`/meetings/${meeting}`)).materials[0]
    const other = house.browser()
    await other.signIn('方晓', PASSWORD)
    const socket = other.socket(material?.id ?? '')
    await opened(socket)
    const closed = closeCode(socket)
    const wrong = await office.send('PUT', '/session/password', { current: 'nope', next: 'Neu-Passwort-9' })
    expect(wrong.body.code).toBe('WRONG_CREDENTIALS')
    await office.ok('PUT', '/session/password', { current: PASSWORD, next: 'Neu-Passwort-9' })
    expect(await closed).toBe(4401)
    expect((await other.send('GET', '/session')).status).toBe(401)
    expect((await office.send('GET', '/session')).status).toBe(200)
    expect((await house.browser().signIn('方晓', PASSWORD)).status).toBe(401)
    expect((await house.browser().signIn('方晓', 'Neu-Passwort-9')).status).toBe(200)
  })
})

describe('lockout', () => {
  it.each(['方晓', '无此人'])('locks %s for half an hour after five failures, whoever it is', async (username) => {
    await house.setUp(MEMBERS)
    const browser = house.browser()
    for (const left of [4, 3, 2, 1, 0]) {
      expect((await browser.signIn(username, 'wrong')).body).toMatchObject({ code: 'WRONG_CREDENTIALS', data: { left } })
    }
    const locked = await browser.signIn(username, PASSWORD)
    expect([locked.status, locked.body]).toMatchObject([423, { code: 'LOCKED_OUT', data: { minutes: 30 } }])
    house.clock.advance(29 * MINUTE)
    expect((await browser.signIn(username, PASSWORD)).body).toMatchObject({ code: 'LOCKED_OUT', data: { minutes: 1 } })
    house.clock.advance(2 * MINUTE)
    expect((await browser.signIn(username, PASSWORD)).status).toBe(username === '方晓' ? 200 : 401)
  })

  it('is not got round by spelling, nor by guessing all at once', async () => {
    await house.setUp('Li Ming，书记')
    const guesses = ['li ming', 'LI MING', 'Ｌi Ming', ' Li  Ming', 'Li ming', 'LI ming', 'lI MING', 'li MING']
    const replies = await Promise.all(guesses.map((name) => house.browser().signIn(name, 'wrong')))
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(replies.filter(({ status }) => status === 423)).toHaveLength(3)
  })

  it('begins anew after a success', async () => {
    await house.setUp(MEMBERS)
    const browser = house.browser()
    for (let n = 0; n < 4; n++) await browser.signIn('方晓', 'wrong')
    expect((await browser.signIn('方晓', PASSWORD)).status).toBe(200)
    expect((await browser.signIn('方晓', 'wrong')).body.data).toEqual({ left: 4 })
  })
})

describe('invitations', () => {
  it('set a password once, within 72 hours', async () => {
    const { office, meeting, invitations } = await house.setUp(MEMBERS)
    const [first, second] = invitations
    if (first === undefined || second === undefined) throw new Error('two invitations')
    const path = `/invitations/${tokenOf(first)}`
    expect(await house.browser().get(path)).toEqual({ name: '沈一', username: '沈一', post: '书记', team: '某局党组' })
    expect((await house.browser().send('POST', path, { password: 'weak' })).body.code).toBe('WEAK_PASSWORD')
    const guest = house.browser()
    expect((await guest.ok<{ name: string }>('POST', path, { password: PASSWORD })).body.name).toBe('沈一')
    expect(await guest.get('/session')).toMatchObject({ name: '沈一', adminRoles: [] })
    expect((await house.browser().send('GET', path)).body.code).toBe('LINK_SPENT')
    expect((await house.browser().send('POST', path, { password: PASSWORD })).body.code).toBe('LINK_SPENT')

    // A new link ends the older one.
    const { body: renewed } = await office.ok<{ url: string }>('POST', `/meetings/${meeting}/members/${second.person}/invitation`)
    expect((await house.browser().send('GET', `/invitations/${tokenOf(second)}`)).body.code).toBe('LINK_SPENT')
    house.clock.advance(71 * 60 * MINUTE)
    expect((await house.browser().send('GET', `/invitations/${tokenOf(renewed)}`)).status).toBe(200)
    house.clock.advance(61 * MINUTE)
    const late = await house.browser().send('POST', `/invitations/${tokenOf(renewed)}`, { password: PASSWORD })
    expect(late.body.code).toBe('LINK_SPENT')
    expect((await house.browser().send('GET', '/invitations/nosuchtoken')).body.code).toBe('NOT_FOUND')
  })

  it('are made by the office only, and never for an administrator by somebody who is none', async () => {
    const { office, meeting, invitations } = await house.setUp(MEMBERS)
    const member = await house.join(invitations, '陆二')
    const lead = invitations[0]?.person ?? ''
    const path = (person: string) => `/meetings/${meeting}/members/${person}/invitation`
    expect((await member.send('POST', path(lead))).body.code).toBe('FORBIDDEN')
    const own = (await office.get<{ person: string }>('/session')).person
    const helper = invitations[1]?.person ?? ''
    await office.ok('PATCH', `/meetings/${meeting}/members/${helper}`, { roles: ['member', 'office'] })
    expect((await member.send('POST', path(lead))).status).toBe(200)
    expect((await member.send('POST', path(own))).body.code).toBe('FORBIDDEN')
  })
})

it('limits sign-ins from one address', async () => {
  const narrow = await Harness.start({ SIGN_IN_PER_MINUTE: '3' })
  try {
    const attempt = () => narrow.browser().signIn('x', 'y')
    for (let n = 0; n < 3; n++) expect((await attempt()).status).toBe(401)
    const limited = await attempt()
    expect([limited.status, limited.body.code]).toEqual([429, 'TOO_FREQUENT'])
    expect(limited.body.data.seconds).toBeLessThanOrEqual(20)
    narrow.clock.advance(MINUTE)
    expect((await attempt()).status).toBe(401)
  } finally {
    await narrow.remove()
  }
})

it('writes neither passwords nor cookies nor link secrets to the log', async () => {
  const { office, invitations } = await house.setUp(MEMBERS)
  await house.join(invitations, '陆二')
  await house.browser().signIn('方晓', 'Secret-Guess-1')
  await office.send('DELETE', '/session')
  const log = house.logLines.join('')
  for (const secret of [PASSWORD, 'Secret-Guess-1', ...invitations.map(tokenOf), 'session_token'])
    expect(log).not.toContain(secret)
})

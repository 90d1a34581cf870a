/** A meeting through the real server: order, attendance, presenting, restart, the projector's code. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { elapsedMs, placeIn } from '../../shared/live/meeting-state'
import { CLOSE } from '../../shared/wire/close-codes'
import { LivePage, ProjectorPage } from '../testing/live-page'
import { LiveHouse } from '../testing/live-house'
import { closeCode } from '../testing/browser'

let live: LiveHouse
let principal: LivePage
let office: LivePage

beforeAll(async () => {
  live = await LiveHouse.start()
  await live.write(
    'office',
    live.materials.collective,
    '班子对照检查材料\n前言一段。\n一、存在的主要问题\n（一）理论学习方面\n学习的系统性不够。',
  )
  await live.approve(live.materials.collective)
  await live.write('target', live.materials.target, '个人对照检查材料\n一、存在的主要问题\n调查研究不够。')
  principal = await live.join('principal')
  office = await live.join('office')
}, 60_000)

afterAll(() => live.remove())

const attendanceOf = (page: LivePage, person: string) => page.state?.attendance.find((one) => one.person === person)?.status
const where = ({ state }: LivePage) => `${state?.position?.item} ${state?.position?.turn} ${state?.position?.step}`

describe('[L1] the door', () => {
  it('is for people of the meeting with the right version', async () => {
    const { meeting, browsers, house } = live
    const code = (page: LivePage) => page.closed()
    expect(await code(LivePage.knock(house.browser(), meeting))).toBe(CLOSE.signedOut)
    expect(await code(LivePage.knock(browsers.critic, meeting, '0'))).toBe(CLOSE.outdated)
    expect(await code(LivePage.knock(browsers.critic, 'no-such-meeting-here0'))).toBe(CLOSE.gone)
    const other = { title: '另一个会', year: 2024, day: '2025-01-10', templateId: 'y2023', members: '韩七，书记' }
    const elsewhere = await browsers.office.ok<{ invitations: never[] }>('POST', '/meetings', other)
    const outsider = await house.join(elsewhere.body.invitations, '韩七')
    expect(await code(LivePage.knock(outsider, meeting))).toBe(CLOSE.notAllowed)
  })

  it('closes who says what cannot be read', async () => {
    const page = await live.join('critic')
    page.socket.send('{"type":"shout"}')
    expect(await page.closed()).toBe(CLOSE.malformed)
  })
})

describe('a meeting', () => {
  it('[L6] signs in who has the page open when gathering begins, and who opens it after', async () => {
    expect(attendanceOf(principal, live.people.principal)).toBe('awaited')
    expect(await principal.command({ kind: 'gather' })).toBe('done')
    await principal.until(() => attendanceOf(principal, live.people.office) === 'present')
    const critic = await live.join('critic')
    await principal.until(() => attendanceOf(principal, live.people.critic) === 'present')
    expect(attendanceOf(principal, live.people.target)).toBe('awaited')
    critic.socket.close()
  })

  it('[L5] is run by those who may', async () => {
    const critic = await live.join('critic')
    const recorder = await live.join('recorder')
    const { target, critic: self } = live.people
    expect(await critic.command({ kind: 'start' })).toBe('not-allowed')
    expect(await recorder.command({ kind: 'start' })).toBe('not-allowed')
    expect(await office.command({ kind: 'setRecord', stage: 'confirmation' })).toBe('not-allowed')
    expect(await critic.command({ kind: 'attend', person: target, status: 'present', reason: '' })).toBe('not-allowed')
    expect(await critic.command({ kind: 'attend', person: self, status: 'absent', reason: '' })).toBe('not-allowed')
    expect(await recorder.command({ kind: 'attend', person: target, status: 'absent', reason: '出差在外' })).toBe('done')
    expect(await critic.line(live.line('x'))).toBe('not-allowed')
    await principal.until(() => attendanceOf(principal, target) === 'absent')
    const reasons = (page: LivePage) => page.state?.attendance.map(({ reason }) => reason).join('')
    await critic.until(() => attendanceOf(critic, target) === 'absent')
    expect([reasons(principal), reasons(recorder), reasons(critic)]).toEqual(['出差在外', '出差在外', ''])
    expect(critic.bytes).not.toContain('出差')
    critic.socket.close()
    recorder.socket.close()
  })

  it('[L4] moves once when two press at once', async () => {
    expect(await principal.command({ kind: 'start' })).toBe('done')
    await office.until(() => office.state?.phase === 'running')
    expect(principal.state?.countAtStart).toMatchObject({ expected: 3, present: 2, reached: true })
    const revision = principal.state?.revision ?? 0
    const next = { kind: 'next', unit: 'item' } as const
    const answers = await Promise.all([principal.command(next, revision), office.command(next, revision)])
    expect(answers.sort()).toEqual(['done', 'stale'])
    await office.until(() => where(office) === `item-2 ${live.people.principal} statement`)
  })

  it('[L8] shows the approved version by itself, to those who may not open the document as well', async () => {
    const observer = await live.join('observer')
    const welcome = observer.of('welcome')[0]
    expect(welcome?.text?.blocks.map(({ type }) => type)).toEqual(['title', 'paragraph', 'heading', 'heading', 'paragraph'])
    expect(welcome?.text?.hash).toBe(observer.state?.presented?.hash)
    expect(welcome?.text?.hash).toMatch(/^[0-9a-f]{64}$/)
    const { collective } = live.materials
    expect((await live.browsers.observer.send('GET', `/materials/${collective}`)).status).toBe(404)
    expect(await closeCode(live.browsers.observer.socket(collective))).toBe(CLOSE.notAllowed)
    const material = await live.browsers.office.get<{ state: string }>(`/materials/${collective}`)
    expect(material.state).toBe('presented')
    observer.socket.close()
  })

  it('[L7] follows the speaker’s place and nobody else’s', async () => {
    const critic = await live.join('critic')
    const place = { material: live.materials.collective, block: 4, offset: 3, anchor: { tname: null, item: null } }
    critic.say({ type: 'place', ...place, block: 1 })
    office.say({ type: 'place', ...place, block: 2 })
    principal.say({ type: 'place', ...place, block: 99 })
    principal.say({ type: 'place', ...place })
    const told = await critic.until(() => critic.of('place').at(-1))
    expect(told.place).toEqual({ person: live.people.principal, ...place })
    expect(critic.of('place')).toHaveLength(1)
    expect(principal.of('place')).toHaveLength(0)
    critic.socket.close()
  })

  it('tells where the others look, under their own name', async () => {
    const critic = await live.join('critic')
    critic.say({ type: 'whereabouts', following: false, section: 3, writing: false })
    const find = () =>
      principal
        .of('here')
        .flatMap(({ changed }) => changed)
        .find((one) => one.section === 3)
    expect(await principal.until(find)).toEqual({ person: live.people.critic, following: false, section: 3, writing: false })
    critic.socket.close()
    await principal.until(() => principal.of('here').some(({ gone }) => gone.includes(live.people.critic)))
  })

  it('[L8] shows nothing that is not approved, and an individual text only with its owner’s consent', async () => {
    const { target } = live.materials
    const present = { kind: 'present', material: target } as const
    expect(await principal.command(present)).toBe('not-approved')
    await live.approve(target, 'target')
    expect(await principal.command(present)).toBe('no-consent')
    const owner = await live.join('target')
    expect(await owner.command({ kind: 'consent', given: true })).toBe('done')
    await principal.until(() => principal.state?.consents.length === 1)
    expect(await principal.command(present)).toBe('done')
    await owner.until(() => owner.of('text').at(-1)?.text?.material === target)
    expect(await owner.command({ kind: 'consent', given: false })).toBe('done')
    await principal.until(() => principal.state?.presented === null)
    expect(owner.of('text').at(-1)?.text).toBeNull()
    owner.socket.close()
  })

  it('[L3] is where it was after the server came back', async () => {
    expect(await principal.command({ kind: 'goTo', item: 'item-3', turn: live.people.critic })).toBe('done')
    const before = principal.state
    await live.restart()
    expect(await principal.closed()).toBe(CLOSE.shuttingDown)
    principal = await live.join('principal')
    office = await live.join('office')
    expect(principal.state).toEqual(before)
    live.house.clock.advance(60_000)
    expect(await principal.command({ kind: 'pause' })).toBe('done')
    const { state } = principal
    const place = state && placeIn(state.items, state.position)
    expect(state && place && elapsedMs(state, place.item, place.turn, 0)).toBeGreaterThanOrEqual(60_000)
    expect(await principal.command({ kind: 'resume' })).toBe('done')
  })

  it('[L5] sends away whose role is taken, and takes in who joins', async () => {
    const recorder = await live.join('recorder')
    const path = `/meetings/${live.meeting}/members/${live.people.recorder}`
    await live.browsers.office.ok('PATCH', path, { roles: ['observer'] })
    expect(await recorder.closed()).toBe(CLOSE.accessChanged)
    const again = await live.join('recorder')
    expect(await again.line(live.line('x'))).toBe('not-allowed')
    await live.browsers.office.ok('PATCH', path, { roles: ['recorder'] })
    await live.browsers.office.ok('POST', `/meetings/${live.meeting}/members`, { members: '卫八，副局长' })
    await principal.until(() => principal.state?.items[2]?.turns.length === 4)
    expect(
      principal
        .of('people')
        .at(-1)
        ?.people.map(({ name }) => name),
    ).toContain('卫八')
  })

  it('closes with the session', async () => {
    const page = await live.join('supervisor')
    await live.browsers.supervisor.ok('DELETE', '/session')
    expect(await page.closed()).toBe(CLOSE.signedOut)
  })
})

describe('[L11] the projector', () => {
  const path = () => `/meetings/${live.meeting}/projector-code`
  const make = async () => (await live.browsers.office.ok<{ code: string; url: string }>('POST', path())).body

  it('is opened by a code of those who preside, which is on no disk', async () => {
    expect((await live.browsers.critic.send('POST', path())).status).toBe(403)
    const { code, url } = await make()
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    expect(url).toBe(`${live.house.url}/projector#${code}`)
    const screen = await ProjectorPage.show(live.house.browser(), `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase())
    expect(screen.received.map(({ type }) => type)).toEqual(['view', 'text', 'place'])
    expect(screen.last('view')?.view).toMatchObject({ item: 2, turn: 2, speaker: { name: '陆二' }, attendance: { expected: 4 } })
    await office.until(() => office.of('projectors').at(-1)?.count === 1)
    expect((await live.browsers.office.get<{ projectors: number }>(path())).projectors).toBe(1)
    screen.socket.close()
  })

  it('goes dark at once when its code is revoked, or replaced', async () => {
    const first = await make()
    const screen = await ProjectorPage.show(live.house.browser(), first.code)
    const second = await make()
    expect(await screen.closed()).toBe(CLOSE.notAllowed)
    const again = await ProjectorPage.show(live.house.browser(), second.code)
    await live.browsers.principal.ok('DELETE', path())
    expect(await again.closed()).toBe(CLOSE.notAllowed)
    const late = new ProjectorPage(live.house.browser())
    late.socket.on('open', () => late.code(second.code))
    expect(await late.closed()).toBe(CLOSE.gone)
    expect(late.bytes).toBe('')
  })

  it('says one thing, in time', async () => {
    const { code } = await make()
    const talker = await ProjectorPage.show(live.house.browser(), code)
    talker.code(code)
    expect(await talker.closed()).toBe(CLOSE.malformed)
    const silent = new ProjectorPage(live.house.browser())
    await new Promise((resolve) => silent.socket.once('open', resolve))
    live.house.clock.advance(11_000)
    expect(await silent.closed()).toBe(CLOSE.malformed)
  })

  it('expires after a day', async () => {
    const { code } = await make()
    live.house.clock.advance(25 * 60 * 60_000)
    const late = new ProjectorPage(live.house.browser())
    late.socket.on('open', () => late.code(code))
    expect(await late.closed()).toBe(CLOSE.gone)
  })

  it('is not found by guessing', async () => {
    const codes: number[] = []
    for (let i = 0; i < 12; i++) {
      const guess = new ProjectorPage(live.house.browser())
      guess.socket.on('open', () => guess.code('AAAA2222'))
      codes.push(await guess.closed())
    }
    expect(codes.slice(0, 8)).toEqual(Array(8).fill(CLOSE.gone))
    expect(codes.at(-1)).toBe(CLOSE.tooFrequent)
  })
})

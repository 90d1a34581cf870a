/**
 * [L10] Who sees which line of criticism, at each moment, walked through the real server: the socket's every byte, the record, the prepared lines, the
 * minutes. A marker in each text tells whether it came through.
 */
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Minutes } from '../../shared/live/minutes'
import type { LineInput, PreparedLine, RecordState } from '../../shared/live/record'
import { LiveHouse, type Role } from '../testing/live-house'
import type { LivePage } from '../testing/live-page'

const ROLES: readonly Role[] = ['principal', 'critic', 'target', 'recorder', 'supervisor', 'observer', 'office']
/** Each text is found nowhere else. */
const PREPARED = '备好的话甲'
const SPOKEN = '说出的话乙'
const RECORDED = '记下的话丙'
const ABOUT_PRINCIPAL = '提给书记的话丁'
const UNDONE = '记错的话戊'
const TEXTS = [PREPARED, SPOKEN, RECORDED, ABOUT_PRINCIPAL, UNDONE]

let live: LiveHouse
const pages = {} as Record<Role, LivePage>

beforeAll(async () => {
  live = await LiveHouse.start()
  for (const role of ROLES) pages[role] = await live.join(role)
}, 60_000)

afterAll(() => live.remove())

const path = (rest: string) => `/meetings/${live.meeting}${rest}`

/** Whatever each role got over the socket so far, plus whatever it is given when it asks, joins anew and knocks at every door. */
async function seen(): Promise<Record<Role, string[]>> {
  const entries = await Promise.all(
    ROLES.map(async (role) => {
      const browser = live.browsers[role]
      const fresh = await live.join(role)
      const asked = await Promise.all(
        ['/prepared-criticism', '/record', '/minutes', ''].map(async (rest) =>
          JSON.stringify((await browser.send('GET', path(rest))).body),
        ),
      )
      const file = await fetch(`${browser.origin}/api${path('/minutes/file?format=text')}`, {
        headers: { cookie: browser.cookie },
      })
      const all = [pages[role].bytes, fresh.bytes, ...asked, await file.text()].join('\n')
      fresh.socket.close()
      return [role, TEXTS.filter((text) => all.includes(text))] as const
    }),
  )
  return Object.fromEntries(entries) as Record<Role, string[]>
}

const nobody = Object.fromEntries(ROLES.map((role) => [role, [] as string[]])) as Record<Role, string[]>
const prepare = (role: Role, line: string, target: Role, text: string) =>
  live.browsers[role].send<PreparedLine>('PUT', path(`/prepared-criticism/${line}`), { target: live.people[target], text })

describe('[L10] a line of criticism', () => {
  it('prepared: is its author’s alone', async () => {
    expect((await prepare('critic', 'prepared-1', 'target', PREPARED)).status).toBe(200)
    expect((await prepare('critic', 'prepared-2', 'target', SPOKEN)).status).toBe(200)
    expect(await seen()).toEqual({ ...nobody, critic: [PREPARED, SPOKEN] })
    expect(Object.values(pages).map(({ bytes }) => TEXTS.some((text) => bytes.includes(text)))).not.toContain(true)
  })

  it('prepared: cannot be taken over, read or taken away under its id', async () => {
    for (const role of ['target', 'principal'] as const) {
      const other = role === 'target' ? 'principal' : 'target'
      expect((await prepare(role, 'prepared-1', other, '换掉')).status).toBe(409)
      expect((await live.browsers[role].send('POST', path('/prepared-criticism/prepared-1/spoken'))).status).toBe(404)
      await live.browsers[role].ok('DELETE', path('/prepared-criticism/prepared-1'))
    }
    for (const role of ['recorder', 'observer', 'supervisor', 'office'] as const)
      expect((await live.browsers[role].send('GET', path('/prepared-criticism'))).status).toBe(403)
    const own = await live.browsers.critic.get<PreparedLine[]>(path('/prepared-criticism'))
    expect(own.map(({ text }) => text)).toEqual([PREPARED, SPOKEN])
    expect((await prepare('critic', 'prepared-3', 'critic', '自我批评')).status).toBe(422)
  })

  it('prepared: is not spoken before the meeting', async () => {
    expect((await live.browsers.critic.send('POST', path('/prepared-criticism/prepared-2/spoken'))).status).toBe(409)
  })

  it('spoken: reaches recorder and presider, and its critic has what they prepared', async () => {
    const { principal, recorder, critic } = pages
    for (const kind of ['gather', 'start'] as const) expect(await principal.command({ kind })).toBe('done')
    expect(await principal.command({ kind: 'goTo', item: 'item-3', turn: live.people.target })).toBe('done')
    for (let i = 0; i < 2; i++) await live.browsers.critic.ok('POST', path('/prepared-criticism/prepared-2/spoken'))
    const about = { principal: { speaker: live.people.target, target: live.people.principal, text: ABOUT_PRINCIPAL } }
    expect(await recorder.line(live.line('c', { text: RECORDED }))).toBe('done')
    expect(await recorder.line(live.line('d', about.principal))).toBe('done')
    expect(await recorder.line(live.line('e', { text: UNDONE }))).toBe('done')
    expect(await recorder.line(live.line('e', { text: UNDONE, edition: 2, removed: true }))).toBe('done')
    expect(await recorder.reply(live.people.target, true)).toBe('done')
    await principal.until(() => principal.record.replies.length === 1)
    const keeps = [SPOKEN, RECORDED, ABOUT_PRINCIPAL, UNDONE]
    expect(await seen()).toEqual({ ...nobody, critic: [PREPARED, SPOKEN], principal: keeps, recorder: keeps })
    expect(principal.record.lines).toHaveLength(4)
    // Not even that something was written reaches the others.
    for (const role of ['critic', 'target', 'supervisor', 'observer', 'office'] as const)
      for (const type of ['lines', 'record', 'replies'] as const) expect(pages[role].of(type)).toEqual([])
    expect((await prepare('critic', 'prepared-2', 'target', '事后改口')).status).toBe(409)
    expect(critic.record.lines).toEqual([])
  })

  it('[L9] written offline merges on return, whatever was sent already', async () => {
    const { recorder } = pages
    const offline: LineInput[] = ['o1', 'o2', 'o3'].map((id) => live.line(id, { text: RECORDED, kind: 'statement' }))
    const [first] = offline
    expect(first && (await recorder.line(first))).toBe('done')
    recorder.socket.terminate()
    pages.recorder = await live.join('recorder')
    for (const line of offline) expect(await pages.recorder.line(line)).toBe('done')
    for (const line of offline) expect(await pages.recorder.line(line)).toBe('done')
    const { body } = await live.browsers.recorder.ok<RecordState>('GET', path('/record'))
    expect(body.lines.filter(({ id }) => id.startsWith('line-about-o')).map(({ id }) => id)).toEqual(offline.map(({ id }) => id))
    expect(await pages.recorder.line(live.line('o9', { speaker: 'somebody-unknown' as never }))).toBe('impossible')
  })

  it('survives a restart of the server', async () => {
    await live.restart()
    for (const role of ROLES) pages[role] = await live.join(role)
    const keeps = [SPOKEN, RECORDED, ABOUT_PRINCIPAL, UNDONE]
    expect(await seen()).toEqual({ ...nobody, critic: [PREPARED, SPOKEN], principal: keeps, recorder: keeps })
  })

  it('up for confirmation: each critic sees their own, each criticised person those about them', async () => {
    const { principal, critic, target } = pages
    expect((await confirm('critic', 'line-about-c', 'confirmed')).status).toBe(404)
    expect(await principal.command({ kind: 'end' })).toBe('done')
    expect(await pages.office.command({ kind: 'setRecord', stage: 'confirmation' })).toBe('not-allowed')
    expect(await principal.command({ kind: 'setRecord', stage: 'confirmation' })).toBe('done')
    await target.until(() => target.record.lines.length > 0)
    await critic.until(() => critic.record.lines.length > 0)
    const keeps = [SPOKEN, RECORDED, ABOUT_PRINCIPAL, UNDONE]
    expect(await seen()).toEqual({
      ...nobody,
      principal: keeps,
      recorder: keeps,
      critic: [PREPARED, SPOKEN, RECORDED],
      target: [SPOKEN, RECORDED, ABOUT_PRINCIPAL],
    })
  })

  it('up for confirmation: is confirmed by its critic alone; an objection is told to those who can mend it', async () => {
    expect((await confirm('critic', 'line-about-c', 'objected', '原话不是这样己')).status).toBe(200)
    expect((await confirm('target', 'line-about-c', 'confirmed')).status).toBe(403)
    expect((await confirm('target', 'line-about-d', 'confirmed')).status).toBe(200)
    expect((await confirm('observer', 'line-about-c', 'confirmed')).status).toBe(404)
    expect((await confirm('critic', 'line-about-d', 'confirmed')).status).toBe(404)
    await pages.recorder.until(() => pages.recorder.bytes.includes('原话不是这样己'))
    expect(pages.target.bytes).not.toContain('原话不是这样己')
    expect(await pages.recorder.line(live.line('c', { text: `${RECORDED}，改准`, edition: 2 }))).toBe('done')
    await pages.critic.until(() =>
      pages.critic.record.lines.some(({ text, verdict }) => text.endsWith('改准') && verdict === 'none'),
    )
  })

  it('taken back during confirmation: is gone for those it was shown to', async () => {
    const { critic, recorder } = pages
    expect(await recorder.line(live.line('c', { edition: 3, removed: true }))).toBe('done')
    await critic.until(() => !critic.record.lines.some(({ id }) => id === 'line-about-c'))
    expect(await recorder.line(live.line('c', { text: RECORDED, edition: 4 }))).toBe('done')
    await critic.until(() => critic.record.lines.some(({ id }) => id === 'line-about-c'))
  })

  it('locked: changes no more, and the minutes are for those who keep the record', async () => {
    const { principal, recorder } = pages
    expect(await principal.command({ kind: 'setRecord', stage: 'locked' })).toBe('done')
    await recorder.until(() => recorder.state?.record === 'locked')
    expect(await recorder.line(live.line('f'))).toBe('locked')
    expect((await confirm('critic', 'line-about-c', 'confirmed')).status).toBe(409)
    for (const role of ['critic', 'target', 'supervisor', 'observer', 'office'] as const)
      expect((await live.browsers[role].send('GET', path('/minutes'))).status).toBe(403)
    const minutes = await live.browsers.recorder.get<Minutes>(path('/minutes'))
    expect(minutes.stage).toBe('locked')
    expect(minutes.count).toMatchObject({ expected: 3, present: 3, reached: true })
    const turn = minutes.items[2]?.turns.find(({ speaker }) => speaker === '苏三')
    expect(turn?.lines.map(({ text }) => text)).toEqual([SPOKEN, RECORDED])
    expect(turn?.replied).toBe(true)
    expect(minutes.signatures.map(({ name }) => name)).toEqual(['沈一', '钱四', '陆二', '苏三'])
    expect(JSON.stringify(minutes)).not.toContain(UNDONE)
  })

  it.each(['text', 'html'])('the minutes go out as %s, with header, items, lines and places to sign', async (format) => {
    const { origin, cookie } = live.browsers.principal
    const reply = await fetch(`${origin}/api${path(`/minutes/file?format=${format}`)}`, { headers: { cookie } })
    expect(reply.headers.get('content-disposition')).toContain('filename')
    const text = await reply.text()
    for (const part of [
      '民主生活会会议记录',
      '应到 3 人，实到 3 人，达到 2/3',
      '三、个人对照检查与相互批评',
      `陆二批评苏三`,
      SPOKEN,
      '钱四：＿＿',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain(UNDONE)
  })

  it('the minutes go out for Word, and to nobody else', async () => {
    const file = (role: Role) =>
      fetch(`${live.browsers[role].origin}/api${path('/minutes/file?format=docx')}`, {
        headers: { cookie: live.browsers[role].cookie },
      })
    expect((await file('critic')).status).toBe(403)
    const reply = await file('recorder')
    expect(reply.headers.get('content-type')).toContain('wordprocessingml')
    const body = strFromU8(unzipSync(new Uint8Array(await reply.arrayBuffer()))['word/document.xml'] ?? new Uint8Array())
    const text = body.replaceAll(/<[^>]+>/g, '')
    for (const part of ['民主生活会会议记录', '达到 2/3', '个人对照检查与相互批评', SPOKEN, '钱四：＿＿'])
      expect(text).toContain(part)
    expect(text).not.toContain(UNDONE)
  })

  it('is nowhere in the log', () => {
    const log = live.house.logLines.join('\n')
    expect(TEXTS.filter((text) => log.includes(text))).toEqual([])
  })
})

function confirm(role: Role, line: string, verdict: string, note = '') {
  return live.browsers[role].send('PUT', path(`/record/${line}/verdict`), { verdict, note })
}

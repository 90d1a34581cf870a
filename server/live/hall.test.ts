/** What a hall tells, to whom and how often; sockets are lists. */
import { describe, expect, it } from 'vitest'
import type { MeetingRole } from '../../shared/access/roles'
import type { MeetingId, PersonId } from '../../shared/ids'
import type { PresentedText, ServerMessage } from '../../shared/live/messages'
import type { ProjectorMessage } from '../../shared/live/projector'
import { COLLECTIVE, LI, ROSTER, SUN, WANG } from '../../shared/testing/meeting'
import type { DeskPort, MeetingFacts } from '../ports/desk'
import { FakeClock } from '../testing/fake-clock'
import { Hall } from './hall'
import { DEFAULT_LIVE_LIMITS } from './limits'
import { Member } from './member'
import { Screen } from './screen'

const blocks = ['甲', '乙', '丙'].map((text) => ({ type: 'paragraph' as const, runs: [{ text }] }))
const TEXT: PresentedText = { material: COLLECTIVE, version: 1, hash: 'h', blocks }
const FACTS: MeetingFacts = {
  title: '民主生活会',
  people: ROSTER.people.map(({ person, roles }, color) => ({ person, name: `姓${person}`, post: '', color, roles: [...roles] })),
  roster: ROSTER,
}
const desk: DeskPort = {
  facts: () => Promise.resolve(FACTS),
  events: () => Promise.resolve([]),
  keep: () => Promise.resolve(),
  approved: () => Promise.resolve(TEXT),
  version: () => Promise.resolve(TEXT),
  note: () => Promise.resolve(),
  presented: () => Promise.resolve(),
  meetingOf: () => Promise.resolve(null),
}

async function setUp() {
  const clock = new FakeClock()
  const meeting = 'meeting-0001' as MeetingId
  const onError = (error: unknown) => {
    throw error
  }
  const hall = await Hall.open({ meeting, desk, clock, limits: DEFAULT_LIVE_LIMITS, onError }, FACTS)
  const join = (person: PersonId, roles: MeetingRole[]) => {
    const heard: ServerMessage[] = []
    const outlet = { send: (text: string) => void heard.push(JSON.parse(text) as ServerMessage), close: () => undefined }
    const member = new Member({ identity: { sessionId: `s-${person}`, person, name: '', color: 0 }, roles, outlet })
    hall.join(member)
    return { member, heard, of: (type: ServerMessage['type']) => heard.filter((message) => message.type === type) }
  }
  const command = (member: Member, kind: 'start' | 'next') => {
    const what = kind === 'start' ? ({ kind } as const) : ({ kind, unit: 'item' } as const)
    return hall.receive(member, { type: 'command', request: 'r', revision: hall.ledger.shown.state.revision, command: what })
  }
  return { hall, clock, join, command }
}

describe('[L7] places', () => {
  it('go out at once and then every 50 ms, the latest, to the others and to projectors without the anchor', async () => {
    const { hall, clock, join, command } = await setUp()
    const speaker = join(LI, ['principal', 'member'])
    const listener = join(WANG, ['member'])
    const shown: ProjectorMessage[] = []
    const outlet = { send: (text: string) => void shown.push(JSON.parse(text) as ProjectorMessage), close: () => undefined }
    hall.joinScreen(new Screen(outlet))
    await command(speaker.member, 'start')
    await command(speaker.member, 'next')
    clock.advance(1000)
    const heard = listener.of('place').length
    const say = (offset: number) =>
      hall.receive(speaker.member, { type: 'place', material: COLLECTIVE, block: 1, offset, anchor: { tname: 'x' } })
    await say(0)
    clock.advance(0)
    for (const offset of [1, 2, 3]) await say(offset)
    clock.advance(49)
    expect(listener.of('place')).toHaveLength(heard + 1)
    clock.advance(1)
    expect(listener.of('place')).toHaveLength(heard + 2)
    expect(listener.of('place').at(-1)).toEqual({
      type: 'place',
      place: { person: LI, material: COLLECTIVE, block: 1, offset: 3, anchor: { tname: 'x' } },
    })
    expect(speaker.of('place').filter((message) => message.type === 'place' && message.place !== null)).toEqual([])
    expect(shown.at(-1)).toEqual({ type: 'place', place: { block: 1, offset: 3 } })
  })

  it('are forgotten when somebody else speaks', async () => {
    const { hall, clock, join, command } = await setUp()
    const speaker = join(LI, ['principal', 'member'])
    const listener = join(WANG, ['member'])
    await command(speaker.member, 'start')
    await command(speaker.member, 'next')
    await hall.receive(speaker.member, { type: 'place', material: COLLECTIVE, block: 1, offset: 0, anchor: null })
    clock.advance(100)
    const next = { kind: 'goTo', item: 'item-3', turn: WANG } as const
    const { revision } = hall.ledger.shown.state
    await hall.receive(speaker.member, { type: 'command', request: 'r', revision, command: next })
    clock.advance(100)
    expect(listener.of('place').at(-1)).toEqual({ type: 'place', place: null })
    const late = join(SUN, ['recorder'])
    expect(late.heard[0]).toMatchObject({ type: 'welcome', place: null })
  })
})

describe('whereabouts', () => {
  it('are one a person, whichever of their pages speaks, until the last is closed', async () => {
    const { hall, clock, join } = await setUp()
    const watcher = join(LI, ['principal', 'member'])
    const one = join(WANG, ['member'])
    const two = join(WANG, ['member'])
    clock.advance(100)
    await hall.receive(one.member, { type: 'whereabouts', following: false, section: 99, writing: true })
    hall.leave(one.member)
    clock.advance(100)
    expect(watcher.of('here').at(-1)).toEqual({
      type: 'here',
      changed: [{ person: WANG, following: false, section: null, writing: true }],
      gone: [],
    })
    hall.leave(two.member)
    clock.advance(100)
    expect(watcher.of('here').at(-1)).toEqual({ type: 'here', changed: [], gone: [WANG] })
  })
})

describe('[L6] signing in', () => {
  it('counts who has the page open when the meeting begins without gathering', async () => {
    const { hall, join, command } = await setUp()
    const presider = join(LI, ['principal', 'member'])
    join(WANG, ['member'])
    await command(presider.member, 'start')
    expect(hall.ledger.shown.state.countAtStart).toMatchObject({ expected: 3, present: 2, reached: true })
  })
})

import { describe, expect, it } from 'vitest'
import type { MeetingId, PersonId } from '../../shared/ids'
import type { LineInput } from '../../shared/live/record'
import { CHEN, enrolledMeeting, SUN, WANG } from '../../shared/testing/meeting'
import { MeetingSession } from './meeting-session'
import { TestWorld } from './testing/world'

const MEETING = 'meeting-one' as MeetingId

function lineOf(id: string, edition = 1, text = '深入基层少'): LineInput {
  const rest = { kind: 'criticism', mode: 'verbatim', aspect: '', saidAt: 1, item: null, removed: false } as const
  return { id, edition, text, speaker: CHEN, target: WANG, ...rest }
}

function welcome(record: object = { lines: [], replies: [] }, person: PersonId = SUN) {
  const you = { person, roles: ['recorder'] }
  const rest = { people: [], text: null, place: null, here: [], projectors: 0 }
  return { type: 'welcome', meeting: MEETING, title: '会', now: 5_000_000, you, state: enrolledMeeting(), record, ...rest }
}

function open(world = new TestWorld()) {
  const session = new MeetingSession({ meeting: MEETING, person: SUN }, world)
  return { world, session }
}

async function joined() {
  const { world, session } = open()
  await world.settle()
  world.socket.events.opened()
  world.socket.tell(welcome())
  return { world, session }
}

describe('the session of a meeting', () => {
  it('knows the difference between the clocks', async () => {
    const { session } = await joined()
    expect(session.view().model?.clockOffsetMs).toBe(4_000_000)
    expect(session.view().status).toEqual({ kind: 'live' })
  })

  it('names the revision a command was given for and hands back the answer', async () => {
    const { world, session } = await joined()
    const outcome = session.command({ kind: 'start' })
    const said = world.socket.said().at(-1)
    expect(said).toMatchObject({ type: 'command', revision: enrolledMeeting().revision, command: { kind: 'start' } })
    world.socket.tell({ type: 'refused', request: said?.request, why: 'stale', revision: 9 })
    expect(await outcome).toBe('stale')
  })

  it('shows a line at once, keeps it on disk and forgets it when the server has it', async () => {
    const { world, session } = await joined()
    session.writeLine(lineOf('line-one'))
    await world.settle()
    expect(session.view().record.lines).toMatchObject([{ id: 'line-one', writer: SUN }])
    expect([...world.rows.keys()]).toEqual(['line/line-one'])
    world.socket.tell({ type: 'done', request: world.socket.said().at(-1)?.request, revision: 1 })
    await world.settle()
    expect(session.view().unsent).toEqual([])
    expect(world.rows.size).toBe(0)
  })

  it('comes back after a lost network and sends all that was written meanwhile', async () => {
    const { world, session } = await joined()
    world.socket.events.closed(1006)
    expect(session.view().status).toMatchObject({ kind: 'offline' })
    session.writeLine(lineOf('line-one'))
    session.writeLine(lineOf('line-two'))
    session.writeLine(lineOf('line-one', 2, '深入基层调研少'))
    session.tickReply(WANG, true)
    expect(await session.command({ kind: 'pause' })).toBe('offline')
    await world.pass(300)
    world.socket.events.opened()
    world.socket.tell(welcome())
    const lines = world.socket.said().filter(({ type }) => type === 'line')
    expect(lines.map(({ line }) => line)).toMatchObject([
      { id: 'line-one', edition: 2, text: '深入基层调研少' },
      { id: 'line-two', edition: 1 },
    ])
    expect(world.socket.said().some(({ type }) => type === 'reply')).toBe(true)
    expect(session.view().record.lines).toHaveLength(2)
  })

  it('finds on disk what a closed page had not sent', async () => {
    const first = open()
    await first.world.settle()
    first.session.writeLine(lineOf('line-one'))
    await first.world.settle()
    first.session.close()
    const { session, world } = open(first.world)
    await world.settle()
    world.socket.events.opened()
    world.socket.tell(welcome())
    expect(world.socket.said().filter(({ type }) => type === 'line')).toHaveLength(1)
    expect(session.view().record.lines).toHaveLength(1)
  })

  it('keeps what was refused until its writer has seen it', async () => {
    const { world, session } = await joined()
    session.writeLine(lineOf('line-one'))
    await world.settle()
    world.socket.tell({ type: 'refused', request: world.socket.said().at(-1)?.request, why: 'locked', revision: 1 })
    await world.settle()
    const [kept] = session.view().unsent
    expect(kept).toMatchObject({ refused: 'locked' })
    expect(world.rows.size).toBe(1)
    if (kept) session.dismiss(kept)
    await world.settle()
    expect(world.rows.size).toBe(0)
  })

  it('gives up a socket that leaves a request unanswered, and one over a dead network', async () => {
    const { world, session } = await joined()
    session.writeLine(lineOf('line-one'))
    await world.pass(12_000)
    expect(world.sockets.length).toBeGreaterThan(1)
    world.socket.events.opened()
    world.socket.tell(welcome())
    const sockets = world.sockets.length
    world.answers = false
    world.isOnline = false
    world.networkChanged()
    await world.pass(500)
    expect(world.sockets.length).toBeGreaterThan(sockets)
    expect(session.view().status.kind).toBe('offline')
  })

  it('stays away when it was told to', async () => {
    const { world, session } = await joined()
    world.socket.events.closed(4403)
    await world.pass(60_000)
    expect(session.view().status).toEqual({ kind: 'refused', code: 4403 })
    expect(world.sockets).toHaveLength(1)
  })

  it('says where one is once, and again to a new connection', async () => {
    const { world, session } = await joined()
    session.whereabouts({ following: true, section: null, writing: false })
    session.whereabouts({ following: true, section: null, writing: false })
    expect(world.socket.said()).toHaveLength(1)
    world.socket.events.closed(4504)
    await world.pass(300)
    world.socket.events.opened()
    world.socket.tell(welcome())
    expect(world.socket.said()).toMatchObject([{ type: 'whereabouts', following: true }])
  })
})

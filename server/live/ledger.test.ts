/** State and record of a meeting without sockets: order, keeping before telling, and what a failing disk leaves. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MeetingId, PersonId } from '../../shared/ids'
import type { Command } from '../../shared/live/commands'
import type { PresentedText } from '../../shared/live/messages'
import type { LineInput } from '../../shared/live/record'
import { COLLECTIVE, LI, ROSTER, SUN, WANG } from '../../shared/testing/meeting'
import type { DeskPort } from '../ports/desk'
import type { MeetingEvent } from '../ports/live-records'
import { FakeClock } from '../testing/fake-clock'
import { Ledger, type Shown } from './ledger'

const MEETING = 'meeting-0001' as MeetingId
const TEXT: PresentedText = {
  material: COLLECTIVE,
  version: 1,
  hash: 'h',
  blocks: [{ type: 'paragraph', runs: [{ text: '正文' }] }],
}

class Disk {
  readonly events: MeetingEvent[] = []
  readonly presented: string[] = []
  failing = false
  isApproved = true

  get desk(): DeskPort {
    return {
      facts: () => Promise.resolve(null),
      events: () => Promise.resolve(JSON.parse(JSON.stringify(this.events)) as MeetingEvent[]),
      keep: (_, events) => {
        if (this.failing) return Promise.reject(new Error('disk full'))
        this.events.push(...events)
        return Promise.resolve()
      },
      approved: () => Promise.resolve(this.isApproved ? TEXT : null),
      version: () => Promise.resolve(TEXT),
      note: () => Promise.reject(new Error('no log today')),
      presented: (material) => {
        this.presented.push(material)
        return Promise.resolve()
      },
      meetingOf: () => Promise.resolve(null),
    }
  }
}

async function open(disk = new Disk()) {
  const told: Shown[] = []
  const errors: string[] = []
  const clock = new FakeClock()
  const onChanged = (_: Shown, after: Shown) => void told.push(after)
  const options = {
    meeting: MEETING,
    desk: disk.desk,
    clock,
    onChanged,
    onError: (_: unknown, doing: string) => void errors.push(doing),
  }
  return { disk, told, errors, clock, ledger: await Ledger.open(options, ROSTER) }
}

const line: LineInput = {
  id: 'line-0001',
  edition: 1,
  kind: 'criticism',
  speaker: WANG,
  target: LI,
  mode: 'gist',
  aspect: '',
  text: '一条',
  saidAt: 1,
  item: null,
  removed: false,
}

describe('[L4] order', () => {
  it('moves once, whoever presses how often at once', async () => {
    const { ledger, told } = await open()
    await ledger.act(LI, { kind: 'start' }, ledger.shown.state.revision)
    const { revision } = ledger.shown.state
    const next: Command = { kind: 'next', unit: 'item' }
    const results = await Promise.all([LI, WANG, LI].map((person) => ledger.act(person, next, revision)))
    expect(results.map((result) => (result.ok ? 'done' : result.error))).toEqual(['done', 'stale', 'stale'])
    expect(told.at(-1)?.state.position?.item).toBe('item-2')
  })

  it('lets people sign in between a look and a press', async () => {
    const { ledger } = await open()
    const { revision } = ledger.shown.state
    const attend: Command = { kind: 'attend', person: WANG, status: 'present', reason: '' }
    const results = await Promise.all([ledger.act(WANG, attend, 0), ledger.act(LI, { kind: 'start' }, revision)])
    expect(results.every(({ ok }) => ok)).toBe(true)
    expect(ledger.shown.state.countAtStart?.present).toBe(1)
  })
})

describe('[L3] kept before it is told', () => {
  it('has not happened where it cannot be kept', async () => {
    const { ledger, disk, told, errors } = await open()
    const before = ledger.shown
    const tellings = told.length
    disk.failing = true
    const { revision } = before.state
    expect(await ledger.act(LI, { kind: 'start' }, revision)).toEqual({ ok: false, error: 'unavailable' })
    expect(await ledger.write(SUN, { kind: 'line', line })).toEqual({ ok: false, error: 'unavailable' })
    expect([ledger.shown, told.length]).toEqual([before, tellings])
    expect(errors).toHaveLength(2)
    disk.failing = false
    expect((await ledger.act(LI, { kind: 'start' }, revision)).ok).toBe(true)
    expect((await ledger.write(SUN, { kind: 'line', line })).ok).toBe(true)
  })

  it('keeps nothing that says nothing new', async () => {
    const { ledger, disk } = await open()
    await ledger.write(SUN, { kind: 'line', line })
    const { length } = disk.events
    await ledger.write(SUN, { kind: 'line', line })
    await ledger.enrol(ROSTER)
    await ledger.act(LI, { kind: 'attend', person: LI, status: 'awaited', reason: '' }, 0)
    expect(disk.events).toHaveLength(length)
  })

  it('is the same after a restart, whatever was done', async () => {
    const person = fc.constantFrom<PersonId>(LI, WANG, SUN)
    const command = fc.oneof(
      fc.constantFrom<Command>(
        { kind: 'gather' },
        { kind: 'start' },
        { kind: 'next', unit: 'item' },
        { kind: 'back', unit: 'turn' },
        { kind: 'pause' },
        { kind: 'resume' },
        { kind: 'withdraw' },
        { kind: 'present', material: COLLECTIVE },
        { kind: 'end' },
      ),
      fc.record({
        kind: fc.constant('attend' as const),
        person,
        status: fc.constant('present' as const),
        reason: fc.constant(''),
      }),
      fc.record({ kind: fc.constant('consent' as const), given: fc.boolean() }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(person, command, fc.nat(5000)), { maxLength: 25 }), async (steps) => {
        const { ledger, disk, clock } = await open()
        for (const [actor, what, ms] of steps) {
          clock.advance(ms)
          await ledger.act(actor, what, ledger.shown.state.revision)
          await ledger.write(actor, { kind: 'line', line: { ...line, edition: ms + 1 } })
        }
        expect((await open(disk)).ledger.shown).toEqual(ledger.shown)
      }),
      { numRuns: 60 },
    )
  })
})

describe('[L8] presenting', () => {
  it('comes with the turn, in one act with it, and is passed on to the material', async () => {
    const { ledger, disk } = await open()
    await ledger.act(LI, { kind: 'start' }, ledger.shown.state.revision)
    await ledger.act(LI, { kind: 'next', unit: 'item' }, ledger.shown.state.revision)
    expect(ledger.shown.state.presented).toMatchObject({ material: COLLECTIVE, version: 1, hash: 'h' })
    expect(ledger.shown.text).toEqual(TEXT)
    expect(disk.presented).toEqual([COLLECTIVE])
  })

  it('goes on without a text that is not approved', async () => {
    const { ledger, disk } = await open()
    disk.isApproved = false
    await ledger.act(LI, { kind: 'start' }, ledger.shown.state.revision)
    expect((await ledger.act(LI, { kind: 'next', unit: 'item' }, ledger.shown.state.revision)).ok).toBe(true)
    expect([ledger.shown.state.position?.item, ledger.shown.text]).toEqual(['item-2', null])
  })
})

import { describe, expect, it } from 'vitest'
import { CHEN, LI, SUN, WANG, ZHOU } from '../testing/meeting'
import type { PersonId } from '../ids'
import type { MeetingRole } from '../access/roles'
import type { RecordStage } from './meeting-state'
import { EMPTY_RECORD, type LineInput, type RecordEntry, type RecordState, writeRecord } from './record'
import { recordFor } from './record-sight'

const line = (id: string, change: Partial<LineInput> = {}): LineInput => ({
  id,
  edition: 1,
  kind: 'criticism',
  speaker: CHEN,
  target: WANG,
  mode: 'gist',
  aspect: '',
  text: `批评 ${id}`,
  saidAt: 100,
  item: null,
  removed: false,
  ...change,
})
const put = (input: LineInput): RecordEntry => ({ kind: 'line', line: input })

function written(entries: readonly RecordEntry[], from = EMPTY_RECORD, actor = SUN, stage: RecordStage = 'open'): RecordState {
  return entries.reduce((record, entry) => {
    const next = writeRecord(record, { at: 1000, actor, entry }, stage)
    if (!next.ok) throw new Error(next.error)
    return next.value
  }, from)
}

describe('[L9] lines merge by themselves', () => {
  it('the same twice is one, the higher edition wins, in any order', () => {
    const edits = [
      put(line('a')),
      put(line('b')),
      put(line('a', { edition: 3, removed: true })),
      put(line('a', { edition: 2, text: '改' })),
    ]
    const once = written(edits)
    expect(written(edits, once)).toBe(once)
    const byId = (record: RecordState) => [...record.lines].sort((x, y) => x.id.localeCompare(y.id))
    expect(byId(written([...edits].reverse()))).toEqual(byId(once))
    expect(once.lines.map(({ id, removed }) => [id, removed])).toEqual([
      ['a', true],
      ['b', false],
    ])
  })

  it('nothing was said in the future', () => {
    expect(written([put(line('a', { saidAt: 5000 }))]).lines[0]?.saidAt).toBe(1000)
  })

  it('is refused once locked, whoever writes', () => {
    expect(writeRecord(EMPTY_RECORD, { at: 1, actor: SUN, entry: put(line('a')) }, 'locked')).toEqual({
      ok: false,
      error: 'locked',
    })
  })
})

describe('confirming', () => {
  const record = written([put(line('a'))])
  const verdict: RecordEntry = { kind: 'verdict', line: 'a', verdict: 'objected', note: '不是这么说的' }

  it('is for the critic alone and for its time', () => {
    expect(writeRecord(record, { at: 1, actor: CHEN, entry: verdict }, 'open').ok).toBe(false)
    expect(writeRecord(record, { at: 1, actor: WANG, entry: verdict }, 'confirmation').ok).toBe(false)
    const objected = written([verdict], record, CHEN, 'confirmation')
    expect(objected.lines[0]).toMatchObject({ verdict: 'objected', note: '不是这么说的' })
    const mended = written([put(line('a', { edition: 2, text: '改过' }))], objected, SUN, 'confirmation')
    expect(mended.lines[0]).toMatchObject({ verdict: 'none', note: '', text: '改过' })
  })
})

describe('[L10] who sees a line', () => {
  const objection: RecordEntry = { kind: 'verdict', line: 'about-wang', verdict: 'objected', note: '备注' }
  const lines = [line('about-wang'), line('about-li', { target: LI, speaker: WANG }), line('gone', { removed: true })]
  const record = written(
    [objection],
    written([...lines.map(put), { kind: 'reply', person: WANG, given: true }]),
    CHEN,
    'confirmation',
  )
  const sees = (person: PersonId, roles: MeetingRole[], stage: RecordStage) =>
    recordFor(record, { person, roles }, stage).lines.map(({ id, note }) => id + note)

  it.each<[string, PersonId, MeetingRole[], string[], string[]]>([
    ['recorder', SUN, ['recorder'], ['about-wang备注', 'about-li', 'gone'], ['about-wang备注', 'about-li', 'gone']],
    ['principal', LI, ['principal', 'member'], ['about-wang备注', 'about-li', 'gone'], ['about-wang备注', 'about-li', 'gone']],
    ['critic of one, target of none', CHEN, ['member'], [], ['about-wang备注']],
    ['critic and target', WANG, ['member'], [], ['about-wang', 'about-li']],
    ['office', 'person-office' as PersonId, ['office'], [], []],
    ['supervisor', ZHOU, ['supervisor'], [], []],
    ['observer', 'person-observer' as PersonId, ['observer'], [], []],
  ])('%s', (_, person, roles, whileOpen, later) => {
    expect(sees(person, roles, 'open')).toEqual(whileOpen)
    expect(sees(person, roles, 'confirmation')).toEqual(later)
    expect(sees(person, roles, 'locked')).toEqual(later)
  })

  it('whether somebody replied is for them, their critics and those who keep the record', () => {
    const replies = (person: PersonId, roles: MeetingRole[], stage: RecordStage) =>
      recordFor(record, { person, roles }, stage).replies.length
    expect([replies(CHEN, ['member'], 'open'), replies(CHEN, ['member'], 'locked')]).toEqual([0, 1])
    expect([replies(WANG, ['member'], 'open'), replies(WANG, ['member'], 'locked')]).toEqual([0, 1])
    expect([replies(SUN, ['recorder'], 'open'), replies(ZHOU, ['supervisor'], 'locked')]).toEqual([1, 0])
  })
})

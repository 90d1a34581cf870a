/**
 * [L8] [L11] Every byte a projector and an observer get during a meeting full of drafts, suggestions, comments, carets and criticism: the approved
 * text is in them and nothing else. The observer also knocks at every other door; that the secrets exist is proven by those who may have them.
 */
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { rootOf } from '../../shared/schema/ydoc'
import { textBlocksIn, textOfBlock } from '../../shared/suggestions/block-edits'
import { SuggestingHands } from '../../shared/suggestions/testing/hands'
import { CLOSE } from '../../shared/wire/close-codes'
import { DocPage } from '../testing/doc-page'
import { LiveHouse } from '../testing/live-house'
import { LivePage, ProjectorPage } from '../testing/live-page'

const APPROVED = '定稿里的句子申'
const SECRETS = {
  suggestion: '建议加上的字子',
  comment: '批注里的话丑',
  draft: '草稿里的话寅',
  deleted: '删掉的旧话卯',
  caret: 'caret-place-chen',
  prepared: '备好的批评巳',
  spoken: '记下的批评午',
  statement: '发言记录未',
  reason: '请假的缘由酉',
}

let live: LiveHouse
const documents: DocPage[] = []

beforeAll(async () => {
  live = await LiveHouse.start()
}, 60_000)

afterAll(async () => {
  for (const page of documents) page.close()
  await live.remove()
})

async function open(role: 'office' | 'critic' | 'target' | 'principal' | 'observer', material: string): Promise<DocPage> {
  const page = new DocPage(live.browsers[role], material)
  documents.push(page)
  await vi.waitFor(() => expect(page.synced || page.closedWith !== null).toBe(true), { timeout: 10_000 })
  return page
}

const lastBlock = (page: DocPage) => {
  const blocks = textBlocksIn(rootOf(page.doc))
  const block = blocks.at(-1)
  if (block === undefined) throw new Error('The document is empty')
  return { block, index: blocks.length - 1 }
}
const secretsIn = (bytes: string) => Object.entries(SECRETS).flatMap(([kind, text]) => (bytes.includes(text) ? [kind] : []))

it('finds none of what is not theirs', async () => {
  const { collective, target } = live.materials
  const { browsers, people, meeting } = live
  await live.write('office', collective, `班子对照检查材料\n前言一段。\n一、存在的主要问题\n${APPROVED}，往下说。`)
  await live.write('target', target, `个人对照检查材料\n一、存在的主要问题\n${SECRETS.draft}。`)

  // Written and deleted again, proposed, commented: all of it in the document and its log when it is approved.
  const writer = await open('office', collective)
  const { block, index } = lastBlock(writer)
  textOfBlock(block).insert(0, SECRETS.deleted)
  textOfBlock(block).delete(0, SECRETS.deleted.length)
  const proposing = await open('critic', collective)
  const hands = new SuggestingHands(proposing.doc, people.critic)
  const id = hands.newId()
  proposing.doc.transact(() => hands.insert(hands.block(index), 2, SECRETS.suggestion, null, id))
  await vi.waitFor(() => expect(rootOf(writer.doc).toString()).toContain(SECRETS.suggestion), { timeout: 10_000 })
  await browsers.office.ok('POST', `/materials/${collective}/comments`, {
    on: { suggestion: id },
    text: SECRETS.comment,
    mentions: [],
  })
  await live.approve(collective)

  const code = (await browsers.office.ok<{ code: string }>('POST', `/meetings/${meeting}/projector-code`)).body.code
  const screen = await ProjectorPage.show(live.house.browser(), code)
  const observer = await live.join('observer')
  const principal = await live.join('principal')
  const recorder = await live.join('recorder')
  const speaker = principal
  const owner = await live.join('target')

  for (const kind of ['gather', 'start'] as const) expect(await principal.command({ kind })).toBe('done')
  expect(await recorder.command({ kind: 'attend', person: people.critic, status: 'absent', reason: SECRETS.reason })).toBe('done')
  expect(await principal.command({ kind: 'next', unit: 'item' })).toBe('done')
  await screen.until(() => JSON.stringify(screen.last('text')).includes(APPROVED))
  await observer.until(() => observer.of('text').some(({ text }) => text?.material === collective))

  // While it is shown: carets in the document, a draft that grows, prepared and spoken criticism, replies, whereabouts.
  const reader = await open('principal', collective)
  reader.appear({ section: SECRETS.caret, activity: 'viewing' })
  const drafting = await open('target', target)
  textOfBlock(lastBlock(drafting).block).insert(0, SECRETS.draft)
  const prepared = { target: people.target, text: SECRETS.prepared }
  await browsers.critic.ok('PUT', `/meetings/${meeting}/prepared-criticism/prepared-1`, prepared)
  await browsers.critic.ok('POST', `/meetings/${meeting}/prepared-criticism/prepared-1/spoken`)
  expect(await recorder.line(live.line('a', { text: SECRETS.spoken, aspect: SECRETS.spoken }))).toBe('done')
  expect(await recorder.line(live.line('b', { kind: 'statement', target: null, text: SECRETS.statement }))).toBe('done')
  expect(await recorder.reply(people.target, true)).toBe('done')
  owner.say({ type: 'whereabouts', following: false, section: 1, writing: true })
  const anchor = { anchor: SECRETS.caret }
  speaker.say({ type: 'place', material: collective, block: 3, offset: 2, anchor: null })
  await screen.until(() => screen.last('place')?.place?.block === 3)
  expect(screen.last('place')?.place).toEqual({ block: 3, offset: 2 })
  speaker.say({ type: 'place', material: collective, block: 3, offset: 4, anchor })
  await screen.until(() => screen.last('place')?.place?.offset === 4)
  expect(await principal.command({ kind: 'next', unit: 'item' })).toBe('done')
  expect(await principal.command({ kind: 'end' })).toBe('done')
  expect(await principal.command({ kind: 'setRecord', stage: 'confirmation' })).toBe('done')
  expect(await principal.command({ kind: 'setRecord', stage: 'locked' })).toBe('done')
  await screen.until(() => screen.last('view')?.view.phase === 'ended')
  await observer.until(() => observer.state?.record === 'locked')

  const again = await LivePage.join(browsers.observer, meeting)
  const doors = [
    ...['', '/prepared-criticism', '/record', '/minutes', '/projector-code'].map((rest) => `/meetings/${meeting}${rest}`),
    ...[collective, target].flatMap((material) =>
      ['', '/comments', '/decisions', '/versions'].map((rest) => `/materials/${material}${rest}`),
    ),
  ]
  const answers = await Promise.all(doors.map(async (path) => JSON.stringify((await browsers.observer.send('GET', path)).body)))
  const shut = await Promise.all([collective, target].map((material) => open('observer', material)))
  expect(shut.map(({ closedWith, chunks }) => [closedWith, chunks.length])).toEqual(Array(2).fill([CLOSE.notAllowed, 0]))

  // The observer knows whom the room follows; a projector does not need to know even that.
  const overheard = [observer.bytes, again.bytes].join('\n').replaceAll(JSON.stringify(anchor), '')
  expect(secretsIn([overheard, ...answers].join('\n'))).toEqual([])
  expect(secretsIn(screen.bytes)).toEqual([])
  for (const bytes of [observer.bytes, screen.bytes]) expect(bytes).toContain(APPROVED)

  const given = [principal, recorder].map(({ bytes }) => bytes)
  const documentsOf = documents.map(({ bytes }) => bytes)
  const comments = JSON.stringify((await browsers.office.send('GET', `/materials/${collective}/comments`)).body)
  expect(secretsIn([...given, ...documentsOf, comments].join('\n'))).toEqual(Object.keys(SECRETS))
  expect(new Set(screen.received.map(({ type }) => type))).toEqual(new Set(['view', 'text', 'place']))
  expect(fieldsOf(screen.received)).toEqual(PROJECTOR_FIELDS)
}, 60_000)

/** Every field name a projector ever got: a new one must be thought about here first. */
const PROJECTOR_FIELDS = [
  'agenda',
  'attendance',
  'block',
  'blocks',
  'color',
  'expected',
  'hash',
  'heads',
  'initial',
  'item',
  'kind',
  'level',
  'minutes',
  'name',
  'now',
  'offset',
  'phase',
  'place',
  'present',
  'progress',
  'reached',
  'runningSince',
  'runs',
  'speaker',
  'spentMs',
  'step',
  'text',
  'timer',
  'title',
  'turn',
  'turns',
  'type',
  'view',
]

function fieldsOf(value: unknown): string[] {
  const names = new Set<string>()
  const walk = (one: unknown): void => {
    if (Array.isArray(one)) return one.forEach(walk)
    if (typeof one !== 'object' || one === null) return
    for (const [name, inner] of Object.entries(one)) {
      names.add(name)
      walk(inner)
    }
  }
  walk(value)
  return [...names].sort()
}

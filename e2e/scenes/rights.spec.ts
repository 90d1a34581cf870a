/**
 * Role × state × message kind through the real server, against a table written by hand from the product's description (not
 * derived from the code that decides).
 */
import { expect, test } from '@playwright/test'
import * as Y from 'yjs'
import { MESSAGE, syncStep1Frame, syncStep2Frame, SYNC, updateFrame } from '../../shared/wire/frames'
import { App, type Sample } from '../fixtures/app'
import { HttpPerson } from '../fixtures/http'
import { RawSocket } from '../fixtures/raw-socket'

type Who = 'owner' | 'principal' | 'member' | 'office' | 'supervisor' | 'recorder' | 'observer' | 'nobody'
type Right = 'edit' | 'suggest' | 'read' | 'none'
type Row = Record<Who, Right>

const NONE: Row = {
  owner: 'none',
  principal: 'none',
  member: 'none',
  office: 'none',
  supervisor: 'none',
  recorder: 'none',
  observer: 'none',
  nobody: 'none',
}

/** Step by step: the act that leads there, and who may do what then. The owner of the collective text is just another member. */
const COLLECTIVE: { state: string; act: ((world: World) => Promise<unknown>) | null; row: Row }[] = [
  { state: 'draft', act: null, row: { ...NONE, owner: 'edit', principal: 'edit', member: 'edit', office: 'edit' } },
  {
    state: 'submitted',
    act: (world) => world.transition('collective', 'office', 'submit'),
    row: { ...NONE, owner: 'suggest', principal: 'edit', member: 'suggest', office: 'edit', supervisor: 'suggest' },
  },
  {
    state: 'returned',
    act: (world) => world.transition('collective', 'principal', 'return', '问题部分要有事例。'),
    row: { ...NONE, owner: 'edit', principal: 'edit', member: 'edit', office: 'edit', supervisor: 'suggest' },
  },
  {
    state: 'approved',
    act: async (world) => {
      await world.transition('collective', 'office', 'submit')
      await world.transition('collective', 'principal', 'approve')
    },
    row: { ...NONE, owner: 'read', principal: 'read', member: 'read', office: 'read', supervisor: 'read' },
  },
]

const INDIVIDUAL: typeof COLLECTIVE = [
  { state: 'draft', act: null, row: { ...NONE, owner: 'edit' } },
  {
    state: 'draft, opened to a colleague',
    act: (world) => world.openTo('member'),
    row: { ...NONE, owner: 'edit', member: 'suggest' },
  },
  {
    state: 'submitted',
    act: (world) => world.transition('individual', 'owner', 'submit'),
    row: { ...NONE, owner: 'read', principal: 'suggest', office: 'suggest', supervisor: 'suggest' },
  },
  {
    state: 'returned',
    act: (world) => world.transition('individual', 'principal', 'return', '请补充具体事例。'),
    row: { ...NONE, owner: 'edit', principal: 'suggest', office: 'suggest', supervisor: 'suggest' },
  },
  {
    state: 'approved',
    act: async (world) => {
      await world.transition('individual', 'owner', 'submit')
      await world.transition('individual', 'principal', 'approve')
    },
    row: { ...NONE, owner: 'read', principal: 'read', office: 'read', supervisor: 'read' },
  },
]

class World {
  readonly app: App
  readonly people = new Map<Who, HttpPerson>()
  readonly ids = new Map<Who, string>()
  readonly materials = { collective: '', individual: '' }
  #marker = 0

  constructor(app: App) {
    this.app = app
  }

  async fill(sample: Sample): Promise<void> {
    const has = (role: string) => (person: Sample['people'][number]) => person.roles.includes(role)
    const plain = sample.people.filter((person) => person.roles.join() === 'member')
    const individual = sample.materials.find(
      ({ kind, state, owner }) => kind === 'individual' && state === 'draft' && plain.some(({ username }) => username === owner),
    )
    const owner = plain.find((person) => person.username === individual?.owner)
    const chosen: Partial<Record<Who, Sample['people'][number] | undefined>> = {
      owner,
      principal: sample.people.find(has('principal')),
      member: plain.find((person) => person !== owner),
      office: sample.people.find(has('office')),
      supervisor: sample.people.find(has('supervisor')),
      recorder: sample.people.find((person) => person.roles.join() === 'recorder'),
      observer: sample.people.find(has('observer')),
    }
    for (const [who, person] of Object.entries(chosen)) {
      if (person === undefined) throw new Error(`the sample has no ${who}`)
      const signedIn = await HttpPerson.signIn(this.app, person)
      this.people.set(who as Who, signedIn)
      const { body } = await signedIn.ask('GET', '/session')
      this.ids.set(who as Who, (body as { person: string }).person)
    }
    this.materials.individual = individual?.id ?? ''
    this.materials.collective = sample.materials.find((material) => material.kind === 'collective')?.id ?? ''
  }

  async transition(kind: 'collective' | 'individual', who: Who, transition: string, reason?: string): Promise<void> {
    const reply = await this.people
      .get(who)
      ?.ask('POST', `/materials/${this.materials[kind]}/transitions`, { transition, reason })
    expect(reply?.status, `${who} may ${transition}: ${JSON.stringify(reply?.body)}`).toBe(200)
  }

  async openTo(who: Who): Promise<void> {
    const people = [this.ids.get(who)]
    const reply = await this.people.get('owner')?.ask('PUT', `/materials/${this.materials.individual}/opened-to`, { people })
    expect(reply?.status).toBe(200)
  }

  async join(who: Who, material: string): Promise<RawSocket> {
    const cookie = this.people.get(who)?.cookie
    const socket = new RawSocket(this.app, material, cookie === undefined ? {} : { cookie })
    await expect.poll(() => socket.isOver || socket.frames.length > 0, { intervals: [10] }).toBe(true)
    return socket
  }

  nextMarker(): string {
    this.#marker += 1
    return `记号${this.#marker}。`
  }
}

function paragraph(text: string): Uint8Array {
  const doc = new Y.Doc()
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment('default').insert(0, [element])
  return Y.encodeStateAsUpdate(doc)
}

const kinds = (socket: RawSocket) => socket.frames.map((frame) => frame.kind)
const syncSteps = (socket: RawSocket) => socket.frames.filter(({ kind }) => kind === MESSAGE.sync).map(({ bytes }) => bytes[1])

async function closedWith(socket: RawSocket, code: number, why: string): Promise<void> {
  await expect.poll(() => socket.closeCode, { message: why, intervals: [10] }).toBe(code)
}

/** Walks all message kinds for one person on one material. @returns markers that must now be in the text, and those that must not. */
async function walk(world: World, who: Who, material: string, right: Right): Promise<{ kept: string[]; refused: string[] }> {
  const why = `${who} has ${right}`
  const first = await world.join(who, material)
  if (right === 'none') {
    await closedWith(first, who === 'nobody' ? 4401 : 4403, why)
    expect(kinds(first), `${why}: nothing is sent before the refusal`).toEqual([])
    return { kept: [], refused: [] }
  }
  expect(kinds(first)[0], why).toBe(MESSAGE.access)
  expect(new TextDecoder().decode(first.frames[0]?.bytes.slice(2)), why).toBe(right)

  first.send(syncStep1Frame(new Uint8Array([0])))
  await expect.poll(() => syncSteps(first), { message: `${why}: reads`, intervals: [10] }).toContain(SYNC.step2)
  const before = kinds(first).filter((kind) => kind === MESSAGE.awareness).length
  first.send(new Uint8Array([MESSAGE.queryAwareness]))
  await expect
    .poll(() => kinds(first).filter((kind) => kind === MESSAGE.awareness).length, {
      message: `${why}: asks who is here`,
      intervals: [10],
    })
    .toBeGreaterThan(before)

  const outcome = { kept: [] as string[], refused: [] as string[] }
  for (const frame of [updateFrame, syncStep2Frame]) {
    const socket = await world.join(who, material)
    const marker = world.nextMarker()
    socket.send(frame(paragraph(marker)))
    if (right === 'edit') {
      await expect.poll(() => kinds(socket), { message: `${why}: writes`, intervals: [10] }).toContain(MESSAGE.ack)
      outcome.kept.push(marker)
    } else {
      await closedWith(socket, 4409, `${why}: may not write`)
      expect(kinds(socket)).not.toContain(MESSAGE.ack)
      outcome.refused.push(marker)
    }
    socket.terminate()
  }
  const rude = await world.join(who, material)
  rude.send(new Uint8Array([77, 1, 2, 3]))
  await closedWith(rude, 4422, `${why}: unknown kind`)
  first.terminate()
  return outcome
}

async function textAsReadBy(world: World, who: Who, material: string): Promise<string> {
  const reply = await world.join(who, material)
  reply.send(syncStep1Frame(new Uint8Array([0])))
  await expect.poll(() => syncSteps(reply), { intervals: [10] }).toContain(SYNC.step2)
  const all = Buffer.concat(
    reply.frames.filter(({ kind }) => kind === MESSAGE.sync).map(({ bytes }) => Buffer.from(bytes)),
  ).toString()
  reply.terminate()
  return all
}

test('role × state × message kind', async () => {
  const app = new App()
  try {
    const world = new World(app)
    const sample = await app.sample()
    await app.start()
    await world.fill(sample)
    for (const kind of ['collective', 'individual'] as const) {
      const material = world.materials[kind]
      for (const { state, act, row } of kind === 'collective' ? COLLECTIVE : INDIVIDUAL) {
        await test.step(`${kind}, ${state}`, async () => {
          await act?.(world)
          const kept: string[] = []
          const refused: string[] = []
          for (const [who, right] of Object.entries(row) as [Who, Right][]) {
            const outcome = await walk(world, who, material, right)
            kept.push(...outcome.kept)
            refused.push(...outcome.refused)
          }
          const text = await textAsReadBy(world, 'owner', material)
          for (const marker of kept) expect(text, `${marker} was acknowledged`).toContain(marker)
          for (const marker of refused) expect(text, `${marker} was refused`).not.toContain(marker)
        })
      }
    }
  } finally {
    await app.dispose()
  }
})

test('rights that change under an open socket hold from that moment', async () => {
  const app = new App()
  try {
    const world = new World(app)
    const sample = await app.sample()
    await app.start()
    await world.fill(sample)
    const member = await world.join('member', world.materials.collective)
    const owner = await world.join('owner', world.materials.individual)
    await world.transition('collective', 'office', 'submit')
    await closedWith(member, 4503, 'may come back as one who may suggest')
    const back = await world.join('member', world.materials.collective)
    expect(new TextDecoder().decode(back.frames[0]?.bytes.slice(2))).toBe('suggest')

    await world.openTo('member')
    const colleague = await world.join('member', world.materials.individual)
    expect(colleague.closeCode).toBeNull()
    await world.people.get('owner')?.ask('PUT', `/materials/${world.materials.individual}/opened-to`, { people: [] })
    await closedWith(colleague, 4403, 'the owner closed the draft again')

    await world.people.get('owner')?.ask('DELETE', '/session')
    await closedWith(owner, 4401, 'signed out')
  } finally {
    await app.dispose()
  }
})

test('[W10] a foreign origin, a foreign session, another version and noise are refused', async () => {
  const app = new App()
  try {
    const world = new World(app)
    const sample = await app.sample()
    await app.start()
    await world.fill(sample)
    const cookie = world.people.get('owner')?.cookie ?? ''
    const material = world.materials.collective
    const over = async (socket: RawSocket) => {
      await expect.poll(() => socket.isOver, { intervals: [10] }).toBe(true)
      return socket.refusedWith ?? socket.closeCode
    }
    expect(await over(new RawSocket(app, material, { cookie, origin: 'http://evil.example' }))).toBe(403)
    expect(await over(new RawSocket(app, material, { cookie: 'session=forged' }))).toBe(4401)
    expect(await over(new RawSocket(app, material, { cookie, version: '999' }))).toBe(4406)
    expect(await over(new RawSocket(app, 'no-such-material', { cookie }))).toBe(4404)
    expect(await over(new RawSocket(app, '..%2f..%2fetc', { cookie }))).toBe(404)

    for (const noise of [new Uint8Array([]), new Uint8Array([0]), new Uint8Array([0, 2, 200, 1]), new Uint8Array([1, 5, 9, 9])]) {
      const socket = new RawSocket(app, material, { cookie })
      await expect.poll(() => socket.frames.length > 0, { intervals: [10] }).toBe(true)
      socket.send(noise)
      expect(await over(socket)).toBe(4422)
    }
    const wordy = new RawSocket(app, material, { cookie })
    await expect.poll(() => wordy.frames.length > 0, { intervals: [10] }).toBe(true)
    wordy.sendText('hello')
    expect(await over(wordy)).toBe(4422)
    const huge = new RawSocket(app, material, { cookie })
    await expect.poll(() => huge.frames.length > 0, { intervals: [10] }).toBe(true)
    huge.send(new Uint8Array(5 * 1024 * 1024))
    expect(await over(huge)).toBe(1009)

    // A program that is no browser sends no Origin; the cookie is what counts then.
    const bystander = new RawSocket(app, material, { cookie, origin: null })
    await expect.poll(() => bystander.frames.length > 0, { intervals: [10] }).toBe(true)
    expect(bystander.closeCode).toBeNull()
    bystander.terminate()
  } finally {
    await app.dispose()
  }
})

/** Two people on one text, each in a browser context of their own, with a network that the test can stop and inspect. */
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import * as Y from 'yjs'
import type { Deed, WireMessage } from '../../client/editor/testing/harness/harness'
import type { Block } from '../../shared/schema/blocks'

export interface Person {
  page: Page
  cdp: CDPSession
  context: BrowserContext
  /** Every piece of text that left this page, in the order it left. */
  said: string[]
}

export async function openPerson(browser: Browser): Promise<Person> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const person: Person = { page, context, cdp: await context.newCDPSession(page), said: [] }
  return person
}

/** Both open the same text; what one sends reaches the other. */
export async function openText(url: string, [one, other]: readonly [Person, Person], blocks: readonly Block[]): Promise<void> {
  await Promise.all([load(one, url), load(other, url)])
  await one.page.evaluate((initial) => {
    window.harness.open(null, initial, { id: 'one' as never, name: '王芳', color: 1 })
  }, blocks)
  await ready(one)
  const state = await one.page.evaluate(() => window.harness.state())
  await other.page.evaluate((bytes) => {
    window.harness.open(bytes, null, { id: 'other' as never, name: '李明', color: 0 })
  }, state)
  await ready(other)
}

export async function connect(one: Person, other: Person): Promise<void> {
  await one.page.exposeFunction('sendToRelay', (message: WireMessage) => relay(one, other, message))
  await other.page.exposeFunction('sendToRelay', (message: WireMessage) => relay(other, one, message))
}

/** Every update, in the order a server would have seen them. */
export const passed: { from: Person; bytes: Uint8Array }[] = []

const travelling = new Set<Promise<void>>()

/** Stopped, messages wait in order until it flows again. */
export const network = {
  waiting: null as (() => void)[] | null,
  stop(): void {
    network.waiting = []
  },
  async flow(): Promise<void> {
    const { waiting } = network
    network.waiting = null
    for (const send of waiting ?? []) send()
    await Promise.all(travelling)
  },
}

function relay(from: Person, to: Person, message: WireMessage): void {
  if (network.waiting !== null) {
    network.waiting.push(() => relay(from, to, message))
    return
  }
  const travel: Promise<void> = deliver(from, to, message).finally(() => travelling.delete(travel))
  travelling.add(travel)
}

async function deliver(from: Person, to: Person, message: WireMessage): Promise<void> {
  if (message.kind === 'update') {
    const bytes = new Uint8Array(message.bytes)
    passed.push({ from, bytes })
    from.said.push(...wordsIn(bytes))
  }
  await to.page.evaluate((arriving) => window.harness.receive([arriving]), message)
}

/** All text an update carries, also what its writer has deleted again. */
function wordsIn(update: Uint8Array): string[] {
  return Y.decodeUpdate(update).structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : [],
  )
}

async function load(person: Person, url: string): Promise<void> {
  person.said = []
  passed.splice(0)
  await person.page.goto(url)
  await person.page.waitForSelector('body[data-loaded]', { state: 'attached' })
}

async function ready(person: Person): Promise<void> {
  await person.page.waitForSelector('body[data-ready]', { state: 'attached' })
}

/** Done when the other has received it. */
export async function act(person: Person, deed: Deed): Promise<void> {
  await person.page.evaluate((what) => window.harness.act(what), deed)
  await Promise.all(travelling)
}

/** Types letters into the input method, one after the other. */
export async function compose(person: Person, letters: readonly string[]): Promise<void> {
  for (const text of letters) {
    await person.cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
}

export async function commit(person: Person, text: string): Promise<void> {
  await person.cdp.send('Input.insertText', { text })
}

export async function cancel(person: Person): Promise<void> {
  await person.cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
}

/** Nothing is held any more: the composition has gone out and what the other did is in. */
export async function settled(person: Person): Promise<void> {
  await person.page.waitForFunction(() => !window.harness.isHeld())
}

export async function textsOf(person: Person): Promise<string[]> {
  const blocks = await person.page.evaluate(() => window.harness.blocks())
  return blocks.map((block) => ('runs' in block ? block.runs.map(({ text }) => text).join('') : ''))
}

/** What stands in the editor on the screen, which must be what the shared document holds. */
export async function shownTexts(person: Person): Promise<string[]> {
  return person.page.evaluate(() => Array.from(document.querySelectorAll('.document > *'), (block) => block.textContent ?? ''))
}

/**
 * Every operation as a proposal, by real keys in real pages: alone, while an editor writes in the same paragraph, while a second
 * suggester does. Taken, the text reads as if an editor had pressed the same keys; refused, as if nobody had; both pages are
 * equal; and what a suggester sent is nothing but proposals by the server's rule.
 */
import { expect, test } from '@playwright/test'
import * as Y from 'yjs'
import type { Block } from '../../shared/schema/blocks'
import { type Verdict, verdict } from '../../shared/suggestions/verdict'
import { type ServedHarness, serveHarness } from '../harness/serve'
import { OTHER, type Scene, SCENES, TEXT } from '../harness/suggesting-scenes'
import { connect, network, openPerson, openText, passed, type Person, settled } from '../harness/two-pages'

let harness: ServedHarness
let people: [Person, Person]

test.beforeAll(async ({ browser }) => {
  harness = await serveHarness()
  people = [await openPerson(browser), await openPerson(browser)]
  await connect(...people)
})

test.afterAll(async () => {
  await Promise.all(people.map(({ context }) => context.close()))
  await harness.stop()
})

const blocksOf = ({ page }: Person) => page.evaluate(() => window.harness.blocks())
const shown = ({ page }: Person) => page.evaluate(() => document.querySelector('.document')?.textContent)

/** Written by editors, one after the other. */
async function written(...scenes: Scene[]): Promise<Block[]> {
  await openText(harness.url, people, TEXT)
  for (const [index, scene] of scenes.entries()) await scene(people[index] as Person)
  await expectEqual()
  return blocksOf(people[0])
}

async function expectEqual(): Promise<void> {
  const [one, other] = people
  for (const person of people) await settled(person)
  await expect.poll(async () => JSON.stringify(await blocksOf(other))).toBe(JSON.stringify(await blocksOf(one)))
  await expect.poll(() => shown(other)).toBe(await shown(one))
}

/** By the rule of the server, which sees the changes in the order they were sent. */
function objections(initial: Uint8Array, suggesters: readonly Person[]): Verdict[] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, initial)
  const verdicts: Verdict[] = []
  doc.on('afterTransaction', (transaction) => {
    const person = transaction.origin === people[0] ? 'one' : 'other'
    if (suggesters.includes(transaction.origin as Person)) {
      verdicts.push(verdict(transaction, { person: person as never, scope: 'everywhere', latest: Date.now() + 60_000 }))
    }
  })
  for (const { from, bytes } of passed) Y.applyUpdate(doc, bytes, from)
  return verdicts.filter(({ ok }) => !ok)
}

const COMPANY = [
  ['alone', null],
  ['beside an editor', 'edit'],
  ['beside a second suggester', 'suggest'],
] as const

for (const [name, scene] of SCENES) {
  /** As editors write it, with the other and without. */
  const meant = new Map<boolean, Promise<Block[]>>()
  for (const [company, way] of COMPANY) {
    test(`${name}, ${company}`, async () => {
      const [writer, other] = people
      const isAccompanied = way !== null
      if (!meant.has(isAccompanied)) meant.set(isAccompanied, written(scene, ...(isAccompanied ? [OTHER] : [])))
      const taken = await meant.get(isAccompanied)
      const refused = way === 'edit' ? await besideOnly() : TEXT
      expect(taken).not.toEqual(refused)

      await openText(harness.url, people, TEXT)
      const suggesters = way === 'suggest' ? people : [writer]
      for (const { page } of suggesters) await page.evaluate(() => window.harness.suggest())
      const initial = new Uint8Array(await writer.page.evaluate(() => window.harness.state()))
      network.stop()
      await scene(writer)
      if (isAccompanied) await OTHER(other)
      for (const person of people) await settled(person)
      await network.flow()
      await expectEqual()
      for (const { page } of people) {
        expect(await page.evaluate(() => window.harness.under('final'))).toEqual(taken)
        expect(await page.evaluate(() => window.harness.under('original'))).toEqual(refused)
      }
      expect(objections(initial, suggesters)).toEqual([])
    })
  }
}

/** What the other alone has written: the same beside every scene. */
let alone: Block[] | null = null
async function besideOnly(): Promise<Block[]> {
  alone ??= await written(async () => undefined, OTHER)
  return alone
}

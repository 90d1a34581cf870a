/** 执笔人: where a section has a drafter and the office wants it, everyone else's typing there becomes a suggestion by itself, and who else decides is refused. */
import { type Browser, expect, type Page, test } from '@playwright/test'
import type * as Y from 'yjs'
import { App, type Sample } from '../fixtures/app'
import { HttpPerson } from '../fixtures/http'
import { Peer } from '../fixtures/peer'
import { Writer } from '../harness/workspace'

const PRINCIPAL = '沈怀远'
const OFFICE = '方晓雯'
const DRAFTER = '陆明川'
const COLLEAGUE = '苏静宜'
const TEXT = '一、存在的问题\n（一）学习方面\n集中学习多。\n（二）作风方面\n调研偏少。'
const [STUDY, STYLE_HEADING, STYLE] = [2, 3, 4]

let app: App
let sample: Sample
let material: string

test.beforeAll(async () => {
  app = new App()
  sample = await app.sample()
  await app.start()
  material = sample.materials.find(({ kind }) => kind === 'collective')?.id ?? ''
  const principal = await signedIn(PRINCIPAL)
  expect((await principal.ask('POST', `/materials/${material}/import`, { text: TEXT })).status).toBe(200)
})

test.afterAll(() => app.dispose())

function personOf(name: string) {
  const person = sample.people.find((each) => each.name === name)
  if (person === undefined) throw new Error(`nobody is called ${name}`)
  return person
}

const signedIn = (name: string) => HttpPerson.signIn(app, personOf(name))
const open = (browser: Browser, name: string) => Writer.open(browser, app, sample, personOf(name), material)
const cards = (page: Page) => page.locator('[data-card]')
const take = (page: Page) => cards(page).getByRole('button', { name: '采纳', exact: true })

test('the office switches it on and names a drafter; a colleague’s typing there becomes a suggestion, which only some decide', async ({
  browser,
}) => {
  const [drafter, colleague] = [await open(browser, DRAFTER), await open(browser, COLLEAGUE)]
  const office = await open(browser, OFFICE)

  // Before that, a colleague simply writes.
  await colleague.select([STUDY, 6])
  await colleague.page.keyboard.type('讨论少。')
  await expect.poll(() => drafter.texts()).toContain('集中学习多。讨论少。')
  await expect(cards(drafter.page)).toHaveCount(0)

  await office.page.getByRole('button', { name: '“（二）作风方面”的执笔人' }).click()
  await office.page.getByRole('menuitemradio', { name: DRAFTER }).click()
  await expect(colleague.page.getByText(`${DRAFTER} 执笔`)).toBeVisible()
  await office.page.goto(`${app.url}/m/${sample.meeting}`)
  await office.page.getByRole('tab', { name: '设置' }).click()
  await office.page.getByRole('switch', { name: '执笔人定稿' }).check()
  await office.page.getByRole('button', { name: '保存' }).first().click()
  await expect(office.page.getByText('已保存', { exact: false }).first()).toBeVisible()

  // The pages come back under the new rule by themselves; in the section nobody drafts nothing is different.
  await expect
    .poll(async () => {
      await colleague.select([STYLE, 5])
      return colleague.page.getByText(`本节由${DRAFTER}执笔，你的修改将作为建议`).isVisible()
    })
    .toBe(true)
  await colleague.page.keyboard.type('次数不够。')
  await expect(cards(colleague.page)).toContainText('插入“次数不够。”')
  await expect(cards(drafter.page)).toContainText(COLLEAGUE)
  await colleague.select([STUDY, 0])
  await expect(colleague.page.getByText('你的修改将作为建议')).toBeHidden()
  await colleague.page.keyboard.type('平时')
  await expect.poll(() => drafter.texts()).toContain('平时集中学习多。讨论少。')
  await expect(cards(drafter.page)).toHaveCount(1)

  // The drafter writes as before, and is the one to decide; the colleague may only withdraw.
  await drafter.select([STYLE, 0])
  await drafter.page.keyboard.type('到基层')
  await expect(cards(drafter.page)).toHaveCount(1)
  await expect(take(colleague.page)).toHaveCount(0)
  await expect(cards(colleague.page).getByRole('button', { name: '撤回' })).toBeVisible()
  const id = (await cards(drafter.page).getAttribute('data-card')) ?? ''
  const forged = await (await signedIn(COLLEAGUE)).ask('POST', `/materials/${material}/decisions`, {
    suggestions: [id],
    decision: 'accept',
  })
  expect(forged.status).toBe(403)
  await expect(cards(drafter.page)).toHaveCount(1)
  await take(drafter.page).click()
  await expect(cards(colleague.page)).toHaveCount(0)
  await expect.poll(() => colleague.texts()).toContain('到基层调研偏少。次数不够。')

  // So may principal and office.
  for (const [name, word] of [
    [PRINCIPAL, '甲'],
    [OFFICE, '乙'],
  ] as const) {
    await colleague.select([STYLE, 0])
    await colleague.page.keyboard.type(word)
    const decider = await open(browser, name)
    await take(decider.page).click()
    await expect.poll(() => colleague.texts().then((texts) => texts[STYLE])).toContain(word)
    await expect(cards(colleague.page)).toHaveCount(0)
    await decider.context.close()
  }

  // A program that makes itself the drafter there, takes the heading away or moves the section's end is refused.
  const before = await drafter.texts()
  for (const forge of [
    (root: Y.XmlFragment) => (root.get(STYLE_HEADING) as Y.XmlElement).setAttribute('drafter', 'me'),
    (root: Y.XmlFragment) => root.delete(STYLE_HEADING, 1),
    (root: Y.XmlFragment) => (root.get(STYLE_HEADING) as Y.XmlElement).setAttribute('level', 4 as never),
  ]) {
    const peer = await enter(COLLEAGUE)
    forge(peer.doc.getXmlFragment('default'))
    await expect.poll(() => peer.closes).toContain(4409)
    peer.close()
  }
  expect(await drafter.texts()).toEqual(before)

  // One that simply writes there, where others are at work: it is made a suggestion in the writer's own name.
  const peer = await enter(COLLEAGUE)
  ;((peer.doc.getXmlFragment('default').get(STYLE) as Y.XmlElement).get(0) as Y.XmlText).insert(0, '硬写')
  await expect(cards(drafter.page)).toContainText('插入“硬写”')
  await expect(cards(drafter.page)).toContainText(COLLEAGUE)
  peer.close()
})

async function enter(name: string): Promise<Peer> {
  const peer = new Peer(app, await signedIn(name), material)
  await expect.poll(() => peer.synced).toBe(true)
  return peer
}

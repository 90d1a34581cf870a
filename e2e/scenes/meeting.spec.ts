/** A whole meeting: seven people and a projector, from sign-in to locked minutes; the server restarts and one network is lost. */
import { type Browser, expect, type Page, test } from '@playwright/test'
import { App, type Sample } from '../fixtures/app'
import { seriousFaults } from '../fixtures/axe'
import { HttpPerson } from '../fixtures/http'

const PRINCIPAL = '沈怀远'
const MEMBER = '陆明川'
const LOOKS_ELSEWHERE = '苏静宜'
const RECORDER = '邵平'
const PEOPLE = [PRINCIPAL, MEMBER, LOOKS_ELSEWHERE, '韩立群', '方晓雯', RECORDER, '贺振邦']

let app: App
let sample: Sample

test.beforeAll(async () => {
  app = new App()
  sample = await app.sample()
  await app.start()
  const principal = await HttpPerson.signIn(app, personOf(PRINCIPAL))
  const collective = sample.materials.find(({ kind }) => kind === 'collective')?.id
  for (const transition of ['submit', 'approve']) {
    const reply = await principal.ask('POST', `/materials/${collective}/transitions`, { transition })
    expect(reply.status).toBe(200)
  }
})

test.afterAll(() => app.dispose())

function personOf(name: string) {
  const person = sample.people.find((each) => each.name === name)
  if (person === undefined) throw new Error(`nobody is called ${name}`)
  return person
}

async function open(browser: Browser, name: string, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport })
  const { username, password } = personOf(name)
  const reply = await context.request.post(`${app.url}/api/session`, {
    data: { username, password },
    headers: { origin: app.url },
  })
  expect(reply.ok()).toBe(true)
  const page = await context.newPage()
  await page.goto(`${app.url}/m/${sample.meeting}/live`)
  await expect(page.getByRole('heading', { name: '议程' })).toBeVisible()
  return page
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const litOf = (page: Page) => page.locator('[data-lit]').first()
const fieldOf = (page: Page) => page.getByRole('textbox', { name: '记一条' })

test('from sign-in to locked minutes', async ({ browser }) => {
  const sizes = [
    { width: 1440, height: 900 },
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
  ]
  const pages = new Map<string, Page>()
  for (const [index, name] of PEOPLE.entries()) pages.set(name, await open(browser, name, sizes[index % sizes.length]!))
  const of = (name: string) => pages.get(name)!
  const principal = of(PRINCIPAL)
  const recorder = of(RECORDER)

  await press(principal, '开始签到')
  await expect(recorder.getByText('应到 5 人，实到 5 人')).toBeVisible()
  await press(principal, /^投屏/)
  await press(principal, '生成投屏码')
  const link = await principal.getByRole('link', { name: '在新窗口打开' }).getAttribute('href')
  await principal.keyboard.press('Escape')
  const room = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const projector = await room.newPage()
  await projector.goto(link ?? '')
  await expect(projector.getByText('会议还没有开始')).toBeVisible()

  await press(principal, '开始会议')
  await press(principal, '下一项 →')
  await expect(litOf(projector)).toBeVisible()
  for (let step = 0; step < 8; step += 1) await principal.keyboard.press('PageDown')
  const words = await litOf(principal).innerText()
  for (const page of [...pages.values(), projector]) {
    await expect(litOf(page)).toHaveText(words, { useInnerText: true })
    await expect(litOf(page)).toBeInViewport()
  }
  expect(await seriousFaults(principal)).toEqual([])
  expect(await seriousFaults(projector)).toEqual([])

  const elsewhere = of(LOOKS_ELSEWHERE)
  await elsewhere.mouse.move(700, 500)
  await elsewhere.mouse.wheel(0, 4000)
  await expect(elsewhere.getByText('你在看别处')).toBeVisible()
  await expect(principal.getByText(/^看 /)).toBeVisible()
  await press(elsewhere, '回到发言位置')
  await expect(litOf(elsewhere)).toBeInViewport()

  // Person by person: criticism of the principal, written by keyboard alone, some of it without a network.
  await press(principal, '下一项 →')
  await press(principal, '进入相互批评 →')
  const field = fieldOf(recorder)
  await expect(recorder.getByRole('combobox', { name: '对象' })).toHaveValue(/.+/)
  await field.press('2')
  await field.pressSequentially('深入基层调研少')
  const cdp = await recorder.context().newCDPSession(recorder)
  await cdp.send('Input.imeSetComposition', { text: 'bu', selectionStart: 2, selectionEnd: 2 })
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 })
  await expect(recorder.locator('[data-line]')).toHaveCount(0)
  await cdp.send('Input.insertText', { text: '，不够' })
  await field.press('Enter')
  await expect(recorder.locator('[data-line]')).toHaveCount(1)
  await expect(principal.locator('[data-line]')).toContainText('深入基层调研少，不够')

  await recorder.context().setOffline(true)
  await expect(recorder.getByText(/网络已断开/)).toBeVisible()
  await field.press('3')
  await field.pressSequentially('工作中有急躁情绪')
  await field.press('Control+Enter')
  await expect(recorder.getByText('待送出')).toBeVisible()
  await expect(principal.locator('[data-line]')).toHaveCount(1)

  await app.end('SIGKILL')
  await expect(projector.getByText(/画面没有更新/)).toBeVisible()
  await app.start()
  await expect(projector.getByText(/画面没有更新/)).toBeHidden()
  await expect(principal.getByText('会议进行中')).toBeVisible()
  await recorder.context().setOffline(false)
  await expect(principal.locator('[data-line]')).toHaveCount(2)
  await expect(recorder.getByText('待送出')).toHaveCount(0)
  await expect(of(MEMBER).locator('body')).not.toContainText('急躁情绪')

  await press(principal, '更多主持操作')
  await principal.getByRole('menuitem', { name: '结束会议' }).click()
  await principal.getByRole('dialog').getByRole('button', { name: '结束会议' }).click()
  await principal.getByRole('tab', { name: '会议记录' }).click()
  await press(principal, '交各人核对')
  await of(MEMBER)
    .getByRole('button', { name: /^确认这条/ })
    .click()
  await expect(principal.getByText(/1 条已确认/)).toBeVisible()
  await press(principal, '锁定记录')
  await principal.getByRole('dialog').getByRole('button', { name: '锁定记录' }).click()
  await expect(fieldOf(recorder)).toHaveCount(0)
  await press(principal, '查看会议记录')
  await expect(principal.locator('[data-minutes]')).toContainText('工作中有急躁情绪')

  await principal.keyboard.press('Escape')
  await press(principal, /^投屏/)
  await press(principal, '作废投屏码')
  await expect(projector.getByText('投屏已结束')).toBeVisible()
})

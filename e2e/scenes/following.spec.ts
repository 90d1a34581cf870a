/** Following: the room goes with the speaker; whoever looks elsewhere is left alone and comes back with one click; the word goes round. */
import { expect, type Page, test } from '@playwright/test'
import { App } from '../fixtures/app'
import { allFollow, choose, lit, press, PRINCIPAL, Sitting } from '../fixtures/sitting'

const MEMBER = '陆明川'
const FOLLOWER = '苏静宜'
const SMALL = { width: 1024, height: 640 }

test.describe.configure({ mode: 'serial' })

const app = new App()
let speaker: Page
let member: Page
let follower: Page

test.beforeAll(async ({ browser }) => {
  const sitting = await Sitting.prepare(app, [MEMBER])
  speaker = await sitting.enter(browser, PRINCIPAL)
  member = await sitting.enter(browser, MEMBER, { width: 1920, height: 1080 })
  follower = await sitting.enter(browser, FOLLOWER, SMALL)
  await press(speaker, '开始签到')
  await press(speaker, '开始会议')
  await press(speaker, '下一项 →')
  await expect(lit(speaker)).toContainText('党组班子')
})

test.afterAll(() => app.dispose())

const ownPlace = (page: Page) => page.getByRole('region', { name: '展示的材料' }).evaluate((text) => text.scrollTop)
const letGo = (page: Page) => page.getByText('你在看别处')

/** Waits until nothing moves the text any more. */
async function still(page: Page): Promise<number> {
  let last = -1
  await expect
    .poll(async () => {
      const before = last
      last = await ownPlace(page)
      return last === before
    })
    .toBe(true)
  return last
}

test('the speaker moves by clicker, by paragraph keys, by a click and by scrolling', async () => {
  const start = await lit(speaker).innerText()
  await speaker.keyboard.press('PageDown')
  await expect(lit(speaker)).not.toHaveText(start, { useInnerText: true })
  await allFollow(speaker, [member, follower])

  await speaker.keyboard.press('PageUp')
  await expect(lit(speaker)).toHaveText(start, { useInnerText: true })
  await allFollow(speaker, [member, follower])

  await speaker.getByRole('region', { name: '展示的材料' }).focus()
  for (let step = 0; step < 5; step += 1) await speaker.keyboard.press('ArrowDown')
  await allFollow(speaker, [member, follower])

  const clicked = speaker.locator('[data-block="4"]')
  await clicked.click()
  await expect(clicked).toHaveAttribute('data-lit')
  await allFollow(speaker, [member, follower])

  await speaker.mouse.move(700, 500)
  await speaker.mouse.wheel(0, 6000)
  await expect(clicked).not.toHaveAttribute('data-lit')
  await still(speaker)
  await allFollow(speaker, [member, follower])
})

for (const [how, leave] of [
  ['scrolling', (page: Page) => page.mouse.wheel(0, -3000)],
  ['clicking in the text', (page: Page) => page.mouse.click(500, 400)],
  ['a key in the text', (page: Page) => page.getByRole('region', { name: '展示的材料' }).press('Home')],
] as const) {
  test(`${how} lets go, one click comes back`, async () => {
    await follower.mouse.move(500, 400)
    await leave(follower)
    await expect(letGo(follower)).toBeVisible()
    const place = await still(follower)
    const before = await lit(speaker).innerText()
    await speaker.keyboard.press('PageUp')
    await expect(lit(speaker)).not.toHaveText(before, { useInnerText: true })
    await allFollow(speaker, [member])
    // Lit for them as well, and their window is where they left it.
    await expect(lit(follower)).toHaveText(await lit(speaker).innerText(), { useInnerText: true })
    expect(await ownPlace(follower)).toBe(place)
    await press(follower, '回到发言位置')
    await expect(letGo(follower)).toBeHidden()
    await allFollow(speaker, [follower])
  })
}

test('another window size shows the same sentence', async () => {
  await follower.setViewportSize({ width: 1600, height: 500 })
  await allFollow(speaker, [follower])
  await follower.setViewportSize(SMALL)
  await allFollow(speaker, [follower])
})

test('handing over changes whom the room follows; who looked elsewhere is taken along to the new text', async () => {
  await press(member, '停止跟随')
  await expect(letGo(member)).toBeVisible()
  const consent = member.getByRole('checkbox', { name: '同意展示我的材料' })
  await consent.click()
  await expect(consent).toBeChecked()
  await press(speaker, '下一项 →')
  await press(speaker, `请${MEMBER}发言`)
  await expect(member.getByText(/大家正跟随你的位置/)).toBeVisible()
  await expect(lit(member)).toContainText('个人对照检查材料')
  for (const page of [speaker, follower]) await expect(page.getByText(`正在跟随 ${MEMBER} 的发言位置`)).toBeVisible()
  await member.keyboard.press('PageDown')
  await expect(lit(member)).not.toContainText('个人对照检查材料')
  await allFollow(member, [speaker, follower])

  // Whoever spoke before moves nobody now.
  const words = await lit(member).innerText()
  await speaker.keyboard.press('PageDown')
  await member.keyboard.press('PageDown')
  await expect(lit(member)).not.toHaveText(words, { useInnerText: true })
  await allFollow(member, [follower])
})

test('a page that is reloaded is at the speaker’s place again, the speaker’s own as well', async () => {
  const words = await lit(member).innerText()
  await follower.reload()
  await member.reload()
  await expect(lit(member)).toHaveText(words, { useInnerText: true })
  await allFollow(member, [follower])
  await expect(lit(member)).toBeInViewport()
  await member.keyboard.press('PageDown')
  await expect(lit(member)).not.toHaveText(words, { useInnerText: true })
  await allFollow(member, [follower])
})

test('what is put away is gone from every page', async () => {
  await choose(speaker, '收起展示的材料')
  for (const page of [speaker, member, follower]) await expect(page.locator('[data-block]')).toHaveCount(0)
})

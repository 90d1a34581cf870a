/** Running a meeting through its pages: agenda, attendance, quorum, the projector's code, what is refused and why. */
import { expect, type Page, test } from '@playwright/test'
import { App } from '../fixtures/app'
import { seriousFaults } from '../fixtures/axe'
import { Cable } from '../fixtures/cable'
import { choose, lit, press, PRINCIPAL, Sitting } from '../fixtures/sitting'

const OFFICE = '方晓雯'
const RECORDER = '邵平'
const OBSERVER = '叶知秋'
const ABSENT = '韩立群'

test.describe.configure({ mode: 'serial' })

const app = new App()
let sitting: Sitting
let cable: Cable
let officeCable: Cable
let principal: Page
let office: Page
let recorder: Page
let observer: Page

test.beforeAll(async ({ browser }) => {
  sitting = await Sitting.prepare(app)
  cable = await Cable.lay(() => app.port)
  officeCable = await Cable.lay(() => app.port)
  principal = await sitting.enter(browser, PRINCIPAL)
  office = await sitting.enter(browser, OFFICE, undefined, officeCable.url)
  recorder = await sitting.enter(browser, RECORDER)
  observer = await sitting.enter(browser, OBSERVER)
})

test.afterAll(async () => {
  await Promise.all([cable?.remove(), officeCable?.remove()])
  await app.dispose()
})

const agendaOf = (page: Page) => page.getByRole('region', { name: '议程' }).locator('ol > li')
const dialogOf = (page: Page) => page.getByRole('dialog')

test('the agenda is rearranged for everyone, by those who preside alone', async () => {
  await choose(principal, '调整议程…')
  const dialog = dialogOf(principal)
  await press(principal, '添加一项')
  await expect(agendaOf(observer)).toHaveCount(7)
  const title = dialog.getByRole('textbox', { name: '第 7 项名称' })
  await title.fill('通报谈心谈话情况')
  await title.blur()
  await dialog.getByRole('textbox', { name: '第 7 项建议分钟' }).fill('8')
  await dialog.getByRole('textbox', { name: '第 7 项建议分钟' }).blur()
  await expect(agendaOf(observer).nth(6)).toContainText('通报谈心谈话情况')
  await dialog.getByRole('button', { name: '上移“通报谈心谈话情况”' }).click()
  await expect(agendaOf(observer).nth(5)).toContainText('通报谈心谈话情况')
  await dialog.getByRole('button', { name: '删除“督导组点评”' }).click()
  await expect(agendaOf(observer)).toHaveCount(6)
  await dialog.getByRole('button', { name: '上移“苏静宜”' }).click()
  await expect(dialog.getByRole('list', { name: /发言顺序/ }).getByRole('listitem')).toContainText(['沈怀远', '苏静宜', '陆明川'])
  await press(principal, '完成')
  await expect(dialog).toBeHidden()
  for (const page of [recorder, observer]) await expect(page.getByRole('group', { name: '主持' })).toHaveCount(0)
})

test('signing in, absence with a reason, people who sit in, and the quorum', async () => {
  await press(principal, '开始签到')
  for (const page of [principal, observer]) await expect(page.getByText('应到 5 人，实到 2 人')).toBeVisible()
  await expect(principal.getByText('未达到 2/3')).toBeVisible()

  await press(recorder, '登记')
  const dialog = dialogOf(recorder)
  await dialog.getByRole('combobox', { name: `${ABSENT}的到会情况` }).selectOption('请假')
  const reason = dialog.getByRole('textbox', { name: `${ABSENT}缺席的原因` })
  await reason.fill('省里培训')
  await reason.blur()
  await dialog.getByRole('combobox', { name: '陆明川的到会情况' }).selectOption('到会')
  await expect(dialog.getByRole('spinbutton')).toHaveCount(0)
  await expect(dialog.getByRole('textbox', { name: '分子' })).toHaveCount(0)
  await press(recorder, '完成')
  await expect(principal.getByText('应到 5 人，实到 3 人')).toBeVisible()
  await expect(principal.getByText('省里培训')).toBeVisible()
  // Why is for those who keep the list.
  await expect(observer.getByText('请假')).toBeVisible()
  await expect(observer.locator('body')).not.toContainText('省里培训')

  await choose(principal, '到会登记…')
  await dialogOf(principal).getByRole('textbox', { name: '分母' }).fill('5')
  await dialogOf(principal).getByRole('textbox', { name: '分子' }).fill('3')
  await expect(dialogOf(principal).getByText('应到人数的 3/5')).toBeVisible()
  await press(principal, '完成')
  for (const page of [principal, observer]) await expect(page.getByText('达到 3/5', { exact: true })).toBeVisible()
})

test('the presider goes on and back, pauses, and two who press at once move the meeting once', async () => {
  await press(principal, '开始会议')
  await expect(observer.getByText('第 1 项，共 6 项')).toBeVisible()
  await press(office, '下一项 →')
  await expect(lit(observer)).toContainText('党组班子')
  await choose(principal, '← 返回上一步')
  await expect(observer.getByText('第 1 项，共 6 项')).toBeVisible()
  await expect(observer.locator('[data-block]')).toHaveCount(0)

  // Both press for what both see; one of the two is told only after the other.
  officeCable.pull()
  await press(office, '下一项 →')
  await press(principal, '下一项 →')
  await expect(observer.getByText('第 2 项，共 6 项')).toBeVisible()
  officeCable.release()
  await expect(office.getByText('别人刚刚也操作了，请看一眼再按。没有重复执行。')).toBeVisible()
  await expect(office.getByText('第 2 项，共 6 项')).toBeVisible()
  await expect(observer.getByText('第 2 项，共 6 项')).toBeVisible()
  await expect(lit(observer)).toContainText('党组班子')

  await press(principal, '暂停')
  const timer = observer.getByRole('timer').first()
  await expect(observer.getByText('暂停中')).toBeVisible()
  const stood = await timer.innerText()
  await press(principal, '继续')
  await expect(timer).not.toHaveText(stood)
})

test('a text that is no approved version is not shown, and the page says why', async () => {
  await choose(principal, /展示“陆明川的对照检查材料”/)
  await expect(principal.getByText('这份材料还没有定稿，不能展示。请先定稿。')).toBeVisible()
  await press(principal, '知道了')
  await choose(principal, `展示“${ABSENT}的对照检查材料”`)
  await expect(principal.getByText(/本人还没有同意展示/)).toBeVisible()
  await expect(lit(observer)).toContainText('党组班子')
})

test('a projector: the code typed or read by a camera, a lost network, another size, dark at once', async ({ browser }) => {
  await press(principal, '投屏')
  await press(principal, '生成投屏码')
  const picture = principal.getByRole('img', { name: '投屏地址的二维码' })
  await expect(picture).toBeVisible()
  const code = (await principal.locator('[data-code]').getAttribute('data-code')) ?? ''
  await principal.keyboard.press('Escape')
  await expect(picture).toBeHidden()

  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const screen = await context.newPage()
  await screen.goto(`${cable.url}/projector`)
  const field = screen.getByRole('textbox', { name: '投屏码' })
  await field.fill('ABC')
  await field.press('Enter')
  await expect(screen.getByRole('alert')).toHaveText('投屏码是 8 个字母和数字。')
  await field.fill('AAAA AAAA')
  await field.press('Enter')
  await expect(screen.getByRole('alert')).toHaveText('投屏码不对或者已经作废。')
  await screen.getByRole('textbox', { name: '投屏码' }).fill(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)
  await screen.keyboard.press('Enter')
  await expect(screen.getByRole('heading', { name: `${PRINCIPAL} · 班子对照检查` })).toBeVisible()
  await expect(screen.getByText('应到 5　实到 3')).toBeVisible()
  await expect(principal.getByRole('button', { name: '投屏（1）' })).toBeVisible()

  // Large type in short lines.
  const text = screen.locator('p[data-block]').last()
  const measure = () =>
    text.evaluate((block) => {
      const size = Number.parseFloat(getComputedStyle(block).fontSize)
      return { size, chars: Math.floor(block.getBoundingClientRect().width / size) }
    })
  expect(await measure()).toEqual({ size: 32, chars: 34 })
  await screen.keyboard.press('+')
  await expect.poll(measure).toMatchObject({ size: 38 })
  expect((await measure()).chars).toBeLessThanOrEqual(34)
  await screen.keyboard.press('-')

  cable.pull()
  await screen.context().setOffline(true)
  await expect(screen.getByText(/网络已断开，自 \d\d:\d\d 起画面没有更新/)).toBeVisible()
  await expect(lit(screen)).toContainText('党组班子')
  await expect(principal.locator('[data-lit]').last()).toBeVisible()
  await principal.keyboard.press('PageDown')
  cable.mend()
  await screen.context().setOffline(false)
  await expect(screen.getByText(/画面没有更新/)).toBeHidden()
  await expect(lit(screen)).toHaveText(await lit(principal).innerText(), { useInnerText: true })

  await screen.reload()
  await expect(lit(screen)).toHaveText(await lit(principal).innerText(), { useInnerText: true })
  expect(await seriousFaults(screen)).toEqual([])

  await press(principal, /^投屏/)
  await press(principal, '作废投屏码')
  await expect(screen.getByText('投屏已结束')).toBeVisible()
  await expect(screen.locator('[data-block]')).toHaveCount(0)
  await principal.keyboard.press('Escape')
})

test('nothing stands in the way of assistive technology on the meeting’s pages', async () => {
  for (const page of [principal, recorder, observer]) expect(await seriousFaults(page)).toEqual([])
  await recorder.getByRole('tab', { name: '会议记录' }).click()
  await press(recorder, '查看会议记录')
  await expect(recorder.locator('[data-minutes]')).toContainText('5 人')
  await expect(recorder.locator('[data-minutes]')).toContainText('达到 3/5')
  await expect(recorder.locator('[data-minutes]')).toContainText('韩立群（省里培训）')
  await expect(recorder.locator('[data-minutes]')).toContainText(OBSERVER)
  expect(await seriousFaults(recorder)).toEqual([])
})

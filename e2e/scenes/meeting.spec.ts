/** A whole meeting: seven people and a projector, from sign-in to locked minutes; the server dies and one network is lost. */
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { App } from '../fixtures/app'
import { Cable } from '../fixtures/cable'
import { allFollow, choose, lineField, lit, press, PRINCIPAL, recordLines, Sitting } from '../fixtures/sitting'

const MEMBER = '陆明川'
const LOOKS_ELSEWHERE = '苏静宜'
const RECORDER = '邵平'
const PEOPLE = [PRINCIPAL, MEMBER, LOOKS_ELSEWHERE, '韩立群', '方晓雯', RECORDER, '贺振邦']
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
]
const SPOKEN = '对分管的河道工程跑现场少，问题靠报告'
const HEARD = '深入基层调研少，不够'
const HEARD_OFFLINE = '工作中有急躁情绪'
const ALSO_OFFLINE = '听不进不同意见'

const app = new App()
let cable: Cable
let sitting: Sitting

test.beforeAll(async () => {
  sitting = await Sitting.prepare(app, [PRINCIPAL, MEMBER])
  cable = await Cable.lay(() => app.port)
})

test.afterAll(async () => {
  await cable?.remove()
  await app.dispose()
})

/** To look at: SCREENSHOTS=<folder> */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` })
}

test('from sign-in to locked minutes', async ({ browser }) => {
  const pages = new Map<string, Page>()
  for (const [index, name] of PEOPLE.entries())
    pages.set(name, await sitting.enter(browser, name, SIZES[index % SIZES.length], name === RECORDER ? cable.url : app.url))
  const of = (name: string) => pages.get(name) as Page
  const everyone = [...pages.values()]
  const principal = of(PRINCIPAL)
  const member = of(MEMBER)
  const recorder = of(RECORDER)

  await test.step('prepared by a member, seen by nobody else', async () => {
    await press(member, '加一条')
    await member.getByRole('combobox', { name: '给谁' }).selectOption({ label: PRINCIPAL })
    await member.getByRole('combobox', { name: '方面' }).selectOption('工作作风')
    await member.getByRole('textbox', { name: '意见' }).fill(SPOKEN)
    await press(member, '保存')
    await expect(member.getByText(SPOKEN)).toBeVisible()
  })

  await press(principal, '开始签到')
  for (const page of everyone) await expect(page.getByText('应到 5 人，实到 5 人')).toBeVisible()
  const { link } = await sitting.projectorCode(principal)
  const room = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const projector = await room.newPage()
  await projector.goto(link)
  await expect(projector.getByText('会议还没有开始')).toBeVisible()
  for (const page of [principal, member]) {
    const consent = page.getByRole('checkbox', { name: '同意展示我的材料' })
    await consent.click()
    await expect(consent).toBeChecked()
  }

  await test.step('the text of all', async () => {
    await press(principal, '开始会议')
    await press(principal, '下一项 →')
    await expect(lit(projector)).toBeVisible()
    for (let step = 0; step < 8; step += 1) await principal.keyboard.press('PageDown')
    await allFollow(principal, [...everyone, projector])
    for (const [name, page] of [...pages, ['projector', projector] as const]) await shot(page, `collective-${name}`)
  })

  await test.step('looking elsewhere and coming back', async () => {
    const elsewhere = of(LOOKS_ELSEWHERE)
    await elsewhere.mouse.move(700, 500)
    await elsewhere.mouse.wheel(0, 4000)
    await expect(elsewhere.getByText('你在看别处')).toBeVisible()
    await expect(principal.getByText(/^看 /)).toBeVisible()
    await press(elsewhere, '回到发言位置')
    await expect(lit(elsewhere)).toBeInViewport()
    await expect(principal.getByText(/^看 /)).toBeHidden()
  })

  await test.step('person by person, the principal first', async () => {
    await press(principal, '下一项 →')
    await expect(lit(principal)).toContainText('个人对照检查材料')
    await principal.keyboard.press('PageDown')
    await expect(lit(principal)).not.toContainText('个人对照检查材料')
    await allFollow(principal, [...everyone, projector])
  })

  const field = lineField(recorder)
  await test.step('criticism: by number key, and what was prepared', async () => {
    await press(principal, '进入相互批评 →')
    await expect(recorder.getByRole('combobox', { name: '对象' })).toHaveValue(/.+/)
    await field.press('3')
    await field.pressSequentially(HEARD)
    await field.press('Enter')
    await expect(recordLines(principal)).toHaveText([new RegExp(`${LOOKS_ELSEWHERE}.*${PRINCIPAL}.*${HEARD}`)])
    await press(member, `对${PRINCIPAL}的这条已经说了，记入记录`)
    await expect(recordLines(recorder)).toHaveText([
      new RegExp(HEARD),
      new RegExp(`${MEMBER}.*${PRINCIPAL}.*工作作风.*${SPOKEN}`),
    ])
    for (const name of ['方晓雯', '贺振邦', LOOKS_ELSEWHERE]) await expect(of(name).locator('body')).not.toContainText(SPOKEN)
    for (const [name, page] of [...pages, ['projector', projector] as const]) await shot(page, `criticism-${name}`)
  })

  await test.step('a lost network, and the server dies meanwhile', async () => {
    cable.pull()
    await expect(recorder.getByText(/网络已断开/)).toBeVisible()
    for (const text of [HEARD_OFFLINE, ALSO_OFFLINE]) {
      await field.press(text === HEARD_OFFLINE ? '4' : '5')
      await field.pressSequentially(text)
      await field.press('Enter')
    }
    await expect(recorder.getByText('待送出')).toHaveCount(2)
    await expect(recordLines(principal)).toHaveCount(2)
    await shot(recorder, 'offline-recorder')

    const words = await lit(projector).innerText()
    await app.end('SIGKILL')
    await expect(projector.getByText(/自 \d\d:\d\d 起画面没有更新/)).toBeVisible()
    await expect(lit(projector)).toHaveText(words, { useInnerText: true })
    await shot(projector, 'offline-projector')
    await app.start()
    await expect(projector.getByText(/画面没有更新/)).toBeHidden()
    for (const page of everyone) if (page !== recorder) await expect(page.getByText(/网络已断开/)).toBeHidden()
    await expect(principal.getByText('会议进行中')).toBeVisible()
    await expect(principal.getByRole('button', { name: '进入表态 →' })).toBeVisible()

    cable.mend()
    await expect(recordLines(principal)).toHaveCount(4)
    await expect(recorder.getByText('待送出')).toHaveCount(0)
    await expect(recorder.getByText(/网络已断开/)).toBeHidden()
  })

  await test.step('the reply, and the word goes to the next without anyone doing anything', async () => {
    await press(principal, '进入表态 →')
    await recorder.getByRole('tab', { name: '表态' }).click()
    await recorder.getByRole('checkbox', { name: `${PRINCIPAL}已表态` }).check()
    await press(principal, `请${MEMBER}发言 →`)
    await expect(member.getByText(/大家正跟随你的位置/)).toBeVisible()
    await expect(lit(member)).toContainText('个人对照检查材料')
    for (const name of ['韩立群', PRINCIPAL, RECORDER])
      await expect(of(name).getByText(`正在跟随 ${MEMBER} 的发言位置`)).toBeVisible()
    await expect(projector.getByRole('heading', { name: `${MEMBER} · 个人对照检查` })).toBeVisible()
    for (let step = 0; step < 3; step += 1) await member.keyboard.press('PageDown')
    await expect(lit(member)).not.toContainText('个人对照检查材料')
    await allFollow(member, [...everyone, projector])
    await shot(projector, 'handover-projector')
    await shot(principal, 'handover-principal')
  })

  await test.step('confirmed by each, locked by the presider', async () => {
    await choose(principal, '结束会议')
    await principal.getByRole('dialog').getByRole('button', { name: '结束会议' }).click()
    await principal.getByRole('tab', { name: '会议记录' }).click()
    await press(principal, '交各人核对')
    // Each critic their own, each criticised person those about them, the others nothing.
    await expect(member.getByText('没有对你的意见。')).toBeVisible()
    await expect(member.locator('body')).not.toContainText(HEARD)
    await press(member, /^确认这条/)
    await press(of('韩立群'), /^对这条有异议/)
    await of('韩立群').getByRole('textbox', { name: '哪里不对' }).fill('说的是“有时急躁”')
    await press(of('韩立群'), '提交异议')
    await expect(principal.getByText('1 条已确认，2 条待核对，1 条有异议')).toBeVisible()
    await recorder.getByRole('tab', { name: '记录 · 批评意见' }).click()
    await expect(recorder.getByText('说的是“有时急躁”')).toBeVisible()
    await shot(principal, 'confirmation-principal')
    await shot(member, 'confirmation-member')
    await press(principal, '锁定记录')
    await principal.getByRole('dialog').getByRole('button', { name: '锁定记录' }).click()
    await expect(field).toHaveCount(0)
    await shot(principal, 'locked-principal')
  })

  await test.step('the minutes leave as a document', async () => {
    await press(principal, '查看会议记录')
    const minutes = principal.locator('[data-minutes]')
    for (const text of [SPOKEN, HEARD, HEARD_OFFLINE, ALSO_OFFLINE]) await expect(minutes).toContainText(text)
    await shot(principal, 'minutes')
    const download = principal.waitForEvent('download')
    await principal.getByRole('link', { name: '导出文本' }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    for (const part of [
      '2023年度民主生活会会议记录',
      '应到 5 人，实到 5 人，达到 2/3',
      HEARD_OFFLINE,
      '已核对锁定',
      '签字',
      '校验值',
    ])
      expect(text).toContain(part)
    await principal.keyboard.press('Escape')
  })

  await test.step('a revoked code goes dark at once', async () => {
    await press(principal, /^投屏/)
    await press(principal, '作废投屏码')
    await expect(projector.getByText('投屏已结束')).toBeVisible()
  })
})

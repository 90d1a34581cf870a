/** A meeting held without a mouse, and the recorder's line under a Chinese input method. */
import { expect, type Locator, type Page, test } from '@playwright/test'
import { App } from '../fixtures/app'
import { lineField, lit, PRINCIPAL, recordLines, Sitting } from '../fixtures/sitting'

const RECORDER = '邵平'
/** More stops than any of the pages has. */
const MOST_STOPS = 120

const app = new App()
let sitting: Sitting
let principal: Page
let recorder: Page

test.beforeAll(async ({ browser }) => {
  sitting = await Sitting.prepare(app, [PRINCIPAL])
  principal = await sitting.enter(browser, PRINCIPAL)
  recorder = await sitting.enter(browser, RECORDER)
})

test.afterAll(() => app.dispose())

/** Goes on by Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by keyboard to ${target.toString()}`)
}

async function enterOn(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }).first())
  await page.keyboard.press(key)
}

test('from the first key to the locked record', async () => {
  await enterOn(principal, '开始签到')
  await expect(recorder.getByText('应到 5 人，实到 1 人')).toBeVisible()

  // Attendance, by the recorder.
  await enterOn(recorder, '登记')
  const status = recorder.getByRole('combobox', { name: '陆明川的到会情况' })
  await tabTo(recorder, status)
  await recorder.keyboard.press('ArrowDown')
  await expect(recorder.getByText('应到 5 人，实到 2 人')).toBeVisible()
  await recorder.keyboard.press('Escape')
  await expect(recorder.getByRole('dialog')).toBeHidden()

  const consent = principal.getByRole('checkbox', { name: '同意展示我的材料' })
  await tabTo(principal, consent)
  await principal.keyboard.press('Space')
  await expect(consent).toBeChecked()
  await enterOn(principal, '开始会议')
  await enterOn(principal, '下一项 →')
  await expect(lit(recorder)).toContainText('党组班子')
  await principal.keyboard.press('PageDown')
  await expect(lit(recorder)).not.toContainText('党组班子')
  await enterOn(principal, '下一项 →')
  await expect(lit(recorder)).toContainText('个人对照检查材料')
  await enterOn(principal, '进入相互批评 →')

  // The recorder: speaker by number, line, undo, back again, reply.
  await tabTo(recorder, lineField(recorder))
  await recorder.keyboard.press('2')
  await expect(recorder.getByRole('button', { name: '2 陆明川' })).toHaveAttribute('aria-pressed', 'true')
  await recorder.keyboard.type('调研少，3次都是走马观花')
  await recorder.keyboard.press('Enter')
  await expect(recordLines(principal)).toHaveText([/陆明川.*沈怀远.*调研少，3次都是走马观花/])
  await recorder.keyboard.press('Control+z')
  await expect(recordLines(principal)).toHaveCount(0)
  await enterOn(recorder, '恢复')
  await expect(recordLines(principal)).toHaveCount(1)
  await tabTo(recorder, lineField(recorder))
  await recorder.keyboard.press('4')
  const mode = recorder.getByRole('combobox', { name: '记法' })
  await recorder.keyboard.type('批评人不留情面')
  await tabTo(recorder, mode)
  await recorder.keyboard.press('ArrowDown')
  const aspect = recorder.getByRole('combobox', { name: '方面' })
  await tabTo(recorder, aspect)
  await recorder.keyboard.press('ArrowDown')
  const chosen = await aspect.inputValue()
  expect(chosen).not.toBe('')
  await enterOn(recorder, '记下')
  await expect(recordLines(principal).last()).toContainText('摘要')
  await expect(recordLines(principal).last()).toContainText(chosen)

  await enterOn(principal, '进入表态 →')
  await tabTo(recorder, recorder.getByRole('tab', { selected: true }))
  await recorder.keyboard.press('ArrowRight')
  await recorder.keyboard.press('ArrowRight')
  const reply = recorder.getByRole('checkbox', { name: `${PRINCIPAL}已表态` })
  await tabTo(recorder, reply)
  await recorder.keyboard.press('Space')
  await expect(principal.getByText('已表态接受').first()).toBeVisible()

  await enterOn(principal, '更多主持操作')
  const end = principal.getByRole('menuitem', { name: '结束会议' })
  await expect(end).toBeVisible()
  await principal.keyboard.press('End')
  await expect(end).toBeFocused()
  await principal.keyboard.press('Enter')
  await expect(principal.getByRole('dialog')).toBeVisible()
  await tabTo(principal, principal.getByRole('dialog').getByRole('button', { name: '结束会议' }))
  await principal.keyboard.press('Enter')
  await expect(recorder.getByText('会议已经结束。')).toBeVisible()
  await tabTo(principal, principal.getByRole('tab', { selected: true }))
  await principal.keyboard.press('ArrowRight')
  await enterOn(principal, '交各人核对')
  await enterOn(principal, '锁定记录')
  await expect(principal.getByRole('dialog')).toBeVisible()
  await tabTo(principal, principal.getByRole('dialog').getByRole('button', { name: '锁定记录' }))
  await principal.keyboard.press('Enter')
  await expect(lineField(recorder)).toHaveCount(0)
})

test('an Enter that confirms a composition does not write the line down', async ({ browser }) => {
  await app.dispose()
  const other = new App()
  try {
    const house = await Sitting.prepare(other)
    const page = await house.enter(browser, RECORDER)
    const presider = await house.enter(browser, PRINCIPAL)
    const field = lineField(page)
    await field.press('2')
    await field.focus()
    const cdp = await page.context().newCDPSession(page)
    const compose = (text: string) =>
      cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
    for (const letters of ['d', 'di', "di'yan", "di'yan'shao"]) await compose(letters)
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
    await expect(field).toHaveValue("di'yan'shao")
    await cdp.send('Input.insertText', { text: '调研少' })
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
    await expect(field).toHaveValue('调研少')
    await expect(recordLines(page)).toHaveCount(0)
    await page.getByRole('tab', { name: '会议记录' }).click()
    await presider.getByRole('tab', { name: '会议记录' }).click()
    await field.press('Enter')
    await expect(recordLines(presider)).toHaveText([/陆明川.*调研少/])
    await expect(field).toHaveValue('')
  } finally {
    await other.dispose()
  }
})

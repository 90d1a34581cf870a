/** A material on paper, straight from the browser: the measures of the standard, read off the pages Chromium makes. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { App } from '../fixtures/app'
import { Writer } from '../harness/workspace'

const MM_PER_POINT = 25.4 / 72
/** Twenty-eight characters that break a line anywhere. */
const LINE = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未'
const hasTools = spawnSync('which', ['pdftotext']).status === 0

interface Word {
  page: number
  left: number
  right: number
  top: number
  text: string
}

const app = new App()
const folder = mkdtempSync(join(tmpdir(), 'duizhao-print-'))

test.afterAll(async () => {
  await app.dispose()
  rmSync(folder, { recursive: true, force: true })
})

/** What stands where, in points. */
function wordsIn(pdf: Buffer): Word[] {
  writeFileSync(join(folder, 'a.pdf'), pdf)
  const html = execFileSync('pdftotext', ['-bbox', join(folder, 'a.pdf'), '-']).toString()
  let page = 0
  return html.split('\n').flatMap((line): Word[] => {
    if (line.includes('<page ')) page += 1
    const [, left, top, right, text] = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>(.*)<\/word>/.exec(line) ?? []
    return text === undefined ? [] : [{ page, left: Number(left), right: Number(right), top: Number(top), text }]
  })
}

test('22 lines of 28 characters, the page number outside', async ({ browser }) => {
  test.skip(!hasTools, 'poppler (pdftotext) is not installed')
  const sample = await app.sample()
  await app.start()
  const material = sample.materials.find(({ kind }) => kind === 'collective')
  const person = sample.people.find(({ roles }) => roles.includes('principal'))
  if (!material || !person) throw new Error('the sample meeting has no principal')
  const { page, context } = await Writer.open(browser, app, sample, person, material.id)
  const reply = await page.request.post(`${app.url}/api/materials/${material.id}/import`, {
    headers: { origin: app.url },
    data: { text: `对照检查材料\n${LINE.repeat(70)}。` },
  })
  expect(reply.ok()).toBe(true)
  await expect(page.locator('.document > p').first()).toContainText(LINE)

  const words = wordsIn(await page.pdf({ preferCSSPageSize: true }))
  const linesOf = (number: number) => {
    const byTop = new Map<number, string>()
    for (const { page: at, top, text } of words)
      if (at === number) byTop.set(Math.round(top), `${byTop.get(Math.round(top)) ?? ''}${text}`)
    return [...byTop.values()].filter((text) => /[一-龥]/.test(text))
  }
  expect(linesOf(2).map((text) => [...text].length)).toEqual(Array.from({ length: 22 }, () => 28))
  const onSecond = words.filter((word) => word.page === 2 && /[一-龥]/.test(word.text))
  expect(Math.min(...onSecond.map(({ left }) => left)) * MM_PER_POINT).toBeCloseTo(28, 0)
  expect(Math.max(...onSecond.map(({ right }) => right)) * MM_PER_POINT).toBeLessThan(184.5)
  const number = (at: number) => (words.find((word) => word.page === at && word.text === String(at))?.left ?? 0) * MM_PER_POINT
  expect(number(1)).toBeGreaterThan(150)
  expect(number(2)).toBeGreaterThan(0)
  expect(number(2)).toBeLessThan(60)
  await context.close()
})

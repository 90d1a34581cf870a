/** The measures of the standard, read off rendered pages; needs LibreOffice and poppler, says so where they are missing. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeDocx } from './docx-write'
import { richOf } from '../../shared/suggestions/rich-text'

const MM_PER_POINT = 25.4 / 72
/** Twenty-eight characters that break a line anywhere. */
const LINE = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未'

interface Word {
  page: number
  left: number
  right: number
  top: number
  text: string
}

const hasTools = ['soffice', 'pdftotext'].every((tool) => spawnSync('which', [tool]).status === 0)
const folder = mkdtempSync(join(tmpdir(), 'duizhao-docx-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What stands where, in points. */
function rendered(bytes: Uint8Array): Word[] {
  writeFileSync(join(folder, 'a.docx'), bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'a.docx')], {
    stdio: 'ignore',
  })
  const html = execFileSync('pdftotext', ['-bbox', join(folder, 'a.pdf'), '-']).toString()
  let page = 0
  return html.split('\n').flatMap((line): Word[] => {
    if (line.includes('<page ')) page += 1
    const [, left, top, right, text] = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>(.*)<\/word>/.exec(line) ?? []
    return text === undefined ? [] : [{ page, left: Number(left), right: Number(right), top: Number(top), text }]
  })
}

describe.skipIf(!hasTools)('a rendered page (skipped where LibreOffice or poppler is missing)', () => {
  it('has 22 lines of 28 characters between the margins, and its number outside', { timeout: 120_000 }, () => {
    const words = rendered(
      writeDocx(richOf([{ type: 'paragraph', runs: [{ text: LINE.repeat(60) }] }]), { title: '', threads: [], offset: 480 }),
    )
    const onPage = (page: number) => words.filter((word) => word.page === page)
    const lines = (page: number) => {
      const byTop = new Map<number, string>()
      for (const { top, text } of onPage(page)) byTop.set(Math.round(top), `${byTop.get(Math.round(top)) ?? ''}${text}`)
      return [...byTop.values()].filter((text) => /[一-龥]/.test(text))
    }
    expect(lines(1)).toHaveLength(22)
    expect(lines(2)).toHaveLength(22)
    // The first line begins two characters in.
    expect(lines(1).map((text) => [...text].length)).toEqual([26, ...Array.from({ length: 21 }, () => 28)])
    const text = onPage(2).filter((word) => /[一-龥]/.test(word.text))
    const left = Math.min(...text.map((word) => word.left)) * MM_PER_POINT
    const right = Math.max(...text.map((word) => word.right)) * MM_PER_POINT
    expect(left).toBeCloseTo(28, 0)
    expect(210 - right).toBeGreaterThan(25.5)
    expect(210 - right).toBeLessThan(27)
    const number = (page: number) => onPage(page).find((word) => word.text === String(page))
    expect((number(1)?.left ?? 0) * MM_PER_POINT).toBeGreaterThan(150)
    expect((number(2)?.left ?? 999) * MM_PER_POINT).toBeLessThan(60)
  })
})

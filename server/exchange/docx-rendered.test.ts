/** The measures of the standard, read off rendered pages; needs LibreOffice and poppler, says so where they are missing. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeDocx } from './docx-write'
import { type Piece, type RichBlock, richOf } from '../../shared/suggestions/rich-text'

const MM_PER_POINT = 25.4 / 72
/** Of A4, in points. */
const PAGE_HEIGHT = 841.89
/** Twenty-eight characters that break a line anywhere. */
const LINE = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未'

interface Word {
  page: number
  left: number
  right: number
  top: number
  bottom: number
  text: string
}

const hasTools = ['soffice', 'pdftotext', 'pdftoppm'].every((tool) => spawnSync('which', [tool]).status === 0)
const folder = mkdtempSync(join(tmpdir(), 'duizhao-docx-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const WITH_NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'

/** What stands where, in points. */
function rendered(bytes: Uint8Array): Word[] {
  writeFileSync(join(folder, 'a.docx'), bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', ['--headless', profile, '--convert-to', WITH_NOTES, '--outdir', folder, join(folder, 'a.docx')], {
    stdio: 'ignore',
  })
  const html = execFileSync('pdftotext', ['-bbox', join(folder, 'a.pdf'), '-']).toString()
  let page = 0
  return html.split('\n').flatMap((line): Word[] => {
    if (line.includes('<page ')) page += 1
    const [, left, top, right, bottom, text] =
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/.exec(line) ?? []
    return text === undefined
      ? []
      : [{ page, left: Number(left), right: Number(right), top: Number(top), bottom: Number(bottom), text }]
  })
}

interface Picture {
  width: number
  pixels: Buffer
}

/** The first page of what was rendered last, a pixel a point. */
function pictured(): Picture {
  execFileSync('pdftoppm', ['-r', '72', '-f', '1', '-l', '1', '-singlefile', join(folder, 'a.pdf'), join(folder, 'a')])
  const file = readFileSync(join(folder, 'a.ppm'))
  const head = /^P6\s+(\d+)\s+\d+\s+255\s/.exec(file.subarray(0, 64).toString('latin1'))
  if (head === null) throw new Error('not a picture')
  return { width: Number(head[1]), pixels: file.subarray(head[0].length) }
}

/** The colour of the ink of `word`, as the sum of what is not white; null where it is black or grey. */
function inkOf({ left, right, top, bottom }: Word, { width, pixels }: Picture): [number, number, number] | null {
  const ink: [number, number, number] = [0, 0, 0]
  for (let y = Math.ceil(top); y < bottom; y++) {
    for (let x = Math.ceil(left); x < right; x++) {
      for (const channel of [0, 1, 2] as const) ink[channel] += 255 - (pixels[(y * width + x) * 3 + channel] ?? 255)
    }
  }
  const most = Math.max(...ink)
  const isGrey = most - Math.min(...ink) < most / 10
  return isGrey ? null : [ink[0] / most, ink[1] / most, ink[2] / most]
}

interface Note {
  left: number
  /** From the bottom of the page. */
  bottom: number
  author: string
  text: string
}

/** The notes beside the words, which a reader of PDF shows as windows; from what was rendered last. */
function notes(): Note[] {
  const file = readFileSync(join(folder, 'a.pdf')).toString('latin1')
  const pattern = /\/Subtype \/Text \/Rect\[([\d.]+) ([\d.]+) [\d. ]+\][^<]*\/Contents <FEFF([\dA-F]+)>\s*\/T <FEFF([\dA-F]+)>/g
  const said = (hex = '') => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  return [...file.matchAll(pattern)].map(([, left, bottom, text, author]) => ({
    left: Number(left),
    bottom: Number(bottom),
    author: said(author),
    text: said(text),
  }))
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

  it('shows what is proposed in the colours of who proposed it, and comments at the words', { timeout: 120_000 }, () => {
    const by = (author: string) => ({ author, at: Date.UTC(2024, 0, 10, 2) })
    const line = (piece: Omit<Piece, 'marks'>): RichBlock => ({ kind: { type: 'paragraph' }, pieces: [{ marks: [], ...piece }] })
    const words = rendered(
      writeDocx(
        [
          line({ text: '原有的正文一直都在。' }),
          line({ text: '陆二提议增加的一句。', inserted: by('陆二') }),
          line({ text: '沈一提议删除的一句。', deleted: by('沈一') }),
          line({ text: '有人批注过的一句。', threads: ['thread'] }),
        ],
        {
          title: '材料',
          threads: [
            {
              id: 'thread',
              suggestion: null,
              resolved: false,
              comments: [
                { author: '何三', at: Date.UTC(2024, 0, 10, 3), text: '请写明次数' },
                { author: '陆二', at: Date.UTC(2024, 0, 10, 4), text: '已经补上' },
              ],
            },
          ],
          offset: 480,
        },
      ),
    )
    const saying = (text: string): Word => {
      const word = words.find((each) => each.text.includes(text))
      if (word === undefined) throw new Error(`${text} is not on the page: ${words.map((each) => each.text).join(' ')}`)
      return word
    }
    const picture = pictured()
    expect(inkOf(saying('原有的正文'), picture)).toBeNull()
    const [inserted, deleted] = [inkOf(saying('提议增加'), picture), inkOf(saying('提议删除'), picture)]
    expect(inserted).not.toBeNull()
    expect(deleted).not.toBeNull()
    const apart = Math.max(...[0, 1, 2].map((channel) => Math.abs((inserted?.[channel] ?? 0) - (deleted?.[channel] ?? 0))))
    expect(apart).toBeGreaterThan(0.15)
    // Each remark, by its name, where the words end that it is about.
    const place = saying('有人批注过')
    expect(notes().map(({ author, text }) => [author.split(',')[0], text])).toEqual([
      ['何三', '请写明次数'],
      ['陆二', '已经补上'],
    ])
    for (const { left, bottom } of notes()) {
      expect(Math.abs(left - place.right)).toBeLessThan(4)
      expect(Math.abs(PAGE_HEIGHT - bottom - place.bottom)).toBeLessThan(20)
    }
  })
})

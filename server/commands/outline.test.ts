import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { docx, p } from '../testing/docx'
import { CommandError } from './command'
import { outline } from './outline'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outline-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const TEXT =
  '发言提纲\n同志们，现报告如下。\n一、问题\n（一）学习不够。**同志学得不深。\n二、措施\n1.多学\n天天学。\n2.多走\n月月走。'
const STRUCTURE = {
  title: '发言提纲',
  preface: ['同志们，现报告如下。'],
  parts: [
    { number: '一、', heading: '问题', sections: [{ number: '（一）', heading: '学习不够' }] },
    {
      number: '二、',
      heading: '措施',
      sections: [
        { number: '1.', heading: '多学' },
        { number: '2.', heading: '多走' },
      ],
    },
  ],
}

async function printed(name: string, bytes: Uint8Array, ...flags: string[]): Promise<unknown> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const written: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  expect(await outline.run([path, ...flags])).toBe(0)
  vi.restoreAllMocks()
  return JSON.parse(written.join(''))
}

test.each<[string, Uint8Array]>([
  ['a.txt', Buffer.from(TEXT)],
  ['utf16.txt', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  [
    'a.docx',
    docx(
      TEXT.split('\n')
        .map((line) => p(line))
        .join(''),
    ),
  ],
])('%s is printed as one object', async (name, bytes) => {
  const result = await printed(name, bytes)
  expect(result).toMatchObject(STRUCTURE)
  expect(result).toHaveProperty('report', expect.arrayContaining([expect.objectContaining({ kind: 'placeholder', line: 4 })]))
  expect(Object.keys(result as object)).toEqual(['title', 'preface', 'parts', 'report'])
})

test('an encoding may be chosen', async () => {
  // 學習 in Big5
  expect(await printed('big5.txt', Uint8Array.from([0xbe, 0xc7, 0xb2, 0xdf, 0xa1, 0x43]), '--encoding=big5')).toMatchObject({
    preface: ['學習。'],
  })
})

test.each<[string, () => string[]]>([
  ['no file', () => []],
  ['two files', () => ['a', 'b']],
  ['a file that is not there', () => [join(folder, 'none.txt')]],
  ['a folder', () => [folder]],
  ['an option nobody knows', () => ['--fast']],
  [
    'a PDF',
    () => {
      writeFileSync(join(folder, 'a.pdf'), '%PDF-1.7')
      return [join(folder, 'a.pdf')]
    },
  ],
])('%s is an error in one sentence', async (_, args) => {
  await expect(outline.run(args())).rejects.toBeInstanceOf(CommandError)
})

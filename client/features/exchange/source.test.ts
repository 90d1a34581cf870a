import { describe, expect, it } from 'vitest'
import type { MaterialId } from '../../../shared/ids'
import { MOST_IMPORT_BYTES } from '../../../shared/model/import-file'
import { groupReport } from './report'
import { asksForEncoding, EMPTY_SOURCE, importSourceOf, isEmpty } from './source'

const material = 'material-1' as MaterialId
const file = (name: string) => new File(['x'], name)

describe('import source', () => {
  it('is empty until there is a file or a word', () => {
    expect(isEmpty(EMPTY_SOURCE)).toBe(true)
    expect(isEmpty({ ...EMPTY_SOURCE, text: ' \n' })).toBe(true)
    expect(isEmpty({ ...EMPTY_SOURCE, text: '一' })).toBe(false)
    expect(isEmpty({ ...EMPTY_SOURCE, file: file('a.txt') })).toBe(false)
  })

  it('sends the encoding only for plain text', () => {
    const txt = { ...EMPTY_SOURCE, file: file('材料.TXT'), encoding: 'gb18030' as const }
    expect(asksForEncoding(txt)).toBe(true)
    expect(importSourceOf(material, txt)).toMatchObject({ material, encoding: 'gb18030' })
    expect(importSourceOf(material, { ...txt, file: file('材料.docx') })).not.toHaveProperty('encoding')
  })

  it('prefers the file to what was pasted before it', () => {
    const both = { ...EMPTY_SOURCE, text: '旧', file: file('a.docx') }
    expect(importSourceOf(material, both)).not.toHaveProperty('text')
    expect(importSourceOf(material, { ...EMPTY_SOURCE, text: '新' })).toEqual({
      material,
      text: '新',
      offset: -new Date().getTimezoneOffset(),
    })
  })
})

it('a file too large does not leave the page', () => {
  const large = { ...EMPTY_SOURCE, file: new File([new Uint8Array(MOST_IMPORT_BYTES + 1)], 'a.docx') }
  expect(() => importSourceOf(material, large)).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }))
  const most = { ...EMPTY_SOURCE, file: new File([new Uint8Array(MOST_IMPORT_BYTES)], 'a.docx') }
  expect(importSourceOf(material, most)).toHaveProperty('file')
})

describe('groupReport', () => {
  it('puts what was left out first and shows no empty group', () => {
    const item = (kind: 'guessed' | 'left-out') => ({ kind, message: kind, excerpt: '' })
    const groups = groupReport([item('guessed'), item('left-out'), item('guessed')])
    expect(groups.map(({ kind, items }) => [kind, items.length])).toEqual([
      ['left-out', 1],
      ['guessed', 2],
    ])
  })
})

import { expect, it } from 'vitest'
import { csvOf } from './csv'

it('quotes every cell, doubles quotes, ends lines as office programs expect, and begins with the mark of UTF-8', () => {
  expect(
    csvOf([
      ['提出人', '意见'],
      ['王芳', '将"甲"改为乙,丙\n丁'],
    ]),
  ).toBe('\uFEFF"提出人","意见"\r\n"王芳","将""甲""改为乙,丙\n丁"\r\n')
})

it('lets no cell be taken for a formula', () => {
  expect(csvOf([['=HYPERLINK("x")', '+1', '-1', '@a', 'a=b']])).toBe('\uFEFF"\'=HYPERLINK(""x"")","\'+1","\'-1","\'@a","a=b"\r\n')
})

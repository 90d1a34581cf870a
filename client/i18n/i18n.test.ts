import { describe, expect, it } from 'vitest'
import { ERRORS } from '../../shared/errors'
import { en } from './en'
import { zhCN } from './zh-CN'

/** Every sentence by its path. */
function flat(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`${path}${key}`, value]] : [...flat(value as object, `${path}${key}.`)],
    ),
  )
}

const holes = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()

describe('the words of the interface', () => {
  const source = flat(zhCN)
  const english = flat(en)

  it('are all there in English', () => {
    expect([...source.keys()].filter((key) => !english.has(key))).toEqual([])
  })

  it('hold nothing in English that the source does not, but for singulars', () => {
    const extra = [...english.keys()].filter((key) => !source.has(key) && !source.has(key.replace(/_one$/, '')))
    expect(extra).toEqual([])
  })

  it('are silent in one language only where they are in the other', () => {
    const differing = [...source].filter(([key, text]) => (text === '') !== (english.get(key) === ''))
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('speak of the same facts in both languages', () => {
    const differing = [...source].filter(([key, text]) => {
      const allowed = holes(text)
      return holes(english.get(key) ?? '').some((hole) => !allowed.includes(hole))
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('say cause, safety and advice for every expected failure', () => {
    for (const code of Object.keys(ERRORS)) {
      for (const part of ['cause', 'safe', 'next']) {
        expect(source.has(`errors.${code}.${part}`), `errors.${code}.${part}`).toBe(true)
      }
    }
  })
})

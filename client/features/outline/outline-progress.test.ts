import { describe, expect, it } from 'vitest'
import { isWritten, outlineProgress } from './outline-progress'

const section = (level: 1 | 2 | 3, totalChars: number) => ({ level, totalChars })

describe('outline progress', () => {
  it('counts the innermost sections: a part is as far as its sections are', () => {
    const sections = [section(1, 40), section(2, 40), section(2, 0), section(1, 0), section(2, 0), section(1, 12)]
    expect(outlineProgress(sections)).toEqual({ written: 2, total: 4 })
  })

  it('is nothing of nothing for a text without headings', () => {
    expect(outlineProgress([])).toEqual({ written: 0, total: 0 })
  })

  it('takes a part whose subsections hold text for written', () => {
    expect(isWritten(section(1, 3))).toBe(true)
    expect(isWritten(section(1, 0))).toBe(false)
  })
})

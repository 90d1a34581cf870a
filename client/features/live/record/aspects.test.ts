import { describe, expect, it } from 'vitest'
import { y2023 } from '../../../../shared/templates/y2023'
import { aspectsOf } from './aspects'

describe('方面 of a criticism', () => {
  it('are those of the part on problems, wherever the outline has it', () => {
    expect(aspectsOf(y2023.individual)).toEqual(['理论学习', '政治素质', '能力本领', '担当作为', '工作作风', '廉洁自律'])
    expect(aspectsOf({ parts: [] })).toEqual([])
  })
})

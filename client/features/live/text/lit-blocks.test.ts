import { describe, expect, it } from 'vitest'
import { type Block, plain } from '../../../../shared/schema/blocks'
import { headingOver, headingWords, litAround, partBeside, partOver } from './lit-blocks'

const heading = (level: 1 | 2, text: string): Block => ({ type: 'heading', level, runs: plain(text) })
const paragraph = (text: string): Block => ({ type: 'paragraph', runs: plain(text) })
const BLOCKS: Block[] = [
  { type: 'title', runs: plain('对照检查材料') },
  paragraph('前言'),
  heading(1, '存在的主要问题'),
  heading(2, '理论学习方面'),
  paragraph('学得零散。'),
  paragraph('学用脱节。'),
  heading(2, '政治素质方面。'),
  paragraph('自觉性不强。'),
]

describe('what is lit', () => {
  it('is the paragraph, with its heading where that stands right above', () => {
    expect(litAround(BLOCKS, 4)).toEqual({ from: 3, to: 4 })
    expect(litAround(BLOCKS, 5)).toEqual({ from: 5, to: 5 })
    expect(litAround(BLOCKS, 6)).toEqual({ from: 6, to: 7 })
    expect(litAround(BLOCKS, 2)).toEqual({ from: 2, to: 2 })
    expect(litAround(BLOCKS, 99)).toBeNull()
  })

  it('goes through the whole text both ways without a stop left out', () => {
    const forward: number[] = []
    for (let at = partBeside(BLOCKS, null, 1); at !== null; at = partBeside(BLOCKS, at, 1)) forward.push(at)
    expect(forward).toEqual([0, 1, 2, 3, 5, 6])
    const back: number[] = []
    for (let at: number | null = 7; at !== null; at = partBeside(BLOCKS, at, -1)) back.push(at)
    expect(back.slice(1)).toEqual([5, 3, 2, 1, 0])
  })

  it('says under which heading one is', () => {
    expect(headingOver(BLOCKS, 1)).toBeNull()
    expect(headingWords(BLOCKS, headingOver(BLOCKS, 7))).toBe('（二）政治素质方面')
    expect(headingWords(BLOCKS, partOver(BLOCKS, 7))).toBe('一、存在的主要问题')
  })
})

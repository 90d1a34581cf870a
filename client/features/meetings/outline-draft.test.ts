import { describe, expect, it } from 'vitest'
import { draftOf, edited, isComplete, type OutlineEdit, outlineOf } from './outline-draft'

const outline = {
  title: '{year}年度对照检查材料',
  prefaceHint: '说明依据',
  parts: [
    { heading: '问题', sections: [{ heading: '学习', hint: '写事例' }, { heading: '担当' }] },
    { heading: '措施', hint: '写期限', sections: [] },
  ],
}

const after = (...edits: OutlineEdit[]) => outlineOf(edits.reduce(edited, draftOf(outline)))

describe('outline draft', () => {
  it('gives back what it was made of', () => {
    expect(after()).toEqual(outline)
  })

  it('changes a heading and a hint where they stand', () => {
    const changed = after(
      { kind: 'heading', at: { part: 0, section: 1 }, text: ' 廉洁 ' },
      { kind: 'hint', at: { part: 1 }, text: '' },
      { kind: 'prefaceHint', text: '' },
    )
    expect(changed.parts[0]?.sections[1]).toEqual({ heading: '廉洁' })
    expect(changed.parts[1]).toEqual({ heading: '措施', sections: [] })
    expect(changed).not.toHaveProperty('prefaceHint')
  })

  it('adds, moves and removes parts and sections', () => {
    const headings = (edit: OutlineEdit) =>
      after(edit).parts.map((part) => [part.heading, ...part.sections.map((s) => s.heading)].join(' '))
    expect(headings({ kind: 'add', to: 1 })).toEqual(['问题 学习 担当', '措施 '])
    expect(headings({ kind: 'add', to: null })).toEqual(['问题 学习 担当', '措施', ''])
    expect(headings({ kind: 'move', at: { part: 1 }, by: -1 })).toEqual(['措施', '问题 学习 担当'])
    expect(headings({ kind: 'move', at: { part: 0, section: 0 }, by: 1 })).toEqual(['问题 担当 学习', '措施'])
    expect(headings({ kind: 'remove', at: { part: 0, section: 0 } })).toEqual(['问题 担当', '措施'])
    expect(headings({ kind: 'remove', at: { part: 0 } })).toEqual(['措施'])
  })

  it('does not move over the ends', () => {
    expect(after({ kind: 'move', at: { part: 0 }, by: -1 }, { kind: 'move', at: { part: 0, section: 1 }, by: 1 })).toEqual(
      outline,
    )
  })

  it('gives every row a key that nobody else has', () => {
    const draft = [{ kind: 'add', to: 0 } as const, { kind: 'add', to: null } as const].reduce(edited, draftOf(outline))
    const keys = draft.parts.flatMap((part) => [part.key, ...part.sections.map(({ key }) => key)])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is complete only when every heading has words', () => {
    expect(isComplete(draftOf(outline))).toBe(true)
    expect(isComplete(edited(draftOf(outline), { kind: 'add', to: 0 }))).toBe(false)
    expect(isComplete(edited(draftOf(outline), { kind: 'title', text: ' ' }))).toBe(false)
  })
})

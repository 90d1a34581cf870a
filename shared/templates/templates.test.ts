import { describe, expect, test } from 'vitest'
import { outlineOf } from '../outline/outline'
import { plainText } from '../outline/plain-text'
import { recognise } from '../outline/recognise'
import { textOf } from '../schema/blocks'
import { TEMPLATES, templateById } from './catalogue'
import { blocksFor } from './fill'

const FACTS = { year: 2024, name: '沈怀远', team: '槐水县水务局党组', post: '党组书记' }

describe.each(TEMPLATES)('$id', (template) => {
  test.each(['collective', 'individual'] as const)('%s: becomes a material with the same outline, hints not in it', (kind) => {
    const outline = template[kind]
    const blocks = blocksFor(outline, FACTS)
    const { title, parts } = outlineOf(blocks)
    expect(title).not.toMatch(/[{}]/)
    expect(title).toContain('2024年度')
    expect(parts.map(({ heading, sections }) => [heading, sections.map((section) => section.heading)])).toEqual(
      outline.parts.map(({ heading, sections }) => [heading, sections.map((section) => section.heading)]),
    )
    const text = plainText(blocks)
    for (const part of outline.parts)
      for (const { hint } of [part, ...part.sections]) if (hint !== undefined) expect(text).not.toContain(hint)
  })

  test('an empty paragraph waits under the title and under each heading', () => {
    const blocks = blocksFor(template.collective, { ...FACTS, name: '' })
    expect(blocks.some((block) => block.type === 'byline')).toBe(false)
    blocks.forEach((block, index) => {
      const next = blocks[index + 1]
      const deeper = next?.type === 'heading' && block.type === 'heading' && next.level > block.level
      if (block.type === 'heading' && !deeper) expect(next).toEqual({ type: 'paragraph', runs: [] })
    })
  })

  test('the filled outline, as text, is recognised again', () => {
    const blocks = blocksFor(template.collective, FACTS)
    expect(outlineOf(recognise(plainText(blocks)).blocks)).toEqual(outlineOf(blocks))
  })
})

test('the years have their prescribed numbers of aspects', () => {
  const aspects = (id: string) => Math.max(...(templateById(id)?.collective.parts ?? []).map(({ sections }) => sections.length))
  expect([aspects('y2023'), aspects('y2024'), aspects('y2025')]).toEqual([6, 4, 5])
  expect(templateById('nothing')).toBeUndefined()
})

test('the byline holds post and name', () => {
  const byline = blocksFor(TEMPLATES[0]?.individual ?? { title: '', parts: [] }, FACTS).find((block) => block.type === 'byline')
  expect(byline?.type === 'byline' && textOf(byline)).toBe('党组书记　沈怀远')
})

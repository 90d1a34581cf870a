import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outlineOf } from '../outline/outline'
import { plainText } from '../outline/plain-text'
import { textOf } from '../schema/blocks'
import { templateById } from '../templates/catalogue'
import { SAMPLE } from './huaishui-2023'

const collective = SAMPLE.materials.find(({ kind }) => kind === 'collective')

test('the collective material is a whole one: preface, three parts, six aspects, at least 2,500 characters', () => {
  const { title, preface, parts } = outlineOf(collective?.blocks ?? [])
  expect(title).toBe('槐水县水务局党组班子2023年度民主生活会对照检查材料')
  expect(preface).toHaveLength(1)
  expect(parts.map(({ number, heading, sections }) => [number, heading, sections.length])).toEqual([
    ['一、', '存在的主要问题', 6],
    ['二、', '产生问题的原因分析', 4],
    ['三、', '下一步整改措施', 4],
  ])
  expect(plainText(collective?.blocks ?? []).replace(/\s/g, '').length).toBeGreaterThan(2500)
  expect(collective?.blocks.filter((block) => block.type === 'paragraph' && block.ordinal)).toHaveLength(3)
})

test('every member has a material, in all the states of the work', () => {
  const owners = SAMPLE.materials.flatMap(({ owner }) => (owner === undefined ? [] : [owner]))
  expect(owners.sort()).toEqual(SAMPLE.people.flatMap(({ name, roles }) => (roles.includes('member') ? [name] : [])).sort())
  expect(new Set(SAMPLE.materials.map(({ state }) => state))).toEqual(new Set(['draft', 'submitted', 'returned', 'approved']))
  for (const { state, reason } of SAMPLE.materials) expect(reason !== undefined).toBe(state === 'returned')
})

test('personal materials follow their template and carry name and post', () => {
  const parts = templateById(SAMPLE.templateId)?.individual.parts.map(({ heading }) => heading)
  for (const { owner, blocks } of SAMPLE.materials.filter(({ kind }) => kind === 'individual')) {
    expect(outlineOf(blocks).parts.map(({ heading }) => heading)).toEqual(parts)
    expect(blocks.find(({ type }) => type === 'byline')).toMatchObject({ runs: [{ text: expect.stringContaining(owner ?? '') }] })
  }
})

test('the people fill every role of a meeting', () => {
  expect(new Set(SAMPLE.people.flatMap(({ roles }) => roles))).toEqual(
    new Set(['principal', 'member', 'office', 'recorder', 'supervisor', 'observer']),
  )
  expect(new Set(SAMPLE.people.map(({ name }) => name)).size).toBe(SAMPLE.people.length)
})

test('colleagues propose and remark, on words that are there, once', () => {
  const names = SAMPLE.people.map(({ name }) => name)
  for (const { blocks, suggestions = [], threads = [] } of SAMPLE.materials) {
    const text = plainText(blocks)
    for (const { words } of [...suggestions, ...threads]) expect(text.split(words), words).toHaveLength(2)
    const people = [...suggestions.map(({ by }) => by), ...threads.flatMap(({ said }) => said.map(({ by }) => by))]
    expect(people.filter((name) => !names.includes(name))).toEqual([])
  }
  expect(SAMPLE.materials.find(({ state }) => state === 'returned')).toMatchObject({
    suggestions: expect.arrayContaining([expect.anything()]),
    threads: expect.arrayContaining([expect.anything()]),
  })
})

const SEED = new URL('../../../shared/seed/seed.txt', import.meta.url)

test.skipIf(!existsSync(SEED))('no sentence is the seed text’s (left out where that text is not at hand)', () => {
  const seed = readFileSync(SEED, 'utf8').replace(/\s/g, '')
  const paragraphs = SAMPLE.materials.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'paragraph' ? [textOf(block)] : [])),
  )
  for (const text of paragraphs) {
    for (let at = 0; at + 13 <= text.length; at++)
      if (seed.includes(text.slice(at, at + 13))) expect.fail(text.slice(at, at + 13))
  }
})

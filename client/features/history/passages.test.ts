import { expect, it } from 'vitest'
import type { PersonId } from '../../../shared/ids'
import { foreignAuthor } from '../../../shared/model/foreign-author'
import type { Writing } from '../../editor/selected-writing'
import { passagesOf } from './passages'

const ANN = 'person-ann' as PersonId
const BEN = 'person-ben' as PersonId
const people = [
  { person: ANN, name: '沈一', color: 2 },
  { person: BEN, name: '陆二', color: 5 },
]

function piece(text: string, facts: Partial<Writing> = {}): Writing {
  return { client: 1, clock: 0, length: text.length, text, block: 0, proposal: null, ...facts }
}

const by = (person: PersonId | null, from: number | null, to = from) => ({ person, from, to })

it('one entry as long as the hand stays the same, over blocks too, from the first minute to the last', () => {
  const writing = [piece('学习'), piece('不够'), piece('深入。', { block: 1 }), piece('检查少。', { block: 1 })]
  const passages = passagesOf(writing, { people, origins: [by(ANN, 300, 360), by(ANN, 120), by(ANN, 240), by(BEN, 600)] })
  expect(passages).toMatchObject([
    { author: ANN, name: '沈一', color: 2, text: '学习不够\n深入。', isProposed: false, from: 120, to: 360 },
    { author: BEN, name: '陆二', color: 5, text: '检查少。', isProposed: false, from: 600, to: 600 },
  ])
})

it('says nothing it does not know: no beginning where some of it is older than the times that were kept', () => {
  const [passage] = passagesOf([piece('旧'), piece('新')], { people, origins: [by(ANN, null), by(ANN, 240)] })
  expect(passage).toMatchObject({ from: null, to: 240 })
  expect(passagesOf([piece('模板')], { people, origins: [by(null, 60)] })).toMatchObject([{ author: null, name: '', from: 60 }])
})

it('what is proposed stands apart, and a file’s author is named although somebody else brought the file', () => {
  const stranger = foreignAuthor('张三')
  const writing = [
    piece('原文'),
    piece('我的', { proposal: { author: ANN, at: 90 } }),
    piece('来自文件', { proposal: { author: stranger, at: 30 } }),
  ]
  const passages = passagesOf(writing, { people, origins: [by(ANN, 60), by(ANN, 120), by(ANN, 600)] })
  expect(passages.map(({ name, isProposed, from }) => [name, isProposed, from])).toEqual([
    ['沈一', false, 60],
    ['沈一', true, 120],
    ['张三', true, 30],
  ])
})

/** Tracked changes and comments of files made by others, as suggestions and threads. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { foreignName } from '../../shared/model/foreign-author'
import { type Block, textOf } from '../../shared/schema/blocks'
import { rootOf } from '../../shared/schema/ydoc'
import { cardsIn, kindOfCard } from '../../shared/suggestions/cards'
import { timeOf } from '../../shared/suggestions/proposal'
import { blocksUnder, type View } from '../../shared/suggestions/view'
import { writeRich } from '../../shared/suggestions/write-rich'
import { docx, p, r, wordPart } from '../testing/docx'
import { importBytes } from './read-source'

const NOW = Date.UTC(2027, 0, 1)
const BEIJING = 480

function read(bytes: Uint8Array) {
  const result = importBytes(bytes, { fileName: 'a.docx', offset: BEIJING })
  if (!result.ok) throw new Error(result.error.message)
  const doc = new Y.Doc()
  const written = doc.transact(() => writeRich(rootOf(doc), result.value.text, { now: NOW, random: 0.1 }))
  const under = (view: View) => blocksUnder(doc, view).map(shown)
  const cards = cardsIn(rootOf(doc))
  return {
    ...result.value,
    written,
    cards,
    original: under('original'),
    final: under('final'),
    said: cards.map((card) =>
      `${foreignName(card.author)} ${kindOfCard(card)} -${card.deleted} +${card.inserted}`.replaceAll('\n', '⏎'),
    ),
    messages: result.value.report.map(({ message }) => message),
  }
}

function shown(block: Block): string {
  if (block.type === 'table')
    return block.rows.map((row) => row.map((cell) => cell.paragraphs.map(textOf).join('/')).join('|')).join(' ')
  return `${block.type === 'heading' ? `h${block.level}` : block.type === 'paragraph' ? 'p' : block.type} ${textOf(block)}`
}

const who = (author: string, minute = 10) => `w:id="1" w:author="${author}" w:date="2026-03-05T09:${minute}:00Z"`
const ins = (text: string, author: string, minute?: number) => `<w:ins ${who(author, minute)}>${r(text)}</w:ins>`
const del = (text: string, author: string, minute?: number) =>
  `<w:del ${who(author, minute)}><w:r><w:delText>${text}</w:delText></w:r></w:del>`
const mark = (tag: string, author: string) => `<w:rPr><w:${tag} ${who(author)}/></w:rPr>`

it('a file of LibreOffice: every change by its author, every comment on its words', () => {
  const file = read(readFileSync(new URL('fixtures/libreoffice-tracked.docx', import.meta.url)))
  expect(file.original).toEqual([
    'title 2025年度对照检查材料',
    'p 根据要求，现对照检查如下。',
    'h1 存在的问题',
    'h2 理论学习方面',
    'p 学习不够深入，时紧时松，联系实际不紧。',
    'h2 工作作风方面',
    'p 调研次数偏少，听意见不够。',
    'h1 原因分析',
    'p 思想上有所放松。',
    'h1 整改措施',
    'p 制定计划，按期落实。',
    'h1 其他说明',
    'p 没有其他需要说明的事项。',
    'h3 每季度学习一次',
    'h3 每月调研一次',
    '问题|措施 学习不深|每周自学',
  ])
  expect(file.final.slice(3)).toEqual([
    'h2 理论学习方面学习不够深，联系实际不紧。',
    'h2 工作作风方面',
    'p 调研次数偏少，听意见不够，走访不勤。',
    'h1 原因分析',
    'p 思想上有所放松。',
    'p 标准上有所降低。',
    'p 担当上有所弱化。',
    'h1 整改措施',
    'p 制定计划，按期落实。',
    'p 没有其他需要说明的事项。',
    'h3 每季度学习一次',
    'h3 每月调研一次',
    '问题|措施 学习不深|每周自学、写笔记',
  ])
  expect(file.said).toEqual([
    '李四 join -⏎ +',
    '张三 replace -深入 +深',
    '张三 delete -时紧时松， +',
    '张三 insert - +，走访不勤',
    '张三 insert - +⏎标准上有所降低。',
    '李四 insert - +⏎担当上有所弱化。',
    '李四 format - +',
    '李四 delete -⏎其他说明 +',
    '李四 insert - +、写笔记',
  ])
  expect(file.suggestions).toBe(9)
  expect(file.threads).toMatchObject([
    { resolved: false, comments: [{ author: '王五', at: Date.UTC(2025, 2, 6, 1, 20, 30), text: '请举一例' }] },
    { resolved: true, comments: [{ author: '赵六', text: '写明时间' }] },
  ])
  expect(file.threads.map(({ id }) => file.written.quotes[id])).toEqual(['联系实际', '制定计划'])
})

it('keeps the time of the clock it was written under', () => {
  const { cards } = read(docx(p(r('原文') + ins('新增', '甲'))))
  expect(timeOf(cards[0]?.id ?? '')).toBe(Date.UTC(2026, 2, 5, 1, 10))
})

it('a time that is missing or lies ahead is now', () => {
  const later = `<w:ins w:author="甲" w:date="2031-01-01T00:00:00Z">${r('后')}</w:ins>`
  const { cards } = read(docx(p(`${r('原文')}<w:ins w:author="乙">${r('无')}</w:ins>${r('原文')}${later}`)))
  expect(cards.map(({ id }) => timeOf(id))).toEqual([NOW, NOW])
})

it('what one person changed in one place in one go is one suggestion', () => {
  const { said } = read(docx(p(del('旧', '甲') + ins('新', '甲', 11) + ins('乙加', '乙') + r('原文') + ins('远', '甲'))))
  expect(said).toEqual(['甲 replace -旧 +新', '乙 insert - +乙加', '甲 insert - +远'])
})

it('a move is a deletion and an insertion, and told', () => {
  const from = `<w:moveFrom ${who('甲')}>${r('移动的话。')}</w:moveFrom>`
  const to = `<w:moveTo ${who('甲')}>${r('移动的话。')}</w:moveTo>`
  const { original, final, messages } = read(docx(p(from + r('前。')) + p(r('后。') + to)))
  expect(original).toEqual(['p 移动的话。前。', 'p 后。'])
  expect(final).toEqual(['p 前。', 'p 后。移动的话。'])
  expect(messages).toContain('修订中移动的 1 处文字已改为一处删除、一处新增的建议。')
})

it('paragraphs that come or go leave those around them what they are', () => {
  const whole =
    p(r('一、问题')) +
    p(r('正文。')) +
    p(ins('新段。', '甲'), mark('ins', '甲')) +
    p(r('二、原因')) +
    p(r('说明。')) +
    p(del('三、多余', '甲'), mark('del', '甲')) +
    p(r('结尾。'))
  const { original, final, said } = read(docx(whole))
  expect(original).toEqual(['h1 问题', 'p 正文。', 'h1 原因', 'p 说明。', 'h1 多余', 'p 结尾。'])
  expect(final).toEqual(['h1 问题', 'p 正文。', 'p 新段。', 'h1 原因', 'p 说明。', 'p 结尾。'])
  expect(said).toEqual(['甲 insert - +⏎新段。', '甲 delete -⏎多余 +'])
})

it('a paragraph of which only the text goes goes as a whole', () => {
  const { original, final } = read(docx(p(r('前。')) + p(del('整段。', '甲')) + p(r('后。'))))
  expect(original).toEqual(['p 前。', 'p 整段。', 'p 后。'])
  expect(final).toEqual(['p 前。', 'p 后。'])
})

it('the last paragraph goes to the one before it', () => {
  const { original, final } = read(docx(p(r('前。')) + p(del('最后。', '甲'))))
  expect(original).toEqual(['p 前。', 'p 最后。'])
  expect(final).toEqual(['p 前。'])
})

it('an empty line below a new paragraph ends it', () => {
  const { original, final } = read(docx(p(r('前。'), mark('ins', '甲')) + p('') + p(r('后。'))))
  expect(original).toEqual(['p 前。', 'p 后。'])
  expect(final).toEqual(['p 前。', 'p 后。'])
})

it('bold is a proposed change, another style a proposed kind, anything else of form is told as lost', () => {
  const sheet = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`
  const bold = r('加粗', `<w:b/><w:rPrChange ${who('甲')}><w:rPr/></w:rPrChange>`)
  const size = r('放大', `<w:sz w:val="40"/><w:rPrChange ${who('甲')}><w:rPr/></w:rPrChange>`)
  const turned = p('原因分析', `<w:pStyle w:val="1"/><w:pPrChange ${who('乙')}><w:pPr/></w:pPrChange>`)
  const { cards, messages, original, final } = read(
    docx(p('对照检查材料') + p(r('原文。') + bold + size) + turned, { 'word/styles.xml': sheet }),
  )
  expect(cards.map(kindOfCard)).toEqual(['format', 'retype'])
  expect(cards[0]?.changes).toEqual([{ mark: 'bold', on: true, text: '加粗' }])
  expect([original[2], final[2]]).toEqual(['p 原因分析', 'h1 原因分析'])
  expect(messages).toContain('修订中 1 处字体、缩进等格式改动没有作为建议导入，文字保留。')
})

it('a change inside a number, or of a whole row, is told as lost', () => {
  const row = `<w:tr><w:trPr><w:ins ${who('甲')}/></w:trPr><w:tc>${p(ins('新行', '甲'))}</w:tc><w:tc>${p('')}</w:tc></w:tr>`
  const first = `<w:tr><w:tc>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr>`
  const { messages, final } = read(
    docx(`${p(`${r('一')}${ins('、', '甲')}${r('问题')}`) + p(r('正文。'))}<w:tbl>${first}${row}</w:tbl>`),
  )
  expect(final).toEqual(['h1 问题', 'p 正文。', '甲|乙 新行|'])
  expect(messages).toContain('1 处修订落在编号或没有导入的行里，没有作为建议保留，按接受导入。')
  expect(messages).toContain('修订中增删的 1 个表格行按原样保留，只有其中的文字作为建议导入。')
})

it('replies come in their thread, a settled one is settled, a point stands on the word before it', () => {
  const comment = (id: number, author: string, text: string, paragraph: string) =>
    `<w:comment w:id="${id}" ${who(author).replace('w:id="1" ', '')}><w:p w14:paraId="${paragraph}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${r(text)}</w:p></w:comment>`
  const body = p(
    `${r('前')}<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>${r('所指')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r('后')}<w:r><w:commentReference w:id="2"/></w:r>`,
  )
  const bytes = docx(body, {
    'word/comments.xml': wordPart(
      'comments',
      comment(0, '甲', '问', 'A1') + comment(1, '乙', '答', 'A2') + comment(2, '丙', '点', 'A3'),
    ),
    'word/commentsExtended.xml':
      '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="A1" w15:done="1"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="1"/></w15:commentsEx>',
  })
  const { threads, written, messages } = read(bytes)
  expect(threads.map(({ resolved, comments }) => [resolved, comments.map(({ author, text }) => `${author}${text}`)])).toEqual([
    [true, ['甲问', '乙答']],
    [false, ['丙点']],
  ])
  expect(threads.map(({ id }) => written.quotes[id])).toEqual(['所指', '后'])
  expect(messages.filter((message) => message.includes('批注'))).toEqual([])
})

it('a comment whose words did not come is told', () => {
  const comments = wordPart('comments', `<w:comment w:id="0" w:author="甲">${p('说')}</w:comment>`)
  const { threads, messages } = read(docx(p('原文。'), { 'word/comments.xml': comments }))
  expect(threads).toEqual([])
  expect(messages).toContain('1 条批注没有导入。')
})

it('more changes than people make are taken as they read', () => {
  const { suggestions, final, messages } = read(
    docx(p(Array.from({ length: 20_001 }, (_, index) => ins(unlike(index), '甲')).join(''))),
  )
  expect(suggestions).toBe(0)
  expect(final.join('')).toContain(`${unlike(19_999)}${unlike(20_000)}`)
  expect(messages[0]).toMatch(/^修订太多（20001 处）/)
})

/** What packs badly: an archive that shrinks too well is refused before. */
function unlike(index: number): string {
  return ((index * 2_654_435_761) % 2 ** 32).toString(36)
}

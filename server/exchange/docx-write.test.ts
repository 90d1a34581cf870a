import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { PersonId } from '../../shared/ids'
import type { Block } from '../../shared/schema/blocks'
import { rootOf } from '../../shared/schema/ydoc'
import { overlappingKey } from '../../shared/suggestions/mark-key'
import { documentOf, NOW, SuggestingHands } from '../../shared/suggestions/testing/hands'
import { anyBlocks } from '../../shared/testing/blocks-arbitrary'
import type { ExportedThread } from '../ports/exporter'
import { asWordHasIt } from '../testing/as-word-has-it'
import { writeDocx } from './docx-write'
import { parseXml } from './docx-xml'
import { importBytes } from './read-source'
import { richDocument } from './rich-document'
import { richOf } from '../../shared/suggestions/rich-text'

const BEN = 'person-ben' as PersonId
const OPTIONS = { title: '材料', threads: [], offset: 480 }

function readBack(bytes: Uint8Array): Block[] {
  const result = importBytes(bytes, { fileName: 'a.docx' })
  if (!result.ok) throw new Error(result.error.message)
  return result.value.blocks
}

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}

describe('a material as .docx', () => {
  it('reads back as it was, whatever the schema has', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const material = blocks.map(asWordHasIt)
        expect(readBack(writeDocx(richOf(material), OPTIONS))).toEqual(material)
      }),
      { numRuns: 150 },
    )
  })

  it('keeps cells that grow over rows and columns', () => {
    const cell = (text: string, colspan = 1, rowspan = 1) => ({
      header: false,
      colspan,
      rowspan,
      paragraphs: [{ type: 'paragraph' as const, runs: [{ text }] }],
    })
    const table: Block = {
      type: 'table',
      rows: [[cell('甲', 1, 3), cell('乙', 2)], [cell('丙'), cell('丁', 1, 2)], [cell('戊')]],
    }
    expect(readBack(writeDocx(richOf([table, table]), OPTIONS))).toEqual([table, table])
  })

  it('is made of well-formed parts, whatever characters a text holds', () => {
    const text = '<&>"\u0001\ud800 𠮷\t“引号”'
    const bytes = writeDocx(richOf([{ type: 'paragraph', runs: [{ text }] }]), OPTIONS)
    for (const [name, part] of Object.entries(partsOf(bytes))) expect(parseXml(part), name).not.toBeNull()
    expect(readBack(bytes)).toEqual([{ type: 'paragraph', runs: [{ text: '<&>" 𠮷\t“引号”' }] }])
  })

  it('holds the measures of the standard', () => {
    const parts = partsOf(writeDocx(richOf([{ type: 'title', runs: [{ text: '标题' }] }]), OPTIONS))
    expect(parts['word/document.xml']).toContain(
      '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"',
    )
    expect(parts['word/document.xml']).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>')
    expect(parts['word/styles.xml']).toContain('<w:widowControl w:val="0"/>')
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
    expect(parts['word/footer1.xml']).toContain('<w:jc w:val="right"/>')
    expect(parts['word/footer2.xml']).toContain('<w:jc w:val="left"/>')
    for (const name of ['仿宋_GB2312', '楷体_GB2312', '黑体', '方正小标宋简体']) {
      expect(parts['word/fontTable.xml']).toMatch(new RegExp(`w:name="${name}"><w:altName`))
    }
  })

  it('says numbers as text, and a run-in heading with its paragraph on one line', () => {
    const parts = partsOf(
      writeDocx(
        richOf([
          { type: 'heading', level: 1, runs: [{ text: '存在的问题' }] },
          { type: 'heading', level: 2, runIn: true, runs: [{ text: '学习不够。' }] },
          { type: 'paragraph', runs: [{ text: '时紧时松。' }] },
          { type: 'paragraph', ordinal: true, runs: [{ text: '不系统。' }] },
        ]),
        OPTIONS,
      ),
    )
    const paragraphs = [...(parts['word/document.xml'] ?? '').matchAll(/<w:p>.*?<\/w:p>/g)].map(([paragraph]) =>
      paragraph.replace(/<[^>]+>/g, ''),
    )
    expect(paragraphs).toEqual(['一、存在的问题', '（一）学习不够。时紧时松。', '一是不系统。'])
  })
})

describe('suggestions and comments in a .docx', () => {
  const doc = documentOf([
    { type: 'paragraph', runs: [{ text: '学习不够深入，时紧时松。' }] },
    { type: 'paragraph', runs: [{ text: '第二段。' }] },
    { type: 'paragraph', runs: [{ text: '第三段。' }] },
  ])
  const hands = new SuggestingHands(doc, BEN)
  doc.transact(() => {
    hands.insert(hands.block(0), 4, '还')
    hands.remove(hands.block(0), 5, 2)
    hands.split(hands.block(1), 2, 'heading1')
    hands.join(hands.block(2))
    hands.retype(hands.block(2), 'quote')
    const text = rootOf(doc).get(0)
    const inside = text instanceof Y.XmlElement ? text.get(0) : null
    if (inside instanceof Y.XmlText) inside.format(8, 2, { [overlappingKey('comment', { thread: 't1' })]: { thread: 't1' } })
  })
  const threads: ExportedThread[] = [
    {
      id: 't1',
      suggestion: null,
      resolved: true,
      comments: [
        { author: '沈一', at: NOW, text: '这里要展开\n举一例' },
        { author: '本人', at: NOW + 60_000, text: '已展开' },
      ],
    },
    { id: 'gone', suggestion: null, resolved: false, comments: [{ author: '沈一', at: NOW, text: '没有地方了' }] },
  ]
  const source = { names: new Map([[BEN, '陆二']]), threads }
  const parts = partsOf(writeDocx(richDocument(doc, source), { ...OPTIONS, threads }))
  const body = parts['word/document.xml'] ?? ''

  it('are revisions with author and local time', () => {
    expect(body).toMatch(/<w:ins w:id="\d+" w:author="陆二" w:date="20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ"><w:r>.*?还<\/w:t>/)
    expect(body).toMatch(/<w:del w:id="\d+" w:author="陆二"[^>]*><w:r><w:delText xml:space="preserve">深入<\/w:delText>/)
    expect(body).toMatch(/<w:rPr><w:ins w:id="\d+" w:author="陆二"[^>]*\/><\/w:rPr>/)
    expect(body).toMatch(/<w:rPr><w:del w:id="\d+" w:author="陆二"[^>]*\/><\/w:rPr>/)
    expect(body).toMatch(/<w:pStyle w:val="DzQuote"\/><w:pPrChange [^>]*><w:pPr><w:pStyle w:val="DzBody"\/>/)
    expect(body).not.toContain('¶')
  })

  it('are comments in their thread, with what is settled', () => {
    expect(parts['word/comments.xml']?.match(/<w:comment /g)).toHaveLength(2)
    expect(parts['word/commentsExtended.xml']).toMatch(/w15:paraIdParent="10000000" w15:done="1"/)
    expect(body.match(/<w:commentRangeStart /g)).toHaveLength(2)
    expect(body.match(/<w:commentRangeEnd /g)).toHaveLength(2)
    for (const [name, part] of Object.entries(parts)) expect(parseXml(part), name).not.toBeNull()
  })
})

import { expect, test } from 'vitest'
import type { SourceParagraph } from '../../shared/outline/source'
import { docx, numbering, p, r, styles, wordPart } from '../testing/docx'
import { readDocx } from './docx-read'
import { importBytes } from './read-source'

function read(bytes: Uint8Array): { paragraphs: SourceParagraph[]; messages: string[] } {
  const result = readDocx(bytes)
  if (!result.ok) throw new Error(result.error.message)
  const { content, losses } = result.value
  if (content.kind !== 'read') throw new Error('taken for one of ours')
  return { paragraphs: content.paragraphs, messages: losses.report().map(({ message }) => message) }
}

function texts(bytes: Uint8Array): string[] {
  return read(bytes).paragraphs.map((item) =>
    item.kind === 'table' ? '[table]' : `${item.number ?? ''}${item.runs.map((run) => run.text).join('')}`,
  )
}

test('runs carry their marks', () => {
  const bytes = docx(
    p(
      r('加粗', '<w:b/>') +
        r('斜', '<w:i w:val="1"/>') +
        r('线', '<w:u w:val="single"/>') +
        r('无', '<w:b w:val="0"/><w:u w:val="none"/>'),
    ),
  )
  expect(read(bytes).paragraphs).toEqual([
    {
      kind: 'text',
      runs: [
        { text: '加粗', marks: ['bold'] },
        { text: '斜', marks: ['italic'] },
        { text: '线', marks: ['underline'] },
        { text: '无' },
      ],
    },
  ])
})

const CHINESE_LIST = numbering(
  '<w:abstractNum w:abstractNumId="5">' +
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>' +
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>' +
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>' +
    '</w:abstractNum><w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>',
)
const item = (text: string, level: number, num = 1) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`)

test('automatic numbers become text, counted per level', () => {
  const body =
    item('问题', 0) +
    item('学习', 1) +
    item('深度', 2) +
    item('作风', 1) +
    p('正文') +
    item('原因', 0) +
    item('认识', 1) +
    item('点', 0, 2) +
    item('另起', 0, 3)
  expect(texts(docx(body, { 'word/numbering.xml': CHINESE_LIST }))).toEqual([
    '一、问题',
    '（一）学习',
    '1.深度',
    '（二）作风',
    '正文',
    '二、原因',
    '（一）认识',
    '点',
    '四、另起',
  ])
})

test('a document whose numbers are all automatic is recognised', () => {
  const body =
    p('发言提纲', '<w:jc w:val="center"/>') +
    item('问题', 0) +
    item('学习方面', 1) +
    p('学得不深。') +
    item('作风方面', 1) +
    p('抓得不实。') +
    item('措施', 0) +
    p('改。')
  const result = importBytes(docx(body, { 'word/numbering.xml': CHINESE_LIST }), {})
  expect(result).toMatchObject({
    ok: true,
    value: {
      blocks: [
        { type: 'title', runs: [{ text: '发言提纲' }] },
        { type: 'heading', level: 1, runs: [{ text: '问题' }] },
        { type: 'heading', level: 2, runs: [{ text: '学习方面' }] },
        { type: 'paragraph', runs: [{ text: '学得不深。' }] },
        { type: 'heading', level: 2, runs: [{ text: '作风方面' }] },
        { type: 'paragraph', runs: [{ text: '抓得不实。' }] },
        { type: 'heading', level: 1, runs: [{ text: '措施' }] },
        { type: 'paragraph', runs: [{ text: '改。' }] },
      ],
    },
  })
})

test('styles say title and heading level, by name or outline level, also inherited', () => {
  const sheet = styles(
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Title"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="正文标题二"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="再小"/><w:basedOn w:val="x"/></w:style>',
  )
  const body =
    p('材料', '<w:pStyle w:val="a"/>') +
    p('问题', '<w:pStyle w:val="1"/>') +
    p('学习', '<w:pStyle w:val="x"/>') +
    p('作风', '<w:pStyle w:val="y"/>') +
    p('正文。')
  expect(read(docx(body, { 'word/styles.xml': sheet })).paragraphs.map((item) => item.kind === 'text' && item.hint)).toEqual([
    'title',
    1,
    2,
    2,
    undefined,
  ])
})

test('breaks, tabs, fields, hidden text, symbols', () => {
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
  const body = p(
    `<w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:noBreakHyphen/></w:r>${field}${r('看不见', '<w:vanish/>')}<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>`,
  )
  const { messages } = read(docx(body))
  expect(texts(docx(body))).toEqual(['上\n下\t-3□'])
  expect(messages).toEqual(['1 处隐藏文字没有导入。', '1 个特殊字体符号换成了“□”。'])
})

test('what stands outside the text is left out and told', () => {
  const box =
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框里的字</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:t>框里的字</w:t></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
  const body = p(`${r('正文')}${box}<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/>`)
  const { paragraphs, messages } = read(
    docx(body, { 'word/header1.xml': wordPart('hdr', p('某局内部资料')), 'word/footer1.xml': wordPart('ftr', p('— PAGE —')) }),
  )
  expect(paragraphs).toEqual([{ kind: 'text', runs: [{ text: '正文' }] }])
  expect(messages).toEqual(['1 个文本框没有导入。', '1 处脚注或尾注没有导入。', '1 条批注没有导入。', '1 处页眉页脚没有导入。'])
})

const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`

test('tables keep their spans', () => {
  const rows =
    `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('问题', '<w:gridSpan w:val="2"/>')}${cell('措施')}</w:tr>` +
    `<w:tr>${cell('一', '<w:vMerge w:val="restart"/>')}${cell('学')}${cell('改')}</w:tr>` +
    `<w:tr>${cell('', '<w:vMerge/>')}${cell('风')}${cell('严')}</w:tr>`
  const [table] = read(docx(`<w:tbl>${rows}</w:tbl>`)).paragraphs
  expect(
    table?.kind === 'table' && table.table.rows.map((row) => row.map((each) => [each.header, each.colspan, each.rowspan])),
  ).toEqual([
    [
      [true, 2, 1],
      [true, 1, 1],
    ],
    [
      [false, 1, 2],
      [false, 1, 1],
      [false, 1, 1],
    ],
    [
      [false, 1, 1],
      [false, 1, 1],
    ],
  ])
})

test('a table of one cell only frames its text', () => {
  expect(texts(docx(`<w:tbl><w:tr><w:tc>${p('一、问题')}${p('正文。')}</w:tc></w:tr></w:tbl>`))).toEqual(['一、问题', '正文。'])
})

test('an automatic table of contents is left out', () => {
  const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录')}${p('一、问题1')}</w:sdtContent></w:sdt>`
  expect(texts(docx(`${contents}${p('正文。')}`))).toEqual(['正文。'])
})

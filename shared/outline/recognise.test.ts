import { expect, test } from 'vitest'
import type { Block } from '../schema/blocks'
import { textOf } from '../schema/blocks'
import { outlineOf } from './outline'
import { plainText } from './plain-text'
import { recognise } from './recognise'

/** One line a block: "# " title, "@ " byline, "1 "…"4 " headings ("1+" run-in), "- " items, "> " right-aligned, else paragraph. */
function sketch(blocks: Block[]): string[] {
  return blocks.map((block) => {
    if (block.type === 'table') return '[table]'
    const text = textOf(block)
    if (block.type === 'title') return `# ${text}`
    if (block.type === 'byline') return `@ ${text}`
    if (block.type === 'heading') return `${block.level}${block.runIn ? '+' : ''} ${text}`
    if (block.type === 'paragraph' && block.ordinal) return `- ${text}`
    return block.type === 'paragraph' && block.align === 'right' ? `> ${text}` : text
  })
}

const LONG = '对照要求还有差距，研究问题不深不透，推动落实不够有力，需要认真加以改进。'

const CASES: { name: string; source: string; blocks: string[]; left?: string[]; corrected?: number }[] = [
  {
    name: 'title, byline, salutation, preface, closing lines',
    source: `清泉县水务局党组班子\n2024年度民主生活会对照检查材料\n县水务局党组书记　李　四\n（2025年1月10日）\n\n同志们：\n${LONG}\n一、问题\n${LONG}\n清泉县水务局党组\n2025年1月10日`,
    blocks: [
      '# 清泉县水务局党组班子',
      '# 2024年度民主生活会对照检查材料',
      '@ 县水务局党组书记　李　四',
      '@ （2025年1月10日）',
      '同志们：',
      LONG,
      '1 问题',
      LONG,
      '> 清泉县水务局党组',
      '> 2025年1月10日',
    ],
  },
  {
    name: 'no title',
    source: `按照要求，现将有关情况报告如下。\n一、存在的问题\n${LONG}`,
    blocks: ['按照要求，现将有关情况报告如下。', '1 存在的问题', LONG],
  },
  {
    name: 'begins with a heading',
    source: `一、存在的问题\n${LONG}\n二、原因\n${LONG}`,
    blocks: ['1 存在的问题', LONG, '1 原因', LONG],
  },
  {
    name: 'the attachment line stands above the title',
    source: `附件2\n2024年度组织生活会个人发言提纲\n张三\n${LONG}\n一、问题\n${LONG}`,
    blocks: ['附件2', '# 2024年度组织生活会个人发言提纲', '@ 张三', LONG, '1 问题', LONG],
  },
  {
    name: 'items 1. directly under a part',
    source: `个人剖析材料\n一、问题\n1.学习不够深入。${LONG}\n2.作风不够扎实。${LONG}\n二、措施\n1、加强学习\n${LONG}\n2、转变作风\n${LONG}`,
    blocks: [
      '# 个人剖析材料',
      '1 问题',
      '3+ 学习不够深入。',
      LONG,
      '3+ 作风不够扎实。',
      LONG,
      '1 措施',
      '3 加强学习',
      LONG,
      '3 转变作风',
      LONG,
    ],
  },
  {
    name: 'measures in one sentence each are the sections of their part',
    source:
      '对照检查材料\n一、措施\n1.加强理论学习，每月组织一次集中学习，由办公室牵头，明年六月底前形成制度并长期坚持。\n2.改进调查研究，每季度到联系点蹲点三天，由班子成员分头负责，形成问题清单逐项销号。',
    blocks: [
      '# 对照检查材料',
      '1 措施',
      '3+ 加强理论学习，',
      '每月组织一次集中学习，由办公室牵头，明年六月底前形成制度并长期坚持。',
      '3+ 改进调查研究，',
      '每季度到联系点蹲点三天，由班子成员分头负责，形成问题清单逐项销号。',
    ],
  },
  {
    name: 'long numbered sentences under an aspect stay paragraphs with their numbers',
    source:
      '对照检查材料\n一、问题\n（一）理论学习方面\n1.2023年以来虽然多次组织集中学习但是大家结合本职工作进行研讨的时间仍然偏少而且学用结合得不够紧密。\n2.在推动工作时往往习惯于凭经验办事而没有从理论上找依据所以遇到新的情况和问题时办法不多。',
    blocks: [
      '# 对照检查材料',
      '1 问题',
      '2 理论学习方面',
      '1.2023年以来虽然多次组织集中学习但是大家结合本职工作进行研讨的时间仍然偏少而且学用结合得不够紧密。',
      '2.在推动工作时往往习惯于凭经验办事而没有从理论上找依据所以遇到新的情况和问题时办法不多。',
    ],
  },
  {
    name: 'four levels',
    source: `对照检查材料\n一、问题\n（一）学习方面\n1.系统学习不够\n（1）计划性不强\n${LONG}\n（2）持续性不强\n${LONG}\n2.学用结合不够\n${LONG}`,
    blocks: [
      '# 对照检查材料',
      '1 问题',
      '2 学习方面',
      '3 系统学习不够',
      '4 计划性不强',
      LONG,
      '4 持续性不强',
      LONG,
      '3 学用结合不够',
      LONG,
    ],
  },
  {
    name: 'parts above 一、',
    source: `对照检查材料\n第一部分 上年度整改情况\n一、完成情况\n${LONG}\n二、未完成情况\n${LONG}\n第二部分 存在的问题\n一、学习方面\n（一）深度不够\n${LONG}`,
    blocks: [
      '# 对照检查材料',
      '1 上年度整改情况',
      '2 完成情况',
      LONG,
      '2 未完成情况',
      LONG,
      '1 存在的问题',
      '2 学习方面',
      '3 深度不够',
      LONG,
    ],
    corrected: 1,
  },
  {
    name: 'parts with and without 一、 below them keep their numbers as near as they go',
    source: `对照检查材料\n第一部分 问题\n一、学习方面\n1、深度不够。${LONG}\n第二部分 原因\n（一）认识不深。${LONG}\n第三部分 措施\n1.加强学习。${LONG}`,
    blocks: [
      '# 对照检查材料',
      '1 问题',
      '2 学习方面',
      '3+ 深度不够。',
      LONG,
      '1 原因',
      '2+ 认识不深。',
      LONG,
      '1 措施',
      '3+ 加强学习。',
      LONG,
    ],
  },
  {
    name: '（一） without 一、',
    source: `发言提纲\n（一）理论学习方面\n${LONG}\n（二）能力本领方面\n${LONG}`,
    blocks: ['# 发言提纲', '2 理论学习方面', LONG, '2 能力本领方面', LONG],
  },
  {
    name: 'a part whose number was lost',
    source: `对照检查材料\n存在的主要问题\n（一）学习方面\n${LONG}\n（二）作风方面\n${LONG}\n原因分析\n（一）认识不深\n${LONG}`,
    blocks: ['# 对照检查材料', '1 存在的主要问题', '2 学习方面', LONG, '2 作风方面', LONG, '1 原因分析', '2 认识不深', LONG],
  },
  {
    name: 'no numbers at all',
    source: `个人对照检查材料\n${LONG}\n存在的问题\n${LONG}\n努力方向\n${LONG}`,
    blocks: ['# 个人对照检查材料', LONG, '1 存在的问题', LONG, '1 努力方向', LONG],
  },
  {
    name: 'run-in lists in paragraphs and as paragraphs',
    source: `发言提纲\n一、问题\n（一）作风方面\n一是调研不深。${LONG}\n比如，去年只下基层两次。\n二是落实不够。${LONG}\n（二）纪律方面\n一是抓得不紧；二是管得不严；三是问得不实。\n（三）能力方面\n二是本领不强。\n三是办法不多。`,
    blocks: [
      '# 发言提纲',
      '1 问题',
      '2 作风方面',
      `- 调研不深。${LONG}`,
      '比如，去年只下基层两次。',
      `- 落实不够。${LONG}`,
      '2 纪律方面',
      '一是抓得不紧；二是管得不严；三是问得不实。',
      '2 能力方面',
      '二是本领不强。',
      '三是办法不多。',
    ],
  },
  {
    name: 'a run-in list that starts anew under one heading is drawn once',
    source: '发言提纲\n一、问题\n主要表现：\n一是学得不深。\n二是用得不够。\n原因在于：\n一是认识不足。\n二是要求不严。',
    blocks: [
      '# 发言提纲',
      '1 问题',
      '主要表现：',
      '- 学得不深。',
      '- 用得不够。',
      '原因在于：',
      '一是认识不足。',
      '二是要求不严。',
    ],
  },
  {
    name: '第一， as a run-in enumeration is text',
    source: `发言提纲\n一、问题\n第一，理论学习抓得不紧。${LONG}\n第二，调查研究做得不深。${LONG}`,
    blocks: ['# 发言提纲', '1 问题', `第一，理论学习抓得不紧。${LONG}`, `第二，调查研究做得不深。${LONG}`],
  },
  {
    name: 'duplicate and skipped numbers',
    source: `发言提纲\n一、问题\n（一）学习\n${LONG}\n（一）作风\n${LONG}\n（四）纪律\n${LONG}\n三、措施\n${LONG}`,
    blocks: ['# 发言提纲', '1 问题', '2 学习', LONG, '2 作风', LONG, '2 纪律', LONG, '1 措施', LONG],
    corrected: 3,
  },
  {
    name: 'numbers that are none',
    source: `发言提纲\n一、问题\n一、二季度进度滞后，三季度才赶上。\n2023年以来学习了12次。\n3.5亿元的项目推进缓慢。\n1.2万人次参加，效果一般。\n（一）至（三）项均已完成。\n“一、二、三”工程进展不快。`,
    blocks: [
      '# 发言提纲',
      '1 问题',
      '一、二季度进度滞后，三季度才赶上。',
      '2023年以来学习了12次。',
      '3.5亿元的项目推进缓慢。',
      '1.2万人次参加，效果一般。',
      '（一）至（三）项均已完成。',
      '“一、二、三”工程进展不快。',
    ],
  },
  {
    name: 'lists inside one paragraph stay there',
    source: `发言提纲\n一、问题\n（一）学习方面\n主要有：（1）计划不够；（2）落实不够；（3）检查不够。\n1.计划不够；2.落实不够；3.检查不够。\n（1）计划不够；（2）落实不够。`,
    blocks: [
      '# 发言提纲',
      '1 问题',
      '2 学习方面',
      '主要有：（1）计划不够；（2）落实不够；（3）检查不够。',
      '1.计划不够；2.落实不够；3.检查不够。',
      '（1）计划不够；（2）落实不够。',
    ],
  },
  {
    name: 'several items on one line are cut',
    source: `发言提纲\n一、问题\n（一）学习不够。${LONG}（二）作风不实。${LONG}\n${LONG}`,
    blocks: ['# 发言提纲', '1 问题', '2+ 学习不够。', LONG, '2+ 作风不实。', LONG, LONG],
  },
  {
    name: 'the heading is on the line after its number',
    source: `发言提纲\n一、\n存在的问题\n${LONG}\n二、\n努力方向\n${LONG}`,
    blocks: ['# 发言提纲', '1 存在的问题', LONG, '1 努力方向', LONG],
  },
  {
    name: 'quotes and brackets do not end a heading',
    source: `发言提纲\n一、问题\n（一）“等靠要。”的思想（一些人说“差不多就行！”）仍然存在。${LONG}`,
    blocks: ['# 发言提纲', '1 问题', '2+ “等靠要。”的思想（一些人说“差不多就行！”）仍然存在。', LONG],
  },
  {
    name: 'half-width full stop after a heading',
    source: `发言提纲\n一、问题\n（一）学习不够深入.${LONG}`,
    blocks: ['# 发言提纲', '1 问题', '2+ 学习不够深入.', LONG],
  },
  {
    name: 'furniture of a web page is left out, doubtful lines stay',
    source: `首页 > 党建 > 正文\n对照检查材料\n来源：清泉党建网 发布时间：2024-01-08 09:30 浏览次数：128次\n【字体：大 中 小】 打印 关闭\n${LONG}\n一、问题\n分享学习体会不多。\n来源于群众的意见没有及时办理。\n点击率不高的问题仍然存在。\n打印\n上一篇：工作总结\n下一篇：无`,
    blocks: [
      '# 对照检查材料',
      LONG,
      '1 问题',
      '分享学习体会不多。',
      '来源于群众的意见没有及时办理。',
      '点击率不高的问题仍然存在。',
    ],
    left: [
      '首页 > 党建 > 正文',
      '来源：清泉党建网 发布时间：2024-01-08 09:30 浏览次数：128次',
      '【字体：大 中 小】 打印 关闭',
      '打印',
      '上一篇：工作总结',
      '下一篇：无',
    ],
  },
  {
    name: 'a table of contents before the title',
    source: `目　　录\n一、存在的问题………………1\n（一）学习方面…………1\n二、措施......... 4\n对照检查材料\n${LONG}\n一、存在的问题\n（一）学习方面\n${LONG}\n二、措施\n${LONG}`,
    blocks: ['# 对照检查材料', LONG, '1 存在的问题', '2 学习方面', LONG, '1 措施', LONG],
    left: ['目　　录', '一、存在的问题………………1', '（一）学习方面…………1', '二、措施......... 4'],
  },
  {
    name: 'marks of Markdown',
    source: `## 对照检查材料\n**一、问题**\n**（一）学习不够。**${LONG}\n**单位还有短板。`,
    blocks: ['# 对照检查材料', '1 问题', '2+ 学习不够。', LONG, '**单位还有短板。'],
    left: ['## ', '**', '**', '**', '**'],
  },
]

test.each(CASES)('$name', ({ source, blocks, left = [], corrected }) => {
  const result = recognise(source)
  expect(sketch(result.blocks)).toEqual(blocks)
  expect(result.report.filter(({ kind }) => kind === 'left-out').map(({ excerpt }) => excerpt)).toEqual(left)
  if (corrected !== undefined) expect(result.report.filter(({ kind }) => kind === 'corrected')).toHaveLength(corrected)
})

test('a missing title is null and reported', () => {
  const { blocks, report } = recognise(`一、问题\n${LONG}`)
  expect(outlineOf(blocks).title).toBeNull()
  expect(report.map(({ message }) => message)).toContain('没有找到标题，请补写。')
})

test.each([
  ['**局结合XX工作，×××同志', 3],
  ['于*月*日召开，X月X日整改', 2],
  ['2024年*月，____单位，〇〇同志', 3],
  ['二〇〇八年，5*8，XXL，x光，A×B', 0],
])('placeholders in %s', (text, count) => {
  expect(recognise(`对照检查材料\n一、问题\n${text}。`).report.filter(({ kind }) => kind === 'placeholder')).toHaveLength(count)
})

test('every way to break a line, and characters nobody sees', () => {
  const text = ['对照检查材料', `\ufeff\u200b　　${LONG}`, '\u00a0一、问题', `${LONG}\u2060`].join('\n')
  for (const end of ['\n', '\r\n', '\r', '\u2028', '\u2029', '\v', '\f', '\n\n']) {
    expect(sketch(recognise(text.replaceAll('\n', end)).blocks)).toEqual(['# 对照检查材料', LONG, '1 问题', LONG])
  }
})

test('an empty source gives an empty document', () => {
  for (const source of ['', '\n\n', ' \u3000\ufeff']) expect(recognise(source).blocks).toEqual([])
})

test('run-in headings and their paragraphs are one line of plain text', () => {
  const source = `发言提纲\n一、问题\n（一）学习不够。${LONG}\n（二）作风方面\n一是不实。\n二是不严。`
  expect(plainText(recognise(source).blocks)).toBe(source)
})

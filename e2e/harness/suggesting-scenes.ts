/** All that can be done to a text by keyboard, mouse and clipboard: done the same way by those who write and those who suggest. */
import { type Block, plain } from '../../shared/schema/blocks'
import { act, type Person } from './two-pages'

export const TEXT: Block[] = [
  { type: 'title', runs: plain('对照检查材料') },
  { type: 'heading', level: 1, runs: plain('存在问题') },
  { type: 'paragraph', runs: [{ text: '学习不够' }, { text: '深入', marks: ['bold'] }, { text: '，时紧时松，成效不明显。' }] },
  { type: 'paragraph', runs: plain('调研较少。') },
  {
    type: 'table',
    rows: [[{ header: false, colspan: 1, rowspan: 1, paragraphs: [{ type: 'paragraph', runs: plain('格子里') }] }]],
  },
  { type: 'paragraph', runs: plain('结语。') },
]

export type Scene = (person: Person) => Promise<void>

const before = (person: Person, text: string) => act(person, { do: 'find', text, caret: 'before' })
const behind = (person: Person, text: string) => act(person, { do: 'find', text, caret: 'behind' })
const over = (person: Person, text: string, to?: string) => act(person, { do: 'find', text, ...(to === undefined ? {} : { to }) })

/** One key after the other, as far apart as it takes the page to see each. */
async function keys(person: Person, ...pressed: string[]): Promise<void> {
  for (const key of pressed) await person.page.keyboard.press(key)
}

async function type(person: Person, text: string): Promise<void> {
  await person.page.keyboard.type(text)
}

async function paste(person: Person, data: Record<string, string>): Promise<void> {
  await person.page.evaluate((kinds) => {
    const clipboardData = new DataTransfer()
    for (const [kind, value] of Object.entries(kinds)) clipboardData.setData(kind, value)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
}

/** Takes what is selected with the mouse and lets it go before the first `target`. */
async function drag(person: Person, target: string): Promise<void> {
  const { mouse } = person.page
  const [from, to] = await person.page.evaluate((text) => {
    const selected = document.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect()
    const texts = document.createTreeWalker(document.querySelector('.document') as Element, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const index = node.textContent?.indexOf(text) ?? -1
      if (index === -1) continue
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + 1)
      const there = range.getBoundingClientRect()
      return [
        [selected.x + selected.width / 2, selected.y + selected.height / 2],
        [there.x + 1, there.y + there.height / 2],
      ] as const
    }
    throw new Error(`no ${text}`)
  }, target)
  await mouse.move(...from)
  await mouse.down()
  await mouse.move(from[0] + 5, from[1] + 5)
  await mouse.move(...to, { steps: 3 })
  await mouse.up()
}

export const SCENES: [string, Scene][] = [
  ['typing', async (p) => (await behind(p, '不够'), await type(p, '系统'))],
  ['typing at the start', async (p) => (await before(p, '学习'), await type(p, '我们'))],
  ['typing at the end', async (p) => (await behind(p, '不明显。'), await type(p, '要改。'))],
  ['typing the same character', async (p) => (await before(p, '不够'), await type(p, '不不'))],
  ['typing inside bold', async (p) => (await before(p, '入'), await type(p, '甚'))],
  ['deleting backwards', async (p) => (await behind(p, '不够'), await keys(p, 'Backspace', 'Backspace'))],
  ['deleting forwards', async (p) => (await before(p, '不够'), await keys(p, 'Delete', 'Delete'))],
  [
    'typing and deleting more than that',
    async (p) => (await behind(p, '不够'), await type(p, '系'), await keys(p, 'Backspace', 'Backspace')),
  ],
  ['replacing a selection', async (p) => (await over(p, '够深'), await type(p, '很细'))],
  ['deleting across paragraphs', async (p) => (await over(p, '明显。', '调研'), await keys(p, 'Backspace'))],
  ['replacing across paragraphs', async (p) => (await over(p, '明显。', '调研'), await type(p, '差'))],
  ['pasting words', async (p) => (await over(p, '够深'), await paste(p, { 'text/plain': '很细' }))],
  ['pasting formatted words', async (p) => (await before(p, '不够'), await paste(p, { 'text/html': '<p>甚<b>至</b></p>' }))],
  [
    'pasting several paragraphs',
    async (p) => (await before(p, '不够'), await paste(p, { 'text/plain': '第一段话。\n第二段话。\n第三段话。' })),
  ],
  [
    'pasting parts and sections',
    async (p) => (await behind(p, '不明显。'), await paste(p, { 'text/plain': '二、原因分析\n（一）认识不足\n学得不深。' })),
  ],
  ['Enter', async (p) => (await before(p, '，时'), await keys(p, 'Enter'))],
  ['Enter at the end, and on', async (p) => (await behind(p, '不明显。'), await keys(p, 'Enter'), await type(p, '一要学。'))],
  ['Enter behind a heading', async (p) => (await behind(p, '问题'), await keys(p, 'Enter'), await type(p, '概述。'))],
  ['joining with Backspace', async (p) => (await before(p, '调研'), await keys(p, 'Backspace'))],
  ['joining with Delete', async (p) => (await behind(p, '不明显。'), await keys(p, 'Delete'))],
  ['a heading’s level', async (p) => (await before(p, '存在'), await keys(p, 'Tab'))],
  ['text to heading', async (p) => (await before(p, '调研'), await act(p, { do: 'kind', kind: 'heading2' }))],
  ['text to list item', async (p) => (await before(p, '调研'), await act(p, { do: 'kind', kind: 'ordinal' }))],
  ['several blocks to quotes', async (p) => (await over(p, '深入', '调研'), await act(p, { do: 'kind', kind: 'quote' }))],
  ['bold', async (p) => (await over(p, '学习'), await keys(p, 'Control+b'))],
  ['bold taken off', async (p) => (await over(p, '深入'), await keys(p, 'Control+b'))],
  ['underline across paragraphs', async (p) => (await over(p, '明显', '调研'), await keys(p, 'Control+u'))],
  ['a table cell', async (p) => (await over(p, '格子'), await type(p, '新'), await keys(p, 'Enter'), await type(p, '行'))],
  ['dragging words', async (p) => (await over(p, '学习'), await drag(p, '调研'))],
  ['undo and redo', async (p) => (await behind(p, '不够'), await type(p, '系统'), await keys(p, 'Control+z', 'Control+y'))],
  ['undoing a deletion', async (p) => (await over(p, '够深'), await keys(p, 'Delete', 'Control+z'), await type(p, '真'))],
  ['find and replace', (p) => act(p, { do: 'replaceAll', text: '不', by: '未' })],
]

/** What somebody else does in the same paragraph. */
export const OTHER: Scene = async (person) => {
  await before(person, '紧')
  await type(person, '又')
  await over(person, '成')
  await type(person, '收')
}

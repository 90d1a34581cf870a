// @vitest-environment happy-dom
// What is derived from the text (sections, blanks, hints, matches) follows each change, own and others', without starting anew.
import type { Editor } from '@tiptap/core'
import { afterEach, expect, test, vi } from 'vitest'
import type { TemplateOutline } from '../../shared/templates/template'
import { type Block, plain } from '../../shared/schema/blocks'
import { findState, replaceAll, replaceCurrent, setQuery, stepToMatch } from './find'
import { sectionsOf } from './sections'
import { openTestEditor } from './testing/open-test-editor'
import { sessionWith, TestSession } from './testing/test-session'
import { blocksIn, caretAt, erase, press, type } from './testing/type'

const OUTLINE: TemplateOutline = {
  title: '对照检查材料',
  prefaceHint: '写前言',
  parts: [
    {
      heading: '存在的主要问题',
      sections: [
        { heading: '理论学习方面', hint: '写具体问题' },
        { heading: '工作作风方面', hint: '写作风问题' },
      ],
    },
  ],
}

const BLOCKS: Block[] = [
  { type: 'title', runs: plain('对照检查材料') },
  { type: 'paragraph', runs: [] },
  { type: 'heading', level: 1, runs: plain('存在的主要问题') },
  { type: 'heading', level: 2, runs: plain('理论学习方面') },
  { type: 'paragraph', runs: plain('全年学习**次。') },
  { type: 'heading', level: 2, runs: plain('工作作风方面') },
  { type: 'paragraph', runs: [] },
]

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

function open() {
  const session = sessionWith(BLOCKS)
  const editor = openTestEditor({ session, hints: OUTLINE })
  const other = new TestSession(session.state(), (message) => session.receive(message))
  const colleague = openTestEditor({ session: other })
  closing.push(
    () => editor.destroy(),
    () => colleague.destroy(),
  )
  return { session, editor, colleague }
}

const shown = (editor: Editor, css: string) => Array.from(editor.view.dom.querySelectorAll(css), (element) => element.textContent)
const hints = (editor: Editor) =>
  Array.from(editor.view.dom.querySelectorAll('[data-hint]'), (element) => element.getAttribute('data-hint'))

test('sections: numbers, counts, ids that are the same on every page', () => {
  const { editor, colleague } = open()
  let told = 0
  const stop = sectionsOf(editor).subscribe(() => {
    told += 1
  })
  const summary = (of: Editor) =>
    sectionsOf(of)
      .getSnapshot()
      .map(({ number, text, chars, totalChars }) => [number, text, chars, totalChars])
  expect(summary(editor)).toEqual([
    ['一、', '存在的主要问题', 0, 7],
    ['（一）', '理论学习方面', 7, 7],
    ['（二）', '工作作风方面', 0, 0],
  ])
  caretAt(colleague, 4, 0)
  type(colleague, '我们')
  caretAt(colleague, 5, 0)
  press(colleague, 'Enter')
  type(colleague, '（一）新增')
  expect(told).toBeGreaterThan(0)
  stop()
  expect(summary(editor)).toEqual(summary(colleague))
  expect(
    sectionsOf(editor)
      .getSnapshot()
      .map(({ id }) => id),
  ).toEqual(
    sectionsOf(colleague)
      .getSnapshot()
      .map(({ id }) => id),
  )
  for (const { id, pos } of sectionsOf(editor).getSnapshot()) {
    expect(id).toMatch(/^\d+:\d+$/)
    expect(sectionsOf(editor).sectionAt(pos + 1)?.id).toBe(id)
  }
  expect(sectionsOf(editor).sectionAt(2)).toBeNull()
})

test('a keystroke that changes no section keeps the same list', () => {
  const { editor } = open()
  const before = sectionsOf(editor).getSnapshot()
  caretAt(editor, 4, 1)
  expect(sectionsOf(editor).getSnapshot()).toBe(before)
})

test('mere counts are told once a moment later, and never read old', () => {
  vi.useFakeTimers()
  closing.push(() => vi.useRealTimers())
  const { editor } = open()
  let told = 0
  sectionsOf(editor).subscribe(() => {
    told += 1
  })
  caretAt(editor, 4, 0)
  type(editor, '我们今年')
  expect(told).toBe(0)
  expect(sectionsOf(editor).getSnapshot()[1]?.chars).toBe(11)
  vi.advanceTimersByTime(600)
  expect(told).toBe(1)
})

test('what is typed under a heading keeps the list of headings; what is typed in one makes only that one anew', () => {
  const { editor } = open()
  const before = sectionsOf(editor).headings()
  caretAt(editor, 4, 0)
  type(editor, '我们今年')
  expect(sectionsOf(editor).headings()).toBe(before)
  caretAt(editor, 3, 0)
  type(editor, '新')
  const after = sectionsOf(editor).headings()
  expect(after.filter((section) => !before.includes(section)).map(({ text }) => text.includes('新'))).toEqual([true])
})

test('blanks stand out until they are filled in, by whomever', () => {
  const { editor, colleague } = open()
  expect(shown(editor, '.placeholder')).toEqual(['**'])
  caretAt(colleague, 4, 7)
  type(colleague, 'XX')
  caretAt(editor, 4, 0)
  type(editor, '在')
  expect(shown(editor, '.placeholder')).toHaveLength(2)
  caretAt(colleague, 4, 7)
  expect(shown(editor, '.placeholder').join('')).toBe('**XX')
  caretAt(colleague, 4, 9)
  erase(colleague, 4)
  expect(shown(editor, '.placeholder')).toEqual([])
})

test('a hint stands where nothing is written yet', () => {
  const { editor, colleague } = open()
  expect(hints(editor)).toEqual(['写前言', '写作风问题'])
  caretAt(colleague, 6, 0)
  type(colleague, '调')
  expect(hints(editor)).toEqual(['写前言'])
  erase(colleague, 1)
  expect(hints(editor)).toEqual(['写前言', '写作风问题'])
})

test('find: matches follow the text; replacing all is one step of undo', () => {
  const { session, editor, colleague } = open()
  setQuery(editor, { text: '方面', matchCase: false })
  expect(findState(editor.state).matches).toHaveLength(2)
  caretAt(editor, 0, 0)
  stepToMatch(editor, 1)
  expect(findState(editor.state).current).toBe(0)
  stepToMatch(editor, 1)
  stepToMatch(editor, 1)
  expect(findState(editor.state).current).toBe(0)
  stepToMatch(editor, -1)
  expect(findState(editor.state).current).toBe(1)
  caretAt(colleague, 4, 0)
  type(colleague, '方面')
  expect(findState(editor.state).matches).toHaveLength(3)
  expect(shown(editor, '.found')).toEqual(['方面', '方面', '方面'])
  const before = blocksIn(session)
  expect(replaceAll(editor, '领域')).toBe(3)
  expect(findState(editor.state).matches).toHaveLength(0)
  editor.commands.undo()
  expect(blocksIn(session)).toEqual(before)
})

test('find: one after the other, and case where it matters', () => {
  const { session, editor } = open()
  caretAt(editor, 4, 0)
  type(editor, 'GDP与gdp')
  setQuery(editor, { text: 'gdp', matchCase: true })
  expect(findState(editor.state).matches).toHaveLength(1)
  setQuery(editor, { text: 'gdp', matchCase: false })
  caretAt(editor, 0, 0)
  stepToMatch(editor, 1)
  replaceCurrent(editor, '产值')
  replaceCurrent(editor, '产值')
  expect(blocksIn(session)[4]).toMatchObject({ runs: [{ text: '产值与产值全年学习**次。' }] })
})

// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CORE_EXTENSIONS_OFF, SCHEMA_EXTENSIONS } from '../../editor/kernel'
import { AnchorStore } from './anchor-store'

let editor: Editor

beforeEach(() => {
  vi.useFakeTimers()
  editor = new Editor({ extensions: SCHEMA_EXTENSIONS, enableCoreExtensions: CORE_EXTENSIONS_OFF, injectCSS: false })
  const { schema } = editor
  const comment = (thread: string) => schema.mark('comment', { thread })
  const doc = schema.node('doc', null, [
    schema.node('paragraph', null, [
      schema.text('学习'),
      schema.text('不够', [comment('b')]),
      schema.text('深入', [comment('a'), comment('b')]),
    ]),
    schema.node('paragraph', { join: 'someone1|someone1.lq2w3e4r-abcde' }, [schema.text('检查较少', [comment('a')])]),
  ])
  editor.view.dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, doc.content))
})

afterEach(() => {
  editor.destroy()
  vi.useRealTimers()
})

it('finds threads and suggestions in the order of the text, each from its first word to its last', () => {
  const store = new AnchorStore(editor)
  expect(store.getSnapshot()).toEqual(['b', 'a', 'someone1.lq2w3e4r-abcde'])
  expect(store.of('b')).toEqual({ from: 3, to: 7 })
  expect(store.of('a')).toEqual({ from: 5, to: 13 })
  expect(store.of('none')).toBeNull()
})

it('moves along while one writes, and tells only when an anchor comes or goes', () => {
  const store = new AnchorStore(editor)
  const told = vi.fn()
  const stop = store.subscribe(told)
  editor.view.dispatch(editor.state.tr.insertText('平时', 1))
  expect(store.of('b')).toEqual({ from: 5, to: 9 })
  vi.advanceTimersByTime(1_000)
  expect(told).not.toHaveBeenCalled()
  editor.view.dispatch(editor.state.tr.delete(5, 9))
  vi.advanceTimersByTime(1_000)
  expect(told).toHaveBeenCalledTimes(1)
  expect(store.getSnapshot()).toEqual(['someone1.lq2w3e4r-abcde', 'a'])
  stop()
  editor.view.dispatch(editor.state.tr.delete(1, 3))
  vi.advanceTimersByTime(1_000)
  expect(told).toHaveBeenCalledTimes(1)
})

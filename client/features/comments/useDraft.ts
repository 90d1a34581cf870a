/** The comment one is about to make: the words it is about are remembered by positions that move with the text. */
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { anchorAt, posOf } from '../../editor/places'
import type { Thread } from '../../lib/api-types'
import { showDraft } from './highlights'
import type { CommentTarget, Said } from './useThreadDeeds'

export interface Draft {
  /** Words one is commenting on; null: none. */
  open: { quote: string } | null
  /** Begins on the selection. */
  begin: () => void
  cancel: () => void
  submit: (said: Said) => Promise<Thread>
  /** Where its words are, from the top of the window. */
  line: () => number | null
}

interface DraftOptions {
  editor: Editor | null
  /** Resolves when what was typed here has reached the server: a place in words it has not got is none to it. */
  saved: () => Promise<unknown>
  mayComment: boolean
  create: (on: CommentTarget, said: Said) => Promise<Thread>
  onCreated: (thread: Thread) => void
}

interface Words {
  from: object
  to: object
  quote: string
}

const SHOWN_QUOTE_CHARS = 60

export function useDraft({ editor, saved, mayComment, create, onCreated }: DraftOptions): Draft {
  const [words, setWords] = useState<Words | null>(null)
  const begin = useCallback(() => {
    const selected = mayComment && editor !== null && !editor.isDestroyed ? selectedWords(editor) : null
    if (selected !== null) setWords(selected)
  }, [editor, mayComment])
  const submit = useCallback(
    async (said: Said) => {
      if (words === null) throw new Error('There is no draft')
      await saved()
      const thread = await create({ from: words.from, to: words.to }, said)
      setWords(null)
      onCreated(thread)
      return thread
    },
    [saved, words, create, onCreated],
  )

  useEffect(() => {
    if (words === null || editor === null || editor.isDestroyed) return
    const show = () => showDraft(rangeOf(editor, words))
    show()
    editor.on('transaction', show)
    return () => {
      editor.off('transaction', show)
      showDraft(null)
    }
  }, [editor, words])

  useEffect(() => {
    if (editor === null) return
    const handleKey = (event: KeyboardEvent) => {
      const isOurs = event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey) && !event.isComposing
      if (!isOurs) return
      event.preventDefault()
      begin()
    }
    const text = editor.view.dom
    text.addEventListener('keydown', handleKey)
    return () => text.removeEventListener('keydown', handleKey)
  }, [editor, begin])

  return useMemo(
    () => ({
      open: words,
      begin,
      cancel: () => {
        setWords(null)
        if (editor !== null && !editor.isDestroyed) editor.view.focus()
      },
      submit,
      line: () => {
        if (words === null || editor === null || editor.isDestroyed) return null
        const pos = posOf(editor.view, words.from)
        return pos === null ? null : editor.view.coordsAtPos(pos).top
      },
    }),
    [editor, words, begin, submit],
  )
}

/** Null: nothing is selected, or no text. */
function selectedWords(editor: Editor): Words | null {
  const { from, to, empty } = editor.state.selection
  const quote = empty ? '' : editor.state.doc.textBetween(from, to, ' ')
  const [start, end] = [anchorAt(editor.view, from), anchorAt(editor.view, to)]
  if (quote.trim() === '' || !isObject(start) || !isObject(end)) return null
  return { from: start, to: end, quote: quote.length > SHOWN_QUOTE_CHARS ? `${quote.slice(0, SHOWN_QUOTE_CHARS)}…` : quote }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function rangeOf({ view }: Editor, words: Words): Range | null {
  const from = posOf(view, words.from)
  const to = posOf(view, words.to)
  if (from === null || to === null || from >= to) return null
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)]
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

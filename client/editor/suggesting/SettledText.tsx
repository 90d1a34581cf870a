/** 定稿 and 原文: the text as if all suggestions were taken, or none; to be read only, and following what the others write. */
import type { Editor as TiptapEditor } from '@tiptap/core'
import { DOMSerializer, Fragment } from '@tiptap/pm/model'
import { useEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { blocksUnder } from '../../../shared/suggestions/view'
import { nodesOfBlocks } from '../nodes-of-blocks'
import type { SuggestionView } from './suggesting-state'

/** Working a whole text out takes some milliseconds: not on each of the others' keystrokes. */
const FOLLOW_AFTER_MS = 300

interface SettledTextProps {
  doc: Y.Doc
  editor: TiptapEditor
  view: Exclude<SuggestionView, 'marks'>
  label: string
}

export function SettledText({ doc, editor, view, label }: SettledTextProps) {
  const host = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const { schema } = editor
    const draw = () => {
      const nodes = nodesOfBlocks(schema, blocksUnder(doc, view))
      host.current?.replaceChildren(DOMSerializer.fromSchema(schema).serializeFragment(Fragment.from(nodes)))
    }
    let waiting: number | null = null
    const follow = () => {
      waiting ??= window.setTimeout(() => {
        waiting = null
        draw()
      }, FOLLOW_AFTER_MS)
    }
    draw()
    doc.on('update', follow)
    return () => {
      doc.off('update', follow)
      if (waiting !== null) window.clearTimeout(waiting)
    }
  }, [doc, editor, view])

  return <div ref={host} className="document is-settled" role="document" aria-label={label} lang="zh-CN" />
}

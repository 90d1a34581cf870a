/**
 * What comes from outside is cleaned to what a material can hold: HTML to paragraphs with three marks, several lines of plain
 * text through the recogniser. What this editor copied itself comes back as it was. One step of undo.
 */
import { Extension } from '@tiptap/core'
import { Fragment, type Node as ProseMirrorNode, Slice } from '@tiptap/pm/model'
import { Plugin, Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { ReportItem } from '../../shared/outline/document-outline'
import { recognise } from '../../shared/outline/recognise'
import type { SourceParagraph } from '../../shared/outline/source'
import type { Block } from '../../shared/schema/blocks'
import { nodesOfBlocks } from './nodes-of-blocks'
import { sourceOfHtml } from './source-of-html'

declare module '@tiptap/core' {
  interface EditorEvents {
    /** Several paragraphs were pasted; what was guessed, corrected or left out. */
    recognised: { report: ReportItem[] }
  }
}

export const Paste = Extension.create({
  name: 'paste',
  // Before the tables' own paste, which knows rows and cells but not what surrounds them in a word processor's HTML.
  priority: 200,

  addProseMirrorPlugins() {
    const { editor } = this
    const take = (view: EditorView, data: DataTransfer | null): boolean => {
      const paragraphs = data === null || !view.editable ? null : sourceOf(data)
      if (paragraphs === null) return false
      const { blocks, report } = blocksFor(view, paragraphs)
      if (blocks.length === 0) return false
      insertBlocks(view, nodesOfBlocks(view.state.schema, blocks))
      if (report.length > 0) editor.emit('recognised', { report })
      return true
    }
    return [
      new Plugin({
        props: {
          handlePaste: (view, event) => {
            const isTaken = take(view, event.clipboardData)
            beginAndEndStep(view)
            return isTaken
          },
          handleDrop: (view, event, _slice, moved) => {
            beginAndEndStep(view)
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
            if (moved || place === null || !view.editable || sourceOf(event.dataTransfer) === null) return false
            view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(place.pos))))
            return take(view, event.dataTransfer)
          },
        },
      }),
    ]
  },
})

/** The change is a step of undo of its own, whoever makes it in this turn. */
function beginAndEndStep(view: EditorView): void {
  const { undoManager } = yUndoPluginKey.getState(view.state)
  undoManager.stopCapturing()
  queueMicrotask(() => undoManager.stopCapturing())
}

/** Null: one line of plain text, or this editor's own copy, which need no help. */
function sourceOf(data: DataTransfer | null): readonly SourceParagraph[] | string | null {
  const html = data?.getData('text/html') ?? ''
  if (html.includes('data-pm-slice')) return null
  const paragraphs = html === '' ? [] : sourceOfHtml(html)
  if (paragraphs.length > 0) return paragraphs
  const text = data?.getData('text/plain') ?? ''
  return text.trim().includes('\n') ? text : null
}

interface Recognised {
  blocks: Block[]
  report: ReportItem[]
}

function blocksFor(view: EditorView, source: readonly SourceParagraph[] | string): Recognised {
  const [only, second] = typeof source === 'string' ? [] : source
  if (only?.kind === 'text' && second === undefined) return { blocks: [{ type: 'paragraph', runs: only.runs }], report: [] }
  const { blocks, report } = recognise(source)
  if (view.state.selection.$from.depth > 1) return { blocks: blocks.flatMap(paragraphsOf), report }
  return { blocks: keepsTitle(view) ? blocks.map(withoutTitle) : blocks, report }
}

/** In a table's cell there is room for paragraphs only. */
function paragraphsOf(block: Block): Block[] {
  if (block.type === 'table') return block.rows.flat().flatMap((cell) => cell.paragraphs)
  return [{ type: 'paragraph', runs: block.runs }]
}

/** There is a title, and the paste does not replace it. */
function keepsTitle({ state }: EditorView): boolean {
  const first = state.doc.firstChild
  const isReplaced = state.selection.from <= 1 && state.selection.to >= (first?.nodeSize ?? 0) - 1
  return first?.type.name === 'title' && first.content.size > 0 && !isReplaced
}

/** A text has one title: what looks like another is a centred line. */
function withoutTitle(block: Block): Block {
  return block.type === 'title' || block.type === 'byline' ? { type: 'paragraph', align: 'center', runs: block.runs } : block
}

function insertBlocks(view: EditorView, nodes: ProseMirrorNode[]): void {
  const { undoManager } = yUndoPluginKey.getState(view.state)
  undoManager.stopCapturing()
  const { tr, selection } = view.state
  const { $from } = selection
  const isEmptyBlock = selection.empty && $from.depth === 1 && $from.parent.content.size === 0
  if (isEmptyBlock && nodes.length > 1) {
    tr.replaceWith($from.before(), $from.after(), nodes)
    tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map($from.after())), -1))
  } else {
    const isOpen = (node: ProseMirrorNode | undefined) => (node?.type.name === 'paragraph' ? 1 : 0)
    tr.replaceSelection(new Slice(Fragment.from(nodes), isOpen(nodes[0]), isOpen(nodes.at(-1))))
  }
  view.dispatch(tr.scrollIntoView().setMeta('paste', true))
  undoManager.stopCapturing()
}

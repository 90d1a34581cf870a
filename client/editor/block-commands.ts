/** Changes of a block's kind, for the keyboard and the toolbar alike. */
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { splitBlockAs } from '@tiptap/pm/commands'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { HeadingLevel } from '../../shared/schema/blocks'
import { type BlockKind, parseRetype } from '../../shared/suggestions/proposal'
import { isSuggesting } from './suggesting/suggesting-state'

export function kindOf(block: ProseMirrorNode): BlockKind | null {
  switch (block.type.name) {
    case 'heading':
      return `heading${Number(block.attrs.level) as HeadingLevel}`
    case 'paragraph':
      return block.attrs.ordinal === true ? 'ordinal' : 'paragraph'
    case 'title':
    case 'byline':
    case 'quote':
      return block.type.name
    default:
      return null
  }
}

/** For whoever suggests, a block is what it is proposed to become: asking for that again changes nothing. */
export function shownKindOf(state: EditorState, block: ProseMirrorNode): BlockKind | null {
  const proposed = isSuggesting(state) ? parseRetype(block.attrs.retype) : null
  return proposed?.kind ?? kindOf(block)
}

function proposalsOn({ attrs: { join, retype } }: ProseMirrorNode): Record<string, unknown> {
  return { join, retype }
}

function markupOf(kind: BlockKind): { name: string; attrs: Record<string, unknown> } {
  switch (kind) {
    case 'ordinal':
      return { name: 'paragraph', attrs: { ordinal: true } }
    case 'title':
    case 'byline':
    case 'paragraph':
    case 'quote':
      return { name: kind, attrs: {} }
    default:
      return { name: 'heading', attrs: { level: Number(kind.slice('heading'.length)) } }
  }
}

/** The blocks of the selection, outside of tables, become `kind`. One step of undo. */
export function setBlockKind(kind: BlockKind): Command {
  return (state, dispatch) => {
    const { name, attrs } = markupOf(kind)
    const type = state.schema.nodes[name]
    const blocks = selectedBlocks(state).filter(({ block }) => shownKindOf(state, block) !== kind)
    if (type === undefined || blocks.length === 0) return false
    if (dispatch) {
      const tr = state.tr
      for (const { block, pos } of blocks) tr.setNodeMarkup(pos, type, { ...attrs, ...proposalsOn(block) })
      dispatchAsStep(state, () => dispatch(tr.scrollIntoView()))
    }
    return true
  }
}

/** Pressing the button of the kind it already is makes it a paragraph again. */
export function toggleBlockKind(kind: BlockKind): Command {
  return (state, dispatch) => setBlockKind(kind)(state, dispatch) || setBlockKind('paragraph')(state, dispatch)
}

function selectedBlocks(state: EditorState): { block: ProseMirrorNode; pos: number }[] {
  const blocks: { block: ProseMirrorNode; pos: number }[] = []
  state.doc.nodesBetween(state.selection.from, state.selection.to, (block, pos) => {
    if (block.isTextblock) blocks.push({ block, pos })
    return false
  })
  return blocks
}

function dispatchAsStep(state: EditorState, dispatch: () => void): void {
  const undoManager = yUndoPluginKey.getState(state)?.undoManager
  undoManager?.stopCapturing()
  dispatch()
  undoManager?.stopCapturing()
}

export function changeHeadingLevel(by: 1 | -1): Command {
  return (state, dispatch) => {
    const headings = selectedBlocks(state).filter(({ block }) => shownKindOf(state, block)?.startsWith('heading'))
    if (headings.length === 0) return false
    if (dispatch) {
      const tr = state.tr
      for (const { block, pos } of headings) {
        const level = Math.min(4, Math.max(1, Number(shownKindOf(state, block)?.slice('heading'.length)) + by))
        tr.setNodeMarkup(pos, state.schema.nodes.heading, { ...block.attrs, level })
      }
      dispatchAsStep(state, () => dispatch(tr))
    }
    return true
  }
}

/** At the start of a heading, list item, quote or aligned paragraph: it becomes a plain paragraph before anything is joined. */
export const backToParagraph: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const block = $from.parent
  if (!empty || $from.depth !== 1 || $from.parentOffset > 0) return false
  const isPlain = shownKindOf(state, block) === 'paragraph' && (block.attrs.align ?? null) === null
  const isTitleAtTop = block.type.name === 'title' && $from.before() === 0
  if (isPlain || isTitleAtTop) return false
  if (dispatch) {
    const tr = state.tr.setNodeMarkup($from.before(), state.schema.nodes.paragraph, proposalsOn(block))
    dispatchAsStep(state, () => dispatch(tr))
  }
  return true
}

/** Enter in an empty heading, list item or quote ends it instead of making another one. */
export const leaveEmptyBlock: Command = (state, dispatch) =>
  state.selection.$from.parent.content.size === 0 && backToParagraph(state, dispatch)

/** After a heading or title comes a paragraph, after a list item the next one. */
export const splitTextBlock: Command = splitBlockAs((block, atEnd, $from) => {
  const { paragraph } = block.type.schema.nodes
  if (paragraph === undefined) return null
  if (block.type.name === 'paragraph') return { type: paragraph, attrs: block.attrs }
  if (block.type.name === 'heading' && $from.parentOffset > 0) return { type: paragraph, attrs: {} }
  return atEnd ? { type: paragraph, attrs: {} } : null
})

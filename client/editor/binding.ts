/**
 * The editor's document bound to the shared one by y-tiptap, with three changes: what the editor holds is written only while the
 * gate is open and the person may write, undo never takes a block away from under other people's text, and what did not change
 * is not read again.
 */
import { Collaboration } from '@tiptap/extension-collaboration'
import type { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { ROOT } from '../../shared/schema/ydoc'
import type { BindingGate } from './binding-gate'

/** Undoing one's own new block must not delete it while it holds what others wrote. */
const PROTECTED_NODES = new Set([
  'title',
  'byline',
  'heading',
  'paragraph',
  'quote',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
])

export function bindingTo(doc: Y.Doc, gate: BindingGate) {
  return Collaboration.extend({
    addProseMirrorPlugins() {
      const plugins: Plugin[] = this.parent?.() ?? []
      const sync = plugins.find((plugin) => plugin.spec.key === ySyncPluginKey)
      if (sync !== undefined) guard(sync, gate)
      return plugins
    },
  }).configure({ document: doc, field: ROOT, yUndoOptions: { protectedNodes: PROTECTED_NODES } })
}

function guard(sync: Plugin, gate: BindingGate): void {
  const bind = sync.spec.view
  if (bind === undefined) return
  sync.spec.view = (view) => {
    const bound = bind(view)
    keepWhatWasRead(view)
    const stopForgetting = forgetPlacesBeyond(view)
    const write = () => bound.update?.(view, view.state)
    gate.bind(write)
    return {
      update: () => {
        if (!gate.isClosed && view.editable) write()
      },
      destroy: () => {
        gate.open()
        stopForgetting()
        bound.destroy?.()
      },
    }
  }
}

/**
 * The binding remembers the node of each block, and forgets those that a change names; yet before it applies a change it also
 * empties the whole memory, and so reads every block of the text anew for one letter (docs/decisions/0014). `arriving-changes.ts`
 * keeps the memory true to what the editor holds.
 */
function keepWhatWasRead(view: EditorView): void {
  const { mapping } = ySyncPluginKey.getState(view.state).binding
  mapping.clear = () => undefined
}

/**
 * The binding keeps where the caret was also as a number in the document of that moment: of a step of undo, or before the first
 * of several transactions. When it looks the number up, the document may be shorter: it would throw and write no more.
 */
function forgetPlacesBeyond(view: EditorView): () => void {
  const { doc, binding } = ySyncPluginKey.getState(view.state)
  const forget = () => {
    const place: { absAnchor: number | null; absHead: number | null } | null = binding.beforeTransactionSelection
    const end = view.state.doc.content.size
    if (place === null || Math.max(place.absAnchor ?? 0, place.absHead ?? 0) <= end) return
    binding.beforeTransactionSelection = { ...place, absAnchor: null, absHead: null }
  }
  doc.on('beforeObserverCalls', forget)
  return () => doc.off('beforeObserverCalls', forget)
}

/** Tells the others where the own caret is, once what stands before it is in the shared document. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import type { CursorAnchor } from '../../shared/wire/awareness'
import type { BindingGate } from './binding-gate'
import { anchorAt } from './places'

export const OwnCursor = Extension.create<{ awareness: Awareness; gate: BindingGate }>({
  name: 'ownCursor',

  addProseMirrorPlugins() {
    const { awareness, gate } = this.options
    return [
      new Plugin({
        view: (view) => {
          const listening = new AbortController()
          let last = 'null'
          const publish = () => {
            if (gate.isClosed) return
            const cursor = cursorOf(view)
            const written = JSON.stringify(cursor)
            if (written === last) return
            last = written
            awareness.setLocalStateField('cursor', cursor)
          }
          for (const type of ['focusin', 'focusout']) view.dom.addEventListener(type, publish, { signal: listening.signal })
          return {
            update: publish,
            destroy: () => {
              listening.abort()
              awareness.setLocalStateField('cursor', null)
            },
          }
        },
      }),
    ]
  },
})

/** Nobody's caret stands in a text they are not writing in. */
function cursorOf(view: EditorView): CursorAnchor | null {
  if (!view.editable || !view.hasFocus()) return null
  const { anchor, head } = view.state.selection
  return { anchor: anchorAt(view, anchor), head: anchorAt(view, head) }
}

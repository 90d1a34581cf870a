/** When the lines of a text may have moved: at once when it grows or is drawn anew, a moment after anything else was written. */
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'

const SETTLES_AFTER_MS = 150

/** @returns how to stop. */
export function watchLines(editor: Editor, listener: () => void): () => void {
  let timer = 0
  const handleTransaction = ({ transaction }: { transaction: Transaction }) => {
    if (!transaction.docChanged) return
    window.clearTimeout(timer)
    timer = window.setTimeout(listener, SETTLES_AFTER_MS)
  }
  const resized = new ResizeObserver(listener)
  resized.observe(editor.view.dom)
  editor.on('transaction', handleTransaction)
  document.fonts.addEventListener('loadingdone', listener)
  return () => {
    window.clearTimeout(timer)
    resized.disconnect()
    editor.off('transaction', handleTransaction)
    document.fonts.removeEventListener('loadingdone', listener)
  }
}

import type { Editor } from '@tiptap/core'
import { openEditor } from '../open-editor'
import type { KernelOptions } from '../kernel'

/** An editor on the page's body, as `Editor.tsx` opens it. */
export function openTestEditor(options: KernelOptions & { editable?: boolean }): Editor {
  const element = document.createElement('div')
  document.body.append(element)
  return openEditor({ ...options, element, editable: options.editable ?? true, label: '材料' })
}

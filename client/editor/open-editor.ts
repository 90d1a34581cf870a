import { Editor } from '@tiptap/core'
import { CORE_EXTENSIONS_OFF, kernelFor, type KernelOptions } from './kernel'

export interface OpenEditorOptions extends KernelOptions {
  element: HTMLElement
  editable: boolean
  label: string
}

/** Binds an editor to a session that has its document. The library's own style sheet and markdown rules stay out. */
export function openEditor({ element, editable, label, ...kernel }: OpenEditorOptions): Editor {
  return new Editor({
    element,
    extensions: kernelFor(kernel),
    editable,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: CORE_EXTENSIONS_OFF,
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: 'document',
        lang: 'zh-CN',
        spellcheck: 'false',
      },
    },
  })
}

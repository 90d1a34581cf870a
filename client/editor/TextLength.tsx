import type { Editor } from '@tiptap/core'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { sectionsOf } from './sections'

/** Apart from the tools: it changes with every key, they do not. */
export function TextLength({ editor }: { editor: Editor }) {
  const { t, i18n } = useTranslation()
  const { subscribe, totalChars } = sectionsOf(editor)
  const length = useSyncExternalStore(subscribe, totalChars)
  return t('editor.length', { formatted: length.toLocaleString(i18n.language) })
}

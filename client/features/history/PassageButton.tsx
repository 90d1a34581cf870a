import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { ToolButton } from '../../editor/ToolButton'

/** Asks who wrote the selected words. */
export function PassageButton({ editor, onPress }: { editor: Editor; onPress: () => void }) {
  const { t } = useTranslation()
  const isEmpty = useEditorState({ editor, selector: ({ editor: { state } }) => state.selection.empty })
  return (
    <ToolButton
      label={isEmpty ? `${t('history.passage.title')}（${t('history.passage.hint')}）` : t('history.passage.title')}
      disabled={isEmpty}
      onPress={onPress}
    >
      {t('history.passage.open')}
    </ToolButton>
  )
}

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { ToolButton } from '../../editor/ToolButton'

/** Begins a comment on the selection. */
export function CommentButton({ editor, onPress }: { editor: Editor; onPress: () => void }) {
  const { t } = useTranslation()
  const isEmpty = useEditorState({ editor, selector: ({ editor: { state } }) => state.selection.empty })
  return (
    <ToolButton
      label={isEmpty ? `${t('comments.add')}（${t('comments.addHint')}）` : t('comments.add')}
      keys="Control+Alt+M"
      disabled={isEmpty}
      onPress={onPress}
    >
      {t('comments.add')}
    </ToolButton>
  )
}

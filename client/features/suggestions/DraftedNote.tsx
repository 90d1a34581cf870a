import type { Editor } from '@tiptap/core'
import { useCallback, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { drafterAtCaret } from '../../editor/suggesting/suggesting-state'
import type { SuggestionPeople } from './people'
import classes from './SuggestionNotes.module.css'

/** While the caret stands where somebody else drafts: what one writes here becomes a suggestion. */
export function DraftedNote({ editor, people }: { editor: Editor; people: SuggestionPeople }) {
  const { t } = useTranslation()
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      return () => void editor.off('transaction', listener)
    },
    [editor],
  )
  const drafter = useSyncExternalStore(subscribe, () => drafterAtCaret(editor.state))
  return (
    <div role="status" className={classes.drafted}>
      {drafter !== null && (
        <div>{t('suggestions.draftedBy', { name: people.of(drafter)?.name ?? t('suggestions.someone') })}</div>
      )}
    </div>
  )
}

import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusalReason } from '../../editor/suggesting/suggesting-state'
import classes from './SuggestionNotes.module.css'

const STAYS_MS = 6_000

/** Says that what was just asked for cannot be a suggestion; goes by itself. */
export function RefusalNote({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const [refusal, setRefusal] = useState<{ reason: RefusalReason } | null>(null)

  useEffect(() => {
    // A new object each time: the same refusal again stays as long as the first.
    const handleRefused = ({ reason }: { reason: RefusalReason }) => setRefusal({ reason })
    editor.on('suggestionRefused', handleRefused)
    return () => {
      editor.off('suggestionRefused', handleRefused)
    }
  }, [editor])

  useEffect(() => {
    if (refusal === null) return
    const timer = setTimeout(() => setRefusal(null), STAYS_MS)
    return () => clearTimeout(timer)
  }, [refusal])

  return (
    <div role="alert" className={classes.refusal}>
      {refusal !== null && <div>{t(`suggestions.refused.${refusal.reason}`)}</div>}
    </div>
  )
}

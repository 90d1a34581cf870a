import { useTranslation } from 'react-i18next'
import type { ReportItem } from '../../shared/outline/document-outline'
import classes from './PasteNote.module.css'

interface PasteNoteProps {
  report: readonly ReportItem[]
  onClose: () => void
}

/** Nothing that was pasted goes missing silently. */
export function PasteNote({ report, onClose }: PasteNoteProps) {
  const { t } = useTranslation()
  const leftOut = report.filter(({ kind }) => kind === 'left-out')
  if (leftOut.length === 0) return null
  const excerpts = leftOut.map(({ excerpt }) => `“${excerpt}”`).join('、')
  return (
    <p role="status" className={classes.note}>
      <span>
        <b>{t('editor.pasted.title')}</b> {t('editor.pasted.leftOut', { count: leftOut.length, excerpts })}
      </span>
      <button type="button" onClick={onClose}>
        {t('app.close')}
      </button>
    </p>
  )
}

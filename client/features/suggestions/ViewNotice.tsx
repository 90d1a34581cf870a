import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SuggestionView } from '../../editor/suggesting/suggesting-state'
import classes from './SuggestionNotes.module.css'

/** Says that the text is looked at as if decided, and cannot be changed so. */
export function ViewNotice({ view, onBack }: { view: SuggestionView; onBack: () => void }) {
  const { t } = useTranslation()
  return (
    <div role="status">
      {view !== 'marks' && (
        <div className={classes.view}>
          <span>{t(`suggestions.view.banner.${view}`)}</span>
          <Button variant="default" size="compact-sm" onClick={onBack}>
            {t('suggestions.view.back')}
          </Button>
        </div>
      )}
    </div>
  )
}

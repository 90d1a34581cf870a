import { useTranslation } from 'react-i18next'
import { CardsBesideText } from './SuggestionCards'
import classes from './SuggestionMargin.module.css'
import { DecidedNote } from './DecidedNote'
import type { SuggestionDesk } from './useSuggestionDesk'

/** The column beside the text, in the same window: cards scroll with their lines. */
export function SuggestionMargin({ desk }: { desk: SuggestionDesk }) {
  const { t } = useTranslation()
  const { cards, mode, view } = desk.suggestions
  return (
    <aside className={classes.margin} data-region aria-label={t('suggestions.label')}>
      <div className={classes.note}>
        <DecidedNote deciding={desk.deciding} />
      </div>
      {view === 'marks' && (
        <>
          {cards.length === 0 && (
            <p className={classes.empty}>{t(mode === 'suggest' ? 'suggestions.emptySuggesting' : 'suggestions.empty')}</p>
          )}
          <CardsBesideText desk={desk} />
        </>
      )}
    </aside>
  )
}

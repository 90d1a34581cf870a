import { useTranslation } from 'react-i18next'
import type { MarginGuests } from '../../ui/MarginStack'
import { CardsBesideText, type FootOf } from './SuggestionCards'
import classes from './SuggestionMargin.module.css'
import { DecidedNote } from './DecidedNote'
import type { SuggestionDesk } from './useSuggestionDesk'

interface SuggestionMarginProps {
  desk: SuggestionDesk
  /** What else has its place beside the text. */
  guests: MarginGuests
  footOf: FootOf
}

/** The column beside the text, in the same window: cards scroll with their lines. */
export function SuggestionMargin({ desk, guests, footOf }: SuggestionMarginProps) {
  const { t } = useTranslation()
  const { cards, mode, view } = desk.suggestions
  return (
    <aside className={classes.margin} data-region aria-label={t('suggestions.label')}>
      <div className={classes.note}>
        <DecidedNote deciding={desk.deciding} />
      </div>
      {view === 'marks' && (
        <>
          {cards.length === 0 && guests.notes.length === 0 && (
            <p className={classes.empty}>{t(mode === 'suggest' ? 'suggestions.emptySuggesting' : 'suggestions.empty')}</p>
          )}
          <CardsBesideText desk={desk} guests={guests} footOf={footOf} />
        </>
      )}
    </aside>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SuggestionDecision } from '../../lib/api-types'
import { authorName } from '../../lib/author-name'
import { Chip } from '../../ui/Chip'
import { CardWords } from './CardWords'
import classes from './DecisionsDialog.module.css'
import { outcomeOf } from './decisions-table'
import { dateAndTime } from './date-and-time'

interface DecisionRowProps {
  decision: SuggestionDecision
  isMine: boolean
  busy: boolean
  onUndo: (decision: number) => void
}

/** Of a batch, so many are listed before one asks for the rest. */
const SHOWN = 3

const TONES = { accept: 'ok', reject: 'plain', withdraw: 'plain' } as const

export function DecisionRow({ decision, isMine, busy, onUndo }: DecisionRowProps) {
  const { t, i18n } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const outcome = outcomeOf(decision)
  const time = (at: number) => dateAndTime(at, i18n.language)
  const shown = isOpen ? decision.suggestions : decision.suggestions.slice(0, SHOWN)
  const hidden = decision.suggestions.length - shown.length
  return (
    <li className={classes.row} data-undone={decision.undoneAt !== null || undefined}>
      <div className={classes.head}>
        <Chip tone={TONES[outcome]}>{t(`suggestions.decisions.${outcome}`)}</Chip>
        <span>{t('suggestions.decisions.by', { name: decision.deciderName, when: time(decision.at) })}</span>
        {decision.undoneAt !== null && (
          <Chip tone="warn">{t('suggestions.decisions.undoneAt', { when: time(decision.undoneAt) })}</Chip>
        )}
        {isMine && decision.undoneAt === null && (
          <Button
            className={classes.undo}
            variant="default"
            size="compact-sm"
            disabled={busy}
            onClick={() => onUndo(decision.id)}
          >
            {t('suggestions.decisions.undo')}
          </Button>
        )}
      </div>
      {decision.reason !== '' && <p>{t('suggestions.decisions.reason', { reason: decision.reason })}</p>}
      <ul className={classes.what}>
        {shown.map((suggestion) => (
          <li key={suggestion.id} data-author={suggestion.author}>
            <CardWords card={suggestion} />
            <p className={classes.by}>
              {t('suggestions.decisions.proposed', {
                name: authorName(suggestion.author, suggestion.authorName, t),
                when: time(suggestion.at),
              })}
            </p>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setIsOpen(true)}>
          {t('suggestions.decisions.moreOf', { count: hidden })}
        </Button>
      )}
    </li>
  )
}

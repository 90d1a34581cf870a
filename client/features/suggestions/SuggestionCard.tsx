import { Button } from '@mantine/core'
import { type FocusEvent, memo, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../shared/ids'
import { foreignName } from '../../../shared/model/foreign-author'
import type { Decision } from '../../../shared/suggestions/decide'
import { timeOf } from '../../../shared/suggestions/proposal'
import type { PlacedCard } from '../../editor/suggesting/cards-in'
import { useMinute } from '../../lib/useMinute'
import { whenWords } from '../../lib/when'
import { Avatar } from '../../ui/Avatar'
import { CardWords } from './CardWords'
import { ReasonForm } from './ReasonForm'
import classes from './SuggestionCard.module.css'

interface SuggestionCardProps {
  card: PlacedCard
  name: string
  color: number | null
  me: PersonId
  mayDecide: boolean
  busy: boolean
  isLit: boolean
  isInHand: boolean
  onRest: (id: string | null) => void
  onTake: (id: string) => void
  onDecide: (id: string, decision: Decision, reason?: string) => void
  /** What is said about it. */
  foot: ReactNode
}

/** One suggestion: who, when, what, and what the reader may do about it. */
export const SuggestionCard = memo(Card)

function Card({ card, name, color, me, mayDecide, busy, isLit, isInHand, onRest, onTake, onDecide, foot }: SuggestionCardProps) {
  const { t, i18n } = useTranslation()
  const now = useMinute()
  const [asksReason, setAsksReason] = useState(false)
  const when = whenWords(timeOf(card.id) ?? now, now, i18n.language, t)
  const isMine = card.author === me
  // By keyboard only: a card that moved to its line under a pressed pointer would lose the click.
  const handleFocus = ({ target }: FocusEvent) => {
    if (target.matches(':focus-visible')) onTake(card.id)
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by key the head of the card does the same
    <article
      className={classes.card}
      aria-label={t('suggestions.card', { name, when })}
      aria-current={isInHand || undefined}
      data-card={card.id}
      data-author={card.author}
      data-stranger={foreignName(card.author) !== null || undefined}
      data-lit={isLit || undefined}
      // Moved, not entered: a card that comes to lie under a resting pointer was not pointed at.
      onPointerMove={() => onRest(card.id)}
      onPointerLeave={() => onRest(null)}
      onFocus={handleFocus}
      onClick={() => onTake(card.id)}
    >
      <button type="button" className={classes.head} data-region-entry={isInHand || undefined}>
        <Avatar name={name} color={color} size="small" />
        <b>{name}</b>
        <span className={classes.when}>{when}</span>
      </button>
      <CardWords card={card} />
      <div className={classes.deeds}>
        {asksReason ? (
          <ReasonForm
            label={t('suggestions.reason')}
            confirm={t('suggestions.rejectConfirm')}
            busy={busy}
            onConfirm={(reason) => onDecide(card.id, 'reject', reason)}
            onCancel={() => setAsksReason(false)}
          />
        ) : (
          (mayDecide || isMine) && (
            <div className={classes.actions}>
              {mayDecide && (
                <Button variant="default" size="compact-sm" disabled={busy} onClick={() => onDecide(card.id, 'accept')}>
                  <span aria-hidden="true">✓&nbsp;</span>
                  {t('suggestions.accept')}
                </Button>
              )}
              {mayDecide && !isMine && (
                <Button variant="subtle" color="gray" size="compact-sm" disabled={busy} onClick={() => setAsksReason(true)}>
                  <span aria-hidden="true">✕&nbsp;</span>
                  {t('suggestions.reject')}
                </Button>
              )}
              {isMine && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  disabled={busy}
                  onClick={() => onDecide(card.id, 'reject')}
                >
                  <span aria-hidden="true">↶&nbsp;</span>
                  {t('suggestions.withdraw')}
                </Button>
              )}
            </div>
          )
        )}
        {foot}
      </div>
    </article>
  )
}

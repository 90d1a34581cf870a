import { type ReactNode, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '../../../shared/suggestions/decide'
import { type MarginGuests, MarginStack } from '../../ui/MarginStack'
import { lineOf } from './places'
import { SuggestionCard } from './SuggestionCard'
import classes from './SuggestionCards.module.css'
import { useFocusAfter } from './useFocusAfter'
import type { SuggestionDesk } from './useSuggestionDesk'
import { watchLines } from './watch-lines'

/** What stands under a suggestion on its card. */
export type FootOf = (suggestion: string) => ReactNode

interface CardsBesideTextProps {
  desk: SuggestionDesk
  /** What else has its place beside the text. */
  guests: MarginGuests
  footOf: FootOf
}

/** The cards, each beside the line of its text. */
export function CardsBesideText({ desk, guests, footOf }: CardsBesideTextProps) {
  const { editor, suggestions } = desk
  const cards = useCards(desk, footOf)
  const notes = useMemo(() => [...cards, ...guests.notes], [cards, guests.notes])
  const watch = useCallback(
    (listener: () => void) => (editor === null ? () => undefined : watchLines(editor, listener)),
    [editor],
  )
  const line = (key: string) => (editor === null ? null : (lineOf(editor, key) ?? guests.lineOf(key)))
  const handleTake = (key: string) => (cards.some((card) => card.key === key) ? suggestions.take(key) : guests.onTake(key))
  return (
    <MarginStack notes={notes} active={guests.active ?? suggestions.inHand} lineOf={line} onTake={handleTake} watch={watch} />
  )
}

/** The same cards one below the other, where there is no room beside the text. */
export function CardList({ desk, footOf }: { desk: SuggestionDesk; footOf: FootOf }) {
  return (
    <ul className={classes.list}>
      {useCards(desk, footOf).map(({ key, node }) => (
        <li key={key}>{node}</li>
      ))}
    </ul>
  )
}

function useCards({ suggestions, deciding, people, mayDecide, barred }: SuggestionDesk, footOf: FootOf) {
  const { t } = useTranslation()
  const { cards, lit, inHand, rest, take } = suggestions
  const { decide, pending } = deciding
  const focusAfter = useFocusAfter(cards)
  const handleDecide = useCallback(
    (id: string, decision: Decision, reason = '') => {
      focusAfter(id)
      decide({ ids: [id], decision, reason })
    },
    [decide, focusAfter],
  )
  return useMemo(
    () =>
      cards.map((card) => {
        const person = people.of(card.author)
        return {
          key: card.id,
          node: (
            <SuggestionCard
              card={card}
              name={person?.name ?? t('suggestions.someone')}
              color={person?.color ?? null}
              me={people.me}
              mayDecide={mayDecide && !barred.has(card.id)}
              busy={pending.includes(card.id)}
              isLit={lit === card.id}
              isInHand={inHand === card.id}
              onRest={rest}
              onTake={take}
              onDecide={handleDecide}
              foot={footOf(card.id)}
            />
          ),
        }
      }),
    [cards, lit, inHand, rest, take, handleDecide, pending, people, mayDecide, barred, footOf, t],
  )
}

import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision } from '../../../shared/suggestions/decide'
import { MarginStack } from '../../ui/MarginStack'
import { lineOf } from './places'
import { SuggestionCard } from './SuggestionCard'
import classes from './SuggestionCards.module.css'
import { useFocusAfter } from './useFocusAfter'
import type { SuggestionDesk } from './useSuggestionDesk'
import { watchLines } from './watch-lines'

/** The cards, each beside the line of its text. */
export function CardsBesideText({ desk }: { desk: SuggestionDesk }) {
  const { editor, suggestions } = desk
  const cards = useCards(desk)
  const watch = useCallback(
    (listener: () => void) => (editor === null ? () => undefined : watchLines(editor, listener)),
    [editor],
  )
  const line = (id: string) => (editor === null ? null : lineOf(editor, id))
  return <MarginStack notes={cards} active={suggestions.inHand} lineOf={line} watch={watch} />
}

/** The same cards one below the other, where there is no room beside the text. */
export function CardList({ desk }: { desk: SuggestionDesk }) {
  return (
    <ul className={classes.list}>
      {useCards(desk).map(({ key, node }) => (
        <li key={key}>{node}</li>
      ))}
    </ul>
  )
}

function useCards({ suggestions, deciding, people, mayDecide }: SuggestionDesk) {
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
              mayDecide={mayDecide}
              busy={pending.includes(card.id)}
              isLit={lit === card.id}
              isInHand={inHand === card.id}
              onRest={rest}
              onTake={take}
              onDecide={handleDecide}
            />
          ),
        }
      }),
    [cards, lit, inHand, rest, take, handleDecide, pending, people, mayDecide, t],
  )
}

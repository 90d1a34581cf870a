import { useCallback, useEffect, useRef } from 'react'
import type { PlacedCard } from '../../editor/suggesting/cards-in'

/** A decided card goes, and the keyboard's focus with it: the focus goes on to the next card. @returns called before deciding. */
export function useFocusAfter(cards: readonly PlacedCard[]): (decided: string) => void {
  const next = useRef<{ decided: string; id: string } | null>(null)

  useEffect(() => {
    const wanted = next.current
    if (wanted === null || cards.some((card) => card.id === wanted.decided)) return
    next.current = null
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost) document.querySelector<HTMLElement>(`[data-card="${CSS.escape(wanted.id)}"] button`)?.focus()
  }, [cards])

  return useCallback(
    (decided: string) => {
      const index = cards.findIndex((card) => card.id === decided)
      const id = (cards[index + 1] ?? cards[index - 1])?.id
      next.current = id === undefined ? null : { decided, id }
    },
    [cards],
  )
}

/** An editor's suggestions as the interface draws them, and the two ways a card is lit: by resting on it, and by going to it. */
import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { PlacedCard } from '../../editor/suggesting/cards-in'
import {
  focusCard,
  lightCard,
  stepCard,
  type SuggestionSnapshot,
  type SuggestionStore,
  suggestionsOf,
} from '../../editor/suggesting/cards-store'
import type { SuggestionView, WriteMode } from '../../editor/suggesting/suggesting-state'
import { keptSnapshots } from './kept-cards'
import { isInSight, proposalAt } from './places'

export interface Suggestions {
  /** In the order of the text. Their places are asked of the editor: they move with every word typed. */
  cards: readonly PlacedCard[]
  /** Under the pointer, or in hand. */
  lit: string | null
  /** Gone to by click or key: it keeps its place while the pointer lights others. */
  inHand: string | null
  mode: WriteMode
  view: SuggestionView
  /** The pointer rests on it; null: no longer. */
  rest: (id: string | null) => void
  /** Takes it in hand and shows its text. */
  take: (id: string) => void
  step: (direction: 1 | -1) => void
}

const NOTHING: SuggestionSnapshot = { cards: [], active: null, mode: 'read', view: 'marks' }
const NOWHERE: SuggestionStore = { subscribe: () => () => undefined, getSnapshot: () => NOTHING }

/** Before there is an editor there are none. */
export function useSuggestions(editor: Editor | null): Suggestions {
  const store = editor === null ? NOWHERE : suggestionsOf(editor)
  const getSnapshot = useMemo(() => keptSnapshots(store), [store])
  const { cards, active, mode, view } = useSyncExternalStore(store.subscribe, getSnapshot)
  const [resting, setResting] = useState<string | null>(null)
  const [inHand, setInHand] = useState(active)
  // Whatever lights a card without the pointer (a caret, a key, a click) puts it in hand.
  if (active !== inHand && (resting === null || active !== resting)) setInHand(active)

  const deeds = useMemo(() => {
    const isGone = () => editor === null || editor.isDestroyed
    return {
      rest: (id: string | null) => {
        if (editor === null || isGone() || editor.view.composing) return
        setResting(id)
        lightCard(editor, id ?? inHand)
      },
      take: (id: string) => {
        if (editor === null || isGone()) return
        setResting(null)
        setInHand(id)
        if (isInSight(editor, id)) lightCard(editor, id)
        else focusCard(editor, id)
      },
      step: (direction: 1 | -1) => {
        if (editor === null || isGone()) return
        setResting(null)
        const { cards: all, active: current } = suggestionsOf(editor).getSnapshot()
        const end = direction === 1 ? all[0] : all.at(-1)
        // A text nobody has set a caret in is gone through from its beginning.
        if (current === null && !editor.isFocused && end !== undefined) focusCard(editor, end.id)
        else stepCard(editor, direction)
      },
    }
  }, [editor, inHand])
  usePointerInText(editor, deeds)
  return { cards, lit: active, inHand, mode, view, ...deeds }
}

/** A pointer that rests on proposed text lights its card; a click takes it in hand. */
function usePointerInText(editor: Editor | null, { rest, take }: Pick<Suggestions, 'rest' | 'take'>): void {
  useEffect(() => {
    if (editor === null) return
    const text = editor.view.dom
    const listening = new AbortController()
    const { signal } = listening
    let last: string | null = null
    const say = (id: string | null) => {
      if (id === last) return
      last = id
      rest(id)
    }
    text.addEventListener('pointerover', ({ target }) => say(proposalAt(target)), { signal })
    text.addEventListener('pointerleave', () => say(null), { signal })
    text.addEventListener(
      'click',
      ({ target }) => {
        const id = proposalAt(target)
        if (id !== null) take(id)
      },
      { signal },
    )
    return () => listening.abort()
  }, [editor, rest, take])
}

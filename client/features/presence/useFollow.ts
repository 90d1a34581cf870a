import { useEffect, useReducer } from 'react'
import type { PersonId } from '../../../shared/ids'
import { FREE, type Follow, followReducer } from './follow'
import { keepWith, type Window } from './goto'
import type { OwnPlace } from './own-presence'
import type { PersonHere } from './people'
import { onScrolledByHand } from './scrolled-by-hand'

export interface Following {
  state: Follow
  follow: (person: PersonHere) => void
  stop: () => void
}

/** Runs the follow machine on one open text: feeds it what the person does here, and moves the window for it. */
export function useFollow(window: Window | null, place: OwnPlace | null, people: readonly PersonHere[]): Following {
  const [state, dispatch] = useReducer(followReducer, FREE)
  const followed = state.kind === 'following' ? state.person : null
  const target = people.find((person) => person.id === followed)
  const isFree = state.kind === 'free'

  useEffect(() => dispatch({ kind: 'people', people }), [people])

  useEffect(() => place?.follow(followed), [place, followed])

  useEffect(() => {
    if (window === null || place === null || isFree) return
    const ending = new AbortController()
    onScrolledByHand(window.scroller, ending.signal, () => dispatch({ kind: 'scrolled' }))
    document.addEventListener('keydown', (event) => event.key === 'Escape' && dispatch({ kind: 'escape' }), ending)
    const offTyped = place.onTyped(() => dispatch({ kind: 'typed' }))
    return () => {
      ending.abort()
      offTyped()
    }
  }, [window, place, isFree])

  useEffect(() => {
    if (window === null || target === undefined) return
    const keep = () => keepWith(window, target)
    keep()
    const resized = new ResizeObserver(keep)
    resized.observe(window.scroller)
    return () => resized.disconnect()
  }, [window, target])

  return {
    state,
    follow: (person) => dispatch({ kind: 'follow', person }),
    stop: () => dispatch({ kind: 'stop' }),
  }
}

/** Who follows `me`, so that one knows one is being watched. */
export function followersOf(me: PersonId, people: readonly PersonHere[]): PersonHere[] {
  return people.filter((person) => person.following === me)
}

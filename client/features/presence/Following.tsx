import { useEffect, useSyncExternalStore } from 'react'
import type { PresenceUser } from '../../../shared/wire/awareness'
import { FollowBanner } from './FollowBanner'
import { keepWith } from './goto'
import type { LocalPresence } from './local-presence'
import { onScrolledByHand } from './scrolled-by-hand'
import { usePeople } from './usePeople'

/** Runs the follow machine on one open text: feeds it what the person does here, moves the window for it, and says so. */
export function Following({ presence, me }: { presence: LocalPresence; me: PresenceUser }) {
  const { session, window, place, follow } = presence
  const people = usePeople(session, me)
  const state = useSyncExternalStore(follow.subscribe, follow.get)
  const followed = state.kind === 'following' ? state.person : null
  const target = people.find((person) => person.id === followed)
  const isFree = state.kind === 'free'

  useEffect(() => follow.dispatch({ kind: 'people', people }), [follow, people])

  useEffect(() => place.follow(followed), [place, followed])

  useEffect(() => {
    if (isFree) return
    const ending = new AbortController()
    onScrolledByHand(window.scroller, ending.signal, () => follow.dispatch({ kind: 'scrolled' }))
    const handleKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') follow.dispatch({ kind: 'escape' })
    }
    document.addEventListener('keydown', handleKey, { signal: ending.signal })
    const offTyped = place.onTyped(() => follow.dispatch({ kind: 'typed' }))
    return () => {
      ending.abort()
      offTyped()
    }
  }, [window, place, follow, isFree])

  useEffect(() => {
    if (target === undefined) return
    // The observer calls once at the beginning: that is the first move.
    const resized = new ResizeObserver(() => keepWith(window, target))
    resized.observe(window.scroller)
    return () => resized.disconnect()
  }, [window, target])

  return <FollowBanner follow={state} onStop={() => follow.dispatch({ kind: 'stop' })} />
}

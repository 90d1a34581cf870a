import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import type { PersonId } from '../../../shared/ids'
import { api } from '../../lib/api'
import { hearTabs, tellTabs } from '../../lib/session-channel'
import { forgetWhatIsSaved } from './local-copies'

/** Leaves when another tab signed out; gives the way out for a person who has been away too long. */
export function useSessionEnd(person: PersonId): () => void {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()

  const hasLeft = useRef(false)

  const leave = useCallback(
    async (why: 'idle' | 'signed-out') => {
      // Two tabs that idle out at the same moment tell each other; and this tab hears itself.
      if (hasLeft.current) return
      hasLeft.current = true
      const back = why === 'idle' ? { back: router.state.location.href } : {}
      await navigate({ to: '/sign-in', search: { why, ...back } })
      queryClient.clear()
    },
    [navigate, queryClient, router],
  )

  // Nobody's text may stay on the screen because the way out could not be loaded.
  useEffect(() => void router.preloadRoute({ to: '/sign-in' }), [router])

  useEffect(
    () =>
      hearTabs((news) => {
        if (news.kind === 'signed-out') void leave(news.why)
        // The cookie is another person's now: this page must not act in their name.
        if (news.kind === 'signed-in' && news.person !== person) location.reload()
      }),
    [leave, person],
  )

  return useCallback(() => {
    const end = async () => {
      // The page is left even if the server cannot be told: its own clock ends the session as well.
      await api.session.signOut().catch(() => undefined)
      tellTabs({ kind: 'signed-out', why: 'idle' })
      await leave('idle')
      await forgetWhatIsSaved(person)
    }
    void end()
  }, [leave, person])
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { PersonId } from '../../../shared/ids'
import { api } from '../../lib/api'
import { hasCode } from '../../lib/failure'
import { tellTabs } from '../../lib/session-channel'
import { countUnsaved, forget } from './local-copies'

export interface SignOut {
  /** Edits that exist only here, about which the person must be asked first; 0: nothing to ask. */
  unsaved: number
  error: unknown
  busy: boolean
  start: () => void
  confirm: () => void
  cancel: () => void
}

/** Signs out, clears what this device keeps, and takes the other tabs along. */
export function useSignOut(person: PersonId): SignOut {
  const queryClient = useQueryClient()
  const navigate = useNavigate()

  const leaving = useMutation({
    mutationFn: async () => {
      await api.session.signOut().catch((error: unknown) => {
        // Signed out already: what is left to do is the same.
        if (!hasCode(error, 'UNAUTHORIZED')) throw error
      })
      await forget(person)
    },
    onSuccess: async () => {
      tellTabs({ kind: 'signed-out', why: 'signed-out' })
      await navigate({ to: '/sign-in', search: { why: 'signed-out' } })
      queryClient.clear()
    },
  })
  const counting = useMutation({
    mutationFn: () => countUnsaved(person),
    onSuccess: (count) => {
      if (count === 0) leaving.mutate()
    },
  })

  return {
    unsaved: counting.data ?? 0,
    error: counting.error ?? leaving.error,
    busy: counting.isPending || leaving.isPending,
    start: () => counting.mutate(),
    confirm: () => (counting.isSuccess ? leaving.mutate() : counting.mutate()),
    cancel: () => {
      counting.reset()
      leaving.reset()
    },
  }
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Transition } from '../../../../shared/access/transitions'
import type { MaterialId, MeetingId, PersonId } from '../../../../shared/ids'
import type { Session } from '../../../collab/session'
import { whenSaved } from '../../../features/workspace/when-saved'
import { api } from '../../../lib/api'
import { meetingQuery } from '../../../lib/query'

/** The changes of state and of who may see, and which was done last. */
export function useMaterialChanges(meeting: MeetingId, material: MaterialId, session: Session | null, onDone: () => void) {
  const queryClient = useQueryClient()
  const [done, setDone] = useState<Transition | 'shared' | null>(null)

  const finish = async (what: Transition | 'shared') => {
    await queryClient.invalidateQueries({ queryKey: meetingQuery(meeting).queryKey })
    setDone(what)
    onDone()
  }
  const transition = useMutation({
    mutationFn: async (input: { transition: Transition; reason: string | undefined }) => {
      if (session !== null) await whenSaved(session)
      return api.materials.transition({ material, ...input })
    },
    onSuccess: (_, input) => finish(input.transition),
  })
  const share = useMutation({
    mutationFn: (people: PersonId[]) => api.materials.openTo({ material, people }),
    onSuccess: () => finish('shared'),
  })
  return { transition, share, done }
}

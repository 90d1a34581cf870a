import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PersonId } from '../../../../shared/ids'
import type { Session } from '../../../collab/session'
import type { Drafting } from '../../../features/outline/drafting'
import { whenSaved } from '../../../features/workspace/when-saved'
import { api } from '../../../lib/api'
import type { Material, MeetingDetail } from '../../../lib/api-types'

/** The drafters of a material's sections; the office and the principal name them, in the collective material. */
export function useDrafting(
  meeting: MeetingDetail,
  material: Material,
  session: Session,
): { drafting: Drafting; error: unknown } {
  const { members } = meeting
  const mayName =
    material.kind === 'collective' &&
    material.ability === 'edit' &&
    meeting.roles.some((role) => role === 'office' || role === 'principal')
  const { mutate, error } = useMutation({
    mutationFn: async (named: { heading: string; person: PersonId | null }) => {
      // The server must have the heading.
      await whenSaved(session)
      return api.materials.assignDrafter({ material: material.id, ...named })
    },
  })
  const drafting = useMemo<Drafting>(
    () => ({
      nameOf: (person) => members.find((member) => member.person === person)?.name ?? '',
      candidates: members.filter(({ roles }) =>
        roles.some((role) => role === 'principal' || role === 'member' || role === 'office'),
      ),
      assign: mayName ? (heading, person) => mutate({ heading, person }) : null,
    }),
    [members, mayName, mutate],
  )
  return { drafting, error }
}

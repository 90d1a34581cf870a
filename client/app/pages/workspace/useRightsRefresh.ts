import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { MeetingId } from '../../../../shared/ids'
import type { Session } from '../../../collab/session'
import { useStanding } from '../../../collab/useCollab'
import { meetingQuery } from '../../../lib/query'

/** The session hears of a change of rights first: state, buttons and reasons are then asked for anew. */
export function useRightsRefresh(session: Session, meeting: MeetingId): void {
  const queryClient = useQueryClient()
  const status = useStanding(session)
  // Coming back counts as news as well: the server ends connections when a material changes its state.
  const word = status.kind === 'live' ? status.ability : status.kind === 'refused' ? status.kind : null

  useEffect(() => {
    if (word !== null) void queryClient.invalidateQueries({ queryKey: meetingQuery(meeting).queryKey })
  }, [word, queryClient, meeting])
}

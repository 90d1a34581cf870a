import { useCallback, useState } from 'react'
import type { MeetingSession } from '../../live/meeting-session'
import type { NoticeKind, Order } from './order'

/** Gives orders to the meeting and keeps why the last one came to nothing. */
export function useOrders(session: MeetingSession) {
  const [notice, setNotice] = useState<NoticeKind | null>(null)
  const order: Order = useCallback(
    (command) => {
      void session.command(command).then((outcome) => setNotice(outcome === 'done' ? null : outcome))
    },
    [session],
  )
  return { order, notice, dismiss: () => setNotice(null) }
}

/**
 * Whose place one's window shows, as a machine without a screen. One follows until one scrolls, clicks or types in the text by one's
 * own hand; one click comes back. Handing over asks nobody: whoever follows follows the next speaker. The speaker leads.
 */
export type Follow = 'leading' | 'following' | 'elsewhere'

export type FollowEvent =
  /** Whether the room follows this page's person now. */
  | { kind: 'lead'; isMine: boolean }
  /** Another text stands before the meeting: there is nothing left to look at elsewhere. */
  | { kind: 'text' }
  /** By the person's own hand: what following scrolls does not count. */
  | { kind: 'moved' }
  /** 回到发言位置 */
  | { kind: 'return' }

export function followReducer(state: Follow, event: FollowEvent): Follow {
  switch (event.kind) {
    case 'lead':
      if (event.isMine) return 'leading'
      return state === 'leading' ? 'following' : state
    case 'text':
    case 'return':
      return state === 'leading' ? state : 'following'
    case 'moved':
      return state === 'leading' ? state : 'elsewhere'
  }
}

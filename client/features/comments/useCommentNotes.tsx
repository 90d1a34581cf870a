/** Open threads and the draft as notes in the margin beside the text. */
import { useCallback, useMemo } from 'react'
import type { MarginGuests } from '../../ui/MarginStack'
import { DraftCard } from './DraftCard'
import { ThreadCard } from './ThreadCard'
import type { Comments } from './useComments'

const DRAFT = 'draft'
const keyOf = (thread: string) => `thread:${thread}`

export function useCommentNotes(comments: Comments, colorOf: (person: string) => number | null): MarginGuests {
  const { threads, draft, inHand, lineOf, take } = comments
  const notes = useMemo(() => {
    const open = threads.filter(({ place, resolved }) => resolved === null && place !== 'suggestion')
    return [
      ...(draft.open === null ? [] : [{ key: DRAFT, node: <DraftCard comments={comments} /> }]),
      ...open.map((thread) => ({
        key: keyOf(thread.id),
        node: <ThreadCard thread={thread} comments={comments} colorOf={colorOf} showsQuote={false} />,
      })),
    ]
  }, [threads, draft, comments, colorOf])
  const noteLine = useCallback(
    (key: string) => (key === DRAFT ? draft.line() : lineOf(key.slice(keyOf('').length))),
    [draft, lineOf],
  )
  const handleTake = useCallback((key: string) => take(key.slice(keyOf('').length)), [take])
  const active = draft.open !== null ? DRAFT : inHand === null ? null : keyOf(inHand)
  return { notes, active, lineOf: noteLine, onTake: handleTake }
}

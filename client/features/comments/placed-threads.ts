/** Threads and where they stand: what the lists and the margin show, in the order they show it. */
import type { Thread } from '../../lib/api-types'

/** `words`: marked in the text; `suggestion`: on a suggestion that still waits; `gone`: neither is there any more. */
export type ThreadPlace = 'words' | 'suggestion' | 'gone'

export interface PlacedThread extends Thread {
  place: ThreadPlace
}

/** In the order of the text; those whose text is gone come first, the oldest before. `anchors`: ids in the order of the text; null: there is no text yet to tell. */
export function placedThreads(threads: readonly Thread[], anchors: readonly string[] | null): PlacedThread[] {
  const order = new Map(anchors?.map((id, index) => [id, index]))
  const indexOf = (thread: Thread) => order.get(thread.suggestion ?? thread.id) ?? -1
  return threads
    .map((thread): PlacedThread => {
      const isHere = anchors === null || indexOf(thread) >= 0
      return { ...thread, place: !isHere ? 'gone' : thread.suggestion === null ? 'words' : 'suggestion' }
    })
    .sort((a, b) => indexOf(a) - indexOf(b))
}

/** The latest word first. */
export function latestFirst(threads: readonly PlacedThread[]): PlacedThread[] {
  const lastOf = (thread: Thread) => thread.comments.at(-1)?.id ?? 0
  return [...threads].sort((a, b) => lastOf(b) - lastOf(a))
}

export function unreadIn(threads: readonly Thread[]): number {
  return threads.reduce((sum, { unread }) => sum + unread, 0)
}

/** What is said about a material, as the server has it. */
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { MaterialId } from '../../../shared/ids'
import { api } from '../../lib/api'
import type { CommentList, Thread } from '../../lib/api-types'

/** Answers change nothing in the document, so an open page asks for them. */
const REFRESH_MS = 15_000

export function commentsQuery(material: MaterialId) {
  return queryOptions({
    queryKey: ['comments', material],
    queryFn: ({ signal }) => api.comments.list({ material }, { signal }),
    refetchInterval: REFRESH_MS,
    refetchOnWindowFocus: 'always',
  })
}

/** Puts what the server has just answered in its place. */
export function keepThread(client: QueryClient, material: MaterialId, thread: Thread): void {
  client.setQueryData(commentsQuery(material).queryKey, (list: CommentList | undefined) => {
    if (list === undefined) return list
    const isKnown = list.threads.some(({ id }) => id === thread.id)
    const threads = isKnown ? list.threads.map((each) => (each.id === thread.id ? thread : each)) : [...list.threads, thread]
    return { ...list, threads }
  })
}

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MaterialId, PersonId } from '../../../shared/ids'
import { api } from '../../lib/api'
import type { Thread } from '../../lib/api-types'
import { commentsQuery, keepThread } from './comments-query'

export interface Said {
  text: string
  mentions: PersonId[]
}

/** A selection as two relative positions, or a suggestion. */
export type CommentTarget = { from: object; to: object } | { suggestion: string }

export interface ThreadDeeds {
  create: (on: CommentTarget, said: Said) => Promise<Thread>
  reply: (thread: string, said: Said) => Promise<Thread>
  edit: (thread: string, comment: number, said: Said) => Promise<Thread>
  remove: (thread: string, comment: number) => Promise<void>
  resolve: (thread: string, resolved: boolean) => Promise<Thread>
  see: (threads: readonly Thread[]) => Promise<void>
}

/** What one can do about comments; each settles when the server has it, and what it answered is shown. */
export function useThreadDeeds(material: MaterialId): ThreadDeeds {
  const client = useQueryClient()
  return useMemo(() => {
    const { queryKey } = commentsQuery(material)
    const kept = async (answer: Promise<Thread>) => {
      // A list asked for before this deed must not undo what it shows.
      await client.cancelQueries({ queryKey })
      const thread = await answer
      keepThread(client, material, thread)
      void client.invalidateQueries({ queryKey })
      return thread
    }
    return {
      create: (on, said) => kept(api.comments.create({ material, on, ...said })),
      reply: (thread, said) => kept(api.comments.reply({ material, thread, ...said })),
      edit: (thread, comment, said) => kept(api.comments.edit({ material, thread, comment, ...said })),
      resolve: (thread, resolved) => kept(api.comments.resolve({ material, thread, resolved })),
      remove: async (thread, comment) => {
        await api.comments.remove({ material, thread, comment })
        await client.invalidateQueries({ queryKey })
      },
      see: async (threads) => {
        const seen = threads.flatMap(({ id, unread, comments }) => {
          const last = comments.at(-1)
          return unread === 0 || last === undefined ? [] : [{ thread: id, comment: last.id }]
        })
        if (seen.length === 0) return
        await api.comments.see({ material, seen })
        await client.invalidateQueries({ queryKey })
      },
    }
  }, [client, material])
}

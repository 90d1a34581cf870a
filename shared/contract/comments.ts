/** Threads of comments. */
import { z } from 'zod'
import { ROOT } from '../schema/ydoc'
import { materialId, nothing, personId, route } from './base'

const commentText = z.string().trim().min(1).max(2000)
const mentions = z.array(personId).max(50).default([])
const comment = z.object({
  id: z.number().int(),
  /** Who spoke in a file that was imported is nobody of ours (`shared/model/foreign-author.ts`). */
  author: personId,
  authorName: z.string(),
  at: z.number(),
  editedAt: z.number().nullable(),
  text: z.string(),
  /** Members whose `@name` stands in the text. */
  mentions: z.array(z.object({ person: personId, name: z.string() })),
})
const thread = z.object({
  id: z.string(),
  /** The suggestion it is about; null: words of the text, under a mark `comment` with the thread's id. */
  suggestion: z.string().nullable(),
  /** The words it is about, as they read when it began. */
  quote: z.string(),
  resolved: z.object({ by: personId, name: z.string(), at: z.number() }).nullable(),
  /** The oldest first; never empty. */
  comments: z.array(comment),
  /** How many of them, by others, the asker has not seen. */
  unread: z.number().int(),
})
const clock = z.object({ client: z.number().int().min(0), clock: z.number().int().min(0) })
/** A Yjs relative position as JSON. */
const position = z.object({
  type: clock.nullish(),
  tname: z.literal(ROOT).nullish(),
  item: clock.nullish(),
  assoc: z.number().int().optional(),
})
const threadId = z.object({ material: materialId, thread: z.string().max(64) })
const commentId = threadId.extend({ comment: z.coerce.number().int() })

export const comments = {
  list: route
    .route({ method: 'GET', path: '/materials/{material}/comments' })
    .input(z.object({ material: materialId }))
    .output(
      z.object({
        threads: z.array(thread),
        /** Members of the meeting who may read the material: who can be mentioned. */
        readers: z.array(z.object({ person: personId, name: z.string() })),
      }),
    ),
  /** Begins a thread on words or on a suggestion (or replies there, if it has one). CONFLICT where the words are gone. */
  create: route
    .route({ method: 'POST', path: '/materials/{material}/comments' })
    .input(
      z.object({
        material: materialId,
        on: z.union([z.object({ from: position, to: position }), z.object({ suggestion: z.string().max(100) })]),
        text: commentText,
        mentions,
      }),
    )
    .output(thread),
  reply: route
    .route({ method: 'POST', path: '/materials/{material}/comments/{thread}/replies' })
    .input(threadId.extend({ text: commentText, mentions }))
    .output(thread),
  /** One's own. */
  edit: route
    .route({ method: 'PUT', path: '/materials/{material}/comments/{thread}/replies/{comment}' })
    .input(commentId.extend({ text: commentText, mentions }))
    .output(thread),
  /** One's own, as long as nobody has answered; with the only one goes the thread. */
  remove: route
    .route({ method: 'DELETE', path: '/materials/{material}/comments/{thread}/replies/{comment}' })
    .input(commentId)
    .output(nothing),
  resolve: route
    .route({ method: 'PUT', path: '/materials/{material}/comments/{thread}/resolved' })
    .input(threadId.extend({ resolved: z.boolean() }))
    .output(thread),
  /** The asker has seen these threads up to a comment. */
  see: route
    .route({ method: 'POST', path: '/materials/{material}/comments/seen' })
    .input(
      z.object({
        material: materialId,
        seen: z
          .array(z.object({ thread: z.string().max(64), comment: z.number().int() }))
          .min(1)
          .max(500),
      }),
    )
    .output(nothing),
}

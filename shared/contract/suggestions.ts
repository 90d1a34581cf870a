/** Decisions on suggestions. */
import { z } from 'zod'
import { MARKS } from '../schema/blocks'
import { BLOCK_KINDS } from '../suggestions/proposal'
import { materialId, personId, route } from './base'

const suggestionCard = z.object({
  id: z.string(),
  author: personId,
  inserted: z.string(),
  deleted: z.string(),
  retype: z.enum(BLOCK_KINDS).nullable(),
  changes: z.array(z.object({ mark: z.enum(MARKS), on: z.boolean(), text: z.string() })),
})
const decision = z.object({
  /** Number of the decision; one act on several suggestions is one decision. */
  id: z.number().int(),
  material: materialId,
  decision: z.enum(['accept', 'reject']),
  reason: z.string(),
  decider: personId,
  deciderName: z.string(),
  at: z.number(),
  /** When it was taken back, by its author; null: it stands. */
  undoneAt: z.number().nullable(),
  suggestions: z.array(suggestionCard.extend({ authorName: z.string(), /** When it was made. */ at: z.number() })),
})
const suggestionIds = z.array(z.string().max(100)).min(1).max(1000)

export const suggestions = {
  /** Takes or refuses proposals; the server does it, so person and time are certain. One may refuse (withdraw) one's own. */
  decide: route
    .route({ method: 'POST', path: '/materials/{material}/decisions' })
    .input(
      z.object({
        material: materialId,
        suggestions: suggestionIds,
        decision: z.enum(['accept', 'reject']),
        reason: z.string().trim().max(500).default(''),
      }),
    )
    .output(decision),
  /** All decisions on a material, the latest first. */
  decisions: route
    .route({ method: 'GET', path: '/materials/{material}/decisions' })
    .input(z.object({ material: materialId }))
    .output(z.array(decision)),
  /** Takes one's own decision back: the proposals stand again. CONFLICT where the text they stood in is gone. */
  undo: route
    .route({ method: 'DELETE', path: '/materials/{material}/decisions/{decision}' })
    .input(z.object({ material: materialId, decision: z.coerce.number().int() }))
    .output(decision),
}

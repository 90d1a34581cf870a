/**
 * What one is doing, from when one last typed and last did anything at all. Pure: the hook (`useActivity.ts`) owns the clock
 * and the listeners and asks `nextChange` when to look again, so nothing polls.
 */
import type { Activity } from '../../../shared/wire/awareness'

export interface ActivityFacts {
  /** Unix ms of the last change typed here; null: none yet. */
  typedAt: number | null
  /** Unix ms of the last sign of life: a key, the pointer, a scroll. */
  actedAt: number
  /** The tab is in the background. */
  hidden: boolean
}

/** Someone who paused this long to think is still said to be editing. */
export const EDITING_FOR = 8_000
/** Without a sign of life for this long, one is away. */
export const AWAY_AFTER = 120_000

export function activityAt(facts: ActivityFacts, now: number): Activity {
  if (facts.hidden || now - facts.actedAt >= AWAY_AFTER) return 'away'
  if (facts.typedAt !== null && now - facts.typedAt < EDITING_FOR) return 'editing'
  return 'viewing'
}

/** Milliseconds until the answer changes though nothing happens; null: it will not. */
export function nextChange(facts: ActivityFacts, now: number): number | null {
  switch (activityAt(facts, now)) {
    case 'editing':
      return EDITING_FOR - (now - (facts.typedAt ?? now))
    case 'viewing':
      return AWAY_AFTER - (now - facts.actedAt)
    case 'away':
      return null
  }
}

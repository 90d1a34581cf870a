/** What everyone's page is doing, as the list of people says it. */
import type { Attendee } from '../../../../shared/live/attendance'
import type { LiveModel } from '../../../live/live-model'
import { leads } from '../../../live/live-model'
import { speakerOf } from '../../../../shared/live/meeting-state'
import { headingOver, headingWords } from '../text/lit-blocks'

export type Doing =
  | { kind: 'absent'; reason: string }
  | { kind: 'awaited' }
  | { kind: 'away' }
  | { kind: 'writing' }
  /** Speaks; `section`: of their place, empty where there is none. */
  | { kind: 'speaking'; section: string }
  /** Null: before the first heading. */
  | { kind: 'elsewhere'; section: string | null }
  | { kind: 'following' }
  /** Has the page open, and there is nobody to follow. */
  | { kind: 'here' }

export function doingOf(model: LiveModel, { person, status, reason }: Attendee): Doing {
  const { here, text, place, state, you } = model
  if (status === 'absent') return { kind: 'absent', reason }
  const blocks = text?.blocks ?? []
  const isHeld = state.position !== null && state.phase !== 'ended'
  const isSpeaking = isHeld && (speakerOf(state) === person || place?.person === person)
  if (isSpeaking && (here.has(person) || (person === you.person && leads(model)))) {
    const at = place?.person === person && place.material === text?.material ? place.block : null
    return { kind: 'speaking', section: at === null ? '' : headingWords(blocks, headingOver(blocks, at)) }
  }
  const where = here.get(person)
  if (where === undefined) return status === 'awaited' ? { kind: 'awaited' } : { kind: 'away' }
  if (where.writing) return { kind: 'writing' }
  if (!isHeld) return { kind: 'here' }
  if (where.following) return { kind: 'following' }
  return { kind: 'elsewhere', section: where.section === null ? null : headingWords(blocks, where.section) }
}

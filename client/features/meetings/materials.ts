/** Small questions about materials that several views ask. */
import type { MaterialState } from '../../../shared/model/material-state'
import type { Material, Member } from '../../lib/api-types'
import type { ChipTone } from '../../ui/Chip'

const HANDED_IN: readonly MaterialState[] = ['submitted', 'approved', 'presented', 'archived']

export function finishedOf(materials: readonly Material[]): { done: number; total: number } {
  return { done: materials.filter(({ state }) => HANDED_IN.includes(state)).length, total: materials.length }
}

export const STATE_TONES: Record<MaterialState, ChipTone> = {
  draft: 'plain',
  submitted: 'info',
  returned: 'warn',
  approved: 'ok',
  presented: 'ok',
  archived: 'plain',
}

/** The collective material first, then one's own, then the others in the order of the list of members. */
export function inOrder(materials: readonly Material[], members: readonly Member[], me: string): Material[] {
  const place = ({ kind, owner }: Material) => {
    if (kind === 'collective') return -2
    if (owner === me) return -1
    return members.findIndex(({ person }) => person === owner)
  }
  return [...materials].sort((a, b) => place(a) - place(b))
}

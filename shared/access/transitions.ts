/** The review flow as a table: which deliberate act leads from where to where, and who may do it. */
import type { MaterialState } from '../model/material-state'
import type { Actor, MaterialFacts } from './can'

/** 送审 · 退回 · 定稿 · 重新打开 */
export const TRANSITIONS = ['submit', 'return', 'approve', 'reopen'] as const
export type Transition = (typeof TRANSITIONS)[number]

interface Rule {
  from: readonly MaterialState[]
  to: MaterialState
  /** Whether the person must say why. */
  needsReason: boolean
  allows(material: MaterialFacts, actor: Actor): boolean
}

const isPrincipal = (_: MaterialFacts, actor: Actor) => actor.roles.includes('principal')

export const TRANSITION_RULES: Record<Transition, Rule> = {
  submit: {
    from: ['draft', 'returned'],
    to: 'submitted',
    needsReason: false,
    allows: (material, actor) =>
      material.kind === 'individual'
        ? material.owner === actor.person
        : actor.roles.includes('office') || actor.roles.includes('principal'),
  },
  return: { from: ['submitted'], to: 'returned', needsReason: true, allows: isPrincipal },
  approve: { from: ['submitted'], to: 'approved', needsReason: false, allows: isPrincipal },
  reopen: { from: ['approved', 'presented'], to: 'returned', needsReason: true, allows: isPrincipal },
}

/** What `actor` may do to `material` as it stands. */
export function transitionsFor(material: MaterialFacts, actor: Actor): Transition[] {
  return TRANSITIONS.filter((name) => {
    const rule = TRANSITION_RULES[name]
    const comesFrom =
      rule.from.includes(material.state) ||
      // The principal may approve the collective text straight from the draft.
      (name === 'approve' && material.kind === 'collective' && material.state === 'draft')
    return comesFrom && rule.allows(material, actor)
  })
}

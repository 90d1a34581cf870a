/** What one person may do to one material, weakest first. `state` is "how far it is, never the text". Each includes the ones before it. */
export const ABILITIES = ['none', 'state', 'read', 'comment', 'suggest', 'edit'] as const
export type Ability = (typeof ABILITIES)[number]

/** Whether `have` includes `need`. */
export function atLeast(have: Ability, need: Ability): boolean {
  return ABILITIES.indexOf(have) >= ABILITIES.indexOf(need)
}

export function strongest(abilities: readonly Ability[]): Ability {
  return abilities.reduce<Ability>((best, next) => (atLeast(next, best) ? next : best), 'none')
}

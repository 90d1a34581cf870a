import type { Command, Refusal } from '../../../shared/live/commands'
import type { LiveModel } from '../../live/live-model'
import type { MaterialId, PersonId } from '../../../shared/ids'

/** Asks the meeting for something; what comes of a refusal is said in one place. */
export type Order = (command: Command) => void

export type NoticeKind = Refusal | 'offline'

export function nameOf({ people }: Pick<LiveModel, 'people'>, person: PersonId | null): string {
  return person === null ? '' : (people.get(person)?.name ?? '')
}

/** Materials the agenda comes with, in its order. */
export function agendaMaterials({ state }: Pick<LiveModel, 'state'>): { material: MaterialId; owner: PersonId | null }[] {
  return state.items.flatMap((item) =>
    item.turns.flatMap(({ material, person }) =>
      material === null ? [] : [{ material, owner: item.kind === 'individual' ? person : null }],
    ),
  )
}

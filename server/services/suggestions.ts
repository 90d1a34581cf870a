/** Deciding on suggestions: who, when and why are the server's to know, and every decision is kept. */
import { atLeast } from '../../shared/access/ability'
import { isHeldByDrafters } from '../../shared/access/can'
import { AppError } from '../../shared/errors'
import type { MaterialId } from '../../shared/ids'
import { foreignName } from '../../shared/model/foreign-author'
import type { Decision } from '../../shared/suggestions/decide'
import { timeOf } from '../../shared/suggestions/proposal'
import type { Clock } from '../platform/clock'
import type { DecisionRecord, Records } from '../ports/records'
import type { RoomsPort } from '../ports/rooms'
import type { Asker } from './asker'
import type { Audit } from './audit'
import { materialInSight } from './rights'
import type { DecisionView } from './shapes'

export interface SuggestionsOptions {
  records: Records
  rooms: Pick<RoomsPort, 'edit' | 'survey'>
  audit: Audit
  clock: Clock
}

export interface DecideInput {
  suggestions: readonly string[]
  decision: Decision
  reason: string
}

export class Suggestions {
  readonly #options: SuggestionsOptions

  constructor(options: SuggestionsOptions) {
    this.#options = options
  }

  async decide(asker: Asker, material: MaterialId, { suggestions, decision, reason }: DecideInput): Promise<DecisionView> {
    const { records, rooms, audit, clock } = this.#options
    const { ability, facts, actor } = await materialInSight(records, material, asker.person, 'suggest')
    const mayDecide = atLeast(ability, 'edit')
    if (!mayDecide) await this.#mustBeOwn(asker, material, suggestions, decision)
    const held = mayDecide && isHeldByDrafters(facts, actor) && !(await this.#areOwn(asker, material, suggestions, decision))
    const edit = { kind: 'decide' as const, suggestions, decision, ...(held ? { drafter: asker.person } : {}) }
    const { cards, steps, update, barred } = await rooms.edit(material, edit, asker.person)
    if (barred !== null) throw new AppError('FORBIDDEN', 'Another person drafts this section')
    if (update === null || cards.length === 0) throw new AppError('CONFLICT', 'These suggestions are decided already')
    const record = { material, decision, reason, decider: asker.person, at: clock.now(), suggestions: cards, steps }
    const id = await records.decisions.add(record)
    await audit.record(asker, `suggestions.${decision}`, `material ${material} decision ${id}`)
    return this.#view({ ...record, id, undoneAt: null })
  }

  async list(asker: Asker, material: MaterialId): Promise<DecisionView[]> {
    const { records } = this.#options
    await materialInSight(records, material, asker.person, 'read')
    return Promise.all((await records.decisions.list(material)).map((decision) => this.#view(decision)))
  }

  async undo(asker: Asker, material: MaterialId, id: number): Promise<DecisionView> {
    const { records, rooms, audit, clock } = this.#options
    await materialInSight(records, material, asker.person, 'suggest')
    const decision = await records.decisions.get(id)
    if (decision === null || decision.material !== material) throw new AppError('NOT_FOUND', 'No such decision')
    if (decision.decider !== asker.person) throw new AppError('FORBIDDEN', 'Only who decided takes it back')
    const undoneAt = clock.now()
    if (!(await records.decisions.markUndone(id, undoneAt))) throw new AppError('CONFLICT', 'It was taken back already')
    const { update } = await rooms.edit(material, { kind: 'takeBack', steps: decision.steps }, asker.person)
    await audit.record(asker, 'suggestions.undo', `material ${material} decision ${id}`, update === null ? 'refused' : 'ok')
    if (update === null) throw new AppError('CONFLICT', 'The text these suggestions stood in is gone')
    return this.#view({ ...decision, undoneAt })
  }

  /** Whoever may only suggest can do one thing with suggestions: withdraw their own. */
  async #mustBeOwn(asker: Asker, material: MaterialId, ids: readonly string[], decision: Decision): Promise<void> {
    if (await this.#areOwn(asker, material, ids, decision)) return
    await this.#options.audit.record(asker, `suggestions.${decision}`, `material ${material}`, 'refused')
    throw new AppError('FORBIDDEN', 'Deciding needs the right to edit')
  }

  /** Withdrawing one's own is always free. */
  async #areOwn(asker: Asker, material: MaterialId, ids: readonly string[], decision: Decision): Promise<boolean> {
    const waiting = (await this.#options.rooms.survey(material)).suggestions
    const own = new Set(waiting.filter((card) => card.author === asker.person).map((card) => card.id))
    return decision === 'reject' && ids.every((id) => own.has(id))
  }

  async #view({ steps: _, suggestions, ...decision }: DecisionRecord): Promise<DecisionView> {
    const { people } = this.#options.records
    const nameOf = async (person: typeof decision.decider) => foreignName(person) ?? (await people.get(person))?.name ?? ''
    return {
      ...decision,
      deciderName: await nameOf(decision.decider),
      suggestions: await Promise.all(
        suggestions.map(async (card) => ({ ...card, authorName: await nameOf(card.author), at: timeOf(card.id) ?? 0 })),
      ),
    }
  }
}

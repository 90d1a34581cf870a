/**
 * The agenda of a meeting: items in order, each with one or more turns to speak. A person's turn goes from self-examination over the
 * others' criticism to the reply. Times inform and never cut.
 */
import type { MeetingRole } from '../access/roles'
import type { MaterialId, PersonId } from '../ids'

/** 上年度整改 · 班子对照检查 · 个人对照检查与相互批评 · 督导组点评 · 主要负责同志表态 · 会议小结 · 其他 */
export const ITEM_KINDS = [
  'priorRectification',
  'collective',
  'individual',
  'supervisorRemarks',
  'closingRemarks',
  'summary',
  'other',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** 发言 · 自我检查 · 相互批评 · 表态 */
export type Step = 'statement' | 'selfExamination' | 'criticism' | 'reply'

export interface Turn {
  /** Unique in its item: the person's id, or `all` where nobody is named. */
  id: string
  /** Who speaks; null: whoever presides. */
  person: PersonId | null
  /** What they speak to. */
  material: MaterialId | null
  /** Time spent up to the last stop of the clock; see `elapsedMs` for the running one. */
  spentMs: number
}

export interface AgendaItem {
  id: string
  kind: ItemKind
  title: string
  /** Suggested for each turn; 0: no suggestion. */
  minutes: number
  turns: Turn[]
}

/** Where the meeting stands. */
export interface Position {
  item: string
  turn: string
  step: Step
}

/** An agenda before it knows people: data of `shared/templates/agenda.ts`. */
export interface AgendaOutlineItem {
  kind: ItemKind
  title: string
  minutes: number
}

export interface Enrollee {
  person: PersonId
  roles: readonly MeetingRole[]
  /** Their own material. */
  material: MaterialId | null
}

/** What the agenda and the attendance list are made of. */
export interface Roster {
  /** In the order of the meeting's list. */
  people: readonly Enrollee[]
  collective: MaterialId | null
  outline: readonly AgendaOutlineItem[]
}

export function agendaFor(roster: Roster): AgendaItem[] {
  return roster.outline.map(({ kind, title, minutes }, index) => {
    return { id: `item-${index + 1}`, kind, title, minutes, turns: turnsFor(kind, roster) }
  })
}

/** The principal first, then as listed. */
export function speakersOf(roster: Roster): Enrollee[] {
  const speakers = roster.people.filter(({ roles }) => roles.includes('member') || roles.includes('principal'))
  const leads = (one: Enrollee) => (one.roles.includes('principal') ? 0 : 1)
  return speakers.sort((a, b) => leads(a) - leads(b))
}

export function turnOf({ person, material }: Enrollee): Turn {
  return { id: person, person, material, spentMs: 0 }
}

function turnsFor(kind: ItemKind, roster: Roster): Turn[] {
  const holder = (role: MeetingRole) => roster.people.find(({ roles }) => roles.includes(role))?.person ?? null
  switch (kind) {
    case 'individual':
      return speakersOf(roster).map(turnOf)
    case 'collective':
      return [soleTurn(holder('principal'), roster.collective)]
    case 'supervisorRemarks':
      return [soleTurn(holder('supervisor'), null)]
    case 'closingRemarks':
    case 'summary':
      return [soleTurn(holder('principal'), null)]
    default:
      return [soleTurn(null, null)]
  }
}

export function soleTurn(person: PersonId | null, material: MaterialId | null): Turn {
  return { id: person ?? 'all', person, material, spentMs: 0 }
}

function stepsOf(item: AgendaItem): readonly Step[] {
  return item.kind === 'individual' ? ['selfExamination', 'criticism', 'reply'] : ['statement']
}

/** Every position in the order in which the meeting goes through them. */
export function positionsOf(items: readonly AgendaItem[]): Position[] {
  return items.flatMap((item) =>
    item.turns.flatMap((turn) => stepsOf(item).map((step) => ({ item: item.id, turn: turn.id, step }))),
  )
}

/** 下一步 · 下一位 · 下一项 */
export const UNITS = ['step', 'turn', 'item'] as const
export type Unit = (typeof UNITS)[number]

/** The next position that begins another `unit`; null: there is none. */
export function positionAfter(items: readonly AgendaItem[], from: Position, unit: Unit): Position | null {
  const all = positionsOf(items)
  return all.slice(indexIn(all, from) + 1).find((position) => isOther(position, from, unit)) ?? null
}

/** The beginning of the unit before; null: there is none. */
export function positionBefore(items: readonly AgendaItem[], from: Position, unit: Unit): Position | null {
  const all = positionsOf(items)
  const before = all.slice(0, Math.max(0, indexIn(all, from))).findLast((position) => isOther(position, from, unit))
  return before === undefined ? null : (all.find((position) => !isOther(position, before, unit)) ?? null)
}

function indexIn(all: readonly Position[], { item, turn, step }: Position): number {
  return all.findIndex((position) => position.item === item && position.turn === turn && position.step === step)
}

function isOther(position: Position, from: Position, unit: Unit): boolean {
  if (position.item !== from.item) return true
  if (unit === 'item') return false
  return position.turn !== from.turn || (unit === 'step' && position.step !== from.step)
}

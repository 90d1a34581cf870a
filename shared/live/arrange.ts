/** Rearranging the agenda: pure list work; null: makes no sense as the list stands. */
import { type AgendaItem, soleTurn, type Turn } from './agenda'
import type { OrderedCommand } from './commands'
import type { MeetingState } from './meeting-state'

export type Arrangement = Extract<OrderedCommand, { kind: 'addItem' | 'changeItem' | 'moveItem' | 'moveTurn' | 'removeItem' }>

export function arrange(state: MeetingState, command: Arrangement): Pick<MeetingState, 'items' | 'nextItem'> | null {
  const { items, nextItem } = state
  switch (command.kind) {
    case 'addItem': {
      const { title, minutes, before } = command
      const item: AgendaItem = { id: `item-${nextItem}`, kind: 'other', title, minutes, turns: [soleTurn(null, null)] }
      const added = placed(items, item, before)
      return added && { items: added, nextItem: nextItem + 1 }
    }
    case 'changeItem': {
      const { item: id, title, minutes } = command
      if (!items.some((item) => item.id === id)) return null
      return { items: items.map((item) => (item.id === id ? { ...item, title, minutes } : item)), nextItem }
    }
    case 'moveItem': {
      const moved = movedIn(items, command.item, command.before)
      return moved && { items: moved, nextItem }
    }
    case 'moveTurn': {
      const item = items.find(({ id }) => id === command.item)
      const turns: Turn[] | null = item === undefined ? null : movedIn(item.turns, command.turn, command.before)
      if (item === undefined || turns === null) return null
      return { items: items.map((one) => (one === item ? { ...item, turns } : one)), nextItem }
    }
    case 'removeItem': {
      const item = items.find(({ id }) => id === command.item)
      // What the meeting has spent time on stays in its record.
      if (item === undefined || state.position?.item === item.id || item.turns.some(({ spentMs }) => spentMs > 0)) return null
      return items.length === 1 ? null : { items: items.filter((one) => one !== item), nextItem }
    }
  }
}

function movedIn<T extends { id: string }>(list: readonly T[], id: string, before: string | null): T[] | null {
  const moving = list.find((one) => one.id === id)
  if (moving === undefined || before === id) return null
  return placed(
    list.filter((one) => one !== moving),
    moving,
    before,
  )
}

function placed<T extends { id: string }>(list: readonly T[], one: T, before: string | null): T[] | null {
  const at = before === null ? list.length : list.findIndex(({ id }) => id === before)
  return at === -1 ? null : [...list.slice(0, at), one, ...list.slice(at)]
}

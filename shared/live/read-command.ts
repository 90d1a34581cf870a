/** A command from the wire: only known fields, each within its bounds. */
import { UNITS } from './agenda'
import { ATTENDANCE } from './attendance'
import type { Command } from './commands'
import { fields, flag, id, idOrNull, integer, Malformed, oneOf, text } from './fields'
import { RECORD_STAGES } from './meeting-state'

const MAX_TITLE_CHARS = 100
const MAX_REASON_CHARS = 200
const MAX_MINUTES = 600
const MAX_QUORUM = 100

export function readCommand(value: unknown): Command {
  const from = fields(value)
  const kind = text(from, 'kind', 20)
  switch (kind) {
    case 'gather':
    case 'start':
    case 'pause':
    case 'resume':
    case 'end':
    case 'withdraw':
      return { kind }
    case 'next':
    case 'back':
      return { kind, unit: oneOf(from, 'unit', UNITS) }
    case 'goTo':
      return { kind, item: id(from, 'item'), turn: id(from, 'turn') }
    case 'addItem':
      return { kind, ...titled(from), before: idOrNull(from, 'before') }
    case 'changeItem':
      return { kind, item: id(from, 'item'), ...titled(from) }
    case 'moveItem':
      return { kind, item: id(from, 'item'), before: idOrNull(from, 'before') }
    case 'moveTurn':
      return { kind, item: id(from, 'item'), turn: id(from, 'turn'), before: idOrNull(from, 'before') }
    case 'removeItem':
      return { kind, item: id(from, 'item') }
    case 'setQuorum': {
      const needs = integer(from, 'needs', MAX_QUORUM)
      const of = integer(from, 'of', MAX_QUORUM)
      if (needs === 0 || needs > of) throw new Malformed('needs')
      return { kind, needs, of }
    }
    case 'present':
      return { kind, material: id(from, 'material') }
    case 'setRecord':
      return { kind, stage: oneOf(from, 'stage', RECORD_STAGES) }
    case 'attend': {
      const reason = text(from, 'reason', MAX_REASON_CHARS).trim()
      return { kind, person: id(from, 'person'), status: oneOf(from, 'status', ATTENDANCE), reason }
    }
    case 'expect':
      return { kind, person: id(from, 'person'), expected: flag(from, 'expected') }
    case 'consent':
      return { kind, given: flag(from, 'given') }
    default:
      throw new Malformed('kind')
  }
}

function titled(from: ReturnType<typeof fields>): { title: string; minutes: number } {
  const title = text(from, 'title', MAX_TITLE_CHARS).trim()
  if (title === '') throw new Malformed('title')
  return { title, minutes: integer(from, 'minutes', MAX_MINUTES) }
}

/** What a page or a projector says, read without trust: known fields within their bounds, or null. */
import { ID_PATTERN } from '../ids'
import { fields, type Fields, flag, id, idOrNull, integer, Malformed, oneOf, text } from './fields'
import type { ClientMessage } from './messages'
import type { ProjectorHello } from './projector'
import { readCommand } from './read-command'
import { LINE_KINDS, LINE_MODES, type LineInput, MAX_ASPECT_CHARS, MAX_LINE_CHARS } from './record'

const MAX_REQUEST_CHARS = 64
const MAX_BLOCK = 100_000
const MAX_OFFSET = 1_000_000
/** A relative position is some 100 characters of JSON. */
const MAX_ANCHOR_CHARS = 500

export function readClientMessage(json: string): ClientMessage | null {
  return read(json, (from): ClientMessage => {
    const type = text(from, 'type', 20)
    switch (type) {
      case 'command':
        return {
          type,
          request: text(from, 'request', MAX_REQUEST_CHARS),
          revision: integer(from, 'revision', Number.MAX_SAFE_INTEGER),
          command: readCommand(from.command),
        }
      case 'place':
        return {
          type,
          material: id(from, 'material'),
          block: integer(from, 'block', MAX_BLOCK),
          offset: integer(from, 'offset', MAX_OFFSET),
          anchor: anchorIn(from),
        }
      case 'whereabouts':
        return {
          type,
          following: flag(from, 'following'),
          section: from.section === null ? null : integer(from, 'section', MAX_BLOCK),
          writing: flag(from, 'writing'),
        }
      case 'line':
        return { type, request: text(from, 'request', MAX_REQUEST_CHARS), line: lineIn(fields(from.line)) }
      case 'reply':
        return {
          type,
          request: text(from, 'request', MAX_REQUEST_CHARS),
          person: id(from, 'person'),
          given: flag(from, 'given'),
        }
      default:
        throw new Malformed('type')
    }
  })
}

export function readProjectorHello(json: string): ProjectorHello | null {
  return read(json, (from): ProjectorHello => ({ type: oneOf(from, 'type', ['code']), code: text(from, 'code', 32) }))
}

function lineIn(from: Fields): LineInput {
  const lineId = text(from, 'id', 64)
  if (!ID_PATTERN.test(lineId)) throw new Malformed('id')
  const edition = integer(from, 'edition', Number.MAX_SAFE_INTEGER)
  const content = text(from, 'text', MAX_LINE_CHARS).trim()
  if (edition === 0 || content === '') throw new Malformed('line')
  return {
    id: lineId,
    edition,
    kind: oneOf(from, 'kind', LINE_KINDS),
    speaker: id(from, 'speaker'),
    target: idOrNull(from, 'target'),
    mode: oneOf(from, 'mode', LINE_MODES),
    aspect: text(from, 'aspect', MAX_ASPECT_CHARS).trim(),
    text: content,
    saidAt: integer(from, 'saidAt', Number.MAX_SAFE_INTEGER),
    item: idOrNull(from, 'item'),
    removed: flag(from, 'removed'),
  }
}

function anchorIn({ anchor }: Fields): unknown {
  if (anchor === null || anchor === undefined) return null
  if (typeof anchor !== 'object' || JSON.stringify(anchor).length > MAX_ANCHOR_CHARS) throw new Malformed('anchor')
  return anchor
}

function read<T>(json: string, take: (from: Fields) => T): T | null {
  try {
    return take(fields(JSON.parse(json)))
  } catch (error) {
    if (error instanceof Malformed || error instanceof SyntaxError) return null
    throw error
  }
}

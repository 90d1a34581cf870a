/** Taking a decision back: the suggestion stands again where it stood, in the text as it is now. */
import * as Y from 'yjs'
import { joinToPrevious, kindOf, retypeBlock, splitBlock } from './block-edits'
import type { BlockKind } from './proposal'

/** A relative position as JSON: it follows its neighbours through whatever is written. */
export type Place = ReturnType<typeof Y.relativePositionToJSON>

type Attributes = Record<string, unknown>

export type UndoStep =
  | { do: 'format'; from: Place; to: Place; attributes: Attributes }
  | { do: 'insert'; at: Place; text: string; attributes: Attributes }
  | { do: 'block'; block: Place; kind: BlockKind; attribute: 'join' | 'retype'; value: string }
  | { do: 'unsplit'; block: Place; text: string; attributes: Attributes }
  | { do: 'unjoin'; at: Place; kind: BlockKind; join: string }

/** `assoc`: -1 to stay behind the character before, 0 to stay before the one after. */
export function placeAt(type: Y.XmlText | Y.XmlElement, index: number, assoc = 0): Place {
  return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(type as Y.AbstractType<unknown>, index, assoc))
}

/** Takes `steps` inside the caller's transaction. @returns how many found their place gone. */
export function takeBack(doc: Y.Doc, steps: readonly UndoStep[]): number {
  return steps.filter((step) => !take(doc, step)).length
}

function take(doc: Y.Doc, step: UndoStep): boolean {
  switch (step.do) {
    case 'format': {
      const from = resolve(doc, step.from)
      const to = resolve(doc, step.to)
      if (!(from?.type instanceof Y.XmlText) || to?.type !== from.type || to.index <= from.index) return false
      from.type.format(from.index, to.index - from.index, step.attributes)
      return true
    }
    case 'insert': {
      const at = resolve(doc, step.at)
      if (!(at?.type instanceof Y.XmlText)) return false
      at.type.insert(at.index, step.text, step.attributes)
      return true
    }
    case 'block': {
      const block = blockOf(doc, step.block)
      if (block === null) return false
      const standing = kindOf(block) === step.kind ? block : retypeBlock(block, step.kind)
      standing.setAttribute(step.attribute, step.value)
      return true
    }
    case 'unsplit': {
      const block = blockOf(doc, step.block)
      const seam = block === null ? null : joinToPrevious(block)
      seam?.text.insert(seam.offset, step.text, step.attributes)
      return seam !== null
    }
    case 'unjoin': {
      const at = resolve(doc, step.at)
      const block = at?.type instanceof Y.XmlText ? at.type.parent : null
      if (!(at?.type instanceof Y.XmlText) || !(block instanceof Y.XmlElement)) return false
      splitBlock(block, at.type, at.index, step.kind).setAttribute('join', step.join)
      return true
    }
  }
}

function resolve(doc: Y.Doc, place: Place): { type: unknown; index: number } | null {
  const absolute = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(place), doc)
  if (absolute === null || absolute.type._item?.deleted) return null
  return { type: absolute.type, index: absolute.index }
}

function blockOf(doc: Y.Doc, place: Place): Y.XmlElement | null {
  const type = resolve(doc, place)?.type
  if (type instanceof Y.XmlElement) return type
  return type instanceof Y.XmlText && type.parent instanceof Y.XmlElement ? type.parent : null
}

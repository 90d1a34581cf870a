/** Bold, italic and underline: set at once on one's own insertions, proposed on everything else; asked for twice, taken back. */
import type { Mark, Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { MarkName } from '../../../shared/schema/blocks'
import { changeMark, isOwnInsertion, type Signature } from './proposal-marks'

export interface FormatChange {
  from: number
  to: number
  mark: Mark
  on: boolean
}

export function proposeFormats(out: Transaction, changes: readonly FormatChange[], signature: Signature): void {
  const before = out.steps.length
  for (const change of changes)
    forEachText(out.doc, change, (text, from, to) => proposeOne(out, change, text, from, to, signature))
  if (out.steps.length > before) return
  // It stands proposed already: asking for it again takes it back.
  for (const change of changes) {
    forEachText(out.doc, change, (text, from, to) => {
      const own = ownChange(text, change, signature)
      if (own !== undefined) out.removeMark(from, to, own)
    })
  }
}

function proposeOne(
  out: Transaction,
  { mark, on }: FormatChange,
  text: ProseMirrorNode,
  from: number,
  to: number,
  signature: Signature,
): void {
  const isOn = mark.isInSet(text.marks)
  if (isOwnInsertion(text, signature.author)) {
    if (on && !isOn) out.addMark(from, to, mark)
    else if (!on && isOn) out.removeMark(from, to, mark)
    return
  }
  const own = ownChange(text, { mark, on: !on }, signature)
  if (own !== undefined) out.removeMark(from, to, own)
  else if (isOn !== on && ownChange(text, { mark, on }, signature) === undefined) {
    out.addMark(from, to, changeMark(out.doc.type.schema, signature, mark.type.name as MarkName, on))
  }
}

function ownChange(
  text: ProseMirrorNode,
  { mark, on }: Pick<FormatChange, 'mark' | 'on'>,
  { author }: Signature,
): Mark | undefined {
  return text.marks.find(
    ({ type, attrs }) => type.name === 'change' && attrs.author === author && attrs.mark === mark.type.name && attrs.on === on,
  )
}

function forEachText(
  doc: ProseMirrorNode,
  { from, to }: Pick<FormatChange, 'from' | 'to'>,
  visit: (text: ProseMirrorNode, from: number, to: number) => void,
): void {
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.isText) visit(node, Math.max(from, pos), Math.min(to, pos + node.nodeSize))
  })
}

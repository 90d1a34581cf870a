/**
 * Whose section a place in the editor's document stands in (执笔人): the rule of `shared/suggestions/drafted.ts`. Where somebody else
 * drafts, whoever is held by it may only suggest.
 */
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { AddMarkStep, AttrStep, RemoveMarkStep, type Step } from '@tiptap/pm/transform'
import type { PersonId } from '../../../shared/ids'
import { placesIn } from './cards-in'

/** The drafter of the section in which block number `index` stands. */
function drafterOfBlock(doc: ProseMirrorNode, index: number): PersonId | null {
  let level = Number.POSITIVE_INFINITY
  for (let at = index; at >= 0 && level > 1; at -= 1) {
    const { type, attrs } = doc.child(at)
    if (type.name !== 'heading' || Number(attrs.level) >= level) continue
    level = Number(attrs.level)
    if (typeof attrs.drafter === 'string' && attrs.drafter !== '') return attrs.drafter as PersonId
  }
  return null
}

/** Somebody else than `person` who drafts a block between these places; null: nobody does. */
export function otherDrafter(doc: ProseMirrorNode, from: number, to: number, person: PersonId): PersonId | null {
  const $to = doc.resolve(to)
  const behind = $to.index(0) + ($to.depth === 0 ? 0 : 1)
  for (let index = doc.resolve(from).index(0); index < behind; index += 1) {
    const drafter = drafterOfBlock(doc, index)
    if (drafter !== null && drafter !== person) return drafter
  }
  return null
}

/** Whether a change touches, or puts something into, a section that somebody else drafts. */
export function touchesOthersSection(tr: Transaction, person: PersonId): boolean {
  return tr.steps.some((step, index) => {
    const before = tr.docs[index]
    const after = tr.docs[index + 1] ?? tr.doc
    if (before === undefined) return false
    if (rangesOf(step).some(({ from, to }) => otherDrafter(before, from, to, person) !== null)) return true
    let isInto = false
    step.getMap().forEach((_from, _to, from, to) => {
      isInto ||= otherDrafter(after, from, to, person) !== null
    })
    return isInto
  })
}

function rangesOf(step: Step): { from: number; to: number }[] {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return [{ from: step.from, to: step.to }]
  if (step instanceof AttrStep) return [{ from: step.pos, to: step.pos + 1 }]
  const ranges: { from: number; to: number }[] = []
  step.getMap().forEach((from, to) => ranges.push({ from, to }))
  return ranges
}

/** Whether every block that stood and stands has the drafter it had: no heading may be made, changed or taken away to alter that. */
export function keepsDrafters(tr: Transaction): boolean {
  if (!tr.docChanged || headingsIn(tr.before) === headingsIn(tr.doc)) return true
  let keeps = true
  tr.before.forEach((_block, pos, index) => {
    const now = tr.mapping.mapResult(pos + 1, 1)
    if (now.deleted && tr.mapping.mapResult(pos + 1, -1).deleted) return
    const there = Math.min(tr.doc.resolve(now.pos).index(0), tr.doc.childCount - 1)
    keeps &&= drafterOfBlock(tr.before, index) === drafterOfBlock(tr.doc, there)
  })
  return keeps
}

function headingsIn(doc: ProseMirrorNode): string {
  const headings: string[] = []
  doc.forEach(({ type, attrs }) => {
    if (type.name === 'heading') headings.push(`${attrs.level}${attrs.drafter ?? ''}`)
  })
  return headings.join()
}

/** Who drafts, heading by heading. */
export function draftersIn(doc: ProseMirrorNode): string {
  const drafters: string[] = []
  doc.forEach(({ type, attrs }) => {
    if (type.name === 'heading' && typeof attrs.drafter === 'string') drafters.push(`${drafters.length}${attrs.drafter}`)
  })
  return drafters.join()
}

/** The suggestions with a place in a section that somebody else than `person` drafts. */
export function suggestionsElsewhere(doc: ProseMirrorNode, person: PersonId): ReadonlySet<string> {
  const found = new Set<string>()
  doc.forEach((block, _pos, index) => {
    const drafter = drafterOfBlock(doc, index)
    if (drafter === null || drafter === person) return
    for (const { id } of block.isTextblock ? placesIn(block) : []) found.add(id)
    block.descendants((inner) => {
      if (!inner.isTextblock) return true
      for (const { id } of placesIn(inner)) found.add(id)
      return false
    })
  })
  return found
}

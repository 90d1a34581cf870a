/** A change somebody made in suggesting mode, as the proposal of that change, before it is applied to anything. */
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import { AddMarkStep, Mapping, RemoveMarkStep, ReplaceAroundStep, ReplaceStep, type Step } from '@tiptap/pm/transform'
import { MARKS } from '../../../shared/schema/blocks'
import { kindOf } from '../block-commands'
import { breakKindOf, withoutProposals } from './proposal-marks'
import { type FormatChange, proposeFormats } from './propose-format'
import { proposeKind } from './propose-kind'
import { type Proposed, proposeText } from './propose-text'
import type { Proposer } from './proposer'
import type { RefusalReason } from './suggesting-state'
import { type TextChange, textChangeOf } from './text-change'

/** On every transaction that holds proposals only. */
export const PROPOSES = 'proposes'

/** Where the text that a replace step put in stands now. */
interface Landmark extends Proposed {
  step: number
  /** In the document after the step. */
  from: number
  to: number
  /** How many steps had been taken when it was found. */
  taken: number
}

class Rewriting {
  readonly out: Transaction
  private readonly landmarks: Landmark[] = []
  private readonly formats: FormatChange[] = []

  constructor(
    private readonly tr: Transaction,
    private readonly state: EditorState,
    private readonly proposer: Proposer,
  ) {
    this.out = state.tr
  }

  run(): RefusalReason | null {
    for (const [index, step] of this.tr.steps.entries()) {
      const refused = this.take(step, index)
      if (refused !== null) return refused
    }
    if (this.formats.length > 0) {
      proposeFormats(this.out, this.formats, { author: this.proposer.author, id: this.proposer.newId() })
    }
    this.select()
    if (this.tr.storedMarksSet) this.out.setStoredMarks(this.tr.storedMarks && withoutProposals(this.tr.storedMarks))
    for (const meta of ['paste', 'uiEvent', 'inputType']) {
      const value: unknown = this.tr.getMeta(meta)
      if (value !== undefined) this.out.setMeta(meta, value)
    }
    if (this.tr.scrolledIntoView) this.out.scrollIntoView()
    this.out.setMeta(PROPOSES, true)
    return null
  }

  private take(step: Step, index: number): RefusalReason | null {
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
      if (!MARKS.some((name) => name === step.mark.type.name)) return 'structure'
      const range = { from: this.here(step.from, index, 1), to: this.here(step.to, index, -1) }
      this.formats.push({ ...range, mark: step.mark, on: step instanceof AddMarkStep })
      return null
    }
    if (step instanceof ReplaceAroundStep) return this.takeMarkup(step, index)
    return step instanceof ReplaceStep ? this.takeText(step, index) : 'structure'
  }

  private takeMarkup(step: ReplaceAroundStep, index: number): RefusalReason | null {
    const doc = this.tr.docs[index]
    const block = doc?.nodeAt(step.from)
    const become = step.slice.content.firstChild
    const keepsText =
      step.gapFrom === step.from + 1 && step.gapTo === step.to - 1 && step.to === step.from + (block?.nodeSize ?? 0)
    if (!block?.isTextblock || !become?.isTextblock || step.slice.content.childCount !== 1 || !keepsText) return 'table'
    const kind = kindOf(become)
    if (kind === null) return 'structure'
    const isOnlyKind =
      kind !== kindOf(block) || (become.attrs.align === block.attrs.align && become.attrs.runIn === block.attrs.runIn)
    return isOnlyKind ? proposeKind(this.out, this.here(step.from, index, -1), kind, this.proposer) : 'structure'
  }

  private takeText(step: ReplaceStep, index: number): RefusalReason | null {
    const doc = this.tr.docs[index]
    const change = doc === undefined ? 'structure' : textChangeOf(doc, step)
    if (typeof change === 'string') return change
    const from = this.here(change.from, index, 1)
    const to = change.from === change.to ? from : Math.max(from, this.here(change.to, index, -1))
    const proposed = proposeText(this.out, this.inSegment({ ...change, from, to }), this.proposer)
    if (typeof proposed === 'string') return proposed
    const landmark = { step: index, from: step.from, to: step.from + step.slice.size, taken: this.out.steps.length }
    this.landmarks.push({ ...landmark, ...proposed })
    return null
  }

  /** Enter behind a proposed break splits what that break begins, not the block it stands in. */
  private inSegment(change: TextChange): TextChange {
    const [first, second, ...rest] = change.parts
    const isSplit = first?.content.size === 0 && second?.content.size === 0 && rest.length === 0
    if (!isSplit || first.kind !== null) return change
    const $from = this.out.doc.resolve(change.from)
    let kind = second.kind
    $from.parent.forEach((text, offset) => {
      const begun = offset < $from.parentOffset ? breakKindOf(text) : null
      if (begun !== null) kind = begun.startsWith('heading') ? 'paragraph' : begun
    })
    return { ...change, parts: [first, { ...second, kind }] }
  }

  /** A place before step `index`, where it stands now. */
  private here(pos: number, index: number, side: 1 | -1): number {
    return this.out.mapping.map(mapBack(this.tr, 0, index).map(pos, side), side)
  }

  private select(): void {
    const { selection } = this.tr
    if (!(selection instanceof TextSelection)) return
    const { doc } = this.out
    const place = (pos: number) => doc.resolve(Math.min(this.landing(pos), doc.content.size))
    this.out.setSelection(TextSelection.between(place(selection.anchor), place(selection.head)))
  }

  /** Where a place in the document as it was meant stands now. */
  private landing(pos: number): number {
    for (const mark of this.landmarks.toReversed()) {
      const then = mapBack(this.tr, mark.step + 1).map(pos, 1)
      if (then < mark.from || then > mark.to) continue
      const since = this.out.mapping.slice(mark.taken)
      if (mark.from === mark.to) return since.map(this.isForward(mark) ? mark.end : mark.start)
      return since.map(then === mark.from ? mark.begin : mark.inserted)
    }
    return this.out.mapping.map(mapBack(this.tr, 0).map(pos, 1))
  }

  /** The Delete key leaves the caret behind what it struck out, Backspace before. */
  private isForward({ step, from }: Landmark): boolean {
    const { selection } = this.state
    return selection.empty && step === 0 && selection.from === from
  }
}

/** From the document after step `to` back to the one before step `from`. A slice of a mapping cannot be inverted by itself. */
function mapBack(tr: Transaction, from: number, to = tr.steps.length): Mapping {
  const back = new Mapping()
  for (const map of tr.mapping.maps.slice(from, to).reverse()) back.appendMap(map.invert())
  return back
}

export type Rewritten = { tr: Transaction } | { refused: RefusalReason }

export function rewrite(tr: Transaction, state: EditorState, proposer: Proposer): Rewritten {
  const rewriting = new Rewriting(tr, state, proposer)
  const refused = rewriting.run()
  return refused === null ? { tr: rewriting.out } : { refused }
}

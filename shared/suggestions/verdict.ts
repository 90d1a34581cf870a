/**
 * The rule of the right to suggest, as one pure function over a transaction: **with this person's suggestions taken out, the
 * document before and after is the same**, other people's suggestions included, and every mark they added is well formed and
 * their own. Since suggestions are inline, only the changed blocks are looked at: the price is that of a paragraph.
 *
 * y-prosemirror writes a text change as a string difference plus marks, so equal neighbouring characters may trade places:
 * runs of (text, marks) are compared, not item identities.
 */
import * as Y from 'yjs'
import type { PersonId } from '../ids'
import { MARKS } from '../schema/blocks'
import { ROOT } from '../schema/ydoc'
import { attributeUnder } from './drafted'
import { childrenAreFree, draftersStay, freedomOf } from './freedom'
import { markOf } from './mark-key'
import { BREAK, isBlockKind, isIdOf, type ProposalMark, PROPOSAL_MARKS, parseJoin, parseRetype, timeOf } from './proposal'
import { type Attributes, ForeignContent, type TextPart, textParts } from './text-items'
import { isNew, wasVisible } from './transaction-items'

export type Refusal =
  /** A block or table was made, removed or moved. */
  | 'structure'
  /** An attribute other than one's own proposal. */
  | 'attribute'
  /** Accepted text, or another's suggestion, would read otherwise. */
  | 'text'
  /** A mark that is not one's own, or is not well formed. */
  | 'mark'
  /** Something outside the material's text. */
  | 'foreign'

export type Verdict = { ok: true } | { ok: false; refusal: Refusal }

export interface Judged {
  person: PersonId
  /** `everywhere`: this person may only suggest. `drafted`: they may edit, but where somebody else drafts they may only suggest. */
  scope: 'everywhere' | 'drafted'
  /** Ids later than this (Unix ms) are refused. */
  latest: number
}

const OK: Verdict = { ok: true }
const refused = (refusal: Refusal): Verdict => ({ ok: false, refusal })

/** Text blocks: the elements that hold text directly. */
const TEXT_BLOCKS: readonly string[] = ['title', 'byline', 'heading', 'paragraph', 'quote']

/** A changed block and what it read before. */
export interface BlockChange {
  block: Y.XmlElement
  before: TextPart[]
}

/** What a transaction did, as far as it concerns the rule. */
export interface Inspection {
  transaction: Y.Transaction
  judged: Judged
  changes: BlockChange[]
  /** Proposals of others that this person's own, made at the same time, would replace: to be put back. */
  displaced: { block: Y.XmlElement; key: string; value: string }[]
  /** Set where no text needs to be compared to see that the rule is broken. */
  refusal: Refusal | null
}

/** Judges what `transaction` did to its document. Call it before the transaction's deletions are collected (in an observer). */
export function verdict(transaction: Y.Transaction, judged: Judged): Verdict {
  return conclude(inspect(transaction, judged))
}

/** Collects what is to be compared. Only here must the deleted text still be readable. */
export function inspect(transaction: Y.Transaction, judged: Judged): Inspection {
  const inspection: Inspection = { transaction, judged, changes: [], displaced: [], refusal: null }
  const blocks = changedBlocks(inspection)
  if (typeof blocks === 'string') return { ...inspection, refusal: blocks }
  try {
    for (const block of blocks) {
      inspection.changes.push({ block, before: textParts(block, (item) => wasVisible(item, transaction)) })
    }
  } catch (error) {
    if (error instanceof ForeignContent) return { ...inspection, refusal: 'structure' }
    throw error
  }
  return inspection
}

/** Compares the document as it is now with what was collected. */
export function conclude({ transaction, judged, changes, displaced, refusal }: Inspection): Verdict {
  if (refusal !== null) return refused(refusal)
  const isBack = ({ block, key, value }: Inspection['displaced'][number]) => (block.getAttribute(key) as unknown) === value
  if (!displaced.every(isBack)) return refused('attribute')
  for (const change of changes) {
    const result = judgeBlock(change, transaction, judged)
    if (!result.ok) return result
  }
  return OK
}

function changedBlocks({ transaction, judged, displaced }: Inspection): Set<Y.XmlElement> | Refusal {
  const root = transaction.doc.getXmlFragment(ROOT)
  const blocks = new Set<Y.XmlElement>()
  const isFree = freedomOf(judged, transaction)
  for (const [type, keys] of transaction.changed) {
    const block: unknown = type instanceof Y.XmlText ? type.parent : type
    if (type === (root as unknown)) {
      if (!childrenAreFree(root, transaction, isFree) || !draftersStay(root, transaction)) return 'structure'
      continue
    }
    if (!(block instanceof Y.XmlElement) || !belongsTo(block, root)) return 'foreign'
    // A block that is new with this transaction, or gone with it, shows in its parent too.
    if (isFree(block)) {
      if (keys.has('drafter')) return 'attribute'
      if (keys.has('level') && !draftersStay(root, transaction)) return 'structure'
      continue
    }
    if (!TEXT_BLOCKS.includes(block.nodeName)) return 'structure'
    for (const key of keys) {
      if (key === null) blocks.add(block)
      else {
        const found = type instanceof Y.XmlText ? 'foreign' : judgeAttribute(block, key, transaction, judged)
        if (found === 'foreign') return 'attribute'
        if (found !== 'own') displaced.push({ block, key, value: found.displaced })
      }
    }
  }
  return blocks
}

function belongsTo(block: Y.XmlElement, root: unknown): boolean {
  let type: unknown = block
  while (type instanceof Y.AbstractType && type.parent !== null) type = type.parent
  return type === root
}

type AttributeChange = 'own' | 'foreign' | { displaced: string }

function judgeAttribute(
  block: Y.XmlElement,
  key: string,
  transaction: Y.Transaction,
  { person, latest }: Judged,
): AttributeChange {
  const parse = key === 'join' ? parseJoin : key === 'retype' ? parseRetype : null
  if (parse === null) return 'foreign'
  const before = attributeUnder(block, key, (item) => wasVisible(item, transaction))
  const after: unknown = block.getAttribute(key) ?? null
  // Somebody else's, made at the same time, has won already.
  if (after === before) return 'own'
  const isOwn = (value: unknown) => {
    const proposal = parse(value)
    return proposal !== null && proposal.author === person && (timeOf(proposal.id) ?? Number.POSITIVE_INFINITY) <= latest
  }
  if (after !== null && !isOwn(after)) return 'foreign'
  if (before === null || isOwn(before)) return 'own'
  return after !== null && typeof before === 'string' && parse(before) !== null ? { displaced: before } : 'foreign'
}

function judgeBlock({ block, before }: BlockChange, transaction: Y.Transaction, judged: Judged): Verdict {
  let after: TextPart[]
  try {
    after = textParts(block, (item) => !item.deleted)
  } catch (error) {
    if (error instanceof ForeignContent) return refused('structure')
    throw error
  }
  if (!sameRuns(withoutOwn(before, judged.person), withoutOwn(after, judged.person))) return refused('text')
  return after.every((part) => marksAreOwn(part, transaction, judged)) && sameOnOwn(before, after, judged.person)
    ? OK
    : refused('mark')
}

/** The runs that are left when `person`'s suggestions are taken out: their text is gone, their marks on other text are gone. */
function withoutOwn(parts: readonly TextPart[], person: PersonId): string[] {
  const runs: string[] = []
  let lastMarks: string | null = null
  for (const { text, attributes } of parts) {
    if (isInsertionOf(attributes, person)) continue
    const marks = othersMarks(attributes, person)
    if (marks === lastMarks) runs[runs.length - 1] += text
    else runs.push(marks, text)
    lastMarks = marks
  }
  return runs
}

function sameRuns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index])
}

export function isInsertionOf(attributes: Attributes, person: PersonId): boolean {
  return Object.entries(attributes).some(([key, value]) => markOf(key) === 'insertion' && authorOf(value) === person)
}

/** All marks but `person`'s own proposals, in a fixed order. */
export function othersMarks(attributes: Attributes, person: PersonId): string {
  const kept = Object.entries(attributes).filter(([key, value]) => !(isProposal(markOf(key)) && authorOf(value) === person))
  return JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isProposal(mark: string): mark is ProposalMark {
  return PROPOSAL_MARKS.some((known) => known === mark)
}

function authorOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'author' in value ? value.author : undefined
}

/** On text new with this transaction every mark must be one's own, inherited, or plain emphasis; one's own marks must be well formed wherever they were set or came to lie by it. */
function marksAreOwn({ attributes, setBy, item, text }: TextPart, transaction: Y.Transaction, judged: Judged): boolean {
  return Object.entries(attributes).every(([key, value]) => {
    const mark = markOf(key)
    if (isProposal(mark) && authorOf(value) === judged.person) {
      // Old text under an old mark is not this change's doing: an editor's words may have come to lie under it.
      const isOld = !isNew(item, transaction) && setBy[key] !== undefined && !isNew(setBy[key], transaction)
      return isOld || wellFormed(mark, value as Attributes, text, judged)
    }
    if (!isNew(item, transaction) || MARKS.some((known) => known === mark)) return true
    // Equal characters trade places: what is not proposed by this person was compared with what stood there before, marks and all.
    if (!isInsertionOf(attributes, judged.person)) return true
    const source = setBy[key]
    return source !== undefined && !isNew(source, transaction)
  })
}

function wellFormed(mark: ProposalMark, attrs: Attributes, text: string, { person, latest }: Judged): boolean {
  const time = isIdOf(person, attrs.id) ? timeOf(attrs.id) : null
  if (time === null || time > latest) return false
  switch (mark) {
    case 'insertion': {
      if (attrs.kind === null) return hasOnly(attrs, 'id', 'author', 'kind')
      const kind = typeof attrs.kind === 'string' && attrs.kind.startsWith('break:') ? attrs.kind.slice(6) : null
      return isBlockKind(kind) && text === BREAK.repeat(text.length) && hasOnly(attrs, 'id', 'author', 'kind')
    }
    case 'deletion':
      return hasOnly(attrs, 'id', 'author')
    case 'change':
      return (
        MARKS.some((known) => known === attrs.mark) &&
        typeof attrs.on === 'boolean' &&
        hasOnly(attrs, 'id', 'author', 'mark', 'on')
      )
  }
}

function hasOnly(attrs: Attributes, ...keys: string[]): boolean {
  const found = Object.keys(attrs)
  return found.length === keys.length && keys.every((key) => found.includes(key))
}

/** What others put on this person's proposed text (a deletion, a comment) is as it was, as far as that text is still there. */
function sameOnOwn(before: readonly TextPart[], after: readonly TextPart[], person: PersonId): boolean {
  const marksBefore = proposalMarksByPosition(before, person)
  const marksAfter = proposalMarksByPosition(after, person)
  for (const [position, marks] of marksAfter) {
    const earlier = marksBefore.get(position)
    if (earlier !== undefined && earlier !== marks) return false
  }
  return true
}

/** Others' marks on each character of `person`'s proposed text that has any, by the character's place in the history. */
function proposalMarksByPosition(parts: readonly TextPart[], person: PersonId): Map<string, string> {
  const found = new Map<string, string>()
  for (const { attributes, item, text } of parts) {
    if (!isInsertionOf(attributes, person)) continue
    const marks = JSON.stringify(
      Object.entries(attributes)
        .filter(([key, value]) => !MARKS.some((mark) => mark === key) && authorOf(value) !== person)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
    for (let i = 0; i < text.length; i++) found.set(`${item.id.client}:${item.id.clock + i}`, marks)
  }
  return found
}

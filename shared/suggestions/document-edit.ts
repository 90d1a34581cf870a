/** Edits the server makes for somebody who asked, worked out on a copy of the document: pure, so that any thread can do it. */
import * as Y from 'yjs'
import { type Position, removeAnchor, setAnchor } from '../comments/anchor'
import { restoreInto } from '../history/restore'
import type { PersonId } from '../ids'
import { rootOf } from '../schema/ydoc'
import { cardsIn, type SuggestionCard } from './cards'
import { type Decision, decide } from './decide'
import { assignDrafter, isElsewhereDrafted } from './drafters'
import type { RichBlock } from './rich-text'
import { takeBack, type UndoStep } from './undo'
import { type WriteOptions, type Written, writeRich } from './write-rich'

export type DocumentEdit =
  /** `drafter`: decides only where nobody else drafts; absent: anywhere. */
  | { kind: 'decide'; suggestions: readonly string[]; decision: Decision; drafter?: PersonId }
  | { kind: 'assignDrafter'; heading: string; person: PersonId | null }
  | { kind: 'takeBack'; steps: readonly UndoStep[] }
  | { kind: 'anchor'; thread: string; from: Position; to: Position }
  | { kind: 'unanchor'; thread: string }
  | { kind: 'restore'; state: Uint8Array }
  /** All that stands goes, `text` comes. */
  | ({ kind: 'replace'; text: readonly RichBlock[] } & WriteOptions)

export interface EditResult {
  /** What to write; null: nothing changes. */
  update: Uint8Array | null
  /** `decide`: the cards it was about, as they read before. */
  cards: SuggestionCard[]
  /** `decide`: how to take it back. */
  steps: UndoStep[]
  /** `takeBack`: how many steps found their place gone; the others were taken. */
  missed: number
  /** Why nothing was done though it could have been. `drafted`: somebody else drafts there. `gone`: no such heading. */
  barred: 'drafted' | 'gone' | null
  /** `anchor`: the words it stands on; empty: there are none. */
  quote: string
  /** `replace`: where its threads stand and what its suggestions are called. */
  written: Written
}

/** Changes `doc`, a copy, and says what changed. */
export function workOut(doc: Y.Doc, edit: DocumentEdit): EditResult {
  const result: EditResult = {
    update: null,
    cards: [],
    steps: [],
    missed: 0,
    barred: null,
    quote: '',
    written: { quotes: {}, suggestions: {} },
  }
  // A document that was just read from bytes knows its root only when asked for it, and its blocks their parent.
  rootOf(doc)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.transact(() => {
    switch (edit.kind) {
      case 'decide': {
        const ids = new Set(edit.suggestions)
        if (edit.drafter !== undefined && isElsewhereDrafted(doc, ids, edit.drafter)) {
          result.barred = 'drafted'
          break
        }
        result.cards = cardsIn(rootOf(doc)).filter((card) => ids.has(card.id))
        result.steps = decide(rootOf(doc), ids, edit.decision)
        break
      }
      case 'assignDrafter':
        if (!assignDrafter(doc, edit.heading, edit.person)) result.barred = 'gone'
        break
      case 'takeBack':
        result.missed = takeBack(doc, edit.steps)
        break
      case 'anchor':
        result.quote = setAnchor(doc, edit.thread, edit.from, edit.to)
        break
      case 'unanchor':
        removeAnchor(doc, edit.thread)
        break
      case 'restore':
        restoreInto(doc, edit.state)
        break
      case 'replace': {
        const root = rootOf(doc)
        root.delete(0, root.length)
        result.written = writeRich(root, edit.text, edit)
      }
    }
  })
  if (updates.length > 0) result.update = Y.mergeUpdates(updates)
  return result
}

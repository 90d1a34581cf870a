/** Where somebody who may edit is free although drafters decide: in their own sections and where nobody drafts. */
import * as Y from 'yjs'
import type { PersonId } from '../ids'
import { drafterOf } from './drafted'
import { isNew, wasVisible } from './transaction-items'

type IsFree = (block: Y.XmlElement) => boolean

/** Whether a person may do as they like in a block: its section was and is nobody else's. */
export function freedomOf(
  { person, scope }: { person: PersonId; scope: 'everywhere' | 'drafted' },
  transaction: Y.Transaction,
): IsFree {
  if (scope === 'everywhere') return () => false
  const mayEdit = (drafter: PersonId | null) => drafter === null || drafter === person
  return (block) => {
    const existed = block._item !== null && wasVisible(block._item, transaction)
    const exists = block._item !== null && !block._item.deleted
    return (
      (!existed || mayEdit(drafterOf(block, (item) => wasVisible(item, transaction)))) &&
      (!exists || mayEdit(drafterOf(block, (item) => !item.deleted)))
    )
  }
}

/** New and removed blocks stood, or stand, where the person is free. A new heading must not name a drafter. */
export function childrenAreFree(root: Y.XmlFragment, transaction: Y.Transaction, isFree: IsFree): boolean {
  for (let item = root._start; item !== null; item = item.right) {
    const isChanged = item.deleted ? wasVisible(item, transaction) : isNew(item, transaction)
    if (!isChanged) continue
    if (!(item.content instanceof Y.ContentType) || !(item.content.type instanceof Y.XmlElement)) return false
    const block = item.content.type
    if (!isFree(block) || (!item.deleted && block.getAttribute('drafter') !== undefined)) return false
  }
  return true
}

/** Whether every block that stood and stands has the drafter it had: a heading between may not take it out of a section. */
export function draftersStay(root: Y.XmlFragment, transaction: Y.Transaction): boolean {
  for (let item = root._start; item !== null; item = item.right) {
    if (item.deleted || !wasVisible(item, transaction)) continue
    if (!(item.content instanceof Y.ContentType) || !(item.content.type instanceof Y.XmlElement)) return false
    const block = item.content.type
    if (drafterOf(block, (one) => wasVisible(one, transaction)) !== drafterOf(block, (one) => !one.deleted)) return false
  }
  return true
}

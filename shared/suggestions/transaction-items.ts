/** What an item was and is in the course of a transaction that was just taken. */
import * as Y from 'yjs'

export function wasVisible(item: Y.Item, transaction: Y.Transaction): boolean {
  if (isNew(item, transaction)) return false
  return !item.deleted || Y.isDeleted(transaction.deleteSet, item.id)
}

/** Made by this transaction; not by a repair after it. */
export function isNew({ id }: Y.Item, { beforeState, afterState }: Y.Transaction): boolean {
  return id.clock >= (beforeState.get(id.client) ?? 0) && id.clock < (afterState.get(id.client) ?? 0)
}

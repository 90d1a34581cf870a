/** Whether the server would take changes from somebody who must suggest, by the rule it judges with itself. Nothing is applied. */
import * as Y from 'yjs'
import { rootOf } from '../../shared/schema/ydoc'
import { newSuggestionId } from '../../shared/suggestions/proposal'
import { repair } from '../../shared/suggestions/repair'
import { conclude, inspect, type Judged } from '../../shared/suggestions/verdict'
import { understandable } from './update-gap'

export function wouldBeTaken(
  doc: Y.Doc,
  updates: readonly Uint8Array[],
  judged: Pick<Judged, 'person' | 'scope'>,
  now: number,
): boolean {
  const copy = new Y.Doc()
  rootOf(copy)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const rows = understandable(
    updates.map((update) => ({ update })),
    copy,
  )
  let isTaken = false
  copy.once('afterTransaction', (transaction: Y.Transaction) => {
    const inspection = inspect(transaction, { ...judged, latest: now })
    const verdict = conclude(inspection)
    isTaken = verdict.ok
    if (verdict.ok || verdict.refusal === 'structure' || verdict.refusal === 'foreign') return
    const writers = new Set(rows.flatMap(({ update }) => [...Y.parseUpdateMeta(update).to.keys()]))
    const options = {
      isOwnClient: (client: number) => writers.has(client),
      // Written long ago: others may have been anywhere.
      isContested: () => true,
      newId: () => newSuggestionId(judged.person, now, Math.random()),
    }
    copy.transact(() => {
      if (repair(inspection, options)) isTaken = conclude(inspection).ok
    })
  })
  if (rows.length === updates.length && rows.length > 0) Y.applyUpdate(copy, Y.mergeUpdates(rows.map(({ update }) => update)))
  copy.destroy()
  return isTaken
}

import type { Editor } from '@tiptap/core'
import { useMemo, useSyncExternalStore } from 'react'
import { sectionsOf } from '../../../editor/sections'
import { suggestionsOf } from '../../../editor/suggesting/cards-store'
import { suggestionsElsewhere } from '../../../editor/suggesting/drafted-sections'
import { suggestingState } from '../../../editor/suggesting/suggesting-state'

const NONE: ReadonlySet<string> = new Set()
const subscribeToNothing = () => () => undefined

/** The suggestions that only the drafter of their section decides, and whoever is not held by drafters. */
export function useBarred(editor: Editor | null, held: boolean): ReadonlySet<string> {
  const sections = editor === null ? null : sectionsOf(editor)
  const suggestions = editor === null ? null : suggestionsOf(editor)
  // As text, so that a keystroke draws nothing anew.
  const drafters = useSyncExternalStore(sections?.subscribe ?? subscribeToNothing, () =>
    (sections?.getSnapshot() ?? []).map(({ id, drafter }) => `${id} ${drafter ?? ''}`).join(),
  )
  const ids = useSyncExternalStore(suggestions?.subscribe ?? subscribeToNothing, () =>
    (suggestions?.getSnapshot().cards ?? []).map(({ id }) => id).join(),
  )
  return useMemo(() => {
    const person = editor === null ? null : (suggestingState(editor.state)?.person ?? null)
    if (editor === null || person === null || !held || drafters === '' || ids === '') return NONE
    return suggestionsElsewhere(editor.state.doc, person)
  }, [editor, held, drafters, ids])
}

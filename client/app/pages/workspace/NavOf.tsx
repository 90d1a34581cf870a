import type { Editor } from '@tiptap/core'
import { useSyncExternalStore } from 'react'
import { suggestionsOf } from '../../../editor/suggesting/cards-store'
import { MaterialsNav, type MaterialsNavProps } from '../../../features/materials-nav/MaterialsNav'
import { outlineProgress } from '../../../features/outline/outline-progress'
import type { LocalPresence } from '../../../features/presence/local-presence'

type NavOfProps = MaterialsNavProps & { presence: LocalPresence | null; editor: Editor | null }

/** The materials, with the bar and the suggestions of the one that is open as they are now and not as the server last counted. */
export function NavOf({ presence, editor, materials, ...nav }: NavOfProps) {
  const live = useLiveProgress(presence)
  const waiting = useLiveSuggestions(editor)
  const shown = materials.map((material) =>
    material.id === nav.current && live !== null ? { ...material, progress: live, suggestions: waiting } : material,
  )
  return <MaterialsNav materials={shown} {...nav} />
}

function useLiveProgress(presence: LocalPresence | null): { written: number; total: number } | null {
  const sections = presence?.window.sections
  // As text, so that a keystroke that ends no section draws nothing anew.
  const text = useSyncExternalStore(sections?.subscribe ?? subscribeToNothing, () => {
    const { written, total } = outlineProgress(sections?.getSnapshot() ?? [])
    return `${written}/${total}`
  })
  const [written = 0, total = 0] = text.split('/').map(Number)
  return sections === undefined ? null : { written, total }
}

function useLiveSuggestions(editor: Editor | null): number {
  const store = editor === null ? null : suggestionsOf(editor)
  return useSyncExternalStore(store?.subscribe ?? subscribeToNothing, () => store?.getSnapshot().cards.length ?? 0)
}

function subscribeToNothing(): () => void {
  return () => undefined
}

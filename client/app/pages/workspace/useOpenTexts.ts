import type { Editor } from '@tiptap/core'
import { useCallback, useState } from 'react'
import type { MaterialId } from '../../../../shared/ids'
import type { Session } from '../../../collab/session'
import type { LocalPresence } from '../../../features/presence/local-presence'

/** A text that a pane has open. Before its first synchronisation there is a session and no editor. */
export type OpenText = { session: Session } & ({ editor: Editor; presence: LocalPresence } | { editor: null; presence: null })

export interface OpenTexts {
  of: (material: MaterialId) => OpenText | null
  opened: (text: OpenText) => void
  closed: (session: Session) => void
}

/** The texts the panes have open, for the bar and the outline. */
export function useOpenTexts(): OpenTexts {
  const [texts, setTexts] = useState<readonly OpenText[]>([])
  const opened = useCallback(
    (text: OpenText) => setTexts((before) => [...before.filter((each) => each.session !== text.session), text]),
    [],
  )
  const closed = useCallback((session: Session) => setTexts((before) => before.filter((each) => each.session !== session)), [])
  const of = (material: MaterialId) => texts.find((each) => each.session.material === material) ?? null
  return { of, opened, closed }
}

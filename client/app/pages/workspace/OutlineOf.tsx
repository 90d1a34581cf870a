import type { Editor } from '@tiptap/core'
import { useSyncExternalStore } from 'react'
import type { PresenceUser } from '../../../../shared/wire/awareness'
import { scrollToPos } from '../../../editor/places'
import { suggestionsOf } from '../../../editor/suggesting/cards-store'
import { OutlinePanel } from '../../../features/outline/OutlinePanel'
import { scrollBehavior } from '../../../features/presence/goto'
import type { LocalPresence } from '../../../features/presence/local-presence'
import { useFaces } from '../../../features/presence/usePeople'
import { countBySection } from '../../../features/suggestions/batches'
import type { Material, MeetingDetail } from '../../../lib/api-types'
import { ErrorNote } from '../../../ui/ErrorNote'
import { useDrafting } from './useDrafting'

interface OutlineOfProps {
  presence: LocalPresence
  editor: Editor
  user: PresenceUser
  meeting: MeetingDetail
  material: Material
  title: string | undefined
  onJumped: () => void
}

/** The outline of one open text, wired to its editor and to the people in it. */
export function OutlineOf({ presence, editor, user, meeting, material, title, onJumped }: OutlineOfProps) {
  const { session, window, place, follow } = presence
  const sections = useSyncExternalStore(window.sections.subscribe, window.sections.headings)
  const current = useSyncExternalStore(place.subscribe, place.section)
  const people = useFaces(session, user)
  const proposals = suggestionsOf(editor)
  const { cards } = useSyncExternalStore(proposals.subscribe, proposals.getSnapshot)
  const { drafting, error } = useDrafting(meeting, material, session)

  const handleJump = (id: string) => {
    const section = window.sections.getSnapshot().find((each) => each.id === id)
    if (section === undefined) return
    follow.dispatch({ kind: 'scrolled' })
    // A finger's focus would bring up the keyboard over half of the text.
    const takesFocus = editor.isEditable && matchMedia('(pointer: fine)').matches
    if (takesFocus) editor.commands.focus(section.pos + 1, { scrollIntoView: false })
    scrollToPos(window.view, window.scroller, section.pos + 1, { block: 'start', behavior: scrollBehavior() })
    onJumped()
  }

  return (
    <>
      <OutlinePanel
        sections={sections}
        current={current}
        visitors={people}
        suggestions={countBySection(cards, window.sections.getSnapshot())}
        drafting={drafting}
        of={title}
        onJump={handleJump}
      />
      <ErrorNote error={error} />
    </>
  )
}

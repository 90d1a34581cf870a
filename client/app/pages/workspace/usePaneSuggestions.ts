import type { Editor } from '@tiptap/core'
import type { TFunction } from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../../shared/ids'
import { foreignName } from '../../../../shared/model/foreign-author'
import type { Session } from '../../../collab/session'
import { sectionsOf } from '../../../editor/sections'
import { colorStrangers } from '../../../editor/suggesting/author-colors'
import { setHeld, setMode, setView } from '../../../editor/suggesting/cards-store'
import type { SuggestionView } from '../../../editor/suggesting/suggesting-state'
import type { SuggestionPeople, SuggestionPerson } from '../../../features/suggestions/people'
import { type SuggestionDesk, useSuggestionDesk } from '../../../features/suggestions/useSuggestionDesk'
import { whenSaved } from '../../../features/workspace/when-saved'
import type { Mode } from '../../../features/workspace/rights'
import type { MeetingDetail } from '../../../lib/api-types'
import { authorName } from '../../../lib/author-name'
import { strangerColor } from '../../../lib/stranger-color'
import { useBarred } from './useBarred'

interface PaneSuggestionsOptions {
  session: Session
  editor: Editor | null
  meeting: MeetingDetail
  name: string
  me: PersonId
  mode: Mode
  mayDecide: boolean
  /** May only suggest, and not decide, where somebody else drafts. */
  held: boolean
  isInHand: boolean
}

/** The suggestions of a pane's text, and how the text is looked at and written: what the person chose is told to the editor. */
export function usePaneSuggestions(options: PaneSuggestionsOptions): {
  desk: SuggestionDesk
  onView: (view: SuggestionView) => void
} {
  const { session, editor, meeting, name, me, mode, mayDecide, held, isInHand } = options
  const [view, onView] = useState<SuggestionView>('marks')
  const { t } = useTranslation()
  const { members } = meeting
  const people = useMemo<SuggestionPeople>(
    () => ({ me, of: (person) => members.find((member) => member.person === person) ?? fromFile(person, t) }),
    [me, members, t],
  )

  useEffect(() => {
    if (editor !== null) setMode(editor, mode)
  }, [editor, mode])
  useEffect(() => {
    if (editor !== null) setHeld(editor, held)
  }, [editor, held])
  useEffect(() => {
    if (editor !== null) setView(editor, view)
  }, [editor, view])

  const desk = useSuggestionDesk({
    editor,
    meeting: meeting.id,
    material: session.material,
    title: name,
    people,
    mayDecide,
    barred: useBarred(editor, held),
    isInHand,
    // Without it one can still decide on everything the server has.
    saved: () => whenSaved(session).catch(() => undefined),
    sections: () => (editor === null ? [] : sectionsOf(editor).getSnapshot()),
    onView,
  })
  const { cards } = desk.suggestions
  useEffect(() => colorStrangers(cards.map(({ author }) => author)), [cards])
  return { desk, onView }
}

function fromFile(person: PersonId, t: TFunction): SuggestionPerson | null {
  const name = foreignName(person)
  return name === null ? null : { person, name: authorName(person, name, t), color: strangerColor(person) }
}

import type { Editor } from '@tiptap/core'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { atLeast } from '../../../../shared/access/ability'
import type { Session } from '../../../collab/session'
import { SuggestionThread } from '../../../features/comments/SuggestionThread'
import { useCommentNotes } from '../../../features/comments/useCommentNotes'
import { type Comments, useComments } from '../../../features/comments/useComments'
import { whenSaved } from '../../../features/workspace/when-saved'
import type { Material, Me, MeetingDetail } from '../../../lib/api-types'
import { strangerColor } from '../../../lib/stranger-color'
import type { MarginGuests } from '../../../ui/MarginStack'
import { CommentTools } from './CommentTools'

interface PaneCommentsOptions {
  session: Session
  editor: Editor | null
  meeting: MeetingDetail
  material: Material
  me: Me
  /** The suggestion in hand: of the notes beside the text only one is. */
  suggestionInHand: string | null
}

export interface PaneComments {
  comments: Comments
  /** For the text's tools, which are drawn anew only when these change. */
  tools: ReactNode
  notes: MarginGuests
  colorOf: (person: string) => number | null
  footOf: (suggestion: string) => ReactNode
  /** The list of all threads stands in the place of the notes. */
  isListed: boolean
  list: (isListed: boolean) => void
}

/** The comments of a pane's text: as notes beside it, on the cards of suggestions, and as a list. */
export function usePaneComments({ session, editor, meeting, material, me, suggestionInHand }: PaneCommentsOptions): PaneComments {
  const { members } = meeting
  const [isListed, list] = useState(false)
  const saved = useCallback(() => whenSaved(session), [session])
  const comments = useComments({
    editor,
    material: material.id,
    me: me.person,
    mayComment: atLeast(material.ability, 'comment'),
    saved,
  })
  const { take } = comments
  const colorOf = useCallback(
    (person: string) => members.find((member) => member.person === person)?.color ?? strangerColor(person),
    [members],
  )
  const footOf = useCallback(
    (suggestion: string) => <SuggestionThread suggestion={suggestion} comments={comments} colorOf={colorOf} />,
    [comments, colorOf],
  )
  useEffect(() => {
    if (suggestionInHand !== null) take(null)
  }, [suggestionInHand, take])
  const tools = useMemo(
    () => <CommentTools editor={editor} comments={comments} isListed={isListed} onList={list} />,
    [editor, comments, isListed],
  )
  return { comments, tools, notes: useCommentNotes(comments, colorOf), colorOf, footOf, isListed, list }
}

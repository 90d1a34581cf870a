/** Oneself in one open text: the window, what is told of it, and whom one follows. Lives as long as the editor is mounted. */
import type { Editor } from '@tiptap/core'
import type { Session } from '../../collab/session'
import { sectionsOf } from '../../editor/sections'
import { FollowControl } from './follow-control'
import type { Window } from './goto'
import { OwnPlace } from './own-presence'

export interface LocalPresence {
  session: Session
  window: Window
  place: OwnPlace
  follow: FollowControl
  stop: () => void
}

export function startPresence(session: Session, editor: Editor, scroller: HTMLElement): LocalPresence {
  const sections = sectionsOf(editor)
  const place = new OwnPlace(session, editor, scroller, sections)
  return {
    session,
    window: { view: editor.view, scroller, sections },
    place,
    follow: new FollowControl(),
    stop: () => place.stop(),
  }
}
